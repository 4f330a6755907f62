//! Where errors stand: behind right text they stand behind it, and an instruction that a profile lacks is reported
//! where it is written. Nothing but what is about the whole is said at the beginning.

use aluvm_core::asm::{AsmErrorKind, LibTextError, TextSpan, lex};
use aluvm_core::contract::{Levels, SourceError, SourceErrorKind, parse_text_with};
use aluvm_core::isa::{FORMS, Form, Given, Instr, NoExtension};
use aluvm_core::library::Lib;
use aluvm_core::profile::Profile;
use aluvm_tests::contract::RandomContract;
use aluvm_tests::{Random, cases};

/// Right items, that of a random contract aside, which its names do not meet.
const BEFORE: &str = "\n// A comment.\npub fn before_all() { ret; }\n\n";

fn errors(text: &str, profile: Profile) -> Vec<SourceError<TextSpan>> {
    let levels = Levels { profile, ..Levels::default() };
    let read =
        parse_text_with::<NoExtension>(text, "contract", "contract.aluasm", levels, &mut |_| {
            Err("there is none".into())
        });
    read.err().map_or(Vec::new(), |errors| errors.iter().cloned().collect())
}

/// A text in which some of the tokens are others, or stand twice, or not.
fn damaged(text: &str, random: &mut Random) -> String {
    let tokens = lex(text).expect("tokens");
    let word = |span: TextSpan| &text[span.start as usize..span.end as usize];
    let mut words: Vec<&str> = tokens.iter().map(|token| word(token.span)).collect();
    for _ in 0..=random.below(3) {
        let at = random.below(words.len() as u64) as usize;
        let other = words[random.below(words.len() as u64) as usize];
        match random.below(3) {
            0 => words[at] = other,
            1 => words.insert(at, other),
            _ => drop(words.remove(at)),
        }
    }
    words.join(" ")
}

#[test]
fn errors_stand_behind_the_right_text_before_them() {
    let mut random = Random::new(0x91ACE5);
    let mut found = 0;
    for _ in 0..cases(600) {
        let contract = RandomContract::new(&mut random, &[]).text;
        // Attributes of the library stand at its beginning.
        let (_, items) = contract.split_once('\n').expect("the attribute of the library");
        let text = format!("{BEFORE}{}", damaged(items, &mut random));
        for profile in Profile::ALL {
            for SourceError { kind, span, note } in errors(&text, profile) {
                let shown = text.get(span.start as usize..span.end as usize);
                assert!(
                    span.start as usize >= BEFORE.len(),
                    "{profile}: {kind:?} at {span:?}\n{text}"
                );
                assert!(
                    span.line > 4 && shown.is_some(),
                    "{profile}: {kind:?} at {span:?}\n{text}"
                );
                let is_behind = |note: TextSpan| note.start as usize >= BEFORE.len();
                assert!(note.is_none_or(|(_, note)| is_behind(note)), "{kind:?}: {note:?}\n{text}");
                found += 1;
            }
        }
    }
    assert!(found > cases(1_000), "{found}");
}

/// The text of an instruction of a row, with all fields zero.
fn text_of(form: &Form) -> String {
    Instr::from_word(form.fixed_bits(), Given::Nothing).expect("a row").to_string()
}

#[test]
fn instructions_that_a_profile_lacks_are_reported_where_they_are_written() {
    let mut missing = [0; Profile::ALL.len()];
    for form in FORMS {
        let instr = text_of(form);
        let before =
            format!("{BEFORE}#[allow(undefined_read, end_of_code)]\npub fn next() {{\n        ");
        let contract = format!("{before}{instr};\n        ret;\n}}\n");
        let listing = format!("// A comment.\nret;\n    {instr};\n");
        for (profile, missing) in Profile::ALL.into_iter().zip(&mut missing) {
            let is_missing =
                |kind: &AsmErrorKind| matches!(kind, AsmErrorKind::NotInProfile { .. });
            let in_contract = errors(&contract, profile);
            let in_contract: Vec<TextSpan> = in_contract
                .iter()
                .filter(
                    |error| matches!(&error.kind, SourceErrorKind::Asm(kind) if is_missing(kind)),
                )
                .map(|error| error.span)
                .collect();
            let in_listing = match Lib::from_text_for::<NoExtension>(&listing, &profile) {
                Err(LibTextError::Text(errors)) => errors
                    .iter()
                    .filter(|error| is_missing(&error.kind))
                    .map(|error| error.span)
                    .collect(),
                read => {
                    assert!(read.is_ok(), "{profile}: {instr}: {read:?}");
                    Vec::new()
                }
            };
            // What the codec says: a library of it can be made, or not.
            let parsed = instr.parse::<Instr>().expect("its text");
            let runs = Lib::assemble_for::<NoExtension>(&[parsed], &profile).is_ok();
            assert_eq!(in_contract.len(), usize::from(!runs), "{profile}: {instr}");
            assert_eq!(in_listing.len(), usize::from(!runs), "{profile}: {instr}");
            *missing += in_contract.len();
            let mnemonic = instr.split([' ', '.']).next().unwrap_or_default();
            for (text, span) in in_contract
                .iter()
                .map(|span| (&contract, span))
                .chain(in_listing.iter().map(|span| (&listing, span)))
            {
                assert_eq!(
                    text.get(span.start as usize..span.end as usize),
                    Some(mnemonic),
                    "{instr}"
                );
                assert_eq!(
                    text.lines().nth(span.line as usize - 1).map(str::trim_start),
                    Some(&*format!("{instr};"))
                );
            }
        }
    }
    // The live network has no `nop`, no Ed25519, and but for one of its builds no secp256k1.
    assert_eq!(missing[0], 0);
    assert!(missing[1] > missing[2] && missing[2] > 1, "{missing:?}");
}
