//! A block in a method, with constants of its type, a label, and an expression half typed.

use aluvm::{Instr, aluasm};

struct Contract;

impl Contract {
    const /*?def PRICE*/PRICE: u64 = 20;

    fn code() -> [Instr; 5] {
        aluasm! {
            put     a64[0], Self::/*?goto PRICE; rename PRICE; hover 20*/PRICE;
            put     a64[1], { Self::/*?goto PRICE; use PRICE*/PRICE + Self::/*?complete PRICE*/PR };
        /*?def again*/again:
            add.    a64[0], a64[1];
            jif     /*?goto again; rename again; complete again*/again;
            put     a64[2], Self::/*?complete PRICE*/PR;
        }
    }
}
