//! Verifies a Schnorr signature over secp256k1 as BIP-340 defines it, with nothing but instructions
//! of the machine.
//!
//! A point in a register is X || Y, big-endian; a number is little-endian. Reversing the bytes of
//! a string turns one into the other: the reverse of X || Y is the number Y, then the number X.

use aluvm::alulib;

/// The test vectors of BIP-340: rows 0 to 14 of `bip-0340/test-vectors.csv` in the repository of the
/// Bitcoin Improvement Proposals.
pub(crate) const VECTORS: &str = include_str!("bip340-vectors.csv");

alulib! {
    /// Schnorr signatures.
    pub(crate) mod schnorr {
        /// Succeeds exactly if the signature is one of the message under the public key.
        ///
        /// - `key`: 32 bytes, an X coordinate, big-endian;
        /// - `message`: of any length up to 65407 bytes;
        /// - `signature`: 64 bytes: r and s, each big-endian.
        pub fn verify(key: s16[0], message: s16[1], signature: s16[2]) {
                let zero = a16[0];              // offsets of the 32-byte fields
                let one_field = a16[1];
                let two_fields = a16[2];
                let three_fields = a16[3];
                let length = a16[4];

                let preimage = s16[3];
                let scratch = s16[4];

                let prime = a256[0];            // of the field
                let order = a256[1];            // of the group
                let key_x = a256[2];
                let key_y = a256[3];
                let r = a256[4];
                let s = a256[5];
                let e = a256[6];
                let exponent = a256[7];
                let point_x = a256[8];
                let point_y = a256[9];

                let modulus = a512[0];          // the field prime, wide: products fit
                let square = a512[1];           // x^3 + 7, the square of y
                let power = a512[2];
                let root = a512[3];
                let result = a512[4];
                let one_bit = a8[0];

                put     zero, 0;
                put     one_field, 32;
                put     two_fields, 64;
                put     three_fields, 96;
                put     one_bit, 1;
                put     prime, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F;
                put     order, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

                // The lengths, which also says that both strings are there.
                len     key, length;
                require eq.n length, one_field;
                len     signature, length;
                require eq.n length, two_fields;

                // The numbers in the key and the signature, each below its bound.
                rev     key, scratch;
                extr    scratch, key_x, zero;
                require lt.u key_x, prime;
                rev     signature, scratch;
                extr    scratch, s, zero;
                extr    scratch, r256[0], zero; // s again: secpgen takes its scalar from here
                extr    scratch, r, one_field;
                require lt.u r, prime;
                require lt.u s, order;

                // The Y that belongs to the key: a root of x^3 + 7. The prime is 3 modulo 4, so the power
                // to (prime + 1) / 4 is a root if there is one.
                cpy     prime, modulus;
                cpy     key_x, power;
                dup     power, square;
                mul.uc  power, square;
                dup     modulus, result;
                rem     square, result;
                mul.uc  result, power;
                add     power, 7;
                dup     modulus, square;
                rem     power, square;

                dup     square, power;
                put     root, 1;
                put     exponent, 0x3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFBFFFFF0C;
            next_bit:
                shr.u   one_bit, exponent;      // st0 is the bit that falls out
                inv     st0;
                jif     next_power;
                mul.uc  power, root;
                dup     modulus, result;
                rem     root, result;
                mov     result, root;
            next_power:
                mul.uc  power, power;
                dup     modulus, result;
                rem     power, result;
                mov     result, power;
                ifz     exponent;
                inv     st0;
                jif     next_bit;

                // No root: the key is not on the curve.
                dup     root, power;
                mul.uc  power, power;
                dup     modulus, result;
                rem     power, result;
                require eq.n result, square;

                // Of the two roots the even one.
                dup     root, power;
                shr.u   one_bit, power;
                inv     st0;
                jif     even;
                sub.uc  modulus, root;          // root <- modulus - root
            even:
                cpy     root, key_y;
                put     scratch, b"";
                inj     scratch, key_y, zero;
                inj     scratch, key_x, one_field;
                rev     scratch, scratch;
                extr    scratch, r512[0], zero;

                // The challenge: SHA-256 of the tag's digest twice, then r, key and message; modulo the
                // order. The first injection overwrites the tag, which is shorter than its digest.
                put     preimage, b"BIP0340/challenge";
                sha2    preimage, r256[1];
                inj     preimage, r256[1], zero;
                inj     preimage, r256[1], one_field;
                extr    signature, r256[2], zero;
                inj     preimage, r256[2], two_fields;
                extr    key, r256[3], zero;
                inj     preimage, r256[3], three_fields;
                join    preimage, message, preimage;
                sha2    preimage, r256[4];
                put     scratch, b"";
                inj     scratch, r256[4], zero;
                rev     scratch, scratch;
                extr    scratch, exponent, zero;
                dup     order, e;
                rem     exponent, e;

                // R = s G - e P. A zero scalar has no product on this machine, so its term is left out;
                // if both are zero, R is infinity and the last way below rejects it. A failure on any way
                // leaves r512[1] undefined, which the comparison at the end rejects.
                ifz     s;
                jif     key_only;
                secpgen r256[0], r512[1];
                ifz     e;
                jif     check;
                secpmul e, r512[0], r512[0];
                secpneg r512[0], r512[0];
                secpadd r512[0], r512[1];
                jmp     check;
            key_only:
                secpmul e, r512[0], r512[1];
                secpneg r512[1], r512[1];

                // R must have the X that was signed for, and an even Y.
            check:
                put     scratch, b"";
                inj     scratch, r512[1], zero;
                rev     scratch, scratch;
                extr    scratch, point_y, zero;
                extr    scratch, point_x, one_field;
                require eq.n point_x, r;
                require not shr.u one_bit, point_y;
                ret;
        }
    }
}
