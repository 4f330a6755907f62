//! What is said of an instruction is not only true but all that can be said: each row with all flags, its
//! operands defined and undefined, both `st0`, and registers that are one or several. Runs show each state
//! that is called possible.

use std::collections::{BTreeMap, BTreeSet};

use aluvm_core::flow::Definedness;
use aluvm_core::isa::{FORMS, FieldKind, Form, Instr, Register};
use aluvm_core::profile::Profile;
use aluvm_tests::Random;

use crate::effects::{Case, DATA, Told, data, is_plain, read, words_of};

/// The most runs of a case.
const RUNS: u32 = 1000;

/// Words of a row: each value of each flag, few sizes, with registers that differ, or one for all.
fn words(form: &Form, is_one: bool) -> Vec<u128> {
    let mut index = 0;
    words_of(form, |kind| match kind {
        FieldKind::Index => {
            index += u64::from(!is_one);
            vec![index]
        }
        FieldKind::Size(sizes) => {
            let last = sizes.len() as u64 - 1;
            BTreeSet::from([0, 1.min(last), last]).into_iter().collect()
        }
        FieldKind::Flags(flags) => flags.iter().map(|flag| flag.bits.into()).collect(),
        FieldKind::Switch => vec![0, 1],
        FieldKind::Step => vec![1, u64::MAX],
        FieldKind::RegisterData => vec![3, DATA as u64 - 70, DATA as u64 - 1],
        FieldKind::StringData => {
            vec![5 << 16 | 7, 5 << 16 | (DATA as u64 - 2), DATA as u64 + 9]
        }
        FieldKind::Fixed(_) | FieldKind::Offset | FieldKind::Library | FieldKind::Unsigned => {
            vec![0]
        }
    })
}

/// What is told of registers: each of them defined and undefined.
fn all_told(instr: &Instr) -> Vec<BTreeMap<Register, Told>> {
    let registers: BTreeSet<Register> =
        instr.reads().chain(instr.writes()).filter(|one| *one != Register::Status).collect();
    let mut all = vec![BTreeMap::new()];
    for register in registers {
        let with = |told: &BTreeMap<Register, Told>| {
            [Told::Defined, Told::Undefined].map(|one| {
                let mut told = told.clone();
                told.insert(register, one);
                told
            })
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}

/// What a case was seen to leave: for each `st0` whether each register was defined.
type Seen = BTreeMap<bool, BTreeMap<Register, BTreeSet<bool>>>;

/// What is claimed of a case.
fn claimed(case: &Case) -> Seen {
    let (flow, behind) = case.flow();
    let Some(known) = flow.before(behind) else { return Seen::new() };
    let states = |status| {
        let states = case.told.keys().map(|register| {
            let states = match known.register_where(status, *register) {
                Some(Definedness::Defined) => BTreeSet::from([true]),
                Some(Definedness::Undefined) => BTreeSet::from([false]),
                _ => BTreeSet::from([false, true]),
            };
            (*register, states)
        });
        states.collect()
    };
    let possible = [false, true].into_iter().filter(|status| known.can_be(*status));
    possible.map(|status| (status, states(status))).collect()
}

/// What is claimed of a case and no run showed.
fn never_seen(case: &Case, random: &mut Random) -> Option<(Seen, Seen)> {
    let claimed = claimed(case);
    let mut seen = Seen::new();
    let data = data();
    for _ in 0..RUNS {
        let mut registers = case.registers(random);
        if case.run(&mut registers, &data).is_none() {
            continue;
        }
        let states = seen.entry(registers.st0()).or_default();
        for register in case.told.keys() {
            states.entry(*register).or_default().insert(registers.get(*register).is_some());
        }
        if seen == claimed {
            return None;
        }
    }
    Some((claimed, seen))
}

/// Rows of which more can be said than is: these, where a register is compared with itself or subtracted from
/// itself.
const ITSELF: [&str; 9] = ["EqA", "EqF", "EqR", "GtA", "GtF", "GtR", "LtA", "LtF", "LtR"];

/// These, whose results are undefined where they fail, which is not relied upon.
const FAILING: [&str; 16] = [
    "Con", "Del", "EdAdd", "EdMul", "EdNeg", "Fill", "Find", "Inj", "Ins", "Join", "Len",
    "SecpAdd", "SecpGen", "SecpMul", "SecpNeg", "Splt",
];

/// These, which fail on values that are hard to meet, or of which there are none in some sizes.
const RARE: [&str; 10] =
    ["AddF", "CnvF", "CnvFA", "DivF", "MulF", "SubA", "SubF", "EdGen", "Rem", "CnvAF"];

/// Rows of the network's profile that mean something else there, of which nothing or not all is said.
const UNKNOWN: [&str; 30] = [
    "Abs", "And", "DivA", "EqA", "EqF", "EqR", "Extr", "GtF", "GtR", "LtF", "LtR", "Neg", "Or",
    "PutF", "PutIfA", "PutIfR", "PutS", "Scl", "Scr", "Shl", "ShrA", "ShrR", "St", "Xor", "Rem",
    "CnvF", "CnvFA", "CnvAF", "DivF", "AddF",
];

/// The rows of a profile of which more can be said than is, each with an example and whether it is so only where
/// one register is named for all; and how many cases there were.
fn loose(profile: Profile, seed: u64) -> (BTreeMap<&'static str, (bool, String)>, usize) {
    let mut random = Random::new(seed);
    let mut loose: BTreeMap<&str, (bool, String)> = BTreeMap::new();
    let mut count = 0;
    for form in FORMS.iter().filter(|form| is_plain(form, &profile)) {
        for (is_one, word) in [false, true]
            .into_iter()
            .flat_map(|is_one| words(form, is_one).into_iter().map(move |word| (is_one, word)))
        {
            let instr = read(form, word, &profile).expect("an instruction");
            for told in all_told(&instr) {
                for status in [false, true] {
                    let (instr, told) = (instr.clone(), told.clone());
                    let case = Case { profile, form, word, instr, told, status };
                    count += 1;
                    if let Some((claimed, seen)) = never_seen(&case, &mut random) {
                        let text = format!(
                            "{} {:?} {status}: {claimed:?} is claimed, {seen:?} seen",
                            case.instr, case.told
                        );
                        let entry = loose.entry(form.name).or_insert((true, text));
                        entry.0 &= is_one;
                    }
                }
            }
        }
    }
    (loose, count)
}

#[test]
fn nothing_more_can_be_said_of_an_instruction() {
    let (loose, count) = loose(Profile::SPEC, 32);
    for (name, (is_itself, text)) in &loose {
        let is_known =
            FAILING.contains(name) || RARE.contains(name) || ITSELF.contains(name) && *is_itself;
        assert!(is_known, "{name}: {text}");
    }
    assert!(count > 8000, "{count} cases");
}

#[test]
fn nothing_more_can_be_said_of_an_instruction_of_a_profile() {
    let (loose, count) = loose(Profile::RGB_0_11_SECP256K1, 35);
    for (name, (is_itself, text)) in &loose {
        let is_known = FAILING.contains(name)
            || RARE.contains(name)
            || UNKNOWN.contains(name)
            || ["MovS", "SubA"].iter().chain(&ITSELF).any(|one| one == name) && *is_itself;
        assert!(is_known, "{name}: {text}");
    }
    let unknown: Vec<_> = UNKNOWN.iter().filter(|name| !loose.contains_key(*name)).collect();
    assert!(unknown.is_empty(), "{unknown:?} is known");
    assert!(count > 8000, "{count} cases");
}
