//! Names that are not unique, or not Rust's to have. All else of the library can be used.

use aluvm::{Vm, alulib};

alulib! {
    mod names {
        pub const one: a8 = 1;
        pub fn one() { ret; }
        pub enum Refusal in a8[7] { TooLarge = 1, TooLarge = 2, loop = 3, TooSmall = 4 }
        pub fn Refusal() { ret; }
        pub fn loop() { ret; }
        pub const fn constant() { ret; }
        pub const ID: a8 = 4;
        pub const LIMIT: usize = 4;
        pub fn good(x: a8[0], x: a8[1], loop: a8[2], y: b7) -> (z: a8[5]) { put z, 1; ret; }
    }
}

fn main() {
    let z: u8 = names::good(&mut Vm::new(), 1, 2, 3, "anything").unwrap().z;
    assert_eq!((z, names::one), (1, 1));
    let _ = [names::Refusal::TooLarge, names::Refusal::TooSmall];
}
