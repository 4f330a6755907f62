//! Integer instructions of every width and flag inside of running programs, against unbounded integers.

use std::cell::RefCell;

use aluvm_core::asm::parse;
use aluvm_core::isa::{Family, RegisterSize};
use aluvm_core::library::{Lib, Program};
use aluvm_core::vm::Vm;
use num_bigint::{BigInt, Sign};

use crate::inputs::{for_each_number, for_pairs};
use crate::oracle::{self, Flag, SC, SW, UC, UW};
use aluvm_judge::sizes;
use aluvm_tests::machine::{get, set};

const CASES: u32 = 200;

const FLAGS: [(&str, Flag); 4] = [("uc", UC), ("sc", SC), ("uw", UW), ("sw", SW)];

/// A program of one instruction, on a machine that is used again and again.
struct Instruction {
    text: String,
    program: Program,
    vm: Vm,
}

impl Instruction {
    fn new(text: String) -> Instruction {
        let instrs = parse(&format!("{text}; ret;")).unwrap_or_else(|errors| panic!("{errors}"));
        let program = Program::new(Lib::assemble(&instrs).expect("short")).expect("complete");
        Instruction { text, program, vm: Vm::new() }
    }

    /// Runs it on numbers in registers, and checks a register and `st0` after it.
    fn check(
        &mut self,
        given: &[(RegisterSize, u8, &BigInt)],
        (size, index): (RegisterSize, u8),
        expected: Option<BigInt>,
        status: bool,
    ) {
        for (size, index, number) in given {
            let mut bytes = number.to_bytes_le().1;
            bytes.resize(size.bytes(), 0);
            set(self.vm.registers_mut(), *size, *index, Some(&bytes));
        }
        let outcome = self.vm.run(&self.program);
        let found = get(self.vm.registers(), size, index);
        let found = found.map(|bytes| BigInt::from_bytes_le(Sign::Plus, &bytes));
        let given: Vec<_> = given.iter().map(|(_, _, number)| number).collect();
        assert_eq!((found, outcome.status), (expected, status), "{} {given:#x?}", self.text);
    }
}

fn integers() -> Vec<RegisterSize> {
    sizes(Family::A)
}

/// Words: integers and general registers.
fn words() -> Vec<RegisterSize> {
    [sizes(Family::A), sizes(Family::R)].concat()
}

fn bits(size: RegisterSize) -> u32 {
    8 * size.bytes() as u32
}

type Operation = fn(Flag, u32, &BigInt, &BigInt) -> Option<BigInt>;

#[test]
fn add_sub_mul_div() {
    let operations: [(&str, Operation); 4] =
        [("add", oracle::add), ("sub", oracle::sub), ("mul", oracle::mul), ("div", oracle::div)];
    for size in integers() {
        for (mnemonic, operation) in operations {
            for (flags, flag) in FLAGS {
                let text = format!("{mnemonic}.{flags} {size}[3], {size}[4]");
                let instruction = RefCell::new(Instruction::new(text));
                for_pairs(bits(size), bits(size), CASES, |a, b| {
                    let expected = operation(flag, bits(size), a, b);
                    let status = expected.is_some();
                    let given = [(size, 3, a), (size, 4, b)];
                    instruction.borrow_mut().check(&given, (size, 4), expected, status);
                });
            }
        }
    }
}

#[test]
fn rem() {
    for first in integers() {
        for second in integers() {
            let text = format!("rem {first}[3], {second}[4]");
            let instruction = RefCell::new(Instruction::new(text));
            for_pairs(bits(first), bits(second), CASES / 8, |a, b| {
                let expected = oracle::rem(a, b);
                let status = expected.is_some();
                let given = [(first, 3, a), (second, 4, b)];
                instruction.borrow_mut().check(&given, (second, 4), expected, status);
            });
        }
    }
}

#[test]
fn step_neg_abs() {
    for size in integers() {
        for step in [-128, -100, -2, -1, 1, 2, 100, 127] {
            let text = format!("add {size}[9], {step}");
            let instruction = RefCell::new(Instruction::new(text));
            for_each_number(bits(size), CASES / 8, |a| {
                let expected = oracle::step(bits(size), a, step);
                let status = expected.is_some();
                instruction.borrow_mut().check(&[(size, 9, a)], (size, 9), expected, status);
            });
        }
        for (mnemonic, operation) in
            [("neg", oracle::neg as fn(u32, &BigInt) -> _), ("abs", oracle::abs)]
        {
            let instruction = Instruction::new(format!("{mnemonic} {size}[9]"));
            let instruction = RefCell::new(instruction);
            for_each_number(bits(size), CASES, |a| {
                let expected: Option<BigInt> = operation(bits(size), a);
                let status = expected.is_some();
                instruction.borrow_mut().check(&[(size, 9, a)], (size, 9), expected, status);
            });
        }
    }
}

#[test]
fn comparisons() {
    for size in words() {
        let suffixes: &[(&str, bool)] = match size.family() {
            Family::A => &[(".u", false), (".s", true)],
            _ => &[("", false)],
        };
        for (suffix, signed) in suffixes {
            for (mnemonic, ordering) in
                [("gt", std::cmp::Ordering::Greater), ("lt", std::cmp::Ordering::Less)]
            {
                let text = format!("{mnemonic}{suffix} {size}[3], {size}[4]");
                let instruction = RefCell::new(Instruction::new(text));
                for_pairs(bits(size), bits(size), CASES / 4, |a, b| {
                    let read = |number: &BigInt| match signed {
                        true => oracle::signed(bits(size), number),
                        false => number.clone(),
                    };
                    let status = read(a).cmp(&read(b)) == ordering;
                    let given = [(size, 3, a), (size, 4, b)];
                    instruction.borrow_mut().check(&given, (size, 4), Some(b.clone()), status);
                });
            }
        }
        for flag in ["e", "n"] {
            let text = format!("eq.{flag} {size}[3], {size}[4]");
            let instruction = RefCell::new(Instruction::new(text));
            for_pairs(bits(size), bits(size), CASES / 4, |a, b| {
                let given = [(size, 3, a), (size, 4, b)];
                instruction.borrow_mut().check(&given, (size, 4), Some(b.clone()), a == b);
            });
        }
    }
}

