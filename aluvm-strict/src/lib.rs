//! Libraries, ids and sites in the strict encoding of the RGB network.
//!
//! The types have the names, fields and order that the network's type library has, because its ids commit to them. They
//! convert from and to those of `aluvm-core`. `aluvm-rgb` shows them to hosts, and the drop-in for `rgb-aluvm` to the
//! network's own crates.

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod id;
mod isae;
mod library;
mod libs;
mod site;
#[cfg(feature = "stl")]
mod stl;

pub use self::error::SegmentError;
pub use self::id::LibId;
pub use self::isae::{IsaName, IsaSeg};
pub use self::library::Lib;
pub use self::libs::LibSeg;
pub use self::site::LibSite;
#[cfg(feature = "stl")]
#[cfg_attr(docsrs, doc(cfg(feature = "stl")))]
pub use self::stl::aluvm_stl;

/// The name of the type library.
pub const LIB_NAME_ALUVM: &str = "AluVM";
