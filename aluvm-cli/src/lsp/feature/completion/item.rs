//! Entries of the list that an editor shows.

use std::collections::BTreeSet;

use aluvm_core::contract::NameKind;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, Range, TextEdit,
};

use crate::lsp::analysis::{Analysis, Definition};
use crate::lsp::feature::hover::{markdown, name};

/// The list, in which each label stands once.
pub(super) struct Items {
    /// What is replaced.
    range: Range,
    list: Vec<CompletionItem>,
    labels: BTreeSet<String>,
}

impl Items {
    pub(super) fn new(range: Range) -> Items {
        Items { range, list: Vec::new(), labels: BTreeSet::new() }
    }

    /// Adds an entry behind all others.
    pub(super) fn add(&mut self, item: CompletionItem) {
        if !self.labels.insert(item.label.clone()) {
            return;
        }
        let edit = TextEdit { range: self.range, new_text: item.label.clone() };
        self.list.push(CompletionItem {
            sort_text: Some(format!("{:04}", self.list.len())),
            text_edit: Some(CompletionTextEdit::Edit(edit)),
            ..item
        });
    }

    pub(super) fn into_list(self) -> Vec<CompletionItem> {
        self.list
    }
}

/// A word of the language.
pub(super) fn plain(word: &str, kind: CompletionItemKind) -> CompletionItem {
    CompletionItem { label: word.into(), kind: Some(kind), ..CompletionItem::default() }
}

/// An entry with its documentation.
pub(super) fn documented(item: CompletionItem, docs: String) -> CompletionItem {
    CompletionItem { documentation: Some(Documentation::MarkupContent(markdown(docs))), ..item }
}

/// A name, behind that of its library.
pub(super) fn named(analysis: &Analysis, one: &Definition, prefix: &str) -> CompletionItem {
    let kind = match one.kind {
        NameKind::Constant => CompletionItemKind::CONSTANT,
        NameKind::Alias | NameKind::Parameter => CompletionItemKind::VARIABLE,
        NameKind::Errors => CompletionItemKind::ENUM,
        NameKind::Error => CompletionItemKind::ENUM_MEMBER,
        NameKind::Routine => CompletionItemKind::FUNCTION,
        NameKind::Label => CompletionItemKind::REFERENCE,
        NameKind::Import => CompletionItemKind::MODULE,
    };
    let item = plain(&format!("{prefix}{}", one.name), kind);
    let item = CompletionItem { detail: Some(one.source.clone()), ..item };
    documented(item, name(analysis, one))
}
