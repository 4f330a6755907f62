//! The instruction reference, `docs/isa.md`, says what the table says. `ALUVM_BLESS=1` writes it anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use aluvm_core::isa::*;

const INTRODUCTION: &str = "\
# Instruction reference

This page is made from the instruction table, `aluvm-core/src/isa/table.rs`, by the test
`tests/manual.rs`, which fails where they differ; `ALUVM_BLESS=1 cargo test --locked -p aluvm-tests --test
manual` writes it anew. [assembly.md](assembly.md) explains the language, [machine.md](machine.md) how
programs run, and `conformance/` has examples of each instruction.

## Notation

In the forms, `aN`, `fN` and `rN` are the registers of one family in any size, and equal letters are
equal sizes; `i`, `j`, `k` are indexes. A narrower choice stands behind the form, after *with*. Where
several flags are possible the form shows the first of them.

An instruction is one byte of opcode and its fields, which are packed from the least significant bit
of the next byte on, in the order given. A field is written `name:bits`, fixed bits as their value.
Numbers of several bytes are little-endian. Unused bits are zero; other values are reserved
instructions of the same length, which fail.

*Reads* lists the registers whose values matter, *writes* those that may change, `st0` being the status
flag. *Complexity* is what the instruction adds to `ca0`.
";

/// The groups by their first opcodes.
const GROUPS: &[(u8, &str)] = &[
    (0x00, "Control flow"),
    (0x08, "Clear and put"),
    (0x10, "Move and convert"),
    (0x18, "Compare"),
    (0x20, "Arithmetic"),
    (0x28, "Bitwise"),
    (0x30, "Byte strings"),
    (0x80, "Digests"),
    (0x88, "Curves"),
    (0xFF, "Other"),
];

/// The size fields, whose codes the fields of the instructions hold.
const SIZE_FIELDS: &[(&str, &[RegisterSize])] = &[
    ("A", SizeA::SIZES),
    ("F", SizeF::SIZES),
    ("R", SizeR::SIZES),
    ("A or F", SizeAF::SIZES),
    ("A or R", SizeAR::SIZES),
    ("shift amount", SizeA2::SIZES),
    ("scalar", SizeScalar::SIZES),
];

fn manual() -> Result<String, std::fmt::Error> {
    let mut page = String::from(INTRODUCTION);
    page.push_str("\n## Register sizes\n\n| field | codes, from 0 |\n|---|---|\n");
    for (name, sizes) in SIZE_FIELDS {
        let names: Vec<&str> = sizes.iter().map(|size| size.name()).collect();
        writeln!(page, "| {name} | {} |", names.join(" "))?;
    }
    let mut groups = GROUPS.iter().peekable();
    while let Some((first, name)) = groups.next() {
        let end = groups.peek().map_or(0x100, |(next, _)| u16::from(*next));
        writeln!(page, "\n## {name}")?;
        for form in FORMS {
            if (u16::from(*first)..end).contains(&form.opcode.into()) {
                write_form(&mut page, form)?;
            }
        }
    }
    page.push_str(
        "\n## Reserved\n\nAll other opcodes are reserved: one byte, which fails. Those of 0x80 to 0xFE \
         can be given to the\ninstructions of a host's extension; so can those above whose extension \
         a build leaves out.\n",
    );
    Ok(page)
}

fn write_form(page: &mut String, form: &Form) -> std::fmt::Result {
    writeln!(page, "\n### {}\n\n```text", form.name)?;
    for line in form.syntaxes.iter().flat_map(|syntax| form.usage(syntax, None)) {
        writeln!(page, "{line}")?;
    }
    page.push_str("```\n\n");
    for line in form.doc {
        writeln!(page, "{}", line.trim())?;
    }
    page.push('\n');
    let longest = form.syntaxes.iter().max_by_key(|syntax| syntax.operands.len());
    if let Some(syntax) = longest.filter(|syntax| !syntax.operands.is_empty()) {
        writeln!(page, "- Operands: {}", names(form, syntax.operands))?;
    }
    let fields: Vec<String> = form.fields.iter().map(field).collect();
    write!(page, "- Encoding: `{:02X}`", form.opcode)?;
    if !fields.is_empty() {
        write!(page, " `{}`", fields.join(" "))?;
    }
    let bytes = form.length();
    writeln!(page, ", {bytes} byte{}", if bytes == 1 { "" } else { "s" })?;
    for conditional in form.syntaxes {
        if let Some((field, value)) = conditional.condition {
            let (mnemonic, name) = (conditional.mnemonic, form.fields[field].name);
            writeln!(page, "- `{mnemonic}`: `{name}` = {value}")?;
        }
    }
    writeln!(page, "- Reads: {}", names(form, form.reads))?;
    writeln!(page, "- Writes: {}", names(form, form.writes))?;
    writeln!(page, "- Complexity: {}", form.cost)?;
    if !form.isae.is_empty() {
        writeln!(page, "- ISA extension: `{}`", form.isae)?;
    }
    for field in form.fields {
        if let FieldKind::Flags(flags) = field.kind {
            page.push_str("\n| flag | code | meaning |\n|---|---|---|\n");
            for Flag { text, bits, meaning } in flags {
                writeln!(page, "| `.{text}` | {bits} | {meaning} |")?;
            }
        }
    }
    Ok(())
}

fn field(field: &Field) -> String {
    match field.kind {
        FieldKind::Fixed(value) => format!("{value:0width$b}", width = field.bits as usize),
        FieldKind::StringData => format!("{0}.offset:16 {0}.length:16", field.name),
        _ => format!("{}:{}", field.name, field.bits),
    }
}

/// Operands by the names of their fields.
fn names(form: &Form, operands: &[OperandForm]) -> String {
    let names: Vec<String> = operands.iter().map(|operand| name(form, operand)).collect();
    if names.is_empty() { "nothing".into() } else { names.join(", ") }
}

fn name(form: &Form, operand: &OperandForm) -> String {
    let of = |field: usize| format!("`{}`", form.fields[field].name);
    match *operand {
        OperandForm::Status => "`st0`".into(),
        OperandForm::Register { size: SizeOf::Fixed(size), index: IndexOf::Fixed(index) } => {
            format!("`{size}[{index}]`")
        }
        OperandForm::Register { size: SizeOf::Fixed(size), index: IndexOf::Field(field) } => {
            format!("`{size}[{}]`", form.fields[field].name)
        }
        OperandForm::Register { index: IndexOf::Field(field), .. } => of(field),
        OperandForm::Register { size: SizeOf::Field(size), index: IndexOf::Fixed(index) } => {
            format!("{}[{index}]", of(size))
        }
        OperandForm::Site { offset, library } => format!("{} @ {}", of(offset), of(library)),
        OperandForm::RegisterData(field)
        | OperandForm::StringData(field)
        | OperandForm::Target(field)
        | OperandForm::Step { field, .. }
        | OperandForm::Switch(field)
        | OperandForm::Unsigned(field) => of(field),
    }
}

#[test]
fn the_reference_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/isa.md");
    let page = manual().expect("writing to a string");
    if std::env::var_os("ALUVM_BLESS").is_some() {
        fs::write(&path, &page).expect("docs can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == page, "docs/isa.md is out of date: run this test with ALUVM_BLESS=1");
}

#[test]
fn the_reference_has_every_instruction() {
    let page = manual().expect("writing to a string");
    for form in FORMS {
        assert_eq!(page.matches(&format!("\n### {}\n", form.name)).count(), 1, "{}", form.name);
    }
}
