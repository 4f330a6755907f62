//! Operands and statements that come through a user's macro, in invisible groups or as tokens.

#![deny(warnings)]

use aluvm::{Instr, aluasm};

const LIMIT: u16 = 1000;

macro_rules! operands {
    ($index:literal, $value:literal, $expression:expr, $register:expr, $size:ident, $path:path, $any:tt, $label:ident, $text:literal, $block:block) => {
        aluasm! {
            put $size[$index], $value;
            put a64[$index], $expression;
            mov $register, a8[$index];
            put a16[1], $path;
            put a16[2], $any;
            put s16[0], $text;
            put a32[0], $block;
        $label:
            jmp $label;
            add a8[0], $value;
        }
    };
}

macro_rules! repeated {
    ($($name:ident = $register:tt [$index:tt]),* ; $($body:tt)*) => {
        aluasm! {
            $(let $name = $register[$index];)*
            $(inc $name;)*
            $($body)*
        }
    };
}

macro_rules! outer {
    ($value:expr) => {
        inner!($value)
    };
}

macro_rules! inner {
    ($value:expr) => {
        aluasm! { put a8[0], $value; }
    };
}

macro_rules! code {
    ($name:ident, $count:literal, $($body:tt)*) => {
        static $name: [Instr; $count] = aluasm! { $($body)* };
    };
}

code!(FIRST, 2, start: jmp start; ret;);
code!(SECOND, 1, ret;);

fn main() {
    assert_eq!(
        operands!(3, -5, 2 + 2, a8[7], a8, LIMIT, 77, here, "text", { 1 + 1 }),
        aluasm! {
            put a8[3], -5;
            put a64[3], 4;
            mov a8[7], a8[3];
            put a16[1], 1000;
            put a16[2], 77;
            put s16[0], "text";
            put a32[0], 2;
        here:
            jmp here;
            add a8[0], -5;
        }
    );
    assert_eq!(
        repeated!(x = a8[1], y = a16[2]; add.uc x, a8[3]; jmp 0;),
        aluasm! { inc a8[1]; inc a16[2]; add.uc a8[1], a8[3]; jmp 0; }
    );
    assert_eq!(outer!(5), aluasm! { put a8[0], 5; });
    assert_eq!(outer!(-5), aluasm! { put a8[0], -5; });
    assert_eq!(outer!(2 * 3), aluasm! { put a8[0], 6; });
    assert_eq!(FIRST[1], SECOND[0]);
}
