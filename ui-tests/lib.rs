//! Compile-pass and compile-fail cases of `aluasm!`.
