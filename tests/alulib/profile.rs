//! A library whose calls run as on the live network.

use aluvm::{Vm, alulib};
use aluvm_core::call::Case as CaseOf;

alulib! {
    /// Adds the way that network does.
    pub mod network {
        #![profile("rgb-0.11")]

        /// The flags `sc` are read as `sw` there.
        pub fn sum(a: a8[0], b: a8[1]) -> (total: a8[1]) {
            add.sc a, b;
            ret;
        }

        /// The first byte.
        pub fn first(text: s16[0]) -> (byte: a8[0]) {
            put a16[0], 0;
            extr text, byte, a16[0];
            ret;
        }
    }
}

alulib! {
    /// Adds as the instruction set says.
    pub mod specified {
        /// The same.
        pub fn sum(a: a8[0], b: a8[1]) -> (total: a8[1]) {
            add.sc a, b;
            ret;
        }
    }
}

alulib! {
    /// Names more extensions than the instruction set allows, which the network does not look at.
    pub mod crowded {
        #![isae("ALU EXTEND00 EXTEND01 EXTEND02 EXTEND03 EXTEND04 EXTEND05 EXTEND06 EXTEND07 EXTEND08 EXTEND09 EXTEND10 EXTEND11 EXTEND12 EXTEND13 EXTEND14")]
        #![profile("rgb-0.11")]

        /// A number.
        pub fn seven() -> (number: a8[0]) {
            put number, 7;
            ret;
        }

        /// The first byte.
        pub fn first(text: s16[0]) -> (byte: a8[0]) {
            put a16[0], 0;
            extr text, byte, a16[0];
            ret;
        }
    }
}

#[test]
fn a_network_bounds_the_number_of_extensions_only() {
    assert_eq!(crowded::LIB.isae().text_len(), 138);
    assert_eq!(crowded::LIB.id(), crowded::ID);
    let mut vm = Vm::new();
    assert_eq!(crowded::seven(&mut vm).expect("it runs").number, 7);
    let error = crowded::first(&mut vm, b"").expect_err("nothing to extract");
    let case = error.case().expect("a run");
    assert_eq!(case.to_string().parse::<CaseOf>().as_ref(), Ok(case));
}

#[test]
fn calls_run_as_the_profile_says() {
    let mut vm = Vm::new();
    assert_eq!(network::sum(&mut vm, 127, 1).expect("it wraps").total, 128);
    assert!(specified::sum(&mut vm, 127, 1).is_err());
    assert_eq!(network::LIB.isae().to_string(), "ALU BPDIGEST");
    assert_eq!(network::program().expect("complete").profile().name(), "rgb-0.11");
    // What failed can be repeated on the same machine.
    let error = network::first(&mut vm, b"").expect_err("nothing to extract");
    let case = error.case().expect("a run");
    let read: CaseOf = case.to_string().parse().expect("a case");
    assert_eq!(&read, case);
    assert_eq!(read.replay().expect("complete").map(|outcome| outcome.status), Some(false));
}
