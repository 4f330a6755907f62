//! Screens as a terminal shows them, without one.

use aluvm_core::isa::NoExtension;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use snapbox::{assert_data_eq, str};

use super::super::Debugger;
use super::super::screen::{Theme, Typed, draw};
use super::programs::Random;
use super::{VAULT, tell, try_to_tell, with, with_contract};

/// The screen of a debugger.
pub(super) fn screen(debugger: &Debugger<'_, '_, NoExtension>, width: u16, height: u16) -> Buffer {
    shown(debugger, width, height, "", true)
}

fn shown(
    debugger: &Debugger<'_, '_, NoExtension>,
    width: u16,
    height: u16,
    typed: &str,
    is_colored: bool,
) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    let is_line = typed.starts_with([':', '/']);
    let typed = Typed { text: typed.into(), is_line, scrolled: 0 };
    let scene = debugger.scene();
    let theme = Theme { is_colored };
    terminal.draw(|frame| draw(frame, &scene, &typed, theme)).expect("draws");
    terminal.backend().buffer().clone()
}

/// Its characters.
fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let rows = buffer.content.chunks(width).map(|row| {
        let line: String = row.iter().map(|cell| cell.symbol()).collect();
        format!("{}\n", line.trim_end())
    });
    rows.collect()
}

const INPUTS: [&str; 3] = ["a64[0]=500", "a64[1]=501", "a32[0]=7"];

#[test]
fn a_step_and_what_it_did() {
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        tell(debugger, "b 18");
        tell(debugger, "6j");
        assert_data_eq!(
            text(&screen(debugger, 80, 24)),
            str![[r#"
 vault.aluasm                                                            step 6
 vault.aluasm                                  │               a8[0]  2
    2                                          │   age         a32[0] 7
    3 /// How many blocks it has to rest.      │               a32[1] 1
    4 pub const MATURITY: a32 = 6;             │r  balance     a64[0] 500
    5                                          │rw amount/rest a64[1] ∅ ← 501
    6 /// Why a withdrawal is refused.         │
    7 pub enum Refusal in a8[0] {              │
    8   /// The vault has not rested for long …│
    9   TooEarly = 1,                          │
   10   /// The vault holds less.              │
   11   Overspent = 2,                         │
   12 }                                        │
   13                                          │
   14 /// Takes `amount` out of `balance`.     │
   15 pub fn withdraw(balance: a64[0], amount:…│
 · 16     put     a32[1], MATURITY;            │
 · 17     require sub.uc age, a32[1] => TooEar…│
●▶ 18     require sub.uc balance, amount => Ov…│
   19     ret;                                 │
   20 }                                        │
 test                                           st0 false ← true  cy0 0  ca0 10
 withdraw
 j k step  s a call  o out  b c breakpoint  w who  u why  : command  ? help

"#]]
        );
        assert_data_eq!(
            text(&screen(debugger, 120, 14)),
            str![[r#"
 vault.aluasm                                                                                                    step 6
 vault.aluasm                                                          │               a8[0]  2
   12 }                                                                │   age         a32[0] 7
   13                                                                  │               a32[1] 1
   14 /// Takes `amount` out of `balance`.                             │r  balance     a64[0] 500
   15 pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) ->…│rw amount/rest a64[1] ∅ ← 501
 · 16         put     a32[1], MATURITY;                                │
 · 17         require sub.uc age, a32[1] => TooEarly;                  │
●▶ 18         require sub.uc balance, amount => Overspent;             │
   19         ret;                                                     │
   20 }                                                                │
 test                                                                                   st0 false ← true  cy0 0  ca0 10
 withdraw
 j k step  s a call  o out  b c breakpoint  w who  u why  : command  ? help

"#]]
        );
    });
}

