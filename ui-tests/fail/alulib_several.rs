//! All errors of a library in one compile, each once, and none that follows from them: what uses the library
//! finds all of its items.

use aluvm::{LibId, LibSite, Vm, alulib};

const LIMIT: u32 = 6;

alulib! {
    /// A vault that pays out late.
    pub mod vault {
        pub const MATURITY: isize = 6;
        pub const HIGHEST: a8 = 256;
        pub const LATE: a32 = super::LIMIT;
        const NOWHERE: a16 = 7;
        let kept = a64[33];

        /// Why a withdrawal is refused.
        pub enum Refusal in a8[0] {
            TooEarly = 1,
            Overspent = 1,
            Unused = 3,
        }

        /// Takes `amount` out of `balance`.
        pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
            put     a32[1], MATURITY;
            require sub.uc age, a32[1] => TooErly;
            require sub.u balance, amount => Overspent;
            jif     end
            dup     kept, rest;
        end:
            ret;
        }

        fn nothing() {
            add.uc  a8[1], a8[2];
            ret;
        }

        pub fn other(x: s16[0]?) -> (y: f32[0]?) {
            routine nothin;
            ret;
        }

        pub fn right(x: a8[1]) {
            ifz     x;
            ret;
        }
    }
}

fn main() {
    let mut vm = Vm::new();
    let rest: u64 = vault::withdraw(&mut vm, 500, 499, vault::LATE).unwrap().rest;
    let error = vault::withdraw(&mut vm, rest, 501, 6).unwrap_err();
    assert_eq!(error.refusal(), Some(vault::Refusal::Overspent));
    const WITHDRAW: LibSite = vault::withdraw::SITE;
    const ID: LibId = vault::ID;
    let other: vault::other::Output = vault::other(&mut vm, Some(b"text")).unwrap();
    let _: Option<f32> = other.y;
    vault::right(&mut vm, vault::HIGHEST).unwrap();
    println!("{WITHDRAW} {ID} {:?} {}", vault::right::COMPLEXITY, vault::program().is_ok());
}
