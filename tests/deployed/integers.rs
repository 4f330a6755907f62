//! The known differences of the deployed implementation in comparisons, integer arithmetic and shifts.

use crate::differences::differs;

#[test]
fn signed_comparisons_are_wrong_for_zero_and_for_lengths() {
    for (mnemonic, first, second, right) in
        [("gt", 0, -1, true), ("lt", -1, 0, true), ("lt", -1000, -1, true), ("gt", -1, -1000, true)]
    {
        let program =
            format!("put a16[0], {first}; put a16[1], {second}; {mnemonic}.s a16[0], a16[1]");
        differs(&program, &format!("st0={}", !right), &format!("st0={right}"));
    }
}

#[test]
fn one_undefined_register_equals_any() {
    differs("put a8[0], 5; eq.e a8[0], a8[1]", "st0=true", "st0=false");
    differs("put r128[0], 5; eq.e r128[1], r128[0]", "st0=true", "st0=false");
}

#[test]
fn general_registers_of_more_than_1024_significant_bits_do_not_compare() {
    let most = "put r2048[0], 0x1".to_string() + &"0".repeat(256) + "; put r2048[1], 1;";
    differs(&format!("{most} gt r2048[0], r2048[1]"), "panic", "st0=true");
    differs(&format!("{most} lt r2048[0], r2048[1]"), "panic", "st0=false");
}

#[test]
fn adding_the_status_panics_or_does_not_report() {
    differs("put a16[0], 5; st.a a16[0]", "panic", "a16[0]=6 st0=true");
    differs("put a8[0], 255; st.a a8[0]", "a8[0]=255 st0=true", "a8[0]=255 st0=false");
}

#[test]
fn negative_results_lose_their_high_bytes() {
    let program = "put a16[0], -1; put a16[1], 0; add.sw a16[0], a16[1]";
    differs(program, "a16[1]=0x00FF st0=true", "a16[1]=-1 st0=true");
    let program = "put a16[0], -1; put a16[1], 127; sub.sw a16[0], a16[1]";
    differs(program, "a16[1]=0x0080", "a16[1]=-128");
    let program = "put a16[0], -1; put a16[1], 129; mul.sw a16[0], a16[1]";
    differs(program, "a16[1]=0xFF7F", "a16[1]=-129");
    let program = "put a32[0], -1; put a32[1], 129; mul.sw a32[0], a32[1]";
    differs(program, "a32[1]=0xFF7F", "a32[1]=-129");
}

#[test]
fn the_widest_integers_do_not_wrap() {
    let most = format!("put a1024[0], 0x7F{}; put a1024[1], 1;", "F".repeat(254));
    differs(
        &format!("{most} add.sw a1024[0], a1024[1]"),
        "a1024[1]=none st0=false",
        "a1024[1]=MIN st0=true",
    );
}

#[test]
fn wrapped_division_by_zero_and_of_the_least_is_undefined() {
    let program = "put a16[0], 7; put a16[1], 0; div.sw a16[0], a16[1]";
    differs(program, "a16[1]=none st0=false", "a16[1]=0 st0=true");
    let program = "put a16[0], -32768; put a16[1], -1; div.sw a16[0], a16[1]";
    differs(program, "a16[1]=none st0=false", "a16[1]=MIN st0=true");
}

#[test]
fn great_quotients_lose_their_high_bytes() {
    let program = "put a16[0], 0xFFFF; put a16[1], 1; div.uc a16[0], a16[1]";
    differs(program, "a16[1]=0x00FF st0=true", "a16[1]=0xFFFF st0=true");
}

#[test]
fn division_of_a_short_number_by_a_long_one_of_other_sign_panics() {
    differs("put a16[0], 1; put a16[1], -1000; div.sw a16[0], a16[1]", "panic", "a16[1]=0");
    differs("put a16[0], -1; put a16[1], 1000; div.sw a16[0], a16[1]", "panic", "a16[1]=-1");
}

#[test]
fn remainders_are_signed_and_not_of_wide_numbers() {
    let program = "put a8[0], -7; put a8[1], 4; rem a8[0], a8[1]";
    differs(program, "a8[1]=-3", "a8[1]=1");
    differs("put a256[0], 7; put a8[1], 4; rem a256[0], a8[1]", "panic", "a8[1]=3");
}

#[test]
fn neg_is_undefined_and_abs_does_nothing() {
    differs("put a8[0], 5; neg a8[0]", "a8[0]=none", "a8[0]=-5 st0=true");
    differs("put a8[0], -5; abs a8[0]", "a8[0]=-5", "a8[0]=5 st0=true");
}

#[test]
fn the_longest_step_back_keeps_the_status() {
    differs("put a8[0], 130; sub a8[0], 128", "a8[0]=2", "a8[0]=2 st0=true");
}

#[test]
fn undefined_operands_of_shifts() {
    differs("put a8[0], 1; shl a8[0], a16[1]", "panic", "a16[1]=none st0=false");
    differs("put a8[0], 1; scl a8[0], a16[1]", "panic", "a16[1]=none st0=true");
    let program = "put a16[1], 5; shr.u a8[0], a16[1]";
    differs(program, "a16[1]=none st0=true", "a16[1]=none st0=false");
    // General registers take an undefined amount for zero, and leave an undefined value alone.
    let program = "put r128[1], 5; shr a8[0], r128[1]";
    differs(program, "r128[1]=5", "r128[1]=none st0=false");
    differs("put r128[1], 5; shl a8[0], r128[1]", "r128[1]=5", "r128[1]=none st0=false");
}

#[test]
fn rotations_set_the_status() {
    let program = "put a8[0], 1; put a16[1], 2; scl a8[0], a16[1]";
    differs(program, "a16[1]=4 st0=false", "a16[1]=4 st0=true");
    let program = "put a8[0], 1; put a16[1], 4; scr a8[0], a16[1]";
    differs(program, "a16[1]=2 st0=false", "a16[1]=2 st0=true");
}

#[test]
fn signed_shifts_lose_high_bytes() {
    let program = "put a8[0], 1; put a16[1], -2; shr.s a8[0], a16[1]";
    differs(program, "a16[1]=0x00FF", "a16[1]=-1 st0=false");
}

#[test]
fn logic_of_more_than_1024_significant_bits_panics() {
    let most = "put r2048[0], 0x1".to_string() + &"0".repeat(256) + "; put r2048[1], 1;";
    for (mnemonic, result) in [("and", "0"), ("or", "2^1024+1"), ("xor", "2^1024+1")] {
        let program = format!("{most} {mnemonic} r2048[0], r2048[1], r2048[2]");
        differs(&program, "panic", &format!("r2048[2]={result} st0=true"));
    }
}
