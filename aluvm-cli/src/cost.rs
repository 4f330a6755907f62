//! Costs of routines, in words.

use aluvm_core::flow::Bounds;

/// What a success costs; none if there can be none.
pub(crate) fn in_words(bounds: Option<Bounds>) -> String {
    match bounds {
        None => "never succeeds".into(),
        Some(Bounds { least, most: Some(most) }) if least == most => format!("costs {least}"),
        Some(Bounds { least, most: Some(most) }) => format!("costs {least} to {most}"),
        Some(Bounds { least, most: None }) => format!("costs at least {least}"),
    }
}
