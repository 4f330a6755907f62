//! What each instruction leaves, held against the machine of each profile: every row with all its flags, on
//! registers that are defined, undefined or perhaps one of them, with both `st0`, and on values at the edges.

use std::collections::BTreeMap;

use aluvm_core::codec::decode_for;
use aluvm_core::flow::{Declared, Definedness, Flow, RegisterSet, Signature, Surroundings};
use aluvm_core::isa::NoExtension;
use aluvm_core::isa::{FORMS, Family, FieldKind, Form, Instr, Register};
use aluvm_core::library::{Lib, Libs};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Next, Registers, execute_for};
use aluvm_tests::{Random, cases};

use crate::edge::set;

/// What is told of a register before the instruction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Told {
    Defined,
    Undefined,
    Nothing,
}

/// One instruction with what is told of the registers that it names and of `st0`.
pub struct Case {
    pub profile: Profile,
    pub form: &'static Form,
    pub word: u128,
    pub instr: Instr,
    pub told: BTreeMap<Register, Told>,
    pub status: bool,
}

/// The length of the data segment of all cases. Its last bytes are no value in any float format.
pub const DATA: usize = 1100;

pub fn data() -> Vec<u8> {
    (0..DATA).map(|byte| if byte < DATA - 70 { (byte % 100) as u8 } else { 0xFF }).collect()
}

impl Case {
    fn new(random: &mut Random, profile: Profile) -> Case {
        let forms: Vec<&Form> = FORMS.iter().filter(|form| is_plain(form, &profile)).collect();
        let form = *random.pick(&forms);
        let mut word = form.fixed_bits();
        for (number, field) in form.fields.iter().enumerate() {
            let bits = match field.kind {
                FieldKind::Fixed(_) => continue,
                FieldKind::Index => random.below(3),
                FieldKind::RegisterData => *random.pick(&[0, 3, DATA as u64 - 70, DATA as u64 - 1]),
                FieldKind::StringData => {
                    let end = DATA as u64;
                    *random.pick(&[5 << 16 | 7, 5 << 16 | (end - 2), end + 9, end, 2 << 16 | end])
                }
                _ => random.next_number(),
            };
            word |= u128::from(bits & (u64::MAX >> (64 - field.bits))) << form.field_shift(number);
        }
        let instr = read(form, word, &profile).expect("an instruction");
        let registers = instr.reads().chain(instr.writes());
        let told = registers.filter(|register| *register != Register::Status).map(|register| {
            (
                register,
                *random.pick(&[Told::Defined, Told::Defined, Told::Undefined, Told::Nothing]),
            )
        });
        let told = told.collect();
        Case { profile, form, word, instr, told, status: random.chance(60) }
    }

    /// Code that makes the registers what is told of them, and then has the instruction. The answer is also
    /// the offset behind it.
    fn code(&self) -> (Vec<u8>, u16) {
        // `test` leaves one status, `inv st0` behind it the other.
        let mut code = vec![0x01];
        if !self.status {
            code.push(0x1F);
        }
        for (register, told) in &self.told {
            if let (Told::Undefined, Register::Value { size, index }) = (told, register) {
                let family = size.family();
                match family {
                    // To a register that no case names.
                    Family::S => code.extend([0x31, index | 15 << 4]),
                    _ => {
                        let opcode = 0x08 + family as u8;
                        let code_of_size = *size as u8 % 8;
                        code.extend([opcode, code_of_size | index << 3]);
                    }
                }
            }
        }
        code.extend(&self.word.to_le_bytes()[..self.form.length()]);
        let behind = code.len() as u16;
        code.push(0x07);
        (code, behind)
    }

    pub fn flow(&self) -> (Flow, u16) {
        let (code, behind) = self.code();
        let isae = "ALU BPDIGEST ED25519 SECP256K".parse().expect("valid");
        let lib = Lib::new(isae, code, data(), Libs::default()).expect("short");
        let told = |wanted| {
            let registers = self.told.iter().filter(|(_, told)| **told == wanted);
            registers.map(|(register, _)| *register).collect::<RegisterSet>()
        };
        let signature = Signature {
            inputs: told(Told::Defined),
            optional_inputs: told(Told::Nothing).union(told(Told::Undefined)),
            ..Signature::default()
        };
        let declared =
            Declared { offset: 0, is_public: true, signature: Some(signature), begins_true: false };
        let profile = self.profile;
        let surroundings =
            Surroundings { routines: vec![declared], profile, ..Surroundings::default() };
        (Flow::of_lib::<NoExtension>(&lib, &surroundings), behind)
    }

