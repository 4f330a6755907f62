//! Rows of an extension that are not in the notation.

use aluvm::isa::{Idx32, SizeA};
use aluvm::isa_extension;

mod no_id {
    use super::*;

    isa_extension! {
        /// No id.
        pub enum NoId {
            /// Something.
            Some = 0x90 [a: Idx32, size: SizeA] "some" (size a) reads() writes() cost 1;
        }
    }
}

mod no_cost {
    use super::*;

    isa_extension! {
        /// No cost.
        pub enum NoCost: "NOCOST" {
            /// Something.
            Some = 0x90 [a: Idx32, size: SizeA] "some" (size a) reads() writes();
        }
    }
}

mod no_documentation {
    use super::*;

    isa_extension! {
        /// An instruction without documentation.
        pub enum Undocumented: "UNDOC" {
            Some = 0x90 [a: Idx32, size: SizeA] "some" (size a) reads() writes() cost 1;
        }
    }
}

mod unknown_field {
    use super::*;

    isa_extension! {
        /// A text with a field that the row does not have.
        pub enum Unknown: "UNKNOWN" {
            /// Something.
            Some = 0x90 [a: Idx32, size: SizeA] "some" (size b) reads() writes() cost 1;
        }
    }
}

mod unknown_type {
    use super::*;

    isa_extension! {
        /// A field of a type that does not exist.
        pub enum UnknownType: "UNKNOWN" {
            /// Something.
            Some = 0x90 [a: Idx64, #0/2] "some" (a8 a) reads() writes() cost 1;
        }
    }
}

mod no_comma {
    use super::*;

    isa_extension! {
        /// A missing comma.
        pub enum NoComma: "NOCOMMA" {
            /// Something.
            Some = 0x90 [a: Idx32 size: SizeA] "some" (size a) reads() writes() cost 1;
        }
    }
}

fn main() {}
