//! Runs with a host: what it did is kept, so that it is asked once, and not without a bound.

use std::cell::Cell;
use std::ops::ControlFlow;

use aluvm::isa::Idx16;
use aluvm::{Extension, isa_extension};
use aluvm_core::call::Source;
use aluvm_core::library::{Lib, LibSite, Program};
use aluvm_core::limits::EFFECTS_MAX;
use aluvm_core::vm::{Effects, Registers};

use super::super::command::Command;
use super::super::message::Notice;
use super::super::{Debugger, Known};
use crate::host::Host;

isa_extension! {
    /// Instructions of which a state is seen.
    enum Counting: "COUNTING" {
        /// Sets a string register to 60,000 bytes that say how often this was done.
        Fill = 0x90 [dst: Idx16, #0/4] "fillup" (s16 dst) reads() writes(s16 dst) cost 1;
    }
}

const LENGTH: usize = 60_000;

/// How often it was done in this run, and in all.
struct Count<'c>(u32, &'c Cell<u32>);

impl Extension for Counting {
    type Context<'c> = Count<'c>;

    fn execute(&self, registers: &mut Registers, count: &mut Count<'_>) -> ControlFlow<()> {
        let Counting::Fill { dst } = self;
        count.0 += 1;
        count.1.set(count.1.get() + 1);
        let mut content = vec![0; LENGTH];
        content[..4].copy_from_slice(&count.0.to_le_bytes());
        registers.set_s16(dst.byte(), &content).expect("it fits");
        ControlFlow::Continue(())
    }
}

/// A debugger of a listing, and how often the host was asked.
fn with(text: &str, does: impl FnOnce(&mut Debugger<'_, '_, Counting>, &Cell<u32>)) {
    let lib = Lib::from_text::<Counting>(text).unwrap_or_else(|error| panic!("{error}"));
    let source = Source { lib: lib.clone(), description: Vec::new().into() };
    let known = Known { source, text: None, labels: Vec::new() };
    let entry = LibSite::start(lib.id());
    let program = Program::<Counting>::link(entry, [lib]).expect("complete");
    let (asked, begun) = (Cell::new(0), Cell::new(0));
    let begin = || {
        begun.set(begun.get() + 1);
        Box::new(Count(0, &asked))
    };
    let host = Host::new(&begin);
    let registers = Registers::new();
    let title = "test".to_owned();
    let run = (&program, host);
    does(&mut Debugger::new(title, run, entry, registers, Effects::new(), [known]), &asked);
    assert!(begun.get() > 0);
}

fn tell(debugger: &mut Debugger<'_, '_, Counting>, text: &str) {
    debugger.execute(Command::parse(text).expect("a command"), &mut || false).expect("done");
}

fn number(debugger: &Debugger<'_, '_, Counting>) -> Option<u8> {
    debugger.moment.registers.s16(0).map(|content| content[0])
}

#[test]
fn a_host_is_asked_once_for_each_step_and_each_run_begins_anew() {
    with(
        ".isae \"ALU COUNTING\"; fillup s16[0]; fillup s16[0]; fillup s16[0]; ret;",
        |debugger, asked| {
            tell(debugger, "G");
            assert_eq!((number(debugger), asked.get()), (Some(3), 3));
            tell(debugger, "2G");
            assert_eq!((number(debugger), asked.get()), (Some(2), 3));
            tell(debugger, "G");
            assert_eq!((number(debugger), asked.get()), (Some(3), 3));
            // Another context, which counts from its own beginning.
            tell(debugger, "set a8[0]=1");
            assert_eq!((number(debugger), asked.get()), (Some(3), 6));
        },
    );
}

#[test]
fn a_run_stops_where_what_the_host_did_becomes_too_large() {
    let text = ".isae \"ALU COUNTING\"; again: fillup s16[0]; jmp again;";
    with(text, |debugger, asked| {
        tell(debugger, "G");
        assert_eq!(debugger.notice, Some(Notice::Full));
        let most = asked.get();
        assert!(usize::try_from(most).is_ok_and(|most| most * LENGTH < EFFECTS_MAX), "{most}");
        assert!(most > 400, "{most}");
        let steps = debugger.moment.steps;
        assert!(debugger.moment.outcome.is_none());
        for command in ["j", "G", "c", "u", "until a8[0]=1", "s"] {
            tell(debugger, command);
            assert_eq!(debugger.notice, Some(Notice::Full), "{command}");
            assert_eq!((debugger.moment.steps, asked.get()), (steps, most), "{command}");
        }
        // What is behind is there as ever.
        tell(debugger, "5G");
        assert_eq!((number(debugger), asked.get()), (Some(3), most));
        tell(debugger, "G");
        assert_eq!((debugger.moment.steps, asked.get()), (steps, most));
        let said = Notice::Full.to_string();
        assert!(said.starts_with("the run goes no further"), "{said}");
    });
}
