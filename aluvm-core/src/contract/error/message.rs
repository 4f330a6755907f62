//! Errors in words: what is wrong in one line.

use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter};

use super::{Note, SourceError, SourceErrorKind as Kind, Unused};
use crate::asm::AsmErrorKind;
use crate::asm::error::{Located, located};
use crate::isa::RegisterSize;

impl<S> Display for SourceError<S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.kind, f)
    }
}

impl<S: Debug> Error for SourceError<S> {}

located!(SourceError);

impl Display for Note {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Note::First => "first defined here",
            Note::Refusal => "the error is left in the register here",
        })
    }
}

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Asm(kind) => Display::fmt(kind, f),
            Kind::Language(kind) => Display::fmt(kind, f),
            Kind::NoSemicolon { found } => write!(f, "expected `;` behind this, found {found}"),
            Kind::UnknownItem { word, nearest } => {
                write!(f, "no item begins with `{word}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::RustItem { word } => {
                write!(f, "`{word}` is no item of a library, it stands outside of it")
            }
            Kind::Qualifier { word } => write!(f, "`{word}` has no meaning before `fn` here"),
            Kind::LonelyAttribute => f.write_str("there is no item behind this"),
            Kind::PublicAlias => f.write_str("an alias is no item of Rust and cannot be `pub`"),
            Kind::RustType { size } => {
                write!(f, "a constant has the size of a register: write `{size}`")
            }
            Kind::ParameterAttribute => {
                f.write_str("an input or output has neither attributes nor documentation")
            }
            Kind::ErrorValues { name } => {
                write!(f, "the error `{name}` is a number and holds no values")
            }
            Kind::RustTypeOfRegister { name, .. } => {
                write!(f, "expected a register, found the type `{name}` of Rust")
            }
            Kind::RegisterOfConstant { size } => {
                write!(f, "a constant has a size and stands in no register: write `{size}`")
            }
            Kind::EarlyQuestionMark => {
                f.write_str("`?` stands behind the register, as in `amount: a64[0]?`")
            }
            Kind::NoNumber { name } => write!(f, "the error `{name}` has no number"),
            Kind::ImportsAtOnce => f.write_str("one `use` names one library"),
            Kind::NoOutputs => f.write_str("a routine without outputs has no `-> ()`"),
            Kind::UnnamedRegister { register } => write!(f, "{register} has no name"),
            _ => self.write_attribute_error(f),
        }
    }
}

