//! edwards25519: vectors, corner cases, group laws, oracle.

use aluvm_core::crypto::digest::sha512;
use aluvm_core::crypto::edwards::{add_lax, add_strict, multiply, multiply_generator, negate};
use num_bigint::BigUint;
use num_traits::Zero;
use proptest::array::uniform32;
use proptest::prelude::*;

use crate::{number_near, oracle_config, register, unhex};
use aluvm_judge::curve::Group;
use aluvm_judge::curve::edwards25519::{Point, order, prime};

/// The points whose order divides 8, in canonical form: table 5 of "Taming the many EdDSAs"
/// (Chalkias, Garillot, Nikolaenko, 2020). The neutral point comes first.
const SMALL_ORDER: [(&str, u32); 8] = [
    ("0100000000000000000000000000000000000000000000000000000000000000", 1),
    ("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", 2),
    ("0000000000000000000000000000000000000000000000000000000000000000", 4),
    ("0000000000000000000000000000000000000000000000000000000000000080", 4),
    ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", 8),
    ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", 8),
    ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", 8),
    ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa", 8),
];

/// RFC 8032, section 7.1: secret key, public key.
const KEYS: [(&str, &str); 5] = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    ),
    (
        "f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5",
        "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    ),
];

fn neutral() -> [u8; 32] {
    unhex(SMALL_ORDER[0].0)
}

fn generator() -> [u8; 32] {
    Point::generator().to_bytes()
}

fn small(number: u32) -> [u8; 32] {
    register(&BigUint::from(number))
}

fn assert_no_point(bytes: &[u8; 32]) {
    assert_eq!(negate(bytes), None, "{bytes:x?}");
    assert_eq!(multiply(&small(1), bytes), None, "{bytes:x?}");
    for add in [add_lax, add_strict] {
        assert_eq!(add(bytes, &generator()), None, "{bytes:x?}");
        assert_eq!(add(&generator(), bytes), None, "{bytes:x?}");
    }
}

/// A point of the prime-order subgroup.
fn subgroup_point() -> impl Strategy<Value = [u8; 32]> {
    number_near(order()).prop_map(|k| multiply_generator(&register(&k)))
}

/// A point with any component of small order.
fn any_point() -> impl Strategy<Value = [u8; 32]> {
    (subgroup_point(), 0usize..8)
        .prop_map(|(point, index)| add_lax(&point, &unhex(SMALL_ORDER[index].0)).unwrap())
}

#[test]
fn public_keys_are_those_of_rfc_8032() {
    for (secret, public) in KEYS {
        let mut scalar: [u8; 32] = sha512(&unhex::<32>(secret))[..32].try_into().unwrap();
        scalar[0] &= 0xF8;
        scalar[31] = scalar[31] & 0x3F | 0x40;
        assert_eq!(multiply_generator(&scalar), unhex(public));
        assert_eq!(multiply(&scalar, &generator()), Some(unhex(public)));
        assert_eq!(add_strict(&unhex(public), &neutral()), Some(unhex(public)));
    }
}

#[test]
fn scalars_are_reduced_modulo_the_order() {
    assert_eq!(multiply_generator(&small(1)), generator());
    let minus_one = register(&(order() - 1u8));
    assert_eq!(Some(multiply_generator(&minus_one)), negate(&generator()));
    assert_eq!(multiply(&minus_one, &generator()), negate(&generator()));
    for multiple in 1u8..=15 {
        let zero = register(&(order() * multiple));
        assert_eq!(multiply_generator(&zero), neutral());
        assert_eq!(multiply(&zero, &generator()), Some(neutral()));
        let one = register(&(order() * multiple + 1u8));
        assert_eq!(multiply_generator(&one), generator());
        assert_eq!(multiply(&one, &generator()), Some(generator()));
    }
}

/// The neutral point has an encoding, so it is a result like any other.
#[test]
fn a_neutral_result_succeeds() {
    assert_eq!(multiply_generator(&[0; 32]), neutral());
    assert_eq!(multiply(&[0; 32], &generator()), Some(neutral()));
    assert_eq!(negate(&neutral()), Some(neutral()));
    let opposite = negate(&generator()).unwrap();
    for add in [add_lax, add_strict] {
        assert_eq!(add(&generator(), &opposite), Some(neutral()));
        assert_eq!(add(&neutral(), &neutral()), Some(neutral()));
        assert_eq!(add(&neutral(), &generator()), Some(generator()));
    }
}

#[test]
fn points_of_small_order_are_points_outside_the_subgroup() {
    for (text, order_of_point) in SMALL_ORDER {
        let point = unhex(text);
        for factor in 1..=8 {
            let product = multiply(&small(factor), &point).unwrap();
            assert_eq!(product == neutral(), factor % order_of_point == 0, "{factor} x {text}");
        }
        assert_eq!(add_lax(&point, &negate(&point).unwrap()), Some(neutral()));
        let is_neutral = point == neutral();
        assert_eq!(add_strict(&point, &generator()).is_some(), is_neutral, "{text}");
        assert_eq!(add_strict(&generator(), &point).is_some(), is_neutral, "{text}");
        let mixed = add_lax(&point, &generator()).unwrap();
        assert_eq!(add_strict(&mixed, &mixed).is_some(), is_neutral, "{text}");
    }
}

