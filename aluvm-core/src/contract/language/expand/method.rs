//! Methods: what has no operator.

use super::Expander;
use crate::asm::resolve::nearest;
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::Expression;
use crate::contract::types::Kind;

/// The methods, and how many arguments each has.
const METHODS: [(&str, usize); 7] = [
    ("wrapping_add", 1),
    ("wrapping_sub", 1),
    ("wrapping_mul", 1),
    ("rotate_left", 1),
    ("rotate_right", 1),
    ("abs", 0),
    ("truncate", 0),
];

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// `a.name(b)`
    pub(super) fn method(
        &mut self,
        name: &'t str,
        value: &Expression<'t>,
        arguments: &[Expression<'t>],
        into: Place,
        at: usize,
    ) -> Option<()> {
        let Some((method, count)) = METHODS.into_iter().find(|(method, _)| *method == name) else {
            let nearest = nearest(name, METHODS.iter().map(|(method, _)| *method));
            let name = name.into();
            return self.error(at, LanguageErrorKind::UnknownMethod { name, nearest });
        };
        if arguments.len() != count {
            let (expected, found) = (count, arguments.len());
            let name = name.into();
            return self.error(at, LanguageErrorKind::ArgumentCount { name, expected, found });
        }
        match (method, arguments) {
            ("truncate", _) => self.truncate(value, into, at),
            ("abs", _) => self.negate(value, "abs", into, at),
            (_, [other]) => self.of_two(method, (value, other), into, at),
            _ => None,
        }
    }

    fn of_two(
        &mut self,
        method: &'static str,
        both: (&Expression<'t>, &Expression<'t>),
        into: Place,
        at: usize,
    ) -> Option<()> {
        let kind = into.ty.kind();
        let is_rotation = method.starts_with("rotate");
        let has_method = match kind {
            Kind::Unsigned | Kind::Signed => true,
            Kind::General => is_rotation,
            Kind::Float | Kind::Bytes => false,
        };
        if !has_method {
            return self.error(at, LanguageErrorKind::NoMethod { name: method, ty: into.ty });
        }
        let flag = Some(if kind == Kind::Signed { "sw" } else { "uw" });
        match method {
            "rotate_left" => self.rotate("scl", both, into, at),
            "rotate_right" => self.rotate("scr", both, into, at),
            "wrapping_add" => self.second_into("add", flag, both, into, (at, false)),
            "wrapping_sub" => self.second_into("sub", flag, both, into, (at, false)),
            _ => self.second_into("mul", flag, both, into, (at, false)),
        }
    }
}
