//! Data that is laid out while compiling lies where the assembler puts it: drafts as the macro makes them, of
//! short constants of few different bytes, which overlap wherever they can. Some are known to the macro, some
//! to the compiler only; by which pair of bytes they are searched for is left to chance.

use aluvm::{Lib, NoExtension};
use aluvm_core::expansion::library::{Draft, HAS_LENGTH, LITERAL, STRING, lay_out};
use aluvm_core::isa::FieldKind;
use aluvm_tests::{Random, cases};

/// As much code and data as any of them has.
const SIZE: usize = 512;

/// A constant, and its places: the bit where its offset begins, and whether its length stands behind it.
type Piece = (Vec<u8>, Vec<(u32, bool)>);

/// Statements that put constants into registers.
fn statements(random: &mut Random) -> String {
    let statements = (0..=random.below(30)).map(|_| {
        let (size, length) =
            *random.pick(&[("a8", 1), ("a16", 2), ("a32", 4), ("a64", 8), ("s16", 0)]);
        let length = if size == "s16" { random.below(6) } else { length };
        let bytes: String =
            (0..length).map(|_| if random.chance(70) { "\\x00" } else { "\\x01" }).collect();
        format!("put {size}[1], b\"{bytes}\";\n")
    });
    statements.collect()
}

/// The constants in the order of their first use, each once but for empty ones.
fn pieces(lib: &Lib) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for instr in lib.disassemble::<NoExtension>() {
        let form = instr.form().expect("an instruction");
        let field = form
            .fields
            .iter()
            .position(|field| matches!(field.kind, FieldKind::RegisterData | FieldKind::StringData))
            .expect("a constant");
        let is_string = matches!(form.fields[field].kind, FieldKind::StringData);
        let bit = 8 * at as u32 + form.field_shift(field);
        let number =
            |byte: usize| u16::from_le_bytes([lib.code()[byte], lib.code()[byte + 1]]) as usize;
        let place = bit as usize / 8;
        // The size of an integer register stands in the low bits behind the opcode.
        let length = if is_string { number(place + 2) } else { 1 << (lib.code()[at + 1] & 7) };
        let start = number(place);
        let bytes = lib.data()[start..start + length].to_vec();
        match pieces.iter_mut().find(|(other, _)| !bytes.is_empty() && *other == bytes) {
            Some((_, places)) => places.push((bit, is_string)),
            None => pieces.push((bytes, vec![(bit, is_string)])),
        }
        at += instr.length();
    }
    pieces
}

#[test]
fn data_lies_where_the_assembler_puts_it() {
    let mut random = Random::new(0xDA7A);
    for _ in 0..cases(4_000) {
        let text = statements(&mut random);
        let lib: Lib = text.parse().expect("assembles");
        let (mut code, mut data, mut places) = ([0; SIZE], Vec::new(), Vec::new());
        code[..lib.code().len()].copy_from_slice(lib.code());
        let pieces = pieces(&lib);
        for (number, (bytes, uses)) in pieces.iter().enumerate() {
            data.push(if random.chance(30) { STRING } else { LITERAL });
            data.extend((number as u16).to_le_bytes());
            data.extend((uses.len() as u16).to_le_bytes());
            data.extend((random.below(bytes.len().max(2) as u64 - 1) as u16).to_le_bytes());
            for (bit, is_string) in uses {
                let (start, length) = (*bit as usize / 8, if *is_string { 4 } else { 2 });
                places.extend((start as u16).to_le_bytes());
                places.push((bit % 8) as u8 | if *is_string { HAS_LENGTH } else { 0 });
                code[start..start + length].fill(0);
            }
        }
        let all: Vec<&'static [u8]> = pieces.into_iter().map(|(bytes, _)| &*bytes.leak()).collect();
        let laid_out = lay_out::<SIZE, SIZE, 1, 0>(Draft {
            code: &code,
            patches: &[],
            data: &data,
            places: &places,
            literals: &all,
            libs: &[],
            calls: &[],
            groups: &[],
            lengths: &[],
            strings: &all,
        });
        assert_eq!(laid_out.data(), lib.data(), "{text}");
        assert_eq!(&laid_out.code()[..lib.code().len()], lib.code(), "{text}");
    }
}
