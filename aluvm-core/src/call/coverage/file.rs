//! The file of a process: a line that says what it is, then a section for each library, in which the
//! counts are written anew in their place.
//!
//! A section is the lengths of the library's binary form and of its description in four bytes each, both of
//! them, and eight bytes for each byte of the code: how often the instruction there ran, and how often
//! with `st0` true. All numbers are little-endian.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::vec::Vec;
use std::{format, process, vec};

use super::{Count, Covered};
use crate::call::Source;
use crate::library::{Lib, LibId};

const HEAD: &[u8] = b"aluvm coverage 1\n";

/// How the names of the files end.
const SUFFIX: &str = "alucov";

/// Bytes of a count.
const COUNT: usize = 8;

/// A file that is being written.
pub(super) struct Store {
    file: File,
    length: u64,
    sections: BTreeMap<LibId, Section>,
}

struct Section {
    /// Where its counts begin in the file.
    offset: u64,
    counts: Vec<Count>,
}

impl Store {
    pub(super) fn create(directory: &Path) -> io::Result<Store> {
        fs::create_dir_all(directory)?;
        // Numbers of processes come again.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
        let path = directory.join(format!("{now:x}-{}.{SUFFIX}", process::id()));
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(HEAD)?;
        Ok(Store { file, length: HEAD.len() as u64, sections: BTreeMap::new() })
    }

    /// Adds counts to those of a library, and writes the part of them that has changed.
    pub(super) fn add(&mut self, source: &Source, added: &BTreeMap<u16, Count>) -> io::Result<()> {
        let id = source.lib.id();
        if !self.sections.contains_key(&id) {
            let section = self.append(source)?;
            self.sections.insert(id, section);
        }
        let Some(section) = self.sections.get_mut(&id) else { return Ok(()) };
        for (offset, count) in added {
            // Past the end of the code nothing stands.
            if let Some(sum) = section.counts.get_mut(usize::from(*offset)) {
                sum.add(*count);
            }
        }
        let last = section.counts.len().saturating_sub(1);
        let (Some(first), Some(end)) = (added.keys().next(), added.keys().next_back()) else {
            return Ok(());
        };
        let (first, end) = (usize::from(*first).min(last), usize::from(*end).min(last));
        let changed = section.counts.get(first..=end).unwrap_or_default();
        let bytes: Vec<u8> = changed.iter().flat_map(|count| to_bytes(*count)).collect();
        self.file.seek(SeekFrom::Start(section.offset + (COUNT * first) as u64))?;
        self.file.write_all(&bytes)
    }

    fn append(&mut self, source: &Source) -> io::Result<Section> {
        let lib = source.lib.to_bytes();
        let counts = vec![Count::default(); source.lib.code().len()];
        let mut bytes = Vec::new();
        for part in [&lib[..], &source.description] {
            bytes.extend((part.len() as u32).to_le_bytes());
        }
        bytes.extend(&lib);
        bytes.extend(&*source.description);
        let offset = self.length + bytes.len() as u64;
        bytes.resize(bytes.len() + COUNT * counts.len(), 0);
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(&bytes)?;
        self.length += bytes.len() as u64;
        Ok(Section { offset, counts })
    }
}

fn to_bytes(count: Count) -> [u8; COUNT] {
    let bits = u64::from(count.with_true) << 32 | u64::from(count.runs);
    bits.to_le_bytes()
}

fn from_bytes(bytes: [u8; COUNT]) -> Count {
    let bits = u64::from_le_bytes(bytes);
    Count { runs: bits as u32, with_true: (bits >> 32) as u32 }
}

/// Adds up all files of a directory.
///
/// Each library stands there once for each description that it had: one whose source has moved since an
/// older run of the tests has two. The newest come last.
///
/// # Errors
/// If the directory or one of its files cannot be read. A file that ends in the middle of a library, because
/// its process was stopped, counts up to there.
pub fn read(directory: &Path) -> io::Result<Vec<Covered>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|suffix| suffix == SUFFIX) {
            files.push(path);
        }
    }
    // Their names begin with the time.
    files.sort();
    let mut all: Vec<Covered> = Vec::new();
    for path in files {
        let bytes = fs::read(path)?;
        let mut rest = bytes.strip_prefix(HEAD).unwrap_or_default();
        while let Some((covered, behind)) = section(rest) {
            rest = behind;
            match all.iter().position(|known| known.source == covered.source) {
                Some(at) => {
                    let mut known = all.remove(at);
                    for (sum, count) in known.counts.iter_mut().zip(&covered.counts) {
                        sum.add(*count);
                    }
                    all.push(known);
                }
                None => all.push(covered),
            }
        }
    }
    Ok(all)
}

/// The first library of the bytes, and what is behind it.
fn section(bytes: &[u8]) -> Option<(Covered, &[u8])> {
    let (lengths, rest) = bytes.split_first_chunk::<8>()?;
    let [lib, description] = [&lengths[..4], &lengths[4..]].map(|length| {
        let length = length.first_chunk().copied().unwrap_or_default();
        u32::from_le_bytes(length) as usize
    });
    let (lib, rest) = rest.split_at_checked(lib)?;
    let lib = Lib::from_bytes_of_any_profile(lib).ok()?;
    let (description, rest) = rest.split_at_checked(description)?;
    let (counts, rest) = rest.split_at_checked(COUNT * lib.code().len())?;
    let counts = counts.as_chunks().0.iter().map(|bytes| from_bytes(*bytes)).collect();
    let source = Source { lib, description: description.to_vec().into() };
    Some((Covered { source, counts }, rest))
}
