//! Byte-for-byte agreement with the deployed implementation, whose results on this curve and in
//! these digests are right. It has no Ed25519.

use aluvm_core::crypto::{digest, secp};
use deployed::data::ByteStr;
use deployed::isa::{DigestOp, InstructionSet, Secp256k1Op};
use deployed::library::LibSite;
use deployed::reg::{CoreRegs, Reg8, Reg16, Reg32, RegBlockAR, RegR, RegS};
use num_bigint::BigUint;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{number_near, register};
use aluvm_judge::curve::secp256k1::order;

/// The register's bytes, if it is defined.
fn read<const N: usize>(registers: &CoreRegs, family: RegR, index: Reg32) -> Option<[u8; N]> {
    let number: Option<deployed::data::Number> = registers.get_n(family, index).into();
    number.map(|number| number.as_ref()[..N].try_into().unwrap())
}

/// Runs one instruction on a scalar in r256[0] and points in r512[0] and r512[1]; its result is
/// expected in r512[1].
fn run(
    instruction: Secp256k1Op,
    scalar: &[u8; 32],
    left: Option<[u8; 64]>,
    right: Option<[u8; 64]>,
) -> Option<[u8; 64]> {
    let mut registers = CoreRegs::default();
    registers.set_n(RegR::R256, Reg32::Reg0, Some(*scalar));
    registers.set_n(RegR::R512, Reg32::Reg0, left);
    registers.set_n(RegR::R512, Reg32::Reg1, right);
    instruction.exec(&mut registers, LibSite::default(), &());
    read(&registers, RegR::R512, Reg32::Reg1)
}

/// Runs one digest instruction from s16[0] into register 0 of `family`.
fn digest_of<const N: usize>(instruction: DigestOp, family: RegR, input: &[u8]) -> Option<[u8; N]> {
    let mut registers = CoreRegs::default();
    registers.set_s16(RegS::from(0), ByteStr::with(input));
    instruction.exec(&mut registers, LibSite::default(), &());
    read(&registers, family, Reg32::Reg0)
}

proptest! {
    #[test]
    fn curve_instructions_agree(
        a in number_near(order()),
        b in number_near(order()),
        k in number_near(order()),
        damage in proptest::option::weighted(0.2, 0usize..512),
    ) {
        let (a, b, k) = (register(&a), register(&b), register(&k));
        let generated = Secp256k1Op::Gen(Reg32::Reg0, Reg8::Reg1);
        prop_assert_eq!(secp::multiply_generator(&a), run(generated, &a, None, None));

        let (Some(mut left), Some(right)) =
            (secp::multiply_generator(&a), secp::multiply_generator(&b))
        else {
            return Ok(());
        };
        if let Some(bit) = damage {
            left[bit / 8] ^= 1 << (bit % 8);
        }
        let multiplied = Secp256k1Op::Mul(RegBlockAR::R, Reg32::Reg0, Reg32::Reg0, Reg32::Reg1);
        prop_assert_eq!(secp::multiply(&k, &left), run(multiplied, &k, Some(left), None));
        let added = Secp256k1Op::Add(Reg32::Reg0, Reg8::Reg1);
        prop_assert_eq!(secp::add(&left, &right), run(added, &k, Some(left), Some(right)));
        let negated = Secp256k1Op::Neg(Reg32::Reg0, Reg8::Reg1);
        prop_assert_eq!(secp::negate(&left), run(negated, &k, Some(left), None));
    }

    #[test]
    fn digest_instructions_agree(input in vec(any::<u8>(), 0..300)) {
        let s = RegS::from(0);
        prop_assert_eq!(
            Some(digest::ripemd160(&input)),
            digest_of(DigestOp::Ripemd(s, Reg16::Reg0), RegR::R160, &input)
        );
        prop_assert_eq!(
            Some(digest::sha256(&input)),
            digest_of(DigestOp::Sha256(s, Reg16::Reg0), RegR::R256, &input)
        );
        prop_assert_eq!(
            Some(digest::blake3(&input)),
            digest_of(DigestOp::Blake3(s, Reg16::Reg0), RegR::R256, &input)
        );
        prop_assert_eq!(
            Some(digest::sha512(&input)),
            digest_of(DigestOp::Sha512(s, Reg16::Reg0), RegR::R512, &input)
        );
    }
}

/// The sum at infinity, which random points do not reach.
#[test]
fn opposite_points_have_no_sum_in_either() {
    let one = register(&BigUint::from(1u8));
    let point = secp::multiply_generator(&one).unwrap();
    let opposite = secp::negate(&point).unwrap();
    let added = Secp256k1Op::Add(Reg32::Reg0, Reg8::Reg1);
    assert_eq!(run(added, &one, Some(point), Some(opposite)), None);
    assert_eq!(secp::add(&point, &opposite), None);
}
