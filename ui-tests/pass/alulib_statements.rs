//! Structured statements beside all that Rust has around them.

#![deny(warnings)]

use aluvm::contract::CallError;
use aluvm::{Vm, alulib};

const SMALL: u8 = 3;

alulib! {
    pub mod math {
        /// Doubles.
        pub fn double(x: i64) -> (y: i64) { y = x + x; }

        /// Constants of Rust, of the types of where they stand.
        pub fn constants(x: u8, y: i16) -> (z: i16) {
            require x < { 100 + 7 } && x != super::SMALL;
            z = y - { super::SMALL as i16 * 2 };
        }
    }
}

/// What stands in `cfg`, before a statement and in a block.
macro_rules! library {
    ($name:ident, $input:ident, $ty:ident, $first:expr) => {
        alulib! {
            pub mod $name {
                use super::math;

                /// Why it is refused.
                pub enum Refusal in a8[0] { Negative = 1, Doubled = 2 }

                const LEAST: i64 = -3;

                pub fn run($input: $ty, times: u8) -> (out: $ty) {
                    out = $first;
                    let at: u8 = 0;
                    #[cfg(any())]
                    nothing = 7;
                    while at < times {
                        at += 1;
                        #[cfg(any())]
                        require $input > 1_000_000;
                        #[cfg(all())]
                        require $input >= LEAST => Negative;
                        out += math::double($input) else Doubled;
                    }
                }
            }
        }
    };
}

library!(plain, value, i64, 7);

mod inner {
    ::aluvm::alulib! {
        pub(super) mod caller {
            use crate::plain as other;

            #[cfg(any())]
            pub fn never(x: u64) { y = x; }

            pub fn run(x: i64) -> (a: i64, kind: u16) {
                let (sum: i64) = other::run(x, 2);
                a = sum;
                kind = 3;
            }
        }
    }
}

fn main() -> Result<(), CallError> {
    let mut vm = Vm::new();
    assert_eq!(plain::run(&mut vm, -2, 2)?.out, 7 - 8);
    let out = inner::caller::run(&mut vm, 4)?;
    assert_eq!((out.a, out.kind), (7i64 + 16, 3u16));
    let error = plain::run(&mut vm, -4, 1).expect_err("too low");
    assert_eq!(error.refusal(), Some(plain::Refusal::Negative));
    Ok(())
}
