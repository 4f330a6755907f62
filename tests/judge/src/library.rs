//! Libraries as four segments, and their ids by the formula of the instruction set, section 5.

use crate::digest::sha256;

/// The id of a library.
pub type LibId = [u8; 32];

/// The segments of a library.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lib {
    /// The ids of the extensions, joined by spaces.
    pub isae: String,
    pub code: Vec<u8>,
    pub data: Vec<u8>,
    /// The ids of the libraries that it names, sorted.
    pub libs: Vec<LibId>,
}

impl Lib {
    /// All extensions that there are.
    pub const EVERY_ISAE: &str = "ALU BPDIGEST ED25519 SECP256K";

    /// SHA-256(T || T || u8 len(isae) || isae || u16 len(code) || code || u16 len(data) || data || u8
    /// count(libs) || libs...).
    pub fn id(&self) -> LibId {
        let tag = sha256(b"urn:ubideco:aluvm:lib:v01#230304");
        let mut message = [tag, tag].concat();
        message.push(self.isae.len() as u8);
        message.extend(self.isae.bytes());
        for segment in [&self.code, &self.data] {
            message.extend((segment.len() as u16).to_le_bytes());
            message.extend(segment);
        }
        message.push(self.libs.len() as u8);
        message.extend(self.libs.concat());
        sha256(&message)
    }
}
