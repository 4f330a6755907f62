//! Verification: what the flow of the code says is wrong, at the tokens that show it.

mod structured;
mod unused;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

pub(super) use self::unused::report_unused;
use super::body::{self, call};
use super::error::{Faults, SourceErrorKind, register_of};
use super::expansion::Expansion;
use super::interface::{PublicParameter, signature};
use super::item::{Inside, ItemKind, Parameter, Routine};
use super::layout::{Alias, Layout, Placed};
use super::library::Library;
use super::names::Attributes;
use crate::asm::parse::{Operand, OperandKind, Statement, Statements};
use crate::asm::resolve::{Moved, Resolved};
use crate::asm::token::Span;
use crate::flow::{
    Callee, Callees, Declared, Finding, Flow, Instruction, Problem, Summary, Surroundings,
};
use crate::isa::{Form, Register};

/// Analyses the code, reports what is wrong, and gives for each routine what it does.
pub(super) fn verify<'t, S: Span>(
    library: Library<'_, 't, S>,
    inside: &Inside<'t>,
    layout: &Layout<'t, S>,
    attributes: &Attributes<'t>,
    faults: &mut Faults,
) -> Vec<Summary> {
    let has_errors = layout.routines.iter().any(|routine| routine.is_wrong) || faults.len() > 0;
    let (instructions, callees) = instructions(library, layout);
    let routines = layout.routines.iter().map(|routine| {
        let signature = signature(&routine.parameters.inputs, &routine.parameters.outputs);
        Declared {
            offset: layout.halves.moved(routine.offset).offset as u16,
            is_public: routine.is_public || has_errors,
            signature: Some(signature),
            begins_true: library.expansion(routine.item).is_some_and(Expansion::begins_true),
        }
    });
    let profile = attributes.profile.unwrap_or_default();
    let surroundings = Surroundings { routines: routines.collect(), callees, profile };
    let flow = Flow::of_instructions(&instructions, &surroundings);
    drop(instructions);
    let reporter = Reporter { library, inside, layout, attributes };
    reporter.report_misread(&flow, faults);
    if !library.expansions.is_empty() {
        structured::report(library, layout, attributes, &flow, faults);
    }
    for finding in flow.findings() {
        reporter.report(&finding, faults);
    }
    flow.summaries()
}

/// The code as the analysis reads it. What is wrong counts as a call of which the best is assumed.
fn instructions<S: Span>(
    library: Library<'_, '_, S>,
    layout: &Layout<'_, S>,
) -> (Vec<Instruction>, Callees) {
    let mut callees = Callees::new();
    let mut numbers = BTreeMap::new();
    let wrong = layout.routines.iter().filter(|routine| routine.is_wrong);
    let wrong: BTreeSet<usize> = wrong.map(|routine| routine.offset).collect();
    let length = layout.routines.iter().map(|routine| routine.body.code.instrs.len());
    let mut all = Vec::with_capacity(length.sum());
    for routine in &layout.routines {
        let mut offset = routine.offset;
        let mut calls = routine.body.calls.iter().peekable();
        for (number, resolved) in routine.body.code.instrs.iter().enumerate() {
            let named = calls.next_if(|(instr, _)| *instr == number).map(|(_, callee)| *callee);
            let callee = match named {
                Some(callee) => *numbers.entry(callee).or_insert_with(|| {
                    match library.imports.routine(callee) {
                        Some(routine) => callees.add(routine.to_flow()),
                        None => Callee::Assumed,
                    }
                }),
                None => Callee::Unknown,
            };
            let at = layout.halves.moved(offset);
            let mut instruction = view(resolved.as_ref(), at, callee);
            let callee_at = called(&instruction).map(|at| layout.halves.in_bytes(at));
            if callee_at.is_some_and(|at| wrong.contains(&at)) {
                // What a routine with a mistake does is not known yet.
                instruction =
                    Instruction { length: instruction.length, ..view::<S>(None, at, callee) };
            }
            offset += usize::from(instruction.length);
            all.push(instruction);
        }
    }
    (all, callees)
}

/// Where the routine of this library begins that an instruction calls.
fn called(instruction: &Instruction) -> Option<usize> {
    let form = instruction.form.filter(|form| form.name == "Routine")?;
    Some(form.field_bits(instruction.word, 0) as usize)
}

