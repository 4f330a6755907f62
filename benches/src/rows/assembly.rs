//! From instructions to a library and back, for programs of a thousand instructions of many kinds.

use std::hint::black_box;

use aluvm_core::isa::{Instr, NoExtension};
use aluvm_core::library::Lib;
use deployed::isa::Instr as DeployedInstr;
use deployed::library::Lib as DeployedLib;

use crate::guest::{assemble, deployed_lib};
use crate::row::{Bound, Kind, Pace, Row};

/// What contracts are made of; none of it is read differently by the deployed implementation.
const LINES: &str = "
    put     a16[8], 378;
    put     a64[1], 0x0123456789ABCDEF;
    putif   r128[5], 0xAF67937B5498DC;
    clr     r1024[5];
    dup     a256[1], a256[7];
    mov     a16[1], a16[2];
    cpy     a64[1], a256[7];
    gt.u    a8[5], a8[9];
    lt.s    a8[5], a8[9];
    eq.n    a64[3], a64[4];
    ifz     r2048[17];
    st.s    a8[1];
    add.uc  a32[12], a32[13];
    mul.sw  a64[12], a64[13];
    inc     a16[3];
    neg     a64[9];
    and     r256[1], r256[2], r256[3];
    shl     a16[3], a256[5];
    rev     a512[5];
    fill.e  s16[3], a16[1], a16[30], a8[9];
    len     s16[3], a16[31];
    extr    s16[3], r256[14], a16[2];
    join    s16[1], s16[2], s16[3];
    sha2    s16[8], r256[15];
    secpadd r512[1], r512[2];
    jif     0x0010;
    routine 0x0020;
    test;
    ret;
";

pub fn rows() -> Vec<Row> {
    let lib = assemble(&text());
    let deployed = deployed_lib(&lib);
    vec![assembling(&lib, &deployed), disassembling(lib, deployed)]
}

/// The program.
pub fn text() -> String {
    LINES.repeat(35)
}

/// The program's instructions, their constants at places in the data.
pub fn instrs() -> Vec<Instr> {
    assemble(&text()).disassemble::<NoExtension>()
}

/// The answer is the length of the code; its bytes are compared beforehand.
fn assembling(lib: &Lib, deployed: &DeployedLib) -> Row {
    let mut row = Row::new("assemble an instruction", [Bound::Nanoseconds(5.0, Pace::Clock)]);
    let expected = lib.code().len() as u64;
    let instrs: Vec<Instr> = lib.disassemble::<NoExtension>();
    let again = Lib::assemble(&instrs).expect("it fits");
    assert_eq!((again.code(), again.data()), (lib.code(), lib.data()));
    row.add(Kind::Ours, "aluvm", instrs.len() as u64, expected, move || {
        black_box(Lib::assemble(black_box(&instrs)).expect("it fits")).code().len() as u64
    });
    let instrs: Vec<DeployedInstr> = deployed.disassemble().expect("it is whole");
    let again = DeployedLib::assemble(&instrs).expect("it fits");
    assert_eq!(again.code_segment(), lib.code());
    row.add(Kind::Deployed, "rgb-aluvm", instrs.len() as u64, expected, move || {
        let lib = DeployedLib::assemble(black_box(&instrs)).expect("it fits");
        black_box(lib).code_segment().len() as u64
    });
    row
}

fn disassembling(lib: Lib, deployed: DeployedLib) -> Row {
    let mut row = Row::new("disassemble an instruction", [Bound::Nanoseconds(8.0, Pace::Clock)]);
    let count = lib.disassemble::<NoExtension>().len() as u64;
    row.add(Kind::Ours, "aluvm", count, count, move || {
        black_box(black_box(&lib).disassemble::<NoExtension>()).len() as u64
    });
    row.add(Kind::Deployed, "rgb-aluvm", count, count, move || {
        let instrs: Vec<DeployedInstr> = black_box(&deployed).disassemble().expect("it is whole");
        black_box(instrs).len() as u64
    });
    row
}
