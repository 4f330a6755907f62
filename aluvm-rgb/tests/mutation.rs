//! Mutations of libraries: a few bytes that are changed, put in, left out, or replaced by an instruction, and
//! other segments.

use std::collections::BTreeMap;

use aluvm::InstructionSet;
use aluvm::isa::{FORMS, Form};
use aluvm_rgb::RgbInstr;
use amplify::ByteArray;
use amplify::confinement::SmallBlob;
use deployed::library::{IsaSeg, Lib, LibId, LibSeg, LibSite};

use crate::random::Random;
use crate::schemas::Script;

/// A script with another library in which it begins.
pub struct Mutated {
    /// Where it begins.
    pub site: LibSite,
    /// The libraries, that one first.
    pub libs: Vec<Lib>,
}

/// The library in which a script begins.
pub fn entry_library(script: &Script) -> &Lib {
    &script.libs[&script.site.lib]
}

impl Mutated {
    /// The script with this library in place of its own, at an offset.
    pub fn new(script: &Script, lib: Lib, offset: u16) -> Mutated {
        let site = LibSite::with(offset, lib.id());
        let others = script.libs.values().filter(|other| other.id() != site.lib).cloned();
        Mutated { site, libs: [lib].into_iter().chain(others.collect::<Vec<_>>()).collect() }
    }

    /// The libraries by their ids.
    pub fn by_id(&self) -> BTreeMap<LibId, Lib> {
        self.libs.iter().map(|lib| (lib.id(), lib.clone())).collect()
    }
}

/// The script with some of the code of its library mutated, and nothing else.
pub fn of_code(script: &Script, random: &mut Random) -> Mutated {
    let mut lib = entry_library(script).clone();
    lib.code = blob(mutate_code(lib.code.to_vec(), random));
    Mutated::new(script, lib, script.site.pos)
}

/// The script with any segments of its library mutated, and perhaps another entry.
pub fn of_library(script: &Script, random: &mut Random) -> Mutated {
    let mut lib = entry_library(script).clone();
    let mut offset = script.site.pos;
    for _ in 0..1 + random.below(2) {
        match random.below(6) {
            0 | 1 => lib.code = blob(mutate_code(lib.code.to_vec(), random)),
            2 => lib.data = blob(mutate_bytes(lib.data.to_vec(), random)),
            3 => lib.isae = isae(random),
            4 => mutate_libs(&mut lib, script, random),
            _ => offset = random.below(lib.code.len() as u64 + 3) as u16,
        }
    }
    Mutated::new(script, lib, offset)
}

fn blob(bytes: Vec<u8>) -> SmallBlob {
    SmallBlob::try_from(bytes).expect("short")
}

fn isae(random: &mut Random) -> IsaSeg {
    let sets = ["ALU", "ALU BPDIGEST", "ALU ALURE", "RGB", "SECP256K", "NOBODY KNOWS", "A1 B2 C3"];
    IsaSeg::with(sets[random.below(sets.len() as u64) as usize])
}

fn mutate_libs(lib: &mut Lib, script: &Script, random: &mut Random) {
    let mut libs: Vec<LibId> = lib.libs.iter().copied().collect();
    match random.below(3) {
        0 => drop(libs.pop()),
        1 => libs.push(LibId::from_byte_array([random.number() as u8; 32])),
        _ => libs.extend(script.libs.keys().copied()),
    }
    lib.libs = LibSeg::try_from_iter(libs).expect("few");
}

/// Up to three mutations of code.
fn mutate_code(mut code: Vec<u8>, random: &mut Random) -> Vec<u8> {
    for _ in 0..1 + random.below(3) {
        if random.chance(40) {
            let at = random.below(code.len() as u64 + 1) as usize;
            let instr = instruction(random);
            let end = match random.chance(60) {
                true => (at + instr.len()).min(code.len()),
                false => at,
            };
            code.splice(at..end, instr);
        } else {
            code = mutate_bytes(code, random);
        }
    }
    code
}

/// One mutation of bytes.
pub fn mutate_bytes(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let at = random.below(bytes.len() as u64 + 1) as usize;
    if at == bytes.len() {
        bytes.push(random.number() as u8);
        return bytes;
    }
    match random.below(8) {
        0..3 => bytes[at] ^= 1 << random.below(8),
        3 => bytes[at] = random.number() as u8,
        4 => bytes.insert(at, random.number() as u8),
        5 => drop(bytes.remove(at)),
        6 => bytes.swap(at, 0),
        _ if random.chance(30) => bytes.truncate(at),
        _ => {
            let end = (at + 1 + random.below(6) as usize).min(bytes.len());
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
    }
    bytes
}

/// Some instruction of the base set or of the network.
fn instruction(random: &mut Random) -> Vec<u8> {
    let all: Vec<&Form> = FORMS.iter().chain(RgbInstr::FORMS).collect();
    let form = all[random.below(all.len() as u64) as usize];
    let mut bytes: Vec<u8> = (0..form.length()).map(|_| random.number() as u8).collect();
    bytes[0] = form.opcode;
    // Jumps and constants of short code and data.
    if form.length() >= 3 && random.chance(70) {
        bytes[form.length() - 1] = 0;
        bytes[form.length() - 2] %= 64;
    }
    bytes
}
