//! The text of a contract, of what is known of its source.

mod imports;
mod writer;

use aluvm_core::asm::Located;
use aluvm_core::contract::{AttributePlace, ContractErrors, FINDINGS, Levels, parse_lib_with};
use aluvm_core::isa::InstructionSet;

pub(in crate::command) use self::imports::Importable;
use self::imports::imports;
use self::writer::{Permits, Subject, placed, places, write};
use super::Shown;
use crate::sources::Loaded;

/// How often what is found in a text is permitted, which may show more.
const ROUNDS: usize = 4;

/// The text; none if nothing is known, or if it would build to something else. What can be imported is among
/// `libraries`.
pub(super) fn text<E: InstructionSet>(
    loaded: &Loaded,
    libraries: &[Importable],
    shown: Shown,
) -> Option<String> {
    let info = loaded.debug.as_ref()?;
    let description = loaded.description();
    let instrs = placed(loaded.lib.disassemble::<E>());
    let imports = imports(&description, &instrs, libraries);
    let mut subject = Subject { loaded, info, description, instrs, imports, shown };
    let text = permitted::<E>(&subject);
    if text.is_some() || subject.imports.is_empty() {
        return text;
    }
    subject.imports.clear();
    permitted::<E>(&subject)
}

/// The text with permits for what is found in it. That is more than in the source where a library is not imported,
/// whose routines have no signatures then.
fn permitted<E: InstructionSet>(subject: &Subject<'_>) -> Option<String> {
    let mut permits = Permits::new();
    for _ in 0..ROUNDS {
        let text = write(subject, &permits);
        let errors = match read::<E>(subject, &text, &[]) {
            Ok(is_same) => return is_same.then_some(text),
            Err(errors) => errors,
        };
        permit(subject, &errors, &mut permits)?;
    }
    // There is so much that all of it is permitted everywhere.
    let all = permits.into_values().flatten().collect();
    let text = write(subject, &Permits::from([(AttributePlace::Library, all)]));
    read::<E>(subject, &text, &FINDINGS).is_ok_and(|is_same| is_same).then_some(text)
}

/// Permits what is found, each where it is; none if that mends nothing.
fn permit(subject: &Subject<'_>, errors: &ContractErrors, permits: &mut Permits) -> Option<()> {
    let places = places(subject, permits);
    let mut is_new = false;
    for error in errors.iter() {
        let Some(finding) = error.kind.finding() else { continue };
        let at = error.span().start as usize;
        let end = places.partition_point(|(start, _)| *start <= at);
        let (_, place) = places.get(..end)?.last()?;
        is_new |= permits.entry(place.clone()).or_default().insert(finding);
    }
    is_new.then_some(())
}

/// Reads a text again. Says whether it is that of the same library.
fn read<E: InstructionSet>(
    subject: &Subject<'_>,
    text: &str,
    allowed: &[&str],
) -> Result<bool, ContractErrors> {
    let Subject { loaded, imports, .. } = subject;
    let resolve = &mut |file: &str| {
        let import = imports.iter().find(|import| import.file == file);
        import.map(|import| import.interface.clone()).ok_or("it is not imported".into())
    };
    let levels = Levels { profile: loaded.profile, allowed, ..Levels::default() };
    parse_lib_with::<E>(text, levels, resolve).map(|lib| lib == loaded.lib)
}
