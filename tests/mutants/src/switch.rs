//! Writes a file anew with all its mutants in it, each behind a switch that is off.
//!
//! Each alternative stands between comments with its number, so that a mistake of the compiler can be traced to the
//! mutant that does not compile.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::list::{Genre, Mutant};
use crate::site::{Kind, Parts, Site};

/// What of the mutants is written.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// Mutants that do not compile.
    pub(crate) left_out: BTreeSet<usize>,
    /// Sites, by their first mutant, whose operands are written in each alternative rather than bound by a `match`.
    pub(crate) repeated: BTreeSet<usize>,
}

/// A text with its sites.
pub(crate) struct Switched<'a> {
    pub(crate) text: &'a str,
    pub(crate) sites: &'a [Site],
    pub(crate) mutants: &'a [Mutant],
    pub(crate) choice: &'a Choice,
}

impl Switched<'_> {
    pub(crate) fn render(&self) -> String {
        self.within(0..self.text.len(), None)
    }

    /// The text of a range, with the sites inside of it, but for the one that is asked from.
    fn within(&self, range: Range<usize>, but: Option<&Site>) -> String {
        let mut inside: Vec<&Site> = self
            .sites
            .iter()
            .filter(|site| {
                site.range.start >= range.start
                    && site.range.end <= range.end
                    && !but.is_some_and(|but| std::ptr::eq(but, *site))
                    && site.mutants.iter().any(|number| !self.choice.left_out.contains(number))
            })
            .collect();
        // Outer ones come first; a body encloses an expression of its extent.
        inside.sort_by_key(|site| {
            (site.range.start, usize::MAX - site.range.end, !matches!(site.parts, Parts::Body))
        });
        let (mut out, mut at) = (String::new(), range.start);
        for site in inside {
            // An empty site, an arm without a guard, can stand where another ends.
            if site.range.start < at {
                continue;
            }
            out.push_str(&self.text[at..site.range.start]);
            self.site(site, &mut out);
            at = site.range.end;
        }
        out.push_str(&self.text[at..range.end]);
        out
    }

    fn site(&self, site: &Site, out: &mut String) {
        let name = site.mutants[0];
        let alternatives: Vec<usize> = site
            .mutants
            .iter()
            .copied()
            .filter(|number| !self.choice.left_out.contains(number))
            .collect();
        let _ = write!(out, "/*{{{name}*/");
        match &site.parts {
            Parts::Body => {
                for number in alternatives {
                    let value = &self.mutants[number].replacement;
                    let _ = write!(
                        out,
                        "if {} {{ /*<{number}*/ return {value}; /*{number}>*/ }} ",
                        on(number)
                    );
                }
                out.push_str(&self.within(site.range.clone(), Some(site)));
            }
            Parts::Binary { left, operator, right, kind } => {
                let [left, right] =
                    [left, right].map(|range| self.within(range.clone(), Some(site)));
                let operator = &self.text[operator.clone()];
                if *kind != Kind::Assignment && self.choice.repeated.contains(&name) {
                    let (left, right) = (format!("({left})"), format!("({right})"));
                    let _ =
                        write!(out, "({})", self.chosen(&alternatives, (&left, operator, &right)));
                } else {
                    self.binary(&alternatives, (&left, operator, &right), *kind, out);
                }
            }
            Parts::Unary { operator, operand } => {
                let operand = self.within(operand.clone(), Some(site));
                let number = alternatives[0];
                let operator = &self.text[operator.clone()];
                let _ = write!(
                    out,
                    "(match ({operand}) {{ __a => if {} {{ /*<{number}*/ __a /*{number}>*/ }} else {{ {operator}__a }} }})",
                    on(number)
                );
            }
            Parts::Arm { guard } => self.guard(
                &alternatives,
                guard.as_ref().map(|guard| self.within(guard.clone(), Some(site))),
                out,
            ),
        }
        let _ = write!(out, "/*{name}}}*/");
    }

    /// The operands are bound first, so that none is written twice; comparisons bind them by reference.
    fn binary(
        &self,
        alternatives: &[usize],
        operands: (&str, &str, &str),
        kind: Kind,
        out: &mut String,
    ) {
        let (left, operator, right) = operands;
        let _ = match kind {
            Kind::Lazy => {
                // `&&` and `||` are each the other with the left answer and the short result turned round.
                let negation = if operator == "&&" { "" } else { "!" };
                let on = on(alternatives[0]);
                write!(
                    out,
                    "(match ({left}, {negation}{on}) {{ (__a, __m) => if __a != __m {{ {right} }} else {{ __m }} }})"
                )
            }
            Kind::Comparison => {
                let chosen = self.chosen(alternatives, ("__a", operator, "__b"));
                write!(out, "(match (&({left}), &({right})) {{ (__a, __b) => {chosen} }})")
            }
            Kind::Arithmetic => {
                let chosen = self.chosen(alternatives, ("__a", operator, "__b"));
                write!(out, "(match (({left}), ({right})) {{ (__a, __b) => {chosen} }})")
            }
            Kind::Assignment => write!(out, "{{ {} }}", self.chosen(alternatives, operands)),
        };
    }

    /// The operation that is switched on.
    fn chosen(
        &self,
        alternatives: &[usize],
        (left, operator, right): (&str, &str, &str),
    ) -> String {
        let mut text = String::new();
        for &number in alternatives {
            let other = &self.mutants[number].replacement;
            let _ = write!(
                text,
                "if {} {{ /*<{number}*/ {left} {other} {right} /*{number}>*/ }} else ",
                on(number)
            );
        }
        let _ = write!(text, "{{ {left} {operator} {right} }}");
        text
    }

    /// A guard that is true, false or fails to be reached where a switch says so.
    fn guard(&self, alternatives: &[usize], guard: Option<String>, out: &mut String) {
        let mut condition = guard.map(|guard| format!("({guard})"));
        for &number in alternatives {
            let mutant = &self.mutants[number];
            let on = on(number);
            condition = Some(match (&condition, mutant.genre, mutant.replacement.as_str()) {
                (Some(other), Genre::MatchArmGuard, "true") => format!("({on} || {other})"),
                (Some(other), _, _) => format!("(!{on} && {other})"),
                (None, _, _) => format!("!{on}"),
            });
        }
        if let Some(condition) = condition {
            let _ = write!(out, " if {condition} ");
        }
    }
}

