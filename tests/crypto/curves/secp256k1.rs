//! secp256k1: vectors, corner cases, group laws, oracle.

use aluvm_core::crypto::secp::{add, multiply, multiply_generator, negate};
use num_bigint::BigUint;
use num_traits::Zero;
use proptest::prelude::*;

use crate::{any_number, fields, number_near, oracle_config, register, unhex};
use aluvm_judge::curve::secp256k1::{Point, order};
use aluvm_judge::curve::{Group, decimal};

fn generator() -> [u8; 64] {
    Point::generator().to_bytes().unwrap()
}

fn point(x: &str, y: &str) -> [u8; 64] {
    unhex(&format!("{x}{y}"))
}

/// A scalar that the machine accepts.
fn scalar() -> impl Strategy<Value = BigUint> {
    number_near(order())
        .prop_filter("zero modulo the order", |k| !(k % order()).is_zero())
        .prop_map(|number| number % order())
}

fn any_point() -> impl Strategy<Value = [u8; 64]> {
    scalar().prop_map(|k| multiply_generator(&register(&k)).unwrap())
}

#[test]
fn generator_multiples_are_the_published_ones() {
    let vectors = fields(include_str!("vectors/secp256k1-multiples.txt"));
    for [scalar, x, y] in &vectors {
        let scalar = register(&decimal(scalar));
        assert_eq!(multiply_generator(&scalar), Some(point(x, y)));
        assert_eq!(multiply(&scalar, &generator()), Some(point(x, y)));
    }
    assert_eq!(vectors.len(), 29);
}

#[test]
fn corner_cases_of_point_parsing_are_the_librarys() {
    let one = register(&BigUint::from(1u8));
    let (mut valid, mut invalid) = (0, 0);
    for [verdict, x, y] in fields(include_str!("vectors/secp256k1-points.txt")) {
        let point = point(x, y);
        if verdict == "valid" {
            let opposite = negate(&point).unwrap();
            assert_eq!(opposite[..32], point[..32]);
            assert_eq!(negate(&opposite), Some(point));
            assert_eq!(multiply(&one, &point), Some(point));
            assert_eq!(add(&point, &opposite), None);
            let shifted = add(&point, &generator()).unwrap();
            assert_eq!(add(&shifted, &negate(&generator()).unwrap()), Some(point));
            valid += 1;
        } else {
            assert_eq!(negate(&point), None);
            assert_eq!(multiply(&one, &point), None);
            assert_eq!(add(&point, &generator()), None);
            assert_eq!(add(&generator(), &point), None);
            invalid += 1;
        }
    }
    assert_eq!((valid, invalid), (12, 11));
}

#[test]
fn all_zeros_and_all_ones_are_no_points() {
    for byte in [0, 0xFF] {
        assert_eq!(negate(&[byte; 64]), None);
        assert_eq!(add(&[byte; 64], &[byte; 64]), None);
    }
}

#[test]
fn scalars_are_at_least_one_and_below_the_order() {
    let top = BigUint::from(2u8).pow(256) - 1u8;
    for number in [BigUint::zero(), order(), order() + 1u8, order() + 2u8, top] {
        assert_eq!(multiply_generator(&register(&number)), None, "{number}");
        assert_eq!(multiply(&register(&number), &generator()), None, "{number}");
    }
    let last = register(&(order() - 1u8));
    assert_eq!(multiply_generator(&last), negate(&generator()));
    assert_eq!(multiply(&last, &generator()), negate(&generator()));
    let first = register(&BigUint::from(1u8));
    assert_eq!(multiply_generator(&first), Some(generator()));
    assert_eq!(multiply(&first, &generator()), Some(generator()));
}

/// A scalar is a little-endian number, not the big-endian string of SEC 1.
#[test]
fn scalars_are_little_endian() {
    let mut two = [0; 32];
    two[0] = 2;
    assert_eq!(multiply_generator(&two), add(&generator(), &generator()));
}

proptest! {
    #[test]
    fn addition_is_associative_and_commutative(a in any_point(), b in any_point(), c in any_point()) {
        prop_assert_eq!(add(&a, &b), add(&b, &a));
        if let (Some(ab), Some(bc)) = (add(&a, &b), add(&b, &c)) {
            prop_assert_eq!(add(&ab, &c), add(&a, &bc));
        }
    }

    #[test]
    fn multiplication_distributes(a in scalar(), b in scalar(), p in any_point(), q in any_point()) {
        let times = |k: &BigUint, point: &[u8; 64]| multiply(&register(k), point);
        let (ap, bp, aq) = (times(&a, &p).unwrap(), times(&b, &p).unwrap(), times(&a, &q).unwrap());
        prop_assert_eq!(add(&ap, &bp), times(&((&a + &b) % order()), &p));
        prop_assert_eq!(times(&a, &bp), times(&(&a * &b % order()), &p));
        prop_assert_eq!(add(&ap, &aq), add(&p, &q).and_then(|sum| times(&a, &sum)));
    }

    #[test]
    fn a_point_and_its_opposite_have_no_sum(p in any_point()) {
        let opposite = negate(&p).unwrap();
        prop_assert_ne!(p, opposite);
        prop_assert_eq!(negate(&opposite), Some(p));
        prop_assert_eq!(add(&p, &opposite), None);
        prop_assert_eq!(multiply(&register(&(order() - 1u8)), &p), Some(opposite));
        prop_assert_eq!(add(&p, &p), multiply(&register(&BigUint::from(2u8)), &p));
    }

    /// One flipped bit of a point is off the curve: X keeps two Y, and a bit flip never maps one
    /// to the other, nor, but for a negligible fraction, X to another X with the same Y.
    #[test]
    fn a_damaged_point_is_rejected(p in any_point(), bit in 0usize..512) {
        let mut damaged = p;
        damaged[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(negate(&damaged), None);
        prop_assert_eq!(add(&damaged, &p), None);
        prop_assert_eq!(multiply(&register(&BigUint::from(1u8)), &damaged), None);
    }
}

proptest! {
    #![proptest_config(oracle_config())]

    #[test]
    fn everything_agrees_with_the_oracle(
        a in number_near(order()),
        b in any_number(),
        k in number_near(order()),
    ) {
        let in_range = |k: &BigUint| !k.is_zero() && *k < order();
        let (p, q) = (
            Point::generator().multiply(&(&a % order())),
            Point::generator().multiply(&(b % order())),
        );
        let expected = in_range(&a).then(|| p.to_bytes()).flatten();
        prop_assert_eq!(multiply_generator(&register(&a)), expected);
        if let (Some(left), Some(right)) = (p.to_bytes(), q.to_bytes()) {
            let product = in_range(&k).then(|| p.multiply(&k).to_bytes()).flatten();
            prop_assert_eq!(multiply(&register(&k), &left), product);
            prop_assert_eq!(add(&left, &right), p.add(&q).to_bytes());
            prop_assert_eq!(negate(&left), p.negate().to_bytes());
        }
    }
}
