//! Ethereum bytecode in `revm-interpreter`.

use revm_interpreter::bytecode::Bytecode;
use revm_interpreter::host::DummyHost;
use revm_interpreter::interpreter::{EthInterpreter, ExtBytecode};
use revm_interpreter::primitives::{Bytes, U256, hardfork::SpecId};
use revm_interpreter::{
    GasTable, InputsImpl, InstructionTable, Interpreter, InterpreterAction, SharedMemory,
    gas_table, instruction_table,
};

/// An analysed program that leaves its result on top of the stack.
pub struct Evm {
    code: Bytecode,
    instructions: InstructionTable<EthInterpreter, DummyHost>,
    gas: GasTable,
    host: DummyHost,
}

impl Evm {
    /// The program is padded and its jump targets are found here, once.
    pub fn new(code: Vec<u8>) -> Evm {
        Evm {
            code: Bytecode::new_legacy(Bytes::from(code)),
            instructions: instruction_table(),
            gas: gas_table(),
            host: DummyHost::new(SpecId::default()),
        }
    }

    /// Runs in a fresh interpreter.
    ///
    /// # Panics
    ///
    /// If the program does not stop by itself with a value on the stack.
    pub fn run(&mut self) -> U256 {
        let mut interpreter = Interpreter::<EthInterpreter>::new(
            SharedMemory::new(),
            ExtBytecode::new(self.code.clone()),
            InputsImpl::default(),
            false,
            SpecId::default(),
            u64::MAX,
        );
        let action = interpreter.run_plain(&self.instructions, &self.gas, &mut self.host);
        match action {
            InterpreterAction::Return(result) => assert!(result.is_ok(), "{result:?}"),
            InterpreterAction::NewFrame(_) => unreachable!("the program calls nobody"),
        }
        *interpreter.stack.data().last().expect("the program leaves its result")
    }
}

/// A little assembler: what the programs here need of EVM bytecode.
#[derive(Default)]
pub struct Code(Vec<u8>);

impl Code {
    pub const ADD: u8 = 0x01;
    pub const MUL: u8 = 0x02;
    pub const LT: u8 = 0x10;
    pub const XOR: u8 = 0x18;
    pub const JUMPI: u8 = 0x57;
    pub const JUMPDEST: u8 = 0x5B;
    pub const STOP: u8 = 0x00;

    pub fn ops(mut self, ops: &[u8]) -> Code {
        self.0.extend_from_slice(ops);
        self
    }

    /// Pushes a number, in as few bytes as it has.
    pub fn push(mut self, number: U256) -> Code {
        let bytes = number.to_be_bytes_trimmed_vec();
        let bytes = if bytes.is_empty() { vec![0] } else { bytes };
        self.0.push(0x5F + bytes.len() as u8);
        self.0.extend(bytes);
        self
    }

    /// Where the next instruction will be.
    pub fn here(&self) -> U256 {
        U256::from(self.0.len())
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Copies the n-th value from the top.
pub const fn dup(n: u8) -> u8 {
    0x7F + n
}

/// Swaps the top with the value n below it.
pub const fn swap(n: u8) -> u8 {
    0x8F + n
}
