# Prints a contract of so many structured statements, in routines of fifty, in whose flow nothing is found:
#
#   awk -v count=10000 -f statements.awk
#
# The number is one or a multiple of fifty. One library holds about 10,000 of them.

function line(number, group) {
    if (number == 0) return "let sum_" group ": u64 = x + y;"
    if (number == 1) return "let mixed_" group ": u64 = sum_" group " ^ y;"
    if (number == 2) return "if mixed_" group " < y {"
    if (number == 3) return "        z = mixed_" group ".wrapping_add(x);"
    if (number == 4) return "        rounds += 1;\n        }"
    if (number == 5) return "let narrow_" group ": u32 = mixed_" group ".truncate();"
    if (number == 6) return "while rounds != 0 {"
    if (number == 7) return "        rounds -= 1;\n        }"
    if (number == 8) return "z = mixed_" group " / sum_" group ";"
    return "require narrow_" group " != 0 => TooSmall;"
}

BEGIN {
    print "#![allow(unused_error, unused_input)]"
    print "pub enum Refusal in a8[0] { TooSmall = 1 }"
    for (i = 0; i < count; i++) {
        if (i % 50 == 0) {
            print "\n/// Does something.\npub fn routine_" int(i / 50) "(x: u64, y: u64, rounds: u16) -> (z: u64) {"
        }
        print "        " (count == 1 ? "z = x / y;" : line(i % 10, int(i % 50 / 10)))
        if (i % 50 == 49 || count == 1) print "}"
    }
}
