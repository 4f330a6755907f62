//! The types of C's `stdint.h` that the bindings of Berkeley SoftFloat use.
//!
//! This takes the place of the published crate of this name, which builds a program with CMake to learn
//! their widths. The bindings exist for Linux on x86-64 only; these are the types of its ABI.

#![no_std]
#![allow(non_camel_case_types)]

use core::ffi::{c_long, c_uchar, c_ulong};

pub type uint_fast8_t = c_uchar;
pub type int_fast64_t = c_long;
pub type uint_fast64_t = c_ulong;

/// The "fast" types of 32 bits have 64 in the GNU library, and 32 in musl.
#[cfg(target_env = "gnu")]
pub type int_fast32_t = c_long;
#[cfg(target_env = "gnu")]
pub type uint_fast32_t = c_ulong;
#[cfg(not(target_env = "gnu"))]
pub type int_fast32_t = core::ffi::c_int;
#[cfg(not(target_env = "gnu"))]
pub type uint_fast32_t = core::ffi::c_uint;
