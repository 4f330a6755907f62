// The same for both sides; `vm` is the crate.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;

use amplify::ByteArray;
use amplify::confinement::SmallBlob;
use amplify::num::{u3, u4, u5};

use self::vm::Vm;
use self::vm::isa::{Bytecode, BytecodeError, ExecStep, Instr, InstructionSet};
use self::vm::library::{CodeEofError, IsaSeg, Lib, LibId, LibSeg, LibSite, Read, Write};
use self::vm::reg::{CoreRegs, Reg, Reg16, Reg32, RegA, RegAFR, RegF, RegR, RegS};
use crate::{Left, Segments, log};

/// An instruction of a host that logs all calls. The low bits of the opcode say how many bits it takes, the next
/// ones what it does.
#[derive(Debug)]
pub struct Probe {
    pub opcode: u8,
    pub number: u16,
    pub index: u8,
}

impl Drop for Probe {
    fn drop(&mut self) {
        log::write("drop".to_owned());
    }
}

impl fmt::Display for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        log::write("display".to_owned());
        write!(f, "probe   {:#04x},{},{}", self.opcode, self.number, self.index)
    }
}

impl Bytecode for Probe {
    fn instr_range() -> RangeInclusive<u8> {
        log::write("instr_range".to_owned());
        0x83..=0xFE
    }

    fn instr_byte(&self) -> u8 {
        log::write("instr_byte".to_owned());
        self.opcode
    }

    fn call_site(&self) -> Option<LibSite> {
        log::write("call_site".to_owned());
        (self.opcode == 0x90).then(|| LibSite::with(self.number, LibId::from([7; 32])))
    }

    #[allow(clippy::needless_borrows_for_generic_args)] // Hosts hand out references.
    fn encode_args<W>(&self, writer: &mut W) -> Result<(), BytecodeError>
    where
        W: Write,
    {
        log::write("encode_args".to_owned());
        match self.opcode % 8 {
            0 => {}
            1 => writer.write_u3(u3::with(self.index % 8))?,
            2 => writer.write_u4(RegS::from(self.index))?,
            3 => writer.write_u5(&Reg32::from(u5::with(self.index % 32)))?,
            4 => writer.write_u8(self.index)?,
            5 => writer.write_u16(self.number)?,
            6 => {
                writer.write_u4(&Reg16::from(u4::with(self.index % 16)))?;
                writer.write_u16(self.number)?;
            }
            _ => {
                writer.write_u5(u5::with(self.index % 32))?;
                writer.write_u3(u3::ZERO)?;
            }
        }
        Ok(())
    }

    fn decode<R>(reader: &mut R) -> Result<Probe, CodeEofError>
    where
        R: Read,
    {
        log::write(format!("decode at {:#04x}", reader.peek_u8()?));
        let opcode = reader.read_u8()?;
        let (mut number, mut index) = (0, 0);
        match opcode % 8 {
            0 => {}
            1 => index = reader.read_u3()?.to_u8(),
            2 => index = reader.read_u4()?.to_u8(),
            3 => index = reader.read_u5()?.to_u8(),
            4 => index = reader.read_u8()?,
            5 => number = reader.read_u16()?,
            6 => {
                index = reader.read_u4()?.to_u8();
                number = reader.read_u16()?;
            }
            _ => {
                index = reader.read_u5()?.to_u8();
                reader.read_u3()?;
            }
        }
        Ok(Probe { opcode, number, index })
    }
}

impl InstructionSet for Probe {
    type Context<'ctx> = Cell<u32>;

    fn isa_ids() -> IsaSeg {
        log::write("isa_ids".to_owned());
        IsaSeg::with("PROBE")
    }

    fn src_regs(&self) -> BTreeSet<Reg> {
        log::write("src_regs".to_owned());
        BTreeSet::from([Reg::A(RegA::A16, Reg32::Reg0)])
    }

    fn dst_regs(&self) -> BTreeSet<Reg> {
        log::write("dst_regs".to_owned());
        BTreeSet::from([Reg::S(RegS::from(self.index))])
    }

    fn complexity(&self) -> u64 {
        log::write("complexity".to_owned());
        3
    }

