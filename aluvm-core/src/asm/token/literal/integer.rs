//! Integer literals of any length, to little-endian bytes.

use alloc::vec;
use alloc::vec::Vec;

/// The value of an unsigned integer, if it has at most 128 bits.
pub(crate) fn small(radix: u32, digits: &str) -> Option<u128> {
    let mut value = 0u64;
    // Nearly all literals are short, and 128-bit arithmetic is slow where nothing is optimised.
    let mut bytes = digits.bytes();
    for byte in bytes.by_ref() {
        let Some(digit) = char::from(byte).to_digit(radix) else { continue };
        value = value * u64::from(radix) + u64::from(digit);
        if value >= 1 << 58 {
            break;
        }
    }
    let mut value = u128::from(value);
    for byte in bytes {
        let Some(digit) = char::from(byte).to_digit(radix) else { continue };
        value = value.checked_mul(u128::from(radix))?.checked_add(u128::from(digit))?;
    }
    Some(value)
}

/// The little-endian bytes of an integer, in two's complement where it is negative; none if it
/// does not fit into `width` bytes. Positive values fit up to the unsigned maximum.
pub(crate) fn integer_bytes(
    radix: u32,
    digits: &str,
    negative: bool,
    width: usize,
) -> Option<Vec<u8>> {
    let mut bytes = magnitude(radix, digits, width)?;
    if negative && bytes.iter().any(|byte| *byte != 0) {
        // Two's complement: one less, then all bits inverted.
        for byte in &mut bytes {
            let borrows = *byte == 0;
            *byte = byte.wrapping_sub(1);
            if !borrows {
                break;
            }
        }
        if bytes.last()? >> 7 != 0 {
            return None;
        }
        for byte in &mut bytes {
            *byte = !*byte;
        }
    }
    Some(bytes)
}

fn magnitude(radix: u32, digits: &str, width: usize) -> Option<Vec<u8>> {
    if let Some(value) = small(radix, digits) {
        let all = value.to_le_bytes();
        let mut bytes = vec![0; width];
        let kept = width.min(all.len());
        bytes[..kept].copy_from_slice(&all[..kept]);
        return all[kept..].iter().all(|byte| *byte == 0).then_some(bytes);
    }
    let mut words = vec![0u32; width.div_ceil(4)];
    let (mut chunk, mut scale) = (0u32, 1u32);
    for byte in digits.bytes() {
        let Some(digit) = char::from(byte).to_digit(radix) else { continue };
        chunk = chunk * radix + digit;
        scale *= radix;
        if scale >= 1 << 27 {
            multiply_add(&mut words, scale, chunk)?;
            (chunk, scale) = (0, 1);
        }
    }
    multiply_add(&mut words, scale, chunk)?;
    let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let excess = bytes.split_off(width);
    excess.iter().all(|byte| *byte == 0).then_some(bytes)
}

/// Multiplies a number by `factor` and adds `summand`; none if it overflows.
fn multiply_add(words: &mut [u32], factor: u32, summand: u32) -> Option<()> {
    let mut carry = u64::from(summand);
    for word in words {
        carry += u64::from(*word) * u64::from(factor);
        *word = carry as u32;
        carry >>= 32;
    }
    (carry == 0).then_some(())
}
