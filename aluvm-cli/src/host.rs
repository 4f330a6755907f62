//! The host whose instructions a program may use: it makes the context in which they run.

use aluvm_core::vm::Extension;

/// Makes contexts for the instructions of `E`. Each run has one of its own, so that none sees what another
/// left behind.
pub(crate) struct Host<'p, 'h, E: Extension> {
    begin: &'p dyn Fn() -> Box<E::Context<'h>>,
}

impl<'p, 'h, E: Extension> Host<'p, 'h, E> {
    pub(crate) fn new(begin: &'p dyn Fn() -> Box<E::Context<'h>>) -> Self {
        Host { begin }
    }

    /// The context of a run that begins.
    pub(crate) fn context(self) -> Box<E::Context<'h>> {
        (self.begin)()
    }
}

impl<E: Extension> Clone for Host<'_, '_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Extension> Copy for Host<'_, '_, E> {}
