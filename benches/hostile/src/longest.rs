//! Runs that do not end by themselves: as many jumps as the machine allows, with more or less code between two, and what
//! a complexity limit stops. A host cannot shorten the first without a limit.

use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::{Registers, Vm};

/// A run, and what its cost is divided by.
pub struct Longest {
    pub name: &'static str,
    text: fn() -> String,
    /// The complexity limit.
    limit: Option<u64>,
}

/// All of them. What stands between the jumps is short, so that the counting ends in seconds: a run is linear in it.
pub const LONGEST: [Longest; 7] = [
    Longest { name: "jumps to themselves", text: || "again: jmp again;".into(), limit: None },
    Longest {
        name: "conditional jumps to themselves",
        text: || "again: jif again;".into(),
        limit: None,
    },
    Longest {
        name: "calls that return",
        text: || "again: routine nothing; jmp again; nothing: ret;".into(),
        limit: None,
    },
    Longest {
        name: "sixty-four nop between two jumps",
        text: || format!("again: {} jmp again;", "nop; ".repeat(64)),
        limit: None,
    },
    Longest {
        name: "sixty-four additions between two jumps",
        text: || additions("jmp again;"),
        limit: None,
    },
    Longest {
        name: "additions up to a limit of 1,000,000",
        text: || additions("jmp again;"),
        limit: Some(1_000_000),
    },
    Longest {
        name: "additions with more than the limit between two jumps",
        text: || additions("jmp again;"),
        limit: Some(60),
    },
];

fn additions(end: &str) -> String {
    format!("put a64[0], 1; again: {} {end}", "add.uw a64[0], a64[1]; ".repeat(64))
}

impl Longest {
    /// The program, and a machine for it that has run it once.
    pub fn prepare(&self) -> (Program, Vm) {
        let lib: Lib = (self.text)().parse().expect("a library");
        let program = Program::new(lib).expect("complete");
        let mut vm = Vm::new();
        self.begin(&mut vm);
        let _ = vm.run(&program);
        self.begin(&mut vm);
        (program, vm)
    }

    fn begin(&self, vm: &mut Vm) {
        *vm.registers_mut() = Registers::new();
        vm.registers_mut().set_cl0(self.limit);
    }
}
