use std::borrow::Cow;

use aluvm_core::call::{Case, Source};
use aluvm_core::contract::parse_text;
use aluvm_core::isa::{NoExtension, Register, RegisterSize};
use aluvm_core::library::{Isae, Lib, LibSite, Libs};
use aluvm_core::vm::{Effect, Effects, Outcome, Stop, Value};
use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

fn vault(name: &str, script: &str) -> World {
    World::with(name, &[("vault.aluasm", VAULT), ("script", script)])
}

#[test]
fn steps_show_what_was_read_and_written() {
    let script = "\
# Comments and empty lines are nothing.

6j
k
G
q
and nothing behind it
";
    vault("debug_steps", script)
        .alu("debug vault.aluasm#withdraw balance=500 amount=501 age=7 -x script")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
vault.aluasm#withdraw balance=500 amount=501 age=7
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> 6j
step 6, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅ ← 501
st0 false ← true  cy0 0  ca0 10
in withdraw

> k
step 5, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    sub.uc  a64[0], a64[1]
 w> a8[0]               2 ← 1
    age a32[0]          7
    a32[1]              1
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 9
in withdraw

> G
step 7 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

"#]]);
}

#[test]
fn breakpoints_search_and_blame() {
    let script = "/MATURITY\nb\nn\nb 17\nc\nc\nC\nG\nC\nu\nw rest\nw\nw a32[1]\nw age\n";
    vault("debug_blame", script)
        .alu("debug vault.aluasm balance=500 amount=501 age=7 -x script")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
vault.aluasm balance=500 amount=501 age=7
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> /MATURITY
step 0, vault.aluasm
      2
      3 /// How many blocks it has to rest.
  >   4 pub const MATURITY: a32 = 6;
      5
      6 /// Why a withdrawal is refused.
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> b
breakpoint at vault.aluasm:16
step 0, vault.aluasm
      2
      3 /// How many blocks it has to rest.
  >   4 pub const MATURITY: a32 = 6;
      5
      6 /// Why a withdrawal is refused.
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> n
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> b 17
breakpoint at vault.aluasm:17
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●▶   16         put     a32[1], MATURITY;
●    17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> c
step 1, vault.aluasm
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●·   16         put     a32[1], MATURITY;
●▶   17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
     19         ret;
next    put     a8[0], 1
    age a32[0]          7
 w> a32[1]              6 ← ∅
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 2
in withdraw

> c
this is the end
step 7 of 7, vault.aluasm
●·   16         put     a32[1], MATURITY;
●·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> C
step 1 of 7, vault.aluasm
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●·   16         put     a32[1], MATURITY;
●▶   17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
     19         ret;
next    put     a8[0], 1
    age a32[0]          7
 w> a32[1]              6 ← ∅
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 2
in withdraw

> G
step 7 of 7, vault.aluasm
●·   16         put     a32[1], MATURITY;
●·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> C
step 1 of 7, vault.aluasm
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●·   16         put     a32[1], MATURITY;
●▶   17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
     19         ret;
next    put     a8[0], 1
    age a32[0]          7
 w> a32[1]              6 ← ∅
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 2
in withdraw

> u
st0 became false at vault.aluasm:18:9, `require sub.uc balance, amount => Overspent`: 500 - 501 does not fit an unsigned a64
    balance a64[0] = 500
    amount a64[1]  = 501
step 6 of 7, vault.aluasm
●·   16         put     a32[1], MATURITY;
●·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅ ← 501
st0 false ← true  cy0 0  ca0 10
in withdraw

> w rest
no instruction before wrote a64[1]: it is an input
step 6 of 7, vault.aluasm
●·   16         put     a32[1], MATURITY;
●·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅ ← 501
st0 false ← true  cy0 0  ca0 10
in withdraw

> w
no instruction before wrote a64[1]: it is an input
step 6 of 7, vault.aluasm
●·   16         put     a32[1], MATURITY;
●·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅ ← 501
st0 false ← true  cy0 0  ca0 10
in withdraw

> w a32[1]
step 3 of 7, vault.aluasm
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●·   16         put     a32[1], MATURITY;
●▶   17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
     19         ret;
next    test
    a8[0]               1
r   age a32[0]          7
rw> a32[1]              1 ← 6
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 5
in withdraw

> w age
no instruction before wrote a32[0]: it is an input
step 3 of 7, vault.aluasm
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
●·   16         put     a32[1], MATURITY;
●▶   17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
     19         ret;
next    test
    a8[0]               1
r   age a32[0]          7
rw> a32[1]              1 ← 6
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 5
in withdraw

"#]]);
}

