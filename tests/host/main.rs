//! What a host sees of the machine: registers by name, limits and counters, the trace, why a run
//! stopped.

mod effects;
mod registers;
mod runs;
mod sessions;
