# Prints a Rust crate that is one AluVM program of so many instructions:
#
#   awk -v count=1000 -v shape=static -v assembler=ours -f program.awk
#
# The program is a chain of blocks of twenty instructions as real contracts have them: loops, literals of
# all kinds, strings, Rust constants, arithmetic, calls. `shape` says how the block is used: `static`, or
# `expression` in a function. One library holds about 20,000 instructions; more become several.
# `assembler=deployed` writes the same program for the `aluasm!` of `rgb-aluvm`, which has no labels.

function target(block) {
    if (assembler == "deployed") return (block - first) * 61
    return "block_" block
}

function line(number, block) {
    if (number == 0) return "put a16[0], " block
    if (number == 1 && block % 3 == 1) return "put f64[1], " block ".5e-3"
    if (number == 1 && block % 3 == 2) return "put r256[1], " sprintf("0x%08x%08x", block * 2654435761 % 4294967296, block)
    if (number == 1) return "put a64[1], " sprintf("0x%x", block * 40503 + 1048576)
    if (number == 2) return "put s16[3], " (assembler == "deployed" ? "b" : "") "\"step " block "\""
    if (number == 3) return "put a16[1], LIMIT_" block % 50
    if (number == 4) return "mov a64[1], a64[2]"
    if (number == 5) return "add.uc a64[1], a64[2]"
    if (number == 6) return "sub.sw a128[3], a128[4]"
    if (number == 7) return "inc a16[0]"
    if (number == 8) return "lt.u a16[0], a16[1]"
    if (number == 9) return "jif " target(block)
    if (number == 10) return "and a32[1], a32[2], a32[3]"
    if (number == 11) return "shl a8[1], a256[2]"
    if (number == 12) return "gt.s a64[1], a64[2]"
    if (number == 13) return "test"
    if (number == 14) return "cnv a8[1], a64[2]"
    if (number == 15) return "eq.e a256[1], a256[2]"
    if (number == 16) return "sha2 s16[3], r256[4]"
    if (number == 17) return "clr a64[3]"
    if (number == 18) return "st.s a8[2]"
    return "routine " target(first)
}

function library(number, from, to,    i) {
    first = int(from / 20)
    if (assembler == "deployed") printf "pub fn code_%d() -> Vec<Instr> {\n    aluasm! {\n", number
    else if (shape == "static") printf "pub static CODE_%d: [Instr; %d] = aluasm! {\n", number, to - from
    else printf "pub fn code_%d() -> [Instr; %d] {\n    aluasm! {\n", number, to - from
    for (i = from; i < to; i++) {
        if (i % 20 == 0 && assembler != "deployed") printf "    block_%d:\n", i / 20
        printf "        %s;\n", line(i % 20, int(i / 20))
    }
    if (shape == "static" && assembler != "deployed") print "};"
    else print "    }\n}"
}

BEGIN {
    if (assembler == "deployed") {
        if (count > 121) print "#![recursion_limit = \"" count * 2 + 100 "\"]"
        print "use aluvm::aluasm;\nuse aluvm::isa::Instr;"
    } else {
        print "use aluvm::{Instr, aluasm};"
    }
    for (i = 0; i < 50; i++) print "pub const LIMIT_" i ": u16 = " 1000 + i ";"
    per_library = 20000
    for (from = 0; from < count; from += per_library)
        library(from / per_library, from, from + per_library < count ? from + per_library : count)
}
