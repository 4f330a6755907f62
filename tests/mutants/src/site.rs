//! The places in a file where mutants can be switched on: what syn sees there, in bytes of the text.

use std::collections::BTreeMap;
use std::ops::Range;

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::list::{Genre, Mutant, Place};

/// Parts of the text that a switch is made of. Other sites may lie in each.
pub(crate) enum Parts {
    /// The statements of a function.
    Body,
    Binary {
        left: Range<usize>,
        operator: Range<usize>,
        right: Range<usize>,
        kind: Kind,
    },
    Unary {
        operator: Range<usize>,
        operand: Range<usize>,
    },
    /// Between the pattern of an arm and its arrow; the guard's expression.
    Arm {
        guard: Option<Range<usize>>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Arithmetic,
    Comparison,
    Lazy,
    Assignment,
}

/// A place in the text, and the mutants, by number, that change it.
pub(crate) struct Site {
    pub(crate) range: Range<usize>,
    pub(crate) parts: Parts,
    pub(crate) mutants: Vec<usize>,
}

/// Where each line of a text begins.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { text, starts: starts.collect() }
    }

    /// The byte of a place whose column is counted in characters from zero.
    fn byte(&self, place: LineColumn) -> usize {
        let start = self.starts[place.line - 1];
        let line = &self.text[start..];
        start + line.char_indices().nth(place.column).map_or(line.len(), |(at, _)| at)
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.byte(span.start())..self.byte(span.end())
    }

    fn of_place(&self, place: Place) -> usize {
        self.byte(LineColumn { line: place.line, column: place.column - 1 })
    }
}

/// The sites of a file.
pub(crate) struct Found {
    pub(crate) sites: Vec<Site>,
    /// Mutants that would turn the `&&` between conditions with `let` into `||`, which is no Rust.
    pub(crate) chains: Vec<usize>,
    /// Mutants that stand at no site: in macros, and fields of structs.
    pub(crate) rest: Vec<usize>,
}

pub(crate) fn find(text: &str, mutants: &BTreeMap<usize, &Mutant>) -> Result<Found, syn::Error> {
    let file = syn::parse_file(text)?;
    let lines = Lines::new(text);
    let mut at: BTreeMap<(usize, Genre), Vec<usize>> = BTreeMap::new();
    let mut sites = Vec::new();
    for (&number, mutant) in mutants {
        let start = lines.of_place(mutant.span.start);
        match mutant.genre {
            Genre::FnValue => {
                let range = start..lines.of_place(mutant.span.end);
                match sites.iter_mut().find(|site: &&mut Site| site.range == range) {
                    Some(site) => site.mutants.push(number),
                    None => sites.push(Site { range, parts: Parts::Body, mutants: vec![number] }),
                }
            }
            genre => at.entry((start, genre)).or_default().push(number),
        }
    }
    let mut finder = Finder { lines, at, sites, chains: Vec::new() };
    finder.visit_file(&file);
    let rest = finder.at.into_values().flatten().collect();
    Ok(Found { sites: finder.sites, chains: finder.chains, rest })
}

struct Finder<'a> {
    lines: Lines<'a>,
    /// Where the mutants that are not found yet begin: a guard and the `!` that it begins with do in one place.
    at: BTreeMap<(usize, Genre), Vec<usize>>,
    sites: Vec<Site>,
    chains: Vec<usize>,
}

impl Finder<'_> {
    fn take(&mut self, start: usize, genre: Genre) -> Vec<usize> {
        self.at.remove(&(start, genre)).unwrap_or_default()
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let operator = self.lines.range(binary.op.span());
        let mutants = self.take(operator.start, Genre::BinaryOperator);
        if is_chain(&binary.left) || is_chain(&binary.right) {
            self.chains.extend(mutants);
        } else if !mutants.is_empty() {
            let left = self.lines.range(binary.left.span());
            let right = self.lines.range(binary.right.span());
            let range = left.start..right.end;
            let kind = kind(&binary.op);
            self.sites.push(Site {
                range,
                parts: Parts::Binary { left, operator, right, kind },
                mutants,
            });
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let operator = self.lines.range(unary.op.span());
        let mutants = self.take(operator.start, Genre::UnaryOperator);
        if !mutants.is_empty() {
            let operand = self.lines.range(unary.expr.span());
            let range = operator.start..operand.end;
            self.sites.push(Site { range, parts: Parts::Unary { operator, operand }, mutants });
        }
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let start = self.lines.range(arm.span()).start;
        let guard = arm.guard.as_ref().map(|(_, guard)| self.lines.range(guard.span()));
        let mut mutants = self.take(start, Genre::MatchArm);
        if let Some(guard) = &guard {
            mutants.extend(self.take(guard.start, Genre::MatchArmGuard));
        }
        if !mutants.is_empty() {
            let end = self.lines.range(arm.fat_arrow_token.span()).start;
            let range = self.lines.range(arm.pat.span()).end..end;
            self.sites.push(Site { range, parts: Parts::Arm { guard }, mutants });
        }
        visit::visit_arm(self, arm);
    }
}

/// Whether a `let` is among conditions joined by `&&`.
fn is_chain(condition: &syn::Expr) -> bool {
    match condition {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
            is_chain(&binary.left) || is_chain(&binary.right)
        }
        _ => false,
    }
}

fn kind(operator: &syn::BinOp) -> Kind {
    use syn::BinOp;
    match operator {
        BinOp::And(_) | BinOp::Or(_) => Kind::Lazy,
        BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
            Kind::Comparison
        }
        BinOp::Add(_)
        | BinOp::Sub(_)
        | BinOp::Mul(_)
        | BinOp::Div(_)
        | BinOp::Rem(_)
        | BinOp::BitAnd(_)
        | BinOp::BitOr(_)
        | BinOp::BitXor(_)
        | BinOp::Shl(_)
        | BinOp::Shr(_) => Kind::Arithmetic,
        _ => Kind::Assignment,
    }
}
