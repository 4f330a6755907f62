//! The settlement of an auction with sealed bids: the highest bid wins and pays the second.

use aluvm::alulib;

alulib! {
    /// The settlement of an auction.
    pub(crate) mod auction {
        /// Why there is no settlement.
        pub enum Refusal in a8[0] {
            /// The bids are not numbers of eight bytes each, one at least.
            Form = 1,
            /// No bid reaches the reserve.
            Reserve = 2,
        }

        /// Finds the winner among `bids`, eight bytes each, the lowest first, in the order in which they came. Who bid the
        /// highest first pays the second highest bid, or `reserve` if that is more. A twentieth of the price is the house's.
        #[twin]
        pub fn settle(bids: bytes, reserve: u64) -> (winner: u16, price: u64, seller: u64, house: u64) {
            let length: u16 = len(bids);
            require length != 0 && length % 8 == 0 => Form;
            let highest: u64 = 0;
            winner = 0;
            price = reserve;
            let at: u16 = 0;
            while at < length {
                let bid: u64 = extr(bids, at);
                if bid > highest {
                    price = higher(price, highest);
                    highest = bid;
                    winner = at / 8;
                } else {
                    price = higher(price, bid);
                }
                at += 8;
            }
            require highest >= reserve => Reserve;
            house = price / 20;
            seller = price - house;
        }

        /// The higher of two amounts.
        #[twin]
        fn higher(one: u64, other: u64) -> (most: u64) {
            most = one;
            if other > one {
                most = other;
            }
        }
    }
}
