//! Calls of routines, and instructions as conditions and statements.

use super::{Writer, mnemonic_of, name};
use crate::program::{Callee, Check, Ex, Refusal};
use crate::types::Ty;

impl Writer<'_> {
    /// The arguments and the call, with the error of the statement again, without the `test;` behind it.
    pub(super) fn call(&mut self, callee: &'static Callee, arguments: &[Ex]) {
        let inputs: Vec<_> = super::registers(callee).into_iter().zip(callee.inputs).collect();
        if arguments.iter().any(has_call) {
            let held: Vec<_> =
                arguments.iter().zip(&inputs).map(|(one, (_, ty))| self.p(one, **ty)).collect();
            for ((source, temporary), (input, _)) in held.iter().zip(&inputs) {
                let mnemonic = if temporary.is_some() { "mov" } else { "dup" };
                self.line(format!("{mnemonic} {source}, {};", name(*input)));
            }
            held.into_iter().for_each(|(_, temporary)| self.free(temporary));
        } else {
            for (argument, (input, ty)) in arguments.iter().zip(&inputs) {
                self.e(argument, *input, **ty);
            }
        }
        match callee.name.strip_prefix("other::") {
            None => self.line(format!("routine {};", callee.name)),
            Some(own) => {
                let mut all = self.other.offsets.iter();
                let (_, offset) = all.find(|(name, _)| name == own).expect("a routine");
                self.line(format!("call {offset} @ \"{}\";", self.other.id));
            }
        }
        self.put_again();
    }

    pub(super) fn let_each(
        &mut self,
        numbers: &[Option<usize>],
        callee: &'static Callee,
        arguments: &[Ex],
        error: Refusal,
    ) {
        self.hit("`let (a: T, _, b: T) = name(…);`", callee.name);
        let places: Vec<_> = numbers
            .iter()
            .map(|number| number.map(|number| (number, self.take(self.ty(number)))))
            .collect();
        self.put(error);
        self.call(callee, arguments);
        self.line("test;");
        let outputs = super::registers(callee).into_iter().skip(callee.inputs.len());
        for (place, output) in places.into_iter().zip(outputs) {
            let Some((number, place)) = place else { continue };
            self.line(format!("mov {}, {};", name(output), name(place)));
            self.places[number] = Some(place);
        }
    }

    pub(super) fn check(&mut self, check: Check, arguments: &[Ex]) {
        let ty = arguments[0].ty(&|number| self.ty(number)).expect("typed");
        self.compare(mnemonic_of(check), arguments, ty);
    }

    /// An instruction on the `P` of each operand.
    pub(super) fn compare(&mut self, mnemonic: &str, operands: &[Ex], ty: Ty) {
        let held: Vec<_> = operands.iter().map(|one| self.p(one, ty)).collect();
        let names: Vec<&str> = held.iter().map(|(name, _)| name.as_str()).collect();
        self.line(format!("{mnemonic} {};", names.join(", ")));
        held.into_iter().for_each(|(_, temporary)| self.free(temporary));
    }
}

fn has_call(value: &Ex) -> bool {
    value.any(&|part| matches!(part, Ex::Call(..)))
}
