//! A third oracle: Berkeley SoftFloat 3, in C. Its bindings exist for Linux on x86-64 only, and
//! `softfloat-wrapper` above them has no x87 format, so these are the bindings themselves.

use aluvm_core::num::float::{F16, F16b, F32, F64, F80, F128, Float, Rounding};
use softfloat_sys::*;

use crate::operation::{Operation, apply, bytes};
use crate::{cases, oracle};
use aluvm_judge::Random;
use aluvm_judge::float::operands;

/// A type of the C library.
trait Soft: Copy {
    fn read(bytes: &[u8]) -> Self;

    fn write(self) -> Vec<u8>;
}

macro_rules! soft {
    ($($Soft:ty, $bits:ty;)*) => {$(
        impl Soft for $Soft {
            fn read(bytes: &[u8]) -> Self {
                Self { v: <$bits>::from_le_bytes(bytes.try_into().unwrap()) }
            }

            fn write(self) -> Vec<u8> {
                self.v.to_le_bytes().to_vec()
            }
        }
    )*};
}

soft! {
    bfloat16_t, u16;
    float16_t, u16;
    float32_t, u32;
    float64_t, u64;
}

impl Soft for float128_t {
    fn read(bytes: &[u8]) -> Self {
        let word = u128::from_le_bytes(bytes.try_into().unwrap());
        Self { v: [word as u64, (word >> 64) as u64] }
    }

    fn write(self) -> Vec<u8> {
        self.v.into_iter().flat_map(u64::to_le_bytes).collect()
    }
}

impl Soft for extFloat80_t {
    fn read(bytes: &[u8]) -> Self {
        let (signif, sign_exp) = bytes.split_at(8);
        Self {
            signif: u64::from_le_bytes(signif.try_into().unwrap()),
            signExp: u16::from_le_bytes(sign_exp.try_into().unwrap()),
        }
    }

    fn write(self) -> Vec<u8> {
        [&self.signif.to_le_bytes()[..], &self.signExp.to_le_bytes()].concat()
    }
}

/// Computes in a mode; with the exceptions that were signalled. Their state belongs to the thread.
fn with_flags<T>(rounding: Rounding, compute: impl FnOnce() -> T) -> (T, u8) {
    let mode = match rounding {
        Rounding::TowardZero => softfloat_round_minMag,
        Rounding::NearestEven => softfloat_round_near_even,
        Rounding::Floor => softfloat_round_min,
        Rounding::Ceil => softfloat_round_max,
    };
    unsafe {
        softfloat_roundingMode_write_helper(mode);
        extF80_roundingPrecision_write_helper(80);
        softfloat_exceptionFlags_write_helper(0);
        let result = compute();
        (result, softfloat_exceptionFlags_read_helper())
    }
}

/// Bytes of a result; `None` for NaN and overflow.
fn finish<F: Float>((result, flags): (impl Soft, u8)) -> Option<Vec<u8>> {
    let bytes = result.write();
    let is_defined =
        flags & softfloat_flag_overflow == 0 && oracle::decode(F::FORMAT, &bytes).is_some();
    is_defined.then_some(bytes)
}

type Binary<S> = unsafe extern "C" fn(S, S) -> S;
type Order<S> = unsafe extern "C" fn(S, S) -> bool;

fn check_arithmetic<F: Float, S: Soft>(operations: [Binary<S>; 4], eq: Order<S>, lt: Order<S>) {
    let directed = operands::directed(F::FORMAT);
    let mut random = Random::new(0x50f7 ^ F::FORMAT as u64);
    for _ in 0..cases(8000) {
        let (first, second) = operands::pair(&mut random, F::FORMAT, &directed);
        let a = F::from_le_bytes(&first).unwrap();
        let b = F::from_le_bytes(&second).unwrap();
        let (x, y) = (S::read(&first), S::read(&second));
        for (operation, soft) in Operation::ALL.into_iter().zip(operations) {
            for rounding in Rounding::ALL {
                let expected = finish::<F>(with_flags(rounding, || unsafe { soft(x, y) }));
                let actual = apply(operation, a, b, rounding).map(bytes);
                assert_eq!(actual, expected, "{operation:?} {rounding:?} of {a:?} and {b:?}");
            }
        }
        let order = a.compare(b);
        assert_eq!(order.is_eq(), unsafe { eq(x, y) }, "{a:?} {b:?}");
        assert_eq!(order.is_lt(), unsafe { lt(x, y) }, "{a:?} {b:?}");
        assert_eq!(order.is_gt(), unsafe { lt(y, x) }, "{a:?} {b:?}");
    }
}

macro_rules! arithmetic {
    ($($name:ident $Ours:ident: $add:ident $sub:ident $mul:ident $div:ident $eq:ident $lt:ident;)*) => {$(
        #[test]
        fn $name() {
            check_arithmetic::<$Ours, _>([$add, $sub, $mul, $div], $eq, $lt);
        }
    )*};
}

