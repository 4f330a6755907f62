//! The eight float formats as data: what the assembler, which meets them at run time, needs to know.

/// A format of the F registers. The numbers are the size codes of isa.md section 2.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum FloatFormat {
    /// bfloat16: the upper half of a binary32.
    F16b = 0,
    /// IEEE 754 binary16.
    F16 = 1,
    /// IEEE 754 binary32.
    F32 = 2,
    /// IEEE 754 binary64.
    F64 = 3,
    /// The 80-bit extended format of the x87, whose leading significand bit is explicit.
    F80 = 4,
    /// IEEE 754 binary128.
    F128 = 5,
    /// IEEE 754 binary256.
    F256 = 6,
    /// posit<512, 2>: 512 bits, two exponent bits (Posit Standard 2022, with its `es` of 2).
    F512 = 7,
}

impl FloatFormat {
    /// All formats, in the order of their size codes.
    pub const ALL: [Self; 8] = [
        Self::F16b,
        Self::F16,
        Self::F32,
        Self::F64,
        Self::F80,
        Self::F128,
        Self::F256,
        Self::F512,
    ];

    /// The name of its registers: `f16b` to `f512`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::F16b => "f16b",
            Self::F16 => "f16",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::F80 => "f80",
            Self::F128 => "f128",
            Self::F256 => "f256",
            Self::F512 => "f512",
        }
    }

    /// The width in bytes, 2 to 64.
    pub const fn bytes(self) -> usize {
        match self {
            Self::F16b | Self::F16 => 2,
            Self::F32 => 4,
            Self::F64 => 8,
            Self::F80 => 10,
            Self::F128 => 16,
            Self::F256 => 32,
            Self::F512 => 64,
        }
    }

    /// The width in bits, 16 to 512.
    pub const fn bits(self) -> u32 {
        8 * self.bytes() as u32
    }

    /// The significant bits of a normal value, the leading one included (IEEE 754-2019 table 3.5);
    /// for the posit the most that any value has.
    pub const fn precision(self) -> u32 {
        match self {
            Self::F16b => 8,
            Self::F16 => 11,
            Self::F32 => 24,
            Self::F64 => 53,
            Self::F80 => 64,
            Self::F128 => 113,
            Self::F256 => 237,
            Self::F512 => 508,
        }
    }

    /// The binary exponent of the largest finite value.
    pub const fn max_exponent(self) -> i32 {
        match self {
            Self::F16b | Self::F32 => 127,
            Self::F16 => 15,
            Self::F64 => 1023,
            Self::F80 | Self::F128 => 16383,
            Self::F256 => 262143,
            Self::F512 => 4 * (512 - 2),
        }
    }

    /// The binary exponent of the smallest positive normal value; the posit has no others.
    pub const fn min_exponent(self) -> i32 {
        match self {
            Self::F512 => -self.max_exponent(),
            _ => 1 - self.max_exponent(),
        }
    }

    /// Whether this is the posit, which has neither infinities nor a negative zero.
    pub const fn is_posit(self) -> bool {
        matches!(self, Self::F512)
    }
}
