//! What stands in `alulib!`, and what its attributes say.

use aluvm::alulib;

alulib! {}
alulib! { fn run() { ret; } }
alulib! { pub mod { } }
alulib! { pub mod nothing; }
alulib! { mod first { pub fn run() { ret; } } mod second { pub fn run() { ret; } } }
alulib! { mod empty {} }
alulib! {
    #[allow(unused_inputs)]
    mod attributes {
        #![isa = "path"]
        #![isae("ALU", "REX")]
        #![id("alu1d8ma5ag3acay30ujnz94vzgdpf6hsemn7lrsjxhtlu0j9vegj0qspx6hc0")]
        #![profile("nothing")]
        pub fn run() { ret; }
    }
}

alulib! {
    mod known {
        #![id = "alu1d8ma5ag3acay30ujnz94vzgdpf6hsemn7lrsjxhtlu0j9vegj0qspx6hc0"]
        pub fn run() { ret; }
    }
}

fn main() {
    let _ = attributes::ID;
}
