//! Libraries: ids and their text, isae, sites, the binary form and serde.

mod assemble;
mod file;
mod id;
mod isae;
mod segments;
mod serialize;
mod site;
mod statics;
mod strategy;
mod text;
