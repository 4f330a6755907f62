//! What each instruction does to the registers. Every meaning stands here once; the fast loop, the
//! step-by-step run and the tests' interpreter call the same functions.
//!
//! A function takes registers and operands, and sets the destinations and `st0` as the instruction
//! set says. Nothing here knows where the program is: [`execute`] tells what comes next.

pub(crate) mod arithmetic;
pub(crate) mod bitwise;
mod bytes;
pub(crate) mod compare;
mod control;
#[cfg(any(feature = "secp256k1", feature = "ed25519"))]
mod curve;
mod deployed;
#[cfg(feature = "digest")]
mod digest;
pub(crate) mod float;
pub(crate) mod mov;
pub(crate) mod put;
pub(crate) mod size;

pub use self::control::{Failure, Next};
use self::size::{with_a, with_af, with_ar, with_f, with_r};
use core::cmp::Ordering;

use super::registers::{Pair, Registers, Triple};
use crate::isa::Instr;
use crate::num::integer::Bitwise;
use crate::profile::Profile;

/// Executes one instruction on a machine with a profile. `data` is the data segment of its library.
///
/// What the profile leaves alone is executed by [`execute`].
pub fn execute_for(profile: &Profile, instr: &Instr, r: &mut Registers, data: &[u8]) -> Next {
    match profile.varied(instr) {
        Some(group) => deployed::execute(group, instr, r, data),
        None => execute(instr, r, data),
    }
}

/// Whether a profile gives an instruction another meaning.
pub(crate) fn is_varied(profile: &Profile, instr: &Instr) -> bool {
    profile.varied(instr).is_some()
}