#[test]
fn narrow_screens_have_the_registers_below() {
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        tell(debugger, "3j");
        assert_data_eq!(
            text(&screen(debugger, 40, 16)),
            str![[r#"
 vault.aluasm                    step 3
 vault.aluasm
   15 pub fn withdraw(balance: a64[0], …
 · 16     put     a32[1], MATURITY;
 ▶ 17     require sub.uc age, a32[1] =>…
   18     require sub.uc balance, amoun…
   19     ret;
   20 }
               a8[0]  1
r  age         a32[0] 7
rw             a32[1] 1 ← 6
   balance     a64[0] 500
   amount/rest a64[1] 501
 test            st0 true  cy0 0  ca0 5
 withdraw
 j k step  s a call  o out  b c breakpo…

"#]]
        );
        assert_data_eq!(
            text(&screen(debugger, 30, 5)),
            str![[r#"
 vault.aluasm          step 3
 ▶ 17     require sub.uc age,…
 test  st0 true  cy0 0  ca0 5
 withdraw
 j k step  s a call  o out  b…

"#]]
        );
    });
}

#[test]
fn what_is_typed_and_what_is_said() {
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        tell(debugger, "u");
        assert_data_eq!(
            text(&screen(debugger, 60, 16)),
            str![[r#"
 vault.aluasm                                   step 6 of 7
 vault.aluasm                      │             a8[0]  2
   14 /// Takes `amount` out of `b…│   age       a32[0] 7
   15 pub fn withdraw(balance: a64…│             a32[1] 1
 · 16     put     a32[1], MATURITY;│r  balance   a64[0] 500
 · 17     require sub.uc age, a32[…│rw amount/r… a64[1] ∅ ←
 ▶ 18     require sub.uc balance, …│
   19     ret;                     │
   20 }                            │
 test                       st0 false ← true  cy0 0  ca0 10
 withdraw
 st0 became false at vault.aluasm:18:9, `require sub.uc
 balance, amount => Overspent`: 500 - 501 does not fit an
 unsigned a64
     balance a64[0] = 500
     amount a64[1]  = 501

"#]]
        );
        let last = |buffer: &Buffer| text(buffer).lines().last().map(str::to_owned);
        let typed = shown(debugger, 60, 16, ":set age=", true);
        assert_eq!(last(&typed).as_deref(), Some(":set age="));
        let long = shown(debugger, 20, 16, ":until a64[0]>123456789", true);
        assert_eq!(last(&long).as_deref(), Some("il a64[0]>123456789"));
        let error = try_to_tell(debugger, "set nobody=5").expect_err("there is no such name");
        debugger.complain(error);
        let said = last(&screen(debugger, 60, 16));
        assert_eq!(said.as_deref(), Some(" `nobody` names no register here"));
        let counted = shown(debugger, 60, 16, "12", true);
        assert!(last(&counted).is_some_and(|line| line.ends_with("12")));
        tell(debugger, "?");
        assert_data_eq!(
            text(&screen(debugger, 80, 24)),
            str![[r#"
 vault.aluasm                                                       step 6 of 7
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
 test                                           st0 false ← true  cy0 0  ca0 10
 withdraw
 j k step  s a call  o out  b c breakpoint  w who  u why  : command  ? help

"#]]
        );
    });
}

#[test]
fn a_jump_is_drawn_as_a_way() {
    let text_of = "put a8[0], 2; next: dec a8[0]; ifz a8[0]; inv st0; nop; jif next; ret;";
    with(text_of, &[], |debugger| {
        tell(debugger, "until cy0=1");
        assert_data_eq!(
            text(&screen(debugger, 60, 14)),
            str![[r#"
 test                                                step 6
 library alu1axkd2nzzu2vj2pf9jzkt6…│   a8[0] 1
 · 0000   put     a8[0], 2         │
 ▶ 0004   dec     a8[0]            │
 │ 0007   ifz     a8[0]            │
 │ 0009   inv     st0              │
 │ 000A   nop                      │
 ╰ 000B   jif     0x0004           │
   000E   ret                      │
                                   │
                                   │
 dec     a8[0]                       st0 true  cy0 1  ca0 8
 0x0004
 j k step  s a call  o out  b c breakpoint  w who  u why  :…

"#]]
        );
    });
}

/// The style of the first cell behind which a text stands.
fn style_of(buffer: &Buffer, wanted: &str) -> (Color, Modifier) {
    let rows = 0..buffer.area.height;
    let found = rows.flat_map(|y| (0..buffer.area.width).map(move |x| (x, y))).find(|(x, y)| {
        let rest = (*x..buffer.area.width).map(|x| buffer[(x, *y)].symbol());
        rest.collect::<String>().starts_with(wanted)
    });
    let (x, y) = found.unwrap_or_else(|| panic!("{wanted} in\n{}", text(buffer)));
    (buffer[(x, y)].fg, buffer[(x, y)].modifier)
}

#[test]
fn read_written_and_undefined_look_different() {
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        tell(debugger, "6j");
        let colored = screen(debugger, 100, 24);
        assert_eq!(style_of(&colored, "r  balance").0, Color::Cyan);
        assert_eq!(style_of(&colored, "rw amount/rest").0, Color::Yellow);
        assert_eq!(style_of(&colored, "∅").0, Color::Red);
        assert_eq!(style_of(&colored, "age ").0, Color::Reset);
        assert_eq!(style_of(&colored, "st0 false").0, Color::Red);
        let plain = shown(debugger, 100, 24, "", false);
        assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset));
        assert!(style_of(&plain, "rw amount/rest").1.contains(Modifier::BOLD));
        assert!(!style_of(&plain, "r  balance").1.contains(Modifier::BOLD));
        assert_eq!(text(&plain), text(&colored));
    });
}

#[test]
fn huge_values_are_cut_and_shown_whole_when_asked() {
    let huge = "r8192[0]=2^8192-1";
    let string = format!("s16[0]=hex:{}", "ff00".repeat(32_000));
    let inputs = [huge, &string, "f512[0]=1.5", "r1024[1]=2^1000", "a1024[31]=MAX"];
    with("nop; ret;", &inputs, |debugger| {
        for radix in ["d", "h", "t"] {
            tell(debugger, &format!("x {radix}"));
            let lines = text(&screen(debugger, 80, 24));
            assert!(lines.lines().all(|line| line.chars().count() <= 80), "{lines}");
            for register in ["r8192[0]", "s16[0]", "f512[0]", "r1024[1]", "a1024[31]"] {
                assert!(lines.contains(register), "{lines}");
                tell(debugger, &format!("p {register}"));
                let _ = screen(debugger, 80, 24);
                debugger.clear();
            }
        }
        tell(debugger, "x d");
        tell(debugger, "p a1024[31]");
        assert_data_eq!(
            text(&screen(debugger, 80, 14)),
            str![[r#"
 test                                                                    step 0
 a1024[31]
 1797693134862315907729305190789024733617976978942306572734300811577326758055009
 6313270847732240753602112011387987139335765878976881441662249284743063947412437
 7767893424865485276302219601246094119453082952085005768838150682342462881473913
 110540827237163350510684586298239947245938479716304835356329624224137215





 nop                                                     st0 true  cy0 0  ca0 0
 0x0000
 j k step  s a call  o out  b c breakpoint  w who  u why  : command  ? help

"#]]
        );
    });
}

#[test]
fn no_size_is_too_small() {
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        for command in ["j", "u", "?", "p balance", "tab", "G", "x t", "down 5"] {
            tell(debugger, command);
            for (width, height) in
                (0..24).flat_map(|width| (0..12).map(move |height| (width, height)))
            {
                let buffer = screen(debugger, width, height);
                assert_eq!((buffer.area.width, buffer.area.height), (width, height));
                let _ = shown(debugger, width, height, ":abc", true);
                let _ = shown(debugger, width, height, "123", false);
            }
            for width in 24..130 {
                let _ = screen(debugger, width, 7);
            }
        }
    });
}

#[test]
fn any_commands_in_any_order_can_be_drawn() {
    let commands = [
        "j",
        "3j",
        "k",
        "s",
        "a",
        "o",
        "g",
        "G",
        "c",
        "C",
        "b",
        "w",
        "u",
        "p",
        "x",
        "n",
        "N",
        "/a",
        "tab",
        "up 3",
        "down 2",
        "left",
        "right",
        "set a64[0]=5",
        "set a64[1]=none",
        "limit 9",
        "limit none",
        "until a8[0]>1",
        "?",
        "b 18",
        "b withdraw",
        "w a8[0]",
        "w st0",
        "5G",
        "set st0=false",
        "until st0=false",
        "p st0",
    ];
    let mut random = Random(7);
    with_contract("vault.aluasm", VAULT, &INPUTS, |debugger| {
        for _ in 0..800 {
            let command = commands[random.below(commands.len())];
            if let Err(trouble) = try_to_tell(debugger, command) {
                debugger.complain(trouble);
            }
            let (width, height) = (random.below(140) as u16, random.below(50) as u16);
            let buffer = screen(debugger, width, height);
            let is_roomy = width > 60 && height > 10 && debugger.sheet.is_none();
            assert!(!is_roomy || text(&buffer).contains("step "), "{command}");
        }
    });
}
