//! Each sentence of the instruction set's text, on values small enough to check by eye.

use aluvm_core::num::integer::{
    Addition, Division, Multiplication, Sign, U160, U256, U1024, U8192, remainder, sign_extend,
    swap, zero_extend,
};

const fn s(value: i8) -> u8 {
    value.cast_unsigned()
}

#[test]
fn checked_overflow_is_undefined() {
    assert_eq!(200_u8.add_uc(55), Some(255));
    assert_eq!(200_u8.add_uc(56), None);
    assert_eq!(3_u8.sub_uc(4), None);
    assert_eq!(16_u8.mul_uc(16), None);
    assert_eq!(s(100).add_sc(27), Some(127));
    assert_eq!(s(100).add_sc(28), None);
    assert_eq!(s(-100).sub_sc(28), Some(s(-128)));
    assert_eq!(s(-100).sub_sc(29), None);
    assert_eq!(s(-64).mul_sc(2), Some(s(-128)));
    assert_eq!(s(64).mul_sc(2), None);
}

#[test]
fn wrapped_results_are_modulo_the_width() {
    assert_eq!(200_u8.add_uw(56), Some(0));
    assert_eq!(3_u8.sub_uw(4), Some(255));
    assert_eq!(16_u8.mul_uw(17), Some(16));
    assert_eq!(s(100).add_sw(28), Some(s(-128)));
    assert_eq!(s(-100).sub_sw(29), Some(s(127)));
    assert_eq!(s(64).mul_sw(3), Some(s(-64)));
}

#[test]
fn checked_division_truncates_and_wrapping_division_is_euclidean() {
    let table = [(7, 2, 3, 3), (-7, 2, -3, -4), (7, -2, -3, -3), (-7, -2, 3, 4), (-8, 2, -4, -4)];
    for (a, b, truncated, euclidean) in table {
        assert_eq!(s(a).div_sc(s(b)), Some(s(truncated)), "{a} / {b}");
        assert_eq!(s(a).div_sw(s(b)), Some(s(euclidean)), "{a} / {b}");
    }
    assert_eq!(s(-7).div_uc(2), Some(124));
    assert_eq!(s(-7).div_uw(2), Some(124));
}

#[test]
fn division_by_zero() {
    for x in [1_u8, 127, 128, 255] {
        assert_eq!((x.div_uc(0), x.div_sc(0)), (None, None));
        assert_eq!((x.div_uw(0), x.div_sw(0)), (Some(0), Some(0)));
        assert_eq!(remainder::<u8, u8>(x, 0), None);
    }
    assert_eq!((0_u8.div_uc(0), 0_u8.div_sc(0)), (None, None));
    assert_eq!((0_u8.div_uw(0), 0_u8.div_sw(0)), (None, None));
}

#[test]
fn least_number_by_minus_one() {
    assert_eq!(s(-128).div_sc(s(-1)), None);
    assert_eq!(s(-128).div_sw(s(-1)), Some(s(-128)));
    assert_eq!(s(-128).div_uc(255), Some(0));
    let least: U1024 = U1024::ONE << 1023_usize;
    assert_eq!(least.div_sc(U1024::MAX), None);
    assert_eq!(least.div_sw(U1024::MAX), Some(least));
}

#[test]
fn remainder_is_unsigned_and_has_the_width_of_the_divisor() {
    assert_eq!(remainder::<u8, u8>(s(-7), 4), Some(1));
    assert_eq!(remainder::<u16, u8>(1000, 7), Some(6));
    assert_eq!(remainder::<u8, u16>(200, 1000), Some(200));
    assert_eq!(remainder::<U1024, u8>(U1024::MAX, 255), Some(0));
}

#[test]
fn steps_are_unsigned_and_checked() {
    assert_eq!(254_u8.step(1), Some(255));
    assert_eq!(255_u8.step(1), None);
    assert_eq!(0_u8.step(-1), None);
    assert_eq!(128_u8.step(-128), Some(0));
    assert_eq!(127_u8.step(-128), None);
    assert_eq!(0_u8.step(127), Some(127));
    assert_eq!(U256::MAX.step(1), None);
}

#[test]
fn negation_and_magnitude_of_the_least_number_are_undefined() {
    assert_eq!(s(-128).negate(), None);
    assert_eq!(s(-128).absolute(), None);
    assert_eq!(s(-127).absolute(), Some(127));
    assert_eq!(5_u8.negate(), Some(s(-5)));
    assert_eq!(0_u8.negate(), Some(0));
}

#[test]
fn conversion_keeps_the_sign_bit_and_the_low_bits() {
    assert_eq!(sign_extend::<u8, u16>(s(-2)), (0xFFFE, true));
    assert_eq!(sign_extend::<u16, u8>(0xFF80), (0x80, true));
    assert_eq!(sign_extend::<u16, u8>(0xFF7F), (0xFF, false));
    assert_eq!(sign_extend::<u16, u8>(0x012C), (0x2C, false));
    assert_eq!(sign_extend::<u16, u8>(0x00FF), (0x7F, false));
    assert_eq!(sign_extend::<u16, u8>(0x007F), (0x7F, true));
    assert_eq!(sign_extend::<u16, u8>(0x8000), (0x80, false));
}

#[test]
fn copy_extends_with_zeros_or_drops_high_bits() {
    assert_eq!(zero_extend::<u8, u16>(s(-2)), (0x00FE, true));
    assert_eq!(zero_extend::<u16, u8>(0x00FF), (0xFF, true));
    assert_eq!(zero_extend::<u16, u8>(0x0100), (0x00, false));
    assert_eq!(swap::<u8, u128>(7, 0x1234), (0x34, 7, false));
    assert_eq!(swap::<U1024, U160>(U1024::MAX, U160::ONE), (U1024::ONE, U160::MAX, false));
    assert_eq!(swap::<u16, U8192>(9, U8192::from(300)), (300, U8192::from(9), true));
}
