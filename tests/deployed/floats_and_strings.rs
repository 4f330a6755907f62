//! The known differences of the deployed implementation in floats, byte strings and cryptography.

use crate::differences::differs;

// Floats

#[test]
fn nan_and_negative_zero_are_read_otherwise() {
    let program = "put f32[0], b\"\\x01\\x00\\x80\\x7f\"";
    differs(program, "f32[0]=none st0=true", "f32[0]=none st0=false");
    differs("put f64[0], -0.0", "f64[0]=0.0", "f64[0]=-0.0");
}

#[test]
fn integers_do_not_convert_to_floats() {
    differs("put a8[0], 3; cnv a8[0], f32[0]", "panic", "f32[0]=3 st0=true");
}

#[test]
fn floats_convert_to_integers_by_their_low_bits() {
    differs("put f32[0], 300.0; cnv f32[0], a8[0]", "a8[0]=44 st0=true", "a8[0]=none st0=false");
    differs("put f32[0], 2.5; cnv f32[0], a8[0]", "a8[0]=2 st0=false", "a8[0]=2 st0=true");
    // Negative numbers are extended with zeros above 256 bits.
    let program = "put f32[0], -2.0; cnv f32[0], a512[0]";
    differs(program, "a512[0]=2^256-2 st0=true", "a512[0]=-2 st0=true");
    differs("put f16b[0], 2.0; cnv f16b[0], a8[0]", "panic", "a8[0]=2 st0=true");
}

#[test]
fn floats_convert_to_floats_with_a_false_status() {
    differs("put f32[0], 1.5; cnv f32[0], f64[0]", "f64[0]=1.5 st0=false", "f64[0]=1.5 st0=true");
    differs("put f32[0], inf; cnv f32[0], f64[0]", "panic", "f64[0]=inf st0=true");
    differs("put f256[0], 1.5; cnv f256[0], f64[0]", "panic", "f64[0]=1.5 st0=true");
    differs("put f512[0], 1.5; cnv f512[0], f64[0]", "panic", "f64[0]=1.5 st0=true");
}

#[test]
fn rough_comparison_does_not_ignore_the_last_bit() {
    let program = "put f32[0], b\"\\x01\\x00\\x80\\x3f\"; put f32[1], 1.0; eq.r f32[0], f32[1]";
    differs(program, "st0=false", "st0=true");
    // The lowest bit of the exponent is flipped: one above and two below each other.
    let program = "put f32[0], 1.0; put f32[1], 0.5; gt.r f32[0], f32[1]";
    differs(program, "st0=false", "st0=true");
}

#[test]
fn wide_floats_do_not_compare() {
    differs("put f256[0], 2.0; put f256[1], 1.0; gt.e f256[0], f256[1]", "panic", "st0=true");
    differs("put f256[0], 2.0; put f256[1], 1.0; lt.e f256[0], f256[1]", "panic", "st0=false");
    differs("put f512[0], -1.0; put f512[1], 1.0; gt.e f512[0], f512[1]", "st0=true", "st0=false");
}

#[test]
fn division_by_zero_is_undefined() {
    let program = "put f64[0], 1.0; put f64[1], 0.0; div.n f64[0], f64[1]";
    differs(program, "f64[1]=none st0=false", "f64[1]=inf st0=true");
}

#[test]
fn overflow_that_does_not_round_to_infinity_is_the_greatest_number() {
    let most = "put f32[0], b\"\\xff\\xff\\x7f\\x7f\"; dup f32[0], f32[1];";
    let (undefined, greatest) = ("f32[1]=none st0=false", "f32[1]=0x7F7FFFFF st0=true");
    differs(&format!("{most} add.n f32[0], f32[1]"), undefined, undefined);
    differs(&format!("{most} add.c f32[0], f32[1]"), undefined, undefined);
    differs(&format!("{most} add.z f32[0], f32[1]"), greatest, undefined);
    differs(&format!("{most} add.f f32[0], f32[1]"), greatest, undefined);
}

#[test]
fn inexact_underflow_is_undefined() {
    let least = "put f32[0], b\"\\x01\\x00\\x00\\x00\"; put f32[1], 2.0;";
    let program = format!("{least} div.n f32[0], f32[1]");
    differs(&program, "f32[1]=none st0=false", "f32[1]=0.0 st0=true");
}

#[test]
fn negative_results_of_zero_lose_their_sign() {
    let program = "put f64[0], -1.0; put f64[1], 0.0; mul.n f64[0], f64[1]";
    differs(program, "f64[1]=0.0", "f64[1]=-0.0");
}