#[test]
fn it_runs_again_with_other_inputs() {
    let script = "G\nset amount=1\nG\nu\nset a64[1]=none\nset st0=false\nG\nu\nset st0=true\n\
                  limit 9\nG\nu\nlimit none\n";
    vault("debug_set", script)
        .alu("debug vault.aluasm balance=500 amount=501 age=7 -x script")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
vault.aluasm balance=500 amount=501 age=7
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0
in withdraw

> G
step 7 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> set amount=1
run again
step 7, vault.aluasm
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ·   18         require sub.uc balance, amount => Overspent;
 ▶   19         ret;
     20 }
next    ret
  > a8[0]               2
    age a32[0]          7
    a32[1]              1
    balance a64[0]      500
    amount/rest a64[1]  499
st0 true  cy0 0  ca0 12
in withdraw

> G
step 8 of 8, vault.aluasm
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ·   18         require sub.uc balance, amount => Overspent;
 ▶   19         ret;
     20 }
success, the program finished
  > a8[0]               2
    age a32[0]          7
    a32[1]              1
    balance a64[0]      500
    amount/rest a64[1]  499
st0 true  cy0 0  ca0 14
in withdraw

> u
st0 is true, and stays so to the end
step 8 of 8, vault.aluasm
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ·   18         require sub.uc balance, amount => Overspent;
 ▶   19         ret;
     20 }
success, the program finished
  > a8[0]               2
    age a32[0]          7
    a32[1]              1
    balance a64[0]      500
    amount/rest a64[1]  499
st0 true  cy0 0  ca0 14
in withdraw

> set a64[1]=none
run again
step 7 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> set st0=false
run again
step 7 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> G
step 7 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, `test` found st0 false
  > a8[0]           2
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false  cy0 0  ca0 12
in withdraw

> u
st0 became false at vault.aluasm:18:9, `require sub.uc balance, amount => Overspent`: amount is undefined
    balance a64[0] = 500
    amount a64[1]  = undefined
  nothing has set amount before
step 6 of 7, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅
st0 false ← true  cy0 0  ca0 10
in withdraw

> set st0=true
run again
step 6, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅
st0 false ← true  cy0 0  ca0 10
in withdraw

> limit 9
run again
step 5 of 5, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, the complexity reached its limit
 w> a8[0]           2 ← 1
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false ← true  cy0 0  ca0 9 of 9
in withdraw

> G
step 5 of 5, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, the complexity reached its limit
 w> a8[0]           2 ← 1
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false ← true  cy0 0  ca0 9 of 9
in withdraw

> u
st0 became false because the complexity reached its limit
step 5 of 5, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
failure, the complexity reached its limit
 w> a8[0]           2 ← 1
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 false ← true  cy0 0  ca0 9 of 9
in withdraw

> limit none
run again
step 5, vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    sub.uc  a64[0], a64[1]
 w> a8[0]           2 ← 1
    age a32[0]      7
    a32[1]          1
    balance a64[0]  500
st0 true  cy0 0  ca0 9
in withdraw

"#]]);
}

