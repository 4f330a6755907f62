//! Libraries of each visibility, of another crate, behind a macro, and with attributes, in a crate without the
//! standard library and without a warning.

#![no_std]
#![deny(missing_docs, unreachable_pub, warnings)]

extern crate std;

use aluvm::{LibSite, Vm, alulib};

alulib! {
    pub mod undocumented {
        pub fn run() { ret; }
    }
}

alulib! {
    mod unused {
        //! Nothing calls it.
        pub fn run() { ret; }
    }
}

mod outer {
    pub(crate) mod inner {
        aluvm::alulib! {
            /// Calls a library of another crate.
            pub(crate) mod caller {
                //! And says so.
                use aluvm_renamed::prelude::arithmetic;
                use crate::helper as own;
                #[cfg(any())]
                use crate::nowhere;

                /// Is never there.
                #[cfg(any())]
                const NOTHING: a8 = nothing();
                #[cfg(all())]
                const LIMIT: a64 = super::super::LIMIT + arithmetic::STEP;
                const HALF: f16 = { 1.0 / 2.0 };

                #[cfg_attr(all(), allow(dead_code))]
                enum Refusal in a8[9] {
                    TooMuch = 1,
                    #[cfg(any())]
                    Never = 2,
                }

                #[deprecated]
                pub(in crate::outer) fn twice(x: a64[0]) -> (y: a64[0]) {
                        call    arithmetic::advance;
                        test;
                        call    arithmetic::advance;
                        test;
                        routine check;
                        jmp     end;
                }

                let kept = a64[2];

                /// Compares.
                fn check(x: a64[0]) {
                        #[allow(undefined_read)]
                        put     kept, LIMIT;
                        #[cfg(any())]
                        put     a64[2], NOTHING;
                        put     f16[0], HALF;
                        require lt.u x, kept => TooMuch;
                        call    own::run;
                        ret;
                }

                fn end() { ret; }

            }
        }

        pub(in crate::outer) const SITE: aluvm::LibSite = caller::twice::SITE;

        #[allow(deprecated)]
        pub(in crate::outer) fn run(x: u64) -> Option<u64> {
            Some(caller::twice(&mut aluvm::Vm::new(), x).ok()?.y)
        }
    }

    const LIMIT: u64 = 50;

    pub(crate) fn run(x: u64) -> Option<u64> {
        assert_eq!(inner::SITE.offset, inner::caller::twice::OFFSET);
        inner::run(x)
    }
}

alulib! {
    pub(crate) mod helper {
        pub fn run() { ret; }
    }
}

aluvm_renamed::constant_library!(
    /// From another crate.
    pub(crate) five = 2 + 3
);
aluvm_renamed::constant_library!(pub six = 6);

/// Makes libraries of a number and a register.
macro_rules! libraries {
    ($($name:ident: $register:ident[$index:literal] = $number:literal;)*) => {$(
        alulib! {
            mod $name {
                pub const NUMBER: $register = $number;
                pub fn run() -> (out: $register[$index]) { put out, NUMBER; ret; }
            }
        }
    )*};
}

libraries! {
    seven: a8[3] = 7;
    eight: a16[4] = 8;
}

fn main() {
    let vm = &mut Vm::new();
    assert_eq!(outer::run(29), Some(49));
    assert_eq!(outer::run(40), None);
    assert_eq!(aluvm_renamed::nine(), Some(9));
    assert_eq!(aluvm_renamed::math::advance(vm, 1).map(|out| out.y).ok(), Some(11));
    let error = aluvm_renamed::math::advance(vm, u64::MAX).unwrap_err();
    assert_eq!(error.refusal(), Some(aluvm_renamed::math::Problem::TooLarge));
    assert_eq!(five::value(vm).ok(), Some(five::value::Output { out: 5 }));
    assert_eq!(six::value(vm).ok(), Some(six::value::Output { out: 6 }));
    assert_eq!(seven::run(vm).map(|out| out.out).ok(), Some(seven::NUMBER));
    assert_eq!(eight::run(vm).map(|out| out.out).ok(), Some(eight::NUMBER));
    assert!(undocumented::run(vm).is_ok());
    const SITE: LibSite = helper::run::SITE;
    assert_eq!(SITE.lib, helper::LIB.id());
}
