//! The layout by example.

use aluvm_cli::format;

use crate::laid_out;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(laid_out(text), expected);
}

#[test]
fn items_and_statements_have_their_columns() {
    check(
        "#![ allow ( unused_const ) ]
use  \"math.aluasm\" as math=\"alu1\" ;
pub  const A:a16=- 5; let x=a64 [ 0 ];
pub enum Refusal in a8[0]{TooEarly=1,#[doc=\"x\"]Overspent=2}
pub fn f(a:a64[0],b:a32[1]?,)->(a:a64[0]){let t=a64[5]; put t,- 5; put - 5,t; inc t;
next:sub.uc a,t;jif next;  #[allow(undefined_read)]add . uc a , a64[7];
require not sub.uc a,t=>TooEarly;refuse Overspent; put r256[0],@0x0010;put s16[0],@0x0010 [ 5 ];
call 0x10@\"alu1\"; call math :: double; .byte 0x47 ,0x01; secpgen r256[0],r512[0];ret;}
fn g(){}",
        "#![allow(unused_const)]
use \"math.aluasm\" as math = \"alu1\";
pub const A: a16 = -5;
let x = a64[0];
pub enum Refusal in a8[0] {
    TooEarly = 1,
    #[doc = \"x\"]
    Overspent = 2,
}
pub fn f(a: a64[0], b: a32[1]?) -> (a: a64[0]) {
        let t = a64[5];
        put     t, -5;
        put     -5, t;
        inc     t;
    next:
        sub.uc  a, t;
        jif     next;
        #[allow(undefined_read)]
        add.uc  a, a64[7];
        require not sub.uc a, t => TooEarly;
        refuse  Overspent;
        put     r256[0], @0x0010;
        put     s16[0], @0x0010[5];
        call    0x10 @ \"alu1\";
        call    math::double;
        .byte 0x47, 0x01;
        secpgen r256[0], r512[0];
        ret;
}
fn g() {}
",
    );
}

#[test]
fn comments_stay_where_they_are() {
    check(
        "/* licence */


//! A vault.   
  // first
/// One.
pub fn f( /* in */ a : a64[0]) { // head
// own


    // two
    ret; // done
 /* before */ ret; /* behind */ // both
    /* over
 lines */ put a64[0],   // between
   1;  // a very long statement stands in this line, and the comment behind it
    put s16[0], \"some text that is long enough\"; // comment
    // label
    next: // the label
    ret;
  // last
} // end
pub enum E in a8[1] { A = 1, // one
   // two
   B = 2 // without a comma
}
// the end
",
        "/* licence */

//! A vault.
// first
/// One.
pub fn f(
    /* in */ a: a64[0],
) { // head
        // own

        // two
        ret;                            // done
/* before */ ret;                       /* behind */ // both
        /* over
 lines */
        put     a64[0], // between
                1;                      // a very long statement stands in this line, and the comment behind it
        put     s16[0], \"some text that is long enough\";        // comment
    // label
    next:                               // the label
        ret;
        // last
} // end
pub enum E in a8[1] {
    A = 1, // one
    // two
    B = 2, // without a comma
}
// the end
",
    );
}

#[test]
fn empty_lines_between_items_and_statements_stay_one() {
    check(
        "\n\nconst A: a8 = 1;\n\n\n\nconst B: a8 = 2;\nfn f() {\n\n  ret;\n\n\n  ret;\n\n}\n\n\n",
        "const A: a8 = 1;\n\nconst B: a8 = 2;\nfn f() {\n        ret;\n\n        ret;\n}\n",
    );
    check("", "");
    check("\n \n", "");
    check("// only a comment", "// only a comment\n");
}

#[test]
fn a_head_that_is_too_long_takes_lines() {
    let inputs =
        ["balance: a64[0]", "amount: a64[1]", "age: a32[0]", "owner: r256[0]", "signature: s16[3]"];
    let text =
        format!("pub fn withdraw({}) -> (rest: a64[1], fee: a64[2]) {{ ret; }}", inputs.join(", "));
    check(
        &text,
        "pub fn withdraw(
    balance: a64[0],
    amount: a64[1],
    age: a32[0],
    owner: r256[0],
    signature: s16[3],
) -> (rest: a64[1], fee: a64[2]) {
        ret;
}
",
    );
    // It is one line again where it fits.
    check("fn f(\n    a: a64[0],\n) { ret; }", "fn f(a: a64[0]) {\n        ret;\n}\n");
    let exactly = format!("fn {}(a: a64[0]) {{", "f".repeat(100 - 16));
    assert_eq!(exactly.len(), 100);
    check(&format!("{exactly}}}"), &format!("{exactly}}}\n"));
    let over = laid_out(&format!("{}}}", exactly.replace("fn ", "fn f")));
    assert_eq!(over.lines().count(), 3, "{over}");
}

#[test]
fn a_disassembly_keeps_its_columns() {
    let text = "\
.isae   \"ALU\";
.data   b\"\\x01\\x00\";

/* 0x0000 */ put     a16[0], 1000;
L0005:
/* 0x0005 */ dec     a16[0];            // once
/* 0x0008 */ jif     L0005;
/* 0x000B */ .byte 0x47, 0x01;
";
    check(text, text);
    check(
        ".isae \"ALU\"; put a8[0],1; L: inc a8[0]; jif L; .byte 1;",
        ".isae   \"ALU\";
        put     a8[0], 1;
L:
        inc     a8[0];
        jif     L;
        .byte 1;
",
    );
}

#[test]
fn what_is_unfinished_keeps_its_lines() {
    check(
        "const A: a8 = 1\npub fn f() {\n inc a8[0]\n inc\n a8[1];\n jif next\n next: ret\n}\n",
        "const A: a8 = 1
pub fn f() {
        inc     a8[0]
        inc     a8[1];
        jif     next
    next:
        ret
}
",
    );
}

#[test]
fn lines_end_as_the_first_one_does() {
    let text = "\u{FEFF}// a\r\nfn f() {\r\n/* b\r\n c */ put s16[0], \"x\r\ny\"; }\r\n";
    let expected =
        "// a\r\nfn f() {\r\n        /* b\r\n c */\r\n        put     s16[0], \"x\r\ny\";\r\n}\r\n";
    check(text, expected);
    check(&text.replacen("\r\n", "\n", 1), &expected.replace('\r', ""));
    check("fn f() {} // a \r\r\n", "fn f() {} // a\r\n");
    check("fn f() {} /* a\n\r\r\n */", "fn f() {} /* a\n\n */\n");
}

#[test]
fn what_is_no_token_is_an_error() {
    for text in ["fn f() {", "put s16[0], \"x", "/* x", "fn f() }", "§"] {
        let errors = format(text).expect_err(text);
        assert_eq!(errors.iter().count(), 1, "{errors}");
    }
}

#[test]
fn structured_statements_alone_are_laid_out_as_in_rust() {
    let text = |last: &str| {
        format!(
            "fn f(a:u64)->(c:u64){{ let x:u64=a+
b; if a>=c{{refuse E;}}else if a<7{{ loop{{break;}} // why
}}else{{}} require x<a=>E;{last} }}"
        )
    };
    let expected = |step: usize, refuse: &str, last: &str| {
        let lines = [
            (1, "let x: u64 = a + b;"),
            (1, "if a >= c {"),
            (2, refuse),
            (1, "} else if a < 7 {"),
            (2, "loop {"),
            (3, "break;"),
            (2, "}"),
            (1, "} else {"),
            (1, "}"),
            (1, "require x < a => E;"),
            (1, last),
        ];
        let lines = lines.iter().filter(|(_, line)| !line.is_empty());
        lines.map(|(depth, line)| format!("{}{line}\n", " ".repeat(step * depth))).collect()
    };
    let laid_out_body = |text: &str| -> String {
        let text = laid_out(text);
        let body = text.split_once("{\n").expect("a head").1.strip_suffix("}\n").expect("an end");
        body.replace("// why", "").lines().map(|line| format!("{}\n", line.trim_end())).collect()
    };
    let wide: String = expected(8, "refuse  E;", "ret;");
    let narrow: String = expected(4, "refuse E;", "");
    assert_eq!(laid_out_body(&text("")), narrow);
    assert_eq!(laid_out_body(&text("ret;")), wide);
}

