//! `mov`, `dup`, `swp`, `cpy`, `spy` and `cnv`.

use num_bigint::BigInt;

use crate::codec::Instruction;
use crate::float::{self, format};
use crate::integer::{sign_extend, zero_extend};
use crate::state::{Register, State};

pub(super) fn execute(instruction: &Instruction, state: &mut State) {
    let [source, destination] = instruction.registers[..] else { panic!("two registers") };
    match instruction.form.name {
        "MovA" | "MovF" | "MovR" => mov(state, source, destination),
        "DupA" | "DupF" | "DupR" => state.set(destination, value(state, source)),
        "SwpA" | "SwpF" => swp(state, source, destination),
        "CpyA" | "CpyR" => {
            let number = state.number(source);
            let copied = number.map(|number| zero_extend(bits(destination), &number));
            state.st0 = copied.as_ref().is_none_or(|(_, is_whole)| *is_whole);
            state.set_number(destination, copied.map(|(number, _)| number));
        }
        "CnvA" => {
            let number = state.number(source);
            let converted =
                number.map(|number| sign_extend(bits(source), bits(destination), &number));
            state.st0 = converted.as_ref().is_none_or(|(_, is_whole)| *is_whole);
            state.set_number(destination, converted.map(|(number, _)| number));
        }
        "SpyAR" => spy(state, source, destination),
        "CnvF" => convert(state, source, destination, |pattern| {
            float::convert(format(destination.0), &float::decode(format(source.0), pattern)?)
        }),
        "CnvAF" => convert(state, source, destination, |bytes| {
            float::nearest(format(destination.0), &BigInt::from_signed_bytes_le(bytes).into())
        }),
        "CnvFA" => convert(state, source, destination, |pattern| {
            float::truncate(format(source.0), pattern, destination.0.bytes())
        }),
        name => panic!("{name}"),
    }
}

fn bits(register: Register) -> u32 {
    8 * register.0.bytes() as u32
}

fn value(state: &State, register: Register) -> Option<Vec<u8>> {
    state.get(register).map(<[u8]>::to_vec)
}

/// "copies then clears the source (onto itself: None)"
pub(super) fn mov(state: &mut State, source: Register, destination: Register) {
    state.set(destination, value(state, source));
    state.set(source, None);
}

pub(super) fn swp(state: &mut State, first: Register, second: Register) {
    let (a, b) = (value(state, first), value(state, second));
    state.set(first, b);
    state.set(second, a);
}

/// "swaps an A and an R value, each zero-extended or cut; st0 says whether nothing was lost"
fn spy(state: &mut State, integer: Register, general: Register) {
    let to_general = state.number(integer).map(|number| zero_extend(bits(general), &number));
    let to_integer = state.number(general).map(|number| zero_extend(bits(integer), &number));
    let is_whole = |moved: &Option<(_, bool)>| moved.as_ref().is_none_or(|(_, is_whole)| *is_whole);
    state.st0 = is_whole(&to_general) && is_whole(&to_integer);
    state.set_number(general, to_general.map(|(number, _)| number));
    state.set_number(integer, to_integer.map(|(number, _)| number));
}

/// "A None source gives a None destination; st0 is true"; a conversion that fails gives None and false.
fn convert(
    state: &mut State,
    source: Register,
    destination: Register,
    conversion: impl Fn(&[u8]) -> Option<Vec<u8>>,
) {
    let pattern = value(state, source);
    let result = pattern.as_deref().and_then(conversion);
    state.st0 = pattern.is_none() || result.is_some();
    state.set(destination, result);
}
