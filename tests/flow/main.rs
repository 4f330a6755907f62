//! The analysis of code: what it claims holds when the code runs, and it finds what is wrong.

mod claims;
mod conversions;
mod edge;
mod effects;
mod external;
mod findings;
#[allow(dead_code)]
#[path = "../interpreter/host.rs"]
mod host;
#[allow(dead_code)]
mod hostile;
mod listed;
mod printed;
mod profile;
#[path = "../interpreter/programs.rs"]
mod programs;
mod published;
mod soundness;
mod source;
mod states;
#[path = "../interpreter/structured.rs"]
mod structured;
mod tight;
mod tools;
