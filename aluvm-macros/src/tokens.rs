//! Making tokens: a small writer, so that the macro needs no quoting library.

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// Tokens that are being written, all with one span.
pub(crate) struct Writer {
    trees: Vec<TokenTree>,
    span: Span,
}

impl Writer {
    /// Nothing yet; tokens get this span.
    pub(crate) fn new(span: Span) -> Writer {
        Writer { trees: Vec::new(), span }
    }

    /// Tokens of Rust source, resolved where the macro is called.
    pub(crate) fn source(&mut self, source: &str) -> &mut Writer {
        let stream: TokenStream = source.parse().unwrap_or_default();
        let span = self.span;
        self.trees.extend(stream.into_iter().map(|tree| respanned(tree, span)));
        self
    }

    /// A path below the facade: `$crate::__private::…`. Names are resolved where the facade is, but
    /// errors point at the writer's span.
    pub(crate) fn private(&mut self, facade: &TokenStream, path: &str) -> &mut Writer {
        for mut tree in facade.clone() {
            tree.set_span(tree.span().located_at(self.span));
            self.trees.push(tree);
        }
        self.source("::__private::").source(path)
    }

    /// Tokens as they are.
    pub(crate) fn tokens(&mut self, tokens: impl IntoIterator<Item = TokenTree>) -> &mut Writer {
        self.trees.extend(tokens);
        self
    }

    /// A literal.
    pub(crate) fn literal(&mut self, mut literal: Literal) -> &mut Writer {
        literal.set_span(self.span);
        self.trees.push(literal.into());
        self
    }

    /// A punctuation character.
    pub(crate) fn punct(&mut self, character: char) -> &mut Writer {
        let mut punct = Punct::new(character, Spacing::Alone);
        punct.set_span(self.span);
        self.trees.push(punct.into());
        self
    }

    /// A group.
    pub(crate) fn group(&mut self, delimiter: Delimiter, content: TokenStream) -> &mut Writer {
        let mut group = Group::new(delimiter, content);
        group.set_span(self.span);
        self.trees.push(group.into());
        self
    }

    /// A name.
    pub(crate) fn ident(&mut self, name: &str, span: Span) -> &mut Writer {
        self.trees.push(Ident::new(name, span).into());
        self
    }

    /// What was written.
    pub(crate) fn finish(self) -> TokenStream {
        self.trees.into_iter().collect()
    }
}

fn respanned(mut tree: TokenTree, span: Span) -> TokenTree {
    if let TokenTree::Group(group) = &tree {
        let content = group.stream().into_iter().map(|tree| respanned(tree, span)).collect();
        tree = Group::new(group.delimiter(), content).into();
    }
    tree.set_span(span);
    tree
}
