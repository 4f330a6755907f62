//! Integer literals of every base and length against `num-bigint`.

use aluvm_core::asm::parse;
use aluvm_core::isa::{Data, RegisterSize};
use aluvm_tests::cases;
use num_bigint::{BigInt, BigUint, Sign};
use proptest::collection::vec;
use proptest::prelude::*;

/// The bytes that a literal gives, or none if it is refused.
fn bytes(size: RegisterSize, literal: &str) -> Option<Vec<u8>> {
    let instrs = parse(&format!("put {size}[0], {literal};")).ok()?;
    instrs[0].data().and_then(Data::bytes).map(<[u8]>::to_vec)
}

/// The little-endian bytes of a number that fits an integer register, by the rule of asm.md.
fn expected(size: RegisterSize, number: &BigInt) -> Option<Vec<u8>> {
    let width = size.bytes();
    let modulus = BigInt::from(1) << (8 * width);
    let is_integer = size.name().starts_with('a');
    let least = if is_integer { -(&modulus / BigInt::from(2)) } else { BigInt::from(0) };
    if *number < least || *number >= modulus {
        return None;
    }
    let (_, mut bytes) = ((number + &modulus) % &modulus).to_bytes_le();
    bytes.resize(width, 0);
    Some(bytes)
}

fn written(number: &BigInt, radix: u32, underscores: usize) -> String {
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    let mut digits = number.magnitude().to_str_radix(radix);
    if underscores > 0 {
        let step = underscores.min(digits.len());
        digits.insert(step, '_');
        digits.push('_');
    }
    let sign = if number.sign() == Sign::Minus { "-" } else { "" };
    format!("{sign}{prefix}{digits}")
}

fn size() -> impl Strategy<Value = RegisterSize> {
    let sizes: Vec<RegisterSize> = RegisterSize::ALL
        .iter()
        .copied()
        .filter(|size| size.name().starts_with(['a', 'r']))
        .collect();
    prop::sample::select(sizes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(4000)))]

    #[test]
    fn integers(
        size in size(),
        raw in vec(any::<u8>(), 0..140),
        negative in any::<bool>(),
        radix in prop::sample::select(vec![2u32, 8, 10, 16]),
        underscores in 0usize..4,
    ) {
        let magnitude = BigInt::from(BigUint::from_bytes_le(&raw));
        let number = if negative { -magnitude } else { magnitude };
        let literal = written(&number, radix, underscores);
        prop_assert_eq!(bytes(size, &literal), expected(size, &number), "{} {}", size, literal);
    }

    #[test]
    fn integers_at_the_edges(size in size(), delta in -2i32..3, edge in 0u32..3, radix in prop::sample::select(vec![2u32, 8, 10, 16])) {
        let bits = 8 * size.bytes();
        let edge = match edge {
            0 => BigInt::from(0),
            1 => BigInt::from(1) << bits,
            _ => -(BigInt::from(1) << (bits - 1)),
        };
        let number = edge + delta;
        let literal = written(&number, radix, 0);
        prop_assert_eq!(bytes(size, &literal), expected(size, &number), "{} {}", size, literal);
    }
}