#[test]
fn bfloat16_rounds_to_nearest_and_overflows_to_infinity() {
    // 1 + 2^-8 rounds to one, also upward.
    let program = "put f16b[0], 1.0; put f16b[1], b\"\\x80\\x3b\"; add.c f16b[0], f16b[1]";
    differs(program, "f16b[1]=1", "f16b[1]=0x3F81");
    let program = "put f16b[0], b\"\\x7f\\x7f\"; put f16b[1], 2.0; mul.n f16b[0], f16b[1]";
    differs(program, "f16b[1]=inf st0=true", "f16b[1]=none st0=false");
    let program = "put f16b[0], 1.0; put f16b[1], 0.0; div.n f16b[0], f16b[1]";
    differs(program, "f16b[1]=inf st0=true", "f16b[1]=inf st0=true");
}

#[test]
fn x87_floats_lose_the_top_of_their_significand() {
    // A load keeps the exponent and drops the leading bit, so that one is no number in canonical form.
    differs("put f80[0], 1.0", "f80[0]=0x3FFF0000000000000000", "f80[0]=1");
}

#[test]
fn posits_do_not_compute() {
    differs("put f512[0], 1.0; put f512[1], 2.0; add.n f512[0], f512[1]", "panic", "f512[1]=3");
}

// Byte strings

#[test]
fn strings_without_data_panic() {
    differs(".byte 0x30, 0, 0, 0, 5, 0", "panic", "s16[0]=\"\" st0=false");
}

#[test]
fn a_string_moved_onto_itself_stays() {
    differs("put s16[0], \"a\"; mov s16[0], s16[0]", "s16[0]=\"a\"", "s16[0]=none");
}

#[test]
fn fill_does_not_sort_and_fails_at_the_end() {
    let given = "put s16[0], \"abcdef\"; put a8[0], 120; put a16[0], 4; put a16[1], 1;";
    let program = format!("{given} fill.e s16[0], a16[0], a16[1], a8[0]");
    differs(&program, "panic", "s16[0]=\"axxxef\" st0=true");
    let given = "put s16[0], \"abcdef\"; put a8[0], 120; put a16[0], 1; put a16[1], 6;";
    let program = format!("{given} fill.f s16[0], a16[0], a16[1], a8[0]");
    differs(&program, "s16[0]=\"abcdef\" st0=false", "s16[0]=\"axxxxx\" st0=true");
    let given = "put s16[0], \"ab\"; put a8[0], 120; put a16[0], 1; put a16[1], 4;";
    let program = format!("{given} fill.e s16[0], a16[0], a16[1], a8[0]");
    differs(&program, "s16[0]=\"axxx\" st0=true", "s16[0]=\"axxx\" st0=false");
    // An undefined string becomes empty.
    let given = "put a8[0], 120; put a16[0], 0; put a16[1], 1;";
    let program = format!("{given} fill.f s16[0], a16[0], a16[1], a8[0]");
    differs(&program, "s16[0]=\"\" st0=false", "s16[0]=none st0=false");
}

#[test]
fn inj_join_splt_ins_and_del_panic() {
    let given = "put s16[0], \"abcdef\"; put s16[1], \"xy\"; put a16[0], 1; put a8[2], 5;";
    for (instr, here) in [
        ("join s16[0], s16[1], s16[2]", "s16[2]=\"abcdefxy\""),
        ("splt.n s16[0], a16[0], s16[2], s16[3]", "s16[2]=\"a\" s16[3]=\"bcdef\""),
        ("ins.l s16[1], s16[0], a16[0]", "s16[0]=\"axybcdef\""),
        ("del.n s16[0], s16[2], a16[0], a8[2], true, true", "s16[2]=\"af\""),
    ] {
        differs(&format!("{given} {instr}"), "panic", here);
    }
    // With an empty second string the first is copied.
    let program = "put s16[0], \"ab\"; put s16[1], \"\"; join s16[0], s16[1], s16[2]";
    differs(program, "s16[2]=\"ab\"", "s16[2]=\"ab\"");
}

#[test]
fn finding_nothing_panics() {
    let program = "put s16[0], \"ab\"; put s16[1], \"\"; find s16[0], s16[1], a16[0]";
    differs(program, "panic", "a16[0]=none st0=false");
}

#[test]
fn extr_past_the_end_is_undefined() {
    let program = "put s16[0], \"ab\"; put a16[0], 2; extr s16[0], a8[0], a16[0]";
    differs(program, "a8[0]=none st0=false", "a8[0]=0 st0=false");
}

#[test]
fn secp256k1_fails_with_the_status_kept() {
    let program = "put r256[0], 0; put r512[0], 1; secpgen r256[0], r512[0]";
    differs(program, "r512[0]=none st0=true", "r512[0]=none st0=false");
    let program = "put r512[0], 1; secpneg r512[0], r512[1]";
    differs(program, "r512[1]=none st0=true", "r512[1]=none st0=false");
}