fn view<S>(resolved: Option<&Resolved<S>>, at: Moved, callee: Callee) -> Instruction {
    let Moved { offset, is_shifted } = at;
    let offset = offset as u16;
    let length = length(resolved) as u8;
    let Some(resolved) = resolved else {
        let (form, callee) = (call(), Callee::Assumed);
        let word = form.map_or(0, Form::fixed_bits);
        return Instruction { offset, is_shifted, length, form, is_extension: false, word, callee };
    };
    let Resolved { form, is_extension, word, .. } = *resolved;
    Instruction { offset, is_shifted, length, form, is_extension, word, callee }
}

/// The length of an instruction in the code.
fn length<S>(resolved: Option<&Resolved<S>>) -> usize {
    match resolved {
        Some(resolved) => resolved.length(),
        None => call().map_or(0, Form::length),
    }
}

/// Turns findings into errors.
struct Reporter<'v, 't, S> {
    library: Library<'v, 't, S>,
    inside: &'v Inside<'t>,
    layout: &'v Layout<'t, S>,
    attributes: &'v Attributes<'t>,
}

impl<'t, S: Span> Reporter<'_, 't, S> {
    fn report(&self, finding: &Finding, faults: &mut Faults) {
        let offset = self.layout.halves.in_bytes(finding.offset.into());
        let behind = self.layout.routines.partition_point(|routine| routine.offset <= offset);
        let Some(number) = behind.checked_sub(1) else { return };
        let number = finding.routine.map_or(number, |id| id.0 as usize);
        let Some(routine) = self.layout.routines.get(number) else { return };
        let name = finding.problem.name();
        let is_wanted = !finding.problem.is_on_request() || self.attributes.denies_unread_status;
        if routine.is_wrong
            || !is_wanted
            || self.attributes.allows(routine.item, name)
            || self.is_allowed_by_statement(routine, offset, name)
            || self.is_told_by_statement(routine, offset, &finding.problem)
        {
            return;
        }
        let Some(ItemKind::Routine(source)) = self.inside.items.get(routine.item).map(|i| &i.kind)
        else {
            return;
        };
        let Some((first, last)) = self.place(routine, source, finding) else { return };
        let problem = finding.problem;
        let name = register_of(&problem).and_then(|register| self.name(routine, register));
        faults.between(first, last, SourceErrorKind::Finding { problem, name });
    }

    /// Reports instructions in the middle of bytes that the machine of the profile takes for others, and fails.
    fn report_misread(&self, flow: &Flow, faults: &mut Faults) {
        let halves = &self.layout.halves;
        if halves.is_empty() {
            return;
        }
        for routine in &self.layout.routines {
            let mut at = routine.offset;
            for (number, resolved) in routine.body.code.instrs.iter().enumerate() {
                let Moved { offset, is_shifted } = halves.moved(at);
                at += length(resolved.as_ref());
                let graph = flow.graph();
                let found = u16::try_from(offset).ok().and_then(|at| graph.find_shifted(at));
                let node = found.and_then(|(block, number)| graph.nodes(block).get(number));
                let form = resolved.as_ref().and_then(|resolved| resolved.form);
                if is_shifted
                    && node.is_some_and(|node| node.form.is_none() && !node.is_rest)
                    && let (Some(form), Some(cause)) = (form, routine.body.causes.get(number))
                {
                    let mnemonic = form.syntaxes.first().map_or("", |syntax| syntax.mnemonic);
                    faults.at(*cause as usize, SourceErrorKind::Misread { mnemonic });
                }
            }
        }
    }

    /// The tokens that show a finding.
    fn place(
        &self,
        routine: &Placed<'t, S>,
        source: &Routine<'t>,
        finding: &Finding,
    ) -> Option<(usize, usize)> {
        let one = |token: usize| (token, token);
        match finding.problem {
            Problem::Uncalled => routine.name.map(|name| one(name.token)),
            Problem::UnusedInput { register } => {
                let input = self.parameter(&source.inputs, &routine.parameters.inputs, register)?;
                (!input.name.text.starts_with('_')).then(|| one(input.name.token))
            }
            Problem::UnsetOutput { register } => {
                let output =
                    self.parameter(&source.outputs, &routine.parameters.outputs, register)?;
                Some(one(output.name.token))
            }
            problem => {
                let instr =
                    self.instr(routine, self.layout.halves.in_bytes(finding.offset.into()))?;
                let statements = body::source(self.library, routine.item, source);
                let operands = self.operands(routine, &statements, instr);
                let operand = match problem {
                    Problem::UndefinedRead { register }
                    | Problem::NegatedUndefined { register } => {
                        self.operand(routine, operands, register)
                    }
                    Problem::Clobbered { .. } | Problem::UndefinedInput { .. } => operands.first(),
                    _ => None,
                };
                let cause = *routine.body.causes.get(instr)? as usize;
                Some(operand.map_or((cause, cause), |operand| (operand.first, operand.last)))
            }
        }
    }

    /// The parameter of a routine that stands in a register.
    fn parameter<'p>(
        &self,
        source: &'p [Parameter<'t>],
        known: &[PublicParameter],
        register: Register,
    ) -> Option<&'p Parameter<'t>> {
        let known = known.iter().find(|parameter| parameter.register == register)?;
        source.iter().find(|parameter| parameter.name.text == known.name)
    }

    /// The number of the instruction at an offset.
    fn instr(&self, routine: &Placed<'t, S>, offset: usize) -> Option<usize> {
        let mut at = routine.offset;
        for (number, resolved) in routine.body.code.instrs.iter().enumerate() {
            if at == offset {
                return Some(number);
            }
            at += length(resolved.as_ref());
        }
        None
    }

    /// The operands of the instruction with a number, as they are written.
    fn operands<'s>(
        &self,
        routine: &Placed<'t, S>,
        statements: &'s Statements<'t>,
        instr: usize,
    ) -> &'s [Operand<'t>] {
        let written = routine.body.written_at(instr).map(|written| written.statement as usize);
        let statement = written.and_then(|number| statements.list.get(number));
        let Some(instruction) = statement.and_then(Statement::instruction) else { return &[] };
        // What a statement stands for beside its instruction has operands of its own.
        match routine.body.causes.get(instr) {
            Some(cause) if *cause as usize == instruction.at => {
                statements.operands(&instruction.operands)
            }
            _ => &[],
        }
    }

    /// The operand that names a register.
    fn operand<'o>(
        &self,
        routine: &Placed<'t, S>,
        operands: &'o [Operand<'t>],
        register: Register,
    ) -> Option<&'o Operand<'t>> {
        operands.iter().find(|operand| match operand.kind {
            OperandKind::Register { size, index } => size.register(index) == register,
            OperandKind::Name { negative: false, name } => {
                self.names(routine).any(|(other, named)| other == name && named == register)
            }
            _ => false,
        })
    }

    /// A name of a register in a routine.
    fn name(&self, routine: &Placed<'t, S>, register: Register) -> Option<Box<str>> {
        let mut names = self.names(routine);
        names.find(|(_, named)| *named == register).map(|(name, _)| name.into())
    }

    /// All names of registers in a routine.
    fn names<'n>(
        &'n self,
        routine: &'n Placed<'t, S>,
    ) -> impl Iterator<Item = (&'n str, Register)> {
        let parameters = routine.parameters.inputs.iter().chain(&routine.parameters.outputs);
        let parameters = parameters.map(|parameter| (parameter.name.as_str(), parameter.register));
        let aliases = routine.aliases.iter().chain(&self.layout.aliases);
        parameters.chain(aliases.map(|Alias { name, register, .. }| (*name, *register)))
    }

    /// Whether the statement at an offset permits what is called so.
    /// Whether it is told of a statement of the language, in its own words, that it reads what has no value.
    fn is_told_by_statement(
        &self,
        routine: &Placed<'t, S>,
        offset: usize,
        problem: &Problem,
    ) -> bool {
        let is_read =
            matches!(problem, Problem::UndefinedRead { .. } | Problem::NegatedUndefined { .. });
        let written = || routine.body.written_at(self.instr(routine, offset)?);
        is_read && written().is_some_and(|written| written.end.is_some())
    }

    fn is_allowed_by_statement(&self, routine: &Placed<'t, S>, offset: usize, name: &str) -> bool {
        let instr = self.instr(routine, offset);
        let written = instr.and_then(|instr| routine.body.written_at(instr));
        written.is_some_and(|written| routine.body.allows(written.statement as usize, name))
    }
}
