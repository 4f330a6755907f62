//! Complexity that the fast loop knows before code runs: that of code which leads into other code that was decoded before,
//! and that of dear instructions without a jump between them.

use aluvm_core::isa::{FORMS, Given, Instr};
use aluvm_core::library::LibSite;
use aluvm_core::vm::{Stop, Vm};

use crate::{HostProgram, Setup, compare, link, of_text};

/// The first entry point lies behind the second, so that what the second begins with is decoded later.
#[test]
fn a_limit_is_met_where_code_leads_into_other_code() {
    for (own, shared) in [(2_u16, 3), (3, 40), (40, 3), (700, 900), (900, 700), (5000, 2000)] {
        let libraries = of_text(&("nop; ".repeat(usize::from(1 + own + shared)) + "ret;"));
        let entries = [1 + own, 1].map(|offset| LibSite::new(libraries.entry, offset));
        let program: HostProgram =
            HostProgram::link_entries(entries, libraries.libs.values().cloned()).expect("complete");
        let whole = u64::from(own + shared);
        let (own, shared) = (u64::from(own), u64::from(shared));
        let near = [1, own, shared, shared + 2, whole, whole + 2];
        for limit in near.into_iter().flat_map(|limit| limit - 1..limit + 3) {
            let setup = Setup { limit: Some(limit), begin: 1, status: true };
            let vm = &mut Vm::with_extension();
            let (outcome, _) = compare(vm, &program, &libraries, setup).expect("agreement");
            let is_met = outcome.stop == Stop::ComplexityLimit;
            // `ret` costs two.
            assert_eq!(is_met, limit <= whole + 2, "{own} and {shared}, {limit}");
        }
    }
}

/// Their sum is more than an operation has room for.
#[test]
fn dear_instructions_before_a_jump_add_up() {
    // Only more than this are dear enough before there is a pause of itself.
    for form in FORMS.iter().filter(|form| form.cost > 117) {
        let name = form.name;
        let instr = Instr::from_word(form.fixed_bits(), Given::Nothing).expect("a row");
        let dear = format!("{instr};");
        for count in [1, 16, 30, 31, 40, 100, 250] {
            let dear = dear.repeat(count);
            for text in [
                format!("{dear} jmp end; nop; end: ret;"),
                // Of sums that leave out round numbers.
                format!("{dear} nop; {dear} jmp end; nop; end: ret;"),
                format!("put a8[9], 3; next: {dear} dec a8[9]; ifz a8[9]; inv st0; jif next; ret;"),
                format!("routine dear; {dear} ret; dear: {dear} ret;"),
            ] {
                let libraries = of_text(&text);
                let (vm, program) = (&mut Vm::with_extension(), link(&libraries));
                program.decode_all();
                let compared = compare(vm, &program, &libraries, Setup::limited(None));
                let (outcome, _) =
                    compared.unwrap_or_else(|error| panic!("{count} of {name}: {error}"));
                assert_eq!(outcome.stop, Stop::Finished, "{text}");
            }
        }
    }
}
