//! Pedersen commitments `C = v H + b G` on secp256k1: `v` is the amount, `b` the blinding factor.
//!
//! Amounts are 64 bits here because the program that makes the commitment says so. A commitment from
//! elsewhere may hide any number modulo the group order: a real contract adds range proofs.

use aluvm::alulib;

alulib! {
    /// Pedersen commitments.
    pub(crate) mod commitment {
        /// Commits to an amount under a blinding factor, which is from 1 to the group order less 1.
        ///
        /// `H` is the point of BIP-341 whose discrete logarithm nobody knows: its X is the SHA-256 of
        /// the uncompressed encoding of `G`.
        pub fn commit(amount: a64[0], blinding: r256[0]) -> (commitment: r512[0]) {
                require secpgen blinding, commitment;
                ifz     amount;         // 0 H is no point: the commitment is b G alone
                jif     done;
                cpy     amount, a256[0];        // leaves st0 true
                put     r512[1], b"\x50\x92\x9b\x74\xc1\xa0\x49\x54\xb7\x8b\x4b\x60\x35\xe9\x7a\x5e\x07\x8a\x5a\x0f\x28\xec\x96\xd5\x47\xbf\xee\x9a\xce\x80\x3a\xc0\x31\xd3\xc6\x86\x39\x73\x92\x6e\x04\x9e\x63\x7c\xb1\xb5\xf4\x0a\x36\xda\xc2\x8a\xf1\x76\x69\x68\xc3\x0c\x23\x13\xf3\xa3\x89\x04";
                secpmul a256[0], r512[1], r512[1];
                secpadd r512[1], commitment;
            done:
                ret;
        }
    }
}

alulib! {
    /// The balance of hidden amounts.
    pub(crate) mod balance {
        /// Succeeds exactly if the commitments that are spent and those that are created have one sum:
        /// when the amounts balance and the blinding factors do. Each is 64 bytes; there is at least one
        /// on either side.
        ///
        /// A sum that passes through infinity is refused: an honest wallet reaches one only if it picks
        /// opposite points.
        pub fn check(spent: s16[0], created: s16[1]) {
                mov     spent, s16[2];
                routine add_up;
                dup     r512[0], r512[2];
                mov     created, s16[2];
                routine add_up;
                require eq.n r512[0], r512[2];
                ret;
        }

        fn add_up(commitments: s16[2]) -> (sum: r512[0]) {
            let offset = a16[0];
            let end = a16[1];
            let term = r512[1];

                len     commitments, end;
                put     offset, 0;
                require extr commitments, sum, offset;  // a string that is too short
                require secpneg sum, term;      // a lone commitment would not be added to anything:
            next:                               // see that it is a point
                add     offset, 64;
                lt.u    offset, end;
                jif     another;                // goes on with st0 true
                inv     st0;                    // and returns so too
                ret;
            another:
                require extr commitments, term, offset; // a last commitment cut short
                require secpadd term, sum;      // not a point, or infinity
                jmp     next;
        }
    }
}
