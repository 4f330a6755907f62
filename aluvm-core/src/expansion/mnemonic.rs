//! An item for each mnemonic that carries its documentation: the expansion of `aluasm!` mentions it
//! with the mnemonic's span, so that hovering the mnemonic shows it. Written from the instruction
//! table by `tests/mnemonics.rs`.

macro_rules! mnemonics {
    ($($name:ident $doc:literal;)*) => {$(
        #[doc = $doc]
        #[allow(non_upper_case_globals)]
        pub const $name: () = ();
    )*};
}

mnemonics! {
    abs "Replaces an integer or a float by its absolute value. That of the least integer is\nundefined; `st0` says whether the result is defined.";
    add "Adds two integers; the sum replaces the second. `st0` says whether it is defined.\n\nAdds two floats; the sum replaces the second. `st0` says whether it is defined.\n\nAdds a small signed constant to an unsigned integer. Overflow gives an undefined result;\n`st0` says whether the result is defined.";
    and "Sets the third register to the bitwise and of the first two.";
    blake3 "Sets a register to the BLAKE3 digest of a string.";
    call "Calls a subroutine of another library: `ret` comes back behind this instruction. Counts\nas a jump.";
    clr "Makes an integer register undefined.\n\nMakes a float register undefined.\n\nMakes a general register undefined.";
    cnt "Counts the bytes of a string that equal a value.";
    cnv "Converts a signed integer into a register of any width, extending the sign or keeping the\nsign and the low bits. `st0` says whether nothing was lost; it is true for an undefined\nsource.\n\nConverts a float into another format, rounding to nearest even. Overflow gives an\nundefined result and sets `st0` to false; else it becomes true.\n\nConverts a signed integer to a float, rounding to nearest even. Overflow gives an\nundefined result and sets `st0` to false; else it becomes true.\n\nConverts a float to a signed integer, truncating toward zero. A value out of range gives\nan undefined result and sets `st0` to false; else it becomes true.";
    con "Finds the n-th run, from zero, of positions at which two strings have the same byte, and\nsets two registers to its offset and length; undefined, with `st0` false, if there is none.";
    cpy "Copies an integer into a register of any width, extending with zeros or dropping high\nbits. `st0` says whether nothing was lost; it is true for an undefined source.\n\nCopies a general register into one of any width, extending with zeros or dropping high\nbits. `st0` says whether nothing was lost; it is true for an undefined source.";
    dec "Adds a small signed constant to an unsigned integer. Overflow gives an undefined result;\n`st0` says whether the result is defined.";
    del "Removes the bytes between two offsets of the first string; the second becomes the result.\nThe flag says what happens past the end; the switches, whether a range that begins or\nthat ends past it sets `st0` to false.";
    div "Divides the first integer by the second; the quotient replaces the second. Checked\ndivision truncates and is undefined for a zero divisor; wrapped division is Euclidean and\ngives zero for a zero divisor, but for 0/0, which is undefined. `st0` says whether the\nquotient is defined.\n\nDivides the first float by the second; the quotient replaces the second. `st0` says\nwhether it is defined.";
    dup "Copies an integer to another register.\n\nCopies a float to another register.\n\nCopies a general register to another.";
    edadd "Sets the third register to the sum of two points of Ed25519. An invalid point, and with\nthe strict flag one outside the prime-order subgroup, gives an undefined result and sets\n`st0` to false.";
    edgen "Multiplies the generator of Ed25519 by a scalar modulo the group order.";
    edmul "Multiplies a point of Ed25519 by a scalar modulo the group order. An invalid point gives an\nundefined result and sets `st0` to false.";
    edneg "Negates a point of Ed25519. An invalid point gives an undefined result and sets `st0` to\nfalse.";
    eq "Sets `st0` to whether two integers are equal. The flag says what two undefined registers\nare; one undefined register equals nothing.\n\nSets `st0` to whether two floats are equal; false if either is undefined.\n\nSets `st0` to whether two general registers are equal. The flag says what two undefined\nregisters are; one undefined register equals nothing.\n\nSets `st0` to whether two strings are equal; two undefined strings are.";
    exec "Continues in another library and does not come back. Counts as a jump.";
    extr "Sets a register to the bytes of a string from an offset. Bytes past the end are zero and\nset `st0` to false.";
    fail "Stops the program and sets `st0` to false.";
    fill "Sets the bytes between two offsets to a value; an undefined string counts as empty. An\noffset past the end extends the string with zeros or makes it undefined, by the flag, and\nsets `st0` to false. An undefined offset or value keeps the string and sets `st0` to false.";
    find "Sets `a16[0]` to how often, overlaps included, the second string occurs in the first. An\nempty second string gives an undefined result and sets `st0` to false.";
    gt "Sets `st0` to whether the first integer is greater than the second; false if either is\nundefined.\n\nSets `st0` to whether the first float is greater than the second; false if either is\nundefined.\n\nSets `st0` to whether the first general register, as a little-endian number, is greater\nthan the second; false if either is undefined.";
    ifn "Sets `st0` to whether an integer register is undefined.\n\nSets `st0` to whether a general register is undefined.";
    ifz "Sets `st0` to whether an integer register is defined and zero.\n\nSets `st0` to whether a general register is defined and zero.";
    inc "Adds a small signed constant to an unsigned integer. Overflow gives an undefined result;\n`st0` says whether the result is defined.";
    inj "Writes the bytes of a register into a string at an offset, extending it with zeros. Past\nthe maximal length the string becomes undefined and `st0` false.";
    ins "Inserts the first string into the second at an offset. The flag says what happens past the\nend of the second string and past the maximal length, which sets `st0` to false.";
    inv "Inverts `st0`.";
    jif "Continues at another offset of this library if `st0` is true. Counts as a jump if taken.";
    jmp "Continues at another offset of this library. Counts as a jump.";
    join "Sets the third string to the concatenation of the first two. Past the maximal length it\nbecomes undefined and `st0` false.";
    len "Sets an integer register to the length of a string. A length that does not fit gives an\nundefined result and sets `st0` to false.";
    lt "Sets `st0` to whether the first integer is less than the second; false if either is\nundefined.\n\nSets `st0` to whether the first float is less than the second; false if either is\nundefined.\n\nSets `st0` to whether the first general register, as a little-endian number, is less than\nthe second; false if either is undefined.";
    mov "Moves an integer to another register and makes the source undefined.\n\nMoves a float to another register and makes the source undefined.\n\nMoves a general register to another and makes the source undefined.\n\nMoves a string to another register and makes the source undefined.";
    mul "Multiplies two integers; the product replaces the second. `st0` says whether it is\ndefined.\n\nMultiplies two floats; the product replaces the second. `st0` says whether it is defined.";
    neg "Negates an integer or a float. The negative of the least integer is undefined; `st0` says\nwhether the result is defined.";
    nop "Does nothing.";
    not "Inverts all bits of a register.";
    or "Sets the third register to the bitwise or of the first two.";
    put "Sets an integer register to a constant. If the data segment is too short for it, the\nregister becomes undefined and `st0` false.\n\nSets a float register to a constant. If the data segment is too short for it or holds a\npattern that is no value of the format, the register becomes undefined and `st0` false.\n\nSets a general register to a constant. If the data segment is too short for it, the\nregister becomes undefined and `st0` false.\n\nSets a string register to a constant. If the data segment is too short for it, the\nregister gets the part that exists and `st0` becomes false.";
    putif "Sets an integer register to a constant if it is undefined; else keeps it and sets `st0`\nto false.\n\nSets a general register to a constant if it is undefined; else keeps it and sets `st0`\nto false.";
    rem "Divides the first integer by the second, both unsigned; the remainder replaces the\nsecond. It is undefined for a zero divisor; `st0` says whether it is defined.";
    ret "Returns behind the last `routine` or `call`; stops the program, with `st0` as it is, if\nthere was none.";
    rev "Reverses the order of the bits of an integer register.\n\nReverses the order of the bits of a general register.\n\nSets the second string to the bytes of the first in reverse order.";
    ripemd "Sets a register to the RIPEMD-160 digest of a string, its bytes reversed.";
    routine "Calls a subroutine of this library: `ret` comes back behind this instruction. Counts as a\njump.";
    scl "Rotates a register left by the amount in the first register.";
    scr "Rotates a register right by the amount in the first register.";
    secpadd "Adds two points of secp256k1; the sum replaces the second. An invalid point and a sum at\ninfinity give an undefined result and set `st0` to false.";
    secpgen "Multiplies the generator of secp256k1 by a scalar. A scalar of zero or not below the group\norder gives an undefined result and sets `st0` to false.";
    secpmul "Multiplies a point of secp256k1 by a scalar. An invalid point, and a scalar of zero or not\nbelow the group order, give an undefined result and set `st0` to false.";
    secpneg "Negates a point of secp256k1. An invalid point gives an undefined result and sets `st0` to\nfalse.";
    sha2 "Sets a register to the SHA-256 digest of a string.\n\nSets a register to the SHA-512 digest of a string.";
    shl "Shifts a register left by the amount in the first register. `st0` becomes the highest bit\nof the value before; false, with an undefined result, if either is undefined.";
    shr "Shifts an integer right by the amount in the first register, unsigned or keeping the sign.\n`st0` becomes the lowest bit of the value before; false, with an undefined result, if\neither is undefined.\n\nShifts a general register right by the amount in the first register. `st0` becomes the\nlowest bit of the value before; false, with an undefined result, if either is undefined.";
    splt "Splits a string at an offset into two. The flag says what happens at its ends and past\nthem, which sets `st0` to false where a part is lost.";
    spy "Swaps an integer and a general register, each extended with zeros or cut. `st0` says\nwhether nothing was lost.";
    st "Merges `st0`, as zero or one, into an integer register; an undefined register becomes the\nvalue of `st0`. The saturating addition sets `st0` to false when it saturates.";
    sub "Subtracts the second integer from the first; the difference replaces the second. `st0` says\nwhether it is defined.\n\nSubtracts the second float from the first; the difference replaces the second. `st0` says\nwhether it is defined.\n\nAdds a small signed constant to an unsigned integer. Overflow gives an undefined result;\n`st0` says whether the result is defined.";
    swp "Swaps two integer registers.\n\nSwaps two float registers.\n\nSwaps two string registers.";
    test "Stops the program if `st0` is false; else does nothing.";
    xor "Sets the third register to the bitwise exclusive or of the first two.";
}
