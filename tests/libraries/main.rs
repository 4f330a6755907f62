//! Libraries: ids and their text, isae, sites and the binary form; and programs of libraries.

mod assemble;
mod errors;
mod extension;
mod file;
mod id;
mod isae;
mod program;
mod segments;
mod site;
mod statics;
mod strategy;
mod text;
