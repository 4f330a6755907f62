//! Digests and curves against vectors, group laws and oracles. A package of its own, because these tests
//! also run with the portable back ends of the cryptography, for which all dependencies are built anew;
//! CONTRIBUTING.md has the commands.
