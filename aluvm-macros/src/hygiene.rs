//! Nothing in a user's module captures a name of an expansion: the test writes a module that has an item, a
//! macro or a module of each such name, with a use of all that the macros do, which the UI tests compile.
//!
//! `ALUVM_BLESS=1 cargo test -p aluvm-macros` writes the module anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::{aluasm, alulib, cfg, isa_extension};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui-tests/pass/shadowed.rs");

/// Rows with all that a row can have.
const ROWS: &str = r#"
        /// Reads a value.
        #[cfg(all())]
        Load = 0x90 [key: ::aluvm::isa::Idx16, #5/4, dst: ::aluvm::isa::Idx32, #0/3]
            "sload" (s16 key, a64 dst) reads(s16 key) writes(a64 dst, st0) cost 200;
        /// Waits.
        #[cfg_attr(all(), deprecated)]
        Wait = 0x91 [flag: ::aluvm::isa::SignFlag, is_loud: ::aluvm::isa::Switch, #0/6,
            blocks: ::aluvm::isa::Unsigned8, step: ::aluvm::isa::Step]
            "swait" .flag (blocks, is_loud, minus step) where blocks = 1
            | "sleep" .flag (blocks, is_loud, step)
            reads(a16 0) writes() cost 1;
        /// Is never there.
        #[cfg(any())]
        Never = 0x92 [size: ::aluvm::isa::SizeA, dst: ::aluvm::isa::Idx32]
            "never" (size dst) reads() writes() cost 1;
        /// Jumps.
        Leap = 0x93 [target: ::aluvm::isa::Offset] "leap" (target) reads() writes() cost 1;
"#;

/// Statements with all that a statement can have.
const STATEMENTS: &str = r#"
        start:
            let counter = a64[5];
            put     counter, 5;
            put     a16[0], LIMIT;
            put     a16[1], LIMIT;
            put     a16[0], { if LIMIT > 5 { 1 } else { 2 } };
            put     a128[0], { 340282366920938463463374607431768211455 };
            put     r256[0], LIMIT;
            put     r256[0], 0xFF;
            put     f32[0], { 0.5 };
            put     s16[0], { b"bytes" };
            put     s16[0], "text";
            put     a1024[0], -1;
            add     a8[0], { 1 };
            del.n   s16[0], s16[1], a8[0], a8[1], { LIMIT > 5 }, false;
            call    LIMIT @ LIBRARY;
            call    SITE;
            call    5 @ LIBRARY;
            jmp     start;
            jif     LIMIT;
            .byte   0x47;
            sload   s16[1], a64[2];
            leap    start;
            leap    LIMIT;
            #[cfg(all())]
            ret;
            #[cfg(any())]
            nothing;
"#;

/// A library with all that one can have.
const LIBRARY: &str = r#"
        //! Does everything.
        #![isa(super::HostInstr)]
        #![isae("ALU HOST")]
        use super::imported as other;
        /// Numbers of all kinds.
        pub const BYTE: a8 = 2 + 3;
        const KNOWN: a128 = 7;
        const WIDE: a256 = super::LIMIT;
        const WIDER: a512 = 0x1_0000_0000_0000_0000_0000_0000_0000_0000;
        const HALF: f16 = 0.5;
        const BRAIN: f16b = 1.0 / 2.0;
        const REAL: f64 = 1.0 / 4.0;
        const BYTES: r160 = 2 + 3;
        const TEXT: s16 = b"text";
        const TEXTS: s16 = super::TEXT;
        let register = a8[7];
        /// Names of the prelude.
        pub enum Option in a16[9] {
            /// Nothing.
            None = 1,
            Some = 2,
            Ok = 3,
            Err = 4,
        }
        #[cfg(all())]
        enum Result in a16[9] { Vec = 5 }
        /// Does everything.
        #[allow(unused_input, unset_output, maybe_undefined)]
        #[deprecated]
        pub fn everything(
            a: a8[0], b: a256[1]?, c: f16[2], d: f512[3]?, e: r2048[4], f: s16[5], g: s16[6]?,
        ) -> (
            a: a8[0], b: a256[1]?, c: f16[2], h: f512[4]?, i: r2048[5]?, f: s16[5], g: s16[6]?,
        ) {
            put     a8[9], BYTE;
            put     a128[9], KNOWN;
            put     a256[9], WIDE;
            put     a512[9], WIDER;
            put     f16[9], HALF;
            put     f16b[9], BRAIN;
            put     f64[9], REAL;
            put     r160[9], BYTES;
            put     s16[9], TEXT;
            put     s16[9], TEXTS;
            put     a16[3], super::LIMIT;
            put     a16[3], { super::LIMIT + 1 };
            #[cfg(any())]
            nothing;
            #[cfg(all())]
            put     register, 1;
            require ifz register => Some;
            require ifz register => Vec;
            #[allow(clobbered)]
            routine own;
            call    other::run;
            call    super::LIMIT @ super::LIBRARY;
            jmp     end;
        end:
            ret;
        }
        pub fn own() { put register, 2; ifz register; jif more; refuse Err;
            more: require st0 => None; inv st0; require not st0 => Ok; ret; }
"#;

const PRELUDE: &str = "Option Some None Result Ok Err Vec String Box ToString Clone Copy Send Sync Sized Drop
    Fn FnMut FnOnce drop ToOwned PartialEq PartialOrd Eq Ord AsRef AsMut Into From Default Iterator Extend
    IntoIterator DoubleEndedIterator ExactSizeIterator TryFrom TryInto FromIterator Debug Hash";
const PRIMITIVES: &str =
    "bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64";
const MACROS: &str = "assert assert_eq assert_ne cfg column compile_error concat dbg debug_assert env file
    format format_args include include_bytes include_str line matches module_path option_env panic print
    println stringify todo unimplemented unreachable vec write writeln";
const MODULES: &[&str] = &[
    "alloc",
    "aluvm",
    "aluvm_core",
    "aluvm_macros",
    "core",
    "isa",
    "mnemonic",
    "std",
    "__private",
];
const KEYWORDS: &str = "_ as const crate else enum fn for if impl in let loop match mod move mut pub ref
    return self Self static struct super trait true false type unsafe use where while dyn macro_rules";
/// Attributes of the language, which no macro can shadow.
const ATTRIBUTES: &[&str] =
    &["allow", "derive", "doc", "macro_export", "cfg", "cfg_attr", "deprecated"];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(str::to_owned)
}

