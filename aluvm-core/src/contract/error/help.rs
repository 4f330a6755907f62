//! How to mend errors, in words.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{ITEM, NUMBER, SourceError, SourceErrorKind as Kind, register_of};
use crate::asm::error::{AsmErrorKind, begins_rust_item, counterpart, with_hints};

impl<S> SourceError<S> {
    /// How to mend the error, one hint an entry. Further lines of a hint are parts of a list.
    pub fn help(&self) -> Vec<String> {
        self.kind.help()
    }

    /// The message with its hints on lines of their own, `= help: …`, as rustc shows them.
    pub fn report(&self) -> String {
        with_hints(&self.kind, self.help())
    }
}

/// How a library gets a name.
const IMPORT: &str = "`use path::to::module;` imports a library of the macro, `use \"math.aluasm\" as math;` \
                      a file";

fn call_or_exec(is_exec: bool) -> &'static str {
    if is_exec { "exec" } else { "call" }
}

/// Whether a word stops a program in Rust or in other languages of contracts.
fn stops_in_rust(word: &str) -> bool {
    matches!(
        word,
        "assert" | "ensure" | "bail" | "abort" | "panic" | "revert" | "throw" | "raise" | "trap"
    )
}

/// How a finding is permitted.
fn permit(name: &str) -> String {
    alloc::format!("`#[allow({name})]` permits it")
}

