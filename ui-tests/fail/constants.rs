use aluvm::{Instr, aluasm};

const BIG: u32 = 70_000;
const NEGATIVE: i8 = -1;

const CODE: [Instr; 4] = aluasm! {
        put a16[0], BIG;
        put r128[0], NEGATIVE;
        jmp BIG;
        inc a8[0];
};

fn main() {
    assert!(!CODE.is_empty());
}
