//! A threshold of signatures: of the owners of a list of keys some must have signed.

use aluvm::alulib;

alulib! {
    /// Signatures of at least so many of the owners of keys.
    pub(crate) mod threshold {
        use super::super::bip340::bip340;

        /// Why a message is not accepted.
        pub enum Refusal in a8[0] {
            /// The keys, the signatures or the threshold cannot be.
            Form = 1,
            /// Fewer have signed than the threshold says.
            TooFew = 2,
        }

        /// Succeeds if at least `least` of the owners of `keys` have signed `message`. A signature that is not valid fails in
        /// `bip340`.
        ///
        /// - `keys`: 32 bytes each, of at most 16 owners;
        /// - `signers`: for each key a bit that says whether its owner has signed, the first key the lowest bit;
        /// - `signatures`: 64 bytes each, of those who have, in the order of the keys.
        #[twin]
        pub fn check(keys: bytes, signers: u16, signatures: bytes, least: u8, message: bytes) {
            let keys_length: u16 = len(keys);
            require keys_length % 32 == 0 && keys_length <= 512 && least != 0 => Form;
            let left: u16 = signers;
            let key_at: u16 = 0;
            let at: u16 = 0;
            let count: u8 = 0;
            while key_at < keys_length {
                if left & 1 == 1 {
                    let key: r256 = extr(keys, key_at);
                    let signature: r512 = extr(signatures, at) else Form;
                    bip340::verify(inj(b"", key, 0), message, inj(b"", signature, 0));
                    count += 1;
                    at += 64;
                }
                left = left >> 1;
                key_at += 32;
            }
            // Nobody signs for a key that is not there, and no signature is left over.
            let signatures_length: u16 = len(signatures);
            require left == 0 && at == signatures_length => Form;
            require count >= least => TooFew;
        }
    }
}
