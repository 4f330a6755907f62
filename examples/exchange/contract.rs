//! An exchange in two libraries of its own and two that others share: the fee and the pool both call the
//! arithmetic, and the exchange calls the fee and the pool.

use aluvm::alulib;

alulib! {
    /// Products and quotients that do not overflow on the way.
    pub mod fraction {
        /// Why there is no quotient.
        pub enum Undefined in a8[0] {
            /// The divisor is zero.
            DividedByZero = 1,
            /// The quotient needs more than 128 bits.
            TooLarge = 2,
        }

        /// `factor * times / by`, rounded down; the product may have 256 bits.
        pub fn of(factor: a128[0], times: a128[1], by: a128[2]) -> (quotient: a128[2]) {
                cpy     factor, a256[0];
                cpy     times, a256[1];
                cpy     by, a256[2];
                mul.uc  a256[0], a256[1];
                require div.uc a256[1], a256[2] => DividedByZero;
                require cpy a256[2], quotient => TooLarge;
                ret;
        }
    }
}

alulib! {
    /// What the exchange keeps.
    pub mod fee {
        use super::fraction;

        const KEPT: a128 = 997;
        const OF: a128 = 1000;

        /// The amount less three thousandths, rounded down.
        pub fn deduct(amount: a128[0]) -> (rest: a128[2]) {
                put     a128[1], KEPT;
                put     a128[2], OF;
                call    fraction::of;
                ret;
        }
    }
}

alulib! {
    /// Two reserves whose product must not become less.
    pub mod pool {
        use super::fraction;

        /// Why the pool pays nothing.
        pub enum Refusal in a8[1] {
            /// There is nothing in the pool.
            Empty = 1,
            /// The reserve and what is paid in need more than 128 bits together.
            Full = 2,
        }

        /// What comes out of `reserve_out` when `paid` goes into `reserve_in`.
        pub fn payout(paid: a128[0], reserve_in: a128[3], reserve_out: a128[1]) -> (out: a128[2]) {
                require not ifz reserve_in => Empty;
                dup     reserve_in, a128[2];
                require add.uc paid, a128[2] => Full;
                call    fraction::of;
                ret;
        }
    }
}

alulib! {
    /// Swaps one asset for another.
    pub mod exchange {
        use super::fee;
        use super::pool;

        /// Why a swap does not take place.
        pub enum Refusal in a8[2] {
            /// The price is worse than the least that was asked for.
            WorsePrice = 1,
        }

        /// What `offered` buys: at least `least`, or the swap is refused.
        pub fn swap(
            offered: a128[0],
            reserve_in: a128[3],
            reserve_out: a128[4],
            least: a128[5],
        ) -> (bought: a128[2]) {
                call    fee::deduct;
                dup     a128[2], a128[0];
                dup     reserve_out, a128[1];
                call    pool::payout;
                require not lt.u bought, least => WorsePrice;
                ret;
        }
    }
}
