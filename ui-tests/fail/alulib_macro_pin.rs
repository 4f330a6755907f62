//! A pinned id where only the compiler knows all bytes.

use aluvm::alulib;

const NUMBER: u16 = 300;

alulib! {
    mod evaluated {
        #![id = "alu1d8ma5ag3acay30ujnz94vzgdpf6hsemn7lrsjxhtlu0j9vegj0qspx6hc0"]
        pub fn run() { put a16[0], super::NUMBER; ret; }
    }
}

fn main() {}
