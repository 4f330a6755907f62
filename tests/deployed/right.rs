//! What the deployed implementation executes as the instruction set says, by instruction and by the
//! values it meets. Whatever is not right here has a test of the difference.

use aluvm_core::isa::{EqualFlag, Family, FloatEqualFlag, Instr, IntFlags, Register, RegisterSize};
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};

use crate::state::State;

/// Registers before an instruction, as numbers and strings.
struct Before<'a>(&'a State);

impl Before<'_> {
    fn bytes(&self, register: Register) -> Option<&[u8]> {
        let Register::Value { size, index } = register else { return None };
        self.0.registers.get(&(size, index)).map(Vec::as_slice)
    }

    fn number(&self, register: Register) -> Option<BigInt> {
        self.bytes(register).map(|bytes| BigInt::from_bytes_le(Sign::Plus, bytes))
    }

    fn signed(&self, register: Register) -> Option<BigInt> {
        self.bytes(register).map(BigInt::from_signed_bytes_le)
    }

    fn is_float_right(&self, register: Register) -> bool {
        match (self.bytes(register), size_of(register)) {
            (None, _) => true,
            (Some(bytes), Some(size)) => is_plain_float(bytes, size),
            _ => false,
        }
    }
}

fn size_of(register: Register) -> Option<RegisterSize> {
    match register {
        Register::Value { size, .. } => Some(size),
        Register::Status => None,
    }
}

/// Whether the implementation reads a float at all: no zero with a sign, none of the formats that it
/// does not have.
fn is_plain_float(bytes: &[u8], size: RegisterSize) -> bool {
    use RegisterSize::{F16, F32, F64, F128, F256};
    let negative_zero =
        bytes[bytes.len() - 1] == 0x80 && bytes[..bytes.len() - 1].iter().all(|b| *b == 0);
    [F16, F32, F64, F128, F256].contains(&size) && !negative_zero
}

/// Whether a float is normal: neither zero nor subnormal nor infinite.
fn is_normal(bytes: &[u8], size: RegisterSize) -> bool {
    let exponent_bits = match size {
        RegisterSize::F16 => 5,
        RegisterSize::F32 => 8,
        RegisterSize::F64 => 11,
        RegisterSize::F128 => 15,
        _ => 19,
    };
    let number = BigInt::from_bytes_le(Sign::Plus, bytes);
    let greatest: BigInt = (BigInt::from(1) << exponent_bits) - 1;
    let exponent = (number >> (8 * bytes.len() - 1 - exponent_bits)) & &greatest;
    !exponent.is_zero() && exponent != greatest
}

/// The shortest two's complement of a number in bytes.
fn shortest(number: &BigInt) -> usize {
    number.to_signed_bytes_le().len()
}

/// Whether cutting a result to its shortest two's complement with zeros above leaves it as it is.
fn is_kept(number: &BigInt, width: usize) -> bool {
    !number.is_negative() || shortest(number) == width
}

