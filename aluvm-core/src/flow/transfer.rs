//! What an instruction makes of the two states before it: the effects of [`Effect`] on the lattice of
//! [`State`].

use super::effect::{Constant, Effect, Side};
use super::state::{Definedness, State};

use Definedness::{Defined, Either, LeftOver, Undefined};

/// An instruction with the bits of the registers that it reads and writes.
pub(super) struct Step<'a> {
    pub(super) effect: Effect,
    pub(super) sources: &'a [u16],
    pub(super) results: &'a [u16],
}

const STATUSES: [bool; 2] = [false, true];

impl Step<'_> {
    /// Makes the states before the instruction those behind it.
    pub(super) fn apply(&self, state: &mut State) {
        match self.effect {
            Effect::Nothing => {}
            Effect::Stop => {
                state.rule_out(false);
                state.rule_out(true);
            }
            Effect::Test => state.rule_out(false),
            Effect::Invert => state.invert(),
            Effect::Arithmetic { is_total } => self.arithmetic(state, is_total),
            Effect::Compare => {
                state.forget_status();
                self.learn_sources(state, true);
            }
            Effect::Equal => self.equal(state),
            Effect::IsUndefined => {
                state.forget_status();
                for source in self.sources() {
                    state.learn_undefined(true, source);
                    state.learn_defined(false, source);
                }
            }
            Effect::IsDefined => {
                state.forget_status();
                for source in self.sources() {
                    state.learn_defined(true, source);
                    state.learn_undefined(false, source);
                }
            }
            Effect::Shift => self.shift(state),
            Effect::Resize { always_fits } => self.resize(state, always_fits, Defined),
            Effect::Convert { always_fits } => self.resize(state, always_fits, Undefined),
            Effect::Exchange { wider } => self.exchange(state, wider),
            Effect::Attempt { is_total } => self.attempt(state, is_total),
            Effect::AttemptDefined => self.attempt_defined(state),
            Effect::AttemptSilently => self.attempt_silently(state),
            Effect::Fill { extends } => self.fill(state, extends),
            Effect::Move | Effect::Duplicate | Effect::Swap => self.transport(state),
            Effect::Clear => self.set_results(state, Undefined),
            Effect::Combine => {
                for status in STATUSES {
                    let combined = self.combined(state, status);
                    self.set_results_where(state, status, combined);
                }
            }
            Effect::Put(constant) => self.put(state, constant),
            Effect::PutIfUndefined(constant) => self.put_if_undefined(state, constant),
            Effect::Merge { saturates } => self.merge(state, saturates),
            Effect::Unknown => {
                state.forget_status();
                self.set_results(state, Either);
            }
            Effect::Host { sets_status } => self.host(state, sets_status),
        }
    }

    fn sources(&self) -> impl Iterator<Item = usize> {
        self.sources.iter().map(|bit| usize::from(*bit))
    }

    fn results(&self) -> impl Iterator<Item = usize> {
        self.results.iter().map(|bit| usize::from(*bit))
    }

    /// The two registers of an instruction that has two.
    fn pair(&self, state: &State, status: bool) -> Option<[(usize, Definedness); 2]> {
        let (first, second) = (self.sources().next()?, self.sources().nth(1)?);
        Some([(first, state.get(status, first)), (second, state.get(status, second))])
    }

    /// The state of what is defined exactly if all sources are.
    fn combined(&self, state: &State, status: bool) -> Definedness {
        let mut combined = Defined;
        for source in self.sources() {
            match (state.get(status, source), combined) {
                (Undefined, _) => return Undefined,
                (LeftOver, _) => combined = LeftOver,
                (Either, Defined) => combined = Either,
                _ => {}
            }
        }
        combined
    }

    /// Whether a source can be undefined where `st0` is this, as far as that is possible.
    fn lacks_source(&self, state: &State, status: bool) -> bool {
        state.can_be(status) && self.combined(state, status).can_be_undefined()
    }

    fn learn_sources(&self, state: &mut State, status: bool) {
        for source in self.sources() {
            state.learn_defined(status, source);
        }
    }

    fn set_results_where(&self, state: &mut State, status: bool, definedness: Definedness) {
        for result in self.results() {
            state.set(status, result, definedness);
        }
    }

    fn set_results(&self, state: &mut State, definedness: Definedness) {
        for status in STATUSES {
            self.set_results_where(state, status, definedness);
        }
    }

    fn arithmetic(&self, state: &mut State, is_total: bool) {
        state.forget_status();
        if is_total && !self.lacks_source(state, false) {
            state.rule_out(false);
        }
        self.learn_sources(state, true);
        self.set_results_where(state, true, Defined);
        self.set_results_where(state, false, Undefined);
    }

    fn equal(&self, state: &mut State) {
        state.forget_status();
        let Some([(first, a), (second, b)]) = self.pair(state, true) else { return };
        if first == second {
            state.rule_out(false);
            return;
        }
        // Where they are alike, what is known of one is known of the other; where not, the opposite.
        for (known, other) in [(a, second), (b, first)] {
            match known {
                Defined => state.learn_defined(true, other),
                Undefined => {
                    state.learn_undefined(true, other);
                    state.learn_defined(false, other);
                }
                _ => {}
            }
        }
    }

    fn shift(&self, state: &mut State) {
        state.forget_status();
        let combined = self.combined(state, false);
        self.learn_sources(state, true);
        self.set_results_where(state, true, Defined);
        self.set_results_where(state, false, combined);
    }

    /// The result is as the source where `st0` is true. Where it is false the source was defined, and
    /// the result is `unfit`.
    fn resize(&self, state: &mut State, always_fits: bool, unfit: Definedness) {
        state.forget_status();
        let source = self.combined(state, true);
        if always_fits {
            state.rule_out(false);
        }
        self.learn_sources(state, false);
        self.set_results_where(state, true, source);
        self.set_results_where(state, false, unfit);
    }

    fn exchange(&self, state: &mut State, wider: Option<Side>) {
        state.forget_status();
        let Some([(first, _), (second, _)]) = self.pair(state, true) else { return };
        match wider {
            None => state.rule_out(false),
            Some(Side::First) => state.learn_defined(false, first),
            Some(Side::Second) => state.learn_defined(false, second),
        }
        self.transport(state);
    }

    fn attempt(&self, state: &mut State, is_total: bool) {
        let failed = if is_total {
            let kept = self.combined(state, false);
            match (state.can_be(false), self.lacks_source(state, true)) {
                (_, false) => kept,
                (false, true) => self.fail(state, Undefined),
                (true, true) => self.fail(state, kept.join(Undefined)),
            }
        } else {
            self.fail(state, Either)
        };
        self.learn_sources(state, true);
        self.set_results_where(state, true, Defined);
        self.set_results_where(state, false, failed);
    }

    /// Lets `st0` become false. The answer is what the results are then: `failed`, unless a source is
    /// surely undefined.
    fn fail(&self, state: &mut State, failed: Definedness) -> Definedness {
        state.may_fail();
        if self.combined(state, false) == Undefined { Undefined } else { failed }
    }

    fn attempt_defined(&self, state: &mut State) {
        state.may_fail();
        let combined = self.combined(state, false);
        self.learn_sources(state, true);
        self.set_results_where(state, true, Defined);
        self.set_results_where(state, false, combined);
    }

    fn attempt_silently(&self, state: &mut State) {
        let failed = self.fail(state, Either);
        self.learn_sources(state, true);
        self.set_results_where(state, true, Either);
        self.set_results_where(state, false, failed);
    }

    fn fill(&self, state: &mut State, extends: bool) {
        state.may_fail();
        let Some((string, others)) = self.sources.split_first() else { return };
        let string = usize::from(*string);
        let operands = Step { effect: self.effect, sources: others, results: &[] };
        let failed = match (extends, operands.combined(state, false)) {
            (true, Defined) => Defined,
            (_, Undefined) => state.get(false, string),
            (true, _) => state.get(false, string).join(Defined),
            (false, _) => Either,
        };
        operands.learn_sources(state, true);
        self.set_results_where(state, true, Defined);
        self.set_results_where(state, false, failed);
    }

    /// Moves, copies and swaps: each result gets the state of a source.
    fn transport(&self, state: &mut State) {
        let first = self.sources().next();
        let last = self.results().last();
        let (Some(from), Some(to)) = (first, last) else { return };
        for status in STATUSES {
            let (moved, replaced) = (state.get(status, from), state.get(status, to));
            state.set(status, to, moved);
            match self.effect {
                Effect::Move => state.set(status, from, Undefined),
                Effect::Swap | Effect::Exchange { .. } if from != to => {
                    state.set(status, from, replaced);
                }
                _ => {}
            }
        }
    }

    fn put(&self, state: &mut State, constant: Constant) {
        if constant == Constant::Value {
            return self.set_results(state, Defined);
        }
        state.may_fail();
        state.rule_out(true);
        self.set_results(state, if constant == Constant::Part { Defined } else { Undefined });
    }

    fn put_if_undefined(&self, state: &mut State, constant: Constant) {
        let Some(register) = self.results().next() else { return };
        if constant != Constant::Value {
            return self.put(state, constant);
        }
        if state.can_be(true) && state.get(true, register).can_be_defined() {
            state.may_fail();
        }
        state.learn_undefined(true, register);
        state.set_both(register, Defined);
    }

    fn merge(&self, state: &mut State, saturates: bool) {
        let Some(register) = self.results().next() else { return };
        if saturates && state.can_be(true) && state.get(true, register).can_be_defined() {
            state.may_fail();
        }
        state.set_both(register, Defined);
    }

    fn host(&self, state: &mut State, sets_status: bool) {
        if sets_status {
            state.forget_status();
        }
        self.set_results_where(state, true, if sets_status { Defined } else { Either });
        self.set_results_where(state, false, Either);
    }
}
