//! A twin held against the machine, on inputs at edges and at random.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Write;

use super::{Halt, Native, Run};
use crate::bytes::ByteString;
use crate::call::Module;
use crate::codec::decode;
use crate::contract::description::Parameter;
use crate::contract::twin::constant;
use crate::isa::{NoExtension, Register, RegisterSize};
use crate::library::{LibSite, Program};
use crate::profile::Profile;
use crate::vm::{Effects, Outcome, Registers, Session, Value};

/// How many inputs a twin is held against, and after how many jumps of them there are no more.
const CASES: usize = 500;
const JUMPS: u32 = 300_000;

/// The value of an input.
pub fn given<T: Native>(registers: &Registers, register: [u8; 2]) -> T {
    let register = Register::from_code(register);
    register.and_then(|register| T::read(registers, register)).unwrap_or_else(T::filler)
}

/// Makes it the value of an output.
pub fn put<T: Native>(value: &T, registers: &mut Registers, register: [u8; 2]) {
    if let Some(register) = Register::from_code(register) {
        value.write(registers, register);
    }
}

/// Runs a routine on the machine and its twin.
///
/// # Panics
/// Where they differ; the message says for which inputs.
pub fn check(
    module: &'static Module,
    entry: u16,
    (inputs, outputs): (&[Parameter<'static>], &[Parameter<'static>]),
    twin: &dyn Fn(&Run, &Registers, &mut Registers) -> Result<bool, Halt>,
) {
    let mut random = Random::new(module);
    let entry_site = LibSite::new(module.lib.id(), entry);
    let program = link(module, entry_site);
    let mut jumps = 0;
    for number in 0..CASES {
        if jumps > JUMPS {
            break;
        }
        let before = random.inputs(inputs, number);
        let mut session = Session::replay(&program, entry_site, before.clone(), Effects::new());
        let machine = session.run_until(|_| false).expect("it uses no instruction of a host");
        let after = session.registers();
        let run = Run::new(module, entry);
        let mut left = Registers::new();
        let ended = twin(&run, &before, &mut left);
        jumps += u32::from(run.jumps.get());
        let mut outcome = run.outcome(ended);
        if machine.is_success() && outcome.is_success() {
            // Where a success ends is nothing that anyone is told.
            outcome.site = machine.site;
        }
        let read = |registers: &Registers| -> Vec<Option<Value>> {
            outputs.iter().map(|output| registers.get(output.register)).collect()
        };
        let (expected, found) = (read(after), read(&left));
        let is_same = outcome == machine && (!machine.is_success() || expected == found);
        if !is_same {
            let differing = Differing { inputs, outputs, before: &before };
            panic!("{}", differing.message((machine, after), (outcome, &left)));
        }
    }
}

/// The program of a library for any machine, whatever extensions it names.
fn link(module: &'static Module, entry: LibSite) -> Program {
    let libs = module.all().into_iter().map(|module| module.lib.clone());
    Program::link_recorded(entry, libs, Profile::SPEC).expect("the library of the routine links")
}

/// What the machine and the twin do not do alike.
struct Differing<'d> {
    inputs: &'d [Parameter<'static>],
    outputs: &'d [Parameter<'static>],
    before: &'d Registers,
}

impl Differing<'_> {
    fn message(
        &self,
        (machine, after): (Outcome, &Registers),
        (twin, left): (Outcome, &Registers),
    ) -> String {
        let mut text = String::from("the machine and the twin differ");
        let mut list = |title: &str, parameters: &[Parameter<'static>], registers: &Registers| {
            let _ = write!(text, "\n{title}");
            for parameter in parameters {
                let _ = match registers.get(parameter.register) {
                    Some(value) => write!(text, "\n    {} = {value}", parameter.name),
                    None => write!(text, "\n    {} has no value", parameter.name),
                };
            }
        };
        list("  inputs", self.inputs, self.before);
        let machine_title = alloc::format!("  the machine: {machine}");
        list(&machine_title, self.outputs, after);
        let twin_title = alloc::format!("  the twin: {twin}");
        list(&twin_title, self.outputs, left);
        text
    }
}

/// Random numbers, the same each time, and the constants of the library, at which edges are.
struct Random {
    state: u64,
    constants: Vec<Vec<u8>>,
}

