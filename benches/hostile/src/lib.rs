//! What the worst input costs, measured in time and counted in instructions of the processor: each instruction at its
//! largest operands, in the fast loop and step by step, and the reading of hostile files and texts.
//! docs/hostile-input.md has the results.

pub mod case;
pub mod counts;
pub mod dearest;
pub mod input;
pub mod longest;
pub mod measured;
pub mod operands;
