//! The contract, and the headers it is run over.

use aluvm::{Instr, aluasm};

/// Bitcoin mainnet headers: height, header and hash, a line each. Public chain data.
pub const HEADERS: &str = include_str!("headers.txt");

const HEADER_LENGTH: u16 = 80;
const PREVIOUS_HASH_OFFSET: u16 = 4;
const BITS_OFFSET: u16 = 72;

/// The easiest target that mainnet allows: 0xFFFF shifted left by 208 bits, as little-endian bytes.
const TARGET_LIMIT: [u8; 32] = {
    let mut limit = [0; 32];
    limit[26] = 0xFF;
    limit[27] = 0xFF;
    limit
};

/// Succeeds if the header in `s16[0]` has done the work that it claims, and links to `r256[1]`
/// where that is defined. Leaves the header's hash in `r256[0]`.
pub static PROOF_OF_WORK: [Instr; 56] = aluasm! {
    let header = s16[0];
    let hash = r256[0];
    let previous = r256[1];
    let mantissa = a256[0];
    let target = a256[1];
    let exponent = a16[3];
    let shift = a16[4];

        put     a16[0], HEADER_LENGTH;
        len     header, a16[1];
        eq.n    a16[0], a16[1];
        test;

    // Double SHA-256.
        put     a16[0], 0;
        sha2    header, hash;
        put     s16[1], "";
        inj     s16[1], hash, a16[0];
        sha2    s16[1], hash;

    // nBits: one byte of exponent, a sign bit that must be clear, 23 bits of mantissa.
        put     a16[0], BITS_OFFSET;
        extr    header, a32[0], a16[0];
        put     a32[1], 0x0080_0000;
        and     a32[0], a32[1], a32[1];
        ifz     a32[1];
        test;
        put     a32[1], 0x007F_FFFF;
        and     a32[0], a32[1], a32[1];
        cpy     a32[1], mantissa;
        put     a8[0], 24;
        shr.u   a8[0], a32[0];
        cpy     a32[0], exponent;

    // target = mantissa * 256^(exponent - 3)
        put     a16[5], 3;
        dup     mantissa, target;
        lt.u    exponent, a16[5];
        jif     small;
        dup     exponent, shift;
        sub.uc  a16[5], shift;
        put     a16[6], 8;
        mul.uc  a16[6], shift;
        shl     shift, target;
        dup     target, a256[2];
        shr.u   shift, a256[2];
        eq.n    a256[2], mantissa;      // no bit of the mantissa was shifted out
        test;
        jmp     compare;
    small:
        dup     a16[5], shift;
        sub.uc  exponent, shift;
        put     a16[6], 8;
        mul.uc  a16[6], shift;
        shr.u   shift, target;

    compare:
        put     a256[2], TARGET_LIMIT;
        gt.u    target, a256[2];
        inv     st0;
        test;
        dup     hash, r256[2];
        spy     a256[3], r256[2];       // the hash as a number
        gt.u    a256[3], target;
        inv     st0;
        test;

    // The link to the header before, where its hash is known.
        ifn     previous;
        jif     done;
        put     a16[0], PREVIOUS_HASH_OFFSET;
        extr    header, r256[2], a16[0];
        eq.n    r256[2], previous;
        test;
    done:
        ret;
};
