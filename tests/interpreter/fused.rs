//! A step, a comparison and a `jif` behind each other, which the fast loop runs as one where they count a register up to
//! another: at the edges of each size, and where their sizes or registers are not the same.

use aluvm_core::isa::{RegisterSize, SizeA};
use aluvm_core::vm::Vm;

use crate::{Setup, compare, link, of_text};

fn check(text: &str) {
    let libraries = of_text(text);
    let (vm, program) = (&mut Vm::with_extension(), link(&libraries));
    for limit in [None, Some(40)] {
        let compared = compare(vm, &program, &libraries, Setup::limited(limit));
        if let Err(error) = compared {
            panic!("{text}: {error}");
        }
    }
}

/// The greatest number of a size, and the one before.
fn greatest(size: RegisterSize) -> [String; 2] {
    let digits = "f".repeat(2 * size.bytes() - 1);
    [format!("0x{digits}f"), format!("0x{digits}e")]
}

#[test]
fn counting_up_to_a_register() {
    for &size in SizeA::SIZES {
        let [last, before_last] = greatest(size);
        let values = ["", "0", "1", "7", "9", &before_last, &last];
        for counter in values {
            for bound in values {
                let put = |index: u8, value: &str| match value {
                    "" => format!("clr {size}[{index}];"),
                    _ => format!("put {size}[{index}], {value};"),
                };
                let puts = put(0, counter) + &put(1, bound);
                for step in ["inc", "dec"] {
                    for comparison in [
                        format!("lt.u {size}[0], {size}[1]"),
                        format!("gt.u {size}[1], {size}[0]"),
                        format!("gt.u {size}[0], {size}[1]"),
                        format!("lt.u {size}[0], {size}[0]"),
                        format!("lt.s {size}[0], {size}[1]"),
                    ] {
                        // Nine rounds at most.
                        check(&format!(
                            "{puts} put a8[9], 9; next: {step} {size}[0]; {comparison}; jif again; ret; \
                             again: dec a8[9]; ifz a8[9]; inv st0; jif next; ret;"
                        ));
                        check(&format!("{puts} {step} {size}[0]; {comparison}; jif 0xFFFF;"));
                    }
                }
            }
        }
    }
}

#[test]
fn counting_one_register_and_comparing_another() {
    for &size in SizeA::SIZES {
        for &other in SizeA::SIZES {
            for step in ["inc", "dec", "add 2,", "add 1,"] {
                let step = match step.strip_suffix(',') {
                    Some(step) => {
                        let (name, number) = step.split_once(' ').expect("two words");
                        format!("{name} {size}[0], {number}")
                    }
                    None => format!("{step} {size}[0]"),
                };
                for comparison in ["lt.u {}[0], {}[1]", "gt.u {}[1], {}[0]"] {
                    let comparison = comparison.replace("{}", other.name());
                    check(&format!(
                        "put {size}[0], 1; put {other}[0], 1; put {other}[1], 2; {step}; {comparison}; \
                         jif end; inv st0; end: ret;"
                    ));
                }
            }
        }
    }
}
