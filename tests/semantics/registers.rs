//! Instructions are pure: each changes only the registers that its description says it writes, and what
//! it does depends only on those that it says it reads. For every instruction, on random registers.

use aluvm_core::isa::{FORMS, FieldKind, Form, Given, Instr, Register, RegisterSize};
use aluvm_core::library::{Lib, Libs, Program};
use aluvm_core::vm::{Registers, Stop, Value, Vm};
use aluvm_tests::{Random, cases};

use crate::inputs::expand;
use aluvm_tests::machine::{all, has, set};

/// The registers that instructions of this test name.
const USED: u8 = 3;

/// An instruction of the form, whose registers meet.
fn instr(form: &Form, random: &mut Random) -> Vec<u8> {
    let mut word = form.fixed_bits();
    for (number, field) in form.fields.iter().enumerate() {
        let bits = match field.kind {
            FieldKind::Fixed(_) => continue,
            FieldKind::Index => random.below(USED.into()),
            FieldKind::Offset | FieldKind::RegisterData => random.below(40),
            FieldKind::StringData => random.below(40) | random.below(40) << 16,
            _ => random.next_number() & ((1 << field.bits) - 1),
        };
        word |= u128::from(bits) << form.field_shift(number);
    }
    word.to_le_bytes()[..form.length()].to_vec()
}

/// Sets a register to something, half of the time short, and one time of four to nothing.
fn fill(registers: &mut Registers, size: RegisterSize, index: u8, random: &mut Random) {
    if random.below(4) == 0 {
        return set(registers, size, index, None);
    }
    if size == RegisterSize::S16 {
        let bytes: Vec<u8> = (0..random.below(20)).map(|_| b'a' + random.below(3) as u8).collect();
        return set(registers, size, index, Some(&bytes));
    }
    let bits = 8 * size.bytes() as u32;
    let mut bytes = expand(random.next_number(), bits).to_bytes_le().1;
    if random.below(2) == 0 {
        bytes.truncate(1);
        bytes[0] %= 24;
    }
    bytes.resize(size.bytes(), 0);
    if size.family() == aluvm_core::isa::Family::F {
        // Most patterns are numbers; `put` makes the others undefined.
        let text = format!("put {size}[{index}], {};", literal(&bytes));
        let program = Program::new(Lib::assemble(&[text.parse().expect("valid")]).expect("short"));
        let mut vm = Vm::new();
        let _ = vm.run(&program.expect("complete"));
        let value = aluvm_tests::machine::get(vm.registers(), size, index);
        return set(registers, size, index, value.as_deref());
    }
    set(registers, size, index, Some(&bytes));
}

fn literal(bytes: &[u8]) -> String {
    let escapes: String = bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("b\"{escapes}\"")
}

fn random_registers(random: &mut Random, keep: &[Register], from: &Registers) -> Registers {
    let mut registers = from.clone();
    for (size, index) in all().filter(|(_, index)| *index <= USED) {
        if !keep.contains(&Register::Value { size, index }) {
            fill(&mut registers, size, index, random);
        }
    }
    if !keep.contains(&Register::Status) {
        registers.set_st0(random.below(2) == 0);
    }
    registers
}

/// All registers that a random state differs in.
fn registers() -> impl Iterator<Item = Register> {
    all()
        .filter(|(_, index)| *index <= USED)
        .map(|(size, index)| Register::Value { size, index })
        .chain([Register::Status])
}

struct Ran {
    before: Registers,
    after: Registers,
    failed: bool,
}

impl Ran {
    fn new(program: &Program, before: &Registers) -> Ran {
        let mut vm = Vm::new();
        *vm.registers_mut() = before.clone();
        vm.registers_mut().set_st0(before.st0());
        let outcome = vm.run(program);
        let failed = outcome.stop != Stop::Finished;
        Ran { before: before.clone(), after: vm.registers().clone(), failed }
    }

    fn before(&self, register: Register) -> Option<Value> {
        self.before.get(register)
    }

    fn after(&self, register: Register) -> Option<Value> {
        self.after.get(register)
    }

    fn kept(&self, register: Register) -> bool {
        self.before(register) == self.after(register)
    }
}

fn check(form: &'static Form, random: &mut Random) {
    let mut code = instr(form, random);
    let word = code.iter().rev().fold(0, |word, byte| word << 8 | u128::from(*byte));
    let instr = Instr::from_word(word, Given::Nothing).expect("a row");
    code.push(0x07);
    let data: Vec<u8> = (0..60).map(|_| random.next_number() as u8).collect();
    let isae = format!("ALU {}", form.isae).trim().parse().expect("valid");
    let lib = Lib::new(isae, code, data, Libs::default()).expect("short");
    let program = Program::new(lib).expect("complete");

    let (reads, writes): (Vec<_>, Vec<_>) = (instr.reads().collect(), instr.writes().collect());
    let first = random_registers(random, &[], &Registers::new());
    let second = random_registers(random, &reads, &first);
    let (first, second) = (Ran::new(&program, &first), Ran::new(&program, &second));
    for register in registers() {
        // Whatever stops the program makes `st0` false.
        let stopped = register == Register::Status && (first.failed || second.failed);
        if !writes.contains(&register) {
            assert!(first.kept(register) && second.kept(register) || stopped, "{instr} {register}");
            continue;
        }
        // A register that may be written is set to the same, or left alone in both.
        let same = first.after(register) == second.after(register);
        let kept = first.kept(register) && second.kept(register);
        assert!(same || kept, "{instr}: {register} depends on what it does not read");
    }
    let jumps = |ran: &Ran| ran.after.cy0();
    assert_eq!(jumps(&first), jumps(&second), "{instr}");
}

#[test]
fn instructions_change_what_they_write_by_what_they_read() {
    let mut random = Random::new(1);
    for form in FORMS.iter().filter(|form| has(form.isae)) {
        // Curve operations are slow, and have registers of their own.
        let count = if form.cost >= 1000 { cases(20) } else { cases(200) };
        for _ in 0..count {
            check(form, &mut random);
        }
    }
}
