//! BIP-340 once more, in statements: the same verdicts as the contract of `examples/schnorr`, which has instructions only.

use aluvm::alulib;

alulib! {
    /// Schnorr signatures over secp256k1.
    pub(crate) mod bip340 {
        const PRIME: u256 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F;
        const ORDER: u256 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        /// A quarter of the prime and one, which leads to a square root.
        const QUARTER: u256 = 0x3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFBFFFFF0C;

        /// Succeeds exactly if the signature is one of the message under the public key.
        ///
        /// - `key`: 32 bytes, an X coordinate, big-endian;
        /// - `message`: of any length up to 65407 bytes;
        /// - `signature`: 64 bytes: r and s, each big-endian.
        #[twin]
        pub fn verify(key: bytes, message: bytes, signature: bytes) {
            let key_length: u16 = len(key);
            let signature_length: u16 = len(signature);
            require key_length == 32 && signature_length == 64;

            let numbers: bytes = rev(signature);
            let s: u256 = extr(numbers, 0);
            let r: u256 = extr(numbers, 32);
            require r < PRIME && s < ORDER;
            let public: r512 = point(key);

            let r_bytes: r256 = extr(signature, 0);
            let e: u256 = challenge(r_bytes, key, message);

            // R = s G - e P. A zero scalar has no product on this machine.
            let sum: r512 = public;
            if s == 0 {
                sum = secpneg(secpmul(e, public));
            } else {
                sum = secpgen(s as r256);
                if e != 0 {
                    sum = secpadd(secpneg(secpmul(e, public)), sum);
                }
            }
            let (x: u256, y: u256) = coordinates(sum);
            require x == r && y & 1 == 0;
        }

        /// The point with this X coordinate and an even Y.
        fn point(key: bytes) -> (public: r512) {
            let number: bytes = rev(key);
            let x: u256 = extr(number, 0);
            require x < PRIME;
            let wide: u512 = x as u512;
            let square: u512 = (times(times(wide, wide), wide) + 7) % PRIME as u512;
            let y: u512 = root(square);
            require times(y, y) == square;
            if y & 1 == 1 {
                y = PRIME as u512 - y;
            }
            number = rev(inj(inj(b"", y as u256, 0), x, 32));
            public = extr(number, 0);
        }

        /// The coordinates of a point.
        fn coordinates(value: r512) -> (value_x: u256, value_y: u256) {
            let both: bytes = rev(inj(b"", value, 0));
            value_y = extr(both, 0);
            value_x = extr(both, 32);
        }

        /// A product modulo the prime.
        fn times(one: u512, other: u512) -> (product: u512) {
            product = one * other % PRIME as u512;
        }

        /// A root of a number that has one. The prime is 3 modulo 4.
        fn root(radicand: u512) -> (result: u512) {
            let power: u512 = radicand;
            let exponent: u256 = QUARTER;
            result = 1;
            while exponent != 0 {
                if exponent & 1 == 1 {
                    result = times(result, power);
                }
                power = times(power, power);
                exponent = exponent >> 1;
            }
        }

        /// The digest that the signer multiplied the secret key with, modulo the order.
        fn challenge(commitment: r256, signer: bytes, text: bytes) -> (scalar: u256) {
            let tag: r256 = sha2(b"BIP0340/challenge");
            let signer_bytes: r256 = extr(signer, 0);
            let preimage: bytes = inj(inj(b"", tag, 0), tag, 32);
            preimage = inj(inj(preimage, commitment, 64), signer_bytes, 96);
            let digest: r256 = sha2(join(preimage, text));
            let digits: bytes = rev(inj(b"", digest, 0));
            scalar = extr(digits, 0);
            scalar = scalar % ORDER;
        }
    }
}