#[test]
fn until_something_holds() {
    let world = World::new("debug_until");
    let text = ".isae \"ALU\"; put a8[0], 3; put s16[0], b\"ab\\xff\"; next: dec a8[0]; ifz a8[0]; \
                inv st0; jif next; put a8[0], 1; put f64[0], -2.5; neg f64[0]; ret;";
    world.write("listing.aluasm", text);
    let script = "until a8[0]=2\nuntil a8[0]<2\nuntil cy0>=1\nuntil f64[0]<-2\nx t\nuntil f64[0]>0\n\
                  x h\ntab\nuntil a8[0]=none\n";
    world.write("script", script);
    world.alu("debug listing.aluasm -x script").assert().code(0).stderr_eq(str![""]).stdout_eq(
        str![[r#"
listing.aluasm
step 0, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 ▶ 0000     put     a8[0], 3
   0004     put     s16[0], b"ab/xff"
   000A     dec     a8[0]
next    put     a8[0], 3
st0 true  cy0 0  ca0 0
in 0x0000

> until a8[0]=2
step 3, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0004     put     s16[0], b"ab/xff"
 · 000A     dec     a8[0]
 ▶ 000D     ifz     a8[0]
   000F     inv     st0
   0010     jif     0x000A
next    ifz     a8[0]
rw> a8[0]   2 ← 3
    s16[0]  "ab/xff"
st0 true  cy0 0  ca0 8
in 0x000D

> until a8[0]<2
step 7, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0004     put     s16[0], b"ab/xff"
 · 000A     dec     a8[0]
 ▶ 000D     ifz     a8[0]
 · 000F     inv     st0
 · 0010     jif     0x000A
next    ifz     a8[0]
rw> a8[0]   1 ← 2
    s16[0]  "ab/xff"
st0 true  cy0 1  ca0 13
in 0x000D

> until cy0>=1
step 8, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 000A     dec     a8[0]
 · 000D     ifz     a8[0]
 ▶ 000F     inv     st0
 · 0010     jif     0x000A
   0013     put     a8[0], 1
next    inv     st0
r > a8[0]   1
    s16[0]  "ab/xff"
st0 false ← true  cy0 1  ca0 14
in 0x000F

> until f64[0]<-2
step 16, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0013     put     a8[0], 1
 · 0017     put     f64[0], -2.5
 ▶ 001B     neg     f64[0]
   001D     ret
next    neg     f64[0]
    a8[0]   1
 w> f64[0]  -2.5 ← ∅
    s16[0]  "ab/xff"
st0 false  cy0 2  ca0 26
in 0x001B

> x t
values in text
step 16, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0013     put     a8[0], 1
 · 0017     put     f64[0], -2.5
 ▶ 001B     neg     f64[0]
   001D     ret
next    neg     f64[0]
    a8[0]   "/x01"
 w> f64[0]  "/x00/x00/x00/x00/x00/x00/x04/xc0" ← ∅
    s16[0]  "ab/xff"
st0 false  cy0 2  ca0 26
in 0x001B

> until f64[0]>0
step 17, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0017     put     f64[0], -2.5
 · 001B     neg     f64[0]
 ▶ 001D     ret
next    ret
    a8[0]   "/x01"
rw> f64[0]  "/x00/x00/x00/x00/x00/x00/x04@" ← "/x00/x00/x00/x00/x00/x00/x04/xc0"
    s16[0]  "ab/xff"
st0 true ← false  cy0 2  ca0 27
in 0x001D

> x h
values in hexadecimal
step 17, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0017     put     f64[0], -2.5
 · 001B     neg     f64[0]
 ▶ 001D     ret
next    ret
    a8[0]   0x1
rw> f64[0]  0x4004000000000000 ← 0xC004000000000000
    s16[0]  hex:6162ff
st0 true ← false  cy0 2  ca0 27
in 0x001D

> tab
nothing is known of the source
step 17, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0017     put     f64[0], -2.5
 · 001B     neg     f64[0]
 ▶ 001D     ret
next    ret
    a8[0]   0x1
rw> f64[0]  0x4004000000000000 ← 0xC004000000000000
    s16[0]  hex:6162ff
st0 true ← false  cy0 2  ca0 27
in 0x001D

> until a8[0]=none
this is the end
step 18 of 18, listing alu1zykqqt7hk4895l4wxyjm2mqpn795spv09u2jerzqsmfnq3jag2us5jetqu
 · 0017     put     f64[0], -2.5
 · 001B     neg     f64[0]
 ▶ 001D     ret
success, the program finished
  > a8[0]   0x1
    f64[0]  0x4004000000000000
    s16[0]  hex:6162ff
st0 true  cy0 2  ca0 29
in 0x001D

"#]],
    );
}

#[test]
fn calls_of_other_libraries() {
    let script = "s\ns\no\na\na\na\nb math::double\n2c\ntab\no\n";
    let files = [("user.aluasm", USER), ("math.aluasm", MATH), ("script", script)];
    let world = World::with("debug_calls", &files);
    world
        .alu("debug user.aluasm value=3 -x script")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
user.aluasm value=3
step 0, user.aluasm
      3 /// Four times as much.
      4 pub fn quadruple(value: a64[0]) -> (value: a64[0]) {
 ▶    5         call math::double;
      6         call math::double;
      7         ret;
next    call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"
  > value a64[0]  3
st0 true  cy0 0  ca0 0
in quadruple

> s
step 1, math.aluasm
      1 /// Twice as much.
 ▶    2 pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
next    add.uw  a64[0], a64[0]
  > value a64[0]  3
st0 true  cy0 1  ca0 2
in quadruple:5 > math::double

> s
step 4, math.aluasm
      1 /// Twice as much.
 ▶    2 pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
next    add.uw  a64[0], a64[0]
  > value a64[0]  6
st0 true  cy0 2  ca0 7
in quadruple:6 > math::double

> o
step 6, user.aluasm
 ·    5         call math::double;
 ·    6         call math::double;
 ▶    7         ret;
      8 }
next    ret
  > value a64[0]  12
st0 true  cy0 2  ca0 10
in quadruple

> a
step 4, math.aluasm
      1 /// Twice as much.
 ▶    2 pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
next    add.uw  a64[0], a64[0]
  > value a64[0]  6
st0 true  cy0 2  ca0 7
in quadruple:6 > math::double

> a
step 1, math.aluasm
      1 /// Twice as much.
 ▶    2 pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
next    add.uw  a64[0], a64[0]
  > value a64[0]  3
st0 true  cy0 1  ca0 2
in quadruple:5 > math::double

> a
no routine was entered before; this is the beginning
step 0, user.aluasm
      3 /// Four times as much.
      4 pub fn quadruple(value: a64[0]) -> (value: a64[0]) {
 ▶    5         call math::double;
      6         call math::double;
      7         ret;
next    call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"
  > value a64[0]  3
st0 true  cy0 0  ca0 0
in quadruple

> b math::double
breakpoint at math.aluasm:2
step 0, user.aluasm
      3 /// Four times as much.
      4 pub fn quadruple(value: a64[0]) -> (value: a64[0]) {
 ▶    5         call math::double;
      6         call math::double;
      7         ret;
next    call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"
  > value a64[0]  3
st0 true  cy0 0  ca0 0
in quadruple

> 2c
step 4, math.aluasm
      1 /// Twice as much.
●▶    2 pub fn double(value: a64[0]) -> (value: a64[0]) { add.uw value, value; ret; }
next    add.uw  a64[0], a64[0]
  > value a64[0]  6
st0 true  cy0 2  ca0 7
in quadruple:6 > math::double

> tab
step 4, math alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d
        double:
●▶ 0000     add.uw  a64[0], a64[0]
 · 0003     ret
next    add.uw  a64[0], a64[0]
  > value a64[0]  6
st0 true  cy0 2  ca0 7
in quadruple:6 > math::double

> o
step 6, user alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc
 · 0000     call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"
 · 0004     call    0x0000 @ "alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d"
 ▶ 0008     ret
next    ret
  > value a64[0]  12
st0 true  cy0 2  ca0 10
in quadruple

"#]]);
}

#[test]
fn a_library_without_its_source_shows_what_the_file_beside_it_says() {
    let world = vault("debug_library", "tab\nb withdraw\n");
    world.alu("build vault.aluasm -o build.alu").assert().code(0);
    world.alu("debug build.alu balance=5 amount=1 age=6 -x script").assert().code(0).stdout_eq(
        str![[r#"
build.alu balance=5 amount=1 age=6
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      5
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0
in withdraw

> tab
step 0, vault alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
        withdraw:
 ▶ 0000     put     a32[1], 6
   0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      5
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0
in withdraw

> b withdraw
breakpoint at vault.aluasm:16
step 0, vault alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
        withdraw:
●▶ 0000     put     a32[1], 6
   0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      5
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0
in withdraw

"#]],
    );
    // A source that was changed since is not shown in its place.
    world.write("vault.aluasm", "// Something else.\n".repeat(30));
    world.alu("debug build.alu balance=5 amount=1 age=6 -x -").assert().code(0).stdout_eq(str![[
        r#"
build.alu balance=5 amount=1 age=6
step 0, vault.aluasm
        pub fn withdraw
 ▶   16         put a32[1], MATURITY
     17         require sub.uc age, a32[1] => TooEarly
     18         require sub.uc balance, amount => Overspent
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      5
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0
in withdraw

"#
    ]]);
    std::fs::remove_file(world.directory.join("build.aludbg")).expect("a file");
    world.write("script", "tab\nb 0x0004\n/TEST\n/test\nc\n");
    world.alu("debug build.alu#0 a64[0]=5 -x script").assert().code(0).stdout_eq(str![[r#"
build.alu#0 a64[0]=5
step 0, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
 ▶ 0000     put     a32[1], 6
   0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> tab
nothing is known of the source
step 0, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
 ▶ 0000     put     a32[1], 6
   0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> b 0x0004
breakpoint at 0x0004
step 0, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
 ▶ 0000     put     a32[1], 6
●  0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> /TEST
no line has `TEST`
step 0, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
 ▶ 0000     put     a32[1], 6
●  0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
next    put     a32[1], 6
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> /test
step 0, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
●  0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
  >000B     test
   000C     put     a8[0], 2
   0010     sub.uc  a64[0], a64[1]
next    put     a32[1], 6
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> c
step 1, build alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
 · 0000     put     a32[1], 6
●▶ 0004     put     a8[0], 1
   0008     sub.uc  a32[0], a32[1]
   000B     test
next    put     a8[0], 1
 w> a32[1]  6 ← ∅
    a64[0]  5
st0 true  cy0 0  ca0 2
in 0x0004

"#]]);
}

/// A run with an instruction of a host, 0x90, that sets a register.
fn recorded() -> Case {
    // It, `clr a64[1]`, and `ret`.
    let rest: Lib = "clr a64[1]; ret;".parse().expect("a library");
    let code = [&[0x90, 0x21, 0x64][..], rest.code()].concat();
    let isae: Isae = "ALU COUNTER".parse().expect("extensions");
    let lib = Lib::new(isae, code, Vec::new(), Libs::default()).expect("a library");
    let register = RegisterSize::A64.register(1);
    let effect = Effect {
        length: 3,
        cost: 7,
        changes: vec![
            (register, Some(Value::Number(41u64.to_le_bytes().into()))),
            (Register::Status, Some(Value::Status(false))),
        ],
        ..Effect::default()
    };
    let entry = LibSite::start(lib.id());
    let outcome = Outcome { status: false, stop: Stop::Finished, site: entry };
    Case {
        entry,
        profile: aluvm_core::profile::Profile::SPEC,
        inputs: vec![(RegisterSize::A64.register(0), Value::Number(5u64.to_le_bytes().into()))],
        limit: None,
        effects: Some([effect].into_iter().collect()),
        outcome,
        sources: vec![Source { lib, description: Cow::Borrowed(&[]) }],
    }
}

#[test]
fn a_recorded_run_goes_on_without_its_host() {
    let world = World::with("debug_case", &[("script", "j\nG\nu\nk\nset a64[0]=6\nj\n")]);
    world.write("count.case", recorded().to_string());
    world
        .alu("debug count.case -x script")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
count.case
step 0, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 ▶ 0000     .byte 0x90
   0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    .byte 0x90
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> j
step 1, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 · 0000     .byte 0x90
 ▶ 0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    clr     a64[1]
    a64[0]  5
 w> a64[1]  41 ← ∅
st0 false ← true  cy0 0  ca0 7
in 0x0003

> G
step 3 of 3, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 · 0000     .byte 0x90
 · 0001     sub.uw  a8[12], a8[8]
 ▶ 0004     .byte 0x0b, 0x07
failure, the program finished
  > a64[0]  5
st0 false  cy0 0  ca0 11
in 0x0005

> u
st0 became false at 0x0000 @ "alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt", `.byte 0x90`: the host's instruction did it
step 1 of 3, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 · 0000     .byte 0x90
 ▶ 0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    clr     a64[1]
    a64[0]  5
 w> a64[1]  41 ← ∅
st0 false ← true  cy0 0  ca0 7
in 0x0003

> k
step 0 of 3, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 ▶ 0000     .byte 0x90
   0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    .byte 0x90
  > a64[0]  5
st0 true  cy0 0  ca0 0
in 0x0000

> set a64[0]=6
run again; instructions of the host still do what was recorded with other inputs
step 0, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 ▶ 0000     .byte 0x90
   0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    .byte 0x90
  > a64[0]  6
st0 true  cy0 0  ca0 0
in 0x0000

> j
step 1, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 · 0000     .byte 0x90
 ▶ 0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    clr     a64[1]
    a64[0]  6
 w> a64[1]  41 ← ∅
st0 false ← true  cy0 0  ca0 7
in 0x0003

"#]]);
    world.alu("debug count.case a64[0]=7 -x -").assert().code(0).stdout_eq(str![[r#"
count.case
step 0, library alu1562sx9l2rh4sk9xpf578ux8tqpjdca2ddlh95zqwnmr77zjn7arqfurfyt
 ▶ 0000     .byte 0x90
   0001     sub.uw  a8[12], a8[8]
   0004     .byte 0x0b, 0x07
next    .byte 0x90
  > a64[0]  7
st0 true  cy0 0  ca0 0
in 0x0000

"#]]);
    let unknown = Case { effects: None, ..recorded() };
    world.write("unknown.case", unknown.to_string());
    world.alu("debug unknown.case -x script").assert().code(3).stderr_eq(str![[r#"
error: it was not recorded what the host's instructions did
--> unknown.case

"#]]);
}

/// What a failing test writes with ALUVM_CASES: the library, what its source says, and where that lies.
#[test]
fn a_recorded_run_of_a_contract_shows_its_source() {
    let mut none = |_: &str| Err("there are no other files".into());
    let library = parse_text::<NoExtension>(VAULT, "vault", "src/vault.aluasm", &mut none);
    let library = library.unwrap_or_else(|errors| panic!("{errors}"));
    let entry = LibSite::start(library.lib.id());
    let input =
        |register: Register, text: &str| (register, Value::parse(register, text).expect("a value"));
    let case = Case {
        profile: aluvm_core::profile::Profile::SPEC,
        entry,
        inputs: vec![
            input(RegisterSize::A32.register(0), "7"),
            input(RegisterSize::A64.register(0), "500"),
            input(RegisterSize::A64.register(1), "501"),
        ],
        limit: Some(500),
        effects: Some(Effects::new()),
        outcome: Outcome { status: false, stop: Stop::Finished, site: entry },
        sources: vec![Source { lib: library.lib, description: library.description.into() }],
    };
    let world = World::with("debug_recorded", &[("src/vault.aluasm", VAULT), ("script", "u\n")]);
    world.write("vault.case", case.to_string());
    let with_source = world.alu("debug vault.case -x script").assert().code(0);
    with_source.stderr_eq(str![""]).stdout_eq(str![[r#"
vault.case
step 0, src/vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  501
st0 true  cy0 0  ca0 0 of 500
in withdraw

> u
st0 became false at src/vault.aluasm:18:9, `require sub.uc balance, amount => Overspent`: 500 - 501 does not fit an unsigned a64
    balance a64[0] = 500
    amount a64[1]  = 501
step 6 of 7, src/vault.aluasm
 ·   16         put     a32[1], MATURITY;
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ▶   18         require sub.uc balance, amount => Overspent;
     19         ret;
     20 }
next    test
    a8[0]               2
    age a32[0]          7
    a32[1]              1
r   balance a64[0]      500
rw> amount/rest a64[1]  ∅ ← 501
st0 false ← true  cy0 0  ca0 10 of 500
in withdraw

"#]]);
    std::fs::remove_file(world.directory.join("src/vault.aluasm")).expect("a file");
    let without = world.alu("debug vault.case amount=1 -x script").assert().code(0);
    without.stderr_eq(str![""]).stdout_eq(str![[r#"
vault.case
step 0, src/vault.aluasm
        pub fn withdraw
 ▶   16         put a32[1], MATURITY
     17         require sub.uc age, a32[1] => TooEarly
     18         require sub.uc balance, amount => Overspent
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0 of 500
in withdraw

> u
st0 is true, and stays so to the end
step 0 of 8, src/vault.aluasm
        pub fn withdraw
 ▶   16         put a32[1], MATURITY
     17         require sub.uc age, a32[1] => TooEarly
     18         require sub.uc balance, amount => Overspent
next    put     a32[1], 6
  > age a32[0]          7
    balance a64[0]      500
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0 of 500
in withdraw

"#]]);
}

#[test]
fn what_is_wrong_with_scripts_and_arguments() {
    for (line, said) in [
        (
            "frob",
            str![[r#"
error: there is no command `frob`; `?` lists them
--> script:2

"#]],
        ),
        (
            "3 g",
            str![[r#"
error: `g` has no count
--> script:2

"#]],
        ),
        (
            "j x",
            str![[r#"
error: `x` is no count
--> script:2

"#]],
        ),
        (
            "2j 3",
            str![[r#"
error: there are two counts
--> script:2

"#]],
        ),
        (
            "set foo=1",
            str![[r#"
error: `foo` names no register here
--> script:2

"#]],
        ),
        (
            "set a64[99]=1",
            str![[r#"
error: a64 registers are a64[0] to a64[31]
--> script:2

"#]],
        ),
        (
            "set balance=-2^64",
            str![[r#"
error: a64[0]: the number does not fit
--> script:2

"#]],
        ),
        (
            "set balance",
            str![[r#"
error: it is written `set NAME=VALUE`
--> script:2

"#]],
        ),
        (
            "until balance",
            str![[r#"
error: it is written `until NAME>VALUE`
--> script:2

"#]],
        ),
        (
            "until balance>x",
            str![[r#"
error: a64[0]: no number stands at byte 0; it is decimal, `0x` and digits, `2^k`, `MAX`, `MIN`, `SMAX`, or a sum of such
--> script:2

"#]],
        ),
        (
            "until ca0>x",
            str![[r#"
error: ca0 is compared with a decimal number
--> script:2

"#]],
        ),
        (
            "limit soon",
            str![[r#"
error: it is written `limit N|none`
--> script:2

"#]],
        ),
        (
            "b 999",
            str![[r#"
error: there is no code from line 999 on
--> script:2

"#]],
        ),
        (
            "b 0xFFFF",
            str![[r#"
error: there is no code at 0xFFFF
--> script:2

"#]],
        ),
        (
            "b nowhere",
            str![[r#"
error: no routine and no label is called `nowhere`
--> script:2

"#]],
        ),
        (
            "n",
            str![[r#"
error: nothing was searched before; `/TEXT` does
--> script:2

"#]],
        ),
        (
            "x z",
            str![[r#"
error: it is written `x [d|h|t]`
--> script:2

"#]],
        ),
        (
            "w nobody",
            str![[r#"
error: `nobody` names no register here
--> script:2

"#]],
        ),
    ] {
        vault("debug_wrong", &format!("j\n{line}\n"))
            .alu("debug vault.aluasm balance=1 amount=1 age=6 -x script")
            .assert()
            .code(3)
            .stderr_eq(said);
    }
    let world = vault("debug_usage", "");
    let no_terminal = "debug vault.aluasm balance=1 amount=1 age=6";
    world.alu(no_terminal).assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: there is no terminal to debug in; `-x SCRIPT` does without one

"#]]);
    world.alu("debug - -x -").assert().code(2).stderr_eq(str![[r#"
alu: only one of them can be standard input

"#]]);
    world.alu("debug vault.aluasm -x script").assert().code(2).stderr_eq(str![[r#"
alu: the input `balance` (a64[0]) is missing

"#]]);
    world.alu("debug vault.aluasm -x nothing").assert().code(5).stderr_eq(str![[r#"
alu: cannot read nothing: No such file or directory (os error 2)

"#]]);
    world.write("rows.case", "a64[0]=1 | withdraw | st0=true\n");
    world.alu("debug rows.case -x script").assert().code(3).stderr_eq(str![[r#"
error: this is no recorded run: line 1: no `@` found, a library site is `offset @ library id`
--> rows.case

"#]]);
    world.write("binary", b"j\n\xff\n");
    world.alu("debug vault.aluasm -x binary").assert().code(3).stderr_eq(str![[r#"
error: this is no text: byte 2, in line 2, is not UTF-8
--> binary

"#]]);
}

#[test]
fn a_new_contract_opens_in_the_debugger() {
    let world = World::with("debug_new", &[("script", "G\n")]);
    world.alu("new vault").assert().code(0);
    let opened = "debug vault/vault.aluasm balance=500 amount=499 age=6 -x script";
    world.alu(opened).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
vault/vault.aluasm balance=500 amount=499 age=6
step 0, vault/vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      500
    amount/rest a64[1]  499
st0 true  cy0 0  ca0 0
in withdraw

> G
step 8 of 8, vault/vault.aluasm
 ·   17         require sub.uc age, a32[1] => TooEarly;
 ·   18         require sub.uc balance, amount => Overspent;
 ▶   19         ret;
     20 }
success, the program finished
  > a8[0]               2
    age a32[0]          6
    a32[1]              0
    balance a64[0]      500
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 14
in withdraw

"#]]);
}

#[test]
fn the_help_lists_every_command() {
    vault("debug_help", "?")
        .alu("debug vault.aluasm balance=1 amount=1 age=6 -x script")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
vault.aluasm balance=1 amount=1 age=6
step 0, vault.aluasm
     14 /// Takes `amount` out of `balance`.
     15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
 ▶   16         put     a32[1], MATURITY;
     17         require sub.uc age, a32[1] => TooEarly;
     18         require sub.uc balance, amount => Overspent;
next    put     a32[1], 6
  > age a32[0]          6
    balance a64[0]      1
    amount/rest a64[1]  1
st0 true  cy0 0  ca0 0
in withdraw

> ?
keys, and commands behind `:`
j, k              a step forward, back; 12j is twelve
J, K              on to where a statement begins, back to where one did
s, a              on to the next call, back to the call before
o                 out of this routine
g, G              to the beginning, to the end; 12G is behind step 12
c, C              on, back to a breakpoint
b [PLACE]         breakpoint: at the cursor, a line, 0x1A, a name
w [NAME]          who wrote this register
u                 where st0 became false, and why
p [NAME]          the whole value of this register; also enter
x [d|h|t]         values in decimal, in hexadecimal, as text
/TEXT, n, N       a line with a text, the next with it, the one before
tab               source or disassembly
down, up          move the cursor
right, left       select another register
set NAME=VALUE    run again with another input
until NAME>VALUE  on until it holds; also = != < <= >=
limit N|none      run again with another limit of the complexity
?, q              this help, quit

"#]]);
}
