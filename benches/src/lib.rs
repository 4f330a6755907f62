//! The work that `docs/performance.md` reports on, once for each machine that is compared.
//!
//! A [`Row`] is one piece of work with all who do it. Criterion (`benches/rows.rs`) and the `table`
//! command time the same rows, after checking that all results are right. How the cost grows with the
//! work is in [`scaling`].

pub mod chart;
pub mod guest;
pub mod measure;
pub mod peer;
pub mod row;
pub mod rows;
pub mod scaling;
pub mod table;

pub use guest::Guest;
pub use row::{Bound, Contender, Kind, Pace, Row};
