//! Integration tests of aluvm against published vectors, oracles and the deployed implementation.
