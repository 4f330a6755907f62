//! What an operand stands for in a scope, and how messages call it.

use alloc::boxed::Box;

use super::scope::{ConstantValue, Scope};
use crate::asm::error::{AsmErrorKind, Fault, quoted, shortened};
use crate::asm::parse::{LIBRARY, Library, LibraryKind, Operand, OperandKind, is_constant_name};
use crate::isa::RegisterSize;

/// An operand whose name has been looked up.
#[derive(Clone, Copy)]
pub(super) struct Argument<'t> {
    pub(super) kind: ArgumentKind<'t>,
    /// The name, if there is nothing else.
    pub(super) name: Option<&'t str>,
    /// The first and the last token, the library left out.
    pub(super) first: usize,
    pub(super) last: usize,
    /// What stands behind `@`.
    pub(super) library: Option<Library<'t>>,
    /// The token that is the index of a register.
    pub(super) index: usize,
}

#[derive(Clone, Copy)]
pub(super) enum ArgumentKind<'t> {
    /// A register, by itself or by an alias.
    Register { size: RegisterSize, index: u8 },
    /// `st0`.
    Status,
    /// A lower-case name that is no alias: a label, `true`, `inf`, or a mistake.
    Name { negative: bool, name: &'t str },
    /// A numeric or byte literal.
    Number { negative: bool, text: &'t str },
    /// A named float, which is exact in registers of this size.
    Float { size: RegisterSize, negative: bool, text: &'t str },
    /// A string or byte string literal.
    Text(&'t str),
    /// A Rust constant.
    Constant,
    /// A place in the data segment.
    Place { offset: u16, length: Option<u16> },
    /// A mistake that has been reported.
    Wrong,
}

impl<'t> Argument<'t> {
    /// Looks up what an operand stands for. If it can stand for nothing, the fault says why.
    pub(super) fn of(
        operand: &Operand<'t>,
        scope: &Scope<'_, 't>,
        fault: &mut Option<Fault>,
    ) -> Argument<'t> {
        let Operand { first, last, library, .. } = *operand;
        let mut argument =
            Argument { kind: ArgumentKind::Wrong, name: None, first, last, library, index: first };
        argument.kind = match operand.kind {
            OperandKind::Register { size, index } => {
                // That of `a16[3]`; where an alias stands for the register, it is all there is.
                argument.index = (first + 2).min(last);
                ArgumentKind::Register { size, index }
            }
            OperandKind::Name { negative: false, name } => {
                argument.name = Some(name);
                named(name, scope)
            }
            OperandKind::Name { negative, name } => ArgumentKind::Name { negative, name },
            OperandKind::Number { negative, text } => ArgumentKind::Number { negative, text },
            OperandKind::Text(text) => ArgumentKind::Text(text),
            OperandKind::Constant => ArgumentKind::Constant,
            OperandKind::Place { offset, length } => ArgumentKind::Place { offset, length },
            OperandKind::Indexed { name } => {
                *fault = indexed(name, first, scope);
                ArgumentKind::Wrong
            }
            OperandKind::Wrong => ArgumentKind::Wrong,
        };
        if let Some(Library { kind: LibraryKind::Name(name), first, .. }) = library
            && scope.alias(name).is_some()
        {
            let found = quoted(name).into();
            let kind = AsmErrorKind::Expected { expected: LIBRARY, found };
            *fault = Some(Fault::at(first, kind));
            argument.library =
                library.map(|library| Library { kind: LibraryKind::Wrong, ..library });
        }
        argument
    }

    /// Its last token, the library behind `@` included.
    pub(super) fn end(&self) -> usize {
        self.library.map_or(self.last, |library| library.last)
    }

    pub(super) fn is_value(&self) -> bool {
        use ArgumentKind::{Register, Status, Wrong};
        !matches!(self.kind, Register { .. } | Status | Wrong)
    }

    /// It in words, for a message.
    pub(super) fn describe(&self) -> Box<str> {
        match self.kind {
            _ if self.library.is_some() => "a call target".into(),
            ArgumentKind::Register { size, index } => {
                alloc::format!("the register `{size}[{index}]`").into()
            }
            ArgumentKind::Status => "`st0`".into(),
            ArgumentKind::Number { negative, text: source }
            | ArgumentKind::Float { negative, text: source, .. }
            | ArgumentKind::Name { negative, name: source } => {
                let sign = if negative { "-" } else { "" };
                alloc::format!("`{sign}{}`", shortened(source)).into()
            }
            ArgumentKind::Text(text) => quoted(text).into(),
            ArgumentKind::Constant => match self.name {
                Some(name) => alloc::format!("the constant {}", quoted(name)).into(),
                None => "a constant".into(),
            },
            ArgumentKind::Place { .. } => "a place in the data segment".into(),
            ArgumentKind::Wrong => "a mistake".into(),
        }
    }

    /// That it is no such value.
    pub(super) fn wrong(&self, expected: &'static str, scope: &Scope<'_, 't>) -> Fault {
        if let ArgumentKind::Name { negative: false, name } = self.kind
            && let Some(nearest) = scope.nearest_alias(name)
        {
            return self.unknown_name(name, Some(nearest));
        }
        self.fault(AsmErrorKind::Expected { expected, found: self.describe() })
    }

    /// That it is a lower-case name and no alias, where a register should stand.
    pub(super) fn unknown_name(&self, name: &str, nearest: Option<Box<str>>) -> Fault {
        Fault::at(self.first, AsmErrorKind::UnknownName { name: name.into(), nearest })
    }

    /// An error at all of it.
    pub(super) fn fault(&self, kind: AsmErrorKind) -> Fault {
        Fault::between(self.first, self.last, kind)
    }
}

fn named<'t>(name: &'t str, scope: &Scope<'_, 't>) -> ArgumentKind<'t> {
    if name == "st0" {
        return ArgumentKind::Status;
    }
    if let Some(alias) = scope.alias(name) {
        alias.set_used();
        return match alias.register {
            Some((size, index)) => ArgumentKind::Register { size, index },
            None => ArgumentKind::Wrong,
        };
    }
    match scope.constant(name) {
        Some(ConstantValue::Number { negative, text }) => ArgumentKind::Number { negative, text },
        Some(ConstantValue::Float { size, negative, text }) => {
            ArgumentKind::Float { size, negative, text }
        }
        Some(ConstantValue::Text(text)) => ArgumentKind::Text(text),
        Some(ConstantValue::Rust) => ArgumentKind::Constant,
        Some(ConstantValue::Wrong) => ArgumentKind::Wrong,
        None if is_constant_name(name) => ArgumentKind::Constant,
        None => ArgumentKind::Name { negative: false, name },
    }
}

/// Why `name[3]` is no register.
fn indexed(name: &str, first: usize, scope: &Scope<'_, '_>) -> Option<Fault> {
    let Some(alias) = scope.alias(name) else {
        return Some(Fault::at(first, AsmErrorKind::UnknownRegister { name: name.into() }));
    };
    let (size, index) = alias.register?;
    Some(Fault::at(first + 1, AsmErrorKind::IndexedAlias { name: name.into(), size, index }))
}
