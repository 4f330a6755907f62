//! More code and more constants than a library holds.

use aluvm::{Instr, aluasm};

macro_rules! times_16 {
    ($size:literal {} $($code:tt)*) => {
        static CODE: [Instr; $size] = aluasm! { $($code)* };
    };
    ($size:literal {$step:literal $($steps:literal)*} $($code:tt)*) => {
        times_16! { $size {$($steps)*}
            $($code)* $($code)* $($code)* $($code)* $($code)* $($code)* $($code)* $($code)*
            $($code)* $($code)* $($code)* $($code)* $($code)* $($code)* $($code)* $($code)*
        }
    };
}

times_16! { 12288 {1 2 3} add.uc a8[0], a8[1]; dup a8[1], a8[2]; .byte 0, 1, 2, 3, 4, 5, 6, 7, 8, 9; }

macro_rules! constants {
    ($($number:literal)*) => {
        static DATA: [Instr; 64] = aluasm! { $(put r8192[0], $number;)* };
    };
}

constants! {
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32
    33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64
}

fn main() {}
