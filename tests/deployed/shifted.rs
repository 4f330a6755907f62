//! What stands some bits behind a byte: found as the deployed machine's cursor finds it there.

use aluvm_core::codec::{decode_at_bit, decode_for};
use aluvm_core::isa::{Instr, NoExtension};
use aluvm_tests::{Random, cases};
use deployed::isa::{Bytecode, DigestOp, Instr as DeployedInstr};
use deployed::library::{CodeEofError, Cursor, LibSeg, Read};

use crate::compare::PROFILE;
use crate::state::quietly;

/// What the deployed machine reads so many bits behind the beginning; none if it panics.
fn read_there(code: &[u8], shift: u32) -> Option<Result<DeployedInstr, CodeEofError>> {
    quietly(|| {
        let libs = LibSeg::default();
        let mut cursor = Cursor::with(code, [0_u8; 0], &libs);
        for _ in 0..shift {
            cursor.read_u1()?;
        }
        DeployedInstr::decode(&mut cursor)
    })
}

/// The bits behind the shift, as whole bytes.
fn realigned(code: &[u8], shift: u32) -> Vec<u8> {
    code.windows(2).map(|pair| pair[0] >> shift | pair[1] << (8 - shift)).collect()
}

#[test]
fn instructions_between_bytes_are_found_alike() {
    let mut random = Random::new(91);
    let (mut instructions, mut failing, mut ends, mut panics) = (0, 0, 0, 0);
    for number in 0..cases(20_000) {
        // Behind these bytes are the opcodes of a host, which reads them itself.
        let mut code = vec![(number % 0x83) as u8];
        code.extend((0..random.below(9)).map(|_| random.next_number() as u8));
        let shift = 1 + random.below(7) as u32;
        if random.chance(60) && code.len() > 1 {
            // An opcode of the family that the first byte is of, most often.
            let opcode = u32::from(code[0] & 0xF8) | random.below(8) as u32;
            let first = u32::from(code[0]);
            let kept = first & ((1 << shift) - 1);
            let both = kept | opcode << shift;
            code[0] = both as u8;
            code[1] = code[1] >> shift << shift | (both >> 8) as u8;
        }
        let here = decode_at_bit(&PROFILE, &code, 0, shift);
        let is_reserved = here.as_ref().is_some_and(|decoded| {
            matches!(decoded.instr, Instr::Verbatim(_)) && decoded.length == 1
        });
        match read_there(&code, shift) {
            None => {
                panics += 1;
                // A string without data panics while it is read there, and while it runs here.
                if here.as_ref().is_some_and(|read| matches!(read.instr, Instr::PutS { .. })) {
                    continue;
                }
                assert!(is_reserved, "{code:02x?} {shift}: a panic there, {here:?}");
            }
            Some(Err(_)) => {
                ends += 1;
                assert_eq!(here, None, "{code:02x?} {shift}");
            }
            Some(Ok(
                DeployedInstr::ReservedInstruction(_)
                | DeployedInstr::ExtensionCodes(_)
                | DeployedInstr::Nop
                // No opcode of the profile: at the beginning of a byte it is reserved there too.
                | DeployedInstr::Digest(DigestOp::Blake3(..)),
            )) => {
                failing += 1;
                assert!(is_reserved, "{code:02x?} {shift}: reserved there, {here:?}");
            }
            Some(Ok(_)) => {
                instructions += 1;
                let aligned = decode_for::<NoExtension>(&PROFILE, &realigned(&code, shift), 0);
                assert_eq!(here, aligned, "{code:02x?} {shift}");
                assert!(!is_reserved, "{code:02x?} {shift}");
            }
        }
    }
    assert!(instructions.min(failing).min(ends).min(panics) >= cases(20_000) / 100);
}

#[test]
fn no_bits_behind_a_byte_is_at_it() {
    let mut random = Random::new(92);
    for _ in 0..cases(2_000) {
        let code: Vec<u8> = (0..8).map(|_| random.next_number() as u8).collect();
        for offset in 0..9 {
            let here = decode_at_bit(&PROFILE, &code, offset, 0);
            assert_eq!(here, decode_for::<NoExtension>(&PROFILE, &code, offset), "{code:02x?}");
        }
    }
}
