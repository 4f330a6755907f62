//! Statements and blocks. Each begins and ends with `st0` true.

use alloc::vec::Vec;
use core::ops::Range;

use super::name::Named;
use super::{Expander, Loop, Source, Variable};
use crate::asm::parse::{
    Condition, Operand, OperandKind, Statement as PlainStatement, StatementKind as Plain,
};
use crate::asm::token::Span;
use crate::contract::error::LanguageErrorKind;
use crate::contract::item::Name;
use crate::contract::language::is_made;
use crate::contract::language::places::Place;
use crate::contract::language::syntax::{
    Block, Declared, Expression, ExpressionKind, Operator, Statement, StatementKind,
};
use crate::contract::twin::{NoTwin, Step};

impl<'t, S: Span> Expander<'_, '_, 't, S> {
    /// All statements of the routine, and a `ret` where its end can be reached.
    pub(super) fn body(&mut self, block: &Block<'t>, is_structured: bool) {
        let is_reached = self.block(block);
        if is_reached && is_structured {
            let first = block.close;
            let (end, attributes, outer) = (first + 1, 0..0, None);
            self.current = self.begin(Source { first, end, attributes, outer, is_plain: false });
            self.notes.step(Step::Return { at: self.notes.next() });
            self.ret(first);
        }
    }

    /// The statements of a block. Returns whether its end can be reached.
    fn block(&mut self, block: &Block<'t>) -> bool {
        let (known, all) = (self.variables.len(), self.all_variables.len());
        let held = self.places.held();
        let mut is_reached = true;
        for statement in &block.statements {
            let ends = !self.statement(statement);
            let is_label = self.is_label(statement);
            is_reached = is_label || is_reached && !ends;
        }
        self.variables.truncate(known);
        let end = self.out.list.len();
        for variable in self.all_variables.iter_mut().skip(all) {
            variable.known.end = variable.known.end.min(end);
        }
        self.places.restore(held);
        is_reached
    }

    fn is_label(&self, statement: &Statement<'t>) -> bool {
        matches!(statement.kind, StatementKind::Plain(_))
            && matches!(self.out.list.last(), Some(PlainStatement { kind: Plain::Label { name }, .. })
                if !is_made(name))
    }

    /// A statement. Returns whether what follows it can be reached from it.
    fn statement(&mut self, statement: &Statement<'t>) -> bool {
        let Statement { kind, first, end, attributes } = statement;
        let (first, end) = (*first, *end);
        let (before, outer) = (self.current, self.outer);
        let is_plain = matches!(kind, StatementKind::Plain(_));
        let attributes = attributes.clone();
        self.current = self.begin(Source { first, end, attributes, outer, is_plain });
        self.outer = Some(self.current as u32);
        self.refusal = None;
        self.target = None;
        let (held, all) = (self.places.held(), self.all_variables.len());
        let is_reached = match kind {
            StatementKind::Plain(number) => self.plain(*number),
            kind => match self.structured(kind, first) {
                Some(is_reached) => is_reached,
                None => {
                    // What is wrong counts as an instruction.
                    self.places.restore(held);
                    self.push(Plain::Wrong, self.current);
                    true
                }
            },
        };
        if matches!(kind, StatementKind::Let { .. } | StatementKind::LetEach { .. }) {
            let behind = self.out.list.len();
            for variable in self.all_variables.iter_mut().skip(all) {
                variable.known.start = behind;
            }
        }
        (self.current, self.outer) = (before, outer);
        is_reached
    }

    fn structured(&mut self, kind: &StatementKind<'t>, first: usize) -> Option<bool> {
        match kind {
            StatementKind::Plain(_) | StatementKind::Wrong => None,
            StatementKind::Let { variable, value, refusal } => {
                self.begin_refusal(*refusal);
                let declared = self.declare(variable);
                let is_known = declared.and_then(|declared| {
                    self.value(value, declared.place)?;
                    let variable = self.twin_variable(declared);
                    self.notes.step(Step::Assign(variable));
                    Some(())
                });
                // So that its uses mean something.
                declared.into_iter().for_each(|declared| self.add(declared));
                is_known.map(|()| true)
            }
            StatementKind::LetEach { variables, call, refusal } => {
                self.begin_refusal(*refusal);
                self.let_each(variables, call)
            }
            StatementKind::Assign { target, operator, value, refusal } => {
                self.begin_refusal(*refusal);
                self.assign(target, *operator, value).map(|()| true)
            }
            StatementKind::Call { call, refusal } => {
                self.begin_refusal(*refusal);
                let ExpressionKind::Call(inner) = &call.kind else { return None };
                self.called_statement(call, inner).map(|()| true)
            }
            StatementKind::Require { condition, refusal } => {
                self.begin_refusal(*refusal);
                self.condition(condition, false)?;
                self.test(first).map(|()| true)
            }
            StatementKind::If { condition, block, otherwise } => {
                self.branch(condition, block, otherwise.as_ref(), first)
            }
            StatementKind::While { condition, block } => self.repeat(Some(condition), block, first),
            StatementKind::Loop { block } => self.repeat(None, block, first),
            StatementKind::Break => self.leave("break", first),
            StatementKind::Continue => self.leave("continue", first),
            StatementKind::Return { verdict } => self.leave_routine(verdict.as_ref(), first),
        }
    }

