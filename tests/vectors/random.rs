//! Random programs and instructions on the machine and before the judge: every register equal.

use std::collections::BTreeMap;

use aluvm_core::isa::FORMS;
use aluvm_judge::Random;
use aluvm_judge::generate::{Mix, flags, program, single};
use aluvm_tests::cases;

use crate::{assert_same, names, run};

/// Each test has numbers of its own.
fn check(seed: u64, count: u32, mix: Mix) -> BTreeMap<String, u32> {
    let mut random = Random::new(seed);
    let mut executed = BTreeMap::new();
    for number in 0..count {
        let case = program(mix, &mut random);
        let (end, names) = case.trace();
        assert_same(&run(&case), &end, &case, &format!("program {number} of seed {seed}"));
        for name in names {
            *executed.entry(name).or_default() += 1;
        }
    }
    executed
}

#[test]
fn programs_of_all_instructions_end_as_before_the_judge() {
    let executed = check(1, cases(20_000), Mix::Any);
    for name in names() {
        let count = executed.get(&name).copied().unwrap_or(0);
        let enough = cases(20_000) / 2_500;
        assert!(count >= enough, "{name} was executed by {count} programs");
    }
}

#[test]
fn programs_of_jumps_end_as_before_the_judge() {
    check(2, cases(4_000), Mix::Control);
}

/// Each instruction with each flag, as in the vectors, by other numbers.
#[test]
fn instructions_end_as_before_the_judge() {
    let mut random = Random::new(3);
    for form in FORMS.iter().filter(|form| form.opcode > 0x07) {
        // Curve operations are slow.
        let count = if form.cost >= 1000 { cases(30) } else { cases(200) };
        for flag in flags(form) {
            for number in 0..count as usize {
                let vector = single(form, flag, number, &mut random);
                assert_same(&run(&vector.case), &vector.end, &vector.case, &vector.of);
            }
        }
    }
}
