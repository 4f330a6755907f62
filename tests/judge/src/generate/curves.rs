//! Points and scalars of both curves: small multiples, points outside of the subgroup, bytes that are no
//! points, scalars around the order.

use std::sync::LazyLock;

use aluvm_core::isa::RegisterSize;
use num_bigint::BigUint;

use crate::codec::Instruction;
use crate::curve::{Group, edwards25519, register, secp256k1};
use crate::random::Random;
use crate::state::State;

/// Points of secp256k1: neighbours and opposites on both ends of the group.
static SECP256K1: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let generator = secp256k1::Point::generator();
    let far = generator.multiply(&BigUint::from_bytes_be(b"a scalar that is not small......"));
    let mut points = Vec::new();
    for first in [generator.clone(), far] {
        let mut point = first;
        for _ in 0..6 {
            points.push(point.to_bytes().expect("a finite point").to_vec());
            points.push(point.negate().to_bytes().expect("a finite point").to_vec());
            point = point.add(&generator);
        }
    }
    points
});

/// Points of edwards25519: multiples of the generator, the eight whose order divides the cofactor, and
/// sums of both.
static EDWARDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let generator = edwards25519::Point::generator();
    // The first point whose multiple by the prime order has the whole cofactor as its order.
    let torsion = (2u32..).find_map(|y| {
        let point = edwards25519::Point::from_bytes(&register(&y.into()))?;
        let torsion = point.multiply(&edwards25519::order());
        let is_generator = torsion.multiply(&4u32.into()) != edwards25519::Point::neutral();
        is_generator.then_some(torsion)
    });
    let torsion = torsion.expect("one of two points");
    let mut points = Vec::new();
    for k in 0..8u32 {
        let small = torsion.multiply(&k.into());
        let point = generator.multiply(&(BigUint::from(k) << 200 | BigUint::from(k)));
        points.push(small.to_bytes().to_vec());
        points.push(point.to_bytes().to_vec());
        points.push(point.add(&small).to_bytes().to_vec());
        points.push(point.negate().to_bytes().to_vec());
    }
    points
});

/// Sets the scalar and the points of an instruction, those that are defined.
pub(super) fn set(instruction: &Instruction, state: &mut State, random: &mut Random) {
    let is_secp = instruction.form.isae == "SECP256K";
    let has_scalar = matches!(instruction.form.name, "SecpGen" | "SecpMul" | "EdGen" | "EdMul");
    for (position, register) in instruction.registers.iter().enumerate() {
        if state.get(*register).is_none() {
            continue;
        }
        let value = match (has_scalar && position == 0, is_secp) {
            (true, true) => scalar(&secp256k1::order(), random),
            (true, false) => scalar(&edwards25519::order(), random),
            (false, true) => secp_point(random),
            (false, false) => edwards_point(random),
        };
        let is_wide_enough = value.len() == register.0.bytes();
        if is_wide_enough || register.0 == RegisterSize::S16 {
            state.set(*register, Some(value));
        }
    }
}

fn scalar(order: &BigUint, random: &mut Random) -> Vec<u8> {
    let top = (BigUint::from(1u8) << 256) - 1u8;
    let any =
        BigUint::from_bytes_le(&(0..32).map(|_| random.next_number() as u8).collect::<Vec<_>>());
    let edges = [
        BigUint::ZERO,
        1u8.into(),
        2u8.into(),
        8u8.into(),
        order - 1u8,
        order.clone(),
        order + 1u8,
        top,
        any.clone() >> 128,
    ];
    let scalar = if random.chance(55) { random.pick(&edges) } else { &any };
    register(scalar).to_vec()
}

fn secp_point(random: &mut Random) -> Vec<u8> {
    let mut point = random.pick(&SECP256K1).clone();
    match random.below(12) {
        0 => point[random.below(64) as usize] ^= 1 << random.below(8),
        1 => point.swap(random.below(64) as usize, random.below(64) as usize),
        2 => point.fill(*random.pick(&[0, 0xFF])),
        // The same point with a coordinate that is not below the prime.
        3 => {
            let x = secp256k1::prime() + BigUint::from_bytes_be(&point[..32]);
            let bytes = x.to_bytes_be();
            point[..32].copy_from_slice(&bytes[bytes.len() - 32..]);
        }
        _ => {}
    }
    point
}

fn edwards_point(random: &mut Random) -> Vec<u8> {
    match random.below(12) {
        0 => {
            let mut point = random.pick(&EDWARDS).clone();
            point[random.below(32) as usize] ^= 1 << random.below(8);
            point
        }
        // Not canonical: a y that is not below the prime, with either sign.
        1 => {
            let y = edwards25519::prime() + random.below(19);
            let mut point = register(&y).to_vec();
            point[31] |= (random.below(2) as u8) << 7;
            point
        }
        // x = 0 with the sign of an odd number.
        2 => {
            let y = [BigUint::from(1u8), edwards25519::prime() - 1u8];
            let mut point = register(random.pick(&y)).to_vec();
            point[31] |= 0x80;
            point
        }
        3 => (0..32).map(|_| random.next_number() as u8).collect(),
        // Two of the four kinds are in the subgroup.
        4..8 => EDWARDS[random.below(8) as usize * 4 + 1].clone(),
        _ => random.pick(&EDWARDS).clone(),
    }
}
