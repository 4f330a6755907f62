//! From a name to where it is given, and to all places that use it, over files.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use aluvm_core::contract::{NameKind, Word};
use aluvm_core::isa::InstructionSet;
use lsp_types::{GotoDefinitionParams, GotoDefinitionResponse, Location, ReferenceParams, Uri};

use super::Refused;
use crate::lsp::analysis::Analysis;
use crate::lsp::workspace::Workspace;

/// A name where it is given.
pub(super) struct Target {
    pub(super) key: PathBuf,
    pub(super) analysis: Rc<Analysis>,
    /// The token that gives it.
    pub(super) token: usize,
}

/// A place that uses a name.
pub(super) struct Use {
    pub(super) key: PathBuf,
    pub(super) analysis: Rc<Analysis>,
    pub(super) token: usize,
}

/// The name that a place in a text means, with the token that stands there.
pub(super) fn target<E: InstructionSet>(
    workspace: &Workspace<E>,
    uri: &Uri,
    position: lsp_types::Position,
) -> Option<(Target, usize)> {
    let key = Workspace::<E>::key(uri);
    let analysis = workspace.analysis(&key)?;
    let (token, word) = analysis.word_at(workspace.offset(&analysis, position))?;
    let target = match word {
        Word::Name { definition, .. } => Target { key, analysis, token: definition },
        Word::Callee { import } => callee(workspace, &analysis, import, token)?,
        _ => return None,
    };
    Some((target, token))
}

/// The routine of another library that a token names.
fn callee<E: InstructionSet>(
    workspace: &Workspace<E>,
    analysis: &Analysis,
    import: usize,
    token: usize,
) -> Option<Target> {
    let key = analysis.import(import)?.key.clone();
    let called = workspace.analysis(&key)?;
    let routine = called.routine(analysis.ident(token)?)?.token;
    Some(Target { key, analysis: called, token: routine })
}

pub(in crate::lsp) fn definition<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>, Refused> {
    let place = params.text_document_position_params;
    let uri = place.text_document.uri;
    let location = imported(workspace, &uri, place.position).or_else(|| {
        let (target, _) = target(workspace, &uri, place.position)?;
        let bytes = target.analysis.bytes(target.token);
        workspace.location(&target.key, &target.analysis, bytes)
    });
    Ok(location.map(GotoDefinitionResponse::Scalar))
}

/// The beginning of the file that is imported where its name stands.
fn imported<E: InstructionSet>(
    workspace: &Workspace<E>,
    uri: &Uri,
    position: lsp_types::Position,
) -> Option<Location> {
    let analysis = workspace.of(uri)?;
    let token = analysis.token_at(workspace.offset(&analysis, position))?;
    let own = analysis.definition(token).filter(|one| one.kind == NameKind::Import);
    let import = analysis
        .imports
        .iter()
        .find(|import| import.file == token || own.is_some_and(|own| own.item == import.item))?;
    let range = lsp_types::Range::default();
    Some(Location { uri: workspace.uri(&import.key)?, range })
}

pub(in crate::lsp) fn references<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: ReferenceParams,
) -> Result<Option<Vec<Location>>, Refused> {
    let place = params.text_document_position;
    let Some((target, _)) = target(workspace, &place.text_document.uri, place.position) else {
        return Ok(None);
    };
    let is_wanted = |one: &&Use| {
        params.context.include_declaration || one.key != target.key || one.token != target.token
    };
    let all = uses(workspace, &target);
    let all = all.iter().filter(is_wanted).filter_map(|one| {
        workspace.location(&one.key, &one.analysis, one.analysis.bytes(one.token))
    });
    Ok(Some(all.collect()))
}

/// All places that use a name, the one that gives it included.
pub(super) fn uses<E: InstructionSet>(workspace: &Workspace<E>, target: &Target) -> Vec<Use> {
    let Target { key, analysis, token } = target;
    let own = analysis
        .words
        .iter()
        .filter(|(_, word)| matches!(word, Word::Name { definition, .. } if definition == token));
    let own = own.map(|(at, _)| Use { key: key.clone(), analysis: analysis.clone(), token: *at });
    let mut all: Vec<Use> = own.collect();
    if let Some(routine) = analysis.definition(*token).filter(|one| one.kind == NameKind::Routine) {
        for file in workspace.all(key) {
            calls(workspace, &file, (key, &routine.name), &mut all);
        }
    }
    all
}

/// The places in a file that name a routine of another.
fn calls<E: InstructionSet>(
    workspace: &Workspace<E>,
    file: &Path,
    (called, name): (&Path, &str),
    all: &mut Vec<Use>,
) {
    let Some(analysis) = workspace.analysis(file) else { return };
    for (token, word) in &analysis.words {
        let Word::Callee { import } = word else { continue };
        let is_there = analysis.import(*import).is_some_and(|import| import.key == called);
        if is_there && analysis.ident(*token) == Some(name) {
            all.push(Use { key: file.into(), analysis: analysis.clone(), token: *token });
        }
    }
}
