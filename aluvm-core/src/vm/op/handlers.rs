//! How the functions of operations are written: once for all sizes of a family.

/// Functions that do something to the registers and go on behind. Each gets a namesake in `sized`, which
/// chooses the function for a size.
///
/// What stands before `else` says whether it did all there is to do; if not, it has changed nothing. What
/// stands behind is then done by a function of its own, so that the first has no register to save for it.
/// For wide values the whole is kept out of the function that goes on, for the same reason.
macro_rules! handlers {
    ($Value:ident, $Size:ident, $with:ident:
        $($name:ident($r:ident, $op:ident) $body:block $(else $rest:block)?;)+
    ) => {
        $(
            fn $name<'a, B: Bank<Value: $Value>>(
                registers: &mut Registers,
                run: &mut Run<'a>,
                mut rest: Iter<'a, Op>,
            ) {
                #[inline(never)]
                fn outlined<B: Bank<Value: $Value>>($r: &mut Registers, $op: &Op) {
                    handlers!(@all $body $($rest)?);
                }
                let Some(op) = rest.as_slice().first() else { return };
                if B::IS_WIDE {
                    outlined::<B>(registers, op);
                } else {
                    let ($r, $op) = (&mut *registers, op);
                    handlers!(@first registers, run, rest; $r, $op; $Value $body $($rest)?);
                }
                rest.next();
                (op.next)(registers, run, rest)
            }
        )+

        crate::vm::op::handlers::sized! { $Size, $with: $($name)+ }
    };
    (@all $body:block) => { $body };
    (@all $body:block $rest:block) => { if !$body $rest };
    (@first $registers:ident, $run:ident, $code:ident; $r:ident, $op:ident;
        $Value:ident $body:block) => { $body };
    (@first $registers:ident, $run:ident, $code:ident; $r:ident, $op:ident;
        $Value:ident $body:block $rest:block) => {
        if !$body {
            #[cold]
            #[inline(never)]
            fn rare<'a, B: Bank<Value: $Value>>(
                registers: &mut Registers,
                run: &mut Run<'a>,
                mut rest: Iter<'a, Op>,
            ) {
                let Some(op) = rest.next() else { return };
                {
                    let ($r, $op) = (&mut *registers, op);
                    $rest
                }
                (op.next)(registers, run, rest)
            }
            return rare::<B>($registers, $run, $code);
        }
    };
}
pub(super) use handlers;

/// The function of each operation for a size.
macro_rules! sized {
    ($Size:ident, $with:ident: $($name:ident)+) => {
        /// The function of each operation for a size.
        pub(in crate::vm) mod sized {
            use crate::isa::{Given, $Size};
            use crate::vm::exec::size::$with;
            use crate::vm::op::{Handler, Named};
            $(
                pub(in crate::vm) fn $name(size: $Size) -> Handler {
                    $with!(size, B => super::$name::<B>)
                }
            )+

            /// All of them.
            pub(in crate::vm) fn all() -> impl Iterator<Item = Named> {
                type Sized = fn($Size) -> Handler;
                [$((stringify!($name), $name as Sized)),+].into_iter().flat_map(|(name, sized)| {
                    (0..8).map(move |bits| {
                        let size = $Size::from_bits(bits, Given::Nothing);
                        Named { name, size: Some(bits as u8), handler: sized(size) }
                    })
                })
            }
        }
    };
}
pub(super) use sized;
