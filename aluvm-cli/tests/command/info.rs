use snapbox::str;

use crate::world::{MATH, USER, VAULT, World};

#[test]
fn routines_with_their_costs() {
    let world = World::with("info_routines", &[("vault.aluasm", VAULT), ("math.aluasm", MATH)]);
    world.write("user.aluasm", USER);
    world.alu("info vault.aluasm").assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
vault alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx
extensions  ALU
code        21 bytes, 8 instructions
data        6 bytes
routine     withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1])
            at 0x0000, public, costs 14
            writes a8[0] a32[1] a64[1]

"#]]);
    world.alu("info user.aluasm").assert().code(0).stdout_eq(str![[r#"
user alu16g65mqygt39u9zxzptgjvvnzwjtrq59w4x6dh6fy5eehhrpamkmszppvnc
extensions  ALU
code        9 bytes, 3 instructions
data        0 bytes
calls       alu1d4258gmwltlv37xhyafcv0uknnl938ht7ucfcnycvq5c26s268uqmhs79d
routine     quadruple(value: a64[0]) -> (value: a64[0])
            at 0x0000, public, costs 12
            writes a64[0]

"#]]);
    world.alu("build vault.aluasm").assert().code(0);
    let of_source = world.alu("info vault.aluasm").output().expect("runs").stdout;
    assert_eq!(world.alu("info vault.alu").output().expect("runs").stdout, of_source);
    world.alu("info --json vault.alu").assert().code(0).stdout_eq(str![[r#"
{
  "calls": [],
  "code": 21,
  "data": 6,
  "extensions": [
    "ALU"
  ],
  "findings": [],
  "id": "alu1e2uqp8rawswpxfls972hlkqyc6llsgre8avklsdgv5cv6jwpgfdqpn2cxx",
  "instructions": 8,
  "name": "vault",
  "routines": [
    {
      "cost": {
        "least": 14,
        "most": 14
      },
      "depth": 0,
      "inputs": [
        {
          "name": "balance",
          "register": "a64[0]"
        },
        {
          "name": "amount",
          "register": "a64[1]"
        },
        {
          "name": "age",
          "register": "a32[0]"
        }
      ],
      "name": "withdraw",
      "offset": 0,
      "outputs": [
        {
          "name": "rest",
          "register": "a64[1]"
        }
      ],
      "public": true,
      "writes": [
        "a8[0]",
        "a32[1]",
        "a64[1]"
      ]
    }
  ]
}

"#]]);
}

#[test]
fn bytes_without_names() {
    let world = World::new("info_bytes");
    let text =
        ".isae \"ALU\"; routine 6; clr a8[0]; ret; next: add.uc a8[0], a8[1]; jif next; ret;";
    world.alu("info -").stdin(text).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
stdin alu14el7wda3rx2y23xev7na3mk0r9ymmhc32d7n23wurjhp93js7vmszu0z4q
extensions  ALU
code        13 bytes, 6 instructions
data        0 bytes
routine     without a name
            at 0x0000, public, never succeeds
            writes a8[0] a8[1]
routine     without a name
            at 0x0006, private, never succeeds
            writes a8[1]

"#]]);
    world.alu("info --dot -").stdin(text).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[
        r#"
digraph {
    node [shape=box, fontname=monospace];
    b0 [label="0x0000  routine 0x0006/l", penwidth=2];
    b1 [label="0x0003  clr     a8[0]/l0x0005  ret/l"];
    b2 [label="0x0006  add.uc  a8[0], a8[1]/l0x0009  jif     0x0006/l", penwidth=2];
    b3 [label="0x000c  ret/l"];
    b0 -> b2 [style=dashed];
    b0 -> b1;
    b2 -> b2 [label="st0"];
    b2 -> b3;
}

"#
    ]]);
    world.alu("info --json --dot -").stdin(text).assert().code(2).stdout_eq(str![""]);
    world.alu("info -").stdin(b"\x00".to_vec()).assert().code(3).stdout_eq(str![""]).stderr_eq(
        str![[r#"
error: library file at byte 1, length of the code: 2 bytes needed, 0 left
--> <stdin>

"#]],
    );
}
