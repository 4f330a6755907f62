//! Digests and curves: "Success leaves st0; failure or a None source: destination None, st0 false."

use num_bigint::BigUint;

use crate::codec::Instruction;
use crate::curve::{Group, edwards25519, secp256k1};
use crate::digest;
use crate::state::State;

pub(super) fn execute(instruction: &Instruction, state: &mut State) {
    let destination = *instruction.registers.last().expect("a register");
    let result = result(instruction, state);
    state.st0 &= result.is_some();
    state.set(destination, result);
}

fn result(instruction: &Instruction, state: &State) -> Option<Vec<u8>> {
    let read = |index: usize| state.get(instruction.registers[index]);
    let scalar = || Some(BigUint::from_bytes_le(read(0)?));
    let secp = |index: usize| secp256k1::Point::from_bytes(read(index)?.try_into().ok()?);
    let edwards = |index: usize| edwards25519::Point::from_bytes(read(index)?.try_into().ok()?);
    let secp_scalar = || scalar().filter(|k| *k != BigUint::ZERO && *k < secp256k1::order());
    let edwards_scalar = || Some(scalar()? % edwards25519::order());
    match instruction.form.name {
        "Ripemd" => {
            let mut bytes = digest::ripemd160(read(0)?);
            bytes.reverse();
            Some(bytes.to_vec())
        }
        "Sha256" => Some(digest::sha256(read(0)?).to_vec()),
        "Sha512" => Some(digest::sha512(read(0)?).to_vec()),
        "Blake3" => Some(digest::blake3(read(0)?).to_vec()),
        "SecpGen" => secp_bytes(&secp256k1::Point::generator().multiply(&secp_scalar()?)),
        "SecpMul" => secp_bytes(&secp(1)?.multiply(&secp_scalar()?)),
        "SecpAdd" => secp_bytes(&secp(0)?.add(&secp(1)?)),
        "SecpNeg" => secp_bytes(&secp(0)?.negate()),
        "EdGen" => {
            Some(edwards25519::Point::generator().multiply(&edwards_scalar()?).to_bytes().to_vec())
        }
        "EdMul" => Some(edwards(1)?.multiply(&edwards_scalar()?).to_bytes().to_vec()),
        "EdAdd" => {
            let (first, second) = (edwards(0)?, edwards(1)?);
            let is_strict = instruction.flag() == "s";
            let fails = is_strict && !(first.is_in_subgroup() && second.is_in_subgroup());
            (!fails).then(|| first.add(&second).to_bytes().to_vec())
        }
        "EdNeg" => Some(edwards(0)?.negate().to_bytes().to_vec()),
        name => panic!("{name}"),
    }
}

fn secp_bytes(point: &secp256k1::Point) -> Option<Vec<u8>> {
    Some(point.to_bytes()?.to_vec())
}
