# Prints a contract of so many instructions, in routines of fifty, in whose flow nothing is found:
#
#   awk -v count=20000 -f program.awk

function line(number, routine) {
    if (number == 0) return "put     y, 0x" sprintf("%x", routine * 40503 + 1048576)
    if (number == 1) return "put     a16[1], LIMIT_" routine % 50
    if (number == 2) return "put     s16[0], \"routine " routine "\""
    if (number == 3) return "put     a64[2], " routine * 7
    if (number == 4) return "put     f64[0], " routine ".5e-3"
    number = number == 48 ? 8 : (number - 5) % 9
    if (number == 0) return "add.uw  x, y"
    if (number == 1) return "xor     x, y, a64[3]"
    if (number == 2) return "mul.uw  a64[2], y"
    if (number == 3) return "dup     y, a64[4]"
    if (number == 4) return "and     a64[3], a64[4], a64[5]"
    if (number == 5) return "inc     rounds"
    if (number == 6) return "lt.u    rounds, a16[1]"
    if (number == 7) return "jif     next_" loop
    return "sub.uw  a64[5], y"
}

BEGIN {
    # Of the one instruction.
    if (count == 1) print "#![allow(unused_input, unused_alias)]\n"
    for (i = 0; i < 50; i++) print "pub const LIMIT_" i ": a16 = " 1000 + i ";"
    for (i = 0; i < count; i++) {
        number = i % 50
        if (number == 0) {
            print "\n/// Does something.\npub fn routine_" int(i / 50) "(x: a64[0], rounds: a16[0]) -> (x: a64[0]) {"
            print "        let y = a64[1];\n"
        }
        is_last = number == 49 || i == count - 1
        if (number % 9 == 5 && number < 41) { loop = int(number / 9); print "    next_" loop ":" }
        print "        " (is_last ? "ret" : line(number, int(i / 50))) ";"
        if (is_last) print "}"
    }
}
