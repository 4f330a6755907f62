//! The operations of a decoded program: one fixed-size value each, in which sizes and flags are
//! resolved, so that the loop has one decision to take for an instruction.
//!
//! Instructions of the integer registers, and the common ones of float and general registers, have an
//! operation for each size; [`sized_operations`] is the table of them. All others are run by the
//! functions of [`exec`](crate::vm::exec) from the instruction itself, which lies in a table beside.

use crate::isa::{EqualFlag, FloatEqualFlag, MergeFlag, Rounding, SizeA2};
use crate::vm::registers::Pair;

/// One register.
#[derive(Clone, Copy, Debug)]
pub(crate) struct One {
    pub(crate) dst: u8,
}

/// Three registers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Three {
    pub(crate) operands: Pair,
    pub(crate) dst: u8,
}

/// A register and a constant to add.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepBy {
    pub(crate) dst: u8,
    pub(crate) step: i8,
}

/// A register and the one that holds the amount to shift it by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShiftBy {
    pub(crate) amount: u8,
    pub(crate) size: SizeA2,
    pub(crate) dst: u8,
}

/// A register and how to merge `st0` into it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MergeInto {
    pub(crate) dst: u8,
    pub(crate) flag: MergeFlag,
}

/// Two float registers and how to round what comes of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rounded {
    pub(crate) operands: Pair,
    pub(crate) rounding: Rounding,
}

/// Two float registers and how exactly to compare them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared {
    pub(crate) operands: Pair,
    pub(crate) flag: FloatEqualFlag,
}

/// Two registers and whether to take two undefined ones for equal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Equal {
    pub(crate) operands: Pair,
    pub(crate) flag: EqualFlag,
}

/// Where a jump goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    /// The operation. While a program is being decoded, the site.
    pub(crate) at: u32,
    /// What the jump adds to the difference between the complexity so far and that of the operations
    /// before the next one in its run.
    pub(crate) cost: i32,
}

/// A comparison of two registers, and a jump if it holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Branch {
    pub(crate) first: u8,
    pub(crate) second: u8,
    pub(crate) target: Target,
}

