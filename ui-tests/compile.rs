//! What compiles, what does not, and what the compiler says then.
//!
//! `TRYBUILD=overwrite cargo test -p aluvm-ui-tests` writes the expected messages anew. Read the
//! difference as a user would: each error points at the smallest wrong token, says what is wrong, and
//! how to mend it.

#[test]
fn blocks() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*.rs");
}
