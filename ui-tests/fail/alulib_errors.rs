//! Errors: their registers, numbers and names.

use aluvm::alulib;

alulib! {
    mod declared {
        pub enum Wide in a128[0] { A = 1 }
        pub enum Float in f32[0] { B = 1 }
        pub enum Nowhere { C = 1 }
        pub enum Number in a8[0] { D = 256, E = 0.5, F, G = -1 }
        pub enum Same in a8[1] { H = 1, I = 0x01 }
        pub enum Beside in a8[1] { J = 1 }
        pub enum Index in a8[32] { K = 1 }
        pub enum Payload in a8[2] { L(u8) = 1, M { x: u8 } = 2, N(u8) }
        pub enum Comma in a8[3] { O = 1; P = 2 }

        pub fn one() {
            refuse  A;
        }
    }
}

alulib! {
    mod registers {
        pub enum Refusal in a8[7] { Bad = 1 }

        pub fn input(x: a8[7]) {
            require put a8[0], 5 => Bad;
            dup     x, a8[1];
            ret;
        }

        pub fn output() -> (y: a8[7]) {
            put     y, 1;
            refuse  Bad;
        }

        pub fn used(x: a8[7]) {
            require ifz x => Bad;
            ret;
        }

        pub fn alias() {
            let here = a8[7];
            put     here, 1;
            refuse  Bad;
        }

        let everywhere = a8[7];

        pub fn alias_of_all() {
            put     everywhere, 1;
            refuse  Bad;
        }

        pub fn alias_of_all_again() {
            clr     everywhere;
            refuse  Bad;
        }

        // It neither requires nor refuses with that register.
        pub fn right(x: a8[7]) {
            require ifz x;
            ret;
        }
    }
}

alulib! {
    mod used {
        pub enum Refusal in a8[7] { TooBig = 1 }

        pub fn one(x: a64[0]) {
            require ifz x => TooBug;
            require ifz x => ;
            require ifz x => 1;
            require ifz x => Refusal::TooBig;
            refuse  TooBug;
            refuse;
            refuse  1;
            refuse  Refusal;
            refuse  Refusal::TooBig;
            refuse  super::used::Refusal::TooBig;
        }
    }
}

fn main() {
    let _ = used::Refusal::TooBig;
    let _ = registers::Refusal::Bad;
}
