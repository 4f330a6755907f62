//! Structured statements half written: variables in their blocks, calls, and errors.

use aluvm::alulib;

/// The documentation of the limit.
const /*?def LIMIT*/LIMIT: u64 = 1000;

alulib! {
    pub mod shares {
        pub enum /*?def Refusal*/Refusal in a8[0] {
            /// There are no parts.
            /*?def NoParts*/NoParts = 1,
        }

        pub fn split(/*?def total*/total: u64, parts: u16) -> (share: u64) {
            require parts != 0 => /*?goto NoParts; use NoParts; hover There are no parts*/NoParts;
            let /*?def wide*/wide: u64 = parts as u64;
            if /*?goto wide; use wide*/wide < super::/*?goto LIMIT; use LIMIT*/LIMIT {
                let /*?def loss*/loss: u64 = /*?goto total; use total*/total;
                share = /*?goto loss; use loss*/loss + ;
                require /*?complete loss, wide, total*/lo
            } else {
                let /*?def gain*/gain: u64 in a64[7] = super::/*?hover The documentation of the limit; use LIMIT*/LIMIT;
                share = /*?goto double; use double; hover Twice as much*/double(/*?goto gain; use gain*/gain);
                while share < /*?complete gain, wide*/wi { }
            }
            share += /*?complete wide, total; not complete loss*/wi;
            let (/*?def twice*/twice: u64) = /*?use double*/double(/*?use wide*/wide);
            share = /*?goto twice; rename twice*/twice +
        }

        /// Twice as much.
        fn /*?def double*/double(half: u64) -> (whole: u64) {
            whole = half + half;
        }
    }
}
