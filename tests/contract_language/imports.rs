//! Libraries that call each other.

use std::collections::BTreeMap;

use aluvm_core::contract::Interface;
use aluvm_core::library::{Lib, LibId};

use crate::{read, read_with, reports};

const MATH: &str = "pub fn double(x: a64[0]) -> (x: a64[0]) { require add.uc x, x; ret; }\n\
                    fn own() { jmp double; }\n\
                    pub fn clear() -> (y: a64[2]) { put y, 0; ret; }\n\
                    pub fn use_own() { jmp own; }\n\
                    pub fn spoil() { put a64[5], 0; ret; }";

fn math() -> (LibId, BTreeMap<&'static str, Interface>) {
    let library = read(&format!("#![allow(maybe_undefined)] {MATH}")).expect("a library");
    (library.lib.id(), BTreeMap::from([("math.aluasm", library.interface)]))
}

#[test]
fn calls_have_offset_and_id() {
    let (id, files) = math();
    let text = format!(
        "use \"math.aluasm\" as math = \"{id}\"; pub fn one(x: a64[0]) {{ \
         call math::double; test; exec math::clear; }}"
    );
    let library = read_with(&text, &files).unwrap_or_else(|errors| panic!("{errors}"));
    let clear = files["math.aluasm"].routines.as_ref().expect("routines")[1].offset;
    let plain = format!("call 0 @ \"{id}\"; test; exec {clear} @ \"{id}\";");
    assert_eq!(library.lib, plain.parse::<Lib>().expect("plain assembly"));
}

#[track_caller]
fn check(marked: &str, part: &str) {
    let (_, files) = math();
    let reports = reports(marked, &files);
    assert_eq!(reports.len(), 1, "{reports:#?}");
    assert!(reports[0].contains(part), "{}", reports[0]);
}

#[test]
fn names_are_looked_up() {
    check(
        "use \"math.aluasm\" as math; pub fn one() { call «maths»::double; ret; }",
        "no library is imported as `maths`, did you mean `math`?",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one(x: a64[0]) { ifz x; call math::«dubble»; ret; }",
        "`math` has no public routine `dubble`, did you mean `double`?",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one() { call math::«own»; ret; }",
        "`math` has no public routine `own`",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one() { routine «math::double»; ret; }",
        "this routine belongs to another library",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one() { jmp «math::double»; }",
        "`exec module::name;` goes on there",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one() { call «math»; ret; }",
        "expected the name of a routine of `math` as well",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one() { call «super::math::double»; ret; }",
        "`use path::to::math;` among the items, then `call math::double;`",
    );
    check("use super::«{»math, other}; pub fn one() { ret; }", "one `use` names one library");
    check("use super::«*»; pub fn one() { ret; }", "one `use` names one library");
    check("use «\"mth.aluasm\"» as math; pub fn one() { ret; }", "there is no file `mth.aluasm`");
    check("use «path::to::math»; pub fn one() { ret; }", "in the macro only");
    check(
        &format!(
            "use \"math.aluasm\" as math = «\"{}\"»; pub fn one() {{ ret; }}",
            LibId::from_bytes([7; 32])
        ),
        "the library has the id `alu1",
    );
    check("use \"math.aluasm\" as «test»; pub fn one() { ret; }", "a mnemonic");
}

#[test]
fn calls_are_verified_with_signatures() {
    check(
        "use \"math.aluasm\" as math; pub fn one(x: a64[0]?) { call «math::double»; ret; }",
        "a64[0], an input of the called routine, can be undefined here",
    );
    check(
        "use \"math.aluasm\" as math; pub fn one(y: a64[5]) -> (z: a64[3]?) { call «math::spoil»; \
         dup y, z; ret; }",
        "this call overwrites a64[5]",
    );
}
