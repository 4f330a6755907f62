//! What a run did: the tree of its calls with their costs, or each step as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};
use std::ops::Range;

use aluvm_core::library::{LibId, LibSite};
use aluvm_core::vm::{Change, Extension, Step};
use serde_json::{Value, json};

use crate::execution::{Ended, Progress, Run};
use crate::failure::Failure;
use crate::libraries::Libraries;
use crate::{output, progress};

/// A call of a routine.
struct Call {
    depth: usize,
    name: String,
    /// The complexity before it and behind it.
    cost: (u64, u64),
}

/// Runs, and prints who called whom, each with what it added to the complexity.
pub(super) fn calls<E: Extension>(
    run: &mut Run<'_, '_, E>,
    libraries: &Libraries,
) -> Result<Ended, Failure> {
    let routines = Routines::of(run.entry.lib, libraries);
    let mut tree = Tree::default();
    let shown = progress::Progress::new();
    let ended = run.steps(|step, Progress { depth, .. }| {
        let place = routines.place(step.site);
        // A jump into another routine ends the first in its place.
        let is_same = tree.open.get(*depth).is_some_and(|(_, known)| *known == place);
        tree.close(if is_same { depth + 1 } else { *depth });
        if !is_same {
            tree.open.push((tree.calls.len(), place));
            let cost = (tree.cost, tree.cost);
            tree.calls.push(Call { depth: *depth, name: routines.name(place), cost });
        }
        tree.cost = step.registers.ca0();
        Ok::<(), Failure>(())
    })?;
    drop(shown);
    tree.close(0);
    let mut lines = String::new();
    for Call { depth, name, cost: (before, behind) } in &tree.calls {
        // A string takes what is written into it.
        let _ = writeln!(lines, "{:indent$}{name} {}", "", behind - before, indent = 2 * depth);
    }
    output::print(lines.as_bytes())?;
    Ok(ended)
}

/// The calls so far.
#[derive(Default)]
struct Tree {
    calls: Vec<Call>,
    /// Those that have not returned, and the routine in which each is.
    open: Vec<(usize, Place)>,
    cost: u64,
}

impl Tree {
    /// Ends all calls but the outermost `count`.
    fn close(&mut self, count: usize) {
        for (number, _) in self.open.drain(count.min(self.open.len())..) {
            if let Some(call) = self.calls.get_mut(number) {
                call.cost.1 = self.cost;
            }
        }
    }
}

/// A library, and the number of the routine in it; none if the library says nothing of its routines.
type Place = (LibId, Option<usize>);

/// Where a routine lies, and its name.
type Extent = (Range<usize>, String);

/// Where routines lie and what they are called.
struct Routines {
    home: LibId,
    /// The name of each library, and its routines.
    all: BTreeMap<LibId, (String, Vec<Extent>)>,
}

impl Routines {
    fn of(home: LibId, libraries: &Libraries) -> Routines {
        let known = libraries.sources().map(|source| {
            let description = source.describe();
            let routines = description.routines.iter();
            let routines = routines.map(|one| (one.offset.into()..one.end(), one.name.into()));
            (source.lib.id(), (description.name.into(), routines.collect()))
        });
        Routines { home, all: known.collect() }
    }

    fn place(&self, site: LibSite) -> Place {
        let routines = self.all.get(&site.lib).map(|(_, routines)| routines);
        let at = usize::from(site.offset);
        let number = routines.and_then(|all| all.iter().position(|(range, _)| range.contains(&at)));
        (site.lib, number)
    }

    /// The name of a routine, with that of its library if that is another one.
    fn name(&self, (lib, number): Place) -> String {
        let Some((library, routines)) = self.all.get(&lib) else { return lib.to_string() };
        match (number.and_then(|number| routines.get(number)), lib == self.home) {
            (Some((_, name)), true) => name.clone(),
            (Some((_, name)), false) => format!("{library}::{name}"),
            (None, _) => lib.to_string(),
        }
    }
}

/// Runs, and prints each step, and at last how it ended.
pub(super) fn json<E: Extension>(run: &mut Run<'_, '_, E>) -> Result<Ended, Failure> {
    let _shown = progress::Progress::beside_results();
    let mut lines = BufWriter::new(io::stdout().lock());
    let ended =
        run.steps(|step, progress| output::check(writeln!(lines, "{}", object(step, progress))))?;
    let Ended { outcome, registers } = &ended;
    let end = json!({
        "outcome": {
            "st0": outcome.status,
            "stop": outcome.stop.name(),
            "library": outcome.site.lib.to_string(),
            "offset": outcome.site.offset,
            "ca0": registers.ca0(),
            "cy0": registers.cy0(),
        }
    });
    output::check(writeln!(lines, "{end}").and_then(|()| lines.flush()))?;
    Ok(ended)
}

fn object(step: &Step<'_>, progress: &Progress) -> Value {
    let change = |Change { register, before, after }: &Change| {
        let text = |value: &Option<aluvm_core::vm::Value>| {
            value.as_ref().map(|value| value.notation(*register).to_string())
        };
        json!({ "register": register.to_string(), "before": text(before), "after": text(after) })
    };
    json!({
        "step": progress.number,
        "depth": progress.depth,
        "library": step.site.lib.to_string(),
        "offset": step.site.offset,
        "instruction": step.instr.to_string(),
        "changes": step.changes.iter().map(change).collect::<Vec<_>>(),
        "ca0": step.registers.ca0(),
        "cy0": step.registers.cy0(),
    })
}
