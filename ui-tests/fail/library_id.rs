//! Library ids that are none.

use aluvm::{Instr, aluasm};

static CODE: [Instr; 7] = aluasm! {
    call    0 @ "hello";
    exec    0 @ "alu1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
    exec    0 @ "alu:650XHPmh-WpXWR5R-Uz4B5jX-jeDqcyr-HXpdZxY-aX9gfO5#plasma-tunnel-mama";
    call    0 @ "alu:650XHPmh";
    call    0 @ next;
    call    0 @;
    call    next @ 5.5;
};

fn main() {}
