//! A number in the braces of a constant that the type of its place does not have.

use aluvm::alulib;

alulib! {
    mod constants {
        pub fn bytes(a: i8) -> (x: i8) {
            require a != { 100 + 27 };
            x = { 200 };
        }
    }
}

fn main() {}
