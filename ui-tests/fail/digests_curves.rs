//! Mistakes with digests and curves.

use aluvm::{Instr, aluasm};

static DIGESTS: [Instr; 5] = aluasm! {
    ripemd  s16[0], r256[0];
    sha2    s16[0], r160[0];
    sha256  s16[0], r256[0];
    blake3  r256[0], s16[0];
    sha2    s16[0], r256[16];
};

static CURVES: [Instr; 8] = aluasm! {
    secpgen r256[0], r512[8];
    secpgen r256[0], r256[1];
    secpmul r128[0], r512[0], r512[1];
    secpadd r512[0], r512[1], r512[2];
    secpneg r512[0];
    edgen   r256[0], r512[1];
    edmul   f256[0], r256[1], r256[2];
    edadd   r256[0], r256[1], r256[2];
};

fn main() {}