impl Random {
    fn new(module: &Module) -> Random {
        let mut constants = Vec::new();
        let libs = module.lib.libs().iter().collect();
        for instr in decode::<NoExtension>(module.lib.code(), module.lib.data(), &libs) {
            constants.extend(constant(&instr).map(Vec::from));
        }
        Random { state: 0x7716, constants }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.state;
        word = (word ^ word >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ word >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ word >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// The inputs of the run with a number; those of the first are all zero.
    fn inputs(&mut self, inputs: &[Parameter<'static>], number: usize) -> Registers {
        let mut registers = Registers::new();
        let mut last: Option<Vec<u8>> = None;
        for input in inputs {
            let Register::Value { size, .. } = input.register else { continue };
            if size == RegisterSize::S16 {
                let string = self.string(number);
                string.write(&mut registers, input.register);
                continue;
            }
            loop {
                let bytes = match number {
                    0 => vec![0; size.bytes()],
                    _ => self.number(size, last.as_deref()),
                };
                // A float is drawn again that no register holds.
                if registers.set(input.register, Value::Number(bytes.clone().into())).is_ok() {
                    last = Some(bytes);
                    break;
                }
            }
        }
        registers
    }

    fn string(&mut self, number: usize) -> ByteString {
        let length = match self.below(32) {
            _ if number == 0 => 0,
            0 => 0,
            1 => usize::from(u16::MAX),
            2..=7 => 1 << self.below(9),
            _ => self.below(80),
        };
        let mut bytes: Vec<u8> = (0..length).map(|_| self.next() as u8).collect();
        if self.below(4) == 0 {
            let number = self.below(self.constants.len());
            self.constants.get(number).into_iter().for_each(|constant| bytes.clone_from(constant));
        }
        bytes.try_into().unwrap_or_default()
    }

    /// The bytes of a number: often at an edge of its type, near a constant or near the number before.
    fn number(&mut self, size: RegisterSize, last: Option<&[u8]>) -> Vec<u8> {
        let length = size.bytes();
        let mut bytes = vec![0; length];
        let fill = |bytes: &mut Vec<u8>, from: &[u8]| {
            bytes.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        };
        match self.below(12) {
            0 => {}
            1 => bytes.fill(0xFF),
            // The least and the greatest number with a sign.
            2 => bytes.iter_mut().rev().take(1).for_each(|top| *top = 0x80),
            3 => {
                bytes.fill(0xFF);
                bytes.iter_mut().rev().take(1).for_each(|top| *top = 0x7F);
            }
            4 => bytes.iter_mut().take(1).for_each(|low| *low = 0),
            5 => {
                let bit = self.below(8 * length);
                bytes.iter_mut().skip(bit / 8).take(1).for_each(|byte| *byte = 1 << (bit % 8));
            }
            6 | 7 => {
                let number = self.below(self.constants.len());
                let constant = self.constants.get(number).cloned().unwrap_or_default();
                fill(&mut bytes, &constant);
            }
            8 => fill(&mut bytes, last.unwrap_or_default()),
            // A random number of random bits.
            9 | 10 => {
                let bits = self.below(8 * length + 1);
                bytes.iter_mut().take(bits / 8).for_each(|byte| *byte = self.next() as u8);
                let rest = (self.next() as u8) & ((1 << (bits % 8)) - 1);
                bytes.iter_mut().skip(bits / 8).take(1).for_each(|byte| *byte = rest);
            }
            _ => bytes.iter_mut().for_each(|byte| *byte = self.next() as u8),
        }
        match self.below(6) {
            0 => add(&mut bytes, 1),
            1 => add(&mut bytes, 0xFF),
            2 => {
                let small = self.below(32) as u8;
                bytes.iter_mut().take(1).for_each(|low| *low = low.wrapping_add(small));
            }
            _ => {}
        }
        bytes
    }
}

/// Adds one, or with all bits set takes one away.
fn add(bytes: &mut [u8], one: u8) {
    let (mut carry, rest) = (u16::from(one), if one == 1 { 0 } else { 0xFF });
    for (number, byte) in bytes.iter_mut().enumerate() {
        let digit = if number == 0 { 0 } else { rest };
        let sum = u16::from(*byte) + digit + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
}
