use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

const CASES: &str = "\
# What is paid out.
balance=500 amount=499 age=6 | withdraw | rest=1
a64[0]=0x1F4 a64[1]=500 age=MAX | withdraw | rest=0 a64[0]=500 ca0=14 stop=finished

# What is refused.
balance=500 amount=501 age=6 | withdraw | refused=Overspent
balance=500 amount=501 age=5 | withdraw | refused=TooEarly a8[0]=1 at=11 cy0=0
cl0=4 balance=1 amount=1 age=6 | withdraw | stop=complexity st0=false

# A table.
balance amount age | withdraw | rest refused
500     499    6   |          | 1    -
500     501    6   |          | -    Overspent
";

#[test]
fn cases_that_hold() {
    let world = World::with("test_right", &[("vault.aluasm", VAULT), ("vault.case", CASES)]);
    world.write("vault.more.case", "balance=1 amount=1 age=6 | withdraw | rest=0\r\n");
    world.write("vaults.case", "this is of another source");
    world
        .alu("test vault.aluasm")
        .assert()
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
8 passed

"#]])
        .code(0);
    world.alu("build vault.aluasm").assert().code(0);
    world.alu("test vault.alu").assert().code(0).stdout_eq(str![[r#"
8 passed

"#]]);
}

#[test]
fn differences_by_register() {
    let world = World::with("test_wrong", &[("vault.aluasm", VAULT)]);
    let cases = "balance=500 amount=499 age=6 | withdraw | rest=2 a64[0]=499\n\
                 balance=500 amount=501 age=6 | withdraw | rest=2\n\
                 balance=500 amount=501 age=6 | withdraw | refused=TooEarly\n\
                 balance=500 amount=1 age=6 | withdraw | refused=TooEarly\n";
    world.write("vault.case", cases);
    world.alu("test vault.aluasm").assert().code(1).stderr_eq(str![""]).stdout_eq(str![[r#"
vault.case:1: withdraw balance=500 amount=499 age=6
    rest: expected 2, got 1
    a64[0]: expected 499, got 500

vault.case:2: withdraw balance=500 amount=501 age=6
    rest: expected 2, got none
    st0: expected true, got false
    vault::withdraw refused: Overspent (2)
        The vault holds less.
      --> vault.aluasm:18:9, in `withdraw`
        18 | require sub.uc balance, amount => Overspent
      st0 became false here: 500 - 501 does not fit an unsigned a64
        balance a64[0] = 500
        amount a64[1]  = 501
      called with balance = 500, amount = 501, age = 6
      the 7 steps:
        16 | put a32[1], MATURITY                       a32[1] = 6
        17 | put     a8[0], 1                           a8[0] = 1
        17 | sub.uc  age, a32[1]                        a32[1]: 6 -> 0
        17 | test
        18 | put     a8[0], 2                           a8[0]: 1 -> 2
        18 | sub.uc  balance, amount                    amount: 501 -> undefined, st0: true -> false
        18 | test

vault.case:3: withdraw balance=500 amount=501 age=6
    refused: expected TooEarly, got Overspent
    vault::withdraw refused: Overspent (2)
        The vault holds less.
      --> vault.aluasm:18:9, in `withdraw`
        18 | require sub.uc balance, amount => Overspent
      st0 became false here: 500 - 501 does not fit an unsigned a64
        balance a64[0] = 500
        amount a64[1]  = 501
      called with balance = 500, amount = 501, age = 6
      the 7 steps:
        16 | put a32[1], MATURITY                       a32[1] = 6
        17 | put     a8[0], 1                           a8[0] = 1
        17 | sub.uc  age, a32[1]                        a32[1]: 6 -> 0
        17 | test
        18 | put     a8[0], 2                           a8[0]: 1 -> 2
        18 | sub.uc  balance, amount                    amount: 501 -> undefined, st0: true -> false
        18 | test

vault.case:4: withdraw balance=500 amount=1 age=6
    refused: expected TooEarly, got nothing

0 passed, 4 failed

"#]]);
    assert_eq!(world.text("vault.case"), cases);
    world.alu("test --bless vault.aluasm").assert().code(0).stdout_eq(str![[r#"
4 passed

"#]]);
    snapbox::assert_data_eq!(
        world.text("vault.case"),
        str![[r#"
balance=500 amount=499 age=6 | withdraw | rest=1 a64[0]=500
balance=500 amount=501 age=6 | withdraw | refused=Overspent rest=none
balance=500 amount=501 age=6 | withdraw | refused=Overspent
balance=500 amount=1 age=6 | withdraw | rest=499

"#]]
    );
    world.alu("test vault.aluasm").assert().code(0);
}

#[test]
fn new_cases_are_filled_in() {
    let world = World::with("test_new", &[("vault.aluasm", VAULT)]);
    world.write("vault.case", "# new\nbalance=7 amount=3 age=6 | withdraw |\n");
    world.alu("test --bless vault.aluasm").assert().code(0);
    assert_eq!(world.text("vault.case"), "# new\nbalance=7 amount=3 age=6 | withdraw | rest=4\n");
}

#[test]
fn wrong_rows_are_refused_with_their_lines() {
    let world = World::with("test_refused", &[("vault.aluasm", VAULT)]);
    for (row, said) in [
        (
            "balance=1 | withdraw",
            str![[r#"
error: a case is `inputs | routine | outputs`
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount=1 age=6 | deposit |",
            str![[r#"
error: there is no routine `deposit`; there are withdraw
--> vault.case:3

"#]],
        ),
        (
            "balance=1 age=6 | withdraw |",
            str![[r#"
error: the input `amount` (a64[1]) is missing
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount=x age=6 | withdraw |",
            str![[r#"
error: the input `amount=x`: a64[1]: no number stands at byte 0; it is decimal, `0x` and digits, `2^k`, `MAX`, `MIN`, `SMAX`, or a sum of such
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount=1 age=6 | withdraw | rest=-1x",
            str![[r#"
error: `rest=-1x`: a64[1]: no number stands at byte 1; it is decimal, `0x` and digits, `2^k`, `MAX`, `MIN`, `SMAX`, or a sum of such
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount=1 age=6 | withdraw | stop=now",
            str![[r#"
error: `now` is no way to stop; there are finished, jumps, complexity, fail, test, reserved, end, missing, extension, code_ended, library_absent, panic, hang
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount=1 age=6 | withdraw | other=1",
            str![[r#"
error: `other` is no register, and no input or output of the routine; there are balance, amount, age, rest
--> vault.case:3

"#]],
        ),
        (
            "balance=1 amount | withdraw |",
            str![[r#"
error: some words are `name=value`, and others not
--> vault.case:3

"#]],
        ),
        (
            "balance amount age | withdraw | rest\n1 2 | | 3",
            str![[r#"
error: the heading has 3 columns here, the row has 2 values; `-` is a cell for which there is nothing
--> vault.case:4

"#]],
        ),
        (
            "balance amount age | withdraw | rest\n1 2 3 | | 4 5",
            str![[r#"
error: the heading has 1 column here, the row has 2 values
--> vault.case:4

"#]],
        ),
    ] {
        world.write("vault.case", format!("# a heading\n\n{row}\n"));
        world.alu("test vault.aluasm").assert().code(3).stdout_eq(str![""]).stderr_eq(said);
    }
    world.write("vault.case", b"\xff");
    world.alu("test vault.aluasm").assert().code(3).stderr_eq(str![[r#"
error: this is no text: byte 0, in line 1, is not UTF-8
--> vault.case

"#]]);
    world.alu("test missing.aluasm").assert().code(5).stdout_eq(str![""]);
    world.alu("test -").assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#"
alu: cases lie beside a file, not beside standard input

"#]]);
}

#[test]
fn no_cases_are_said() {
    let world = World::with("test_none", &[("vault.aluasm", VAULT)]);
    world
        .alu("test vault.aluasm")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
0 passed

"#]])
        .stderr_eq(str![[r#"
alu: there are no cases beside these files

"#]]);
}

#[test]
fn costs_are_compared() {
    let world = World::with("test_costs", &[("math.aluasm", MATH)]);
    world.write("math.case", "value=1 | double | value=2\nvalue=2 | double | value=4\n");
    world.alu("test --costs costs.txt math.aluasm").assert().code(5).stderr_eq(str![[r#"
alu: cannot read costs.txt: No such file or directory (os error 2)

"#]]);
    world.alu("test --costs costs.txt --bless math.aluasm").assert().code(0);
    snapbox::assert_data_eq!(
        world.text("costs.txt"),
        str![[r#"
3 math.case double value=1
3 math.case double value=2

"#]]
    );
    world.alu("test --costs costs.txt math.aluasm").assert().code(0);
    world.write("math.aluasm", MATH.replace("ret;", "nop; ret;"));
    world.write("math.case", "value=1 | double | value=2\nvalue=3 | double | value=6\n");
    world.alu("test --costs costs.txt math.aluasm").assert().code(1).stdout_eq(str![[r#"
math.case double value=1
    costs 4 in place of 3

math.case double value=3
    costs 4, which is not in the file

math.case double value=2
    is in the file of costs, and no case

2 passed

"#]]);
    world.write("math.case", "value=1 | double | value=2\nvalue=2 | double | value=4\n");
    world.alu("test --costs costs.txt --tolerance 32 math.aluasm").assert().code(1);
    world.alu("test --costs costs.txt --tolerance 34 math.aluasm").assert().code(0);
    world.alu("test --tolerance 5 math.aluasm").assert().code(2).stdout_eq(str![""]);
}

#[test]
fn coverage_is_written_by_line() {
    let world = World::with("test_coverage", &[("vault.aluasm", VAULT), ("vault.case", CASES)]);
    world.alu("test --coverage lcov.info vault.aluasm").assert().code(0);
    snapbox::assert_data_eq!(
        world.text("lcov.info"),
        str![[r#"
TN:
SF:vault.aluasm
FN:16,vault::withdraw
FNDA:7,vault::withdraw
FNF:1
FNH:1
BRDA:17,11,0,5
BRDA:17,11,1,1
BRDA:18,19,0,3
BRDA:18,19,1,2
BRF:4
BRH:4
DA:16,7
DA:17,7
DA:18,5
DA:19,3
LF:4
LH:4
end_of_record

"#]]
    );
}

#[test]
fn cases_call_other_libraries() {
    let world = World::with("test_calls", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world.write("user.case", "value=3 | quadruple | value=12\n");
    world.alu("test user.aluasm").assert().code(0).stdout_eq(str![[r#"
1 passed

"#]]);
    world.alu("build user.aluasm").assert().code(0);
    world.alu("test user.alu").assert().code(4).stdout_eq(str![""]);
    world.alu("build math.aluasm").assert().code(0);
    world.alu("test user.alu -L .").assert().code(0).stdout_eq(str![[r#"
1 passed

"#]]);
}
