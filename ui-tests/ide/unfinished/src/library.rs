//! A routine half written, among others.

use aluvm::{Vm, alulib};

/// The documentation of the limit.
const /*?def LIMIT*/LIMIT: u16 = 1000;

alulib! {
    pub mod /*?def vault*/vault {
        /// How long it rests.
        pub const /*?def MATURITY*/MATURITY: a32 = 6;

        pub enum /*?def Refusal*/Refusal in a8[0] {
            /// The vault holds less.
            /*?def Overspent*/Overspent = 2,
        }

        /// Takes an amount.
        pub fn /*?def withdraw*/withdraw(balance: a64[0], amount: a64[1]) -> (rest: a64[1]) {
                put     a16[1], super::/*?goto LIMIT; use LIMIT; hover The documentation of the limit*/LIMIT;
                require sub.uc balance, amount => /*?goto Overspent; use Overspent; hover The vault holds less*/Overspent;
                routine /*?goto check; use check; hover Looks at it*/check;
                ret;
        }

        pub fn /*?def unfinished*/unfinished(age: a32[0]) {
                put     a32[1], /*?goto MATURITY; use MATURITY; hover How long it rests*/MATURITY;
                require gt.u age, ;
                /*?hover Adds two integers*/add.uc  a32[1], ;
                /*?complete put, putif; document put*/pu
                routine /*?goto check; use check*/check;
        }

        /// Looks at it.
        fn /*?def check*/check() {
                /*?hover Returns behind the last*/ret;
        }
    }
}

pub fn uses() -> Option<u64> {
    let mut vm = Vm::new();
    let rest = /*?goto vault; rename vault*/vault::/*?goto withdraw; hover Takes an amount; complete withdraw, unfinished*/withdraw(&mut vm, 5, 3).ok()?.rest;
    let _ = /*?use vault*/vault::/*?goto unfinished*/unfinished(&mut vm, 5);
    let _ = /*?use vault*/vault::Refusal::/*?goto Overspent; rename Overspent*/Overspent;
    Some(rest + u64::from(/*?use vault*/vault::/*?goto MATURITY; rename MATURITY*/MATURITY) + u64::from(/*?rename LIMIT*/LIMIT))
}
