//! Where the fast loop cannot go on by itself: costs that it does not count, and an instruction of the host that stops a
//! program of which little is decoded.

use aluvm_core::vm::{Failure, Stop, Vm};

use crate::{Setup, compare, link, of_text};

fn agrees(text: &str) -> Stop {
    let libraries = of_text(text);
    let (vm, program) = (&mut Vm::with_extension(), link(&libraries));
    let (outcome, _) = compare(vm, &program, &libraries, Setup::limited(None)).expect("agreement");
    outcome.stop
}

/// What the fast loop cannot count in its differences it counts all the same.
#[test]
fn costs_of_any_size_add_up() {
    for text in [
        "hheavy; ret;",
        "hheavy; hheavy; probe; hheavy; ret;",
        "hendless; ret;",
        "probe; hendless; probe; hheavy; fail;",
        "put a8[0], 9; next: hheavy; probe; dec a8[0]; ifz a8[0]; inv st0; jif next; ret;",
        "put a8[0], 3; next: hendless; probe; dec a8[0]; ifz a8[0]; inv st0; jif next; ret;",
        "routine sub; probe; routine sub; ret; sub: hheavy; probe; ret;",
        "jif end; hendless; end: probe; ret;",
    ] {
        let _ = agrees(text);
    }
}

/// Where most of the program is not decoded yet, the host hears of an instruction once as well.
#[test]
fn an_instruction_that_stops_the_program_runs_once() {
    let stop = "inv st0; probe; hstop;";
    for rest in ["probe; inv st0;".repeat(2000), "jif 0; clr a8[0];".repeat(2000)] {
        let stopped = agrees(&format!("{stop} {rest} ret;"));
        assert_eq!(stopped, Stop::Failed(Failure::Extension));
    }
}
