//! An instruction of a host.

use aluvm::isa_extension;

isa_extension! {
    /// An extension of one instruction.
    pub enum TestInstr: "TEST" {
        /// Asks whether the host is there.
        Ping = 0x90 "ping" () reads() writes() cost 1;
    }
}
