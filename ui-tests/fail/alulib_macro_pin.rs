//! A pinned id where only the compiler knows all bytes.

use aluvm::alulib;

const NUMBER: u16 = 300;

alulib! {
    mod evaluated {
        #![id = "alu1puj9jukgffvr5atazzzz90vkmekut70suw4vacc26rr73c0zagys7jx7jx"]
        pub fn run() { put a16[0], super::NUMBER; ret; }
    }
}

fn main() {}
