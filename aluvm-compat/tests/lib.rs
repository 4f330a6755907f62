//! The drop-in and the crate that it stands in for, side by side: the same source for both, which is a host with
//! an extension of its own.

pub mod log;
pub mod random;

/// The crate of the registry.
pub mod there {
    use aluvm as vm;
    include!("side.rs");
}

/// The drop-in.
pub mod here {
    use compat as vm;
    include!("side.rs");
}

/// What a run left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left {
    /// `st0`.
    pub status: bool,
    /// The registers that are defined, with their bytes.
    pub registers: std::collections::BTreeMap<String, Vec<u8>>,
    /// The calls of the extension.
    pub calls: Vec<String>,
}

/// A library as plain data, of which each side makes its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segments {
    /// The names of extensions.
    pub isae: String,
    /// The code.
    pub code: Vec<u8>,
    /// The data.
    pub data: Vec<u8>,
    /// Ids of libraries.
    pub libs: Vec<[u8; 32]>,
}
