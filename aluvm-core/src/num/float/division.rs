//! Division of limb arrays by a reciprocal instead of the processor's divide instruction, one limb
//! of the quotient at a time: N. Möller and T. Granlund, "Improved division by invariant integers",
//! IEEE Transactions on Computers 60 (2011), whose algorithm numbers are given below.

use super::addition::add;

/// `floor((2^19 - 3 * 2^8) / d)` for the nine-bit numbers `d` from 256 on.
const APPROXIMATIONS: [u16; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        table[index] = (((1 << 19) - 3 * (1 << 8)) / (index + 256)) as u16;
        index += 1;
    }
    table
};

/// `floor((2^128 - 1) / d) - 2^64` for a divisor whose top bit is set (algorithm 3).
#[inline]
fn reciprocal(d: u64) -> u64 {
    let d40 = (d >> 24) + 1;
    let d63 = d.div_ceil(2);
    let v0 = u64::from(APPROXIMATIONS[(d >> 55) as usize & 0xff]);
    let v1 = (v0 << 11) - ((v0 * v0 * d40) >> 40) - 1;
    let v2 = (v1 << 13) + ((v1 * ((1 << 60) - v1 * d40)) >> 47);
    let error = ((v2 >> 1) & (d & 1).wrapping_neg()).wrapping_sub(v2.wrapping_mul(d63));
    let v3 = (v2 << 31).wrapping_add(high(v2, error) >> 1);
    let product = wide(v3, d) + u128::from(d);
    v3.wrapping_sub((product >> 64) as u64).wrapping_sub(d)
}

/// `floor((2^192 - 1) / d) - 2^64` for a divisor of two limbs (algorithm 6).
#[inline]
fn reciprocal_of_pair(d1: u64, d0: u64) -> u64 {
    let mut v = reciprocal(d1);
    let (mut p, carry) = d1.wrapping_mul(v).overflowing_add(d0);
    if carry {
        v = v.wrapping_sub(1);
        if p >= d1 {
            v = v.wrapping_sub(1);
            p = p.wrapping_sub(d1);
        }
        p = p.wrapping_sub(d1);
    }
    let t = wide(v, d0);
    let (p, carry) = p.overflowing_add((t >> 64) as u64);
    if carry {
        v = v.wrapping_sub(1);
        if pair(p, t as u64) >= pair(d1, d0) {
            v = v.wrapping_sub(1);
        }
    }
    v
}

/// Quotient and remainder of two limbs by one, the upper limb less than the divisor (algorithm 4).
#[inline]
fn divide_2_by_1(u1: u64, u0: u64, d: u64, v: u64) -> (u64, u64) {
    let q = wide(v, u1).wrapping_add(pair(u1, u0));
    let mut digit = ((q >> 64) as u64).wrapping_add(1);
    let mut rest = u0.wrapping_sub(digit.wrapping_mul(d));
    if rest > q as u64 {
        digit = digit.wrapping_sub(1);
        rest = rest.wrapping_add(d);
    }
    if rest >= d {
        digit = digit.wrapping_add(1);
        rest -= d;
    }
    (digit, rest)
}

/// Quotient and remainder of three limbs by two, the upper pair less than the divisor (algorithm 5).
#[inline]
fn divide_3_by_2(u2: u64, u1: u64, u0: u64, d: u128, v: u64) -> (u64, u128) {
    let (d1, d0) = ((d >> 64) as u64, d as u64);
    let q = wide(v, u2).wrapping_add(pair(u2, u1));
    let mut digit = (q >> 64) as u64;
    let r1 = u1.wrapping_sub(digit.wrapping_mul(d1));
    let mut rest = pair(r1, u0).wrapping_sub(wide(digit, d0)).wrapping_sub(d);
    digit = digit.wrapping_add(1);
    if (rest >> 64) as u64 >= q as u64 {
        digit = digit.wrapping_sub(1);
        rest = rest.wrapping_add(d);
    }
    if rest >= d {
        digit = digit.wrapping_add(1);
        rest = rest.wrapping_sub(d);
    }
    (digit, rest)
}

/// Quotient and remainder of `dividend * 2^(64 N) + tail * 2^(64 (N - 1))`. The top bit of the divisor
/// is set, and the dividend less than the divisor.
#[inline]
pub(super) fn divide<const N: usize>(
    dividend: [u64; N],
    tail: u64,
    divisor: [u64; N],
) -> ([u64; N], [u64; N]) {
    let mut quotient = [0; N];
    let mut rest = dividend;
    let mut incoming = tail;
    if N == 1 {
        let v = reciprocal(divisor[0]);
        (quotient[0], rest[0]) = divide_2_by_1(rest[0], incoming, divisor[0], v);
        return (quotient, rest);
    }
    let top = pair(divisor[N - 1], divisor[N - 2]);
    let v = reciprocal_of_pair(divisor[N - 1], divisor[N - 2]);
    for digit in quotient.iter_mut().rev() {
        (*digit, rest) = next_digit(rest, incoming, divisor, top, v);
        incoming = 0;
    }
    (quotient, rest)
}