    /// Values for the registers that are told to be defined, and for some of those of which nothing is
    /// told.
    pub fn registers(&self, random: &mut Random) -> Registers {
        let mut registers = Registers::new();
        for (register, told) in &self.told {
            let is_defined = match told {
                Told::Defined => true,
                Told::Undefined => false,
                Told::Nothing => random.chance(50),
            };
            if let (true, Register::Value { size, index }) = (is_defined, *register) {
                set(&mut registers, size, index, random);
            }
        }
        registers.set_st0(self.status);
        registers
    }

    /// Runs the instruction. The answer is none if the program stops at it.
    pub fn run(&self, registers: &mut Registers, data: &[u8]) -> Option<()> {
        let next = execute_for(&self.profile, &self.instr, registers, data);
        (next == Next::Following).then_some(())
    }
}

/// The words of a row whose fields have each of some values, which are asked for in the order of the fields that are not
/// fixed.
pub fn words_of(form: &Form, mut values: impl FnMut(&FieldKind) -> Vec<u64>) -> Vec<u128> {
    let mut words = vec![form.fixed_bits()];
    for (number, field) in form.fields.iter().enumerate() {
        if matches!(field.kind, FieldKind::Fixed(_)) {
            continue;
        }
        let (shift, mask) = (form.field_shift(number), u64::MAX >> (64 - field.bits));
        let values = values(&field.kind);
        let with = |word: &u128| {
            let word = *word;
            values
                .iter()
                .map(move |value| word | u128::from(value & mask) << shift)
                .collect::<Vec<_>>()
        };
        words = words.iter().flat_map(with).collect();
    }
    words
}

/// What a machine with a profile reads where a word stands, which can have other flags; none if it is not of the row.
pub fn read(form: &Form, word: u128, profile: &Profile) -> Option<Instr> {
    let decoded = decode_for::<NoExtension>(profile, &word.to_le_bytes()[..form.length()], 0);
    let instr = decoded.map(|decoded| decoded.instr);
    instr.filter(|instr| instr.form().is_some_and(|one| one.name == form.name))
}

/// Whether a row is no jump, and stops nothing; and is one of a profile.
pub fn is_plain(form: &Form, profile: &Profile) -> bool {
    let is_there = read(form, form.fixed_bits(), profile).is_some();
    is_there && form.opcode >= 0x08 && form.opcode != 0xFF
}

/// Whether a register that is defined or not is what is claimed of it.
pub fn agrees(claimed: Definedness, is_defined: bool) -> bool {
    match claimed {
        Definedness::Defined => is_defined,
        Definedness::Undefined => !is_defined,
        Definedness::LeftOver | Definedness::Either => true,
    }
}

/// Holds what is said of random instructions against runs of them.
fn hold(profile: Profile, seed: u64, count: u32) {
    let mut random = Random::new(seed);
    let data = data();
    for _ in 0..count {
        let case = Case::new(&mut random, profile);
        // Curve operations are slow.
        if case.form.cost == 1000 && !random.chance(10) {
            continue;
        }
        let (flow, behind) = case.flow();
        for _ in 0..8 {
            let mut registers = case.registers(&mut random);
            if case.run(&mut registers, &data).is_none() {
                let (block, number) =
                    flow.graph().find(behind - case.form.length() as u16).expect("code");
                let effect = flow.graph().nodes(block)[number].effect;
                assert!(effect.can_stop(), "{profile} {:?} stopped", case.instr);
                continue;
            }
            let status = registers.st0();
            let known = flow.before(behind);
            let text = || format!("{profile} {:?} {:?} {}", case.instr, case.told, case.status);
            let known = known.unwrap_or_else(|| panic!("{}: no way behind it", text()));
            assert!(known.can_be(status), "{}: st0 {status}", text());
            for register in case.told.keys() {
                let claimed = known.register_where(status, *register).expect("st0 can be so");
                let is_defined = registers.get(*register).is_some();
                assert!(
                    agrees(claimed, is_defined),
                    "{}: st0 {status}: {register} {claimed}",
                    text()
                );
            }
        }
    }
}

#[test]
fn each_instruction_leaves_what_is_said_of_it() {
    hold(Profile::SPEC, 31, cases(60_000));
}

#[test]
fn each_instruction_of_a_profile_leaves_what_is_said_of_it() {
    hold(Profile::RGB_0_11, 33, cases(40_000));
    hold(Profile::RGB_0_11_SECP256K1, 34, cases(40_000));
}