    fn exec(&self, regs: &mut CoreRegs, site: LibSite, left: &Cell<u32>) -> ExecStep {
        log::write(format!("exec {:#04x} at {} of {}", self.opcode, site.pos, site.lib));
        if left.get() == 0 {
            return ExecStep::Stop;
        }
        left.set(left.get() - 1);
        let index = Reg32::from(u5::with(self.index % 32));
        match self.opcode / 8 % 8 {
            0 => drop(regs.set_n(RegA::A16, index, self.number)),
            1 => drop(regs.set_n(RegA::A8, Reg16::from(u4::with(self.index % 16)), self.index)),
            2 => {
                let Some(number) = *regs.get_n(RegA::A16, Reg32::Reg0) else {
                    return ExecStep::Fail;
                };
                regs.set_n(RegA::A64, index, u64::from(number) + 1);
            }
            3 => {
                let bytes = vec![self.index; usize::from(self.number) % 50];
                let blob = SmallBlob::try_from(bytes).expect("short");
                regs.set_s16(RegS::from(self.index), &blob);
            }
            4 => {
                let Some(string) = regs.s16(RegS::from(self.index)) else { return ExecStep::Next };
                let length = string.to_vec().len() as u32;
                regs.set_n(RegA::A32, index, length);
            }
            5 => {
                regs.set_failure();
                if self.index.is_multiple_of(2) {
                    return ExecStep::Stop;
                }
            }
            6 => return ExecStep::Jump(self.number % 64),
            _ if self.index == 0 => {
                return ExecStep::Call(LibSite::with(self.number % 16, site.lib));
            }
            _ => {}
        }
        ExecStep::Next
    }
}

/// The library of this side.
pub fn library(segments: &Segments) -> Lib {
    let libs = LibSeg::try_from_iter(segments.libs.iter().map(|id| LibId::from(*id))).expect("few");
    Lib::with(&segments.isae, segments.code.clone(), segments.data.clone(), libs).expect("short")
}

/// The library of this side as plain data.
pub fn segments(lib: &Lib) -> Segments {
    Segments {
        isae: lib.isae.to_string(),
        code: lib.code.to_vec(),
        data: lib.data.to_vec(),
        libs: lib.libs.iter().map(|id| id.to_byte_array()).collect(),
    }
}

/// The id of a library, as text.
pub fn id(segments: &Segments) -> String {
    library(segments).id().to_string()
}

/// Runs a library from an offset, twice, with another behind each id that it names.
pub fn run(code: &Segments, other: &Segments, entry: u16) -> Left {
    let (lib, other) = (library(code), library(other));
    let id = lib.id();
    let resolve = |asked: LibId| match asked {
        _ if asked == id => Some(&lib),
        _ if code.libs.contains(&asked.to_byte_array()) => Some(&other),
        _ => None,
    };
    log::take();
    let mut vm = Vm::<Instr<Probe>>::new();
    let left = Cell::new(200);
    vm.exec(LibSite::with(entry, id), resolve, &left);
    let status = vm.exec(LibSite::with(0, id), resolve, &left);
    Left { status, registers: registers(&vm), calls: log::take() }
}

/// Reads the instructions of a library and lays them out again.
pub fn again(code: &Segments) -> Option<Segments> {
    let instrs = library(code).disassemble::<Instr<Probe>>().ok()?;
    Some(segments(&Lib::assemble(&instrs).ok()?))
}

/// The calls while a library is assembled, and while it is printed.
pub fn calls(probes: &[(u8, u16, u8)]) -> (Segments, Vec<String>, Vec<String>) {
    let probe = |(opcode, number, index)| Probe { opcode, number, index };
    let code: Vec<_> = probes.iter().copied().map(probe).map(Instr::ExtensionCodes).collect();
    log::take();
    let lib = Lib::assemble::<Instr<Probe>>(&code).expect("short");
    let assembling = log::take();
    let mut text = Vec::new();
    lib.print_disassemble::<Probe>(&mut text).expect("in memory");
    let mut printing = log::take();
    printing.push(String::from_utf8(text).expect("text"));
    (segments(&lib), assembling, printing)
}

fn registers(vm: &Vm<Instr<Probe>>) -> BTreeMap<String, Vec<u8>> {
    let mut registers = BTreeMap::new();
    macro_rules! numbers {
        ($($Family:ident $Widths:ident: $($Width:ident)+;)+) => {$($(
            for (index, register) in Reg32::ALL.into_iter().enumerate() {
                let number = *vm.registers.get_n(RegAFR::$Family($Widths::$Width), register);
                if let Some(number) = number {
                    let name = format!("{}[{index}]", stringify!($Width));
                    registers.insert(name, number.as_ref().to_vec());
                }
            }
        )+)+};
    }
    numbers! {
        A RegA: A8 A16 A32 A64 A128 A256 A512 A1024;
        F RegF: F16B F16 F32 F64 F80 F128 F256 F512;
        R RegR: R128 R160 R256 R512 R1024 R2048 R4096 R8192;
    }
    for index in 0..16 {
        if let Some(string) = vm.registers.s16(RegS::from(index)) {
            registers.insert(format!("S16[{index}]"), string.to_vec());
        }
    }
    registers
}