type Shift<'a> = &'a dyn Fn(&BigInt, u16) -> BigInt;

#[test]
fn shifts_and_rotations() {
    for size in words() {
        let width = bits(size);
        let right = match size.family() {
            Family::A => "shr.u",
            _ => "shr",
        };
        let left = |a: &BigInt, n| oracle::shl(width, a, n);
        let rotate_left = |a: &BigInt, n| oracle::rotate_left(width, a, n);
        let rotate_right = |a: &BigInt, n| oracle::rotate_right(width, a, n);
        let signed = |a: &BigInt, n| oracle::shr_signed(width, a, n);
        let unsigned = |a: &BigInt, n| oracle::shr(a, n);
        let top = u64::from(width - 1);
        let mut rows: Vec<(&str, Option<u64>, Shift)> = vec![
            ("shl", Some(top), &left),
            (right, Some(0), &unsigned),
            ("scl", None, &rotate_left),
            ("scr", None, &rotate_right),
        ];
        if size.family() == Family::A {
            rows.push(("shr.s", Some(0), &signed));
        }
        for (mnemonic, status_bit, operation) in rows {
            for amount_size in [RegisterSize::A8, RegisterSize::A16] {
                let text = format!("{mnemonic} {amount_size}[1], {size}[2]");
                let instruction = RefCell::new(Instruction::new(text));
                for amount in [0, 1, 7, 8, 31, 63, 64, 65, 127, 255, 256, 1000, 1024, 8191, 65535]
                    .into_iter()
                    .filter(|amount| amount_size == RegisterSize::A16 || *amount < 256)
                {
                    for_each_number(width, 4, |a| {
                        let expected = operation(a, amount);
                        let status = status_bit.is_none_or(|bit| a.bit(bit));
                        let number = BigInt::from(amount);
                        let given = [(amount_size, 1, &number), (size, 2, a)];
                        let mut instruction = instruction.borrow_mut();
                        instruction.check(&given, (size, 2), Some(expected), status);
                    });
                }
            }
        }
    }
}

#[test]
fn cpy_cnv_spy() {
    let conversions = [sizes(Family::A), sizes(Family::R)];
    for family in conversions {
        for from in &family {
            for to in &family {
                let instruction = Instruction::new(format!("cpy {from}[3], {to}[4]"));
                let copy = RefCell::new(instruction);
                for_each_number(bits(*from), CASES / 8, |a| {
                    let (expected, kept) = oracle::zero_extend(bits(*to), a);
                    let given = [(*from, 3, a)];
                    copy.borrow_mut().check(&given, (*to, 4), Some(expected), kept);
                });
                if from.family() == Family::A {
                    let instruction = Instruction::new(format!("cnv {from}[3], {to}[4]"));
                    let convert = RefCell::new(instruction);
                    for_each_number(bits(*from), CASES / 8, |a| {
                        let (expected, kept) = oracle::sign_extend(bits(*from), bits(*to), a);
                        let given = [(*from, 3, a)];
                        convert.borrow_mut().check(&given, (*to, 4), Some(expected), kept);
                    });
                }
            }
        }
    }
    for first in sizes(Family::A) {
        for second in sizes(Family::R) {
            let instruction = Instruction::new(format!("spy {first}[3], {second}[4]"));
            let swap = RefCell::new(instruction);
            for_pairs(bits(first), bits(second), CASES / 8, |a, b| {
                let (to_second, second_kept) = oracle::zero_extend(bits(second), a);
                let (to_first, first_kept) = oracle::zero_extend(bits(first), b);
                let given = [(first, 3, a), (second, 4, b)];
                let kept = first_kept && second_kept;
                let mut swap = swap.borrow_mut();
                swap.check(&given, (second, 4), Some(to_second), kept);
                swap.check(&given, (first, 3), Some(to_first), kept);
            });
        }
    }
}

#[test]
fn bitwise() {
    type Logic = fn(&BigInt, &BigInt) -> BigInt;
    let operations: [(&str, Logic); 3] =
        [("and", |a, b| a & b), ("or", |a, b| a | b), ("xor", |a, b| a ^ b)];
    for size in words() {
        for (mnemonic, operation) in operations {
            let text = format!("{mnemonic} {size}[3], {size}[4], {size}[5]");
            let instruction = RefCell::new(Instruction::new(text));
            for_pairs(bits(size), bits(size), CASES / 8, |a, b| {
                let given = [(size, 3, a), (size, 4, b)];
                let expected = Some(operation(a, b));
                instruction.borrow_mut().check(&given, (size, 5), expected, true);
            });
        }
        let not = RefCell::new(Instruction::new(format!("not {size}[3]")));
        let reverse = RefCell::new(Instruction::new(format!("rev {size}[3]")));
        for_each_number(bits(size), CASES / 8, |a| {
            let inverse = oracle::modulus(bits(size)) - 1 - a;
            not.borrow_mut().check(&[(size, 3, a)], (size, 3), Some(inverse), true);
            let reversed = oracle::reverse(bits(size), a);
            reverse.borrow_mut().check(&[(size, 3, a)], (size, 3), Some(reversed), true);
        });
    }
}
