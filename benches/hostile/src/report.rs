//! The counts that callgrind has dumped, each beside what was counted.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The instructions of the processor in each dump that follows a measured call, in their order.
pub fn counts(folder: &Path) -> Vec<u64> {
    let mut counts = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let number = path.extension().and_then(|number| number.to_str()?.parse::<u32>().ok());
        let Some(number) = number else { continue };
        let text = fs::read_to_string(&path).expect("a dump");
        if text.lines().any(|line| line.starts_with("desc: Trigger: --dump-after")) {
            let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
            counts.insert(number, total.expect("a total").trim().parse().expect("a number"));
        }
    }
    counts.into_values().collect()
}

/// What an instruction costs on its dearest operands.
#[derive(Clone, Default, Debug)]
pub struct Dearest {
    /// As it is written, registers without their indices.
    pub name: String,
    /// Its complexity.
    pub units: u64,
    /// In the fast loop.
    pub fast: f64,
    /// How much more it costs step by step.
    pub stepping: f64,
    /// In the fast loop, on the operands that were measured last.
    last: f64,
}

impl Dearest {
    /// Takes a cost into account. That of a step comes behind that of the same operands in the fast
    /// loop.
    pub fn keep(&mut self, name: &str, units: u64, cost: f64, steps: bool) {
        self.units = units;
        if steps {
            self.stepping = self.stepping.max(cost - self.last);
            return;
        }
        if cost > self.fast || self.name.is_empty() {
            self.name = name.into();
            self.fast = cost;
        }
        self.last = cost;
    }
}
