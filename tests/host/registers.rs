//! Registers by name: every size holds its values, and nothing that is not one of them.

use aluvm::bytes::ByteString;
use aluvm::isa::{Idx16, Register, RegisterSize};
use aluvm::num::integer::{U256, U512, U1024};
use aluvm::vm::RegisterError;
use aluvm::{Registers, Vm};
use half::{bf16, f16};

/// Sets and reads the first and the last register of a size, makes it undefined, and tries one that
/// does not exist.
macro_rules! sizes {
    ($($get:ident $set:ident $value:expr, $other:expr;)+) => {$(
        #[test]
        fn $get() {
            let mut registers = Registers::new();
            let size = RegisterSize::ALL.iter().find(|size| size.name() == stringify!($get));
            let size = *size.expect("a size");
            let last = size.count() - 1;
            assert_eq!((registers.$get(0), registers.$get(last)), (None, None));
            registers.$set(0, $value).expect("exists");
            registers.$set(last, $other).expect("exists");
            assert_eq!((registers.$get(0), registers.$get(last)), (Some($value), Some($other)));
            assert_eq!(registers.$get(1), None);
            registers.$set(0, None).expect("exists");
            assert_eq!((registers.$get(0), registers.$get(last)), (None, Some($other)));
            registers.clear(Register::Value { size, index: last }).expect("exists");
            assert_eq!(registers, Registers::new());

            let error = RegisterError::NoSuchRegister { size, index: 32 };
            assert_eq!(registers.$set(32, $value), Err(error));
            assert_eq!(registers.clear(Register::Value { size, index: 32 }), Err(error));
            assert_eq!(registers.$get(32), None);
            let message = format!("there is no register {size}[32]; the last is {size}[31]");
            assert_eq!(error.to_string(), message);
        }
    )+};
}

sizes! {
    a8 set_a8 200, u8::MAX;
    a16 set_a16 1000, u16::MAX;
    a32 set_a32 1_000_000, u32::MAX;
    a64 set_a64 1 << 40, u64::MAX;
    a128 set_a128 1 << 100, u128::MAX;
    a256 set_a256 U256::from(7), U256::MAX;
    a512 set_a512 U512::from(7), U512::MAX;
    a1024 set_a1024 U1024::from(7), U1024::MAX;
    f16b set_f16b bf16::ONE, bf16::NEG_INFINITY;
    f16 set_f16 f16::ONE, f16::MIN;
    f32 set_f32 1.5, f32::MIN_POSITIVE;
    f64 set_f64 -1.5, f64::INFINITY;
    f80 set_f80 [0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0x3F], [0; 10];
    f128 set_f128 [1; 16], [0; 16];
    f256 set_f256 [1; 32], [0; 32];
    f512 set_f512 [1; 64], [0xFF; 64];
    r128 set_r128 [1; 16], [0xFF; 16];
    r160 set_r160 [1; 20], [0xFF; 20];
    r256 set_r256 [1; 32], [0xFF; 32];
    r512 set_r512 [1; 64], [0xFF; 64];
    r1024 set_r1024 [1; 128], [0xFF; 128];
    r2048 set_r2048 [1; 256], [0xFF; 256];
    r4096 set_r4096 [1; 512], [0xFF; 512];
    r8192 set_r8192 [1; 1024], [0xFF; 1024];
}

#[test]
fn strings_of_operands_always_fit() {
    let mut registers = Registers::new();
    for index in [0, 15] {
        let operand = Idx16::new(index).expect("four bits");
        let string: ByteString = (&b"text"[..]).try_into().expect("short");
        registers.put_s16(operand, string.clone());
        assert_eq!(registers.s16(index), Some(&string));
        registers.put_s16(operand, None);
        assert_eq!(registers.s16(index), None);
    }
}

#[test]
fn strings() {
    let mut registers = Registers::new();
    assert_eq!(registers.s16(0), None);
    registers.set_s16(0, "text".as_bytes()).expect("short");
    registers.set_s16(15, vec![0xFF; 65535]).expect("short");
    registers.set_s16(1, b"array").expect("short");
    assert_eq!(registers.s16(0).map(AsRef::as_ref), Some(&b"text"[..]));
    assert_eq!(registers.s16(1).map(AsRef::as_ref), Some(&b"array"[..]));
    assert_eq!(registers.s16(15).map(|string| string.len()), Some(65535));

    let error = registers.set_s16(0, vec![0; 65536]).expect_err("too long");
    assert_eq!(error, RegisterError::TooLong { length: 65536 });
    assert!(error.to_string().contains("65536 bytes"), "{error}");
    // What was there stays.
    assert_eq!(registers.s16(0).map(AsRef::as_ref), Some(&b"text"[..]));
    let size = RegisterSize::S16;
    let error = RegisterError::NoSuchRegister { size, index: 16 };
    assert_eq!(registers.set_s16(16, b"x"), Err(error));
    assert_eq!(error.to_string(), "there is no register s16[16]; the last is s16[15]");
    assert_eq!(registers.s16(16), None);
    registers.clear(Register::Value { size, index: 0 }).expect("exists");
    assert_eq!(registers.s16(0), None);
}

#[test]
fn what_is_no_number_is_refused() {
    let mut registers = Registers::new();
    registers.set_f32(0, 1.0).expect("a number");
    let refused = |size| Err(RegisterError::NotANumber { size });
    assert_eq!(registers.set_f16b(0, bf16::NAN), refused(RegisterSize::F16b));
    assert_eq!(registers.set_f16(0, f16::NAN), refused(RegisterSize::F16));
    assert_eq!(registers.set_f32(0, f32::NAN), refused(RegisterSize::F32));
    assert_eq!(registers.set_f64(0, f64::NAN), refused(RegisterSize::F64));
    // A pseudo-denormal, and a NaN of each of the formats that are bytes.
    let pseudo = [0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0];
    assert_eq!(registers.set_f80(0, pseudo), refused(RegisterSize::F80));
    assert_eq!(registers.set_f80(0, [0xFF; 10]), refused(RegisterSize::F80));
    assert_eq!(registers.set_f128(0, [0xFF; 16]), refused(RegisterSize::F128));
    assert_eq!(registers.set_f256(0, [0xFF; 32]), refused(RegisterSize::F256));
    let mut nar = [0; 64];
    nar[63] = 0x80;
    assert_eq!(registers.set_f512(0, nar), refused(RegisterSize::F512));
    assert_eq!(registers.f32(0), Some(1.0));
}

#[test]
fn values_display_for_people() {
    let mut registers = Registers::new();
    registers.set_a16(2, 1000).expect("exists");
    registers.set_s16(0, b"a\0b").expect("short");
    let shown = format!("{registers:?}");
    assert!(shown.contains("a16[2]: 0x03E8") && shown.contains("s16[0]: \"a\\x00b\""), "{shown}");
    assert!(shown.contains("st0: true") && shown.contains("cl0: None"), "{shown}");
    assert!(format!("{:?}", Vm::new()).starts_with("Vm { registers: {st0: true"));
}
