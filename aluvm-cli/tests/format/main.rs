//! The layout of sources: columns, comments and empty lines by example, and over random text that nothing but
//! white space changes.

mod examples;
mod random;

use aluvm_cli::format;

/// The layout of a text, which stays as it is.
#[track_caller]
fn laid_out(text: &str) -> String {
    let once = format(text).unwrap_or_else(|errors| panic!("{text}\n{errors}"));
    assert_eq!(format(&once).as_ref(), Ok(&once), "{text}");
    once
}
