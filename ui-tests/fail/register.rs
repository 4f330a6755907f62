use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        inc a7[0];
        inc a8[32];
        neg a8[16];
        st.s a8[8];
        put s16[16], "text";
        sha2 s16[0], r128[1];
        edadd.s r256[0], r256[1], r256[32];
    };
    assert!(!code.is_empty());
}
