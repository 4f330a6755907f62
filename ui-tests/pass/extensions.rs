//! Extensions of one name in several modules, of each visibility, under other names and from another crate;
//! and attributes on rows.

#![deny(missing_docs, unreachable_pub, warnings)]
#![forbid(deprecated, unused_macros, unused_macro_rules, non_snake_case, non_upper_case_globals)]

use aluvm::{Instr, InstructionSet, aluasm};

macro_rules! version {
    ($module:ident, $number:literal) => {
        /// A version of the protocol.
        pub mod $module {
            use aluvm::isa::Idx32;

            aluvm::isa_extension! {
                /// The instructions of the protocol.
                pub enum StateInstr: "STATE" {
                    /// Sets a register.
                    Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost $number;
                    /// Waits.
                    #[cfg(any())]
                    Wait = 0x91 [blocks: aluvm::isa::Unsigned8] "swait" (blocks) reads() writes() cost 1;
                    /// Stops.
                    Halt = 0x92 "shalt" () reads() writes() cost 1;
                }
            }
        }
    };
}

version!(v1, 1);
version!(v2, 2);

/// The same again, by hand.
pub mod v3 {
    use aluvm::isa::{Idx32, Unsigned8};

    aluvm::isa_extension! {
        /// The instructions of the protocol.
        pub enum StateInstr: "STATE" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "sload" (a64 dst) reads() writes(a64 dst) cost 3;
            /// Waits, in this version.
            #[cfg(all())]
            Wait = 0x91 [blocks: Unsigned8] "swait" (blocks) reads() writes() cost 1;
            /// Waits, in another.
            #[cfg(any())]
            Wait = 0x91 [blocks: Unsigned8, #0/8] "swait" (blocks) reads() writes() cost 2;
            /// Stops.
            #[cfg_attr(all(), doc(alias = "stop"), allow(dead_code))]
            #[cfg_attr(any(), cfg(any()))]
            Halt = 0x92 "shalt" () reads() writes() cost 1;
        }
    }

    /// Names that a user may have.
    pub const STATE_INSTR_FORMS: u8 = 0;

    impl StateInstr {
        /// A method that a user may have.
        pub fn row(&self) -> usize {
            match self {
                StateInstr::Load { dst } => dst.get(),
                StateInstr::Wait { blocks } => blocks.0 as usize,
                StateInstr::Halt => 0,
            }
        }

        /// Another.
        pub fn from_word(word: u8) -> u8 {
            word
        }
    }
}

mod hidden {
    use aluvm::isa::Idx32;

    pub(super) mod inner {
        use aluvm::isa::Idx32;

