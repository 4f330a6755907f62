//! Code of the live network: what its machine does otherwise shows in what is said of code.

use aluvm_core::flow::{BlockId, Definedness, Flow, Problem, Summary, Surroundings, check_for};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Isae, Lib, Libs};
use aluvm_core::profile::Profile;

use crate::source::Source;

fn lib(code: &[u8]) -> Lib {
    let isae: Isae = "ALU BPDIGEST".parse().expect("a set");
    Lib::new(isae, code, vec![0; 600], Libs::default()).expect("short")
}

fn flow(code: &[u8], profile: Profile) -> Flow {
    let surroundings = Surroundings { profile, ..Surroundings::default() };
    Flow::of_lib::<NoExtension>(&lib(code), &surroundings)
}

/// What the routine at offset 0 does.
fn summary(code: &[u8], profile: Profile) -> Summary {
    flow(code, profile).summaries()[0]
}

fn returns(code: &[u8], profile: Profile) -> bool {
    let summary = summary(code, profile);
    summary.returns_true || summary.returns_false
}

#[test]
fn a_program_ends_with_its_code_and_says_so() {
    // `inv st0`, and what is cut short behind it.
    for code in [&[0x1F][..], &[0x1F, 0x10], &[0x1F, 0x10, 0x00]] {
        assert!(returns(code, Profile::RGB_0_11), "{code:02x?}");
        assert_eq!(check_for::<NoExtension>(&lib(code), &Profile::RGB_0_11), []);
        assert!(!returns(code, Profile::SPEC), "{code:02x?}");
        let found = check_for::<NoExtension>(&lib(code), &Profile::SPEC);
        let names: Vec<_> = found.iter().map(|one| one.problem).collect();
        assert!(names.contains(&Problem::EndOfCode { into: None }), "{found:?}");
    }
    // Other mistakes are told.
    let found = check_for::<NoExtension>(&lib(&[0x08, 0x00, 0x20, 0x00, 0x00]), &Profile::RGB_0_11);
    let names: Vec<_> = found.iter().map(|one| one.problem.name()).collect();
    assert_eq!(names, ["undefined_read"]);
    // Nothing begins where there is only a part of an instruction.
    assert_eq!(flow(&[0x10], Profile::RGB_0_11).graph().routines().count(), 0);
    assert_eq!(flow(&[0x07, 0x10], Profile::RGB_0_11).graph().routines().count(), 1);
}

#[test]
fn code_that_passes_the_end_of_the_code_space_is_none() {
    // `jmp` in the last byte of a full segment; all before it is `nop`.
    let mut code = vec![0xFF; 65_535];
    *code.last_mut().expect("full") = 0x02;
    let flow = flow(&code, Profile::SPEC);
    let found: Vec<_> = flow.findings().iter().map(|one| (one.offset, one.problem)).collect();
    // Nor does a jump lead there.
    code[..3].copy_from_slice(&[0x02, 0xFE, 0xFF]);
    let jumps = self::flow(&code, Profile::SPEC);
    assert_eq!(jumps.findings()[0].problem, Problem::EndOfCode { into: None });
    assert_eq!(jumps.findings()[0].offset, 0);
    let dead = (65_534, Problem::Unreachable { end: 65_535 });
    assert_eq!(found, [(65_533, Problem::EndOfCode { into: None }), dead]);
    assert_eq!(flow.graph().find(65_534), None);
}

#[test]
fn a_library_that_is_not_named_ends_a_program_of_the_network_and_stops_others() {
    for opcode in [0x05, 0x06] {
        let code = [opcode, 0x00, 0x00, 0x03, 0x07];
        assert!(returns(&code, Profile::RGB_0_11));
        assert!(!returns(&code, Profile::SPEC));
        assert!(summary(&code, Profile::SPEC).can_stop);
    }
}

#[test]
fn what_hangs_or_panics_leads_nowhere() {
    // `nop`; and `del.n`, `ins.l`, `splt.n` of first registers.
    let codes = [&[0xFF][..], &[0x3E, 0, 0, 0], &[0x3D, 0, 0], &[0x3C, 0, 0, 0]];
    for code in codes {
        let code = [code, &[0x07]].concat();
        assert!(returns(&code, Profile::SPEC), "{code:02x?}");
        assert!(!returns(&code, Profile::RGB_0_11), "{code:02x?}");
        assert!(summary(&code, Profile::RGB_0_11).can_stop, "{code:02x?}");
    }
}

/// What is known of registers behind the first statement, where `st0` is false and where it is true; none where it cannot
/// be that.
fn behind(statement: &str, inputs: &str, register: &str) -> [Option<Definedness>; 2] {
    let source = Source::new(&format!("f: {statement}; nop;"));
    let routines = vec![source.declared(&format!("pub f({inputs})"))];
    let profile = Profile::RGB_0_11;
    let surroundings = Surroundings { routines, profile, ..Surroundings::default() };
    let flow = Flow::of_lib::<NoExtension>(&source.lib, &surroundings);
    let before = flow.before(source.statement(1)).expect("reached");
    let register = crate::source::register(register);
    [false, true].map(|status| before.register_where(status, register))
}

#[test]
fn what_is_known_of_instructions_that_compute_otherwise() {
    use Definedness::{Defined, Either, Undefined};
    for size in ["a8", "a16", "a1024", "f32", "f80"] {
        let (register, statement) = (format!("{size}[0]"), format!("neg {size}[0]"));
        assert_eq!(behind(&statement, &register, &register), [Some(Undefined), Some(Defined)]);
    }
    for size in ["a8", "a16", "a1024"] {
        let (register, statement) = (format!("{size}[0]"), format!("abs {size}[0]"));
        assert_eq!(behind(&statement, &register, &register), [None, Some(Defined)]);
    }
    for name in ["add.uc", "sub.sc", "div.uc"] {
        let statement = format!("{name} a8[0], a8[1]");
        let known = behind(&statement, "a8[0], a8[1]", "a8[1]");
        assert_eq!(known[1], Some(Defined), "{statement}");
        assert!(known[0].is_none_or(|known| known == Undefined), "{statement}");
    }
    let known = behind("extr s16[0], a8[0], a16[0]", "s16[0], a16[0]", "a8[0]");
    assert_eq!(known, [Some(Either), Some(Defined)]);
    let known =
        behind("con s16[0], s16[1], a16[0], a16[1], a16[2]", "s16[0], s16[1], a16[0]", "a16[1]");
    assert_eq!(known, [Some(Either), Some(Defined)]);
    assert_eq!(behind("put s16[0], \"abc\"", "", "s16[0]"), [Some(Defined), Some(Defined)]);
    // Of these nothing.
    for (statement, inputs) in [("shl a8[0], a8[1]", "a8[0], a8[1]"), ("add.n f32[0], f32[1]", "")]
    {
        let register = if statement.starts_with("shl") { "a8[1]" } else { "f32[1]" };
        assert_eq!(behind(statement, inputs, register), [Some(Either), Some(Either)]);
    }
}

#[test]
fn a_string_without_its_data_stops_the_machine_of_the_network() {
    // `put s16[0]` of nine bytes at an offset behind the data.
    let code = [0x30, 0x00, 0xFF, 0xFF, 0x09, 0x00, 0x07];
    let text = flow(&code, Profile::RGB_0_11);
    let node = text.graph().nodes(BlockId(0))[0];
    assert!(node.effect.can_stop(), "{node:?}");
}
