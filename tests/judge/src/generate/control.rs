//! Vectors of jumps, calls and stops: small programs that come to them, and the jump limit.

use aluvm_core::isa::{Form, RegisterSize};

use super::COUNT;
use super::program::{Mix, program};
use crate::case::Case;
use crate::library::Lib;
use crate::random::Random;
use crate::run::Stop;
use crate::state::State;
use crate::vector::Vector;

/// Vectors of a form that stands with control flow.
pub(super) fn vectors(form: &'static Form, random: &mut Random) -> Vec<Vector> {
    let mut vectors: Vec<Vector> =
        jump_limit(form).map(|case| Vector::new(form.name, case)).collect();
    while vectors.len() < COUNT {
        let case = program(Mix::Control, random);
        let (end, executed) = case.trace();
        // Those that go round until the jump limit are slow, and too many name what is not there.
        let is_welcome = end.state.cy0 < 10_000 && (end.stop != Stop::Missing || random.chance(60));
        if executed.contains(form.name) && is_welcome {
            vectors.push(Vector { of: form.name.into(), case, end });
        }
    }
    vectors
}

/// A jump that is the last one allowed, and one too many: `dec a16[0]; jif 0; inv st0;` has jumped as
/// often as the register says.
fn jump_limit(form: &'static Form) -> impl Iterator<Item = Case> {
    let loops = [0x24, 1, 0xFF, 0x03, 0, 0, 0x1F];
    let instruction = crate::codec::encode(form, |field| match field.name {
        "target" if form.name != "Call" && form.name != "Exec" => 7 + 3,
        _ => 0,
    });
    let code = [&loops[..], &instruction, &[0x07]].concat();
    let callee = Lib { isae: "ALU".into(), code: vec![0x1F, 0x07], ..Lib::default() };
    let is_jump = matches!(form.name, "Jmp" | "Jif" | "Routine" | "Call" | "Exec");
    let names_library = matches!(form.name, "Call" | "Exec");
    let counts: &[u16] = if is_jump { &[65534, 65535] } else { &[] };
    let callees = if names_library { vec![true, false] } else { vec![false] };
    callees.into_iter().flat_map(move |has_callee| {
        let libs = if has_callee { vec![callee.id()] } else { Vec::new() };
        let lib = Lib { isae: "ALU".into(), code: code.clone(), libs, ..Lib::default() };
        let libs = if has_callee { vec![lib, callee.clone()] } else { vec![lib] };
        counts.iter().map(move |count| {
            let mut before = State::default();
            before.set((RegisterSize::A16, 0), Some(count.to_le_bytes().to_vec()));
            Case { before, libs: libs.clone(), entry: 0 }
        })
    })
}
