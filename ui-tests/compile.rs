//! What compiles, and what the compiler says of what does not. `TRYBUILD=overwrite` writes the expected
//! messages anew; read the diff before you commit it.

#[test]
fn compile() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*.rs");
}