impl Kind {
    /// How to mend the error, one hint an entry.
    pub fn help(&self) -> Vec<String> {
        if let Kind::Language(kind) = self {
            let permit = self.finding().map(permit);
            return kind.help().into_iter().chain(permit).collect();
        }
        let hint: &str = match self {
            Kind::Asm(AsmErrorKind::Expected { expected: NUMBER, .. }) => {
                "the number is a literal, from 0 to what the register can hold"
            }
            Kind::Asm(AsmErrorKind::Expected { expected: ITEM, found }) if &**found == "`;`" => {
                "no `;` stands behind `}`"
            }
            Kind::Asm(AsmErrorKind::UnknownMnemonic { name, .. }) if stops_in_rust(name) => {
                "`require instruction => Error;` stops the program if the instruction leaves `st0` false, \
                 `refuse Error;` always"
            }
            Kind::Asm(AsmErrorKind::UnknownMnemonic { name, nearest: None })
                if counterpart(name).is_none() =>
            {
                "the mnemonics of a host's extension need `#![isa(path::To::Extension)]` at the start of \
                 the library"
            }
            Kind::Asm(AsmErrorKind::UnknownMnemonic { name, .. }) if begins_rust_item(name) => {
                "items stand beside the routines of a library, not within them"
            }
            Kind::Asm(kind) => return kind.help(),
            Kind::UnknownItem { nearest: None, .. } => {
                "a library has constants (`const`), aliases (`let`), errors (`enum … in a8[0]`), \
                 routines (`fn`) and imports (`use`)"
            }
            Kind::ParameterAttribute => {
                "what is said of the routine tells of them, and `_` before a name permits that it is unused"
            }
            Kind::ErrorValues { name } | Kind::NoNumber { name } => {
                return vec![alloc::format!("write it, `{name} = 1`")];
            }
            Kind::ImportsAtOnce => "`use path::to::module;` for each",
            Kind::NoOutputs => "leave it out",
            Kind::UnnamedRegister { register } => {
                let register = register.trim_matches('`');
                return vec![alloc::format!("name it, `amount: {register}[…]`")];
            }
            Kind::MacroAttribute { name } if &**name == "cfg" => {
                "a file has no configuration: make two files"
            }
            Kind::MacroAttribute { .. } => {
                "who reads the file says which extension its instructions have"
            }
            Kind::ShiftedRoutine { .. } => "place the routine with it last",
            Kind::ShiftedConstant => "write the operand as a literal, or place it before",
            Kind::Misread { .. } => {
                "at the end of the code, where too little is left to be read so, the program ends with `st0` as it \
                 is: place `test; ret;` behind `vts`, as the last of the library"
            }
            Kind::UnknownProfile { .. } => {
                "the profiles are `spec`, `rgb-0.11` and `rgb-0.11-secp256k1`"
            }
            Kind::OtherId { id } => return vec![alloc::format!("write `#![id = \"{id}\"]`")],
            Kind::SameRegister { .. } => "each has a register of its own",
            Kind::ErrorRegister { .. } => "errors are in `a8`, `a16`, `a32` or `a64`",
            Kind::SameNumber { .. } => "a host tells errors that share a register by their numbers",
            Kind::ErrorRegisterNamed { .. } => {
                "the number would overwrite the value: take another register"
            }
            Kind::ErrorPath { name } => return vec![alloc::format!("write `{name}`")],
            Kind::ErrorOperand { name, is_required: true } => {
                return vec![alloc::format!("it stands behind the instruction, `=> {name}`")];
            }
            Kind::ErrorOperand { name, is_required: false } => {
                return vec![alloc::format!(
                    "`refuse {name};` stops with it, `require … => {name};` does if `st0` is false"
                )];
            }
            Kind::NoStatus { .. } => {
                "comparisons, arithmetic and conversions set it; `require st0` looks at what it is"
            }
            Kind::NotRequired { mnemonic } => match &**mnemonic {
                "inv" => "`require not` refuses if `st0` is true",
                "fail" => "`refuse Error;` stops the program with an error",
                "routine" | "call" => "call it first, then `require st0 => Error;`",
                _ => "only instructions behind which the program goes on set `st0` for `require`",
            },
            Kind::ErrorRegisterUsed { .. } => {
                "the number is put there before the instruction runs: take another register"
            }
            Kind::NoPublicRoutine { private: Some(name) } => {
                return vec![alloc::format!("write `pub fn {name}`")];
            }
            Kind::NoPublicRoutine { private: None } => "`pub fn name() { ret; }`",
            Kind::Qualifier { .. } => "leave it out",
            Kind::RustTypeOfRegister { name, size } => {
                return vec![alloc::format!("`{size}[0]` holds a `{name}`")];
            }
            Kind::RustItem { word } if &**word == "static" => {
                "`const NAME: a16 = 1000;` is a constant"
            }
            Kind::EmptyRoutine { .. } => "a routine ends with `ret;`",
            Kind::UnknownRoutine { is_label: true, .. } => "`jmp` and `jif` go to labels",
            Kind::OwnRoutine { name } => {
                return vec![alloc::format!(
                    "`routine {name};` calls it, `jmp {name};` goes on there"
                )];
            }
            Kind::CallByPath { library, name } => {
                return vec![alloc::format!(
                    "`use path::to::{library};` among the items, then `call {library}::{name};`"
                )];
            }
            Kind::NoCallee { library } => return vec![alloc::format!("`call {library}::name;`")],
            Kind::RoutineOfLibrary => {
                "`call module::name;` calls it, `exec module::name;` goes on there"
            }
            Kind::RoutineAlone { name } => {
                return vec![alloc::format!(
                    "`routine {name};` calls it, `jmp {name};` goes on there"
                )];
            }
            Kind::CallTarget { is_exec, .. } => {
                let mnemonic = call_or_exec(*is_exec);
                return vec![
                    alloc::format!(
                        "`{mnemonic} module::name;` leads to a routine of an imported library"
                    ),
                    alloc::format!("`{mnemonic} OFFSET @ LIBRARY;` leads to a place in any"),
                ];
            }
            Kind::JumpToConstant => "jump to a label, or to the name of a routine",
            Kind::RoutineName { .. } => "offsets stand in `aluasm!` only",
            Kind::Finding { problem, name } => {
                let mut hints = vec![problem.help().into()];
                if let (Some(name), Some(register)) = (name, register_of(problem)) {
                    hints.insert(0, alloc::format!("`{name}` is {register}"));
                }
                hints.push(permit(problem.name()));
                return hints;
            }
            Kind::Unused { what, .. } => {
                return vec!["remove it".into(), permit(what.name())];
            }
            Kind::UnknownLibrary { .. } => IMPORT,
            Kind::RustInFile { .. } => {
                "a file knows literals, and the constants of its own that stand before"
            }
            Kind::ModuleInFile => "`use \"math.aluasm\" as math;` imports a file",
            Kind::FileInMacro => {
                "`use path::to::module;` imports a library that `alulib!` has made"
            }
            _ => return Vec::new(),
        };
        vec![hint.into()]
    }
}
