//! Sums and differences of limb arrays, the lowest limb first.

use core::array::from_fn;

/// Sum with a carry in, and the carry out.
#[inline(always)]
pub(super) fn add<const N: usize>(a: [u64; N], b: [u64; N], mut carry: bool) -> ([u64; N], bool) {
    let sum = from_fn(|index| {
        let (partial, first) = a[index].overflowing_add(b[index]);
        let (limb, second) = partial.overflowing_add(u64::from(carry));
        carry = first | second;
        limb
    });
    (sum, carry)
}

/// Difference with a borrow in, and the borrow out.
#[inline(always)]
pub(super) fn sub<const N: usize>(a: [u64; N], b: [u64; N], mut borrow: bool) -> ([u64; N], bool) {
    let difference = from_fn(|index| {
        let (partial, first) = a[index].overflowing_sub(b[index]);
        let (limb, second) = partial.overflowing_sub(u64::from(borrow));
        borrow = first | second;
        limb
    });
    (difference, borrow)
}
