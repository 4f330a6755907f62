//! The contract, and the headers it is run over.

use aluvm::alulib;

/// Bitcoin mainnet headers: height, header and hash, a line each. Public chain data.
pub(crate) const HEADERS: &str = include_str!("headers.txt");

alulib! {
    /// The proof of work of a block.
    pub(crate) mod proof_of_work {
        const HEADER_LENGTH: a16 = 80;
        const PREVIOUS_HASH_OFFSET: a16 = 4;
        const BITS_OFFSET: a16 = 72;

        /// The easiest target that mainnet allows.
        const TARGET_LIMIT: a256 = 0x00000000FFFF0000000000000000000000000000000000000000000000000000;

        /// Succeeds if the header has done the work that it claims, and links to the hash of the header
        /// before where that is known. Its own hash comes out.
        pub fn verify(header: s16[0], previous: r256[1]?) -> (hash: r256[0]) {
            let mantissa = a256[0];
            let target = a256[1];
            let exponent = a16[3];
            let shift = a16[4];

                put     a16[0], HEADER_LENGTH;
                len     header, a16[1];
                require eq.n a16[0], a16[1];

            // Double SHA-256.
                put     a16[0], 0;
                sha2    header, hash;
                put     s16[1], "";
                inj     s16[1], hash, a16[0];
                require sha2 s16[1], hash;

            // nBits: one byte of exponent, a sign bit that must be clear, 23 bits of mantissa.
                put     a16[0], BITS_OFFSET;
                require extr header, a32[0], a16[0];
                put     a32[1], 0x0080_0000;
                and     a32[0], a32[1], a32[1];
                require ifz a32[1];
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
                dup     a16[5], shift;
                sub.uc  exponent, shift;        // shift = exponent - 3
                put     a16[6], 8;
                require mul.uc a16[6], shift;
                shl     shift, target;
                dup     target, a256[2];
                shr.u   shift, a256[2];
                require eq.n a256[2], mantissa; // no bit of the mantissa was shifted out
                jmp     compare;
            small:
                dup     exponent, shift;
                sub.uc  a16[5], shift;          // shift = 3 - exponent
                put     a16[6], 8;
                require mul.uc a16[6], shift;
                shr.u   shift, target;

            compare:
                put     a256[2], TARGET_LIMIT;
                require not gt.u target, a256[2];
                dup     hash, r256[2];
                spy     a256[3], r256[2];       // the hash as a number
                require not gt.u a256[3], target;

            // The link to the header before, where its hash is known.
                ifn     previous;
                jif     done;
                put     a16[0], PREVIOUS_HASH_OFFSET;
                extr    header, r256[2], a16[0];
                require eq.n r256[2], previous;
            done:
                ret;
        }
    }
}
