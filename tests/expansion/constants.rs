//! Rust constants of all types: what fits an operand becomes its bytes, what does not stops with the macro's message.

use std::panic::{UnwindSafe, catch_unwind};

use aluvm_core::expansion::host::{u256, u256_bytes, u512, u512_bytes, u1024, u1024_bytes};
use aluvm_core::expansion::{
    Number, Value, byte_string, for_bytes, for_float, for_general, for_integer, for_library,
    for_site, for_step, for_switch, for_unsigned, general, group, integer, step, unsigned,
};
use aluvm_core::library::{LibId, LibSite};
use aluvm_tests::{Random, cases};
use num_bigint::{BigInt, BigUint};

const MESSAGE: &str = "the macro's message";

/// What a check makes of a constant; none if it says that it does not fit.
fn checked<T>(check: impl FnOnce() -> T + UnwindSafe) -> Option<T> {
    catch_unwind(check)
        .inspect_err(|message| {
            assert_eq!(message.downcast_ref::<String>().expect("a message"), MESSAGE)
        })
        .ok()
}

/// The bytes of a number in two's complement, if a register of so many bytes can hold it, with or without a sign.
fn in_register(number: &BigInt, bytes: usize) -> Option<Vec<u8>> {
    let count = BigInt::from(1) << (8 * bytes);
    let half: BigInt = &count >> 1;
    if *number < -half || *number >= count {
        return None;
    }
    let wrapped = if *number < BigInt::ZERO { number + count } else { number.clone() };
    let mut digits = wrapped.to_biguint().expect("not negative").to_bytes_le();
    digits.resize(bytes, 0);
    Some(digits)
}

/// Holds a number of any type against exact arithmetic, as the constant of each operand that takes numbers.
fn check(number: Number<'_>, exact: &BigInt) {
    macro_rules! sizes {
        ($($bytes:literal)*) => {$(
            let expected = in_register(exact, $bytes);
            let found = checked(|| group::<$bytes>(&[integer(number, $bytes, MESSAGE)]).to_vec());
            assert_eq!(found, expected, "{exact} of {} bytes", $bytes);
            let expected = expected.filter(|_| *exact >= BigInt::ZERO);
            let found = checked(|| group::<$bytes>(&[general(number, $bytes, MESSAGE)]).to_vec());
            assert_eq!(found, expected, "{exact} of {} bytes", $bytes);
        )*};
    }
    sizes! { 1 2 4 8 16 20 32 128 }

    for bits in [8, 16, 32] {
        let found = checked(|| group::<4>(&[unsigned(number, bits, MESSAGE)]));
        let expected = u32::try_from(exact).ok().filter(|value| u64::from(*value) >> bits == 0);
        assert_eq!(found, expected.map(u32::to_le_bytes), "{exact} of {bits} bits");
    }
    for is_negated in [false, true] {
        let found = checked(|| group::<1>(&[step(number, is_negated, MESSAGE)]));
        let signed = if is_negated { -exact } else { exact.clone() };
        assert_eq!(found, i8::try_from(signed).ok().map(i8::to_le_bytes), "{exact}");
    }
}

/// Numbers at the ends of all widths, and in between.
fn numbers(random: &mut Random) -> i128 {
    let bit = random.below(128) as u32;
    let edge = (1i128 << bit).wrapping_add(i128::from(random.between(-2, 2)));
    let number = match random.below(4) {
        0 => i128::from(random.between(-300, 300)),
        1 => edge.wrapping_neg(),
        _ => edge,
    };
    if random.chance(20) { number ^ random.next_number() as i128 } else { number }
}

#[test]
fn integers_of_all_types_are_the_numbers_that_they_are() {
    let mut random = Random::new(0xC057);
    for _ in 0..cases(1_000) {
        let number = numbers(&mut random);
        macro_rules! types {
            ($($Type:ty)*) => {$({
                let value = number as $Type;
                let exact = BigInt::from(value);
                let constant = for_integer(value);
                check(constant.aluvm_number(), &exact);
                check(constant.aluvm_large_number(), &exact);
                assert_eq!(for_general(value).0, value);
                assert_eq!((for_unsigned(value).0, for_step(value).0), (value, value));
            })*};
        }
        types! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
    }
}

#[test]
fn bytes_fill_a_register() {
    static BYTES: [u8; 20] = *b"twenty bytes of text";
    let slice: &'static [u8] = &BYTES;
    let (array, reference, slice) = (for_integer(BYTES), for_general(&BYTES), for_general(slice));
    let numbers = [array.aluvm_number(), reference.aluvm_number(), slice.aluvm_large_number()];
    for number in numbers {
        assert_eq!(group::<20>(&[general(number, 20, MESSAGE)]), BYTES);
        assert_eq!(group::<20>(&[integer(number, 20, MESSAGE)]), BYTES);
        let refused =
            [19, 21].map(|bytes| catch_unwind(|| integer(number, bytes, MESSAGE)).is_err());
        assert_eq!(refused, [true; 2], "of another length");
        assert!(catch_unwind(|| unsigned(number, 32, MESSAGE)).is_err(), "no number");
        assert!(catch_unwind(|| step(number, false, MESSAGE)).is_err(), "no number");
    }
}

#[test]
fn strings_are_their_bytes_up_to_the_longest() {
    assert_eq!(for_bytes(&"text").aluvm_bytes(), b"text");
    assert_eq!(for_bytes(b"text").aluvm_bytes(), b"text");
    assert_eq!(for_bytes(&b"text").aluvm_bytes(), b"text");
    static SLICE: &[u8] = b"text";
    assert_eq!(for_bytes(&SLICE).aluvm_bytes(), b"text");
    static LONG: [u8; 65_536] = [1; 65_536];
    assert_eq!(byte_string(&LONG[1..], MESSAGE), &LONG[1..]);
    assert_eq!(checked(|| byte_string(&LONG, MESSAGE)), None);
}

/// Constants of one block stand behind each other in a group.
#[test]
fn a_group_has_its_constants_in_order() {
    let lib = LibId::from_bytes(std::array::from_fn(|at| at as u8));
    let site = for_site(LibSite { lib, offset: 0x1234 });
    let (library, number) = (for_library(lib), for_integer(-2i16));
    let (on, half) = (for_switch(true), for_float(0.5f32));
    assert_eq!((half.aluvm_float(), for_float(0.1f64).aluvm_float()), (0.5, 0.1));
    let values: [Value<'_>; 4] = [
        on.aluvm_switch(),
        site.aluvm_site(),
        integer(number.aluvm_number(), 20, MESSAGE),
        library.aluvm_library(),
    ];
    let expected =
        [&[1, 0x34, 0x12][..], &lib.to_bytes(), &[0xFE], &[0xFF; 19], &lib.to_bytes()].concat();
    assert_eq!(group::<87>(&values).to_vec(), expected);
}

#[test]
fn wide_integers_are_their_bytes() {
    let mut random = Random::new(0x1024);
    macro_rules! widths {
        ($($number:ident $bytes:ident $length:literal;)*) => {$({
            let bytes: [u8; $length] = std::array::from_fn(|_| random.next_number() as u8);
            let number = $number(&bytes);
            assert_eq!(number.to_string(), BigUint::from_bytes_le(&bytes).to_string());
            assert_eq!($bytes(number), bytes);
        })*};
    }
    for _ in 0..100 {
        widths! { u256 u256_bytes 32; u512 u512_bytes 64; u1024 u1024_bytes 128; }
    }
}
