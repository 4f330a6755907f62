//! Code of a profile that goes on in the middle of a byte, behind an instruction that ends with half of one: from text and
//! instructions to bytes and back.

mod host;

use aluvm_core::asm::LibTextError;
use aluvm_core::codec::{constant_width, decode_at, encode_for};
use aluvm_core::contract::parse_text;
use aluvm_core::flow::{Flow, Surroundings, Turn};
use aluvm_core::isa::{
    Data, FORMS, FieldKind, Given, Idx16, Instr, InstructionSet, Offset, Unsigned16,
};
use aluvm_core::library::{Isae, Lib, LibSite, Libs, Program};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Extension, Failure, Registers, Stop, Vm};
use aluvm_tests::{Random, cases};
use std::ops::ControlFlow;

const PROFILE: Profile = Profile::RGB_0_11;

aluvm::isa_extension! {
    /// As an instruction of the RGB network is laid out.
    pub enum HalfInstr: "RGB" {
        /// Does nothing.
        Vts = 0xD3 [key: Idx16] "vts" (s16 key) reads(s16 key) writes(st0) cost 512;
        /// Does nothing either.
        Svs = 0xD0 [key: Idx16, #0/4] "svs" (s16 key) reads() writes(st0) cost 20;
        /// Is longer.
        Wide = 0xD5 [key: Idx16, number: Unsigned16, #0/4] "wide" (s16 key, number) reads() writes() cost 1;
    }
}

impl Extension for HalfInstr {
    type Context<'c> = ();

    fn execute(&self, _: &mut Registers, (): &mut ()) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

fn read(text: &str) -> Result<Lib, LibTextError> {
    Lib::from_text_for::<HalfInstr>(text, &PROFILE)
}

fn written(lib: &Lib) -> String {
    lib.listing_for::<HalfInstr>(&PROFILE).to_string()
}

#[test]
fn what_follows_is_moved_by_half_a_byte() {
    for (text, code) in [
        ("vts s16[0]; test; ret;", &[0xD3, 0x10, 0x70][..]),
        ("vts s16[1]; vts s16[2]; ret;", &[0xD3, 0x31, 0x2D, 0x07]),
        ("put a8[0], 0x55; vts s16[3];", &[0x0B, 0, 0, 0, 0xD3]),
    ] {
        let lib = read(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(lib.code(), code, "{text}");
        let again = written(&lib);
        assert_eq!(read(&again), Ok(lib.clone()), "{again}");
        let instrs = lib.disassemble_for::<HalfInstr>(&PROFILE);
        assert_eq!(Lib::assemble_for::<HalfInstr>(&instrs, &PROFILE), Ok(lib), "{instrs:?}");
    }
    // By the instruction set the other half is unused.
    let lib = Lib::from_text::<HalfInstr>("vts s16[0]; test; ret;").expect("well-formed");
    assert_eq!(lib.code(), [0xD3, 0x00, 0x01, 0x07]);
}

#[test]
fn the_listing_says_what_is_run() {
    let text = written(&read("vts s16[0]; test; ret;").expect("well-formed"));
    let lines: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "/* 0x0000 */ vts     s16[0];",
            "/* 0x0001.4 */ test; // taken for another instruction: ends",
            "/* 0x0002.4 */ ret; // taken for another instruction: ends",
        ]
    );
    let text = written(&read("vts s16[0]; test; inv st0; ret; ret;").expect("well-formed"));
    assert!(text.contains("test; // taken for another instruction: fails"), "{text}");
}

#[test]
fn labels_name_the_offsets_that_are_left() {
    // The loop begins in the middle of a byte and ends there.
    let text = "vts s16[1]; next: svs s16[0]; jif next; vts s16[2]; end: inc a8[0]; jmp end;";
    let lib = read(text).unwrap_or_else(|error| panic!("{error}"));
    let instrs = lib.disassemble_for::<HalfInstr>(&PROFILE);
    assert_eq!(instrs[2], Instr::Jif { target: Offset(1) });
    assert_eq!(instrs[5], Instr::Jmp { target: Offset(8) });
    let again = written(&lib);
    assert!(again.contains("L0001:\n/* 0x0001.4 */ svs     s16[0];"), "{again}");
    assert!(again.contains("L0008:\n/* 0x0008 */"), "{again}");
    assert_eq!(read(&again), Ok(lib), "{again}");
}

#[test]
fn no_jump_leads_from_whole_bytes_to_halves() {
    for text in ["jmp end; vts s16[0]; end: ret;", "end: vts s16[0]; jmp end;"] {
        let Err(LibTextError::Text(errors)) = read(text) else { panic!("{text}") };
        let message = errors.to_string();
        assert!(message.contains("no jump from here leads to `end`"), "{message}");
        // Without halves it does.
        assert!(Lib::from_text::<HalfInstr>(text).is_ok(), "{text}");
    }
}

#[test]
fn what_the_assembler_does_not_write_stays_bytes() {
    for code in [&[0xD3, 0x10, 0xFF][..], &[0xD3, 0x00, 0x07], &[0xD3], &[0xD3, 0xF0]] {
        let lib = of_code(code.to_vec(), Vec::new());
        let text = written(&lib);
        assert_eq!(read(&text), Ok(lib.clone()), "{text}");
        let instrs = lib.disassemble_for::<HalfInstr>(&PROFILE);
        let again = encode_for(&PROFILE, &instrs, &[], Default::default()).expect("short");
        assert_eq!(again.code, code, "{instrs:?}");
    }
}

fn of_code(code: Vec<u8>, data: Vec<u8>) -> Lib {
    let isae: Isae = "ALU BPDIGEST RGB".parse().expect("a set");
    Lib::new(isae, code, data, Libs::default()).expect("short")
}

/// Some instruction that the machine with the profile has.
fn instr(random: &mut Random) -> Instr {
    if random.chance(30) {
        let key = random.below(16) as u128;
        let form = random.pick(HalfInstr::FORMS);
        let number = if form.length() > 2 { random.next_number() as u16 } else { 0 };
        let word = form.fixed_bits() | key << 8 | u128::from(number) << 12;
        return aluvm_core::isa::ExtensionInstr::new(form, word)
            .map(Instr::Extension)
            .expect("a row");
    }
    let form = loop {
        let form = random.pick(FORMS);
        if form.opcode < 0x80 && form.library_field().is_none() {
            break form;
        }
    };
    let mut word = form.fixed_bits();
    for (number, field) in form.fields.iter().enumerate() {
        let is_place = matches!(
            field.kind,
            FieldKind::Fixed(_) | FieldKind::RegisterData | FieldKind::StringData
        );
        if !is_place {
            let bits = random.next_number() & ((1 << field.bits) - 1);
            word |= u128::from(bits) << form.field_shift(number);
        }
    }
    let mut instr = Instr::from_word(word, Given::Nothing).expect("a row");
    let width = constant_width(&instr).unwrap_or(random.below(9) as usize);
    if let Some(data) = instr.data_mut() {
        *data = Data::new((0..width).map(|_| random.next_number() as u8).collect::<Vec<u8>>());
    }
    instr
}

#[test]
fn instructions_come_back() {
    let mut random = Random::new(81);
    for _ in 0..cases(4000) {
        let instrs: Vec<Instr> = (0..random.below(12)).map(|_| instr(&mut random)).collect();
        let lib = Lib::assemble_for::<HalfInstr>(&instrs, &PROFILE).expect("short");
        let again = lib.disassemble_for::<HalfInstr>(&PROFILE);
        assert_eq!(Lib::assemble_for::<HalfInstr>(&again, &PROFILE), Ok(lib.clone()), "{instrs:?}");
        let text = written(&lib);
        assert_eq!(read(&text), Ok(lib), "{text}");
    }
}

#[test]
fn bytes_come_back() {
    let mut random = Random::new(82);
    for _ in 0..cases(4000) {
        let mut code = Vec::new();
        for _ in 0..random.below(20) {
            match random.chance(30) {
                true => code.push(0xD3),
                false => code.push(random.next_number() as u8),
            }
        }
        let data = (0..random.below(12)).map(|_| random.next_number() as u8 % 3).collect();
        let lib = of_code(code, data);
        let text = written(&lib);
        assert_eq!(read(&text), Ok(lib.clone()), "{text}");
        let instrs = lib.disassemble_for::<HalfInstr>(&PROFILE);
        let segments =
            encode_for(&PROFILE, &instrs, lib.data(), lib.libs().iter().collect()).expect("short");
        assert_eq!(
            (&segments.code[..], &segments.data[..]),
            (lib.code(), lib.data()),
            "{instrs:?}"
        );
    }
}

/// What has an opcode of an extension, but other fixed bits, is bytes as many as its instructions have.
#[test]
fn what_is_no_row_of_an_extension_is_as_long_as_its_rows() {
    for (code, length) in [([0xD0, 0x10, 0, 0, 0], 2), ([0xD5, 0x21, 0x43, 0x15, 0], 4)] {
        let decoded = decode_at::<HalfInstr>(&code, 0);
        assert_eq!(decoded.length, length);
        let Instr::Verbatim(bytes) = decoded.instr else { panic!("{decoded:?}") };
        assert_eq!(bytes.bytes(), &code[..length]);
    }
    let decoded = decode_at::<HalfInstr>(&[0xD5, 0x21, 0x43, 0x05], 0);
    assert!(matches!(decoded.instr, Instr::Extension(_)), "{decoded:?}");
}

/// Behind half a byte the machine panics where the deployed decoder does: for each opcode, with each half byte before it,
/// and as much code behind it as there may be.
#[test]
fn misreading_panics_as_in_the_deployed_machine() {
    use deployed::isa::{Bytecode, Instr as DeployedInstr};
    use deployed::library::{Cursor, LibSeg, Read};
    use std::panic::catch_unwind;

    let profile = Profile::RGB_0_11_SECP256K1;
    let (mut panics, mut ends) = (0, 0);
    for start in 0..256 * 16_u32 {
        for length in 2..6 {
            // Half a byte is the operand of the first instruction, and the opcode stands behind it.
            let code = [0xD3, start as u8, (start >> 8) as u8, 0x10, 0x20, 0x30][..length].to_vec();
            let there = catch_unwind(|| {
                let libs = LibSeg::default();
                let mut cursor = Cursor::with(&code[..], [0_u8; 0], &libs);
                cursor.read_u8()?;
                cursor.read_u4()?;
                <DeployedInstr as Bytecode>::decode(&mut cursor)
            });
            let lib = of_code(code.clone(), Vec::new());
            let entry = LibSite::start(lib.id());
            let program: Program<HalfInstr> =
                Program::link_with_profile([entry], [lib], profile).expect("complete");
            let outcome = Vm::with_extension().run_with(&program, &mut ());
            let has_panicked = outcome.stop == Stop::Failed(Failure::Panic);
            match there {
                Err(_) => {
                    panics += 1;
                    assert!(has_panicked, "{code:02x?}: a panic there, {outcome}");
                }
                Ok(Err(_)) => {
                    ends += 1;
                    assert!(!has_panicked, "{code:02x?}: the end of the code there, {outcome}");
                }
                Ok(Ok(
                    DeployedInstr::ReservedInstruction(_) | DeployedInstr::ExtensionCodes(_),
                )) => {
                    assert!(!has_panicked, "{code:02x?}: reserved there, {outcome}");
                }
                // What an instruction itself comes to is compared elsewhere.
                Ok(Ok(_)) => {}
            }
        }
    }
    assert!(panics > 1000 && ends > 500, "{panics} {ends}");
}

/// What stands before an instruction that the end of the code cuts short is read as if it were whole.
#[test]
fn cutting_the_last_instruction_short_leaves_the_others() {
    let mut random = Random::new(83);
    for _ in 0..cases(2000) {
        let mut instrs: Vec<Instr> = (0..random.below(6)).map(|_| instr(&mut random)).collect();
        instrs.push(half(&mut random));
        let whole = Lib::assemble_for::<HalfInstr>(&instrs, &PROFILE).expect("short");
        let last = instr(&mut random);
        let with_last = [&instrs[..], std::slice::from_ref(&last)].concat();
        let code = Lib::assemble_for::<HalfInstr>(&with_last, &PROFILE).expect("short");
        for end in whole.code().len() + 1..code.code().len() {
            let cut = of_code(code.code()[..end].to_vec(), code.data().to_vec());
            let read = cut.disassemble_for::<HalfInstr>(&PROFILE);
            assert_eq!(read.len(), with_last.len(), "{with_last:?} cut to {end} bytes: {read:?}");
            let before = Lib::assemble_for::<HalfInstr>(&read[..instrs.len()], &PROFILE);
            assert_eq!(before.as_ref().map(Lib::code), Ok(whole.code()), "{last} {end}: {read:?}");
            let again = encode_for(&PROFILE, &read, cut.data(), Default::default());
            assert_eq!(again.map(|segments| segments.code), Ok(cut.code().to_vec()), "{read:?}");
        }
    }
}

/// An instruction that ends with half a byte.
fn half(random: &mut Random) -> Instr {
    let form = &HalfInstr::FORMS[0];
    assert!(form.ends_with_half());
    let word = form.fixed_bits() | (random.below(16) as u128) << 8;
    aluvm_core::isa::ExtensionInstr::new(form, word).map(Instr::Extension).expect("a row")
}

/// Where the machine goes on in the middle of a byte, the graph does.
#[test]
fn flow_follows() {
    let lib = read("vts s16[0]; test; ret;").expect("well-formed");
    let flow = Flow::of_lib::<HalfInstr>(&lib, &surroundings());
    let blocks: Vec<_> = flow.graph().blocks().collect();
    assert_eq!(blocks.len(), 1);
    assert_eq!(flow.graph().last(blocks[0].0).turn, Turn::Return);
    assert_eq!(flow.dead(), []);
    assert_eq!(flow.findings(), []);

    // The byte at offset 1 is of the same family as what stands half a byte behind: 0x11 there and here.
    let lib = of_code(vec![0xD3, 0x11, 0x11, 0x22, 0x02, 0x70, 0x00], Vec::new());
    let flow = Flow::of_lib::<HalfInstr>(&lib, &surroundings());
    let text = flow.print::<HalfInstr>(&lib).to_string();
    assert!(text.contains("0x0001.4  mov") || text.contains("0x0001.4  "), "{text}");
    assert!(flow.graph().find_shifted(1).is_some(), "{text}");
    assert!(flow.graph().find(1).is_none(), "{text}");
    let entry = LibSite::start(lib.id());
    let program: Program<HalfInstr> =
        Program::link_with_profile([entry], [lib], PROFILE).expect("complete");
    let mut sites = Vec::new();
    let mut vm = Vm::with_extension();
    let outcome = vm.trace(&program, entry, &mut (), |step| sites.push(step.site.offset));
    assert_eq!(sites[..2], [0, 1]);
    assert_ne!(outcome.stop, Stop::Finished);
}

fn surroundings() -> Surroundings {
    Surroundings { profile: PROFILE, ..Surroundings::default() }
}

/// A library in the text of contracts.
fn contract(body: &str) -> Result<Lib, String> {
    let text = format!("#![profile(\"rgb-0.11\")] #![isae(\"ALU BPDIGEST RGB\")] {body}");
    let mut none = |name: &str| -> Result<_, Box<str>> { Err(name.into()) };
    parse_text::<HalfInstr>(&text, "shifted", "shifted.aluasm", &mut none)
        .map(|library| library.lib)
        .map_err(|errors| errors.to_string())
}

#[test]
fn contracts_end_behind_half_a_byte() {
    let lib = contract("pub fn one(key: s16[0]) { require vts key; ret; }");
    assert_eq!(lib.as_ref().map(Lib::code), Ok(&[0xD3, 0x10, 0x70][..]), "{lib:?}");
    let lib = contract(
        "pub fn first(key: s16[0]) { svs key; jif end; fail; end: require vts key; ret; } \
         pub fn second(key: s16[0]) { jmp first; }",
    );
    let error = lib.expect_err("a routine behind");
    assert!(error.contains("the routine `second` would begin in the middle"), "{error}");
    assert!(error.contains("place the routine with it last"), "{error}");
}

#[test]
fn what_a_machine_misreads_is_refused() {
    for body in [
        "pub fn one(key: s16[0]) { require vts key; inv st0; inv st0; require st0; ret; }",
        "pub fn one(key: s16[0]) { vts key; svs key; svs key; ret; }",
    ] {
        let error = contract(body).expect_err(body);
        assert!(
            error.contains("in the middle of a byte, takes it for another instruction"),
            "{error}"
        );
    }
    let error =
        contract("pub fn one(key: s16[0]) { jmp end; vts key; end: ret; }").expect_err("a jump");
    assert!(error.contains("no jump from here leads to `end`"), "{error}");
}
