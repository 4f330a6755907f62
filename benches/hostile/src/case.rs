//! The programs: each instruction of the table, with each flag, at the largest registers and constants
//! that it can name, many times in a row.

use aluvm_core::isa::{FORMS, Family, FieldKind, Form, Given, Instr, Register, RegisterSize};
use aluvm_core::library::{Lib, Libs, Program};
use aluvm_core::limits::DATA_MAX;
use aluvm_core::vm::{Registers, Vm};

use crate::operands::{self, PATTERNS};

/// Instructions that no line can repeat: `fail` ends a run, `ret` is measured with `routine`, and `call`
/// and `exec`, which need other libraries, are to the machine what `routine` and `jmp` are.
const LEFT_OUT: [&str; 4] = ["Fail", "Ret", "Call", "Exec"];

/// An instruction with its flags and sizes.
#[derive(Clone)]
pub struct Case {
    pub form: &'static Form,
    /// As it is written, registers without their indices.
    pub name: String,
    word: u128,
    /// How often it stands in the program.
    pub repeats: u32,
}

/// All choices for the fields that name sizes and flags.
fn choices(form: &'static Form) -> Vec<Vec<u64>> {
    let sizes = form.fields.iter().filter(|field| matches!(field.kind, FieldKind::Size(_))).count();
    let options = |kind: FieldKind| -> Vec<u64> {
        match kind {
            FieldKind::Flags(flags) => (0..flags.len() as u64).collect(),
            // Conversions between formats have no greatest size; others take the largest of a family.
            FieldKind::Size(all) if sizes == 2 && form.name.starts_with("Cnv") => {
                (0..all.len() as u64).collect()
            }
            FieldKind::Size(all) => [Family::A, Family::F, Family::R]
                .into_iter()
                .filter_map(|family| {
                    let of_family = (0u64..).zip(all).filter(|(_, size)| size.family() == family);
                    of_family.max_by_key(|(_, size)| size.bytes()).map(|(code, _)| code)
                })
                .collect(),
            _ => vec![0],
        }
    };
    form.fields.iter().fold(vec![Vec::new()], |chosen, field| {
        let options = options(field.kind);
        let extend = |chosen: Vec<u64>| {
            options.iter().map(move |option| [&chosen[..], &[*option]].concat()).collect::<Vec<_>>()
        };
        chosen.into_iter().flat_map(extend).collect()
    })
}

impl Case {
    fn new(form: &'static Form, choice: &[u64]) -> Case {
        let mut word = form.fixed_bits();
        let mut index = 0;
        for (number, (field, chosen)) in form.fields.iter().zip(choice).enumerate() {
            let bits = match field.kind {
                FieldKind::Fixed(_) => continue,
                FieldKind::Index => {
                    index += 1;
                    index
                }
                FieldKind::Step => 1,
                // All of the data segment.
                FieldKind::StringData => (DATA_MAX as u64) << 16,
                _ => *chosen,
            };
            word |= u128::from(bits) << form.field_shift(number);
        }
        // `add.uc a1024[1], a1024[2]` becomes `add.uc a1024 a1024`.
        let text = instr(word).to_string();
        let words = text.split_whitespace().map(|word| word.split(['[', ',']).next());
        let words: Vec<&str> = words.flatten().filter(|word| !word.is_empty()).collect();
        let name = if form.name == "Routine" { "routine … ret".into() } else { words.join(" ") };
        let repeats = if form.cost >= 5 && !form.name.ends_with('F') { 4 } else { 32 };
        Case { form, name, word, repeats }
    }

    /// What the instruction costs in complexity, `routine` with the `ret` that comes back.
    pub fn units(&self) -> u64 {
        if self.form.name == "Routine" {
            self.form.cost + Instr::Ret.cost()
        } else {
            self.form.cost
        }
    }

