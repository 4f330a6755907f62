//! Whether each register that the source names is assigned before it is read, on every way, and each output before the
//! routine returns. What a routine that is called leaves in a register is no value of the twin's.

use alloc::vec;
use alloc::vec::Vec;

use super::{Step, Twin};

/// The variables that are assigned, a bit each; none where no way leads.
type Assigned = Option<Vec<u64>>;

/// A block that is being walked.
enum Frame {
    /// What is assigned where the jump that the block begins with comes from.
    Jumped(Assigned),
    /// What is assigned behind the block before `else`.
    Otherwise(Assigned),
    /// What is assigned where the loop is left.
    Loop(Assigned),
}

impl Twin {
    /// Whether no value is read that was not assigned.
    pub(in crate::contract) fn is_assigned(&self) -> bool {
        let mut walk =
            Walk { now: Some(vec![0; self.variables.len().div_ceil(64)]), frames: Vec::new() };
        self.inputs.iter().for_each(|input| walk.assign(*input));
        self.steps.iter().all(|step| walk.step(step, &self.outputs))
    }
}

struct Walk {
    now: Assigned,
    frames: Vec<Frame>,
}

impl Walk {
    fn assign(&mut self, variable: usize) {
        if let Some(word) = self.now.as_mut().and_then(|all| all.get_mut(variable / 64)) {
            *word |= 1 << (variable % 64);
        }
    }

    fn has(&self, variable: usize) -> bool {
        let Some(all) = &self.now else { return true };
        all.get(variable / 64).is_some_and(|word| word >> (variable % 64) & 1 != 0)
    }

    /// Walks over a step, and says whether what it reads is assigned.
    fn step(&mut self, step: &Step, outputs: &[usize]) -> bool {
        match step {
            Step::Read(variable) => return self.has(*variable),
            Step::Assign(variable) => self.assign(*variable),
            Step::Outputs(variables) => {
                variables.iter().flatten().for_each(|variable| self.assign(*variable));
            }
            Step::Unless { .. } | Step::If { .. } => {
                self.frames.push(Frame::Jumped(self.now.clone()));
            }
            Step::Else => {
                if let Some(frame) = self.frames.last_mut()
                    && let Frame::Jumped(jumped) = frame
                {
                    let jumped = jumped.take();
                    *frame = Frame::Otherwise(core::mem::replace(&mut self.now, jumped));
                }
            }
            Step::End => match self.frames.pop() {
                Some(Frame::Jumped(other) | Frame::Otherwise(other)) => join(&mut self.now, other),
                _ => return false,
            },
            Step::Loop => self.frames.push(Frame::Loop(None)),
            Step::Leave { .. } => self.leave(),
            Step::Break { .. } => {
                self.leave();
                self.now = None;
            }
            Step::Again => match self.frames.pop() {
                Some(Frame::Loop(left)) => self.now = left,
                _ => return false,
            },
            Step::Continue { .. } | Step::Fail { .. } => self.now = None,
            Step::Return { .. } | Step::Verdict { .. } => {
                let are_assigned = outputs.iter().all(|output| self.has(*output));
                self.now = None;
                return are_assigned;
            }
            _ => {}
        }
        true
    }

    /// The loop is left from here.
    fn leave(&mut self) {
        let now = self.now.clone();
        let mut loops = self.frames.iter_mut().rev();
        if let Some(left) = loops.find_map(|frame| match frame {
            Frame::Loop(left) => Some(left),
            _ => None,
        }) {
            join(left, now);
        }
    }
}

/// What is assigned on both of two ways.
fn join(one: &mut Assigned, other: Assigned) {
    match (one.as_mut(), other) {
        (Some(one), Some(other)) => {
            one.iter_mut().zip(other).for_each(|(one, other)| *one &= other);
        }
        (None, other) => *one = other,
        (Some(_), None) => {}
    }
}