/// Calls a macro with the table of operations on integer, float and general registers: the function
/// that runs them, their operands, and their names, in the order of the sizes. Each of `branch` is a
/// comparison of integers fused with the jump behind it.
macro_rules! sized_operations {
    ($callback:ident! $extra:tt) => {
        $callback! { $extra
            integer {
                add_uc Pair [AddUc8 AddUc16 AddUc32 AddUc64 AddUc128 AddUc256 AddUc512 AddUc1024];
                add_sc Pair [AddSc8 AddSc16 AddSc32 AddSc64 AddSc128 AddSc256 AddSc512 AddSc1024];
                add_w Pair [AddW8 AddW16 AddW32 AddW64 AddW128 AddW256 AddW512 AddW1024];
                sub_uc Pair [SubUc8 SubUc16 SubUc32 SubUc64 SubUc128 SubUc256 SubUc512 SubUc1024];
                sub_sc Pair [SubSc8 SubSc16 SubSc32 SubSc64 SubSc128 SubSc256 SubSc512 SubSc1024];
                sub_w Pair [SubW8 SubW16 SubW32 SubW64 SubW128 SubW256 SubW512 SubW1024];
                mul_uc Pair [MulUc8 MulUc16 MulUc32 MulUc64 MulUc128 MulUc256 MulUc512 MulUc1024];
                mul_sc Pair [MulSc8 MulSc16 MulSc32 MulSc64 MulSc128 MulSc256 MulSc512 MulSc1024];
                mul_w Pair [MulW8 MulW16 MulW32 MulW64 MulW128 MulW256 MulW512 MulW1024];
                div_uc Pair [DivUc8 DivUc16 DivUc32 DivUc64 DivUc128 DivUc256 DivUc512 DivUc1024];
                div_sc Pair [DivSc8 DivSc16 DivSc32 DivSc64 DivSc128 DivSc256 DivSc512 DivSc1024];
                div_uw Pair [DivUw8 DivUw16 DivUw32 DivUw64 DivUw128 DivUw256 DivUw512 DivUw1024];
                div_sw Pair [DivSw8 DivSw16 DivSw32 DivSw64 DivSw128 DivSw256 DivSw512 DivSw1024];
                rem Pair [Rem8 Rem16 Rem32 Rem64 Rem128 Rem256 Rem512 Rem1024];
                step StepBy [Step8 Step16 Step32 Step64 Step128 Step256 Step512 Step1024];
                clr One [Clr8 Clr16 Clr32 Clr64 Clr128 Clr256 Clr512 Clr1024];
                mov Pair [Mov8 Mov16 Mov32 Mov64 Mov128 Mov256 Mov512 Mov1024];
                dup Pair [Dup8 Dup16 Dup32 Dup64 Dup128 Dup256 Dup512 Dup1024];
                swp Pair [Swp8 Swp16 Swp32 Swp64 Swp128 Swp256 Swp512 Swp1024];
                and Three [And8 And16 And32 And64 And128 And256 And512 And1024];
                or Three [Or8 Or16 Or32 Or64 Or128 Or256 Or512 Or1024];
                xor Three [Xor8 Xor16 Xor32 Xor64 Xor128 Xor256 Xor512 Xor1024];
                not One [Not8 Not16 Not32 Not64 Not128 Not256 Not512 Not1024];
                shl ShiftBy [Shl8 Shl16 Shl32 Shl64 Shl128 Shl256 Shl512 Shl1024];
                shr_u ShiftBy [ShrU8 ShrU16 ShrU32 ShrU64 ShrU128 ShrU256 ShrU512 ShrU1024];
                shr_s ShiftBy [ShrS8 ShrS16 ShrS32 ShrS64 ShrS128 ShrS256 ShrS512 ShrS1024];
                scl ShiftBy [Scl8 Scl16 Scl32 Scl64 Scl128 Scl256 Scl512 Scl1024];
                scr ShiftBy [Scr8 Scr16 Scr32 Scr64 Scr128 Scr256 Scr512 Scr1024];
                lt_u Pair [LtU8 LtU16 LtU32 LtU64 LtU128 LtU256 LtU512 LtU1024];
                lt_s Pair [LtS8 LtS16 LtS32 LtS64 LtS128 LtS256 LtS512 LtS1024];
                eq_n Pair [EqN8 EqN16 EqN32 EqN64 EqN128 EqN256 EqN512 EqN1024];
                eq_e Pair [EqE8 EqE16 EqE32 EqE64 EqE128 EqE256 EqE512 EqE1024];
                ifz Pair [IfZ8 IfZ16 IfZ32 IfZ64 IfZ128 IfZ256 IfZ512 IfZ1024];
                ifn Pair [IfN8 IfN16 IfN32 IfN64 IfN128 IfN256 IfN512 IfN1024];
                merge MergeInto [Merge8 Merge16 Merge32 Merge64 Merge128 Merge256 Merge512
                    Merge1024];
            }
            float {
                add_f Rounded [AddF16b AddF16 AddF32 AddF64 AddF80 AddF128 AddF256 AddF512];
                sub_f Rounded [SubF16b SubF16 SubF32 SubF64 SubF80 SubF128 SubF256 SubF512];
                mul_f Rounded [MulF16b MulF16 MulF32 MulF64 MulF80 MulF128 MulF256 MulF512];
                div_f Rounded [DivF16b DivF16 DivF32 DivF64 DivF80 DivF128 DivF256 DivF512];
                lt_f Compared [LtF16b LtF16 LtF32 LtF64 LtF80 LtF128 LtF256 LtF512];
                eq_f Compared [EqF16b EqF16 EqF32 EqF64 EqF80 EqF128 EqF256 EqF512];
                dup_f Pair [DupF16b DupF16 DupF32 DupF64 DupF80 DupF128 DupF256 DupF512];
            }
            general {
                clr_r One [ClrR128 ClrR160 ClrR256 ClrR512 ClrR1024 ClrR2048 ClrR4096 ClrR8192];
                dup_r Pair [DupR128 DupR160 DupR256 DupR512 DupR1024 DupR2048 DupR4096 DupR8192];
                mov_r Pair [MovR128 MovR160 MovR256 MovR512 MovR1024 MovR2048 MovR4096 MovR8192];
                and_r Three [AndR128 AndR160 AndR256 AndR512 AndR1024 AndR2048 AndR4096 AndR8192];
                or_r Three [OrR128 OrR160 OrR256 OrR512 OrR1024 OrR2048 OrR4096 OrR8192];
                xor_r Three [XorR128 XorR160 XorR256 XorR512 XorR1024 XorR2048 XorR4096 XorR8192];
                not_r One [NotR128 NotR160 NotR256 NotR512 NotR1024 NotR2048 NotR4096 NotR8192];
                lt_r Pair [LtR128 LtR160 LtR256 LtR512 LtR1024 LtR2048 LtR4096 LtR8192];
                eq_r Equal [EqR128 EqR160 EqR256 EqR512 EqR1024 EqR2048 EqR4096 EqR8192];
                ifz_r One [IfZR128 IfZR160 IfZR256 IfZR512 IfZR1024 IfZR2048 IfZR4096 IfZR8192];
            }
            branch {
                jump_lt_u [JumpLtU8 JumpLtU16 JumpLtU32 JumpLtU64 JumpLtU128 JumpLtU256 JumpLtU512
                    JumpLtU1024];
                jump_lt_s [JumpLtS8 JumpLtS16 JumpLtS32 JumpLtS64 JumpLtS128 JumpLtS256 JumpLtS512
                    JumpLtS1024];
                jump_eq_n [JumpEqN8 JumpEqN16 JumpEqN32 JumpEqN64 JumpEqN128 JumpEqN256 JumpEqN512
                    JumpEqN1024];
                jump_eq_e [JumpEqE8 JumpEqE16 JumpEqE32 JumpEqE64 JumpEqE128 JumpEqE256 JumpEqE512
                    JumpEqE1024];
                jump_ifz [JumpIfZ8 JumpIfZ16 JumpIfZ32 JumpIfZ64 JumpIfZ128 JumpIfZ256 JumpIfZ512
                    JumpIfZ1024];
                jump_ifn [JumpIfN8 JumpIfN16 JumpIfN32 JumpIfN64 JumpIfN128 JumpIfN256 JumpIfN512
                    JumpIfN1024];
            }
        }
    };
}

