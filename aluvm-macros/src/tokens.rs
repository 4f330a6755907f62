//! From the compiler's tokens to those of the assembler, and back where a Rust constant is among
//! them.

use core::iter::Peekable;
use core::ops::Range;

use aluvm_core::asm::{self, Token, TokenKind};
use aluvm_core::isa::RegisterSize;
use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::diagnostics::Place;

/// A block's tokens in both forms.
#[derive(Default)]
pub(crate) struct Tokens {
    /// For the assembler.
    pub(crate) list: Vec<Token<'static, Place>>,
    /// As they came; a whole group stands at its start, with nothing at its end.
    trees: Vec<Option<TokenTree>>,
    /// For each token the index behind it, or behind the group that it opens.
    ends: Vec<usize>,
    /// Whether documentation is an attribute like any other.
    keeps_docs: bool,
}

impl Tokens {
    /// Reads a block.
    pub(crate) fn read(stream: impl IntoIterator<Item = TokenTree>) -> Tokens {
        let mut tokens = Tokens::default();
        tokens.append(stream);
        tokens
    }

    /// Reads the inside of a library, where documentation is an attribute like any other.
    pub(crate) fn read_items(stream: impl IntoIterator<Item = TokenTree>) -> Tokens {
        let mut tokens = Tokens { keeps_docs: true, ..Tokens::default() };
        tokens.append(stream);
        tokens
    }

    /// The tokens in this range as they came.
    pub(crate) fn source(&self, range: Range<usize>) -> TokenStream {
        let mut source = TokenStream::new();
        let mut at = range.start;
        while at < range.end {
            source.extend(self.trees.get(at).cloned().flatten());
            at = self.ends.get(at).copied().unwrap_or(range.end);
        }
        source
    }

    /// The index behind a token, or behind the group that it opens.
    pub(crate) fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(at + 1)
    }

    fn append(&mut self, stream: impl IntoIterator<Item = TokenTree>) {
        let mut stream = stream.into_iter().peekable();
        while let Some(tree) = stream.next() {
            match tree {
                TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                    match is_path_separator(stream.peek()) {
                        true => self.path(group, &mut stream),
                        false => self.fragment(group),
                    }
                }
                TokenTree::Group(group) => self.group(group),
                TokenTree::Punct(ref punct) if punct.as_char() == '#' => {
                    let attribute = stream.next_if(is_attribute).map(opened);
                    if !self.keeps_docs && attribute.as_ref().is_some_and(is_doc) {
                        self.push(TokenKind::DocComment, tree);
                        continue;
                    }
                    self.push(TokenKind::Punct('#'), tree);
                    self.append(attribute);
                }
                TokenTree::Punct(ref punct) => {
                    self.push(TokenKind::Punct(punct.as_char()), tree);
                }
                TokenTree::Ident(ref ident) => {
                    let mut name = ident.to_string();
                    if name.starts_with("r#") {
                        name.drain(..2);
                    }
                    self.push(TokenKind::Ident(name.into()), tree);
                }
                TokenTree::Literal(ref literal) => {
                    self.push(TokenKind::Literal(literal.to_string().into()), tree);
                }
            }
        }
    }

    fn push(&mut self, kind: TokenKind<'static>, tree: TokenTree) {
        let span = tree.span();
        self.list.push(Token { kind, span: span.into() });
        self.trees.push(Some(tree));
        self.ends.push(self.trees.len());
    }

    fn group(&mut self, group: Group) {
        let delimiter = match group.delimiter() {
            Delimiter::Bracket => asm::Delimiter::Bracket,
            Delimiter::Brace => asm::Delimiter::Brace,
            _ => asm::Delimiter::Parenthesis,
        };
        let (open, close) = (group.span_open(), group.span_close());
        let start = self.trees.len();
        self.list.push(Token { kind: TokenKind::Open(delimiter), span: open.into() });
        self.trees.push(None);
        self.ends.push(start + 1);
        self.append(group.stream());
        self.list.push(Token { kind: TokenKind::Close(delimiter), span: close.into() });
        self.trees.push(None);
        self.ends.push(self.trees.len());
        self.ends[start] = self.trees.len();
        self.trees[start] = Some(group.into());
    }

    /// What a user's macro hands on as one piece comes in an invisible group. It opens if the assembler has
    /// a form for it; a Rust expression stays whole.
    fn fragment(&mut self, group: Group) {
        match is_operand(&group) {
            true => self.append(group.stream()),
            false => self.push(TokenKind::Expression, group.into()),
        }
    }

    /// A path that begins with a fragment, `$type::LIMIT`. In a path `<$type>::LIMIT` stands for any type.
    fn path(&mut self, group: Group, rest: &mut Peekable<impl Iterator<Item = TokenTree>>) {
        if is_plain_path(&group.stream().into_iter().collect::<Vec<_>>()) {
            return self.append(group.stream());
        }
        let span = group.span();
        let mut path = quote_spanned!(span=> <#group>);
        while is_path_separator(rest.peek()) {
            path.extend(rest.by_ref().take(2));
            path.extend(rest.next_if(|tree| matches!(tree, TokenTree::Ident(_))));
        }
        let mut path = Group::new(Delimiter::None, path);
        path.set_span(span);
        self.push(TokenKind::Expression, path.into());
    }
}

