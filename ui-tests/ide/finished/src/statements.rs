//! Structured statements: variables in their blocks, calls, casts, and constants of Rust.

use aluvm::{Vm, alulib};

/// The documentation of the limit.
const /*?def LIMIT*/LIMIT: u64 = 1000;

alulib! {
    pub mod shares {
        pub enum Refusal in a8[0] {
            /// There are no parts.
            /*?def NoParts*/NoParts = 1,
        }

        pub fn split(/*?def total*/total: u64, parts: u16, signed: i32 in a32[3]) -> (share: u64) {
            require parts != 0 && !(signed < -5) => /*?goto NoParts; rename NoParts; hover There are no parts*/NoParts;
            let /*?def wide*/wide: u64 = parts as u64;
            let longer: i64 = signed as i64;
            require longer != { 5 + 2 };
            if /*?goto wide; use wide*/wide < super::/*?goto LIMIT; use LIMIT*/LIMIT {
                let /*?def loss*/loss: u64 = /*?goto total; use total*/total.wrapping_add(3);
                share = /*?goto loss; rename loss*/loss >> 2;
            } else if is_small(/*?use total*/total) {
                let loss: u64 in a64[9] = 1;
                share = loss;
                loop {
                    break;
                }
            } else {
                share = 0x10 | { super::/*?use LIMIT; hover The documentation of the limit*/LIMIT };
                return;
            }
            while share > 9 {
                share /= 2;
                continue;
            }
            let (/*?def twice*/twice: u64, _) = /*?goto double; rename double*/double(/*?use wide*/wide) else /*?use NoParts*/NoParts;
            share += /*?goto twice; use twice*/twice;
            /*?hover Adds two integers*/add.uc  /*?use wide*/wide, share;
            test;
        }

        /// Twice as much.
        fn /*?def double*/double(half: u64) -> (whole: u64, same: u64) {
            whole = half + half;
            same = half;
        }

        fn is_small(number: u64) {
            return number < 10;
        }
    }
}

pub fn uses() -> Option<u64> {
    Some(shares::split(&mut Vm::new(), 5, 3, -1).ok()?.share + /*?rename LIMIT*/LIMIT)
}
