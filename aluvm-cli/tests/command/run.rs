use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

#[test]
fn inputs_and_outputs_by_name_and_by_register() {
    let world = World::with("run_names", &[("vault.aluasm", VAULT)]);
    world
        .alu("run vault.aluasm balance=500 amount=499 age=6")
        .assert()
        .code(0)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
rest=1
st0=true stop=finished ca0=14 cy0=0

"#]]);
    world
        .alu("run vault.aluasm#withdraw a64[0]=0x1F4 a64[1]=2^8 age=MAX --get rest --get a64[0]")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
244
500

"#]]);
    world.alu("build vault.aluasm").assert().code(0);
    world.alu("run vault.alu balance=5 amount=1 age=6 --get rest").assert().code(0).stdout_eq(
        str![[r#"
4

"#]],
    );
    world.alu("run vault.aluasm#0 balance=5 amount=1 age=6 --get rest").assert().code(0).stdout_eq(
        str![[r#"
4

"#]],
    );
}

#[test]
fn a_refusal_is_a_no_with_its_story() {
    let world = World::with("run_refusal", &[("vault.aluasm", VAULT)]);
    world
        .alu("run vault.aluasm balance=500 amount=501 age=7")
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
st0=false stop=test ca0=12 cy0=0

"#]])
        .stderr_eq(str![[r#"
vault::withdraw refused: Overspent (2)
    The vault holds less.
  --> vault.aluasm:18:9, in `withdraw`
    18 | require sub.uc balance, amount => Overspent
  st0 became false here: 500 - 501 does not fit an unsigned a64
    balance a64[0] = 500
    amount a64[1]  = 501
  called with balance = 500, amount = 501, age = 7
  the 7 steps:
    16 | put a32[1], MATURITY                       a32[1] = 6
    17 | put     a8[0], 1                           a8[0] = 1
    17 | sub.uc  age, a32[1]                        a32[1]: 6 -> 1
    17 | test
    18 | put     a8[0], 2                           a8[0]: 1 -> 2
    18 | sub.uc  balance, amount                    amount: 501 -> undefined, st0: true -> false
    18 | test

"#]]);
}

#[test]
fn limits_stop_it() {
    let world = World::with("run_limit", &[("vault.aluasm", VAULT)]);
    world.alu("run vault.aluasm balance=500 amount=1 age=7 --limit 8").assert().code(1).stdout_eq(
        str![[r#"
st0=false stop=complexity ca0=9 cy0=0

"#]],
    );
    let endless = "#[allow(endless_loop)] pub fn run() { again: jmp again; }";
    world.alu("run -").stdin(endless).assert().code(1).stdout_eq(str![[r#"
st0=false stop=jumps ca0=131072 cy0=65535

"#]]);
}

#[test]
fn a_library_without_names_says_what_changed() {
    let world = World::new("run_bare");
    let text = ".isae \"ALU\"; put a8[1], 5; add.uc a8[0], a8[1]; clr a8[0]; ret;";
    world.alu("run - a8[0]=7").stdin(text).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[
        r#"
a8[1]=12
a8[0]=none
st0=true stop=finished ca0=7 cy0=0

"#
    ]]);
    world.alu("run - a8[0]=255").stdin(text).assert().code(1).stdout_eq(str![[r#"
a8[0]=none
st0=false stop=finished ca0=7 cy0=0

"#]]);
}

#[test]
fn what_is_wrong_with_the_command_line() {
    let world = World::with("run_usage", &[("vault.aluasm", VAULT)]);
    for (arguments, said) in [
        (
            "balance=500",
            str![[r#"
alu: the input `amount` (a64[1]) is missing

"#]],
        ),
        (
            "balance",
            str![[r#"
alu: `balance` is no input, `balance=500` is one

"#]],
        ),
        (
            "a64[99]=1",
            str![[r#"
alu: a64 registers are a64[0] to a64[31]

"#]],
        ),
        (
            "blance=1",
            str![[r#"
alu: `blance` is no register, and no input or output of the routine; there are balance, amount, age, rest

"#]],
        ),
        (
            "balance=-1x",
            str![[r#"
alu: the input `balance=-1x`: a64[0]: no number stands at byte 1; it is decimal, `0x` and digits, `2^k`, `MAX`, `MIN`, `SMAX`, or a sum of such

"#]],
        ),
        (
            "age=2^40",
            str![[r#"
alu: the input `age=2^40`: a32[0]: the number does not fit

"#]],
        ),
        (
            "balance=1 amount=1 age=6 --get nothing",
            str![[r#"
alu: `nothing` is no register, and no input or output of the routine; there are balance, amount, age, rest

"#]],
        ),
    ] {
        let command = world.alu(&format!("run vault.aluasm {arguments}"));
        command.assert().code(2).stdout_eq(str![""]).stderr_eq(said);
    }
    world.alu("run vault.aluasm#deposit").assert().code(2).stderr_eq(str![[r#"
alu: there is no routine `deposit`; there are withdraw

"#]]);
}

#[test]
fn libraries_are_found_by_what_is_in_them() {
    let world = World::with("run_libraries", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.alu("run user.aluasm value=3 --get value").assert().code(0).stdout_eq(str![[r#"
12

"#]]);
    world.write("lib/nonsense.alu", "no library");
    world.write("lib/other.txt", "no library");
    world.alu("build user.aluasm").assert().code(0);
    world.alu("run user.alu value=3").assert().code(4).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: the program cannot be built: library alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d, which alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc names, is missing

"#]]);
    world
        .alu("run user.alu value=3 -L lib")
        .assert()
        .code(4)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
alu: ignored lib/nonsense.alu: library file at byte 2, ISA extension 0: 111 bytes needed, 8 left
alu: the program cannot be built: library alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d, which alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc names, is missing

"#]]);
    world.alu("build math.aluasm -o lib/called-otherwise.alu").assert().code(0);
    world.alu("run user.alu value=3 -L lib").assert().code(0).stdout_eq(str![[r#"
value=12
st0=true stop=finished ca0=12 cy0=2

"#]]);
    world.alu("run user.alu value=3 -L nowhere").assert().code(5).stdout_eq(str![""]).stderr_eq(
        str![[r#"
alu: cannot read nowhere: No such file or directory (os error 2)

"#]],
    );
}

#[test]
fn an_extension_that_nobody_has() {
    let world = World::new("run_extension");
    world.alu("run -").stdin(".isae \"ALU FOREIGN\"; ret;").assert().code(4).stderr_eq(str![[r#"
alu: the program cannot be built: library alu1gyem5msjtjedaqpma8e7uzvctmkfqvkkpphd4hy8k36cfv7g27uqh5v9tx needs the ISA extension FOREIGN, which is not supported

"#]]);
}

#[test]
fn calls_are_a_tree_with_costs() {
    let world = World::with("run_calls", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.alu("run user.aluasm value=3 --trace").assert().code(0).stdout_eq(str![[r#"
quadruple 12
  math::double 3
  math::double 3
value=12
st0=true stop=finished ca0=12 cy0=2

"#]]);
    let tail = "pub fn first() { routine second; jmp second; } fn second() { nop; ret; }";
    world.alu("run - --trace").stdin(tail).assert().code(0).stdout_eq(str![[r#"
first 7
  second 3
second 3
st0=true stop=finished ca0=10 cy0=2

"#]]);
}

#[test]
fn steps_are_objects() {
    let world = World::new("run_steps");
    let text = "pub fn run(x: a8[0]) -> (x: a8[0]) { routine more; ret; } fn more(x: a8[0]) -> (x: a8[0]) { add.uw x, x; ret; }";
    world.alu("run - x=200 --trace=json").stdin(text).assert().code(0).stdout_eq(str![[r#"
{"ca0":2,"changes":[],"cy0":1,"depth":0,"instruction":"routine 0x0004","library":"alu1hdj8ll2du3ea3adlqy3mk2fd3qa5dg8fl70hypsqfzsex73rpw4sch6h57","offset":0,"step":1}
{"ca0":3,"changes":[{"after":"144","before":"200","register":"a8[0]"}],"cy0":1,"depth":1,"instruction":"add.uw  a8[0], a8[0]","library":"alu1hdj8ll2du3ea3adlqy3mk2fd3qa5dg8fl70hypsqfzsex73rpw4sch6h57","offset":4,"step":2}
{"ca0":5,"changes":[],"cy0":1,"depth":1,"instruction":"ret","library":"alu1hdj8ll2du3ea3adlqy3mk2fd3qa5dg8fl70hypsqfzsex73rpw4sch6h57","offset":7,"step":3}
{"ca0":7,"changes":[],"cy0":1,"depth":0,"instruction":"ret","library":"alu1hdj8ll2du3ea3adlqy3mk2fd3qa5dg8fl70hypsqfzsex73rpw4sch6h57","offset":3,"step":4}
{"outcome":{"ca0":7,"cy0":1,"library":"alu1hdj8ll2du3ea3adlqy3mk2fd3qa5dg8fl70hypsqfzsex73rpw4sch6h57","offset":3,"st0":true,"stop":"finished"}}

"#]]);
}
