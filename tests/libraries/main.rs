//! Libraries: ids and their text, isae, sites and the binary form.

mod assemble;
mod file;
mod id;
mod isae;
mod segments;
mod site;
mod statics;
mod strategy;
mod text;
