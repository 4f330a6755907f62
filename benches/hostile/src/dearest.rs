//! The dearest operands of an instruction.

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
