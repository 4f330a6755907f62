//! What is read: files, or standard input for `-`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::failure::Failure;

/// The longest file that is read, in bytes. Places in a text have 32 bits.
const LENGTH_MAX: u64 = 1 << 30;

/// A file as bytes.
pub(crate) struct Input {
    /// Where it is; `-` for standard input.
    pub(crate) path: PathBuf,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

/// A text and its name for messages.
#[derive(Debug)]
pub(crate) struct Text {
    /// The file.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) text: String,
}

impl Input {
    pub(crate) fn read(path: &Path) -> Result<Input, Failure> {
        let bytes = match is_standard(path) {
            true => all(io::stdin().lock()),
            false => File::open(path).and_then(all),
        };
        let bytes = bytes.map_err(Failure::file("read", &name(path)))?;
        Ok(Input { path: path.into(), bytes })
    }

    /// Whether it is a library in the binary form rather than a text. Where the name does not say, the
    /// bytes do: a library begins with the small number of its extensions, with which no text does.
    pub(crate) fn is_binary(&self) -> bool {
        match self.path.extension().and_then(|extension| extension.to_str()) {
            Some("alu") => true,
            Some("aluasm") => false,
            _ => self.bytes.first().is_some_and(|first| *first < b'\t'),
        }
    }

    /// The text, or what is wrong with it.
    pub(crate) fn into_text(self) -> Result<Rc<Text>, String> {
        let name = self.name();
        match String::from_utf8(self.bytes) {
            Ok(text) => Ok(Rc::new(Text { name, text })),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let before = error.as_bytes().get(..valid).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                Err(format!("this is no text: byte {valid}, in line {line}, is not UTF-8"))
            }
        }
    }

    /// Its name for messages.
    pub(crate) fn name(&self) -> String {
        Input::name_of(&self.path)
    }

    /// The name of a file for messages.
    pub(crate) fn name_of(path: &Path) -> String {
        name(path).display().to_string()
    }

    /// The name of the library in it: that of the file.
    pub(crate) fn stem(&self) -> String {
        match (is_standard(&self.path), self.path.file_stem()) {
            (false, Some(stem)) => stem.to_string_lossy().into_owned(),
            _ => "stdin".into(),
        }
    }
}

/// Whether a path stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn name(path: &Path) -> PathBuf {
    if is_standard(path) { "<stdin>".into() } else { path.into() }
}

fn all(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LENGTH_MAX + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > LENGTH_MAX {
        true => Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is longer than a gigabyte")),
        false => Ok(bytes),
    }
}
