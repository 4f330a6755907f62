//! What can stand at a place: the parser is asked what it takes a word there for.

mod file;
mod item;

use aluvm_core::asm::{Accepted, Delimiter, TokenKind};
use aluvm_core::contract::{
    Expectation, NameKind, STATEMENT_WORDS, Type, can_be_required, expectation,
};
use aluvm_core::isa::{FORMS, InstructionSet, RegisterSize};
use lsp_types::{CompletionItem, CompletionItemKind, CompletionParams, CompletionResponse};

use self::item::{Items, named, plain};
use super::Refused;
use super::hover::{explain_all, names_in};
use crate::lsp::analysis::{Analysis, Definition};
use crate::lsp::workspace::Workspace;

/// A name that nobody gives, which stands where something is to be completed.
const HERE: &str = "__completed_here";

pub(in crate::lsp) fn completion<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: CompletionParams,
) -> Result<Option<CompletionResponse>, Refused> {
    let place = params.text_document_position;
    let key = Workspace::<E>::key(&place.text_document.uri);
    let Some(written) = workspace.analysis(&key) else { return Ok(None) };
    let offset = workspace.offset(&written, place.position);
    let text = &written.text;
    let (head, tail) = (text.get(..offset), text.get(offset..));
    let (head, tail) = (head.unwrap_or_default(), tail.unwrap_or_default());
    if let Some(start) = file::begun(head) {
        let mut items = Items::new(workspace.range(&written, start..offset));
        file::files(&mut items, &key, head.get(start..).unwrap_or_default());
        return Ok(Some(CompletionResponse::Array(items.into_list())));
    }
    let is_word = |character: char| character == '_' || character.is_alphanumeric();
    let start = head.trim_end_matches(is_word).len();
    let rest = tail.trim_start_matches(is_word);
    let completed = [head.get(..start).unwrap_or_default(), HERE, rest].concat();
    let analysis = workspace.analyse(&key, completed.into());
    let here = TokenKind::Ident(HERE.into());
    let Some(at) = analysis.tokens.iter().position(|token| token.kind == here) else {
        // In a comment or a string.
        return Ok(None);
    };
    let range = workspace.range(&written, start..offset);
    let mut items = Items::new(range);
    let offered = Offered { workspace, analysis: &analysis, at };
    match expectation(&analysis.tokens, at, E::FORMS) {
        Expectation::Item => offered.items(&mut items),
        Expectation::Statement { routine } => {
            offered.mnemonics(&mut items, false);
            for word in STATEMENT_WORDS {
                items.add(plain(word, CompletionItemKind::KEYWORD));
            }
            offered.variables(&mut items, routine);
            offered.names(&mut items, &[NameKind::Routine, NameKind::Import]);
        }
        Expectation::Condition { routine } => {
            offered.variables(&mut items, routine);
            offered.names(&mut items, &[NameKind::Routine, NameKind::Import]);
            offered.mnemonics(&mut items, true);
            for word in ["not", "st0"] {
                items.add(plain(word, CompletionItemKind::KEYWORD));
            }
        }
        Expectation::Flags(flags) => {
            for flag in flags {
                let item = plain(flag.text, CompletionItemKind::ENUM_MEMBER);
                items.add(CompletionItem { detail: Some(flag.meaning.into()), ..item });
            }
        }
        Expectation::Operand { routine, mnemonic, accepted } => {
            offered.operands(&mut items, (routine, mnemonic), accepted);
        }
        Expectation::Callee { import } => offered.callees(&mut items, import, ""),
        Expectation::Error => offered.names(&mut items, &[NameKind::Error]),
        Expectation::Register { item } => {
            offered.registers(&mut items, item, RegisterSize::ALL);
        }
        Expectation::Size => {
            for size in RegisterSize::ALL {
                items.add(plain(size.name(), CompletionItemKind::TYPE_PARAMETER));
            }
        }
        Expectation::Expression { routine } => {
            offered.variables(&mut items, routine);
            offered.names(&mut items, &[NameKind::Constant, NameKind::Routine, NameKind::Import]);
            offered.mnemonics(&mut items, false);
        }
        Expectation::Type => {
            for ty in Type::names() {
                items.add(plain(ty, CompletionItemKind::TYPE_PARAMETER));
            }
        }
        Expectation::Value => offered.names(&mut items, &[NameKind::Constant]),
        Expectation::Unknown => {}
    }
    Ok(Some(CompletionResponse::Array(items.into_list())))
}

/// What there is to offer.
struct Offered<'o, E> {
    workspace: &'o Workspace<E>,
    analysis: &'o Analysis,
    /// The token in whose place it is offered.
    at: usize,
}