macro_rules! define_operations {
    ({} integer { $($run:ident $Operands:ident [$n8:ident $n16:ident $n32:ident $n64:ident
        $n128:ident $n256:ident $n512:ident $n1024:ident];)+ }
        float { $($float:ident $FloatOperands:ident [$f16b:ident $f16:ident $f32:ident $f64:ident
        $f80:ident $f128:ident $f256:ident $f512:ident];)+ }
        general { $($general:ident $GeneralOperands:ident [$r128:ident $r160:ident $r256:ident
        $r512:ident $r1024:ident $r2048:ident $r4096:ident $r8192:ident];)+ }
        branch { $($test:ident [$b8:ident $b16:ident $b32:ident $b64:ident
        $b128:ident $b256:ident $b512:ident $b1024:ident];)+ }
    ) => {
        /// One operation.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Op {
            /// `fail`.
            Fail,
            /// `test`.
            Test,
            /// `jmp`.
            Jump(Target),
            /// `jif`.
            JumpIf(Target),
            /// `routine`, and `call` of a library that is there.
            Call(Target),
            /// `ret`.
            Return,
            /// No instruction: the code behind was decoded before, and lies there.
            Goto(Target),
            /// `inv`.
            Invert,
            /// `nop`.
            Nop,
            /// `put` of an `a8`, `a16` or `a32`, whose constant is there.
            Put8 { dst: u8, value: u8 },
            Put16 { dst: u8, value: u16 },
            Put32 { dst: u8, value: u32 },
            /// `put` of an `a64`, in halves.
            Put64 { dst: u8, low: u32, high: u32 },
            /// An instruction in the table beside, of the library with this number.
            Instr { lib: u16, index: u32 },
            /// An instruction in the table beside that the profile gives another meaning.
            Varied { lib: u16, index: u32 },
            /// An instruction of the host's extension, in the table beside.
            Extension { index: u32 },
            /// The end of the code, where programs fail.
            EndOfCode,
            /// The end of the code, where programs of the profile end.
            CodeEnded,
            /// What is so rare that the step-by-step run takes over: reserved instructions, and calls
            /// of libraries that are not there.
            Step,
            $(
                $n8($Operands), $n16($Operands), $n32($Operands), $n64($Operands),
                $n128($Operands), $n256($Operands), $n512($Operands), $n1024($Operands),
            )+
            $(
                $f16b($FloatOperands), $f16($FloatOperands), $f32($FloatOperands),
                $f64($FloatOperands), $f80($FloatOperands), $f128($FloatOperands),
                $f256($FloatOperands), $f512($FloatOperands),
            )+
            $(
                $r128($GeneralOperands), $r160($GeneralOperands), $r256($GeneralOperands),
                $r512($GeneralOperands), $r1024($GeneralOperands), $r2048($GeneralOperands),
                $r4096($GeneralOperands), $r8192($GeneralOperands),
            )+
            $(
                $b8(Branch), $b16(Branch), $b32(Branch), $b64(Branch),
                $b128(Branch), $b256(Branch), $b512(Branch), $b1024(Branch),
            )+
        }

        /// The operation of each name for registers of a size.
        pub(super) mod make {
            use super::*;
            use crate::isa::{SizeA, SizeF, SizeR};
            $(
                pub(crate) fn $run(size: SizeA, operands: $Operands) -> Op {
                    match size {
                        SizeA::A8 => Op::$n8(operands),
                        SizeA::A16 => Op::$n16(operands),
                        SizeA::A32 => Op::$n32(operands),
                        SizeA::A64 => Op::$n64(operands),
                        SizeA::A128 => Op::$n128(operands),
                        SizeA::A256 => Op::$n256(operands),
                        SizeA::A512 => Op::$n512(operands),
                        SizeA::A1024 => Op::$n1024(operands),
                    }
                }
            )+
            $(
                pub(crate) fn $float(size: SizeF, operands: $FloatOperands) -> Op {
                    match size {
                        SizeF::F16b => Op::$f16b(operands),
                        SizeF::F16 => Op::$f16(operands),
                        SizeF::F32 => Op::$f32(operands),
                        SizeF::F64 => Op::$f64(operands),
                        SizeF::F80 => Op::$f80(operands),
                        SizeF::F128 => Op::$f128(operands),
                        SizeF::F256 => Op::$f256(operands),
                        SizeF::F512 => Op::$f512(operands),
                    }
                }
            )+
            $(
                pub(crate) fn $general(size: SizeR, operands: $GeneralOperands) -> Op {
                    match size {
                        SizeR::R128 => Op::$r128(operands),
                        SizeR::R160 => Op::$r160(operands),
                        SizeR::R256 => Op::$r256(operands),
                        SizeR::R512 => Op::$r512(operands),
                        SizeR::R1024 => Op::$r1024(operands),
                        SizeR::R2048 => Op::$r2048(operands),
                        SizeR::R4096 => Op::$r4096(operands),
                        SizeR::R8192 => Op::$r8192(operands),
                    }
                }
            )+
            $(
                pub(crate) fn $test(size: SizeA, branch: Branch) -> Op {
                    match size {
                        SizeA::A8 => Op::$b8(branch),
                        SizeA::A16 => Op::$b16(branch),
                        SizeA::A32 => Op::$b32(branch),
                        SizeA::A64 => Op::$b64(branch),
                        SizeA::A128 => Op::$b128(branch),
                        SizeA::A256 => Op::$b256(branch),
                        SizeA::A512 => Op::$b512(branch),
                        SizeA::A1024 => Op::$b1024(branch),
                    }
                }
            )+
        }

        impl Op {
            /// Where the operation jumps to, if it can.
            pub(super) fn target_mut(&mut self) -> Option<&mut Target> {
                match self {
                    Op::Jump(target) | Op::JumpIf(target) | Op::Call(target) | Op::Goto(target) => {
                        Some(target)
                    }
                    $(
                        Op::$b8(branch) | Op::$b16(branch) | Op::$b32(branch) | Op::$b64(branch)
                        | Op::$b128(branch) | Op::$b256(branch) | Op::$b512(branch)
                        | Op::$b1024(branch) => Some(&mut branch.target),
                    )+
                    _ => None,
                }
            }
        }
    };
}

sized_operations!(define_operations! {});
pub(crate) use sized_operations;

const _: () = assert!(size_of::<Op>() == 16, "an operation has 16 bytes");
