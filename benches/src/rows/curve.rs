//! Curve operations on the bytes that registers hold: parse, operate, serialize.

use std::hint::black_box;

use aluvm_core::isa::RegisterSize;
use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::CompressedEdwardsY;
use secp256k1::{PublicKey, Scalar};

use crate::Guest;
use crate::guest::repeat;
use crate::row::{Bound, Kind, Row, fold};

const COUNT: u64 = 64;
/// Little-endian, below both group orders.
const SCALAR: [u8; 32] = *b"any number below both orders is\x0A";

pub fn rows() -> Vec<Row> {
    vec![secp_multiplication(), secp_addition(), edwards_multiplication()]
}

/// The generator of secp256k1 (SEC 2, section 2.4.1), as registers hold points.
fn generator() -> [u8; 64] {
    use secp256k1::constants::{GENERATOR_X, GENERATOR_Y};
    let mut point = [0; 64];
    point[..32].copy_from_slice(&GENERATOR_X);
    point[32..].copy_from_slice(&GENERATOR_Y);
    point
}

fn parse(point: &[u8; 64]) -> PublicKey {
    let mut bytes = [4; 65];
    bytes[1..].copy_from_slice(point);
    PublicKey::from_byte_array_uncompressed(bytes).expect("a point of the curve")
}

fn serialize(point: &PublicKey) -> [u8; 64] {
    point.serialize_uncompressed()[1..].try_into().expect("64 of 65 bytes")
}

fn multiply(scalar: &[u8; 32], point: &[u8; 64]) -> [u8; 64] {
    let scalar = Scalar::from_le_bytes(*scalar).expect("below the order");
    serialize(&parse(point).mul_tweak(&scalar).expect("not at infinity"))
}

fn add(left: &[u8; 64], right: &[u8; 64]) -> [u8; 64] {
    serialize(&parse(left).combine(&parse(right)).expect("not at infinity"))
}

fn edwards_multiply(scalar: &[u8; 32], point: &[u8; 32]) -> [u8; 32] {
    let scalar = curve25519_dalek::Scalar::from_bytes_mod_order(*scalar);
    let point = CompressedEdwardsY(*point).decompress().expect("a point of the curve");
    (point * scalar).compress().to_bytes()
}

/// Bytes as the assembler reads them.
fn literal(bytes: &[u8]) -> String {
    bytes.iter().fold("b\"".to_owned(), |text, byte| format!("{text}\\x{byte:02x}")) + "\""
}

/// Each product is multiplied again.
fn secp_multiplication() -> Row {
    let mut row = Row::new("secpmul", [Bound::Times(1.05, "secp256k1")]);
    let product =
        |scalar, point| (0..COUNT).fold(point, |point, _| multiply(black_box(&scalar), &point));
    let expected = fold(product(SCALAR, generator()));
    row.add(Kind::Native, "secp256k1", COUNT, expected, move || {
        fold(product(SCALAR, black_box(generator())))
    });
    let guest = secp_guest("secpmul r256[0], r512[0], r512[0];");
    let (mut ours, deployed) = (guest.ours(), guest.deployed());
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    row.add(Kind::Deployed, "rgb-aluvm", COUNT, expected, move || deployed.run());
    row
}

/// The generator is added again and again, to its double at first.
fn secp_addition() -> Row {
    let mut row = Row::new("secpadd", [Bound::Times(1.1, "secp256k1")]);
    let sum = |point| (0..COUNT).fold(point, |sum, _| add(black_box(&point), &sum));
    let expected = fold(sum(generator()));
    row.add(Kind::Native, "secp256k1", COUNT, expected, move || fold(sum(black_box(generator()))));
    let guest = secp_guest("secpadd r512[1], r512[0];");
    let (mut ours, deployed) = (guest.ours(), guest.deployed());
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    row.add(Kind::Deployed, "rgb-aluvm", COUNT, expected, move || deployed.run());
    row
}

pub fn secp_guest(instr: &str) -> Guest {
    let (scalar, point) = (literal(&SCALAR), literal(&generator()));
    let setup = format!("put r256[0], {scalar}; put r512[0], {point}; dup r512[0], r512[1];");
    Guest::new(&repeat(&setup, instr, COUNT), RegisterSize::R512, 0)
}

fn edwards_multiplication() -> Row {
    let mut row = Row::new("edmul", [Bound::Times(1.05, "curve25519-dalek")]);
    let start = ED25519_BASEPOINT_POINT.compress().to_bytes();
    let product = |scalar, point| {
        (0..COUNT).fold(point, |point, _| edwards_multiply(black_box(&scalar), &point))
    };
    let expected = fold(product(SCALAR, start));
    row.add(Kind::Native, "curve25519-dalek", COUNT, expected, move || {
        fold(product(SCALAR, black_box(start)))
    });
    let mut ours = edwards_guest().ours();
    row.add(Kind::Ours, "aluvm", COUNT, expected, move || ours.run());
    row
}

pub fn edwards_guest() -> Guest {
    let point = literal(&ED25519_BASEPOINT_POINT.compress().to_bytes());
    let setup = format!("put r256[0], {}; put r256[1], {point};", literal(&SCALAR));
    let body = "edmul r256[0], r256[1], r256[1];";
    Guest::new(&repeat(&setup, body, COUNT), RegisterSize::R256, 1)
}
