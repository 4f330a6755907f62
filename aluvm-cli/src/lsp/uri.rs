//! Files as editors name them.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

const SCHEME: &str = "file://";

/// What stands for a file. A text that is in no file yet has a name that no file has.
pub(super) fn to_path(uri: &Uri) -> PathBuf {
    let text = uri.as_str();
    let Some(rest) = text.strip_prefix(SCHEME) else { return text.into() };
    // Behind the host, which is empty for a file of this machine.
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default();
    let path = decoded(path);
    let bytes = path.as_bytes();
    let has_drive = matches!(bytes, [b'/', drive, b':', ..] if drive.is_ascii_alphabetic());
    match has_drive && cfg!(windows) {
        true => path.trim_start_matches('/').into(),
        false => path.into(),
    }
}

/// The name of a file; none if it has none that can be written.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    let text = path.to_str()?;
    if !path.is_absolute() {
        return text.parse().ok();
    }
    let text = text.replace('\\', "/");
    let slash = if text.starts_with('/') { "" } else { "/" };
    let mut uri = format!("{SCHEME}{slash}");
    for byte in text.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.parse().ok()
}

/// The text in which `%41` stands for a byte.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let digit = |at: usize| behind.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((16 * high + low) as u8);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
