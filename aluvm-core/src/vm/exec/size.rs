//! From the size that an instruction names to the type that stands for it: each macro runs code with
//! its type name standing for the bank of registers of that size.

macro_rules! choose {
    ($with:ident, $Size:ident: $($Value:ident)+) => {
        choose!(@define ($) $with, $Size: $($Value)+);
    };
    (@define ($d:tt) $with:ident, $Size:ident: $($Value:ident)+) => {
        macro_rules! $with {
            ($d size:expr, $d Bank:ident => $d body:expr) => {
                match $d size {
                    $($crate::isa::$Size::$Value => {
                        type $d Bank = $crate::vm::registers::banks::$Value;
                        $d body
                    })+
                }
            };
        }
        pub(crate) use $with;
    };
}

choose!(with_a, SizeA: A8 A16 A32 A64 A128 A256 A512 A1024);
choose!(with_f, SizeF: F16b F16 F32 F64 F80 F128 F256 F512);
choose!(with_r, SizeR: R128 R160 R256 R512 R1024 R2048 R4096 R8192);
choose!(with_ar, SizeAR: A8 A16 A32 A64 A128 A256 A512 A1024
    R128 R160 R256 R512 R1024 R2048 R4096 R8192);

/// The same for a size that is one of two families, with code for each.
macro_rules! with_af {
    ($size:expr, $A:ident => $integer:expr, $F:ident => $float:expr) => {
        match ($size.integer(), $size.float()) {
            (Some(size), _) => $crate::vm::exec::size::with_a!(size, $A => $integer),
            (None, Some(size)) => $crate::vm::exec::size::with_f!(size, $F => $float),
            (None, None) => {}
        }
    };
}
pub(super) use with_af;