    /// `put R, E;`, if the statement has an error.
    fn begin_refusal(&mut self, refusal: Option<usize>) {
        self.refusal = refusal;
        self.put_refusal();
    }

    fn let_each(
        &mut self,
        variables: &[Option<Declared<'t>>],
        call: &Expression<'t>,
    ) -> Option<bool> {
        let mut places: Vec<Option<(Variable<'t>, usize)>> = Vec::new();
        let mut is_right = true;
        for declared in variables {
            let variable = declared.as_ref().map(|declared| (self.declare(declared), declared.at));
            is_right &= !matches!(variable, Some((None, _)));
            places.push(variable.and_then(|(variable, at)| Some((variable?, at))));
        }
        let outputs = is_right.then(|| self.called_outputs(call, variables.len())).flatten();
        places.iter().flatten().for_each(|(variable, _)| self.add(*variable));
        let outputs = outputs?;
        for (output, place) in outputs.iter().zip(&places) {
            if let Some((variable, at)) = place
                && variable.place.ty != output.ty
            {
                let (expected, found) = (variable.place.ty, output.ty);
                return self.error(*at, LanguageErrorKind::TypesDiffer { expected, found });
            }
        }
        let targets: Vec<Option<(Place, usize)>> =
            places.iter().map(|place| place.map(|(variable, at)| (variable.place, at))).collect();
        self.distribute(&outputs, &targets, call.at)?;
        let mut variables = Vec::with_capacity(places.len());
        for place in places {
            variables.push(place.map(|(variable, _)| self.twin_variable(variable)));
        }
        self.notes.step(Step::Outputs(variables));
        Some(true)
    }

    fn assign(
        &mut self,
        target: &Expression<'t>,
        operator: Option<(Operator, usize)>,
        value: &Expression<'t>,
    ) -> Option<()> {
        let Some(place) = self.assigned(target)? else {
            return self.error_in(target, LanguageErrorKind::NotAssignable);
        };
        self.check_error_place(target, place)?;
        match operator {
            Some((operator, at)) => {
                let was_read = self.is_read(target) || self.reads(value, place);
                let done = self.binary(operator, (target, value), place, at);
                if !was_read {
                    // What is only ever changed is not used.
                    self.unmark_read(target);
                }
                done?;
            }
            None => {
                self.target = (!self.reads(value, place)).then_some(place);
                self.value(value, place)?;
            }
        }
        let variable = self.twin_variable_of(target, place);
        self.notes.step(Step::Assign(variable));
        Some(())
    }

    /// The register that is assigned to; none if the expression is none, and nothing if that has been reported.
    fn assigned(&mut self, target: &Expression<'t>) -> Option<Option<Place>> {
        match target.kind {
            ExpressionKind::Name(_) | ExpressionKind::Register(..) => match self.meaning(target)? {
                Named::Variable(place) => Some(Some(place)),
                Named::Constant(_) => Some(None),
            },
            _ => Some(None),
        }
    }

    fn check_error_place(&mut self, target: &Expression<'t>, place: Place) -> Option<()> {
        if !self.is_error_place(place.register()) {
            return Some(());
        }
        let register = place.to_register();
        self.error_in(target, LanguageErrorKind::ErrorPlace { register })
    }

    fn branch(
        &mut self,
        condition: &Expression<'t>,
        block: &Block<'t>,
        otherwise: Option<&Block<'t>>,
        at: usize,
    ) -> Option<bool> {
        let own = self.current;
        let Some(otherwise) = otherwise else {
            let behind = self.new_label();
            self.condition(condition, true)?;
            self.notes.step(Step::Unless { at: self.notes.next() });
            self.jump("jif", behind, at)?;
            self.invert(at)?;
            self.block(block);
            self.current = own;
            self.label(behind);
            self.notes.step(Step::End);
            return Some(true);
        };
        let (then, behind) = (self.new_label(), self.new_label());
        self.condition(condition, false)?;
        self.notes.step(Step::If { at: self.notes.next() });
        self.jump("jif", then, at)?;
        self.invert(at)?;
        let is_behind_otherwise = self.block(otherwise);
        self.current = own;
        if is_behind_otherwise {
            self.notes.step(Step::Jump { at: self.notes.next() });
            self.jump("jmp", behind, at)?;
        }
        self.label(then);
        self.notes.step(Step::Else);
        let is_behind = self.block(block);
        self.current = own;
        self.label(behind);
        self.notes.step(Step::End);
        Some(is_behind || is_behind_otherwise)
    }

    /// `while` and `loop`.
    fn repeat(
        &mut self,
        condition: Option<&Expression<'t>>,
        block: &Block<'t>,
        at: usize,
    ) -> Option<bool> {
        let own = self.current;
        let (again, out) = (self.new_label(), self.new_label());
        self.label(again);
        self.notes.step(Step::Loop);
        if let Some(condition) = condition {
            self.condition(condition, true)?;
            self.notes.step(Step::Leave { at: self.notes.next() });
            self.jump("jif", out, at)?;
            self.invert(at)?;
        }
        self.loops.push(Loop { again, out, is_left: condition.is_some() });
        let is_reached = self.block(block);
        let is_left = self.loops.pop().is_some_and(|one| one.is_left);
        self.current = own;
        if is_reached {
            self.notes.step(Step::Jump { at: self.notes.next() });
            self.jump("jmp", again, at)?;
        }
        self.label(out);
        self.notes.step(Step::Again);
        Some(is_left)
    }

    fn leave(&mut self, word: &'static str, at: usize) -> Option<bool> {
        let Some(one) = self.loops.last_mut() else {
            return self.error(at, LanguageErrorKind::OutsideLoop { word });
        };
        let number = self.notes.next();
        let (label, step) = match word {
            "break" => {
                one.is_left = true;
                (one.out, Step::Break { at: number })
            }
            _ => (one.again, Step::Continue { at: number }),
        };
        self.notes.step(step);
        self.jump("jmp", label, at)?;
        Some(false)
    }

    fn leave_routine(&mut self, verdict: Option<&Expression<'t>>, at: usize) -> Option<bool> {
        if let Some(verdict) = verdict {
            if self.has_outputs {
                return self.error_in(verdict, LanguageErrorKind::VerdictWithOutputs);
            }
            self.condition(verdict, false)?;
            self.notes.step(Step::Verdict { at: self.notes.next() });
        } else {
            self.notes.step(Step::Return { at: self.notes.next() });
        }
        self.ret(at)?;
        Some(false)
    }

    /// What stands in the source without this language. The names of variables become registers.
    fn plain(&mut self, number: usize) -> bool {
        let Some(PlainStatement { mut kind, first, attributes }) =
            self.plain.get_mut(number).and_then(Option::take)
        else {
            return true;
        };
        let mut is_reached = true;
        self.note_plain(&kind, first);
        match &mut kind {
            Plain::Instruction(instruction) => {
                instruction.operands = self.operands(instruction.operands.clone());
                is_reached = !matches!(instruction.mnemonic, "fail" | "ret" | "jmp" | "exec");
            }
            Plain::Require(requirement) => {
                if let Condition::Instruction(instruction) = &mut requirement.condition {
                    instruction.operands = self.operands(instruction.operands.clone());
                }
            }
            Plain::Refuse { .. } => is_reached = false,
            Plain::Alias { name, token, register } => {
                let (text, token) = (*name, *token);
                *register = self.operands(register.clone());
                let operand = self.out.operands(register).first();
                let place = operand.and_then(|operand| self.operand_place(operand));
                let name = Name { text, token };
                let variable =
                    place.map(|place| Variable { name, place, is_alias: true, is_optional: false });
                variable.into_iter().for_each(|variable| self.add(variable));
            }
            _ => {}
        }
        self.notes.count(&kind);
        self.out.list.push(PlainStatement { kind, first, attributes });
        self.origins.push(self.current as u32);
        is_reached
    }

    /// Notes what stands in the source without this language. A twin has none of it but `refuse`, `fail` and `ret`.
    fn note_plain(&mut self, kind: &Plain<'t>, first: usize) {
        let next = self.notes.next();
        match kind {
            Plain::Alias { .. } | Plain::Wrong => {}
            // The number of the error is put before.
            Plain::Refuse { .. } => self.notes.step(Step::Fail { at: next + 1 }),
            Plain::Instruction(instruction) => match instruction.mnemonic {
                "fail" => self.notes.step(Step::Fail { at: next }),
                "ret" => self.notes.step(Step::Return { at: next }),
                _ => self.notes.prevent(first, NoTwin::Instruction),
            },
            _ => self.notes.prevent(first, NoTwin::Instruction),
        }
    }

    /// The operands of a statement of the source.
    fn operands(&mut self, range: Range<usize>) -> Range<usize> {
        let read = self.read.operands(&range).to_vec();
        let operands: Vec<Operand<'t>> = read
            .iter()
            .map(|operand| match operand.kind {
                OperandKind::Name { negative: false, name } => {
                    match self.variable(name).filter(|variable| !variable.is_alias) {
                        Some(variable) => {
                            self.read_names.insert(variable.name.token);
                            let (size, index) = variable.place.register();
                            Operand { kind: OperandKind::Register { size, index }, ..*operand }
                        }
                        None => *operand,
                    }
                }
                _ => *operand,
            })
            .collect();
        self.out.push_operands(&operands)
    }

    fn operand_place(&self, operand: &Operand<'t>) -> Option<Place> {
        match operand.kind {
            OperandKind::Register { size, index } => Some(Place::of((size, index))),
            OperandKind::Name { negative: false, name } => Some(self.variable(name)?.place),
            _ => None,
        }
    }
}
