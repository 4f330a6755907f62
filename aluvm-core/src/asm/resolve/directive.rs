//! What directives say of a library besides its code.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::str::from_utf8;

use super::block::Resolved;
use crate::asm::error::{AsmErrorKind, Fault, quoted};
use crate::asm::parse::directive_value;
use crate::asm::token::{Text, text};
use crate::library::{Isae, LibId};
use crate::profile::Profile;

/// What directives say of a library.
#[derive(Default)]
pub(in crate::asm) struct Directives {
    /// The ISA extensions, with the token that names them.
    pub(in crate::asm) isae: Option<(Isae, usize)>,
    pub(in crate::asm) libs: BTreeSet<LibId>,
    pub(in crate::asm) data: Vec<u8>,
}

impl Directives {
    /// Adds what the directive `.name "…"` says.
    pub(super) fn add(
        &mut self,
        name: &str,
        literal: &str,
        token: usize,
        profile: &Profile,
    ) -> Result<(), Fault> {
        let kind = match (name, text(literal)) {
            (_, Err(error)) => AsmErrorKind::Literal(error),
            ("data", Ok(Text::Bytes(bytes))) => {
                self.data.extend(bytes);
                return Ok(());
            }
            ("lib", Ok(Text::String(_))) => {
                self.libs.insert(library_id(literal, token)?);
                return Ok(());
            }
            ("isae", Ok(Text::String(_))) if self.isae.is_some() => AsmErrorKind::SecondIsae,
            ("isae", Ok(Text::String(ids))) => {
                match Isae::from_text_for(from_utf8(&ids).unwrap_or_default(), profile) {
                    Ok(isae) => {
                        self.isae = Some((isae, token));
                        return Ok(());
                    }
                    Err(error) => AsmErrorKind::Isae(error),
                }
            }
            _ => {
                let (expected, found) = (directive_value(name), quoted(literal).into());
                AsmErrorKind::Expected { expected, found }
            }
        };
        Err(Fault::at(token, kind))
    }
}

/// What is wrong with an isae that does not name all extensions that instructions belong to.
pub(crate) fn lacking<'r, S: 'r>(
    isae: &Isae,
    instrs: impl Iterator<Item = &'r Resolved<S>>,
) -> impl Iterator<Item = AsmErrorKind> {
    let mut used: BTreeMap<&str, &str> = BTreeMap::new();
    for form in instrs.filter_map(|resolved| resolved.form) {
        if let Some(syntax) = form.syntaxes.first().filter(|_| !isae.covers(form)) {
            used.entry(form.isae).or_insert(syntax.mnemonic);
        }
    }
    let lacks = |(extension, mnemonic): (&str, &'static str)| AsmErrorKind::IsaeLacks {
        extension: extension.into(),
        mnemonic,
    };
    used.into_iter().map(lacks)
}

/// The library id in a string literal.
pub(super) fn library_id(literal: &str, token: usize) -> Result<LibId, Fault> {
    let kind = match text(literal) {
        Ok(Text::String(bytes) | Text::Bytes(bytes)) => {
            match from_utf8(&bytes).unwrap_or_default().parse() {
                Ok(id) => return Ok(id),
                Err(error) => AsmErrorKind::LibraryId(Box::new(error)),
            }
        }
        Err(error) => AsmErrorKind::Literal(error),
    };
    Err(Fault::at(token, kind))
}
