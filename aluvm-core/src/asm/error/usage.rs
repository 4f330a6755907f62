//! How a mnemonic is used: its forms, as messages and the reference manual show them.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::words::{alternatives, family_letter};
use crate::isa::{
    FORMS, Family, FieldKind, Flag, Form, IndexOf, OperandForm, RegisterSize, SizeOf, Syntax,
};

/// A mnemonic, of which messages list the forms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Usage {
    /// The mnemonic.
    pub mnemonic: &'static str,
    /// The flags that are written behind it, which the listed forms have where they can.
    pub flags: Option<Box<str>>,
    /// The host's own instructions.
    pub(in crate::asm) extension: Extension,
}

/// The forms of an extension, which count as equal where they are the same list.
#[derive(Clone, Copy, Debug)]
pub(in crate::asm) struct Extension(pub(in crate::asm) &'static [Form]);

impl PartialEq for Extension {
    fn eq(&self, other: &Extension) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Eq for Extension {}

/// The flags that an instruction takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FlagUsage {
    /// The mnemonic.
    pub mnemonic: &'static str,
    /// The family of its registers.
    pub family: Option<Family>,
    /// The flags.
    pub flags: &'static [Flag],
}

impl Usage {
    /// The accepted forms, such as `add.uc aN[i], aN[j]`, one a line.
    pub fn forms(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for form in FORMS.iter().chain(self.extension.0) {
            for syntax in form.syntaxes.iter().filter(|s| s.mnemonic == self.mnemonic) {
                for line in form.usage(syntax, self.flags.as_deref()) {
                    if !lines.contains(&line) {
                        lines.push(line);
                    }
                }
            }
        }
        lines
    }
}

impl Usage {
    /// Whether any form of the mnemonic takes flags.
    pub(in crate::asm) fn has_flags(&self) -> bool {
        let forms = FORMS.iter().chain(self.extension.0);
        forms
            .flat_map(|form| form.syntaxes)
            .any(|syntax| syntax.mnemonic == self.mnemonic && syntax.flags.is_some())
    }
}

impl Form {
    /// How one of the form's texts is written, such as `add.uc aN[i], aN[j]`: one line for each
    /// combination of register families. A narrower choice of sizes and indexes than the families
    /// have stands behind it. The flags are the given ones if the form has them, else its first.
    pub fn usage(&self, syntax: &Syntax, flags: Option<&str>) -> Vec<String> {
        let mut chosen = vec![Vec::new()];
        for field in size_fields(syntax) {
            let families = families(self, field);
            let extended = chosen.iter().flat_map(|choice: &Vec<(usize, Family)>| {
                families.iter().map(|family| [choice.as_slice(), &[(field, *family)]].concat())
            });
            chosen = extended.collect();
        }
        chosen.iter().map(|families| self.usage_line(syntax, flags, families)).collect()
    }

    fn usage_line(
        &self,
        syntax: &Syntax,
        flags: Option<&str>,
        families: &[(usize, Family)],
    ) -> String {
        let mut line = String::from(syntax.mnemonic);
        if let Some(FieldKind::Flags(all)) = syntax.flags.map(|field| self.fields[field].kind) {
            let written = all.iter().find(|flag| Some(flag.text) == flags).or(all.first());
            line.push('.');
            line.push_str(written.map_or("", |flag| flag.text));
        }
        let mut limits = Vec::new();
        let mut indexes = "ijklmnop".chars();
        for (number, operand) in syntax.operands.iter().enumerate() {
            line.push_str(if number == 0 { " " } else { ", " });
            match operand {
                OperandForm::Register { size, index } => {
                    let (name, count) = self.size_name(*size, families, &mut limits);
                    line.push_str(&name);
                    line.push_str(&self.index_name(*index, count, &mut indexes, &mut limits));
                }
                other => line.push_str(&self.immediate_name(other)),
            }
        }
        if !limits.is_empty() {
            line.push_str(" with ");
            line.push_str(&limits.join(", "));
        }
        line
    }

    /// The name of a register's size, and how many registers there are of it.
    fn size_name(
        &self,
        size: SizeOf,
        families: &[(usize, Family)],
        limits: &mut Vec<String>,
    ) -> (String, u8) {
        let field = match size {
            SizeOf::Fixed(size) => return (size.name().into(), size.count()),
            SizeOf::Field(field) => field,
        };
        let number = families.iter().position(|(other, _)| *other == field).unwrap_or_default();
        let family = families.get(number).map_or(Family::A, |(_, family)| *family);
        let sizes = sizes_of(self, field, family);
        if let [size] = sizes.as_slice() {
            return (size.name().into(), size.count());
        }
        let all = RegisterSize::ALL.iter().filter(|size| size.family() == family);
        let letter = ["N", "M", "K", "L"].get(number).unwrap_or(&"N");
        if sizes.len() < all.count() {
            let names: Vec<String> = sizes
                .iter()
                .map(|size| size.name().trim_start_matches(|c: char| c.is_alphabetic()).into())
                .collect();
            let limit = alloc::format!("{letter} = {}", alternatives(&names));
            if !limits.contains(&limit) {
                limits.push(limit);
            }
        }
        (alloc::format!("{}{letter}", family_letter(family)), 32)
    }

    fn index_name(
        &self,
        index: IndexOf,
        count: u8,
        letters: &mut impl Iterator<Item = char>,
        limits: &mut Vec<String>,
    ) -> String {
        let field = match index {
            IndexOf::Fixed(index) => return alloc::format!("[{index}]"),
            IndexOf::Field(field) => field,
        };
        let letter = letters.next().unwrap_or('i');
        let limit = 1u64 << self.fields[field].bits;
        if limit < u64::from(count) {
            limits.push(alloc::format!("{letter} = 0..={}", limit - 1));
        }
        alloc::format!("[{letter}]")
    }

    fn immediate_name(&self, operand: &OperandForm) -> String {
        let name = match operand {
            OperandForm::Register { .. } => "register",
            OperandForm::Status => "st0",
            OperandForm::RegisterData(_) => "value",
            OperandForm::StringData(_) => "string",
            OperandForm::Target(_) => "target",
            OperandForm::Site { .. } => "offset @ library",
            OperandForm::Step { .. } => "step",
            OperandForm::Switch(_) => "true|false",
            OperandForm::Unsigned(field) => self.fields[*field].name,
        };
        name.into()
    }
}

/// The size fields of the registers, each once.
fn size_fields(syntax: &Syntax) -> Vec<usize> {
    let mut fields = Vec::new();
    for operand in syntax.operands {
        if let OperandForm::Register { size: SizeOf::Field(field), .. } = operand
            && !fields.contains(field)
        {
            fields.push(*field);
        }
    }
    fields
}

fn families(form: &Form, field: usize) -> Vec<Family> {
    let mut families = Vec::new();
    if let FieldKind::Size(sizes) = form.fields[field].kind {
        for size in sizes {
            if !families.contains(&size.family()) {
                families.push(size.family());
            }
        }
    }
    families
}

fn sizes_of(form: &Form, field: usize, family: Family) -> Vec<RegisterSize> {
    match form.fields[field].kind {
        FieldKind::Size(sizes) => {
            sizes.iter().copied().filter(|size| size.family() == family).collect()
        }
        _ => Vec::new(),
    }
}