/// Whether the deployed implementation executes the instruction as specified in a state. `after` is the
/// state that the specification gives.
pub fn is_right(instr: &Instr, before: &State, after: &State) -> bool {
    use Instr::*;
    let state = Before(before);
    let registers: Vec<Register> = instr.reads().filter(|r| *r != Register::Status).collect();
    let register = |number: usize| registers[number % registers.len()];
    let all_defined = registers.iter().all(|register| state.bytes(*register).is_some());
    let none_defined = registers.iter().all(|register| state.bytes(*register).is_none());
    let width = |register| size_of(register).map_or(0, RegisterSize::bytes);
    match instr {
        Fail | Test | Ret | ClrA { .. } | ClrF { .. } | ClrR { .. } | PutA { .. } | PutR { .. } => {
            true
        }
        PutIfA { .. } | PutIfR { .. } | PutS { .. } => true,
        PutF { .. } => instr.writes().next().is_some_and(|dst| {
            Before(after).bytes(dst).is_some() && Before(after).is_float_right(dst)
        }),
        MovA { .. } | DupA { .. } | SwpA { .. } | MovR { .. } | DupR { .. } => true,
        MovF { .. } | DupF { .. } | SwpF { .. } => {
            registers.iter().all(|register| state.is_float_right(*register))
        }
        CpyA { .. } | CpyR { .. } | SpyAR { .. } => true,
        CnvA { .. } => {
            // The source is extended with zeros or cut, and that is then taken for signed.
            let dst = instr.writes().next().map_or(0, width);
            let value = state.signed(register(0));
            value.is_none_or(|value| !value.is_negative() && shortest(&value) <= dst)
        }
        CnvFA { .. } => {
            // `st0` says there whether the number is an integer.
            let dst = instr.writes().next().expect("a destination");
            let (value, result) = (state.bytes(register(0)), Before(after).signed(dst));
            let (Some(value), Some(result)) = (value, result) else { return false };
            let source = size_of(register(0)).expect("a float");
            is_plain_float(value, source)
                && !result.is_negative()
                && shortest(&result) <= width(dst).min(32)
                && is_integer(value, source)
        }
        GtA { flag, .. } | LtA { flag, .. } => {
            let is_signed = *flag == aluvm_core::isa::SignFlag::Signed;
            let (a, b) = (state.signed(register(0)), state.signed(register(1)));
            let (Some(a), Some(b)) = (a, b) else { return true };
            let zero_and_negative =
                !a.is_positive() && !b.is_positive() && (a.is_zero() || b.is_zero());
            !is_signed || (!zero_and_negative && shortest(&a) == shortest(&b))
        }
        EqA { flag, .. } | EqR { flag, .. } => {
            *flag == EqualFlag::UndefinedDiffers || all_defined || none_defined
        }
        GtR { .. } | LtR { .. } => {
            let small = |r: &Register| state.number(*r).is_none_or(|n| n.bits() <= 1024);
            registers.iter().all(small)
        }
        EqF { flag, .. } => {
            *flag == FloatEqualFlag::Exact
                && all_defined
                && registers.iter().all(|register| state.is_float_right(*register))
        }
        GtF { flag, size, .. } | LtF { flag, size, .. } => {
            *flag == FloatEqualFlag::Exact
                && size.register_size() != RegisterSize::F256
                && all_defined
                && registers.iter().all(|register| state.is_float_right(*register))
        }
        IfZA { .. } | IfZR { .. } | IfNA { .. } | IfNR { .. } | Inv => true,
        St { flag, .. } => {
            let value = state.number(register(0));
            *flag != aluvm_core::isa::MergeFlag::Add
                || value.is_none_or(|value| width(register(0)) == 1 && value < BigInt::from(255))
        }
        AddA { flags, .. } | SubA { flags, .. } | MulA { flags, .. } => match flags {
            IntFlags::UnsignedChecked => true,
            IntFlags::SignedWrapped => {
                let (Some(a), Some(b)) = (state.signed(register(0)), state.signed(register(1)))
                else {
                    return true;
                };
                let exact = match instr {
                    AddA { .. } => &a + &b,
                    SubA { .. } => &a - &b,
                    _ => &a * &b,
                };
                let dst = width(register(1));
                let least: BigInt = -(BigInt::from(1) << (8 * dst - 1));
                let widest = dst == 128 && (a == least || b == least || shortest(&exact) > dst);
                let result = instr.writes().next().and_then(|r| Before(after).signed(r));
                !widest && result.is_none_or(|result| is_kept(&result, dst))
            }
            _ => false,
        },
        DivA { flags, .. } => {
            let (a, b) = (state.signed(register(0)), state.signed(register(1)));
            let result = instr.writes().next().and_then(|r| Before(after).signed(r));
            let dst = width(register(1));
            let (Some(a), Some(b)) = (a, b) else { return true };
            match flags {
                IntFlags::UnsignedChecked => result.is_none_or(|result| is_kept(&result, dst)),
                IntFlags::SignedWrapped => {
                    let panics = a.is_negative() != b.is_negative() && a.abs() < b.abs();
                    let overflows = b == BigInt::from(-1);
                    !b.is_zero()
                        && !panics
                        && !overflows
                        && result.is_some_and(|result| is_kept(&result, dst))
                }
                _ => false,
            }
        }
        StepA { step, .. } => step.0 != -128,
        Abs { .. } | Neg { .. } => {
            let is_abs = matches!(instr, Abs { .. });
            let size = size_of(register(0)).expect("a register");
            match size.family() {
                Family::A => {
                    is_abs && state.signed(register(0)).is_none_or(|value| !value.is_negative())
                }
                _ => state
                    .bytes(register(0))
                    .is_some_and(|bytes| is_plain_float(bytes, size) && is_normal(bytes, size)),
            }
        }
        Rem { .. } => {
            let (a, b) = (state.signed(register(0)), state.signed(register(1)));
            let (Some(a), Some(b)) = (a, b) else { return true };
            width(register(0)).max(width(register(1))) <= 16 && !a.is_negative() && b.is_positive()
        }
        AddF { .. } | SubF { .. } | MulF { .. } | DivF { .. } => {
            let dst = instr.writes().next().expect("a destination");
            let size = size_of(dst).expect("a float");
            let normal = |bytes: Option<&[u8]>| {
                bytes.is_some_and(|bytes| is_plain_float(bytes, size) && is_normal(bytes, size))
            };
            registers.iter().all(|register| normal(state.bytes(*register)))
                && normal(Before(after).bytes(dst))
        }
        And { .. } | Or { .. } | Xor { .. } => {
            registers.iter().all(|r| state.number(*r).is_none_or(|n| n.bits() <= 1024))
        }
        Not { .. } | RevA { .. } | RevR { .. } => true,
        Shl { .. } | ShrR { .. } => all_defined,
        ShrA { flag, .. } => {
            let value = instr.writes().next().and_then(|r| state.signed(r));
            let is_signed = *flag == aluvm_core::isa::SignFlag::Signed;
            all_defined && (!is_signed || value.is_some_and(|value| !value.is_negative()))
        }
        Scl { .. } | Scr { .. } => {
            let dst = instr.writes().next().expect("a destination");
            let Some(value) = state.number(dst) else { return false };
            let bit = if matches!(instr, Scl { .. }) { 8 * width(dst) - 1 } else { 0 };
            all_defined && value.bit(bit as u64) == before.st0
        }
        MovS { src, dst } => src != dst,
        SwpS { .. } | EqS { .. } => true,
        Len { .. } | Cnt { .. } | RevS { .. } => true,
        Con { number, .. } => {
            let number = Register::Value { size: RegisterSize::A16, index: number.get() as u8 };
            all_defined && state.number(number).is_some_and(|number| number.is_zero())
        }
        Find { needle, .. } => {
            let needle = Register::Value { size: RegisterSize::S16, index: needle.get() as u8 };
            all_defined && state.bytes(needle).is_some_and(|needle| !needle.is_empty())
        }
        Extr { .. } => {
            let (string, offset) = (state.bytes(register(0)), state.number(register(1)));
            let length = BigInt::from(string.map_or(0, <[u8]>::len));
            all_defined && offset.is_some_and(|offset| offset < length)
        }
        Fill { .. } => {
            let (string, value) = (state.bytes(register(0)), &registers[1..]);
            let (Some(from), Some(to)) = (state.number(value[0]), state.number(value[1])) else {
                return false;
            };
            let length = BigInt::from(string.map_or(0, <[u8]>::len));
            all_defined && from <= to && to < length
        }
        Join { second, .. } => {
            let second = Register::Value { size: RegisterSize::S16, index: second.get() as u8 };
            all_defined && state.bytes(second).is_some_and(<[u8]>::is_empty)
        }
        Ripemd { .. } | Sha256 { .. } | Sha512 { .. } => all_defined,
        SecpGen { .. } | SecpMul { .. } | SecpAdd { .. } | SecpNeg { .. } => {
            instr.writes().next().is_some_and(|dst| Before(after).bytes(dst).is_some())
        }
        _ => false,
    }
}

/// Whether a float of an IEEE format has no fraction.
fn is_integer(bytes: &[u8], size: RegisterSize) -> bool {
    let exponent_bits: i64 = match size {
        RegisterSize::F16 => 5,
        RegisterSize::F32 => 8,
        RegisterSize::F64 => 11,
        RegisterSize::F128 => 15,
        _ => 19,
    };
    let fraction_bits = 8 * bytes.len() as i64 - 1 - exponent_bits;
    let number = BigInt::from_bytes_le(Sign::Plus, bytes);
    let mask: BigInt = (BigInt::from(1) << exponent_bits) - 1;
    let hidden: BigInt = BigInt::from(1) << fraction_bits;
    let fraction: BigInt = &number & (&hidden - 1);
    let biased: i64 = ((&number >> fraction_bits) & mask).try_into().expect("short");
    let exponent = biased - ((1 << (exponent_bits - 1)) - 1);
    if biased == 0 {
        return fraction.is_zero();
    }
    let below = (fraction_bits - exponent).max(0);
    let ones: BigInt = (BigInt::from(1) << below) - 1;
    ((fraction + hidden) & ones).is_zero()
}