fn on(number: usize) -> String {
    format!("crate::mutants::on({number})")
}

/// The module of switches, which a copy of the crate has.
pub(crate) const MODULE: &str = r#"//! Switches of mutants.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

const UNKNOWN: u32 = u32::MAX;
const RECORD: u32 = u32::MAX - 1;
const NONE: u32 = u32::MAX - 2;
static ACTIVE: AtomicU32 = AtomicU32::new(UNKNOWN);
static SEEN: [AtomicBool; 20_000] = [const { AtomicBool::new(false) }; 20_000];

#[inline]
pub(crate) fn on(number: u32) -> bool {
    let active = ACTIVE.load(Relaxed);
    if active >= RECORD { find(number) } else { active == number }
}

#[cold]
fn find(number: u32) -> bool {
    if ACTIVE.load(Relaxed) == UNKNOWN {
        let active = match std::env::var("ALUVM_MUTANT") {
            Ok(text) if text == "record" => RECORD,
            Ok(text) => text.parse().unwrap_or(NONE),
            Err(_) => NONE,
        };
        ACTIVE.store(active, Relaxed);
    }
    let active = ACTIVE.load(Relaxed);
    if active == RECORD && !SEEN[number as usize].swap(true, Relaxed) {
        use std::io::Write;
        let file = std::env::var("ALUVM_MUTANTS_SEEN").unwrap_or_default();
        if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(file) {
            let _ = file.write_all(std::format!("{number}\n").as_bytes());
        }
    }
    active == number
}
"#;
