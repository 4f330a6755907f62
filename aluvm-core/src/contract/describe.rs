//! The description of a library: what its source says of its bytes.

use alloc::string::String;
use alloc::vec::Vec;

use super::assemble::Contract;
use super::description::{
    Description, ErrorEnum, Name, Parameter, Refusal, Routine, Statement, Variable, Variant,
    excerpt,
};
use super::interface::PublicParameter;
use super::item::{Item, ItemKind, documentation, push_source};
use crate::asm::token::{Span, Token, Tokens};

/// The texts of a description that no token has.
#[derive(Debug)]
pub struct Texts {
    /// The documentation of each item.
    items: Vec<String>,
    /// The documentation of the variants, of all enums one behind the other.
    variants: Vec<String>,
    /// The statements, one behind the other.
    statements: String,
    /// Where each of them ends there.
    ends: Vec<usize>,
}

impl Texts {
    /// The documentation of an item, by its number.
    pub fn item(&self, number: usize) -> &str {
        self.items.get(number).map_or("", String::as_str)
    }

    /// The documentation of an error, by its number among those of all enums.
    pub fn variant(&self, number: usize) -> &str {
        self.variants.get(number).map_or("", String::as_str)
    }

    /// A statement as it is written, by its number.
    pub fn statement(&self, number: usize) -> &str {
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.statements.get(before.copied().unwrap_or_default()..end).unwrap_or_default()
    }
}

impl<'t, S: Span> Contract<'t, S> {
    /// The texts of the description; `tokens` are those that the library was read from.
    pub fn texts(&self, tokens: &[Token<'_, S>]) -> Texts {
        let tokens = Tokens::new(tokens);
        let docs = |item: &Item<'_>| documentation(&item.attributes, tokens);
        let variants = self.inside.items.iter().flat_map(|item| match &item.kind {
            ItemKind::Errors(errors) => &errors.variants[..],
            _ => &[],
        });
        let mut texts = Texts {
            items: self.inside.items.iter().map(docs).collect(),
            variants: variants.map(|one| documentation(&one.attributes, tokens)).collect(),
            // A token with what stands before it takes five bytes or so.
            statements: String::with_capacity(5 * tokens.len()),
            ends: Vec::with_capacity(self.statements.len()),
        };
        for statement in &self.statements {
            push_source(&mut texts.statements, tokens, statement.tokens.clone());
            texts.ends.push(texts.statements.len());
        }
        texts
    }

    /// The description; `place` gives the line and the column of a token.
    pub fn description<'d>(
        &'d self,
        (name, file): (&'d str, &'d str),
        texts: &'d Texts,
        place: impl Fn(usize) -> (u32, u32),
    ) -> Description<'d> {
        let names = self.aliases.iter().map(|(name, register)| Name { name, register: *register });
        let routines = self.routines.iter().filter_map(|routine| {
            let item = self.inside.items.get(routine.item)?;
            let statements = self.statements.get(routine.statements.clone())?.iter();
            let statements = routine.statements.clone().zip(statements);
            let statements = statements.map(|(number, statement)| {
                let (line, column) = place(statement.tokens.start);
                let (offset, length) = self.extent(&statement.instrs);
                let refusal = statement.refusal.map(|(error, variant)| Refusal {
                    error: error as u16,
                    variant: variant as u16,
                });
                Statement {
                    offset,
                    length,
                    line,
                    column,
                    text: excerpt(texts.statement(number)),
                    refusal,
                }
            });
            let names = routine.aliases.iter();
            let variables = routine.variables.iter().map(|variable| Variable {
                name: &variable.name,
                register: variable.register,
                is_signed: variable.ty.is_signed(),
                offset: variable.known.start,
                end: variable.known.end,
            });
            Some(Routine {
                name: item.name?.text,
                docs: texts.items.get(routine.item)?,
                offset: routine.offset,
                is_public: item.is_public(),
                inputs: parameters(&routine.inputs),
                outputs: parameters(&routine.outputs),
                names: names.map(|(name, register)| Name { name, register: *register }).collect(),
                variables: variables.collect(),
                statements: statements.collect(),
            })
        });
        Description {
            name,
            file,
            names: names.collect(),
            errors: self.errors_of(texts),
            routines: routines.collect(),
        }
    }

    /// Where instructions begin, and how many bytes they take.
    fn extent(&self, instrs: &core::ops::Range<usize>) -> (u16, u16) {
        let instrs = self.instrs.get(instrs.clone()).unwrap_or_default();
        let offset = instrs.first().map_or(0, |instr| instr.offset);
        let lengths = instrs.iter().filter_map(|instr| Some(instr.resolved.as_ref()?.length()));
        (offset, lengths.sum::<usize>() as u16)
    }

    /// The enums of errors.
    fn errors_of<'d>(&'d self, texts: &'d Texts) -> Vec<ErrorEnum<'d>> {
        let mut docs = texts.variants.iter();
        let mut all = Vec::new();
        for one in &self.enums {
            let Some(item) = self.inside.items.get(one.item) else { continue };
            let ItemKind::Errors(source) = &item.kind else { continue };
            let variants =
                source.variants.iter().zip(&one.numbers).map(|(variant, number)| Variant {
                    name: variant.name.text,
                    number: number.unwrap_or_default(),
                    docs: docs.next().map_or("", String::as_str),
                });
            let variants = variants.collect();
            if let (Some(name), Some((size, index))) = (item.name, one.register) {
                all.push(ErrorEnum { name: name.text, register: size.register(index), variants });
            }
        }
        all
    }
}

fn parameters(all: &[PublicParameter]) -> Vec<Parameter<'_>> {
    let mut parameters = Vec::with_capacity(all.len());
    for PublicParameter { name, register, is_signed, is_optional } in all {
        parameters.push(Parameter {
            name,
            register: *register,
            is_signed: *is_signed,
            is_optional: *is_optional,
        });
    }
    parameters
}
