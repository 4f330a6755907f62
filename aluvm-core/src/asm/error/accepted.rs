//! What could have stood in the place of an error: operands, register sizes, numbers.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::words::{alternatives, family_letter};
use crate::isa::{Family, OperandForm, RegisterSize};

/// A set of register sizes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct SizeSet(u32);

impl SizeSet {
    /// The sizes in it, in the order of isa.md section 2.
    pub fn iter(self) -> impl Iterator<Item = RegisterSize> {
        let has = move |size: &RegisterSize| self.0 & 1 << *size as u32 != 0;
        RegisterSize::ALL.iter().copied().filter(has)
    }

    fn add(&mut self, size: RegisterSize) {
        self.0 |= 1 << size as u32;
    }

    fn of_family(self, family: Family) -> SizeSet {
        let mut set = SizeSet::default();
        self.iter().filter(|size| size.family() == family).for_each(|size| set.add(size));
        set
    }
}

impl Display for SizeSet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.iter().map(|size| alloc::format!("`{size}`")).collect();
        f.write_str(&alternatives(&names))
    }
}

/// The kinds of operands that can stand in a place.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Accepted {
    sizes: SizeSet,
    others: u8,
}

const OTHERS: [&str; 8] = [
    "`st0`",
    "a value",
    "a string",
    "a jump target",
    "a call target `OFFSET @ LIBRARY`",
    "a step",
    "`true` or `false`",
    "a number",
];

impl Accepted {
    /// The sizes of registers that can stand there.
    pub fn sizes(&self) -> SizeSet {
        self.sizes
    }

    pub(in crate::asm) fn add_size(&mut self, size: RegisterSize) {
        self.sizes.add(size);
    }

    pub(in crate::asm) fn add_form(&mut self, form: &OperandForm) {
        let other = match form {
            OperandForm::Register { .. } => return,
            OperandForm::Status => 0,
            OperandForm::RegisterData(_) => 1,
            OperandForm::StringData(_) => 2,
            OperandForm::Target(_) => 3,
            OperandForm::Site { .. } => 4,
            OperandForm::Step { .. } => 5,
            OperandForm::Switch(_) => 6,
            OperandForm::Unsigned(_) => 7,
        };
        self.others |= 1 << other;
    }

    /// Whether `st0` can stand there.
    pub fn has_status(&self) -> bool {
        self.others & 1 != 0
    }

    /// Whether a place of this library can stand there, such as a label.
    pub fn has_target(&self) -> bool {
        self.others & 1 << 3 != 0
    }

    /// Whether a routine of another library can stand there.
    pub fn has_site(&self) -> bool {
        self.others & 1 << 4 != 0
    }

    /// Whether `true` and `false` can stand there.
    pub fn has_switch(&self) -> bool {
        self.others & 1 << 6 != 0
    }

    /// Whether only a register can stand there.
    pub(super) fn is_register(&self) -> bool {
        self.others == 0
    }

    /// Whether a constant can stand there.
    pub fn has_value(&self) -> bool {
        self.others & 0b110 != 0
    }

    pub(in crate::asm) fn has_family(&self, family: Family) -> bool {
        self.sizes.iter().any(|size| size.family() == family)
    }

    pub(in crate::asm) fn sizes_of(&self, family: Family) -> SizeSet {
        self.sizes.of_family(family)
    }
}

impl Display for Accepted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut all = Vec::new();
        for family in [Family::A, Family::F, Family::R, Family::S] {
            let sizes: Vec<RegisterSize> = self.sizes.of_family(family).iter().collect();
            match sizes.as_slice() {
                [] => {}
                [RegisterSize::S16] => all.push("a string register `s16[i]`".into()),
                [size] => all.push(alloc::format!("a register `{size}[i]`")),
                sizes if sizes.len() == 8 => {
                    let letter = family_letter(family);
                    all.push(alloc::format!("{} `{letter}N[i]`", family_name(family)));
                }
                sizes => {
                    let names: Vec<String> =
                        sizes.iter().map(|size| alloc::format!("`{size}[i]`")).collect();
                    all.push(alloc::format!("a register {}", alternatives(&names)));
                }
            }
        }
        let others = OTHERS.iter().enumerate().filter(|(bit, _)| self.others & 1 << bit != 0);
        all.extend(others.map(|(_, name)| String::from(*name)));
        f.write_str(&alternatives(&all))
    }
}

fn family_name(family: Family) -> &'static str {
    match family {
        Family::A => "an integer register",
        Family::F => "a float register",
        Family::R => "a general register",
        Family::S => "a string register",
    }
}

/// The integers that fit somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IntegerRange {
    /// From the least to the most, both included.
    Bounds {
        /// The least.
        least: i128,
        /// The most.
        most: i128,
    },
    /// All unsigned numbers of so many bits.
    Unsigned {
        /// The width.
        bits: u32,
    },
    /// All unsigned numbers of so many bits, and the negative ones of two's complement.
    Either {
        /// The width.
        bits: u32,
    },
}

/// The widest numbers that a message spells out.
const SPELLED_BITS: u32 = 64;

impl IntegerRange {
    /// All unsigned numbers of this width.
    pub fn unsigned(bits: u32) -> IntegerRange {
        match bits {
            0..=SPELLED_BITS => IntegerRange::Bounds { least: 0, most: (1 << bits) - 1 },
            _ => IntegerRange::Unsigned { bits },
        }
    }

    /// The numbers that a register takes: an integer register unsigned and two's complement ones.
    pub fn of_register(size: RegisterSize) -> IntegerRange {
        let bits = 8 * size.bytes() as u32;
        match (size.family(), bits) {
            (Family::A, 1..=SPELLED_BITS) => {
                IntegerRange::Bounds { least: -(1 << (bits - 1)), most: (1 << bits) - 1 }
            }
            (Family::A, _) => IntegerRange::Either { bits },
            _ => IntegerRange::unsigned(bits),
        }
    }
}

impl Display for IntegerRange {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            IntegerRange::Bounds { least, most } => write!(f, "{least}..={most}"),
            IntegerRange::Unsigned { bits } => write!(f, "0..=2^{bits}-1"),
            IntegerRange::Either { bits } => write!(f, "-2^{}..=2^{bits}-1", bits - 1),
        }
    }
}