/// L, not 8L, is the modulus of scalars, on points of small order too.
#[test]
fn the_order_of_the_generator_annihilates_every_point() {
    for (text, _) in SMALL_ORDER {
        assert_eq!(multiply(&register(&order()), &unhex(text)), Some(neutral()));
    }
}

/// Every Y that is not below the field prime, and both forms of X = 0 with the sign bit set.
#[test]
fn non_canonical_encodings_are_rejected() {
    for excess in 0u8..19 {
        let mut bytes = register(&(prime() + excess));
        assert_no_point(&bytes);
        bytes[31] |= 0x80;
        assert_no_point(&bytes);
    }
    for index in [0, 1] {
        let mut bytes: [u8; 32] = unhex(SMALL_ORDER[index].0);
        bytes[31] |= 0x80;
        assert_no_point(&bytes);
    }
}

/// Near misses of the patterns that the check for canonical form looks for.
#[test]
fn neighbours_of_the_rejected_encodings_are_judged_by_the_curve_equation() {
    let mut decoded = 0;
    for distance in 0u8..60 {
        for number in [BigUint::from(distance), prime() - 1u8 - distance] {
            for sign in [0, 0x80] {
                let mut bytes = register(&number);
                bytes[31] |= sign;
                let expected = Point::from_bytes(&bytes).map(|point| point.negate().to_bytes());
                assert_eq!(negate(&bytes), expected, "{bytes:x?}");
                decoded += usize::from(expected.is_some());
            }
        }
    }
    assert!((60..180).contains(&decoded), "{decoded} of 240 decoded");
}

proptest! {
    #[test]
    fn addition_is_associative_and_commutative(a in any_point(), b in any_point(), c in any_point()) {
        let ab = add_lax(&a, &b).unwrap();
        let bc = add_lax(&b, &c).unwrap();
        prop_assert_eq!(add_lax(&b, &a), Some(ab));
        prop_assert_eq!(add_lax(&ab, &c), add_lax(&a, &bc));
        prop_assert_eq!(add_lax(&a, &negate(&a).unwrap()), Some(neutral()));
        prop_assert_eq!(add_lax(&a, &neutral()), Some(a));
    }

    #[test]
    fn strict_addition_is_lax_addition_on_the_subgroup(a in subgroup_point(), b in subgroup_point()) {
        prop_assert!(add_strict(&a, &b).is_some());
        prop_assert_eq!(add_strict(&a, &b), add_lax(&a, &b));
    }

    #[test]
    fn multiplication_distributes_on_the_subgroup(
        a in number_near(order()),
        b in number_near(order()),
        p in subgroup_point(),
        q in subgroup_point(),
    ) {
        let times = |k: &BigUint, point: &[u8; 32]| multiply(&register(k), point).unwrap();
        prop_assert_eq!(
            add_lax(&times(&a, &p), &times(&b, &p)),
            Some(times(&((&a + &b) % order()), &p))
        );
        prop_assert_eq!(times(&a, &times(&b, &p)), times(&(&a * &b % order()), &p));
        let sum = add_lax(&p, &q).unwrap();
        prop_assert_eq!(add_lax(&times(&a, &p), &times(&a, &q)), Some(times(&a, &sum)));
        prop_assert_eq!(multiply_generator(&register(&a)), times(&a, &generator()));
    }

    #[test]
    fn multiplication_by_one_scalar_distributes_over_any_points(
        k in number_near(order()),
        p in any_point(),
        q in any_point(),
    ) {
        let times = |point: &[u8; 32]| multiply(&register(&k), point).unwrap();
        let sum = add_lax(&p, &q).unwrap();
        prop_assert_eq!(add_lax(&times(&p), &times(&q)), Some(times(&sum)));
    }
}

proptest! {
    #![proptest_config(oracle_config())]

    #[test]
    fn everything_agrees_with_the_oracle(
        left in prop_oneof![any_point(), uniform32(any::<u8>())],
        right in prop_oneof![any_point(), uniform32(any::<u8>())],
        k in number_near(order()),
    ) {
        let (p, q) = (Point::from_bytes(&left), Point::from_bytes(&right));
        let scalar = &k % order();
        prop_assert_eq!(
            multiply_generator(&register(&k)),
            Point::generator().multiply(&scalar).to_bytes()
        );
        prop_assert_eq!(negate(&left), p.as_ref().map(|p| p.negate().to_bytes()));
        prop_assert_eq!(
            multiply(&register(&k), &left),
            p.as_ref().map(|p| p.multiply(&scalar).to_bytes())
        );
        let sum = p.as_ref().zip(q.as_ref()).map(|(p, q)| p.add(q).to_bytes());
        prop_assert_eq!(add_lax(&left, &right), sum);
        let in_subgroup = |point: &Option<Point>| {
            point.as_ref().is_some_and(|point| {
                let annihilated = point.multiply(&order());
                annihilated.x.is_zero() && annihilated == Point::neutral()
            })
        };
        let strict_sum = sum.filter(|_| in_subgroup(&p) && in_subgroup(&q));
        prop_assert_eq!(add_strict(&left, &right), strict_sum);
    }
}
