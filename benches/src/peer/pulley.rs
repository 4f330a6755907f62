//! Wasmtime's portable bytecode in `pulley-interpreter`, written by hand as Cranelift would.

use std::ptr::NonNull;

use pulley_interpreter::Op;
use pulley_interpreter::interp::{DoneReason, RegType, Val, Vm};

/// A function from a number, in the register `x0`, to a number, in the same register.
pub struct Pulley {
    code: Vec<u8>,
    vm: Vm,
}

impl Pulley {
    /// # Panics
    ///
    /// If there is no memory for the machine's stack.
    pub fn new(ops: impl IntoIterator<Item = Op>) -> Pulley {
        let mut code = Vec::new();
        for op in ops {
            op.encode(&mut code);
        }
        Pulley { code, vm: Vm::new().expect("there is memory") }
    }

    /// # Panics
    ///
    /// If the program traps.
    pub fn run(&mut self, argument: u64) -> u64 {
        let entry = NonNull::from(&self.code[..]).cast();
        // SAFETY: the code comes from the encoder, ends in `ret`, and jumps only within itself.
        let done = unsafe { self.vm.call(entry, &[Val::from(argument)], [RegType::XReg]) };
        match done {
            DoneReason::ReturnToHost(mut results) => match results.next() {
                Some(Val::XReg(result)) => result.get_u64(),
                _ => unreachable!("one integer was asked for"),
            },
            _ => panic!("the program returns"),
        }
    }
}
