#![no_std]

extern crate alloc;

use alu::{Instr, Lib, Program, Vm};

const FIRST: [Instr; 2] = alu::aluasm! { put a8[1], 2; ret; };
static SECOND: [Instr; 3] = alu::aluasm! { nop; test; ret; };

trait Limits {
    const LIMIT: u16;
}

struct Small;

impl Limits for Small {
    const LIMIT: u16 = 7;
}

fn generic<T: Limits>() -> [Instr; 2] {
    alu::aluasm! { put a16[0], T::LIMIT; ret; }
}

const fn constant() -> [Instr; 1] {
    alu::aluasm! { ret; }
}

fn main() {
    let code = alu::aluasm! {
        // Two blocks may have the same label.
    here:
        ret;
    };
    let other = alu::aluasm! { here: jmp here; };
    assert_ne!(code[0], other[0]);
    assert_eq!(constant(), code);
    assert_eq!(SECOND.len() + FIRST.len(), 5);

    let program = Program::new(Lib::assemble(&generic::<Small>()).unwrap()).unwrap();
    let mut vm = Vm::new();
    assert!(vm.run(&program).is_success());
    assert_eq!(vm.registers().a16(0), Some(7));
}