/// Executes one instruction as the instruction set says. `data` is the data segment of its library.
///
/// Instructions of the host's extension are not executed here: for them the answer is
/// [`Failure::Reserved`], as for bytes that are no instruction.
#[rustfmt::skip]
pub fn execute(instr: &Instr, r: &mut Registers, data: &[u8]) -> Next {
    use Instr::*;
    match *instr {
        Fail => return Next::Fail(Failure::Fail),
        Test => if !r.st0 { return Next::Fail(Failure::Test) },
        Jmp { target } => return Next::Jump(target.0),
        Jif { target } => if r.st0 { return Next::Jump(target.0) },
        Routine { target } => return Next::Routine(target.0),
        Call { target, library } => return Next::Call(target.0, library.0),
        Exec { target, library } => return Next::Exec(target.0, library.0),
        Ret => return Next::Return,
        Extension(_) | Verbatim(_) => return Next::Fail(Failure::Reserved),

        ClrA { size, dst } => with_a!(size, A => r.undefine::<A>(dst.get())),
        ClrF { size, dst } => with_f!(size, F => r.undefine::<F>(dst.get())),
        ClrR { size, dst } => with_r!(size, R => r.undefine::<R>(dst.get())),
        PutA { size, dst, ref value } => {
            with_a!(size, A => put::put::<A>(r, dst.get(), value, data));
        }
        PutF { size, dst, ref value } => {
            with_f!(size, F => put::put::<F>(r, dst.get(), value, data));
        }
        PutR { size, dst, ref value } => {
            with_r!(size, R => put::put::<R>(r, dst.get(), value, data));
        }
        PutIfA { size, dst, ref value } => {
            with_a!(size, A => put::put_if::<A>(r, dst.get(), value, data));
        }
        PutIfR { size, dst, ref value } => {
            with_r!(size, R => put::put_if::<R>(r, dst.get(), value, data));
        }

        MovA { src, dst, size } => with_a!(size, A => mov::mov::<A>(r, src.get(), dst.get())),
        DupA { src, dst, size } => with_a!(size, A => mov::dup::<A>(r, src.get(), dst.get())),
        SwpA { src, dst, size } => with_a!(size, A => mov::swp::<A>(r, src.get(), dst.get())),
        MovF { src, dst, size } => with_f!(size, F => mov::mov::<F>(r, src.get(), dst.get())),
        DupF { src, dst, size } => with_f!(size, F => mov::dup::<F>(r, src.get(), dst.get())),
        SwpF { src, dst, size } => with_f!(size, F => mov::swp::<F>(r, src.get(), dst.get())),
        MovR { src, dst, size } => with_r!(size, R => mov::mov::<R>(r, src.get(), dst.get())),
        DupR { src, dst, size } => with_r!(size, R => mov::dup::<R>(r, src.get(), dst.get())),
        CpyA { src_size, src, dst_size, dst } => {
            mov::copy_a(r, src_size, src.get(), dst_size, dst.get());
        }
        CnvA { src_size, src, dst_size, dst } => {
            mov::convert_a(r, src_size, src.get(), dst_size, dst.get());
        }
        CnvF { src_size, src, dst_size, dst } => {
            float::convert(r, src_size, src.get(), dst_size, dst.get());
        }
        CpyR { src_size, src, dst_size, dst } => {
            mov::copy_r(r, src_size, src.get(), dst_size, dst.get());
        }
        SpyAR { src_size, src, dst_size, dst } => {
            mov::spy(r, src_size, src.get(), dst_size, dst.get());
        }
        CnvAF { src_size, src, dst_size, dst } => {
            float::from_integer(r, src_size, src.get(), dst_size, dst.get());
        }
        CnvFA { src_size, src, dst_size, dst } => {
            float::to_integer(r, src_size, src.get(), dst_size, dst.get());
        }

        GtA { flag, first, second, size } => {
            with_a!(size, A => compare::compare_a::<A>(r, flag, Pair::new(second.get(), first.get())));
        }
        LtA { flag, first, second, size } => {
            with_a!(size, A => compare::compare_a::<A>(r, flag, Pair::new(first.get(), second.get())));
        }
        GtF { flag, first, second, size } => with_f!(size, F => {
            float::compare::<F>(r, flag, Ordering::Greater, Pair::new(first.get(), second.get()))
        }),
        LtF { flag, first, second, size } => with_f!(size, F => {
            float::compare::<F>(r, flag, Ordering::Less, Pair::new(first.get(), second.get()))
        }),
        GtR { first, second, size } => {
            with_r!(size, R => compare::compare::<R>(r, Pair::new(first.get(), second.get()), PartialOrd::gt));
        }
        LtR { first, second, size } => {
            with_r!(size, R => compare::compare::<R>(r, Pair::new(first.get(), second.get()), PartialOrd::lt));
        }
        EqA { flag, first, second, size } => {
            with_a!(size, A => compare::equal::<A>(r, flag, Pair::new(first.get(), second.get())));
        }
        EqF { flag, first, second, size } => with_f!(size, F => {
            float::compare::<F>(r, flag, Ordering::Equal, Pair::new(first.get(), second.get()))
        }),
        EqR { flag, first, second, size } => {
            with_r!(size, R => compare::equal::<R>(r, flag, Pair::new(first.get(), second.get())));
        }
        IfZA { size, src } => with_a!(size, A => compare::is_zero::<A>(r, src.get())),
        IfZR { size, src } => with_r!(size, R => compare::is_zero::<R>(r, src.get())),
        IfNA { size, src } => with_a!(size, A => compare::is_undefined::<A>(r, src.get())),
        IfNR { size, src } => with_r!(size, R => compare::is_undefined::<R>(r, src.get())),
        St { flag, size, dst } => with_a!(size, A => compare::merge::<A>(r, flag, dst.get())),
        Inv => r.st0 = !r.st0,

        AddA { flags, src, dst, size } => {
            with_a!(size, A => arithmetic::add::<A>(r, flags, src.get(), dst.get()));
        }
        SubA { flags, src, dst, size } => {
            with_a!(size, A => arithmetic::sub::<A>(r, flags, src.get(), dst.get()));
        }
        MulA { flags, src, dst, size } => {
            with_a!(size, A => arithmetic::mul::<A>(r, flags, src.get(), dst.get()));
        }
        DivA { flags, src, dst, size } => {
            with_a!(size, A => arithmetic::div::<A>(r, flags, src.get(), dst.get()));
        }
        AddF { rounding, src, dst, size } => {
            with_f!(size, F => float::add::<F>(r, rounding, Pair::new(src.get(), dst.get())));
        }
        SubF { rounding, src, dst, size } => {
            with_f!(size, F => float::sub::<F>(r, rounding, Pair::new(src.get(), dst.get())));
        }
        MulF { rounding, src, dst, size } => {
            with_f!(size, F => float::mul::<F>(r, rounding, Pair::new(src.get(), dst.get())));
        }
        DivF { rounding, src, dst, size } => {
            with_f!(size, F => float::div::<F>(r, rounding, Pair::new(src.get(), dst.get())));
        }
        StepA { size, dst, step } => {
            with_a!(size, A => arithmetic::step::<A>(r, dst.get(), step.0));
        }
        Neg { size, dst } => {
            with_af!(size,
                A => arithmetic::negate::<A>(r, dst.get()),
                F => float::negate::<F>(r, dst.get()));
        }
        Abs { size, dst } => {
            with_af!(size,
                A => arithmetic::absolute::<A>(r, dst.get()),
                F => float::absolute::<F>(r, dst.get()));
        }
        Rem { src_size, src, dst_size, dst } => {
            arithmetic::remainder(r, src_size, src.get(), dst_size, dst.get());
        }

        And { size, first, second, dst } => with_ar!(size, B => {
            bitwise::logic::<B>(r, Triple::new(first.get(), second.get(), dst.get()), Bitwise::bit_and)
        }),
        Or { size, first, second, dst } => with_ar!(size, B => {
            bitwise::logic::<B>(r, Triple::new(first.get(), second.get(), dst.get()), Bitwise::bit_or)
        }),
        Xor { size, first, second, dst } => with_ar!(size, B => {
            bitwise::logic::<B>(r, Triple::new(first.get(), second.get(), dst.get()), Bitwise::bit_xor)
        }),
        Not { size, dst } => with_ar!(size, B => {
            bitwise::replace::<B>(r, dst.get(), Bitwise::bit_not)
        }),
        Shl { amount_size, amount, size, dst } => {
            let amount = bitwise::amount(r, amount_size, amount.get());
            with_ar!(size, B => bitwise::shift_left::<B>(r, amount, dst.get()));
        }
        ShrA { amount_size, amount, flag, size, dst } => {
            let amount = bitwise::amount(r, amount_size, amount.get());
            with_a!(size, A => bitwise::shift_right_flagged::<A>(r, amount, flag, dst.get()));
        }
        ShrR { amount_size, amount, size, dst } => {
            let amount = bitwise::amount(r, amount_size, amount.get());
            with_r!(size, R => bitwise::shift_right::<R>(r, amount, dst.get()));
        }
        Scl { amount_size, amount, size, dst } => {
            let amount = bitwise::amount(r, amount_size, amount.get());
            with_ar!(size, B => bitwise::rotate_left::<B>(r, amount, dst.get()));
        }
        Scr { amount_size, amount, size, dst } => {
            let amount = bitwise::amount(r, amount_size, amount.get());
            with_ar!(size, B => bitwise::rotate_right::<B>(r, amount, dst.get()));
        }
        RevA { size, dst } => with_a!(size, A => bitwise::reverse::<A>(r, dst.get())),
        RevR { size, dst } => with_r!(size, R => bitwise::reverse::<R>(r, dst.get())),

        PutS { dst, ref value } => bytes::put(r, dst.get(), value, data),
        MovS { src, dst } => bytes::mov(r, src.get(), dst.get()),
        SwpS { src, dst } => bytes::swp(r, src.get(), dst.get()),
        Fill { dst, first, second, value, flag } => {
            bytes::fill(r, flag, first.get(), second.get(), value.get(), dst.get());
        }
        Len { src, size, dst } => with_a!(size, A => bytes::len::<A>(r, src.get(), dst.get())),
        Cnt { src, value, dst } => bytes::cnt(r, src.get(), value.get(), dst.get()),
        EqS { first, second } => bytes::eq(r, first.get(), second.get()),
        Con { first, second, number, offset, length } => {
            let strings = [first.get(), second.get()];
            bytes::con(r, strings, number.get(), offset.get(), length.get());
        }
        Find { haystack, needle } => bytes::find(r, haystack.get(), needle.get()),
        Extr { src, size, dst, offset } => {
            with_ar!(size, B => bytes::extr::<B>(r, src.get(), dst.get(), offset.get()));
        }
        Inj { dst, size, src, offset } => {
            with_ar!(size, B => bytes::inj::<B>(r, dst.get(), src.get(), offset.get()));
        }
        Join { first, second, dst } => bytes::join(r, first.get(), second.get(), dst.get()),
        Splt { flag, offset, src, first, second } => {
            bytes::splt(r, flag, src.get(), offset.get(), first.get(), second.get());
        }
        Ins { flag, offset, src, dst } => {
            bytes::ins(r, flag, src.get(), dst.get(), offset.get());
        }
        Del { flag, from_size, from, to_size, to, begin_fails, end_fails, src, dst } => {
            let deletion = bytes::Deletion {
                flag,
                from: (from_size, from.get()),
                to: (to_size, to.get()),
                begin_fails: begin_fails.0,
                end_fails: end_fails.0,
            };
            bytes::del(r, &deletion, src.get(), dst.get());
        }
        RevS { src, dst } => bytes::rev(r, src.get(), dst.get()),

        #[cfg(feature = "digest")]
        Ripemd { src, dst } => digest::ripemd(r, src.get(), dst.get()),
        #[cfg(feature = "digest")]
        Sha256 { src, dst } => digest::sha256(r, src.get(), dst.get()),
        #[cfg(feature = "digest")]
        Sha512 { src, dst } => digest::sha512(r, src.get(), dst.get()),
        #[cfg(feature = "digest")]
        Blake3 { src, dst } => digest::blake3(r, src.get(), dst.get()),
        #[cfg(not(feature = "digest"))]
        Ripemd { .. } | Sha256 { .. } | Sha512 { .. } | Blake3 { .. } => {
            return Next::Fail(Failure::Reserved);
        }
        #[cfg(feature = "secp256k1")]
        SecpGen { scalar, dst } => curve::secp_gen(r, scalar.get(), dst.get()),
        #[cfg(feature = "secp256k1")]
        SecpMul { size, scalar, src, dst } => {
            curve::secp_mul(r, size, scalar.get(), src.get(), dst.get());
        }
        #[cfg(feature = "secp256k1")]
        SecpAdd { src, dst } => curve::secp_add(r, src.get(), dst.get()),
        #[cfg(feature = "secp256k1")]
        SecpNeg { src, dst } => curve::secp_neg(r, src.get(), dst.get()),
        #[cfg(not(feature = "secp256k1"))]
        SecpGen { .. } | SecpMul { .. } | SecpAdd { .. } | SecpNeg { .. } => {
            return Next::Fail(Failure::Reserved);
        }
        #[cfg(feature = "ed25519")]
        EdGen { scalar, dst } => curve::ed_gen(r, scalar.get(), dst.get()),
        #[cfg(feature = "ed25519")]
        EdMul { size, scalar, src, dst } => {
            curve::ed_mul(r, size, scalar.get(), src.get(), dst.get());
        }
        #[cfg(feature = "ed25519")]
        EdAdd { first, second, dst, flag } => {
            curve::ed_add(r, flag, first.get(), second.get(), dst.get());
        }
        #[cfg(feature = "ed25519")]
        EdNeg { src, dst } => curve::ed_neg(r, src.get(), dst.get()),
        #[cfg(not(feature = "ed25519"))]
        EdGen { .. } | EdMul { .. } | EdAdd { .. } | EdNeg { .. } => {
            return Next::Fail(Failure::Reserved);
        }

        Nop => {}
    }
    Next::Following
}
