//! How far a quoted literal reaches. What its escapes mean is found when its value is needed.

use crate::asm::error::Unclosed;

/// What begins at a quote or at the prefix before one.
pub(super) enum Quoted {
    /// A literal of this length, suffix included.
    Literal(usize),
    /// The quote of a lifetime.
    Lifetime,
    /// Something that the text ends within, with the length of its opening quote.
    Unclosed(Unclosed, usize),
}

/// Whether the text begins with the prefix of a literal, not with a name: `b"`, `b'`, `r"`, `r#"`,
/// `br"`, `c"` and so on.
pub(super) fn has_prefix(text: &str) -> bool {
    let letters = prefix_length(text);
    let rest = &text[letters..];
    if text[..letters].ends_with('r') {
        return rest.trim_start_matches('#').starts_with('"');
    }
    rest.starts_with('"') || text.starts_with("b'")
}

fn prefix_length(text: &str) -> usize {
    ["br", "cr", "b", "c", "r"].iter().find(|p| text.starts_with(*p)).map_or(0, |p| p.len())
}

/// What the text begins with, which is a quote or has a prefix.
pub(super) fn length(text: &str) -> Quoted {
    let letters = prefix_length(text);
    let rest = &text[letters..];
    let end = if text[..letters].ends_with('r') {
        raw_length(rest)
    } else if rest.starts_with('"') {
        cooked_length(rest, b'"').ok_or((Unclosed::String, 1))
    } else if letters == 0 && is_lifetime(rest) {
        return Quoted::Lifetime;
    } else {
        cooked_length(rest, b'\'').ok_or((Unclosed::Character, 1))
    };
    match end {
        Ok(end) => Quoted::Literal(letters + end + super::ident_length(&rest[end..])),
        Err((what, quote)) => Quoted::Unclosed(what, letters + quote),
    }
}

/// `'a` without a quote behind it.
fn is_lifetime(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    let is_name = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
    is_name && chars.next() != Some('\'')
}

fn raw_length(text: &str) -> Result<usize, (Unclosed, usize)> {
    let hashes = text.len() - text.trim_start_matches('#').len();
    let open = hashes + 1;
    let mut at = open;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('"')) {
        at += found + 1;
        // Looks no further than to the first other byte, so that many quotes do not cost their square.
        let behind = text.as_bytes()[at..].iter().take(hashes);
        if behind.take_while(|byte| **byte == b'#').count() == hashes {
            return Ok(at + hashes);
        }
    }
    Err((Unclosed::String, open))
}

/// The length of a literal with escapes from its opening quote to its closing one.
fn cooked_length(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'\n' if quote == b'\'' => return None,
            byte if *byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}
