//! Imports of what is no library, of libraries with mistakes, and in a circle. Each mistake is said once, and
//! what has none can be used.

use aluvm::{Vm, alulib};

mod plain {}

alulib! {
    pub mod math {
        pub fn double(x: a64[0]) -> (y: a64[0]) { add.uc x, x; ret; }
    }
}

alulib! {
    pub mod broken {
        pub fn double(x: a64[0]) -> (y: a64[0]) { add.uc x, ; ret; }
        pub fn nothing() { ret; }
    }
}

alulib! {
    mod none {
        use super::plain;
        pub const LIMIT: a16 = 5;
        pub enum Refusal in a8[0] { TooMuch = 1 }
        pub fn run(x: s16[0]) -> (y: a64[0]?) { require st0 => TooMuch; put a16[0], LIMIT; call plain::run; ret; }
    }
}

alulib! {
    mod a_routine {
        use super::math::double;
        pub fn run() { call double::run; ret; }
    }
}

alulib! {
    mod misspelt {
        use super::math;
        pub fn run(x: a64[0]) -> (x: a64[0]) { call math::doubl; call math::double; ret; }
    }
}

alulib! {
    mod of_broken {
        #![id = "alu1d8ma5ag3acay30ujnz94vzgdpf6hsemn7lrsjxhtlu0j9vegj0qspx6hc0"]
        use super::broken;
        pub fn run() { call broken::double; call broken::more; call broken::nothing; ret; }
    }
}

alulib! {
    mod of_that {
        use super::of_broken;
        pub fn run() { call of_broken::run; ret; }
    }
}

alulib! {
    mod circle {
        use super::circle;
        pub fn run() { call circle::run; ret; }
    }
}

fn main() {
    let vm = &mut Vm::new();
    let _: u64 = broken::double(vm, 5).unwrap().y;
    broken::nothing(vm).unwrap();
    of_that::run(vm).unwrap();
    let error = none::run(vm, b"text").unwrap_err();
    let _ = (none::run(vm, "text").unwrap().y == Some(5u64), error.refusal() == Some(none::Refusal::TooMuch));
    let _ = (none::ID, none::run::SITE, none::LIMIT == 5u16, none::program().unwrap().entries());
    let _: u64 = misspelt::run(vm, 5).unwrap().x;
}
