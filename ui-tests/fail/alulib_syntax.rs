//! What is no item, and items and statements that are not finished.

use aluvm::alulib;

alulib! {
    mod items {
        struct State { x: u8 }
        static COUNT: u8 = 0;
        impl State {}
        mod inner { pub fn one() { ret; } }
        macro_rules! nothing { () => {} }
        type Word = u8;
        func three() { ret; }
        pub let x = a8[0];
        let y = 5;
        let z;
        let = a8[0];
        5;
        ;
        nop;
        println!("text");

        pub fn one() { ret; };
        pub fn two() { ret; }
    }
}

alulib! {
    mod statements {
        let kept = a64[5]

        pub const LIMIT: a8 = 5

        pub fn one(x: a64[0]) {
            inc     x
            dec     x;
            put     kept, 1000
            ret
        }

        pub fn two(x: a64[0]) {
            let y = x;
            let z: a64 = a64[1];
            inc     x,;
            inc     (x);
            { inc x; }
            inc     u64[0];
            inc     x; ;
            ret;
        }

        fn three(x: a64[0]) {
            inc
        }
    }
}

alulib! {
    mod private_only {
        fn one() {
            ret;
        }
    }
}

alulib! {
    pub fn one() { ret; }
}

alulib! {
    mod name;
}

alulib! {
    pub module name { pub fn one() { ret; } }
}

alulib! {
    mod first { pub fn one() { ret; } }
    mod second { pub fn one() { ret; } }
}

alulib! {}

fn main() {}
