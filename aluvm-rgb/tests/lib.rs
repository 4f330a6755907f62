//! The network's machine beside ours: one operation for both, and what each leaves of it.

pub mod given;
pub mod here;
pub mod mutation;
pub mod random;
pub mod schemas;
pub mod there;

/// What a script left: whether it accepts, its registers by name, and the mints that it asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left {
    /// The verdict.
    pub accepts: bool,
    /// The defined registers, with their bytes.
    pub registers: std::collections::BTreeMap<String, Vec<u8>>,
    /// Amounts, and the blocks behind which they are looked for.
    pub mints: std::collections::BTreeSet<(u64, u64)>,
}

/// How many cases are tried: what the environment variable `ALUVM_CASES` says, else an ordinary number.
pub fn cases(ordinary: u64) -> u64 {
    std::env::var("ALUVM_CASES").map_or(ordinary, |text| text.parse().expect("a number"))
}
