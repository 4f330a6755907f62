//! Conversions fail for some value exactly where the analysis says that they can: each size to each other.

use std::collections::BTreeMap;

use aluvm_core::flow::Definedness;
use aluvm_core::isa::{FORMS, FieldKind, Form, Instr, Register, RegisterSize};
use aluvm_core::profile::Profile;
use aluvm_core::vm::Registers;
use aluvm_judge::float::operands;

use crate::edge::put;
use crate::effects::{Case, Told, read, words_of};

/// Words of a row with all sizes, from the first register of a size to the second of another.
fn words(form: &Form) -> Vec<u128> {
    let mut index = 0;
    words_of(form, |kind| match kind {
        FieldKind::Index => {
            index += 1;
            vec![index]
        }
        FieldKind::Size(sizes) => (0..sizes.len() as u64).collect(),
        FieldKind::Flags(flags) => flags.iter().map(|flag| flag.bits.into()).collect(),
        _ => panic!("a field of another kind"),
    })
}

/// The numbers of a size at which conversions fail first: the least and the greatest, infinities, and those near zero.
fn extremes(size: RegisterSize) -> Vec<Vec<u8>> {
    if let Some(format) = size.float_format() {
        return operands::directed(format);
    }
    let filled = |byte: u8| vec![byte; size.bytes()];
    let with_last = |mut bytes: Vec<u8>, last| {
        *bytes.last_mut().expect("no register is empty") = last;
        bytes
    };
    vec![filled(0), filled(0xFF), with_last(filled(0), 0x80), with_last(filled(0xFF), 0x7F)]
}

/// Whether an instruction can leave `st0` false though its source is defined, as it is said and as it is.
fn can_fail(form: &'static Form, word: u128, instr: &Instr, extremes: &[Vec<u8>]) -> (bool, bool) {
    let source = instr.reads().next().expect("a source");
    let told = [(source, Told::Defined)].into();
    let profile = Profile::SPEC;
    let case = Case { profile, form, word, instr: instr.clone(), told, status: true };
    let (flow, behind) = case.flow();
    let before = flow.before(behind).expect("it never stops");
    assert_eq!(before.register_where(true, source), Some(Definedness::Defined), "{instr}");
    let Register::Value { size, index } = source else { panic!("{instr}: no register") };
    let fails = extremes.iter().any(|bytes| {
        let mut registers = Registers::new();
        put(&mut registers, size, index, bytes.clone());
        registers.set_st0(true);
        case.run(&mut registers, &[]);
        !registers.st0()
    });
    (before.can_be(false), fails)
}

#[test]
fn conversions_can_fail_where_some_value_does() {
    let mut all: BTreeMap<RegisterSize, Vec<Vec<u8>>> = BTreeMap::new();
    let mut counts = [0; 2];
    for name in ["CpyA", "CpyR", "CnvA", "CnvF", "CnvAF", "CnvFA"] {
        let form = FORMS.iter().find(|form| form.name == name).expect("a row");
        for word in words(form) {
            let instr = read(form, word, &Profile::SPEC).expect("an instruction");
            let source = instr.reads().next().expect("a source");
            let Register::Value { size, .. } = source else { panic!("{instr}: no register") };
            let extremes = all.entry(size).or_insert_with(|| extremes(size));
            let (said, seen) = can_fail(form, word, &instr, extremes);
            assert_eq!(said, seen, "{instr}");
            counts[usize::from(seen)] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 100), "{counts:?}");
}
