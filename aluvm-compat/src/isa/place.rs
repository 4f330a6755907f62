//! Where an instruction stands that is being executed.

use std::cell::OnceCell;

use crate::library::{Lib, LibId, LibSite};

/// The place of an instruction in a library that runs. The id of the library, which is a digest of all of it, is
/// computed when the first instruction asks for it: the base set never does.
#[derive(Debug)]
pub struct Place<'lib> {
    lib: &'lib Lib,
    id: OnceCell<LibId>,
    offset: u16,
}

impl<'lib> Place<'lib> {
    pub(crate) fn new(lib: &'lib Lib) -> Place<'lib> {
        Place { lib, id: OnceCell::new(), offset: 0 }
    }

    pub(crate) fn set_offset(&mut self, offset: u16) {
        self.offset = offset;
    }

    /// The data segment of the library.
    pub(crate) fn data(&self) -> &'lib [u8] {
        self.lib.data.as_slice()
    }

    /// The library's id and the offset of the opcode.
    pub fn site(&self) -> LibSite {
        LibSite::with(self.offset, *self.id.get_or_init(|| self.lib.id()))
    }
}
