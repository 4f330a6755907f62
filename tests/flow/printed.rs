//! The graph as text and in the language of Graphviz, and findings as text.

use aluvm_core::flow::{Flow, Surroundings, check};
use aluvm_core::isa::NoExtension;
use aluvm_core::library::{Isae, Lib, LibId, Libs};
use aluvm_core::profile::Profile;

#[test]
fn the_printed_graph_names_each_way() {
    let other = LibId::from_bytes([7; 32]);
    let text = format!("routine g; exec 3 @ \"{other}\"; g: put a8[0], 1; jmp 99; fail;");
    let lib: Lib = text.parse().expect("code");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let printed = flow.print::<NoExtension>(&lib);
    let expected = "\
routine 0x0000, public
  block 0x0000
    0x0000  routine 0x0007
    calls 0x0007, then to 0x0003
";
    assert!(printed.to_string().starts_with(expected), "{printed}");
    for line in ["goes over to another library", "to no code", "routine 0x000e, public", "stops"] {
        assert!(printed.to_string().contains(line), "{line}: {printed}");
    }
    let dot = printed.dot().to_string();
    for line in ["b0 -> b2 [style=dashed];", "b0 -> b1;", "b1 -> other", "b2 -> outside;"] {
        assert!(dot.contains(line), "{line}: {dot}");
    }
}

#[test]
fn the_printed_graph_names_branches_and_ends() {
    let other = LibId::from_bytes([7; 32]);
    let text = format!("ifz a8[0]; jif end; call 3 @ \"{other}\"; end: nop;");
    let lib: Lib = text.parse().expect("code");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let printed = flow.print::<NoExtension>(&lib);
    let lines = [
        "where st0 is true to 0x0009, else to 0x0005",
        "calls another library, then to 0x0009",
        "0x0009  nop\n    to no code",
    ];
    for line in lines {
        assert!(printed.to_string().contains(line), "{line}: {printed}");
    }
}

#[test]
fn what_no_run_comes_to_is_grey() {
    let lib: Lib = "eq.e a8[0], a8[0]; jif end; fail; end: ret;".parse().expect("code");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let printed = flow.print::<NoExtension>(&lib);
    let text = printed.to_string();
    assert_eq!(text.matches("which no run comes to").count(), 1, "{text}");
    assert!(text.contains("block 0x0006, which no run comes to"), "{text}");
    let dot = printed.dot().to_string();
    let grey: Vec<&str> = dot.lines().filter(|line| line.contains("color=grey")).collect();
    let [grey] = grey[..] else { panic!("one block: {dot}") };
    assert!(grey.contains("fail") && !grey.contains("penwidth"), "{dot}");
}

#[test]
fn labels_are_escaped() {
    let lib: Lib = r#"put s16[0], "say \"\\\" now"; clr a8[0]; ret;"#.parse().expect("code");
    let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    let printed = flow.print::<NoExtension>(&lib);
    let line = printed.to_string().lines().nth(2).expect("an instruction").trim().to_owned();
    assert!(line.contains('"') && line.contains('\\'), "{line}");
    let dot = printed.dot().to_string();
    let escaped = line.replace('\\', "\\\\").replace('"', "\\\"");
    let label = format!("b0 [label=\"{escaped}\\l0x0006  clr     a8[0]\\l0x0008  ret\\l\"");
    assert!(dot.contains(&label), "{label}: {dot}");
}

#[test]
fn the_end_of_code_that_a_profile_ends_at_is_shown() {
    let isae: Isae = "ALU".parse().expect("a set");
    // A move of which the last byte is missing.
    let lib = Lib::new(isae, [0x07, 0x10, 0x00], [], Libs::default()).expect("short");
    let surroundings = Surroundings { profile: Profile::RGB_0_11, ..Surroundings::default() };
    let flow = Flow::of_lib::<NoExtension>(&lib, &surroundings);
    let printed = flow.print::<NoExtension>(&lib).to_string();
    assert!(!printed.contains("end of the code"), "nothing begins there: {printed}");
    let lib = Lib::new(lib.isae().clone(), [0x1F, 0x10, 0x00], [], Libs::default());
    let lib = lib.expect("short");
    let flow = Flow::of_lib::<NoExtension>(&lib, &surroundings);
    let printed = flow.print::<NoExtension>(&lib).to_string();
    assert!(printed.contains("0x0001  end of the code\n    returns"), "{printed}");
}

#[test]
fn findings_are_lines_with_offset_and_name() {
    let lib: Lib = "clr a8[0]; inc a8[0]; ret;".parse().expect("code");
    let lines: Vec<String> = check(&lib).iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["0x0002: undefined_read: a8[0] is undefined on every way to here"]);
}