impl<E: InstructionSet> Offered<'_, E> {
    /// The beginnings of items.
    fn items(&self, items: &mut Items) {
        for word in ["const", "enum", "fn", "let", "pub", "use"] {
            items.add(plain(word, CompletionItemKind::KEYWORD));
        }
    }

    /// The names for registers that a routine has.
    fn variables(&self, items: &mut Items, routine: usize) {
        for one in names_in(self.analysis, Some(routine)).filter(|one| self.is_known(one)) {
            items.add(named(self.analysis, one, ""));
        }
    }

    /// Whether a name means something here: one that a `let` of a routine gives does from behind that to the end of its
    /// block.
    fn is_known(&self, one: &Definition) -> bool {
        if one.kind != NameKind::Alias || !one.is_local {
            return true;
        }
        let (mut depth, mut is_behind) = (0usize, false);
        for token in self.analysis.tokens.get(one.token..self.at).unwrap_or_default() {
            match token.kind {
                TokenKind::Open(Delimiter::Brace) => depth += 1,
                TokenKind::Close(Delimiter::Brace) if depth == 0 => return false,
                TokenKind::Close(Delimiter::Brace) => depth -= 1,
                TokenKind::Punct(';') if depth == 0 => is_behind = true,
                _ => {}
            }
        }
        is_behind
    }

    /// The mnemonics, or those that can be required.
    fn mnemonics(&self, items: &mut Items, are_required: bool) {
        let forms = FORMS.iter().chain(E::FORMS);
        let forms = forms.filter(|form| !are_required || can_be_required(form));
        let all = forms.flat_map(|form| form.syntaxes);
        let mut all: Vec<&str> = all.map(|syntax| syntax.mnemonic).collect();
        all.sort_unstable();
        all.dedup();
        for mnemonic in all {
            let item = plain(mnemonic, CompletionItemKind::FUNCTION);
            items.add(item::documented(item, explain_all::<E>(mnemonic)));
        }
    }

    /// What an instruction takes.
    fn operands(&self, items: &mut Items, at: (usize, &str), accepted: Accepted) {
        let (routine, mnemonic) = at;
        let sizes: Vec<RegisterSize> = accepted.sizes().iter().collect();
        self.registers(items, routine, &sizes);
        if accepted.has_value() {
            self.names(items, &[NameKind::Constant]);
        }
        if accepted.has_target() {
            let labels = self.analysis.definitions.iter();
            let labels = labels.filter(|one| one.kind == NameKind::Label && one.item == routine);
            if mnemonic != "routine" {
                labels.for_each(|one| items.add(named(self.analysis, one, "")));
            }
            self.names(items, &[NameKind::Routine]);
        }
        if accepted.has_site() {
            self.names(items, &[NameKind::Import]);
            for import in &self.analysis.imports {
                let mut names = self.analysis.definitions.iter();
                let name = names
                    .find(|one| one.kind == NameKind::Import && one.item == import.item)
                    .map(|one| format!("{}::", one.name));
                self.callees(items, import.item, &name.unwrap_or_default());
            }
        }
        let words =
            [(accepted.has_status(), &["st0"][..]), (accepted.has_switch(), &["true", "false"])];
        for word in words.into_iter().filter(|(is_there, _)| *is_there).flat_map(|(_, all)| all) {
            items.add(plain(word, CompletionItemKind::KEYWORD));
        }
    }

    /// Registers of these sizes: their names, those that the file names already, and then all, or of several
    /// sizes the first of each.
    fn registers(&self, items: &mut Items, item: usize, sizes: &[RegisterSize]) {
        use aluvm_core::contract::Word;
        use aluvm_core::isa::Register;
        let fits = |register: Register| match register {
            Register::Value { size, .. } => sizes.contains(&size),
            _ => false,
        };
        for one in names_in(self.analysis, Some(item)).filter(|one| self.is_known(one)) {
            if one.register.is_some_and(fits) {
                items.add(named(self.analysis, one, ""));
            }
        }
        let words = self.analysis.words.iter().filter_map(|(_, word)| match word {
            Word::Register(register) => Some(*register),
            _ => None,
        });
        let mut all: Vec<Register> = words.filter(|register| fits(*register)).collect();
        all.sort_unstable();
        match sizes {
            [size] => all.extend((0..size.count()).map(|index| size.register(index))),
            _ => all.extend(sizes.iter().map(|size| size.register(0))),
        }
        for register in all {
            items.add(plain(&register.to_string(), CompletionItemKind::VARIABLE));
        }
    }

    /// The names of the library of these kinds.
    fn names(&self, items: &mut Items, kinds: &[NameKind]) {
        for one in self.analysis.definitions.iter().filter(|one| kinds.contains(&one.kind)) {
            items.add(named(self.analysis, one, ""));
        }
    }

    /// The routines of an imported library.
    fn callees(&self, items: &mut Items, import: usize, prefix: &str) {
        let Some(import) = self.analysis.import(import) else { return };
        match self.workspace.analysis(&import.key) {
            Some(called) => {
                let routines = called.definitions.iter();
                let routines =
                    routines.filter(|one| one.kind == NameKind::Routine && one.is_public);
                routines.for_each(|one| items.add(named(&called, one, prefix)));
            }
            // A library in the binary form.
            None => {
                let interface = self.workspace.interface(&import.key);
                for routine in interface.routines.unwrap_or_default() {
                    let label = format!("{prefix}{}", routine.name);
                    items.add(plain(&label, CompletionItemKind::FUNCTION));
                }
            }
        }
    }
}
