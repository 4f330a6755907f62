//! Whole files: the inside of a library, read when the program runs.

mod attributes;
mod imported;

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

pub use self::attributes::{AttributePlace, TextAttributes};
pub use self::imported::{FileImport, imported_files, named_profile};
use super::assemble::{Contract, Origin, assemble_uncut};
use super::describe::Texts;
use super::error::{SourceError, SourceErrorKind};
use super::interface::Interface;
use super::item::{ItemKind, documentation};
use super::names::{ConstantLiteral, Import, Levels, rust_in_file};
use crate::asm::report::TextErrors;
use crate::asm::resolve::SUGGESTIONS_MAX;
use crate::asm::token::{TextSpan, Token, Tokens, lex_documented};
use crate::isa::{Instr, InstructionSet, RegisterSize};
use crate::library::{AssembleError, Lib, LibId, used_extensions};
use crate::profile::Profile;

/// Where there is no token.
const START: TextSpan = TextSpan { line: 1, column: 1, start: 0, end: 0 };

/// A library made of a file.
#[derive(Debug)]
pub struct TextLibrary {
    /// The library.
    pub lib: Lib,
    /// What others see of it.
    pub interface: Interface,
    /// Its [description](super::description::Description) in the binary form.
    pub description: Vec<u8>,
    /// The labels of all routines, and where in the code they stand.
    pub labels: Vec<(Box<str>, u16)>,
    /// Its constants, in the order of the source.
    pub constants: Vec<TextConstant>,
    /// What the machine does that runs it.
    pub profile: Profile,
    /// Its documentation, a line each.
    pub docs: String,
    /// That of its enums, in the order of the source.
    pub enum_docs: Vec<Box<str>>,
    /// Its attributes.
    pub attributes: TextAttributes,
}

/// A constant of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextConstant {
    /// Its name.
    pub name: Box<str>,
    /// The register size that it is for.
    pub size: RegisterSize,
    /// The value as such a register holds it.
    pub bytes: Arc<[u8]>,
    /// Whether others see it.
    pub is_public: bool,
    /// Its documentation, a line each.
    pub docs: Box<str>,
}

/// Reads the text of a library, whose code may have instructions of the extension `E`. `name` and `file` are
/// for messages. Imports are found by `resolve`, which gets the name of the file as it is written.
///
/// ```
/// use aluvm_core::contract::parse_text;
/// use aluvm_core::isa::NoExtension;
/// use aluvm_core::library::Lib;
///
/// let text = "pub fn double(value: a64[0]) -> (value: a64[0]) { add.uc value, value; ret; }";
/// let library = parse_text::<NoExtension>(text, "math", "math.aluasm", &mut |_| Err("none".into()))?;
/// assert_eq!(library.lib, "add.uc a64[0], a64[0]; ret;".parse::<Lib>()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// All errors of the text.
pub fn parse_text<E: InstructionSet>(
    text: &str,
    name: &str,
    file: &str,
    resolve: &mut dyn FnMut(&str) -> Result<Interface, Box<str>>,
) -> Result<TextLibrary, ContractErrors> {
    parse_text_with::<E>(text, name, file, Levels::default(), resolve)
}

/// The same where the caller says what is permitted and reported.
///
/// # Errors
///
/// All errors of the text.
pub fn parse_text_with<E: InstructionSet>(
    text: &str,
    name: &str,
    file: &str,
    levels: Levels<'_>,
    resolve: &mut dyn FnMut(&str) -> Result<Interface, Box<str>>,
) -> Result<TextLibrary, ContractErrors> {
    parse_tokens::<E>(text, &contract_tokens(text)?, name, file, levels, resolve)
}

/// The tokens of the text of a library, in which doc comments are attributes.
///
/// # Errors
///
/// All characters that begin no token, and what is not closed.
pub fn contract_tokens(text: &str) -> Result<Vec<Token<'_, TextSpan>>, ContractErrors> {
    lex_documented(text).map_err(|errors| {
        let kinds = errors.into_iter().map(|error| {
            let (kind, span) = (SourceErrorKind::Asm(error.kind), error.span);
            SourceError { kind, span, note: None }
        });
        ContractErrors::new(text, kinds.collect())
    })
}

/// Reads the text of a library, whose [`contract_tokens`] are known, as [`parse_text_with`] does.
///
/// # Errors
///
/// All errors of the text.
pub fn parse_tokens<E: InstructionSet>(
    text: &str,
    tokens: &[Token<'_, TextSpan>],
    name: &str,
    file: &str,
    levels: Levels<'_>,
    resolve: &mut dyn FnMut(&str) -> Result<Interface, Box<str>>,
) -> Result<TextLibrary, ContractErrors> {
    let contract = read::<E>(tokens, levels, resolve);
    let library = contract.and_then(|contract| contract.into_library(tokens, name, file));
    library.map_err(|errors| ContractErrors::new(text, errors))
}

/// The same for who wants the library alone, not what its source says of it.
///
/// # Errors
///
/// All errors of the text.
pub fn parse_lib_with<E: InstructionSet>(
    text: &str,
    levels: Levels<'_>,
    resolve: &mut dyn FnMut(&str) -> Result<Interface, Box<str>>,
) -> Result<Lib, ContractErrors> {
    let tokens = contract_tokens(text)?;
    let contract = read::<E>(&tokens, levels, resolve);
    let lib = contract.and_then(|mut contract| {
        let lib = contract.take_lib(&tokens)?;
        contract.check_id(&tokens, || lib.id())?;
        Ok(lib)
    });
    lib.map_err(|errors| ContractErrors::new(text, errors))
}

/// Reads what stands in a file.
fn read<'t, E: InstructionSet>(
    tokens: &'t [Token<'t, TextSpan>],
    levels: Levels<'_>,
    resolve: &mut dyn FnMut(&str) -> Result<Interface, Box<str>>,
) -> Result<Contract<'t, TextSpan>, Vec<SourceError<TextSpan>>> {
    let mut resolve = |import: Import<'_>| match import {
        Import::File(name) => resolve(name),
        Import::Module(_) => Ok(Interface::UNKNOWN),
    };
    let origin = Origin::File { levels };
    let mut contract = assemble_uncut(tokens, 0..tokens.len(), E::FORMS, origin, &mut resolve);
    report_constants(&mut contract, tokens);
    if tokens.is_empty() {
        // There is no token to say it at.
        let kind = SourceErrorKind::NoPublicRoutine { private: None };
        contract.errors.push(SourceError { kind, span: START, note: None });
    }
    match contract.errors.is_empty() {
        true => Ok(contract),
        false => Err(contract.errors),
    }
}

