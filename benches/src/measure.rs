//! Timing on a machine that does other things too: short batches of all contenders in turn, many
//! rounds, and the fastest batch counts. Noise only ever adds time, and drift hits all alike. The
//! clock is that of the thread, which stands still while other programs have the processor.

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::row::{Contender, Row};

/// How long to measure.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// The least duration of a batch.
    pub batch: Duration,
    /// How many batches of each contender.
    pub rounds: usize,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { batch: Duration::from_millis(4), rounds: 40 }
    }
}

/// Nanoseconds for one operation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Time {
    /// In the fastest batch.
    pub least: f64,
    /// In half of the batches, no more than this.
    pub median: f64,
}

/// What [`clock`] was on the machine where the bounds were set.
pub const CLOCK: f64 = 3.3;

/// The latency of a division of 64-bit floats, in nanoseconds: a fixed number of cycles.
pub fn clock() -> f64 {
    const COUNT: u32 = 100_000;
    let chain = || {
        let (constant, start) = black_box((0.7, 1.0 / 3.0));
        let before = now();
        black_box((0..COUNT).fold(start, |value: f64, _| constant / value));
        now().saturating_sub(before).as_nanos() as f64 / f64::from(COUNT)
    };
    (0..40).map(|_| chain()).fold(f64::INFINITY, f64::min)
}

/// Times all contenders of a row, in their order.
pub fn measure(row: &mut Row, effort: Effort) -> Vec<Time> {
    let repeats: Vec<u32> =
        row.contenders.iter_mut().map(|contender| calibrate(contender, effort.batch)).collect();
    let mut samples = vec![Vec::with_capacity(effort.rounds); repeats.len()];
    for _ in 0..effort.rounds {
        for ((contender, repeat), samples) in
            row.contenders.iter_mut().zip(&repeats).zip(&mut samples)
        {
            let operations = contender.operations as f64 * f64::from(*repeat);
            samples.push(batch(contender, *repeat).as_nanos() as f64 / operations);
        }
    }
    samples.into_iter().map(summarise).collect()
}

/// The time of `repeat` runs.
fn batch(contender: &mut Contender, repeat: u32) -> Duration {
    let start = now();
    for _ in 0..repeat {
        black_box(contender.run());
    }
    now().saturating_sub(start)
}

/// The processor time of this thread.
pub(crate) fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// How many runs fill a batch.
fn calibrate(contender: &mut Contender, least: Duration) -> u32 {
    let mut repeat = 1;
    while batch(contender, repeat) < least && repeat < 1 << 24 {
        repeat *= 2;
    }
    repeat
}

fn summarise(mut samples: Vec<f64>) -> Time {
    samples.sort_by(f64::total_cmp);
    Time { least: samples[0], median: samples[samples.len() / 2] }
}
