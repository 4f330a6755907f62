//! The choices of a profile: what each can be, and the table as data.

/// One choice of a profile, as documentation and tools show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Choice {
    /// The point in question.
    pub name: &'static str,
    /// What is in question, in words.
    pub question: &'static str,
    /// What the profile chooses, in words.
    pub answer: &'static str,
}

macro_rules! answers {
    ($($(#[$doc:meta])* $Answer:ident { $($(#[doc = $text:literal])+ $Value:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $Answer {
            $($(#[doc = $text])+ $Value,)+
        }

        impl $Answer {
            /// What it means, in words.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $($Answer::$Value => concat!($($text),+).trim_ascii(),)+
                }
            }
        }
    )+};
}

answers! {
    /// How bits and bytes that mean nothing are read.
    Decoding {
        /// An instruction with an unused bit that is set is reserved. What the end of the code cuts short
        /// is read as if zeros followed.
        Strict,
        /// Unused bits are ignored. The flags `sc` and `uw` are read as `sw` and `uc`. What the end of the
        /// code cuts short is no instruction, but for a `put` of a number, whose constant is missing.
        Lenient,
    }

    /// Which opcodes of the base set are instructions.
    Opcodes {
        /// All of the instruction set.
        All,
        /// Those up to 0x82; `blake3`, the curves and the rest of the extension range are reserved.
        Digests,
        /// As the one before, and those of secp256k1.
        DigestsAndSecp256k1,
    }

    /// What happens where the code ends.
    EndOfCode {
        /// The program fails.
        Fails,
        /// The program ends with `st0` as it is; after a jump to there, and at an entry point there, it
        /// fails.
        Ends,
    }

    /// Whether `ret` comes back behind `routine` and `call`.
    Calls {
        /// It does.
        Return,
        /// It does not: `routine` and `call` are jumps, and each `ret` ends the program.
        Forget,
    }

    /// What happens where a library is missing.
    MissingLibrary {
        /// Programs need all libraries that they name; a call by an index without a library fails.
        Fails,
        /// A program can be built without them. It ends with `st0` as it is where it calls one.
        Ends,
    }

    /// Whether the ISA extensions that a library names must be there.
    Extensions {
        /// A library that names others than the machine has is refused.
        Needed,
        /// What a library names is not looked at.
        Ignored,
    }

    /// How a run begins in a machine that has run before.
    Runs {
        /// With `st0` true and the counters zero.
        Anew,
        /// With `st0`, `cy0` and `ca0` as the run before left them.
        Continue,
    }

    /// What `nop` does.
    Nop {
        /// Nothing.
        Passes,
        /// The deployed machine reads it again for ever; here the program fails.
        Hangs,
    }

    /// What a reserved instruction adds to the complexity.
    Reserved {
        /// Nothing.
        Nothing,
        /// All there is, so that the counter saturates.
        Everything,
    }

    /// What a group of instructions means.
    Meaning {
        /// What the instruction set says.
        Specified,
        /// What `rgb-aluvm` 0.11 does; where that panics, the program fails.
        Deployed,
    }
}

/// A struct whose fields are choices, and the list of them.
macro_rules! choices {
    (
        $(#[$doc:meta])*
        pub struct $Profile:ident {
            $(#[doc = $question:literal] $choice:ident: $Answer:ident,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct $Profile {
            name: &'static str,
            /// Whether nothing differs, asked before anything else is.
            is_specified: bool,
            $($choice: $Answer,)+
        }

        impl $Profile {
            $(
                #[doc = $question]
                #[inline]
                pub const fn $choice(&self) -> $Answer {
                    self.$choice
                }
            )+

            /// The whole table.
            pub fn choices(&self) -> impl Iterator<Item = Choice> + use<> {
                [$(Choice {
                    name: stringify!($choice),
                    question: $question.trim_ascii(),
                    answer: self.$choice.meaning(),
                },)+]
                .into_iter()
            }
        }
    };
}
pub(super) use choices;
