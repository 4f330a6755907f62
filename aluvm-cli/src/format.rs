//! The one layout of sources: `alu fmt`, and what editors ask for.
//!
//! Only white space changes, and commas behind the last of a list. The layout looks at tokens and not at what
//! they mean, so that it knows instructions of hosts as well as those of the table, and leaves text with
//! mistakes the text that it was. Columns are those of the disassembler.

mod header;
mod layout;
mod pieces;
mod spacing;
mod structured;

use aluvm_core::asm::{AsmErrors, lex};

use self::layout::Layout;
use self::pieces::pieces;

/// The least column of comments behind statements, counted from 0.
const COMMENT_COLUMN: usize = 40;

/// The columns between which such comments stand where a statement is longer.
const COMMENT_STEP: usize = 8;

/// The text of a source or a disassembly in the one layout. The same text again stays as it is. Lines end as
/// the first one does.
///
/// ```
/// let text = "pub fn double( value:a64[0] )->( value:a64[0] ){ add .uc value,value; ret ; }";
/// let laid_out = "\
/// pub fn double(value: a64[0]) -> (value: a64[0]) {
///         add.uc  value, value;
///         ret;
/// }
/// ";
/// assert_eq!(aluvm_cli::format(text)?, laid_out);
/// assert_eq!(aluvm_cli::format(laid_out)?, laid_out);
/// # Ok::<(), aluvm_core::asm::AsmErrors>(())
/// ```
///
/// # Errors
///
/// What is no token, and what is not closed.
pub fn format(text: &str) -> Result<String, AsmErrors> {
    let tokens = lex(text).map_err(|errors| AsmErrors::new(text, errors))?;
    let pieces = pieces(text, &tokens);
    let laid_out = Layout::new(&pieces, text.len()).document();
    let first = text.split_once('\n').map(|(first, _)| first);
    let end = if first.is_some_and(|first| first.ends_with('\r')) { "\r\n" } else { "\n" };
    if end == "\n" && !laid_out.contains('\r') {
        return Ok(laid_out);
    }
    // Literals and comments over several lines have the line ends of the text.
    let lines: Vec<&str> = laid_out.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    Ok(lines.join(end))
}

/// How far a comment stands from the end of a line with this many characters.
pub(crate) fn before_comment(line: usize) -> usize {
    (line + 1).next_multiple_of(COMMENT_STEP).max(COMMENT_COLUMN) - line
}
