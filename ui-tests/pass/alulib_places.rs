//! Libraries in modules, functions and blocks, and what stands around them.

#![deny(warnings)]

use aluvm::contract::CallError;
use aluvm::{Lib, LibId, Vm, alulib};

alulib!(
    mod round {
        pub fn run() { ret; }
    }
);
alulib![
    mod square {
        pub fn run() { ret; }
    }
];

mod siblings {
    use aluvm::alulib;

    alulib! {
        pub mod first {
            /// A number.
            pub const LIMIT: a16 = 300;
            pub fn run() -> (out: a16[0]) { put out, LIMIT; ret; }
        }
    }

    alulib! {
        pub mod second {
            use super::first;
            use crate::round;

            // What another module has is a constant of Rust.
            const TWICE: a16 = 2 * first::LIMIT;

            pub fn run() -> (out: a16[0]) {
                call    first::run;
                call    round::run;
                put     out, TWICE;
                ret;
            }
        }
    }
}

/// A library within a function is seen in it only.
fn within() -> Result<u8, CallError> {
    alulib! {
        mod local {
            const FIVE: a8 = 5;

            pub enum Refusal in a8[7] {
                Never = 1,
            }

            pub fn run(x: a8[1]) -> (out: a8[0]) {
                put     out, FIVE;
                require add.uc x, out => Never;
                ret;
            }
        }
    }
    if let Err(error) = local::run(&mut Vm::new(), 255) {
        assert_eq!(error.refusal(), Some(local::Refusal::Never));
    }
    Ok(local::run(&mut Vm::new(), 6)?.out)
}

fn in_a_block(again: bool) -> LibId {
    if again {
        alulib! { mod one { pub fn run() { ret; } } }
        one::ID
    } else {
        alulib! { mod one { pub fn run() { fail; } } }
        one::ID
    }
}

alulib! {
    // Attributes of Rust.
    #[allow(non_camel_case_types)]
    #[cfg(all())]
    mod attributes {
        //! Documentation within.
        #[deprecated(note = "use the other")]
        pub const OLD: a8 = 1;

        #[doc = "With its documentation."]
        #[derive(PartialOrd, Ord)]
        pub enum refusal in a64[7] {
            #[doc(hidden)]
            Low = 1,
            High = 0xFFFF_FFFF_FFFF_FFFF,
        }

        #[must_use]
        #[doc(alias = "start")]
        pub fn run(x: a8[0]) {
            require ifz x => High;
            refuse  Low;
        }
    }
}

alulib! {
    #[cfg(any())]
    mod never {
        what is this
    }
}

alulib! {
    // Names that Rust can have and the library does not care of.
    #[allow(non_snake_case)]
    mod names {
        pub fn core(alloc: a8[0], std: a8[1], aluvm: a8[2]) -> (result: a8[3]) {
            add.uc  alloc, std;
            add.uc  std, aluvm;
            test;
            dup     aluvm, result;
            ret;
        }

        pub fn vm(r: a8[0], registers: a8[1], input: s16[0], context: a8[2]) -> (r: a8[0], self_: a8[3]) {
            ifn     r;
            ifn     registers;
            len     input, a16[0];
            dup     context, self_;
            inv     st0;
            put     self_, 1;
            ret;
        }

        pub fn aluvm_vm(aluvm_registers: a8[0], aluvm_input: s16[0]) -> (x: a8[0]) {
            ifn     aluvm_registers;
            len     aluvm_input, a16[0];
            put     x, 1;
            eq.e    x, x;
            ret;
        }

        pub fn Output() -> (Result: a8[0]) { put Result, 3; ret; }
        pub fn OFFSET() -> (SITE: a8[0]) { put SITE, 3; ret; }
    }
}

fn main() -> Result<(), CallError> {
    let vm = &mut Vm::new();
    round::run(vm)?;
    square::run(vm)?;
    assert_eq!(round::ID, square::ID);
    assert_eq!(siblings::second::run(vm)?.out, 600);
    assert_eq!(within()?, 11);
    assert_ne!(in_a_block(true), in_a_block(false));
    let error = attributes::run(vm, 5).unwrap_err();
    assert_eq!(error.refusal(), Some(attributes::refusal::High));
    assert!(attributes::refusal::Low < attributes::refusal::High);
    #[allow(deprecated)]
    let old = attributes::OLD;
    assert_eq!(old, 1);
    assert_eq!(names::core(vm, 1, 2, 3)?.result, 6);
    assert_eq!(names::Output(vm)?.Result, 3);
    assert_eq!(names::OFFSET(vm)?.SITE, 3);
    let lib: Lib = "ret;".parse().expect("assembles");
    assert_eq!(round::LIB, lib);
    Ok(())
}
