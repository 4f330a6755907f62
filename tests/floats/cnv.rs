//! The instruction `cnv` from and to floats, run by the machine for all pairs of registers: which values
//! there are, what becomes of `st0`, and what undefined sources give.

use aluvm_core::isa::RegisterSize;
use aluvm_core::num::float::FloatFormat;
use aluvm_core::vm::Vm;

use crate::cases;
use crate::instructions::{any, decode};
use crate::machine::{assemble, get, get_f, run, set_a, set_f};
use crate::oracle::{self, low_bits, power_of_two, signed};
use aluvm_judge::Random;
use aluvm_judge::float::Rational;
use aluvm_judge::float::operands;

const INTEGERS: [RegisterSize; 8] = [
    RegisterSize::A8,
    RegisterSize::A16,
    RegisterSize::A32,
    RegisterSize::A64,
    RegisterSize::A128,
    RegisterSize::A256,
    RegisterSize::A512,
    RegisterSize::A1024,
];

#[test]
fn cnv_between_all_formats() {
    for source in FloatFormat::ALL {
        let directed = operands::directed(source);
        for target in FloatFormat::ALL {
            let program =
                assemble(&format!("cnv {}[9], {}[4]; ret;", source.name(), target.name()));
            let mut random = Random::new(8 * source as u64 + target as u64);
            for _ in 0..cases(100) {
                let value = any(&mut random, source, &directed);
                let mut vm = Vm::new();
                vm.registers_mut().set_st0(random.below(2) == 0);
                set_f(vm.registers_mut(), target, 4, Some(&vec![0; target.bytes()])).unwrap();
                set_f(vm.registers_mut(), source, 9, value.as_deref()).unwrap();
                run(&mut vm, &program);
                let expected =
                    value.as_ref().map(|bytes| oracle::convert(target, &decode(source, bytes)));
                let context = format!("{source:?} to {target:?} {value:02x?}");
                assert_eq!(vm.registers().st0(), expected != Some(None), "{context}");
                assert_eq!(get_f(vm.registers(), target, 4), expected.flatten(), "{context}");
                if source != target {
                    assert_eq!(get_f(vm.registers(), source, 9), value, "{context}");
                }
            }
        }
    }
}

#[test]
fn cnv_of_integers_to_all_formats() {
    for source in INTEGERS {
        for target in FloatFormat::ALL {
            let program = assemble(&format!("cnv {source}[1], {}[2]; ret;", target.name()));
            let mut random = Random::new(64 + 8 * source as u64 + target as u64);
            let bits = 8 * source.bytes() as u32;
            for case in 0..cases(60) {
                let length = 1 + random.below(u64::from(bits)) as u32;
                let magnitude = random.integer(length);
                let pattern = match case {
                    0 => power_of_two(bits - 1),
                    1 => power_of_two(bits - 1) - 1,
                    2 => power_of_two(bits) - 1,
                    _ if random.below(2) == 0 => magnitude,
                    _ => low_bits(&-magnitude, bits),
                };
                let number = signed(&pattern, bits);
                let mut vm = Vm::new();
                vm.registers_mut().set_st0(random.below(2) == 0);
                let bytes = oracle::bytes(&pattern, source.bytes());
                set_a(vm.registers_mut(), source, 1, &bytes);
                run(&mut vm, &program);
                let expected = oracle::nearest(target, &Rational::from(number.clone()));
                assert_eq!(vm.registers().st0(), expected.is_some(), "{number} to {target:?}");
                assert_eq!(get_f(vm.registers(), target, 2), expected, "{number} to {target:?}");
                assert_eq!(get(vm.registers(), source, 1), Some(bytes));
            }
            let mut vm = Vm::new();
            vm.registers_mut().set_st0(false);
            set_f(vm.registers_mut(), target, 2, Some(&vec![0; target.bytes()])).unwrap();
            run(&mut vm, &program);
            assert!(vm.registers().st0());
            assert_eq!(get_f(vm.registers(), target, 2), None);
        }
    }
}

#[test]
fn cnv_to_integers_from_all_formats() {
    for source in FloatFormat::ALL {
        let directed = operands::directed(source);
        for target in INTEGERS {
            let program = assemble(&format!("cnv {}[1], {target}[2]; ret;", source.name()));
            let mut random = Random::new(128 + 8 * source as u64 + target as u64);
            let bits = 8 * target.bytes() as u32;
            for _ in 0..cases(60) {
                let value = any(&mut random, source, &directed);
                let mut vm = Vm::new();
                vm.registers_mut().set_st0(random.below(2) == 0);
                set_a(vm.registers_mut(), target, 2, &vec![0x5a; target.bytes()]);
                set_f(vm.registers_mut(), source, 1, value.as_deref()).unwrap();
                run(&mut vm, &program);
                let expected = value.as_ref().map(|value| {
                    let number = decode(source, value).rational()?.truncate();
                    let fits = signed(&number, bits) == number;
                    fits.then(|| oracle::bytes(&low_bits(&number, bits), target.bytes()))
                });
                let context = format!("{source:?} to {target} {value:02x?}");
                assert_eq!(vm.registers().st0(), expected != Some(None), "{context}");
                assert_eq!(get(vm.registers(), target, 2), expected.flatten(), "{context}");
                assert_eq!(get_f(vm.registers(), source, 1), value, "{context}");
            }
        }
    }
}
