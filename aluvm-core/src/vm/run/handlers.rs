//! How the functions that run operations are written: once for all sizes of a family.

/// Functions on registers of any size whose values are of a kind, to become part of the loop; and in
/// a module `wide` the same for sizes whose code would crowd the loop.
macro_rules! handlers {
    ($Value:ident: $(
        $name:ident($r:ident, $o:ident: $Operands:ident) $(-> $Result:ty)? $body:block
    )+) => {
        $(
            #[inline(always)]
            pub(super) fn $name<B: Bank<Value: $Value>>(
                $r: &mut Registers,
                $o: $Operands,
            ) $(-> $Result)? $body
        )+

        pub(super) mod wide {
            use super::*;
            $(
                #[inline(never)]
                pub(in crate::vm::run) fn $name<B: Bank<Value: $Value>>(
                    registers: &mut Registers,
                    operands: $Operands,
                ) $(-> $Result)? {
                    super::$name::<B>(registers, operands)
                }
            )+
        }
    };
}
pub(super) use handlers;