/// One digit of the quotient, and the new remainder, of `rest * 2^64 + incoming`.
#[inline]
fn next_digit<const N: usize>(
    rest: [u64; N],
    incoming: u64,
    divisor: [u64; N],
    top: u128,
    v: u64,
) -> (u64, [u64; N]) {
    let third = if N == 2 { incoming } else { rest[N - 3] };
    let mut next = [0; N];
    let mut digit = u64::MAX;
    if pair(rest[N - 1], rest[N - 2]) < top {
        let upper;
        (digit, upper) = divide_3_by_2(rest[N - 1], rest[N - 2], third, top, v);
        if N == 2 {
            next[1] = (upper >> 64) as u64;
            next[0] = upper as u64;
            return (digit, next);
        }
    }
    // The estimate from the upper limbs is right or one too large.
    let mut carry = 0;
    let mut borrow = false;
    for index in 0..N {
        let limb = if index == 0 { incoming } else { rest[index - 1] };
        let product = wide(digit, divisor[index]) + u128::from(carry);
        carry = (product >> 64) as u64;
        let (partial, first) = limb.overflowing_sub(product as u64);
        let (limb, second) = partial.overflowing_sub(u64::from(borrow));
        borrow = first | second;
        next[index] = limb;
    }
    // Compared with overflow in mind: the carry and the borrow together may reach 2^64.
    if u128::from(rest[N - 1]) < u128::from(carry) + u128::from(borrow) {
        digit -= 1;
        next = add(next, divisor, false).0;
    }
    (digit, next)
}

#[inline]
fn wide(a: u64, b: u64) -> u128 {
    u128::from(a) * u128::from(b)
}

#[inline]
fn high(a: u64, b: u64) -> u64 {
    (wide(a, b) >> 64) as u64
}

#[inline]
fn pair(high: u64, low: u64) -> u128 {
    u128::from(high) << 64 | u128::from(low)
}

#[cfg(test)]
mod tests {
    use core::array::from_fn;
    use core::cmp::Ordering;

    use super::super::limbs::Limbs;
    use super::super::natural::Natural;
    use super::*;

    /// Limbs at which estimates of digits go wrong, mixed with random ones (xorshift64*).
    fn limb(state: &mut u64) -> u64 {
        *state ^= *state >> 12;
        *state ^= *state << 25;
        *state ^= *state >> 27;
        let word = state.wrapping_mul(0x2545_f491_4f6c_dd1d);
        match word >> 60 {
            0..=2 => 0,
            3..=5 => u64::MAX,
            6 => 1,
            7 => u64::MAX - 1,
            8 => 1 << 63,
            9 => (1 << 63) - 1,
            10 => (1 << 63) + 1,
            _ => word << 4 ^ word,
        }
    }

    fn natural(limbs: &[u64]) -> Natural {
        let bytes: alloc::vec::Vec<u8> = limbs.iter().flat_map(|limb| limb.to_le_bytes()).collect();
        Natural::from_bytes(&bytes)
    }

    /// The quotient times the divisor and the remainder are the dividend, by other arithmetic.
    fn check<const N: usize>() {
        let mut state = 0x1234_5678_9abc_def1;
        for case in 0..20_000 {
            let mut divisor: [u64; N] = from_fn(|_| limb(&mut state));
            divisor[N - 1] |= 1 << 63;
            let mut dividend: [u64; N] = from_fn(|_| limb(&mut state));
            // Equal upper limbs make the largest digits.
            if case % 3 == 0 {
                dividend[N / 2..].copy_from_slice(&divisor[N / 2..]);
            }
            if dividend.order(&divisor) != Ordering::Less {
                dividend = dividend.sub(divisor, false).0;
            }
            let tail = limb(&mut state);
            let (quotient, remainder) = divide(dividend, tail, divisor);
            assert_eq!(remainder.order(&divisor), Ordering::Less, "{dividend:x?} {divisor:x?}");
            let product = natural(&quotient).mul(&natural(&divisor)).add(&natural(&remainder));
            let low = natural(&[tail]).shl(64 * (N - 1));
            let whole = natural(&dividend).shl(64 * N).add(&low);
            assert_eq!(product, whole, "{dividend:x?} {tail:x} {divisor:x?}");
        }
    }

    #[test]
    fn quotients_and_remainders() {
        check::<1>();
        check::<2>();
        check::<3>();
        check::<4>();
        check::<8>();
    }

    #[test]
    fn reciprocals() {
        let mut state = 99;
        for _ in 0..200_000 {
            let d = limb(&mut state) | 1 << 63;
            let exact = (u128::MAX / u128::from(d)) as u64;
            assert_eq!(reciprocal(d), exact, "{d:x}");
        }
    }
}
