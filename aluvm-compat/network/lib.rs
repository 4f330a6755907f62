//! Nothing but tests, which are those of `aluvm-rgb`.
