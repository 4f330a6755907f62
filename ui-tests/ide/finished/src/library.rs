//! Libraries, what they call, and calls of their routines.

use aluvm::{Vm, alulib};

pub const /*?def LIMIT*/LIMIT: u16 = 1000;

alulib! {
    /// Arithmetic.
    pub mod /*?def math*/math {
        /// Doubles a number.
        pub fn /*?def double*/double(x: a64[0]) -> (y: a64[0]) {
                /*?hover Adds two integers*/add.uc  x, x;
                ret;
        }
    }
}

alulib! {
    /// A vault.
    pub mod /*?def vault*/vault {
        use super::/*?goto math; use math; hover Arithmetic*/math;

        /// How long it rests.
        pub const /*?def MATURITY*/MATURITY: a32 = 6;
        const /*?def COUNT*/COUNT: a16 = super::/*?goto LIMIT; use LIMIT*/LIMIT;

        /// Why it refuses.
        pub enum /*?def Refusal*/Refusal in a8[0] {
            /// The vault holds less.
            /*?def Overspent*/Overspent = 2,
        }

        /// Takes an amount.
        pub fn /*?def withdraw*/withdraw(balance: a64[0], amount: a64[1]) -> (/*?def rest*/rest: a64[1]) {
                put     a32[1], /*?goto MATURITY; use MATURITY; hover How long it rests*/MATURITY;
                put     a16[1], /*?goto COUNT; rename COUNT*/COUNT;
                put     a16[2], super::/*?goto LIMIT; use LIMIT*/LIMIT;
                require /*?hover Subtracts*/sub.uc balance, amount => /*?goto Overspent; use Overspent; hover The vault holds less*/Overspent;
                routine /*?goto check; rename check; hover Looks at it*/check;
                jmp     /*?goto end; rename end*/end;
        }

        /// Looks at it.
        fn /*?def check*/check(number: a64[0]) {
                call    /*?goto math; use math*/math::/*?goto double; use double; hover Doubles a number*/double;
                test;
                ret;
        }

        fn /*?def end*/end() {
                ret;
        }
    }
}

pub fn uses() -> Option<u64> {
    let mut vm = Vm::new();
    let rest = /*?goto vault; rename vault*/vault::/*?hover Takes an amount*/withdraw(&mut vm, 5, 3).ok()?.rest;
    let double = /*?goto math; use math*/math::double(&mut vm, rest).ok()?.y;
    let refused = /*?use vault*/vault::/*?goto Refusal; rename Refusal*/Refusal::/*?goto Overspent; rename Overspent*/Overspent;
    let limit = u64::from(/*?goto LIMIT; rename LIMIT*/LIMIT);
    Some(double + u64::from(/*?use vault*/vault::/*?goto MATURITY; rename MATURITY*/MATURITY) + refused as u64 + limit)
}
