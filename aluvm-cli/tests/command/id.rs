use snapbox::str;

use crate::world::{MATH, USER, World};

#[test]
fn ids_in_all_forms() {
    let world = World::with("id_forms", &[("math.aluasm", MATH), ("user.aluasm", USER)]);
    world
        .alu("id math.aluasm user.aluasm")
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d
alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc

"#]])
        .stderr_eq(str![""]);
    world.alu("id --form baid64 math.aluasm").assert().code(0).stdout_eq(str![[r#"
alu:bVVDo276-~sj41yd-Thj_WnP-5Ynuv3M-JxMmGAp-hWoK0fg#regular-optimal-halt

"#]]);
    world.alu("id --form hex math.aluasm").assert().code(0).stdout_eq(str![[r#"
6d5543a36efafec8f8d72753863f969cfe589eebf7309c4c986029856a0ad1f8

"#]]);
    world.alu("build math.aluasm").assert().code(0);
    let bytes = world.read("math.alu");
    let id = world.alu("id math.aluasm").output().expect("runs").stdout;
    assert_eq!(world.alu("id math.alu").output().expect("runs").stdout, id);
    assert_eq!(world.alu("id -").stdin(bytes).output().expect("runs").stdout, id);
    assert_eq!(world.alu("id -").stdin(MATH).output().expect("runs").stdout, id);
}

#[test]
fn nothing_is_printed_if_something_is_wrong() {
    let world = World::with("id_wrong", &[("math.aluasm", MATH)]);
    world.alu("id math.aluasm -").stdin("pub fn").assert().code(3).stdout_eq(str![""]).stderr_eq(
        str![[r#"
error: expected the name of a routine, found the end
 --> <stdin>:1:5
  |
1 | pub fn
  |     ^^

"#]],
    );
}
