//! The embedded assembler of aluvm.
