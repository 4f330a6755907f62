//! The commands that move the run.

use aluvm_core::call::{Case, Source};
use aluvm_core::isa::Register;
use aluvm_core::library::LibSite;
use aluvm_core::vm::{Extension, Failure, Outcome, Stop};

use super::Debugger;
use super::condition::Condition;
use super::listing::Listing;
use super::message::{Notice, Trouble};
use super::run::{Found, Interrupt};
use crate::execution;

impl<E: Extension> Debugger<'_, '_, E> {
    pub(super) fn forward(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        if count == 0 {
            return None;
        }
        let steps = self.run.steps().saturating_add(count);
        at_end(self.run.to(steps, interrupt))
    }

    pub(super) fn backward(&mut self, count: u64) -> Option<Notice> {
        let steps = self.run.steps();
        self.run.to(steps.saturating_sub(count), &mut || false);
        (count > steps).then_some(Notice::Beginning)
    }

    pub(super) fn to(&mut self, steps: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        at_end(self.run.to(steps, interrupt))
    }

    pub(super) fn last(&mut self, interrupt: Interrupt<'_>) -> Option<Notice> {
        let found = self.run.on(interrupt, |_| false);
        at_end(found).filter(|notice| *notice != Notice::End)
    }

    pub(super) fn next_statement(
        &mut self,
        count: u64,
        interrupt: Interrupt<'_>,
    ) -> Option<Notice> {
        let listings = &self.listings;
        let begins = |site| statement_begins(listings, site);
        at_end(repeat(count, || self.run.on(interrupt, |session| begins(session.site()))))
    }

    pub(super) fn previous_statement(
        &mut self,
        count: u64,
        interrupt: Interrupt<'_>,
    ) -> Option<Notice> {
        let listings = &self.listings;
        let is_first = self.run.steps() == 0;
        let found = repeat(count, || {
            let last = self.run.steps().saturating_sub(1);
            let begins = |site| statement_begins(listings, site);
            self.run.back(last, interrupt, |session| begins(session.site()))
        });
        let notice = self.at_beginning(found, Notice::Beginning);
        // The first statement begins there.
        notice.filter(|notice| is_first || *notice != Notice::Beginning)
    }

    pub(super) fn next_call(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        let mut depth = self.run.session().call_stack().len();
        at_end(repeat(count, || {
            self.run.on(interrupt, |session| {
                let before = std::mem::replace(&mut depth, session.call_stack().len());
                depth > before
            })
        }))
    }

    pub(super) fn previous_call(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        let mut depth = 0;
        let found = repeat(count, || {
            let last = self.run.steps().saturating_sub(1);
            self.run.back(last, interrupt, |session| {
                let before = std::mem::replace(&mut depth, session.call_stack().len());
                depth > before
            })
        });
        self.at_beginning(found, Notice::NoCall)
    }

    pub(super) fn out(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        at_end(repeat(count, || {
            let depth = self.run.session().call_stack().len();
            self.run.on(interrupt, |session| session.call_stack().len() < depth)
        }))
    }

    pub(super) fn go_on(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        let breakpoints = &self.breakpoints;
        let found = repeat(count, || {
            self.run.on(interrupt, |session| {
                session.outcome().is_none() && breakpoints.contains(&session.site())
            })
        });
        match found {
            Found::Edge if self.breakpoints.is_empty() => Some(Notice::NoBreakpoint),
            found => at_end(found),
        }
    }

    pub(super) fn go_back(&mut self, count: u64, interrupt: Interrupt<'_>) -> Option<Notice> {
        let breakpoints = &self.breakpoints;
        let found = repeat(count, || {
            let last = self.run.steps().saturating_sub(1);
            self.run.back(last, interrupt, |session| breakpoints.contains(&session.site()))
        });
        let is_without = self.breakpoints.is_empty();
        self.at_beginning(found, if is_without { Notice::NoBreakpoint } else { Notice::Beginning })
    }

    pub(super) fn until(
        &mut self,
        condition: &Condition,
        interrupt: Interrupt<'_>,
    ) -> Option<Notice> {
        at_end(self.run.on(interrupt, |session| condition.holds(session.registers())))
    }

    /// Goes behind the step that wrote a register last; behind the one before, if it is there already.
    pub(super) fn who(&mut self, register: Register, interrupt: Interrupt<'_>) -> Option<Notice> {
        let is_here = self.moment.last.as_ref().is_some_and(|last| {
            let mut changes = last.changes.iter().map(|change| change.register);
            last.writes.contains(&register) || changes.any(|changed| changed == register)
        });
        let last = self.run.steps().saturating_sub(is_here.into());
        let (mut writes, mut value) = (false, None);
        let found = self.run.back(last, interrupt, |session| {
            let now = session.registers().get(register);
            let is_found = writes || now != value;
            value = now;
            writes = session.instr().is_some_and(|instr| instr.writes().any(|one| one == register));
            is_found
        });
        match found {
            Found::Here => {
                self.selected = Some(register);
                None
            }
            Found::Interrupted | Found::Full => at_end(found),
            Found::Edge => {
                let is_defined = self.run.inputs().get(register).is_some();
                Some(Notice::NeverWritten { register, is_defined })
            }
        }
    }