        aluvm::isa_extension! {
            /// For this file.
            pub(crate) enum CrateInstr: "CRATE" {
                /// Sets a register.
                Load = 0x90 [dst: Idx32, #0/3] "cload" (a64 dst) reads() writes(a64 dst) cost 1;
            }
        }

        aluvm::isa_extension! {
            /// For the module above.
            pub(super) enum SuperInstr: "SUPER" {
                /// Sets a register.
                Load = 0x90 [dst: Idx32, #0/3] "uload" (a64 dst) reads() writes(a64 dst) cost 1;
            }
        }
    }

    aluvm::isa_extension! {
        /// For this module.
        enum OwnInstr: "OWN" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "oload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }

    pub(super) fn blocks() -> [[aluvm::Instr; 1]; 4] {
        mod child {
            pub(super) fn own() -> [aluvm::Instr; 1] {
                aluvm::aluasm! { #![isa(super::OwnInstr)] oload a64[1]; }
            }
        }
        [
            aluvm::aluasm! { #![isa(OwnInstr)] oload a64[1]; },
            aluvm::aluasm! { #![isa(inner::SuperInstr)] uload a64[1]; },
            aluvm::aluasm! { #![isa(self::inner::CrateInstr)] cload a64[1]; },
            child::own(),
        ]
    }
}

/// The newest version.
pub use v3::StateInstr as Latest;

mod all {
    #[allow(unused_imports)]
    pub(crate) use crate::v2::*;
}

mod inside {
    use aluvm::{Instr, aluasm};

    pub(crate) static SUPER: [Instr; 3] = aluasm! { #![isa(super::Latest)] sload a64[1]; swait 5; shalt; };
    pub(crate) static SUPER_MODULE: [Instr; 1] = aluasm! { #![isa(super::v1::StateInstr)] sload a64[1]; };
    pub(crate) static ROOT: [Instr; 1] = aluasm! { #![isa(crate::Latest)] sload a64[1]; };

    pub(crate) fn in_function() -> [[Instr; 1]; 3] {
        mod child {
            pub(super) use crate::v2::StateInstr;
        }
        use child::StateInstr as Renamed;
        use crate::Latest;
        [
            aluasm! { #![isa(child::StateInstr)] sload a64[1]; },
            aluasm! { #![isa(Renamed)] sload a64[1]; },
            aluasm! { #![isa(Latest)] sload a64[1]; },
        ]
    }
}

static SELF: [Instr; 1] = aluasm! { #![isa(self::Latest)] sload a64[1]; };
static SELF_MODULE: [Instr; 1] = aluasm! { #![isa(self::v2::StateInstr)] sload a64[1]; };
static LEADING: [Instr; 1] = aluasm! { #![isa(::aluvm_renamed::HostInstr)] hload s16[0], a64[1]; };
static ONE: [Instr; 1] = aluasm! { #![isa(v1::StateInstr)] sload a64[1]; };
static TWO: [Instr; 1] = aluasm! { #![isa(crate::v2::StateInstr)] sload a64[1]; };
static THREE: [Instr; 3] = aluasm! { #![isa(Latest)] sload a64[1]; swait 5; shalt; };
static GLOB: [Instr; 1] = aluasm! { #![isa(all::StateInstr)] sload a64[1]; };
static OTHER: [Instr; 1] = aluasm! { #![isa(aluvm_renamed::HostInstr)] hload s16[0], a64[1]; };
static OTHER_VERSION: [Instr; 1] = aluasm! { #![isa(aluvm_renamed::v2::HostInstr)] hload s16[0]; };
static REFERENCE: &[Instr] = &aluasm! { #![isa(v1::StateInstr)] sload a64[1]; };

/// An extension of a function that is exported all the same, and one that nothing uses.
pub fn exported() -> [Instr; 1] {
    use aluvm::isa::Idx32;

    aluvm::isa_extension! {
        /// For this function.
        pub enum PublicInstr: "LOCAL" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "lload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }
    aluasm! { #![isa(PublicInstr)] lload a64[1]; }
}

aluvm::isa_extension! {
    /// In no block.
    pub(crate) enum UnusedInstr: "UNUSED" {
        /// Does nothing.
        Wait = 0x90 "uwait" () reads() writes() cost 1;
    }
}

fn local() -> ([Instr; 1], [Instr; 1]) {
    use aluvm::isa::Idx32;

    aluvm::isa_extension! {
        /// For this function.
        enum LocalInstr: "LOCAL" {
            /// Sets a register.
            Load = 0x90 [dst: Idx32, #0/3] "lload" (a64 dst) reads() writes(a64 dst) cost 1;
        }
    }
    let other = {
        aluvm::isa_extension! {
            /// For this block.
            enum BlockInstr: "LOCAL" {
                /// Sets a register.
                Load = 0x91 [dst: Idx32, #0/3] "lload" (a64 dst) reads() writes(a64 dst) cost 1;
            }
        }
        aluasm! { #![isa(BlockInstr)] lload a64[1]; }
    };
    (aluasm! { #![isa(LocalInstr)] lload a64[1]; }, other)
}

fn cost(instrs: &[Instr]) -> u64 {
    let Instr::Extension(instr) = &instrs[0] else { panic!("an instruction of the extension") };
    instr.form().cost
}

fn main() {
    assert_eq!((cost(&ONE), cost(&TWO), cost(&THREE), cost(&GLOB)), (1, 2, 3, 2));
    assert_eq!((cost(&OTHER), cost(&OTHER_VERSION), REFERENCE), (200, 300, &ONE[..]));
    assert_eq!((cost(&SELF), cost(&SELF_MODULE), cost(&LEADING)), (3, 2, 200));
    assert_eq!([&inside::SUPER[..], &inside::SUPER_MODULE, &inside::ROOT].map(cost), [3, 1, 3]);
    assert_eq!(inside::in_function().map(|block| cost(&block)), [2, 2, 3]);
    assert_eq!(v1::StateInstr::FORMS.len(), 2);
    assert_eq!(Latest::FORMS.len(), 3);
    assert_eq!(Latest::FORMS[2].doc, [" Stops."]);
    assert!(Latest::ID == "STATE" && <Latest as InstructionSet>::from_word(0x92) == Some(Latest::Halt));
    assert_eq!((Latest::Halt {}.row(), Latest::from_word(7), v3::STATE_INSTR_FORMS), (0, 7, 0));
    assert!(matches!(v3::StateInstr::Load { dst: aluvm::isa::Idx32::new(3).unwrap() }.row(), 3));
    assert!(matches!(Latest::Wait { blocks: aluvm::isa::Unsigned8(4) }.row(), 4));
    assert_eq!(hidden::blocks().len(), 4);
    assert_eq!((cost(&exported()), UnusedInstr::FORMS.len()), (1, 1));
    let (outer, inner) = local();
    assert!(outer != inner);
}
