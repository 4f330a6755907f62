//! A grant that becomes its owner's by and by: nothing before the cliff, then in proportion to the time.

use aluvm::alulib;

alulib! {
    /// Claims on a grant that vests.
    pub(crate) mod vesting {
        /// Why nothing is paid.
        pub enum Refusal in a8[0] {
            /// The cliff lies behind the end.
            Schedule = 1,
            /// The grant has not begun to vest.
            TooEarly = 2,
            /// All that has vested has been claimed.
            Nothing = 3,
        }

        /// Pays what has vested of `total` by `now`, but for what was claimed before. Times are in seconds; `cliff` and
        /// `duration` count from `start`. A start in the future lies behind `now`, so that the age is negative.
        #[twin]
        pub fn claim(total: u64, start: i64, cliff: u32, duration: u32, now: i64, claimed: u64) -> (
            payout: u64, claimed: u64,
        ) {
            require cliff <= duration && duration != 0 => Schedule;
            let age: i64 = now - start else Schedule;
            require age >= cliff as i64 => TooEarly;
            let vested: u64 = total;
            if age < duration as i64 {
                let part: u128 = total as u128 * age as u128 / duration as u128;
                vested = part as u64;
            }
            require vested > claimed => Nothing;
            payout = vested - claimed;
            claimed = vested;
        }
    }
}
