//! Random programs: wherever one goes, back or forward, it is as if one had stepped there.

use std::fmt::Write;

use aluvm_core::isa::NoExtension;
use aluvm_core::library::LibSite;
use aluvm_core::vm::Registers;

use super::super::Debugger;
use super::{tell, with};

/// A stream of numbers, the same each time.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// Instructions that jump, call, compute and stop.
fn program(random: &mut Random) -> String {
    const LABELS: usize = 6;
    let mut text = String::from(".isae \"ALU\";\n");
    for number in 0..40 {
        if number % 7 == 0 {
            let _ = writeln!(text, "l{}:", number / 7);
        }
        let (one, other, label) = (random.below(4), random.below(4), random.below(LABELS));
        let _ = match random.below(14) {
            0 => writeln!(text, "jif l{label};"),
            1 => writeln!(text, "jmp l{label};"),
            2 | 3 => writeln!(text, "routine l{label};"),
            4 => writeln!(text, "ret;"),
            5 => writeln!(text, "inv st0;"),
            6 => writeln!(text, "sub.uc a8[{one}], a8[{other}];"),
            7 => writeln!(text, "clr a8[{one}];"),
            8 => writeln!(text, "gt.u a8[{one}], a8[{other}];"),
            9 => writeln!(text, "put s16[{one}], b\"\\xff{label}\";"),
            _ => writeln!(text, "put a8[{one}], {};", random.below(256)),
        };
    }
    text.push_str("ret;");
    text
}

/// All that is to be seen of a place in a run.
fn seen(
    debugger: &Debugger<'_, '_, NoExtension>,
) -> (u64, LibSite, Registers, Vec<LibSite>, String) {
    let moment = &debugger.moment;
    let shown = moment.shown();
    let changes = shown.iter().map(|one| {
        let (read, written) = (one.is_read, one.is_written);
        format!("{} {:?} {:?} {read} {written}\n", one.register, one.value, one.before)
    });
    let stack = moment.stack.clone();
    (moment.steps, moment.site, moment.registers.clone(), stack, changes.collect())
}

#[test]
fn wherever_one_goes_it_is_as_if_one_had_stepped_there() {
    for seed in 0..60 {
        let mut random = Random(seed);
        let text = program(&mut random);
        with(&text, &["a8[0]=9", "a8[1]=3"], |debugger| {
            tell(debugger, "limit 700");
            let mut places = vec![seen(debugger)];
            while debugger.moment.outcome.is_none() {
                tell(debugger, "j");
                places.push(seen(debugger));
            }
            let last = places.len() - 1;
            assert_eq!(debugger.moment.length, Some(last as u64));
            for _ in 0..30 {
                let steps = random.below(places.len());
                let before = debugger.moment.steps as usize;
                match before.cmp(&steps) {
                    std::cmp::Ordering::Less if random.below(2) == 0 => {
                        tell(debugger, &format!("{}j", steps - before));
                    }
                    std::cmp::Ordering::Greater if random.below(2) == 0 => {
                        tell(debugger, &format!("{}k", before - steps));
                    }
                    _ => tell(debugger, &format!("{steps}G")),
                }
                assert_eq!(seen(debugger), places[steps], "{text}\nstep {steps}");
                if steps < last {
                    tell(debugger, "j");
                    tell(debugger, "k");
                    assert_eq!(seen(debugger), places[steps], "{text}\nj and k at {steps}");
                }
            }
            check_searches(debugger, &places);
        });
    }
}

/// Searches forward and back come to the places that a look at all places finds.
fn check_searches(
    debugger: &mut Debugger<'_, '_, NoExtension>,
    places: &[(u64, LibSite, Registers, Vec<LibSite>, String)],
) {
    let last = places.len() - 1;
    let depth = |at: usize| places[at].3.len();
    let is_call = |at: &usize| *at > 0 && depth(*at) > depth(*at - 1);
    let site = places[last / 2].1;
    debugger.breakpoints.insert(site);
    // Where it has stopped nothing comes next.
    let stops = |at: &usize| *at < last && places[*at].1 == site;
    for here in [0, last / 3, last / 2, last] {
        let mut check = |command: &str, wanted: Option<usize>, or: usize| {
            tell(debugger, &format!("{here}G"));
            tell(debugger, command);
            assert_eq!(debugger.moment.steps as usize, wanted.unwrap_or(or), "{command} at {here}");
        };
        check("s", (here + 1..=last).find(is_call), last);
        check("a", (1..here).rev().find(is_call), 0);
        check("o", (here + 1..=last).find(|at| depth(*at) < depth(here)), last);
        check("c", (here + 1..=last).find(stops), last);
        check("C", (1..here).rev().find(stops), 0);
        for register in ["a8[0]", "a8[1]", "s16[2]"] {
            let write = |at: &usize| {
                places[*at]
                    .4
                    .lines()
                    .any(|line| line.starts_with(&format!("{register} ")) && line.ends_with("true"))
            };
            let from = if here > 0 && write(&here) { here } else { here + 1 };
            let found = (1..from).rev().find(write);
            check(&format!("w {register}"), found, here);
        }
    }
    debugger.breakpoints.clear();
}

#[test]
fn a_run_at_the_jump_limit_goes_to_any_step() {
    with(
        "inc a64[0]; next: inc a64[0]; inc a64[1]; jmp next;",
        &["a64[0]=0", "a64[1]=0"],
        |debugger| {
            tell(debugger, "G");
            let length = debugger.moment.length.expect("known");
            assert_eq!(length, 1 + 65_536 * 3);
            for steps in [length - 1, 12_345, 1, 100_000, 99_999, 150_000, 0] {
                tell(debugger, &format!("{steps}G"));
                // Behind the first step there are rounds of three.
                let rounds = steps.saturating_sub(1) / 3;
                let wanted =
                    u64::from(steps > 0) + rounds + u64::from(steps > 0 && (steps - 1) % 3 > 0);
                assert_eq!(debugger.moment.registers.a64(0), Some(wanted), "{steps}");
            }
        },
    );
}

#[test]
fn a_search_can_be_stopped() {
    with("next: jmp next;", &[], |debugger| {
        let mut asked = 0;
        let command = super::Command::parse("G").expect("a command");
        let mut interrupt = || {
            asked += 1;
            asked == 2
        };
        debugger.execute(command, &mut interrupt).expect("goes");
        assert_eq!(debugger.moment.steps, 2 << 14);
        let command = super::Command::parse("w a8[0]").expect("a command");
        debugger.execute(command, &mut || true).expect("goes");
        assert_eq!(debugger.moment.steps, 2 << 14);
        assert_eq!(debugger.notice, Some(super::super::Notice::Interrupted));
    });
}
