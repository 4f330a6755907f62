# Makes of the disassembly of a contract by statements.awk the same contract in instructions: a routine ends at its
# `ret`.

BEGIN {
    print "#![allow(unused_error, unused_input)]"
    print "pub enum Refusal in a8[0] { TooSmall = 1 }"
    is_outside = 1
}
/^\.|^$/ { next }
{
    if (is_outside) {
        print "\n/// Does something.\npub fn routine_" routine++ "(x: u64 in a64[0], y: u64 in a64[1], rounds: u16 in a16[0]) -> (z: u64 in a64[2]) {"
        is_outside = 0
    }
    gsub(/\/\*[^*]*\*\/ /, "        ")
    print
    if (/ ret;/) { print "}"; is_outside = 1 }
}