/// What is wrong at a token.
fn error_at(
    tokens: &[Token<'_, TextSpan>],
    token: usize,
    kind: SourceErrorKind,
) -> Vec<SourceError<TextSpan>> {
    let span = Tokens::new(tokens).spans().span(token, token).unwrap_or(START);
    Vec::from([SourceError { kind, span, note: None }])
}

/// Rust constants have no value at run time.
fn report_constants(contract: &mut Contract<'_, TextSpan>, tokens: &[Token<'_, TextSpan>]) {
    let before = contract.errors.len();
    for instr in &contract.instrs {
        let constants = instr.resolved.iter().flat_map(|resolved| &resolved.constants);
        for constant in constants.filter(|_| instr.callee.is_none()) {
            let range = constant.tokens.clone();
            let suggests = contract.errors.len() - before < SUGGESTIONS_MAX;
            if let Some(kind) = rust_in_file(&contract.inside, Tokens::new(tokens), range, suggests)
            {
                contract.errors.push(SourceError { kind, span: constant.span, note: None });
            }
        }
    }
    if contract.errors.len() > before {
        contract.errors.sort_by_key(|error| error.span.start);
    }
}

impl<'t> Contract<'t, TextSpan> {
    /// The library, of which all is known.
    fn into_library(
        mut self,
        tokens: &'t [Token<'t, TextSpan>],
        name: &str,
        file: &str,
    ) -> Result<TextLibrary, Vec<SourceError<TextSpan>>> {
        let spans = Tokens::new(tokens).spans();
        let texts: Texts = self.texts(tokens);
        let place = |token: usize| match spans.span(token, token) {
            Some(span) => (span.line, span.column),
            None => (1, 1),
        };
        let description = self.description((name, file), &texts, place).to_bytes();
        let routines = self.public_routines();
        let constants = self.text_constants(&texts);
        let docs = documentation(&self.inside.attributes, Tokens::new(tokens));
        let enum_docs = self.enums.iter().map(|one| texts.item(one.item).into()).collect();
        let attributes = attributes::attributes(&self, Tokens::new(tokens));
        let labels = self.routines.iter_mut().flat_map(|one| core::mem::take(&mut one.labels));
        let labels = labels.collect();
        self.statements = Vec::new();
        let lib = self.take_lib(tokens)?;
        let id = lib.id();
        self.check_id(tokens, || id)?;
        let interface = Interface { id: Some(id), routines: Some(routines) };
        let profile = self.profile;
        Ok(TextLibrary {
            lib,
            interface,
            description,
            labels,
            constants,
            profile,
            docs,
            enum_docs,
            attributes,
        })
    }

    /// The library of the instructions, which are gone then.
    fn take_lib(
        &mut self,
        tokens: &[Token<'_, TextSpan>],
    ) -> Result<Lib, Vec<SourceError<TextSpan>>> {
        let resolved = core::mem::take(&mut self.instrs);
        let mut instrs: Vec<Instr> = Vec::with_capacity(resolved.len());
        instrs.extend(resolved.into_iter().filter_map(|instr| instr.resolved?.into_instr()));
        // What passes a limit alone has been reported there, so that this is about the whole.
        self.lay_out(&instrs).map_err(|reason| {
            error_at(tokens, 0, SourceErrorKind::Layout { reason: reason.to_string().into() })
        })
    }

    /// Compares the id with the pinned one, if there is one.
    fn check_id(
        &self,
        tokens: &[Token<'_, TextSpan>],
        id: impl FnOnce() -> LibId,
    ) -> Result<(), Vec<SourceError<TextSpan>>> {
        let Some((pinned, token)) = self.id else { return Ok(()) };
        let id = id();
        match pinned == id {
            true => Ok(()),
            false => Err(error_at(tokens, token, SourceErrorKind::OtherId { id })),
        }
    }

    fn text_constants(&self, texts: &Texts) -> Vec<TextConstant> {
        let constants = self.inside.items.iter().zip(&self.constants).enumerate();
        let constants = constants.filter_map(|(number, (item, value))| {
            let (ItemKind::Constant(constant), Some(ConstantLiteral::Known { bytes, .. })) =
                (&item.kind, value)
            else {
                return None;
            };
            Some(TextConstant {
                name: item.name?.text.into(),
                size: constant.size?,
                bytes: bytes.clone(),
                is_public: item.is_public(),
                docs: texts.item(number).into(),
            })
        });
        constants.collect()
    }

    fn lay_out(&self, instrs: &[Instr]) -> Result<Lib, AssembleError> {
        let isae = match &self.isae {
            Some(isae) => isae.clone(),
            None => used_extensions(instrs)?,
        };
        Lib::assemble_with_profile(instrs, isae, &self.profile)
    }
}

/// The errors of a contract's text.
pub type ContractErrors = TextErrors<SourceError<TextSpan>>;
