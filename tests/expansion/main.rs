//! The half of `aluasm!` and `alulib!` that the compiler evaluates, run as any other code: of random input it makes
//! what the codec, the assembler and exact numbers make of it.

mod constants;
mod library;
mod records;

use aluvm_tests::Random;

/// Rust constants as a block keeps them: in groups, with the length of each.
struct Constants {
    groups: Vec<&'static [u8]>,
    lengths: Vec<u8>,
}

impl Constants {
    /// Just `COUNT` constants, the last of which are there to fill up, a few in a group.
    fn new<const COUNT: usize>(mut values: Vec<Vec<u8>>, random: &mut Random) -> Constants {
        assert!(values.len() <= COUNT);
        values.resize(COUNT, vec![0xEE]);
        let lengths = values.iter().flat_map(|value| (value.len() as u16).to_le_bytes()).collect();
        let mut groups = Vec::new();
        while !values.is_empty() {
            let count = 1 + random.below(values.len().min(5) as u64) as usize;
            let group: Vec<u8> = values.drain(..count).flatten().collect();
            groups.push(&*group.leak());
        }
        Constants { groups, lengths }
    }
}
