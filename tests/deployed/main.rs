//! This implementation against the deployed one: libraries have the same bytes and ids, programs of what
//! that executes as the instruction set says end in the same registers, and each known difference is just
//! the one described.

mod compare;
mod differences;
mod edges;
mod floats_and_strings;
mod integers;
mod libraries;
mod profile;
mod programs;
mod published;
mod right;
mod shifted;
mod special_floats;
mod state;
