//! Inputs and outputs of each register size, given and left out.

use aluvm::bytes::ByteString;
use aluvm::contract::{CallError, CallErrorKind};
use aluvm::num::integer::{U256, U512, U1024};
use aluvm::{Vm, alulib};
use half::{bf16, f16};

alulib! {
    pub mod types {
        pub fn integers(
            a: a8[0], b: a16[0], c: a32[0], d: a64[0], e: a128[0], f: a256[0], g: a512[0], h: a1024[0],
        ) -> (
            a: a8[0], b: a16[0], c: a32[0], d: a64[0], e: a128[0], f: a256[0], g: a512[0], h: a1024[0],
        ) {
            ret;
        }

        pub fn floats(
            a: f16b[0], b: f16[0], c: f32[0], d: f64[0], e: f80[0], f: f128[0], g: f256[0], h: f512[0],
        ) -> (
            a: f16b[0], b: f16[0], c: f32[0], d: f64[0], e: f80[0], f: f128[0], g: f256[0], h: f512[0],
        ) {
            ret;
        }

        pub fn general(
            a: r128[0], b: r160[0], c: r256[0], d: r512[0], e: r1024[0], f: r2048[0], g: r4096[0], h: r8192[0],
        ) -> (
            a: r128[0], b: r160[0], c: r256[0], d: r512[0], e: r1024[0], f: r2048[0], g: r4096[0], h: r8192[0],
        ) {
            ret;
        }

        pub fn strings(s: s16[0], t: s16[1]) -> (s: s16[0], t: s16[1]) {
            ret;
        }

        pub fn many(
            _a: a8[0], _b: a8[1], _c: a8[2], _d: a8[3], _e: a8[4], _f: a8[5], _g: a8[6], _h: a8[7], _i: a8[8],
            _j: a8[9], _k: a8[10], _l: a8[11], m: a16[0], n: s16[0]?,
        ) -> (m: a16[0], n: s16[0]?) {
            ret;
        }

        pub fn optional(a: a8[0]?, f: f32[0]?, r: r160[0]?, s: s16[0]?) -> (a: a8[0]?, f: f32[0]?, r: r160[0]?, s: s16[0]?) {
            ret;
        }
    }
}

#[test]
fn integers_are_those_of_rust_or_the_crate() -> Result<(), CallError> {
    let (f, g, h) = (U256::from(6u8), U512::from(7u8), U1024::from(8u8));
    let out = types::integers(&mut Vm::new(), 1, 2, 3, 4, 5, f, g, h)?;
    assert_eq!((out.a, out.b, out.c, out.d, out.e), (1u8, 2u16, 3u32, 4u64, 5u128));
    assert_eq!((out.f, out.g, out.h), (f, g, h));
    Ok(())
}

#[test]
fn floats_are_numbers_or_bytes() -> Result<(), CallError> {
    let (a, b) = (bf16::from_f32(0.5), f16::from_f32(-2.0));
    let zero = ([0; 10], [0; 16], [0; 32], [0; 64]);
    let floats = |c, d| types::floats(&mut Vm::new(), a, b, c, d, zero.0, zero.1, zero.2, zero.3);
    let out = floats(1.5f32, -0.25f64)?;
    assert_eq!((out.a, out.b, out.c, out.d), (a, b, 1.5, -0.25));
    assert_eq!((out.e, out.f, out.g, out.h), zero);
    let error = floats(f32::NAN, 0.0).unwrap_err();
    let CallErrorKind::Input(input) = error.kind() else { panic!("{error}") };
    assert_eq!(input.name, "c");
    Ok(())
}

#[test]
fn general_registers_are_bytes() -> Result<(), CallError> {
    let out = types::general(
        &mut Vm::new(),
        [1; 16],
        [2; 20],
        [3; 32],
        [4; 64],
        [5; 128],
        [6; 256],
        [7; 512],
        [8; 1024],
    )?;
    assert_eq!((out.a, out.b, out.c, out.d), ([1; 16], [2; 20], [3; 32], [4; 64]));
    assert_eq!((out.e, out.f, out.g, out.h), ([5; 128], [6; 256], [7; 512], [8; 1024]));
    Ok(())
}

#[test]
fn strings_are_what_the_register_takes() -> Result<(), CallError> {
    let out = types::strings(&mut Vm::new(), b"one", "two".as_bytes().to_vec())?;
    assert_eq!((out.s.as_ref(), out.t.as_ref()), (&b"one"[..], &b"two"[..]));
    let long = vec![0u8; 65_536];
    let error = types::strings(&mut Vm::new(), out.s, long).unwrap_err();
    let CallErrorKind::Input(input) = error.kind() else { panic!("{error}") };
    assert_eq!(input.name, "t");
    Ok(())
}

#[test]
fn what_may_be_undefined_is_an_option() -> Result<(), CallError> {
    let out = types::optional(&mut Vm::new(), None, None, None, None::<ByteString>)?;
    assert_eq!((out.a, out.f, out.r, out.s), (None, None, None, None));
    let out = types::optional(&mut Vm::new(), Some(1), Some(0.5), Some([9; 20]), Some(b"x"))?;
    assert_eq!((out.a, out.f, out.r), (Some(1), Some(0.5), Some([9; 20])));
    assert_eq!(out.s.as_deref(), Some(&b"x"[..]));
    Ok(())
}