arithmetic! {
    f16 F16: f16_add f16_sub f16_mul f16_div f16_eq f16_lt;
    f32 F32: f32_add f32_sub f32_mul f32_div f32_eq f32_lt;
    f64 F64: f64_add f64_sub f64_mul f64_div f64_eq f64_lt;
    f80 F80: extF80_add extF80_sub extF80_mul extF80_div extF80_eq extF80_lt;
    f128 F128: f128_add f128_sub f128_mul f128_div f128_eq f128_lt;
}

fn check_conversion<A: Float, B: Float, S: Soft, T: Soft>(soft: unsafe extern "C" fn(S) -> T) {
    let directed = operands::directed(A::FORMAT);
    let mut random = Random::new(0xc07 + 8 * A::FORMAT as u64 + B::FORMAT as u64);
    let drawn: Vec<_> =
        (0..cases(3000)).map(|_| operands::any(&mut random, A::FORMAT, &directed)).collect();
    for source in directed.iter().chain(&drawn) {
        let value = S::read(source);
        let nearest = Rounding::NearestEven;
        let expected = finish::<B>(with_flags(nearest, || unsafe { soft(value) }));
        let value = A::from_le_bytes(source).unwrap();
        let actual = B::from_float(value).map(bytes);
        assert_eq!(actual, expected, "{value:?} to {:?}", B::FORMAT);
    }
}

macro_rules! conversions {
    ($($soft:ident: $From:ident $To:ident;)*) => {
        #[test]
        fn conversions() {
            $(check_conversion::<$From, $To, _, _>($soft);)*
        }
    };
}

conversions! {
    bf16_to_f32: F16b F32;
    f16_to_f32: F16 F32;
    f16_to_f64: F16 F64;
    f16_to_extF80: F16 F80;
    f16_to_f128: F16 F128;
    f32_to_bf16: F32 F16b;
    f32_to_f16: F32 F16;
    f32_to_f64: F32 F64;
    f32_to_extF80: F32 F80;
    f32_to_f128: F32 F128;
    f64_to_f16: F64 F16;
    f64_to_f32: F64 F32;
    f64_to_extF80: F64 F80;
    f64_to_f128: F64 F128;
    extF80_to_f16: F80 F16;
    extF80_to_f32: F80 F32;
    extF80_to_f64: F80 F64;
    extF80_to_f128: F80 F128;
    f128_to_f16: F128 F16;
    f128_to_f32: F128 F32;
    f128_to_f64: F128 F64;
    f128_to_extF80: F128 F80;
}

/// From and to signed integers of 32 and 64 bits.
macro_rules! integers {
    ($($name:ident $Ours:ident:
        $from_32:ident $to_32:ident $from_64:ident $to_64:ident;)*) => {$(
        #[test]
        fn $name() {
            let mut random = Random::new(0x171 + $Ours::FORMAT as u64);
            let directed = operands::directed($Ours::FORMAT);
            for case in 0..cases(5000) {
                let number = (random.next_number() as i64) >> random.below(64);
                let nearest = Rounding::NearestEven;
                let expected =
                    finish::<$Ours>(with_flags(nearest, || unsafe { $from_64(number) }));
                let actual = $Ours::from_integer(&number.to_le_bytes()).map(bytes);
                assert_eq!(actual, expected, "{number}");
                let number = number as i32;
                let expected =
                    finish::<$Ours>(with_flags(nearest, || unsafe { $from_32(number) }));
                let actual = $Ours::from_integer(&number.to_le_bytes()).map(bytes);
                assert_eq!(actual, expected, "{number}");

                let source = match directed.get(case) {
                    Some(source) => source.clone(),
                    None => operands::any(&mut random, $Ours::FORMAT, &directed),
                };
                let value = $Ours::from_le_bytes(&source).unwrap();
                let soft = Soft::read(&source);
                let mode = softfloat_round_minMag;
                let (number, flags) =
                    with_flags(nearest, || i64::from(unsafe { $to_64(soft, mode, false) }));
                let mut target = [0; 8];
                let fits = value.to_integer(&mut target);
                assert_eq!(fits, flags & softfloat_flag_invalid == 0, "{value:?}");
                assert!(!fits || i64::from_le_bytes(target) == number, "{value:?}");
                let (number, flags) =
                    with_flags(nearest, || i64::from(unsafe { $to_32(soft, mode, false) }));
                let mut target = [0; 4];
                let fits = value.to_integer(&mut target);
                assert_eq!(fits, flags & softfloat_flag_invalid == 0, "{value:?}");
                assert!(!fits || i64::from(i32::from_le_bytes(target)) == number, "{value:?}");
            }
        }
    )*};
}

integers! {
    f16_and_integers F16: i32_to_f16 f16_to_i32 i64_to_f16 f16_to_i64;
    f32_and_integers F32: i32_to_f32 f32_to_i32 i64_to_f32 f32_to_i64;
    f64_and_integers F64: i32_to_f64 f64_to_i32 i64_to_f64 f64_to_i64;
    f80_and_integers F80: i32_to_extF80 extF80_to_i32 i64_to_extF80 extF80_to_i64;
    f128_and_integers F128: i32_to_f128 f128_to_i32 i64_to_f128 f128_to_i64;
}
