//! A transfer of a token, which costs the sender a fee, to a receiver who may hold a limited amount.

use aluvm::alulib;

alulib! {
    /// Transfers with a fee and a cap.
    pub(crate) mod token {
        /// The highest rate, in hundredths of a percent.
        pub const RATE_MAX: u16 = 1_000;
        /// The highest fee.
        pub const FEE_MAX: u64 = 5_000;

        /// Why a transfer is refused.
        pub enum Refusal in a8[0] {
            /// Nothing is transferred.
            Nothing = 1,
            /// The rate of the fee is too high.
            Rate = 2,
            /// The sender holds less than the amount and the fee.
            Overdrawn = 3,
            /// The receiver would hold more than the cap.
            Capped = 4,
        }

        /// Transfers `amount`. The fee is `rate` hundredths of a percent of it, rounded up.
        #[twin]
        pub fn transfer(sender: u64, receiver: u64, amount: u64, rate: u16, cap: u64) -> (
            sender: u64, receiver: u64, fee: u64,
        ) {
            require amount != 0 => Nothing;
            require rate <= RATE_MAX => Rate;
            let part: u128 = (amount as u128 * rate as u128 + 9_999) / 10_000;
            fee = part as u64;
            if fee > FEE_MAX {
                fee = FEE_MAX;
            }
            sender -= amount else Overdrawn;
            sender -= fee else Overdrawn;
            receiver += amount else Capped;
            require receiver <= cap => Capped;
        }
    }
}