    /// The patterns of operands that can make a difference to it.
    pub fn patterns(&self) -> Vec<usize> {
        let reads = |wanted| self.registers().any(|size| size == wanted);
        match self.form.cost {
            // Points and scalars are all the same to a curve, or nearly; digests look at the length only.
            1000 => vec![0, 1],
            100 => vec![0],
            _ if !reads(RegisterSize::S16) => (0..PATTERNS.numbers).collect(),
            _ if reads(RegisterSize::A16) => (0..PATTERNS.strings).collect(),
            _ => (0..PATTERNS.strings).step_by(PATTERNS.offsets).collect(),
        }
    }

    /// The sizes of the registers that it names.
    pub fn registers(&self) -> impl Iterator<Item = RegisterSize> {
        let instr = instr(self.word);
        let registers: Vec<Register> = instr.reads().chain(instr.writes()).collect();
        registers.into_iter().filter_map(|register| match register {
            Register::Value { size, .. } => Some(size),
            Register::Status => None,
        })
    }

    /// The program, and the same without the instruction. Each repetition begins with the operands as
    /// they were: registers that the instruction changes are copied from others before it.
    pub fn programs(&self) -> [Program; 2] {
        let restore: Vec<Instr> = instr(self.word)
            .writes()
            .filter_map(|register| match register {
                Register::Value { size, index } if size.family() != Family::S => {
                    let text = format!("dup {size}[{}], {size}[{index}]", index + operands::SAVED);
                    Some(text.parse().expect("an instruction"))
                }
                _ => None,
            })
            .collect();
        [true, false].map(|with| {
            let mut code = Vec::new();
            for _ in 0..self.repeats {
                restore.iter().for_each(|instr| append(&mut code, instr));
                if with {
                    let jump = self.jump(code.len());
                    append(&mut code, &instr(self.word | jump));
                }
            }
            code.extend([0x07; 2]);
            let isae = format!("ALU {}", self.form.isae);
            let isae = isae.trim().parse().expect("a set");
            let has_constants = self.form.name.starts_with("Put");
            let data = vec![b'a'; if has_constants { DATA_MAX } else { 0 }];
            let lib = Lib::new(isae, code, data, Libs::default()).expect("short");
            Program::new(lib).expect("complete")
        })
    }

    /// The bits that make a jump at an offset go to what stands behind it, and a call to the last `ret`.
    fn jump(&self, offset: usize) -> u128 {
        let length = self.form.length();
        let target = match self.form.name {
            "Routine" => self.repeats as usize * length + 1,
            _ => offset + length,
        };
        let fields = self.form.fields.iter().enumerate();
        let jumps = fields.filter(|(_, field)| matches!(field.kind, FieldKind::Offset));
        jumps.map(|(number, _)| (target as u128) << self.form.field_shift(number)).sum()
    }

    /// A machine that has run the program once, and the registers before each further run. With
    /// `steps` the complexity limit is so near that the machine goes step by step.
    pub fn prepare(&self, program: &Program, pattern: usize, steps: bool) -> (Vm, Registers) {
        let families: Vec<Family> = self.registers().map(RegisterSize::family).collect();
        let mut registers = operands::registers(self.form, &families, pattern);
        let mut vm = Vm::new();
        *vm.registers_mut() = registers.clone();
        let _ = vm.run(program);
        if steps {
            // What the run costs is the limit: it comes to its end all the same.
            registers.set_cl0(Some(vm.registers().ca0()));
        }
        *vm.registers_mut() = registers.clone();
        (vm, registers)
    }
}

/// All instructions, flags and sizes.
pub fn all() -> Vec<Case> {
    let forms = FORMS.iter().filter(|form| !LEFT_OUT.contains(&form.name));
    forms
        .flat_map(|form| choices(form).into_iter().map(|choice| Case::new(form, &choice)))
        .collect()
}

fn instr(word: u128) -> Instr {
    Instr::from_word(word, Given::Nothing).expect("a row")
}

fn append(code: &mut Vec<u8>, instr: &Instr) {
    let (word, length) = instr.to_word().expect("an instruction with places");
    code.extend(&word.to_le_bytes()[..length]);
}