#[test]
fn structured_statements_have_blocks_and_spaces() {
    check(
        "fn f(a:u64,b:i64)->(c:u64){let x:u64=a+b*2-( -b );x+=1 ;x=!x&a;a64[3]=x<<2;
if a>=b&&! (x==1)||f(a,b)<3{refuse E;}else if(a as u16)<7{ x.wrapping_add(a); // why
}
else{while x!=0{ // down
x-=1;if x==3{continue;}}
next:
jmp next;}
let(p:u64,_)=two( -1,a)else E;require x<a=>E;require not sub.uc a,x=>E;
math::check(x);loop{break;} // behind
return-b<c;put a64[1],-5;}",
        "fn f(a: u64, b: i64) -> (c: u64) {
        let x: u64 = a + b * 2 - (-b);
        x += 1;
        x = !x & a;
        a64[3] = x << 2;
        if a >= b && !(x == 1) || f(a, b) < 3 {
                refuse  E;
        } else if (a as u16) < 7 {
                x.wrapping_add(a);      // why
        } else {
                while x != 0 { // down
                        x -= 1;
                        if x == 3 {
                                continue;
                        }
                }
            next:
                jmp     next;
        }
        let (p: u64, _) = two(-1, a) else E;
        require x < a => E;
        require not sub.uc a, x => E;
        math::check(x);
        loop {
                break;
        }                               // behind
        return -b < c;
        put     a64[1], -5;
}
",
    );
}
