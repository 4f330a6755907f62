//! The names that a text gives, each with what an editor shows of it.

use std::collections::BTreeMap;
use std::ops::Range;

use aluvm_core::asm::{TextSpan, Token};
use aluvm_core::contract::{
    AssembledRoutine, Contract, Item, ItemKind, NameKind, Outline, Routine, Word,
};
use aluvm_core::flow::{Bounds, Summary};
use aluvm_core::isa::Register;

use super::bytes;

/// A name that a text gives.
pub(in crate::lsp) struct Definition {
    /// Its token.
    pub(in crate::lsp) token: usize,
    pub(in crate::lsp) name: String,
    pub(in crate::lsp) kind: NameKind,
    /// The item that it is or stands in.
    pub(in crate::lsp) item: usize,
    /// Whether it means something in its routine only.
    pub(in crate::lsp) is_local: bool,
    /// Whether other libraries can use it.
    pub(in crate::lsp) is_public: bool,
    /// All that belongs to it, in bytes.
    pub(in crate::lsp) extent: Range<usize>,
    /// How it is defined, in one line.
    pub(in crate::lsp) source: String,
    pub(in crate::lsp) docs: String,
    /// The register that it stands for.
    pub(in crate::lsp) register: Option<Register>,
    /// What a success costs, if it is a routine of which that is known; none inside if it has none.
    pub(in crate::lsp) cost: Option<Option<Bounds>>,
    /// The names of its inputs.
    pub(in crate::lsp) inputs: Vec<String>,
}

/// All names, in the order of their tokens.
pub(super) fn definitions(
    text: &str,
    tokens: &[Token<'_, TextSpan>],
    outline: &Outline<'_>,
    contract: &Contract<'_, TextSpan>,
) -> Vec<Definition> {
    let texts = contract.texts(tokens);
    let registers = outline.registers.iter().copied().collect();
    let routines = contract.routines.iter().map(|one| (one.item, one)).collect();
    let finder = Finder { text, tokens, outline, registers, routines };
    let mut all = Vec::new();
    let mut variants = 0;
    for (number, item) in outline.inside.items.iter().enumerate() {
        let extent = finder.extent(item);
        finder.local(number, item, &mut all);
        if let ItemKind::Errors(errors) = &item.kind {
            for variant in &errors.variants {
                let last = variant.number.unwrap_or(variant.name.token);
                let part = finder.bytes(variant.name.token..last + 1);
                let register = finder.line(finder.bytes(errors.register.clone()));
                let source = format!("{} in {register}", finder.line(part.clone()));
                let docs = texts.variant(variants).into();
                variants += 1;
                let base = finder.plain(variant.name.token, NameKind::Error, number);
                all.push(Definition { extent: part, source, docs, ..base });
            }
        }
        let Some(name) = item.name else { continue };
        let (kind, head) = match &item.kind {
            ItemKind::Constant(_) => (NameKind::Constant, extent.clone()),
            ItemKind::Alias(_) => (NameKind::Alias, extent.clone()),
            ItemKind::Errors(errors) => {
                (NameKind::Errors, extent.start..finder.bytes(errors.register.clone()).end)
            }
            ItemKind::Routine(routine) => (NameKind::Routine, finder.head(&extent, routine)),
            ItemKind::Module(_) | ItemKind::File { .. } => (NameKind::Import, extent.clone()),
        };
        let mut base = finder.plain(name.token, kind, number);
        if let ItemKind::Routine(routine) = &item.kind {
            let known = finder.routines.get(&number).map(|one| one.summary);
            let known = known.filter(|one| *one != Summary::UNKNOWN);
            base.cost = known.map(|summary| summary.succeeding);
            base.inputs = routine.inputs.iter().map(|input| input.name.text.into()).collect();
        }
        let (docs, is_public) = (texts.item(number).into(), item.is_public());
        all.push(Definition { extent, source: finder.line(head), docs, is_public, ..base });
    }
    all.sort_by_key(|one| one.token);
    all.dedup_by_key(|one| one.token);
    all
}

struct Finder<'f, 't> {
    text: &'f str,
    tokens: &'f [Token<'f, TextSpan>],
    outline: &'f Outline<'t>,
    registers: BTreeMap<usize, Register>,
    routines: BTreeMap<usize, &'f AssembledRoutine>,
}

