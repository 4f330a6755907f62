# Prints a Rust crate that is one AluVM program of so many instructions:
#
#   awk -v count=1000 -v shape=static -v assembler=ours -f program.awk
#
# The program is a chain of blocks of twenty instructions as real contracts have them: loops, literals of
# all kinds, strings, Rust constants, arithmetic, calls. `shape` says how the block is used: `static`, or
# `expression` in a function; or that it is `alulib!`, in routines of fifty instructions, `library` with constants of its
# own, whose bytes the macro knows, `evaluated` with those of Rust. One library holds about 20,000 instructions; more
# become several.
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
    if (number == 3) return "put a16[1], " (shape == "evaluated" ? "super::" : "") "LIMIT_" block % 50
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
    return "routine " (is_library ? "routine_" first : target(first))
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

# A library of routines. What its flow says is found and permitted: it makes no sense.
function routines(number, from, to,    i) {
    first = from
    printf "alulib! {\n    pub mod library_%d {\n        #![allow(unreachable, undefined_read, maybe_undefined, clobbered, end_of_code)]\n", number
    printf "        #![allow(negated_undefined, endless_loop, false_status, unused_const, unused_label, unset_output, unused_input)]\n"
    if (shape == "library") for (i = 0; i < 50; i++) printf "        const LIMIT_%d: a16 = %d;\n", i, 1000 + i
    for (i = from; i < to; i++) {
        if (i % 50 == 0) printf "        /// Does something.\n        pub fn routine_%d(x: a64[7]) -> (y: a64[1]?) {\n", i
        if (i % 50 == 0 || i % 20 == 0) printf "            block_%d:\n", int(i / 20)
        printf "                %s;\n", i % 50 == 49 || i == to - 1 ? "ret" : line(i % 20, int(i / 20))
        if (i % 50 == 49 || i == to - 1) printf "        }\n"
    }
    print "    }\n}"
}

BEGIN {
    is_library = shape == "library" || shape == "evaluated"
    if (assembler == "deployed") {
        if (count > 121) print "#![recursion_limit = \"" count * 2 + 100 "\"]"
        print "use aluvm::aluasm;\nuse aluvm::isa::Instr;"
    } else {
        print is_library ? "use aluvm::alulib;" : "use aluvm::{Instr, aluasm};"
    }
    for (i = 0; i < 50; i++) print "pub const LIMIT_" i ": u16 = " 1000 + i ";"
    per_library = 20000
    for (from = 0; from < count; from += per_library)
        if (is_library) routines(from / per_library, from, from + per_library < count ? from + per_library : count)
        else library(from / per_library, from, from + per_library < count ? from + per_library : count)
}
