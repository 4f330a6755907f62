//! The tests that run on every platform: those that need neither C code nor a library that is at home on
//! one platform only. `platforms/run` runs them; docs/platforms.md has the results.
//!
//! The conformance rows, the codec's properties, and those of integers and byte strings are the files
//! that `aluvm-tests` has. The states of random programs and the results of float arithmetic are
//! here: each platform has to come to the same digests.