impl Finder<'_, '_> {
    /// What all names have.
    fn plain(&self, token: usize, kind: NameKind, item: usize) -> Definition {
        let extent = bytes(self.tokens, token);
        Definition {
            token,
            name: match self.tokens.get(token).map(|token| &token.kind) {
                Some(aluvm_core::asm::TokenKind::Ident(name)) => name.to_string(),
                _ => String::new(),
            },
            kind,
            item,
            is_local: false,
            is_public: false,
            source: self.line(extent.clone()),
            extent,
            docs: String::new(),
            register: self.registers.get(&token).copied(),
            cost: None,
            inputs: Vec::new(),
        }
    }

    /// The bytes from the first of some tokens to the last.
    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let start = bytes(self.tokens, tokens.start).start;
        match tokens.is_empty() {
            true => start..start,
            false => start..bytes(self.tokens, tokens.end - 1).end.max(start),
        }
    }

    /// A part of the text in one line.
    fn line(&self, bytes: Range<usize>) -> String {
        let part = self.text.get(bytes).unwrap_or_default();
        part.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All of an item but its attributes.
    fn extent(&self, item: &Item<'_>) -> Range<usize> {
        let name = item.name.map_or(item.visibility.start, |name| name.token);
        let first = match &item.kind {
            _ if item.is_public() => item.visibility.start,
            ItemKind::File { file, .. } => file.saturating_sub(1),
            ItemKind::Module(path) => path.start.saturating_sub(1),
            _ => name.saturating_sub(1),
        };
        let last = match &item.kind {
            ItemKind::Constant(constant) => constant.value.end,
            ItemKind::Alias(register) => register.end,
            ItemKind::Errors(errors) => errors.body.end,
            ItemKind::Routine(routine) => routine.body.as_ref().map_or(0, |body| body.end + 1),
            ItemKind::File { file, id } => id.unwrap_or(*file) + 1,
            ItemKind::Module(path) => path.end,
        };
        self.bytes(first..last.max(name + 1))
    }

    /// The head of a routine.
    fn head(&self, extent: &Range<usize>, routine: &Routine<'_>) -> Range<usize> {
        let brace = routine.body.as_ref().and_then(|body| body.start.checked_sub(2));
        extent.start..brace.map_or(extent.end, |last| bytes(self.tokens, last).end)
    }

    /// The names that only a routine has.
    fn local(&self, number: usize, item: &Item<'_>, all: &mut Vec<Definition>) {
        let ItemKind::Routine(routine) = &item.kind else { return };
        let Some(name) = item.name else { return };
        let end = routine.body.as_ref().map_or(name.token, |body| body.end);
        let from = self.outline.words.partition_point(|(token, _)| *token <= name.token);
        let words = self.outline.words.get(from..).unwrap_or_default().iter();
        let parameters = routine.inputs.iter().chain(&routine.outputs);
        for (token, word) in words.take_while(|(token, _)| *token < end) {
            let Word::Name { kind, definition } = *word else { continue };
            if definition != *token {
                continue;
            }
            let last = match kind {
                NameKind::Parameter => {
                    let mut own = parameters.clone().filter(|one| one.name.token == *token);
                    own.next().map_or(*token, |one| one.register.end.saturating_sub(1))
                }
                // `name = a64[0]`, up to the end of the statement.
                NameKind::Alias => self.statement_end(*token, end),
                NameKind::Label => *token,
                _ => continue,
            };
            let mut base = self.plain(*token, kind, number);
            base.is_local = true;
            base.extent = self.bytes(*token..last.max(*token) + 1);
            base.source = match kind {
                NameKind::Alias => format!("let {}", self.line(base.extent.clone())),
                _ => self.line(base.extent.clone()),
            };
            if kind == NameKind::Label {
                let known = self.routines.get(&number);
                let place =
                    known.and_then(|one| one.labels.iter().find(|(name, _)| **name == *base.name));
                if let Some((_, offset)) = place {
                    base.source = format!("{}: at 0x{offset:04X}", base.name);
                }
            }
            all.push(base);
        }
    }

    /// The last token of the statement that a token stands in.
    fn statement_end(&self, token: usize, end: usize) -> usize {
        use aluvm_core::asm::TokenKind::Punct;
        let rest = self.tokens.get(token..end).unwrap_or_default();
        let length = rest.iter().take_while(|token| token.kind != Punct(';')).count();
        token + length.saturating_sub(1)
    }
}