/// All names among tokens.
fn names(stream: TokenStream, names: &mut BTreeSet<String>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => self::names(group.stream(), names),
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn parsed(text: &str) -> TokenStream {
    text.parse().expect("tokens")
}

/// The names that the macros' expansions have and their input has not.
fn expansion_names() -> BTreeSet<String> {
    let (rows, statements) = (parsed(ROWS), parsed(STATEMENTS));
    let facade = quote!([$crate]);
    let extension = quote!(#facade pub enum HostInstr: "HOST" { #rows });
    let hidden = quote!(#facade enum HostInstr: "HOST" { #rows });
    let block = quote!(#facade #![isa(HostInstr)] #statements);
    let block_by_path = quote!(#facade #![isa(self::HostInstr)] #statements);
    let without = quote!((callback) [HostInstr] [HostInstr] { [0] } #block);
    let block_with = quote!({ #rows } [HostInstr] [HostInstr] { [0] } #block);
    let wrong = quote!({ #rows } [HostInstr] [HostInstr] {} #facade #![isa(HostInstr)] put a8[0]);
    let expansions = [
        isa_extension::define(extension.clone()),
        isa_extension::define_configured(quote!({ [0] } #hidden)),
        isa_extension::define_configured(quote!({ [0] [1 #[deprecated]] } #extension)),
        cfg::answer(quote!(
            enum answers {
                Q0,
                #[deprecated]
                Q1,
            }
        )),
        aluasm::block(block.clone()),
        aluasm::block_configured(quote!({ [0] } #block_by_path)),
        aluasm::block_without(without),
        aluasm::block_configured(quote!({ [0] } #block)),
        aluasm::block_with(block_with),
        aluasm::block_with(wrong),
    ];
    let inside = parsed(LIBRARY);
    let library = quote!(pub mod library { #inside });
    let state = quote!(#facade {pub} {library} { { [0] [2] } } { { #rows } } {} { #inside });
    let libraries = [
        alulib::library(quote!(#facade #library)),
        alulib::library(quote!(#facade mod wrong { fn run })),
        alulib::library_configured(quote!({ [0] [2] } #state)),
        alulib::library_with_rows(quote!({ #rows } #state)),
        alulib::library_with_import(quote!({ "- -" } #state)),
    ];
    let mut input = BTreeSet::new();
    names(quote!(#extension #statements #library answers imported), &mut input);
    let mut all = BTreeSet::new();
    for expansion in expansions.into_iter().chain(libraries) {
        names(expansion, &mut all);
    }
    let keywords: BTreeSet<String> = words(KEYWORDS).collect();
    // The mnemonics are looked up below the facade, so they are names of the expansion as well. Which of a row
    // with several depends on whether spans have their source, as other packages of a build ask for.
    let mnemonics = ["put", "add", "inc", "jmp", "ret"].map(str::to_owned);
    let mut own: BTreeSet<String> = all.difference(&input).cloned().collect();
    own.extend(mnemonics);
    own.difference(&keywords).filter(|name| !is_number_of_a_span(name)).cloned().collect()
}

/// Names that are other ones in each expansion.
fn is_number_of_a_span(name: &str) -> bool {
    name.starts_with("aluvm_beside_") || name.starts_with("aluvm_cfg_") || name.starts_with('Q')
}

fn shadows() -> String {
    let mut items: BTreeSet<String> = expansion_names();
    items.extend(words(PRELUDE).chain(words(PRIMITIVES)).chain(words(MACROS)));
    let mut out = String::new();
    for name in &items {
        if MODULES.contains(&&name[..]) {
            continue;
        }
        // A local variable may have the name of a function, but not that of a unit struct.
        match name.starts_with("aluvm_") {
            true => writeln!(out, "    pub struct {name} {{}} pub fn {name}() {{}}"),
            false => writeln!(out, "    pub struct {name};"),
        }
        .expect("a string grows");
        if !ATTRIBUTES.contains(&&name[..]) {
            writeln!(out, "    macro_rules! {name} {{ ($($t:tt)*) => {{ captured!() }} }}")
                .expect("a string grows");
        }
    }
    for name in MODULES {
        writeln!(out, "    pub mod {name} {{}}").expect("a string grows");
    }
    out
}

/// What both modules do.
fn uses() -> String {
    format!(
        r#"    ::aluvm::isa_extension! {{
        /// Instructions of a host.
        pub enum HostInstr: "HOST" {{{ROWS}        }}
    }}

    impl ::aluvm::Extension for HostInstr {{
        type Context<'c> = ();

        fn execute(
            &self,
            _: &mut ::aluvm::Registers,
            _: &mut (),
        ) -> ::core::ops::ControlFlow<()> {{
            ::core::ops::ControlFlow::Break(())
        }}
    }}

    const LIMIT: ::core::primitive::u16 = 1000;
    const LIBRARY: ::aluvm::LibId = ::aluvm::LibId::from_bytes([7; 32]);
    const TEXT: &[::core::primitive::u8] = b"text";
    const SITE: ::aluvm::LibSite = ::aluvm::LibSite {{ lib: LIBRARY, offset: 0x10 }};

    pub static CODE: [::aluvm::Instr; 23] = ::aluvm::aluasm! {{
        #![isa(HostInstr)]{STATEMENTS}    }};

    pub fn expression() -> [::aluvm::Instr; 23] {{
        ::aluvm::aluasm! {{
            #![isa(self::HostInstr)]{STATEMENTS}        }}
    }}

    ::aluvm::alulib! {{
        /// Is imported.
        pub mod imported {{ pub fn run() {{ ret; }} }}
    }}

    ::aluvm::alulib! {{
        /// Does everything.
        pub mod library {{{LIBRARY}        }}
    }}

    pub static PLAIN: [::aluvm::Instr; 2] = ::aluvm::aluasm! {{ put a8[0], {{ 5 }}; ret; }};
"#
    )
}

#[test]
fn the_shadowing_module_is_up_to_date() {
    let text = format!(
        r#"//! Expansions in modules that have something else of each name that they mention, and no prelude.
//!
//! Written by `ALUVM_BLESS=1 cargo test -p aluvm-macros` from the expansions.

#![deny(warnings)]

mod shadowed {{
    #![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals, unused_macros)]

{}
{uses}}}

mod bare {{
    #![no_implicit_prelude]

{uses}}}

fn main() {{
    assert_eq!(shadowed::CODE, bare::CODE);
    assert_eq!(shadowed::expression(), bare::expression());
    assert_eq!(shadowed::PLAIN, bare::PLAIN);
    let load = <shadowed::HostInstr as aluvm::InstructionSet>::from_word(0x01_90 | 5 << 12);
    assert_eq!(format!("{{load:?}}"), "Some(Load {{ key: Idx16(1), dst: Idx32(0) }})");
    assert!(load == load.clone() && load.is_some());
}}
"#,
        shadows(),
        uses = uses()
    );
    if env::var_os("ALUVM_BLESS").is_some() {
        fs::write(PATH, &text).expect("the file can be written");
    }
    let current = fs::read_to_string(PATH).unwrap_or_default();
    assert!(current == text, "ALUVM_BLESS=1 cargo test -p aluvm-macros writes {PATH} anew");
}
