//! The proof of work of Bitcoin blocks.

#[path = "../../examples/block_pow/contract.rs"]
pub(crate) mod contract;

use aluvm::Vm;

use self::contract::proof_of_work;
use crate::bytes;

#[test]
fn every_block_has_done_its_work_and_no_flipped_bit_passes() {
    let mut vm = Vm::new();
    let mut blocks = 0;
    for line in contract::HEADERS.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split(' ').collect();
        let header = bytes(columns[1]);
        let mut hash = bytes(columns[2]);
        hash.reverse();

        let output = proof_of_work::verify(&mut vm, &header[..], None);
        assert_eq!(output.expect("it has done its work").hash.to_vec(), hash);

        for bit in 0..640 {
            let mut forged = header.clone();
            forged[bit / 8] ^= 1 << (bit % 8);
            let output = proof_of_work::verify(&mut vm, forged, None);
            assert!(output.is_err(), "block {} bit {bit}", columns[0]);
        }
        blocks += 1;
    }
    assert_eq!(blocks, 7);
}

#[test]
fn a_wrong_previous_hash_is_refused() {
    let headers: Vec<Vec<u8>> = contract::HEADERS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| bytes(line.split(' ').nth(1).expect("a header")))
        .collect();
    let previous: [u8; 32] = headers[1][4..36].try_into().expect("32 bytes");
    for (previous, is_valid) in [(previous, true), ([7; 32], false)] {
        let output = proof_of_work::verify(&mut Vm::new(), &headers[1][..], Some(previous));
        assert_eq!(output.is_ok(), is_valid);
    }
}