fn is_path_separator(tree: Option<&TokenTree>) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct))
        if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
}

fn is_attribute(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// An attribute without the invisible groups around what it says, which `#[$meta]` has.
fn opened(attribute: TokenTree) -> TokenTree {
    let TokenTree::Group(group) = &attribute else { return attribute };
    let mut content = group.stream();
    let mut trees = content.clone().into_iter();
    while let (Some(TokenTree::Group(inner)), None) = (trees.next(), trees.next())
        && inner.delimiter() == Delimiter::None
    {
        content = inner.stream();
        trees = content.clone().into_iter();
    }
    let mut opened = Group::new(Delimiter::Bracket, content);
    opened.set_span(group.span());
    opened.into()
}

fn is_doc(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Group(group) => {
            matches!(group.stream().into_iter().next(),
                Some(TokenTree::Ident(name)) if name == "doc")
        }
        _ => false,
    }
}

/// Whether an invisible group holds what the assembler reads itself: a literal with its sign, a name, a
/// path, a register, or an expression in braces.
fn is_operand(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().map(visible).collect();
    match &trees[..] {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Group(inner)] => match inner.delimiter() {
            Delimiter::Brace => true,
            Delimiter::None => is_operand(inner),
            _ => false,
        },
        [TokenTree::Punct(minus), value] if minus.as_char() == '-' => match value {
            TokenTree::Literal(_) => true,
            TokenTree::Ident(name) => name == "inf",
            _ => false,
        },
        [TokenTree::Ident(size), TokenTree::Group(index)] => {
            index.delimiter() == Delimiter::Bracket && is_size(&size.to_string())
        }
        path => is_plain_path(path),
    }
}

/// The only tree of an invisible group.
fn visible(tree: TokenTree) -> TokenTree {
    if let TokenTree::Group(group) = &tree
        && group.delimiter() == Delimiter::None
    {
        let mut trees = group.stream().into_iter();
        if let (Some(only), None) = (trees.next(), trees.next()) {
            return visible(only);
        }
    }
    tree
}

/// Names with `::` between them.
fn is_plain_path(trees: &[TokenTree]) -> bool {
    let is_colon =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':');
    let mut names = match trees {
        [first, second, rest @ ..] if is_colon(first) && is_colon(second) => rest,
        _ => trees,
    };
    while let [TokenTree::Ident(_), rest @ ..] = names {
        match rest {
            [] => return true,
            [first, second, rest @ ..] if is_colon(first) && is_colon(second) => names = rest,
            _ => return false,
        }
    }
    false
}

/// Whether a word is or looks like the size of a register, so that a wrong one is said to be wrong.
fn is_size(word: &str) -> bool {
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    RegisterSize::from_name(word).is_some()
        || is_number(word.trim_start_matches(['a', 'f', 'r', 's']))
}
