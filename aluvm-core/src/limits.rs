//! Every size limit of the machine.

/// The greatest length of a byte string in an S register, in bytes.
pub const BYTES_MAX: usize = 65535;
