//! Words that other assemblers or Rust have for what is called otherwise here, so that a message can
//! name the instruction that the author looks for.

/// What stands here for a word of another language, as a hint.
pub(crate) fn counterpart(word: &str) -> Option<&'static str> {
    Some(match word {
        "halt" | "hlt" | "stop" | "exit" | "end" | "return" | "succ" => {
            "`ret` ends the program, or returns behind the last `routine` or `call`"
        }
        "if" | "match" | "switch" | "jz" | "jnz" | "je" | "jne" | "jc" | "jnc" | "jl" | "jg"
        | "jle" | "jge" | "jt" | "beq" | "bne" | "blt" | "bgt" | "brz" | "brnz" | "cjmp"
        | "jumpi" => {
            "`jif` jumps if st0 is true; `eq`, `gt`, `lt` and `ifz` set st0, `inv st0` inverts it"
        }
        "goto" | "b" | "br" | "bra" | "branch" => "`jmp target` jumps, `jif target` if st0 is true",
        "while" | "for" | "loop" => "a loop is a label and a jump back to it, `next: … jif next;`",
        "jsr" | "bsr" | "gosub" => "`routine` calls a label of this code, `call` another library",
        "cmp" | "cmpi" => "`eq`, `gt` and `lt` compare two registers and set st0",
        "ne" | "neq" | "ge" | "gte" | "le" | "lte" => {
            "`eq`, `gt` and `lt` compare; `inv st0` behind them gives the opposite"
        }
        "ld" | "ldi" | "lda" | "li" | "load" | "movi" | "set" => {
            "`put` puts a value into a register, `dup` copies one register to another"
        }
        "push" | "pop" | "store" | "str" | "sta" => {
            "there is no memory but the registers; `mov`, `dup` and `swp` move their values"
        }
        "copy" => "`dup` copies a register to one of the same size, `cpy` to one of another size",
        "xchg" => "`swp` swaps two registers of one size, `spy` an integer and a general register",
        "mod" | "modulo" => "`rem` gives the remainder",
        "sal" | "sll" | "lsl" | "asl" => "`shl` shifts to the left",
        "sar" | "sra" | "asr" | "srl" | "lsr" => {
            "`shr.u` shifts to the right, `shr.s` keeps the sign"
        }
        "rol" | "rotl" | "ror" | "rotr" => "`scl` rotates to the left, `scr` to the right",
        "cat" | "concat" => "`join` puts one byte string behind another",
        "assert" | "abort" | "trap" | "panic" => {
            "`fail` stops the program with st0 false, `test` does if st0 is false"
        }
        _ if begins_rust_item(word) => {
            "this is assembly: Rust items such as constants are declared outside of it"
        }
        _ => return None,
    })
}

/// Whether a word begins an item of Rust, which ends at its own `;` or `}`.
pub(crate) fn begins_rust_item(word: &str) -> bool {
    matches!(word, "const" | "enum" | "fn" | "impl" | "pub" | "static" | "struct" | "use")
}