    /// Goes behind the step that made `st0` false. If it is true here, that is the one at the end.
    pub(super) fn why(&mut self, interrupt: Interrupt<'_>) -> Option<Notice> {
        let here = self.run.steps();
        if self.run.session().registers().st0() {
            let found = self.run.on(interrupt, |_| false);
            let is_true = self.run.session().registers().st0();
            if found != Found::Edge || is_true {
                self.run.to(here, &mut || false);
                return match found {
                    Found::Edge => Some(Notice::StaysTrue),
                    found => at_end(found),
                };
            }
        }
        let outcome = self.run.outcome();
        let stop = outcome.map_or(Stop::Finished, |outcome| outcome.stop);
        if !matches!(stop, Stop::Finished | Stop::Failed(Failure::Test)) {
            return Some(Notice::Stopped(stop));
        }
        let at = self.run.steps();
        let site = self.run.session().site();
        let case = Case {
            sources: self.listings.iter().map(|one| one.source().clone()).collect::<Vec<Source>>(),
            entry: self.run.entry(),
            profile: *self.run.session().profile(),
            inputs: execution::inputs(self.run.inputs()),
            limit: self.run.inputs().cl0(),
            effects: Some(self.run.session().effects().clone()),
            outcome: outcome.unwrap_or(Outcome { status: false, stop: Stop::Finished, site }),
        };
        // The explanation runs on its own and keeps snapshots too.
        self.run.release();
        let origin = case.explain_status(at);
        let target = origin.as_ref().map_or(at, |origin| origin.step.number + 1);
        self.run.to(target, &mut || false);
        Some(match origin {
            Some(origin) => Notice::Story(case.story(&origin).to_string()),
            None if self.run.inputs().st0() => Notice::TooLong,
            None => Notice::FalseFromBeginning,
        })
    }

    pub(super) fn set(
        &mut self,
        name: &str,
        value: Option<&str>,
        interrupt: Interrupt<'_>,
    ) -> Result<Notice, Trouble> {
        let register = self.input(name)?;
        let value = value.map(|text| aluvm_core::vm::Value::parse(register, text));
        let value = value.transpose().map_err(Trouble::Value)?;
        let mut inputs = self.run.inputs().clone();
        inputs.set(register, value).map_err(Trouble::Register)?;
        Ok(self.again(inputs, interrupt))
    }

    pub(super) fn limit(&mut self, limit: Option<u64>, interrupt: Interrupt<'_>) -> Notice {
        let mut inputs = self.run.inputs().clone();
        inputs.set_cl0(limit);
        self.again(inputs, interrupt)
    }

    /// Runs again with other inputs, up to where it is.
    fn again(&mut self, inputs: aluvm_core::vm::Registers, interrupt: Interrupt<'_>) -> Notice {
        let here = self.run.steps();
        self.run.restart(inputs);
        let found = self.run.to(here, interrupt);
        self.look();
        match found {
            Found::Interrupted => Notice::Interrupted,
            Found::Full => Notice::Full,
            _ => Notice::Again { is_recorded: self.is_recorded },
        }
    }

    /// Where a search back has found nothing, the beginning is what is left.
    fn at_beginning(&mut self, found: Found, nothing: Notice) -> Option<Notice> {
        match found {
            Found::Here => None,
            Found::Interrupted | Found::Full => at_end(found),
            Found::Edge => {
                self.run.to(0, &mut || false);
                Some(nothing)
            }
        }
    }
}

/// Whether a statement begins here. Where nothing is known of the source an instruction is one.
fn statement_begins(listings: &[Listing], site: LibSite) -> bool {
    let listing = listings.iter().find(|listing| listing.id == site.lib);
    listing.is_none_or(|listing| listing.begins_statement(site.offset))
}

/// Does it so many times, or until it does not find anything.
fn repeat(count: u64, mut does: impl FnMut() -> Found) -> Found {
    for _ in 0..count {
        match does() {
            Found::Here => {}
            other => return other,
        }
    }
    Found::Here
}

fn at_end(found: Found) -> Option<Notice> {
    match found {
        Found::Here => None,
        Found::Edge => Some(Notice::End),
        Found::Interrupted => Some(Notice::Interrupted),
        Found::Full => Some(Notice::Full),
    }
}
