//! Results whose bits below the last place are few: a tie, or one bit far below it. Random operands never have such
//! results, and an implementation that keeps numbers in limbs can lose what stands in one of them, or what two of them
//! have in common.

use aluvm_core::num::float::{
    F16, F16b, F32, F64, F80, F128, F256, F512, Float, FloatFormat, Rounding,
};
use aluvm_core::vm::Vm;
use aluvm_judge::Random;
use aluvm_judge::float::{Rational, low_bits, power_of_two, shape};
use num_bigint::BigInt;

use crate::arithmetic::check_pair;
use crate::cases;
use crate::machine::{assemble, get_f, run, set_a, set_f};
use crate::oracle;

/// Words from below, of which few have bits, and some the same.
fn sparse(random: &mut Random, words: u32) -> BigInt {
    let pattern = random.next_number() << 40;
    let choices = [0, 0, 0, 1, 1 << 63, pattern, pattern];
    (0..words).fold(BigInt::ZERO, |number, _| (number << 64_u32) + *random.pick(&choices))
}

/// The odd number whose product with an odd one ends with given bits.
fn cofactor(odd: &BigInt, ending: &BigInt, bits: u32) -> BigInt {
    // Newton's iteration for the inverse doubles the bits that are right.
    let mut inverse = odd.clone();
    for _ in 0..bits.ilog2() + 1 {
        inverse = low_bits(&(&inverse * (BigInt::from(2) - odd * &inverse)), bits);
    }
    low_bits(&(inverse * ending), bits)
}

fn check_products<F: Float>() {
    let precision = shape(F::FORMAT).precision;
    // The significands stand at the top of so many words.
    let words = precision.div_ceil(64);
    let room = 64 * words - precision;
    let dropped = precision - 1;
    let mut random = Random::new(31 + F::FORMAT as u64);
    for _ in 0..cases(200) {
        let first = power_of_two(precision - 1) + random.integer(precision - 2) * 2 + 1;
        let half = power_of_two(dropped - 1) * random.below(2);
        let ending = half + (sparse(&mut random, words) >> (2 * room + random.below(3) as u32));
        let second = power_of_two(dropped) + cofactor(&first, &low_bits(&ending, dropped), dropped);
        let [first, second] = [first, second].map(|significand| {
            let number = Rational::from(significand).scaled(-i64::from(dropped));
            oracle::round(F::FORMAT, &number, Rounding::TowardZero).expect("near one")
        });
        check_pair::<F>(&first, &second);
    }
}

#[test]
fn products() {
    check_products::<F16b>();
    check_products::<F16>();
    check_products::<F32>();
    check_products::<F64>();
    check_products::<F80>();
    check_products::<F128>();
    check_products::<F256>();
    check_products::<F512>();
}

/// A number of so many bits of which the upper ones are any, and those behind them few.
fn cut(random: &mut Random, bits: u32, kept: u32) -> BigInt {
    let top = power_of_two(kept - 1) + random.integer(kept - 1);
    let below = bits - kept;
    let tie = power_of_two(below - 1) * random.below(2);
    let rest = low_bits(&sparse(random, below.div_ceil(64)), below - 1);
    (top << below) + tie + rest
}

#[test]
fn conversions_to_shorter_formats() {
    let mut random = Random::new(32);
    for source in FloatFormat::ALL {
        for target in FloatFormat::ALL {
            let (from, to) = (shape(source).precision, shape(target).precision);
            if from <= to + 1 {
                continue;
            }
            let program =
                assemble(&format!("cnv {}[1], {}[2]; ret;", source.name(), target.name()));
            for _ in 0..cases(200) {
                let number = Rational::from(cut(&mut random, from, to)).scaled(1 - i64::from(from));
                let bytes = oracle::round(source, &number, Rounding::TowardZero).expect("near one");
                let value = oracle::decode(source, &bytes).expect("a value");
                let mut vm = Vm::new();
                set_f(vm.registers_mut(), source, 1, Some(&bytes)).expect("a value");
                run(&mut vm, &program);
                let expected = oracle::convert(target, &value);
                assert_eq!(
                    get_f(vm.registers(), target, 2),
                    expected,
                    "{source:?} {target:?} {bytes:02x?}"
                );
            }
        }
    }
}

#[test]
fn conversions_of_integers() {
    use aluvm_core::isa::RegisterSize::{A64, A128, A256, A512, A1024};
    let mut random = Random::new(33);
    for size in [A64, A128, A256, A512, A1024] {
        for target in FloatFormat::ALL {
            let precision = shape(target).precision;
            let bits = 8 * size.bytes() as u32 - 1;
            if bits <= precision + 1 {
                continue;
            }
            let program = assemble(&format!("cnv {size}[1], {}[2]; ret;", target.name()));
            for _ in 0..cases(200) {
                let number = cut(&mut random, bits, precision);
                let number = if random.below(2) == 0 { -number } else { number };
                let mut vm = Vm::new();
                set_a(
                    vm.registers_mut(),
                    size,
                    1,
                    &oracle::bytes(&low_bits(&number, bits + 1), size.bytes()),
                );
                run(&mut vm, &program);
                let expected = oracle::nearest(target, &Rational::from(number.clone()));
                assert_eq!(
                    get_f(vm.registers(), target, 2),
                    expected,
                    "{size} {target:?} {number:#x}"
                );
            }
        }
    }
}
