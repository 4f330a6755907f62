//! From the compiler's tokens to those of the assembler, and back where a Rust constant is among
//! them.

use aluvm_core::asm::{self, Token, TokenKind};
use proc_macro::{Delimiter, Group, Span, TokenStream, TokenTree};

/// The first and the last of the tokens that an error underlines.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl asm::Span for Place {
    fn to(self, last: Place) -> Place {
        Place { first: self.first, last: last.last }
    }
}

/// A block's tokens in both forms.
#[derive(Default)]
pub(crate) struct Tokens {
    /// For the assembler.
    pub(crate) list: Vec<Token<Place>>,
    /// As they came; a whole group stands at its start, with nothing up to its end.
    trees: Vec<Option<TokenTree>>,
}

impl Tokens {
    /// Reads a block.
    pub(crate) fn read(stream: impl IntoIterator<Item = TokenTree>) -> Tokens {
        let mut tokens = Tokens::default();
        tokens.append(stream);
        tokens
    }

    /// The tokens in this range as they came.
    pub(crate) fn source(&self, range: core::ops::Range<usize>) -> TokenStream {
        self.trees.get(range).unwrap_or_default().iter().flatten().cloned().collect()
    }

    fn append(&mut self, stream: impl IntoIterator<Item = TokenTree>) {
        let mut stream = stream.into_iter().peekable();
        while let Some(tree) = stream.next() {
            match tree {
                TokenTree::Group(group) => self.group(group),
                TokenTree::Punct(ref punct) if punct.as_char() == '#' => {
                    let doc = stream.next_if(is_doc);
                    match doc {
                        Some(_) => self.push(TokenKind::DocComment, tree),
                        None => self.push(TokenKind::Punct('#'), tree),
                    }
                }
                TokenTree::Punct(ref punct) => {
                    self.push(TokenKind::Punct(punct.as_char()), tree);
                }
                TokenTree::Ident(ref ident) => {
                    let mut name = ident.to_string();
                    if name.starts_with("r#") {
                        name.drain(..2);
                    }
                    self.push(TokenKind::Ident(name), tree);
                }
                TokenTree::Literal(ref literal) => {
                    self.push(TokenKind::Literal(literal.to_string()), tree);
                }
            }
        }
    }

    fn push(&mut self, kind: TokenKind, tree: TokenTree) {
        let span = tree.span();
        self.list.push(Token { kind, span: Place { first: span, last: span } });
        self.trees.push(Some(tree));
    }

    /// A group. What a user's macro hands on as one piece comes in an invisible one, which opens
    /// unless it holds a whole expression.
    fn group(&mut self, group: Group) {
        let delimiter = match group.delimiter() {
            Delimiter::None if is_simple(&group) => return self.append(group.stream()),
            Delimiter::None => return self.push(TokenKind::Expression, group.into()),
            Delimiter::Parenthesis => asm::Delimiter::Parenthesis,
            Delimiter::Bracket => asm::Delimiter::Bracket,
            Delimiter::Brace => asm::Delimiter::Brace,
        };
        let (open, close) = (group.span_open(), group.span_close());
        let start = self.trees.len();
        self.list.push(Token { kind: TokenKind::Open(delimiter), span: place(open) });
        self.trees.push(None);
        self.append(group.stream());
        self.list.push(Token { kind: TokenKind::Close(delimiter), span: place(close) });
        self.trees.push(None);
        // Within a group only the whole can be a constant.
        self.trees[start..].fill(None);
        self.trees[start] = Some(group.into());
    }
}

fn place(span: Span) -> Place {
    Place { first: span, last: span }
}

fn is_doc(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Group(group) => {
            matches!(group.stream().into_iter().next(),
                Some(TokenTree::Ident(name)) if name.to_string() == "doc")
        }
        _ => false,
    }
}

/// Whether an invisible group holds a literal with its sign, a name, or a register.
fn is_simple(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    match &trees[..] {
        [TokenTree::Literal(_) | TokenTree::Ident(_)] => true,
        [TokenTree::Group(inner)] => inner.delimiter() != Delimiter::None || is_simple(inner),
        [TokenTree::Punct(minus), TokenTree::Literal(_) | TokenTree::Ident(_)] => {
            minus.as_char() == '-'
        }
        [TokenTree::Ident(_), TokenTree::Group(index)] => index.delimiter() == Delimiter::Bracket,
        _ => false,
    }
}
