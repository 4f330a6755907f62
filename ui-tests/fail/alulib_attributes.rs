//! Attributes of libraries, items and statements.

use aluvm::alulib;

alulib! {
    mod library {
        #![profil("spec")]
        #![profile("mainnet")]
        #![profile = "spec"]
        #![isae("alu")]
        #![isae("ALU")]
        #![id = "alu1"]
        #![id("alu1")]

        pub const A: a8 = 0;
        #![id = "alu1"]
        #[isae("ALU")]
        pub const B: a8 = 0;

        pub fn one() {
            #[inline]
            nop;
            /// Text.
            nop;
            #[deprecated]
            ret;
        }

        #[allow(dead_code)]
    }
}

alulib! {
    mod lacking {
        #![isae("RGB")]

        pub fn one(s: s16[0]) -> (d: r256[0]) {
            sha2    s, d;
            ret;
        }
    }
}

alulib! {
    mod pinned {
        #![id = "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx"]

        pub fn one() {
            ret;
        }
    }
}

alulib! {
    mod doubly {
        #![id = "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx"]
        #![id = "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx"]

        pub fn one() {
            ret;
        }
    }
}

fn main() {}
