//! The instruction table: one row an instruction, in the order of the opcodes.
//!
//! `define_isa!` explains the notation; isa.md section 4 is the source.

use super::extension::{ExtensionInstr, Verbatim};
use super::flags::*;
use super::operand::*;
use super::size::*;

define_isa! {
    /// An instruction.
    ///
    /// [`aluasm!`](https://docs.rs/aluvm) makes arrays of them while Rust compiles, parsing makes
    /// them at run time, and [`Display`](core::fmt::Display) prints them.
    #[derive(Clone, PartialEq, Eq, Hash, Debug)]
    pub enum Instr(0x00..=0xFF) {
        /// Stops the program and sets `st0` to false.
        Fail = 0x00
            "fail" () reads() writes(st0) cost 2;
        /// Stops the program if `st0` is false; else does nothing.
        Test = 0x01
            "test" () reads(st0) writes() cost 2;
        /// Continues at another offset of this library. Counts as a jump.
        Jmp = 0x02 [target: Offset]
            "jmp" (target) reads() writes() cost 2;
        /// Continues at another offset of this library if `st0` is true. Counts as a jump if taken.
        Jif = 0x03 [target: Offset]
            "jif" (target) reads(st0) writes() cost 2;
        /// Calls a subroutine of this library: `ret` comes back behind this instruction. Counts as a
        /// jump.
        Routine = 0x04 [target: Offset]
            "routine" (target) reads() writes() cost 2;
        /// Calls a subroutine of another library: `ret` comes back behind this instruction. Counts
        /// as a jump.
        Call = 0x05 [target: Offset, library: LibraryIndex]
            "call" (target @ library) reads() writes() cost 2;
        /// Continues in another library and does not come back. Counts as a jump.
        Exec = 0x06 [target: Offset, library: LibraryIndex]
            "exec" (target @ library) reads() writes() cost 2;
        /// Returns behind the last `routine` or `call`; stops the program, with `st0` as it is, if
        /// there was none.
        Ret = 0x07
            "ret" () reads() writes() cost 2;

        /// Makes an integer register undefined.
        ClrA = 0x08 [size: SizeA, dst: Idx32]
            "clr" (size dst) reads() writes(size dst) cost 2;
        /// Makes a float register undefined.
        ClrF = 0x09 [size: SizeF, dst: Idx32]
            "clr" (size dst) reads() writes(size dst) cost 2;
        /// Makes a general register undefined.
        ClrR = 0x0A [size: SizeR, dst: Idx32]
            "clr" (size dst) reads() writes(size dst) cost 2;
        /// Sets an integer register to a constant. If the data segment is too short for it, the
        /// register becomes undefined and `st0` false.
        PutA = 0x0B [size: SizeA, dst: Idx32, value: RegisterData]
            "put" (size dst, value) reads() writes(size dst, st0) cost 2;
        /// Sets a float register to a constant. If the data segment is too short for it or holds a
        /// pattern that is no value of the format, the register becomes undefined and `st0` false.
        PutF = 0x0C [size: SizeF, dst: Idx32, value: RegisterData]
            "put" (size dst, value) reads() writes(size dst, st0) cost 2;
        /// Sets a general register to a constant. If the data segment is too short for it, the
        /// register becomes undefined and `st0` false.
        PutR = 0x0D [size: SizeR, dst: Idx32, value: RegisterData]
            "put" (size dst, value) reads() writes(size dst, st0) cost 2;
        /// Sets an integer register to a constant if it is undefined; else keeps it and sets `st0`
        /// to false.
        PutIfA = 0x0E [size: SizeA, dst: Idx32, value: RegisterData]
            "putif" (size dst, value) reads(size dst) writes(size dst, st0) cost 2;
        /// Sets a general register to a constant if it is undefined; else keeps it and sets `st0`
        /// to false.
        PutIfR = 0x0F [size: SizeR, dst: Idx32, value: RegisterData]
            "putif" (size dst, value) reads(size dst) writes(size dst, st0) cost 2;

        /// Moves an integer to another register and makes the source undefined.
        MovA = 0x10 [#0/3, src: Idx32, dst: Idx32, size: SizeA]
            "mov" (size src, size dst) reads(size src) writes(size src, size dst) cost 1;
        /// Copies an integer to another register.
        DupA = 0x10 [#1/3, src: Idx32, dst: Idx32, size: SizeA]
            "dup" (size src, size dst) reads(size src) writes(size dst) cost 1;
        /// Swaps two integer registers.
        SwpA = 0x10 [#2/3, src: Idx32, dst: Idx32, size: SizeA]
            "swp" (size src, size dst) reads(size src, size dst) writes(size src, size dst) cost 1;
        /// Moves a float to another register and makes the source undefined.
        MovF = 0x10 [#3/3, src: Idx32, dst: Idx32, size: SizeF]
            "mov" (size src, size dst) reads(size src) writes(size src, size dst) cost 1;
        /// Copies a float to another register.
        DupF = 0x10 [#4/3, src: Idx32, dst: Idx32, size: SizeF]
            "dup" (size src, size dst) reads(size src) writes(size dst) cost 1;
        /// Swaps two float registers.
        SwpF = 0x10 [#5/3, src: Idx32, dst: Idx32, size: SizeF]
            "swp" (size src, size dst) reads(size src, size dst) writes(size src, size dst) cost 1;
        /// Moves a general register to another and makes the source undefined.
        MovR = 0x10 [#6/3, src: Idx32, dst: Idx32, size: SizeR]
            "mov" (size src, size dst) reads(size src) writes(size src, size dst) cost 1;
        /// Copies a general register to another.
        DupR = 0x10 [#7/3, src: Idx32, dst: Idx32, size: SizeR]
            "dup" (size src, size dst) reads(size src) writes(size dst) cost 1;
        /// Copies an integer into a register of any width, extending with zeros or dropping high
        /// bits. `st0` says whether nothing was lost; it is true for an undefined source.
        CpyA = 0x11 [src_size: SizeA, src: Idx32, dst_size: SizeA, dst: Idx32]
            "cpy" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;
        /// Converts a signed integer into a register of any width, extending the sign or keeping the
        /// sign and the low bits. `st0` says whether nothing was lost; it is true for an undefined
        /// source.
        CnvA = 0x12 [src_size: SizeA, src: Idx32, dst_size: SizeA, dst: Idx32]
            "cnv" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;
        /// Converts a float into another format, rounding to nearest even. Overflow gives an
        /// undefined result and sets `st0` to false; else it becomes true.
        CnvF = 0x13 [src_size: SizeF, src: Idx32, dst_size: SizeF, dst: Idx32]
            "cnv" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;
        /// Copies a general register into one of any width, extending with zeros or dropping high
        /// bits. `st0` says whether nothing was lost; it is true for an undefined source.
        CpyR = 0x14 [src_size: SizeR, src: Idx32, dst_size: SizeR, dst: Idx32]
            "cpy" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;
        /// Swaps an integer and a general register, each extended with zeros or cut. `st0` says
        /// whether nothing was lost.
        SpyAR = 0x15 [src_size: SizeA, src: Idx32, dst_size: SizeR, dst: Idx32]
            "spy" (src_size src, dst_size dst)
            reads(src_size src, dst_size dst) writes(src_size src, dst_size dst, st0) cost 1;
        /// Converts a signed integer to a float, rounding to nearest even. Overflow gives an
        /// undefined result and sets `st0` to false; else it becomes true.
        CnvAF = 0x16 [src_size: SizeA, src: Idx32, dst_size: SizeF, dst: Idx32]
            "cnv" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;
        /// Converts a float to a signed integer, truncating toward zero. A value out of range gives
        /// an undefined result and sets `st0` to false; else it becomes true.
        CnvFA = 0x17 [src_size: SizeF, src: Idx32, dst_size: SizeA, dst: Idx32]
            "cnv" (src_size src, dst_size dst)
            reads(src_size src) writes(dst_size dst, st0) cost 1;

        /// Sets `st0` to whether the first integer is greater than the second; false if either is
        /// undefined.
        GtA = 0x18 [#0/2, flag: SignFlag, first: Idx32, second: Idx32, size: SizeA]
            "gt" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether the first integer is less than the second; false if either is
        /// undefined.
        LtA = 0x18 [#1/2, flag: SignFlag, first: Idx32, second: Idx32, size: SizeA]
            "lt" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether the first float is greater than the second; false if either is
        /// undefined.
        GtF = 0x18 [#2/2, flag: FloatEqualFlag, first: Idx32, second: Idx32, size: SizeF]
            "gt" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether the first float is less than the second; false if either is
        /// undefined.
        LtF = 0x18 [#3/2, flag: FloatEqualFlag, first: Idx32, second: Idx32, size: SizeF]
            "lt" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether the first general register, as a little-endian number, is greater
        /// than the second; false if either is undefined.
        GtR = 0x19 [#0/2, #0/1, first: Idx32, second: Idx32, size: SizeR]
            "gt" (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether the first general register, as a little-endian number, is less than
        /// the second; false if either is undefined.
        LtR = 0x19 [#0/2, #1/1, first: Idx32, second: Idx32, size: SizeR]
            "lt" (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether two integers are equal. The flag says what two undefined registers
        /// are; one undefined register equals nothing.
        EqA = 0x19 [#1/2, flag: EqualFlag, first: Idx32, second: Idx32, size: SizeA]
            "eq" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether two floats are equal; false if either is undefined.
        EqF = 0x19 [#2/2, flag: FloatEqualFlag, first: Idx32, second: Idx32, size: SizeF]
            "eq" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether two general registers are equal. The flag says what two undefined
        /// registers are; one undefined register equals nothing.
        EqR = 0x19 [#3/2, flag: EqualFlag, first: Idx32, second: Idx32, size: SizeR]
            "eq" .flag (size first, size second)
            reads(size first, size second) writes(st0) cost 1;
        /// Sets `st0` to whether an integer register is defined and zero.
        IfZA = 0x1A [size: SizeA, src: Idx32]
            "ifz" (size src) reads(size src) writes(st0) cost 1;
        /// Sets `st0` to whether a general register is defined and zero.
        IfZR = 0x1B [size: SizeR, src: Idx32]
            "ifz" (size src) reads(size src) writes(st0) cost 1;
        /// Sets `st0` to whether an integer register is undefined.
        IfNA = 0x1C [size: SizeA, src: Idx32]
            "ifn" (size src) reads(size src) writes(st0) cost 1;
        /// Sets `st0` to whether a general register is undefined.
        IfNR = 0x1D [size: SizeR, src: Idx32]
            "ifn" (size src) reads(size src) writes(st0) cost 1;
        /// Merges `st0`, as zero or one, into an integer register; an undefined register becomes the
        /// value of `st0`. The saturating addition sets `st0` to false when it saturates.
        St = 0x1E [flag: MergeFlag, size: SizeA, dst: Idx8]
            "st" .flag (size dst) reads(size dst, st0) writes(size dst, st0) cost 1;
        /// Inverts `st0`.
        Inv = 0x1F
            "inv" (st0) reads(st0) writes(st0) cost 1;

        /// Adds two integers; the sum replaces the second. `st0` says whether it is defined.
        AddA = 0x20 [#0/1, flags: IntFlags, src: Idx32, dst: Idx32, size: SizeA]
            "add" .flags (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 1;
        /// Adds two floats; the sum replaces the second. `st0` says whether it is defined.
        AddF = 0x20 [#1/1, rounding: Rounding, src: Idx32, dst: Idx32, size: SizeF]
            "add" .rounding (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 10;
        /// Subtracts the second integer from the first; the difference replaces the second. `st0` says
        /// whether it is defined.
        SubA = 0x21 [#0/1, flags: IntFlags, src: Idx32, dst: Idx32, size: SizeA]
            "sub" .flags (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 1;
        /// Subtracts the second float from the first; the difference replaces the second. `st0` says
        /// whether it is defined.
        SubF = 0x21 [#1/1, rounding: Rounding, src: Idx32, dst: Idx32, size: SizeF]
            "sub" .rounding (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 10;
        /// Multiplies two integers; the product replaces the second. `st0` says whether it is
        /// defined.
        MulA = 0x22 [#0/1, flags: IntFlags, src: Idx32, dst: Idx32, size: SizeA]
            "mul" .flags (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 1;
        /// Multiplies two floats; the product replaces the second. `st0` says whether it is defined.
        MulF = 0x22 [#1/1, rounding: Rounding, src: Idx32, dst: Idx32, size: SizeF]
            "mul" .rounding (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 10;
        /// Divides the first integer by the second; the quotient replaces the second. Checked
        /// division truncates and is undefined for a zero divisor; wrapped division is Euclidean and
        /// gives zero for a zero divisor, but for 0/0, which is undefined. `st0` says whether the
        /// quotient is defined.
        DivA = 0x23 [#0/1, flags: IntFlags, src: Idx32, dst: Idx32, size: SizeA]
            "div" .flags (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 1;
        /// Divides the first float by the second; the quotient replaces the second. `st0` says
        /// whether it is defined.
        DivF = 0x23 [#1/1, rounding: Rounding, src: Idx32, dst: Idx32, size: SizeF]
            "div" .rounding (size src, size dst)
            reads(size src, size dst) writes(size dst, st0) cost 10;
        /// Adds a small signed constant to an unsigned integer. Overflow gives an undefined result;
        /// `st0` says whether the result is defined.
        StepA = 0x24 [size: SizeA, dst: Idx32, step: Step]
            "inc" (size dst) where step = 1
            | "dec" (size dst) where step = -1
            | "add" (size dst, step)
            | "sub" (size dst, minus step)
            reads(size dst) writes(size dst, st0) cost 1;
        /// Negates an integer or a float. The negative of the least integer is undefined; `st0` says
        /// whether the result is defined.
        Neg = 0x25 [size: SizeAF, dst: Idx16]
            "neg" (size dst) reads(size dst) writes(size dst, st0) cost 1;
        /// Replaces an integer or a float by its absolute value. That of the least integer is
        /// undefined; `st0` says whether the result is defined.
        Abs = 0x26 [size: SizeAF, dst: Idx16]
            "abs" (size dst) reads(size dst) writes(size dst, st0) cost 1;
        /// Divides the first integer by the second, both unsigned; the remainder replaces the
        /// second. It is undefined for a zero divisor; `st0` says whether it is defined.
        Rem = 0x27 [src_size: SizeA, src: Idx32, dst_size: SizeA, dst: Idx32]
            "rem" (src_size src, dst_size dst)
            reads(src_size src, dst_size dst) writes(dst_size dst, st0) cost 1;

        /// Sets the third register to the bitwise and of the first two.
        And = 0x28 [size: SizeAR, first: Idx16, second: Idx16, dst: Idx16]
            "and" (size first, size second, size dst)
            reads(size first, size second) writes(size dst) cost 1;
        /// Sets the third register to the bitwise or of the first two.
        Or = 0x29 [size: SizeAR, first: Idx16, second: Idx16, dst: Idx16]
            "or" (size first, size second, size dst)
            reads(size first, size second) writes(size dst) cost 1;
        /// Sets the third register to the bitwise exclusive or of the first two.
        Xor = 0x2A [size: SizeAR, first: Idx16, second: Idx16, dst: Idx16]
            "xor" (size first, size second, size dst)
            reads(size first, size second) writes(size dst) cost 1;
        /// Inverts all bits of a register.
        Not = 0x2B [size: SizeAR, dst: Idx16]
            "not" (size dst) reads(size dst) writes(size dst) cost 1;
        /// Shifts a register left by the amount in the first register. `st0` becomes the highest bit
        /// of the value before; false, with an undefined result, if either is undefined.
        Shl = 0x2C [#0/1, amount_size: SizeA2, amount: Idx32, size: SizeAR, dst: Idx32]
            "shl" (amount_size amount, size dst)
            reads(amount_size amount, size dst) writes(size dst, st0) cost 1;
        /// Shifts an integer right by the amount in the first register, unsigned or keeping the sign.
        /// `st0` becomes the lowest bit of the value before; false, with an undefined result, if
        /// either is undefined.
        ShrA = 0x2C [#1/1, amount_size: SizeA2, amount: Idx16, flag: SignFlag, #0/1,
            size: SizeA, dst: Idx32]
            "shr" .flag (amount_size amount, size dst)
            reads(amount_size amount, size dst) writes(size dst, st0) cost 1;
        /// Shifts a general register right by the amount in the first register. `st0` becomes the
        /// lowest bit of the value before; false, with an undefined result, if either is undefined.
        ShrR = 0x2C [#1/1, amount_size: SizeA2, amount: Idx32, #1/1, size: SizeR, dst: Idx32]
            "shr" (amount_size amount, size dst)
            reads(amount_size amount, size dst) writes(size dst, st0) cost 1;
        /// Rotates a register left by the amount in the first register.
        Scl = 0x2D [#0/1, amount_size: SizeA2, amount: Idx32, size: SizeAR, dst: Idx32]
            "scl" (amount_size amount, size dst)
            reads(amount_size amount, size dst) writes(size dst) cost 1;
        /// Rotates a register right by the amount in the first register.
        Scr = 0x2D [#1/1, amount_size: SizeA2, amount: Idx32, size: SizeAR, dst: Idx32]
            "scr" (amount_size amount, size dst)
            reads(amount_size amount, size dst) writes(size dst) cost 1;
        /// Reverses the order of the bits of an integer register.
        RevA = 0x2E [size: SizeA, dst: Idx32]
            "rev" (size dst) reads(size dst) writes(size dst) cost 1;
        /// Reverses the order of the bits of a general register.
        RevR = 0x2F [size: SizeR, dst: Idx32]
            "rev" (size dst) reads(size dst) writes(size dst) cost 1;

        /// Sets a string register to a constant. If the data segment is too short for it, the
        /// register gets the part that exists and `st0` becomes false.
        PutS = 0x30 [dst: Idx16, #0/4, value: StringData]
            "put" (s16 dst, value) reads() writes(s16 dst, st0) cost 5;
        /// Moves a string to another register and makes the source undefined.
        MovS = 0x31 [src: Idx16, dst: Idx16]
            "mov" (s16 src, s16 dst) reads(s16 src) writes(s16 src, s16 dst) cost 5;
        /// Swaps two string registers.
        SwpS = 0x32 [src: Idx16, dst: Idx16]
            "swp" (s16 src, s16 dst) reads(s16 src, s16 dst) writes(s16 src, s16 dst) cost 5;
        /// Sets the bytes between two offsets to a value; an undefined string counts as empty. An
        /// offset past the end extends the string with zeros or makes it undefined, by the flag, and
        /// sets `st0` to false. An undefined offset or value keeps the string and sets `st0` to false.
        Fill = 0x33 [dst: Idx16, #0/4, first: Idx32, second: Idx32, value: Idx32, flag: FillFlag]
            "fill" .flag (s16 dst, a16 first, a16 second, a8 value)
            reads(s16 dst, a16 first, a16 second, a8 value) writes(s16 dst, st0) cost 5;
        /// Sets an integer register to the length of a string. A length that does not fit gives an
        /// undefined result and sets `st0` to false.
        Len = 0x34 [src: Idx16, #0/4, size: SizeA, dst: Idx32]
            "len" (s16 src, size dst) reads(s16 src) writes(size dst, st0) cost 5;
        /// Counts the bytes of a string that equal a value.
        Cnt = 0x35 [src: Idx16, #0/4, value: Idx16, dst: Idx16]
            "cnt" (s16 src, a8 value, a16 dst)
            reads(s16 src, a8 value) writes(a16 dst, st0) cost 5;
        /// Sets `st0` to whether two strings are equal; two undefined strings are.
        EqS = 0x36 [first: Idx16, second: Idx16]
            "eq" (s16 first, s16 second) reads(s16 first, s16 second) writes(st0) cost 5;
        /// Finds the n-th run, from zero, of positions at which two strings have the same byte, and
        /// sets two registers to its offset and length; undefined, with `st0` false, if there is none.
        Con = 0x37 [first: Idx16, second: Idx16, number: Idx32, offset: Idx32, length: Idx32, #0/1]
            "con" (s16 first, s16 second, a16 number, a16 offset, a16 length)
            reads(s16 first, s16 second, a16 number) writes(a16 offset, a16 length, st0) cost 5;
        /// Sets `a16[0]` to how often, overlaps included, the second string occurs in the first. An
        /// empty second string gives an undefined result and sets `st0` to false.
        Find = 0x38 [haystack: Idx16, needle: Idx16]
            "find" (s16 haystack, s16 needle, a16 0)
            reads(s16 haystack, s16 needle) writes(a16 0, st0) cost 5;
        /// Sets a register to the bytes of a string from an offset. Bytes past the end are zero and
        /// set `st0` to false.
        Extr = 0x39 [src: Idx16, size: SizeAR, dst: Idx16, offset: Idx16]
            "extr" (s16 src, size dst, a16 offset)
            reads(s16 src, a16 offset) writes(size dst, st0) cost 5;
        /// Writes the bytes of a register into a string at an offset, extending it with zeros. Past
        /// the maximal length the string becomes undefined and `st0` false.
        Inj = 0x3A [dst: Idx16, size: SizeAR, src: Idx16, offset: Idx16]
            "inj" (s16 dst, size src, a16 offset)
            reads(s16 dst, size src, a16 offset) writes(s16 dst, st0) cost 5;
        /// Sets the third string to the concatenation of the first two. Past the maximal length it
        /// becomes undefined and `st0` false.
        Join = 0x3B [first: Idx16, second: Idx16, dst: Idx16, #0/4]
            "join" (s16 first, s16 second, s16 dst)
            reads(s16 first, s16 second) writes(s16 dst, st0) cost 5;
        /// Splits a string at an offset into two. The flag says what happens at its ends and past
        /// them, which sets `st0` to false where a part is lost.
        Splt = 0x3C [flag: SplitFlag, offset: Idx32, src: Idx16, #0/4, first: Idx16, second: Idx16]
            "splt" .flag (s16 src, a16 offset, s16 first, s16 second)
            reads(s16 src, a16 offset) writes(s16 first, s16 second, st0) cost 5;
        /// Inserts the first string into the second at an offset. The flag says what happens past the
        /// end of the second string and past the maximal length, which sets `st0` to false.
        Ins = 0x3D [flag: InsertFlag, offset: Idx32, src: Idx16, dst: Idx16]
            "ins" .flag (s16 src, s16 dst, a16 offset)
            reads(s16 src, s16 dst, a16 offset) writes(s16 dst, st0) cost 5;
        /// Removes the bytes between two offsets of the first string; the second becomes the result.
        /// The flag says what happens past the end; the switches, whether a range that begins or
        /// that ends past it sets `st0` to false.
        Del = 0x3E [flag: DeleteFlag, from_size: SizeA2, from: Idx32, to_size: SizeA2, to: Idx32,
            begin_fails: Switch, end_fails: Switch, src: Idx16, dst: Idx16]
            "del" .flag (s16 src, s16 dst, from_size from, to_size to, begin_fails, end_fails)
            reads(s16 src, from_size from, to_size to) writes(s16 dst, st0) cost 5;
        /// Sets the second string to the bytes of the first in reverse order.
        RevS = 0x3F [src: Idx16, dst: Idx16]
            "rev" (s16 src, s16 dst) reads(s16 src) writes(s16 dst, st0) cost 5;

        /// Sets a register to the RIPEMD-160 digest of a string, its bytes reversed.
        Ripemd = 0x80 [src: Idx16, dst: Idx16]
            "ripemd" (s16 src, r160 dst)
            reads(s16 src) writes(r160 dst, st0) cost 100 isae "BPDIGEST";
        /// Sets a register to the SHA-256 digest of a string.
        Sha256 = 0x81 [src: Idx16, dst: Idx16]
            "sha2" (s16 src, r256 dst)
            reads(s16 src) writes(r256 dst, st0) cost 100 isae "BPDIGEST";
        /// Sets a register to the SHA-512 digest of a string.
        Sha512 = 0x82 [src: Idx16, dst: Idx16]
            "sha2" (s16 src, r512 dst)
            reads(s16 src) writes(r512 dst, st0) cost 100 isae "BPDIGEST";
        /// Sets a register to the BLAKE3 digest of a string.
        Blake3 = 0x84 [src: Idx16, dst: Idx16]
            "blake3" (s16 src, r256 dst)
            reads(s16 src) writes(r256 dst, st0) cost 100 isae "BPDIGEST";

        /// Multiplies the generator of secp256k1 by a scalar. A scalar of zero or not below the group
        /// order gives an undefined result and sets `st0` to false.
        SecpGen = 0x88 [scalar: Idx32, dst: Idx8]
            "secpgen" (r256 scalar, r512 dst)
            reads(r256 scalar) writes(r512 dst, st0) cost 1000 isae "SECP256K";
        /// Multiplies a point of secp256k1 by a scalar. An invalid point, and a scalar of zero or not
        /// below the group order, give an undefined result and set `st0` to false.
        SecpMul = 0x89 [size: SizeScalar, scalar: Idx32, src: Idx32, dst: Idx32]
            "secpmul" (size scalar, r512 src, r512 dst)
            reads(size scalar, r512 src) writes(r512 dst, st0) cost 1000 isae "SECP256K";
        /// Adds two points of secp256k1; the sum replaces the second. An invalid point and a sum at
        /// infinity give an undefined result and set `st0` to false.
        SecpAdd = 0x8A [src: Idx32, dst: Idx8]
            "secpadd" (r512 src, r512 dst)
            reads(r512 src, r512 dst) writes(r512 dst, st0) cost 1000 isae "SECP256K";
        /// Negates a point of secp256k1. An invalid point gives an undefined result and sets `st0` to
        /// false.
        SecpNeg = 0x8B [src: Idx32, dst: Idx8]
            "secpneg" (r512 src, r512 dst)
            reads(r512 src) writes(r512 dst, st0) cost 1000 isae "SECP256K";
        /// Multiplies the generator of Ed25519 by a scalar modulo the group order.
        EdGen = 0x8C [scalar: Idx32, dst: Idx8]
            "edgen" (r256 scalar, r256 dst)
            reads(r256 scalar) writes(r256 dst, st0) cost 1000 isae "ED25519";
        /// Multiplies a point of Ed25519 by a scalar modulo the group order. An invalid point gives an
        /// undefined result and sets `st0` to false.
        EdMul = 0x8D [size: SizeScalar, scalar: Idx32, src: Idx32, dst: Idx32]
            "edmul" (size scalar, r256 src, r256 dst)
            reads(size scalar, r256 src) writes(r256 dst, st0) cost 1000 isae "ED25519";
        /// Sets the third register to the sum of two points of Ed25519. An invalid point, and with
        /// the strict flag one outside the prime-order subgroup, gives an undefined result and sets
        /// `st0` to false.
        EdAdd = 0x8E [first: Idx32, second: Idx32, dst: Idx32, flag: EdAddFlag]
            "edadd" .flag (r256 first, r256 second, r256 dst)
            reads(r256 first, r256 second) writes(r256 dst, st0) cost 1000 isae "ED25519";
        /// Negates a point of Ed25519. An invalid point gives an undefined result and sets `st0` to
        /// false.
        EdNeg = 0x8F [src: Idx32, dst: Idx8]
            "edneg" (r256 src, r256 dst)
            reads(r256 src) writes(r256 dst, st0) cost 1000 isae "ED25519";

        /// Does nothing.
        Nop = 0xFF
            "nop" () reads() writes() cost 1;
    }
    /// An instruction of a host's extension.
    plus Extension(ExtensionInstr);
    /// Bytes that are no instruction: a reserved opcode, an unused bit that is set, or an instruction
    /// that the end of the code cuts short. A reserved instruction fails when it runs.
    plus Verbatim(Verbatim);
    const FORMS: pub FORMS;
    mod OPCODES: pub opcode;
}
