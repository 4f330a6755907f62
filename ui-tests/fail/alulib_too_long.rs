//! Code and data of a library that pass the limits of a segment.

use aluvm::alulib;

macro_rules! many {
    ($name:ident, $($body:tt)*) => { many!(@ $name { $($body)* } { $($body)* $($body)* $($body)* $($body)* $($body)* $($body)* $($body)* $($body)* }); };
    (@ $name:ident { $($one:tt)* } { $($many:tt)* }) => { many!(@@ $name { $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* }); };
    (@@ $name:ident { $($many:tt)* }) => { many!(@@@ $name { $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* }); };
    (@@@ $name:ident { $($many:tt)* }) => {
        alulib! {
            mod $name {
                pub fn one(x: a8[0]) {
                    $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)*
                    $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)*
                    $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)*
                    $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)* $($many)*
                    inc     x;
                    ret;
                }
            }
        }
    };
}

many!(code, put a64[1], 5; inc a64[1];);

fn main() {
    let _ = code::one(&mut aluvm::Vm::new(), 5);
}
