//! Every size limit of the machine, in one place. The source is isa.md unless another is named.

/// The longest code segment, in bytes (section 5).
pub const CODE_MAX: usize = 65535;

/// The longest data segment, in bytes (section 5).
pub const DATA_MAX: usize = 65535;

/// The most libraries that a library can name (section 5).
pub const LIBS_MAX: usize = 255;

/// The longest byte string, in bytes (section 2).
pub const BYTES_MAX: usize = 65535;