fn did_you_mean(nearest: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

impl Kind {
    fn write_attribute_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::SecondAttribute { name } => write!(f, "`{name}` stands here a second time"),
            Kind::LateAttribute { name } => {
                write!(
                    f,
                    "`{name}` says something of the whole library and stands at its beginning"
                )
            }
            Kind::UnknownAttribute { name, nearest } => {
                write!(f, "unknown attribute `{name}`, did you mean `{nearest}`?")
            }
            Kind::AttributeForm { form } => write!(f, "this attribute is written {form}"),
            Kind::MacroAttribute { name } => write!(f, "only the macro `alulib!` has `{name}`"),
            Kind::UnknownFinding { name, nearest } => {
                write!(f, "nothing that is verified is called `{name}`")?;
                did_you_mean(*nearest, f)
            }
            Kind::ShiftedRoutine { mnemonic, routine } => write!(
                f,
                "behind `{mnemonic}`, which ends with half a byte, the routine `{routine}` would begin in the \
                 middle of one, where no call leads"
            ),
            Kind::ShiftedConstant => f.write_str(
                "behind an instruction that ends with half a byte no operand can be a Rust constant or a library",
            ),
            Kind::Misread { mnemonic } => write!(
                f,
                "the machine of this profile reads this `{mnemonic}` in the middle of a byte, takes it for \
                 another instruction and fails"
            ),
            Kind::UnknownProfile { name } => write!(f, "there is no profile `{name}`"),
            Kind::Isae(error) => Display::fmt(error, f),
            Kind::LibraryId(error) => Display::fmt(error, f),
            Kind::Layout { reason } => f.write_str(reason),
            Kind::OtherId { id } => write!(f, "the id of this library is `{id}`"),
            _ => self.write_name_error(f),
        }
    }

    fn write_name_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::DuplicateName { name } => write!(f, "the name `{name}` is defined twice"),
            Kind::ConstantOfItself { name } => {
                write!(f, "the value of the constant `{name}` is itself")
            }
            Kind::ReservedName { name, reserved } => {
                write!(f, "`{name}` is {reserved} and cannot be a name here")
            }
            Kind::SameRegister { register, is_output } => {
                let what = if *is_output { "outputs" } else { "inputs" };
                write!(f, "two {what} are in `{register}`")
            }
            Kind::ErrorRegister { register } => {
                write!(f, "`{register}` cannot hold the number of an error")
            }
            Kind::ErrorNumber { found, size } => {
                write!(f, "{found} is no number of an error in `{size}`, {}", range(*size))
            }
            Kind::SameNumber { number, register } => {
                write!(f, "two errors have the number {number} in `{register}`")
            }
            Kind::ErrorRegisterNamed { name, register } => {
                write!(f, "`{name}` is in `{register}`, where this routine leaves its errors")
            }
            Kind::ErrorPath { .. } => f.write_str("errors are named by their variant alone"),
            Kind::ErrorOperand { name, .. } => {
                write!(f, "`{name}` is an error, and no operand")
            }
            Kind::UnknownError { name, nearest } => {
                write!(f, "no error is called `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            _ => self.write_statement_error(f),
        }
    }

    fn write_statement_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::NoStatus { mnemonic } => {
                write!(f, "`{mnemonic}` does not set `st0`, so there is nothing to require")
            }
            Kind::NotRequired { mnemonic } => write!(f, "`{mnemonic}` cannot be required"),
            Kind::ErrorRegisterUsed { register, is_written } => {
                let does = if *is_written { "writes" } else { "reads" };
                write!(f, "this {does} `{register}`, in which the number of the error is then")
            }
            Kind::NoPublicRoutine { .. } => {
                f.write_str("a library has a routine that others can call")
            }
            Kind::EmptyRoutine { name } => write!(f, "the routine `{name}` has no instruction"),
            Kind::RoutineName { found } => {
                write!(f, "expected the name of a routine, found {found}")
            }
            Kind::OwnRoutine { name } => write!(f, "`{name}` is a routine of this library"),
            Kind::CallByPath { library, .. } => {
                write!(f, "to call its routines a library is imported: `{library}`")
            }
            Kind::NoCallee { library } => {
                write!(f, "expected the name of a routine of `{library}` as well")
            }
            Kind::RoutineOfLibrary => f.write_str("this routine belongs to another library"),
            Kind::RoutineAlone { name } => {
                write!(f, "`{name}` is a routine, not an instruction")
            }
            Kind::CallTarget { found, .. } => {
                write!(f, "expected a routine of another library, found {found}")
            }
            Kind::JumpToConstant => {
                f.write_str("where a constant leads to is not known while the library is verified")
            }
            Kind::UnknownRoutine { name, is_label: true, .. } => {
                write!(f, "`{name}` is a label, and `routine` calls a routine")
            }
            Kind::UnknownRoutine { name, nearest, .. } => {
                write!(f, "no routine is called `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            _ => self.write_import_error(f),
        }
    }

    fn write_import_error(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::UnknownLibrary { name, nearest } => {
                write!(f, "no library is imported as `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::UnknownCallee { library, name, nearest } => {
                write!(f, "`{library}` has no public routine `{name}`")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::Finding { problem, .. } => write!(f, "{problem}"),
            Kind::Unused { what, name } => {
                let what = match what {
                    Unused::Label => "label",
                    Unused::Alias => "alias",
                    Unused::Variable => "variable",
                    Unused::Constant => "constant",
                    Unused::Error => "error",
                };
                write!(f, "nothing uses the {what} `{name}`")
            }
            Kind::Import { reason } => f.write_str(reason),
            Kind::RustInFile { found, is_name: true, nearest } => {
                write!(f, "no constant is called {found}")?;
                did_you_mean(nearest.as_deref(), f)
            }
            Kind::RustInFile { found, .. } => {
                write!(f, "{found} is an expression of Rust, which only `alulib!` knows")
            }
            Kind::ModuleInFile => f.write_str("a module of Rust can be used in the macro only"),
            Kind::FileInMacro => f.write_str("the macro uses modules of Rust, not files"),
            Kind::OtherImportId { id, expected } => {
                write!(f, "the library has the id `{id}`, not `{expected}`")
            }
            _ => Ok(()),
        }
    }
}

/// The numbers that a register of this size can hold.
fn range(size: RegisterSize) -> impl Display {
    let most = u64::MAX >> 64usize.saturating_sub(8 * size.bytes());
    alloc::format!("which holds 0..={most}")
}
