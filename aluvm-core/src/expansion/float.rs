//! `f32` and `f64` constants in the formats of the F registers, where they are exact.

/// For each format in the order of the ISA: bits of the exponent field and of the fraction field.
/// The x87 format has its leading bit in the fraction; the posit has no fixed fields.
const FIELDS: [(u32, u32); 8] =
    [(8, 7), (5, 10), (8, 23), (11, 52), (15, 64), (15, 112), (19, 236), (0, 0)];
const X87: usize = 4;
const POSIT: usize = 7;

/// The little-endian bytes of a number in a format; none if it is NaN or not exact there.
pub(super) const fn exact<const BYTES: usize>(value: f64, format: usize) -> Option<[u8; BYTES]> {
    let bits = value.to_bits();
    let is_negative = bits >> 63 != 0;
    let exponent = (bits >> 52 & 0x7FF) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0x7FF {
        if fraction != 0 || format == POSIT {
            return None;
        }
        return Some(infinity(is_negative, format));
    }
    if exponent == 0 && fraction == 0 {
        if is_negative && format == POSIT {
            return None;
        }
        return Some(sign(is_negative, [0; BYTES]));
    }
    // The number is `significand * 2^(scale - 63)`, with the highest bit of the significand set.
    let (significand, least) =
        if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    let zeros = significand.leading_zeros();
    let significand = significand << zeros;
    let scale = least + 63 - zeros as i32;
    if format == POSIT {
        return Some(posit(is_negative, significand, scale));
    }
    ieee(is_negative, significand, scale, format)
}

const fn infinity<const BYTES: usize>(is_negative: bool, format: usize) -> [u8; BYTES] {
    let (exponent_bits, fraction_bits) = FIELDS[format];
    let mut bytes = put([0; BYTES], (1 << exponent_bits) - 1, fraction_bits as i32);
    if format == X87 {
        bytes = put(bytes, 1 << 63, 0);
    }
    sign(is_negative, bytes)
}

const fn ieee<const BYTES: usize>(
    is_negative: bool,
    significand: u64,
    scale: i32,
    format: usize,
) -> Option<[u8; BYTES]> {
    let (exponent_bits, fraction_bits) = FIELDS[format];
    let bias = (1 << (exponent_bits - 1)) - 1;
    if scale > bias {
        return None;
    }
    let is_subnormal = scale < 1 - bias;
    let biased = if is_subnormal { 0 } else { scale + bias };
    // Where the lowest bit of the significand goes, counted from the lowest of the fraction.
    let leading_bit = if format == X87 { fraction_bits as i32 - 1 } else { fraction_bits as i32 };
    let below = if is_subnormal { 1 - bias - scale } else { 0 };
    let lowest = leading_bit - below - 63;
    if lowest < 0 && (lowest <= -64 || significand & ((1 << -lowest) - 1) != 0) {
        return None;
    }
    let kept = if is_subnormal || format == X87 { significand } else { significand << 1 >> 1 };
    let bytes = put([0; BYTES], kept, lowest);
    Some(sign(is_negative, put(bytes, biased as u64, fraction_bits as i32)))
}

/// A posit<512, 2>: sign, regime, two exponent bits, fraction; the negative is the two's complement.
const fn posit<const BYTES: usize>(is_negative: bool, significand: u64, scale: i32) -> [u8; BYTES] {
    let regime = scale >> 2;
    let exponent = (scale & 3) as u64;
    let mut bytes = [0; BYTES];
    // The regime begins below the sign bit: ones and a zero, or zeros and a one.
    let mut at = 8 * BYTES as i32 - 2;
    let (run, is_ones) = if regime >= 0 { (regime + 1, true) } else { (-regime, false) };
    let mut i = 0;
    while i < run {
        bytes = put(bytes, is_ones as u64, at);
        at -= 1;
        i += 1;
    }
    bytes = put(bytes, !is_ones as u64, at);
    bytes = put(bytes, exponent, at - 2);
    bytes = put(bytes, significand << 1 >> 1, at - 2 - 63);
    if is_negative { negated(bytes) } else { bytes }
}

const fn negated<const BYTES: usize>(mut bytes: [u8; BYTES]) -> [u8; BYTES] {
    let mut carry = 1;
    let mut i = 0;
    while i < BYTES {
        let sum = !bytes[i] as u16 + carry;
        bytes[i] = sum as u8;
        carry = sum >> 8;
        i += 1;
    }
    bytes
}

const fn sign<const BYTES: usize>(is_negative: bool, bytes: [u8; BYTES]) -> [u8; BYTES] {
    put(bytes, is_negative as u64, 8 * BYTES as i32 - 1)
}

/// Sets the bits of `value` from bit `at` up, which may be negative: lower bits are dropped.
const fn put<const BYTES: usize>(mut bytes: [u8; BYTES], value: u64, at: i32) -> [u8; BYTES] {
    let mut i = 0;
    while i < 64 {
        let to = at + i;
        if value >> i & 1 != 0 && to >= 0 {
            bytes[to as usize / 8] |= 1 << (to % 8);
        }
        i += 1;
    }
    bytes
}
