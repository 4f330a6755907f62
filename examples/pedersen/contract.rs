//! Pedersen commitments `C = v H + b G` on secp256k1: `v` is the amount, `b` the blinding factor.
//!
//! Amounts are 64 bits here because the program that makes the commitment says so. A commitment from
//! elsewhere may hide any number modulo the group order: a real contract adds range proofs.

use aluvm::{Instr, aluasm};

/// Commits to the amount in `a64[0]` under the blinding factor in `r256[0]` (from 1 to the group
/// order less 1) and leaves the commitment in `r512[0]`.
///
/// `H` is the point of BIP-341 whose discrete logarithm nobody knows: its X is the SHA-256 of the
/// uncompressed encoding of `G`.
pub static COMMIT: [Instr; 9] = aluasm! {
        let amount = a64[0];
        let blinding = r256[0];
        let commitment = r512[0];

        secpgen blinding, commitment;
        test;
        ifz     amount;                 // 0 H is no point: the commitment is b G alone
        jif     done;
        cpy     amount, a256[0];        // leaves st0 true
        put     r512[1], b"\x50\x92\x9b\x74\xc1\xa0\x49\x54\xb7\x8b\x4b\x60\x35\xe9\x7a\x5e\x07\x8a\x5a\x0f\x28\xec\x96\xd5\x47\xbf\xee\x9a\xce\x80\x3a\xc0\x31\xd3\xc6\x86\x39\x73\x92\x6e\x04\x9e\x63\x7c\xb1\xb5\xf4\x0a\x36\xda\xc2\x8a\xf1\x76\x69\x68\xc3\x0c\x23\x13\xf3\xa3\x89\x04";
        secpmul a256[0], r512[1], r512[1];
        secpadd r512[1], commitment;
    done:
        ret;
};

/// Succeeds exactly if the commitments in `s16[0]`, which are spent, and those in `s16[1]`, which are
/// created, have one sum: when the amounts balance and the blinding factors do. Each is 64 bytes;
/// there is at least one on either side.
///
/// A sum that passes through infinity is refused: an honest wallet reaches one only if it picks
/// opposite points.
pub static BALANCE: [Instr; 24] = aluasm! {
        let commitments = s16[2];
        let offset = a16[0];
        let end = a16[1];
        let sum = r512[0];
        let term = r512[1];

        mov     s16[0], commitments;
        routine add_up;
        dup     sum, r512[2];
        mov     s16[1], commitments;
        routine add_up;
        eq.n    sum, r512[2];
        test;
        ret;

    add_up:
        len     commitments, end;
        put     offset, 0;
        extr    commitments, sum, offset;
        test;                           // a string that is missing or too short
        secpneg sum, term;              // a lone commitment would not be added to anything:
        test;                           // see that it is a point
    next:
        add     offset, 64;
        lt.u    offset, end;
        jif     another;                // goes on with st0 true
        inv     st0;                    // and returns so too
        ret;
    another:
        extr    commitments, term, offset;
        test;                           // a last commitment cut short
        secpadd term, sum;
        test;                           // not a point, or infinity
        jmp     next;
};
