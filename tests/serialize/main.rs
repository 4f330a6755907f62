//! Serde in the formats that people use, in each setting that a format has, and in the places that
//! serde's attributes make.
//!
//! `forms` has the forms themselves, `places` reads back everything from everywhere, and `hostile`
//! reads what nobody should have written, and counts memory.

mod format;
mod forms;
mod hostile;
mod memory;
mod places;
#[path = "../libraries/strategy.rs"]
#[allow(dead_code)]
mod strategy;

/// Calls a function that is generic in the format with each format, of all or of some of them.
macro_rules! each_format {
    (@ $function:ident $arguments:tt $($Format:ident)*) => {
        $($function::<crate::format::$Format> $arguments;)*
    };
    // Those that say what they hold: serde's buffer, by which it reads flattened, untagged and tagged
    // values, needs one.
    (self_describing $function:ident $arguments:tt) => {
        each_format!(@ $function $arguments Json JsonValue Toml TomlValue Yaml YamlValue Cbor CborValue
            MessagePack MessagePackNamed MessagePackReadable MessagePackReadableNamed);
    };
    ($function:ident $arguments:tt) => {
        each_format!(self_describing $function $arguments);
        each_format!(@ $function $arguments
            Postcard Bincode1 Bincode1Compact Bincode2 Bincode2Legacy);
    };
}
use each_format;
