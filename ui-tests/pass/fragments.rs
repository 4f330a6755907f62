//! What comes through a user's macro in each kind of fragment that can carry it: operands of `aluasm!`, and the
//! parts of a row of `isa_extension!`.

#![deny(warnings)]

use aluvm::isa::{Idx16, Idx32};
use aluvm::{Extension, Instr, LibId, Registers, aluasm, isa_extension};

const LIMIT: u16 = 1000;
const HALF: f64 = 0.5;
const TEXT: &str = "text";
const TABLE: [u8; 2] = [4, 5];
const LIBRARY: LibId = LibId::from_bytes([7; 32]);

mod limits {
    pub const LEAST: i64 = -3;
}

trait Bounded {
    const LEAST: u8;
}

impl Bounded for u8 {
    const LEAST: u8 = 1;
}

impl<T> Bounded for [T; 2] {
    const LEAST: u8 = 2;
}

/// The instructions of the two sides are the same.
macro_rules! same {
    ($left:expr, {$($right:tt)*}) => {
        assert_eq!($left.as_slice(), aluasm! { $($right)* }.as_slice());
    };
}

macro_rules! put_literal { ($size:ident, $value:literal) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_expr { ($size:ident, $value:expr) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_tt { ($size:tt, $value:tt) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_ident { ($size:ident, $value:ident) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_path { ($size:ident, $value:path) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_block { ($size:ident, $value:block) => { aluasm! { put $size[0], $value; } }; }
macro_rules! put_type { ($type:ty) => { aluasm! { put a8[0], $type::LEAST; put a8[0], { <$type>::LEAST }; } }; }
macro_rules! put_of { ($type:ident) => { aluasm! { put a8[0], $type::LEAST; } }; }
macro_rules! put_below { ($path:path) => { { use $path as below; aluasm! { put a64[0], below::LEAST; } } }; }
macro_rules! put_twice { ($value:expr) => { aluasm! { put a8[0], { $value * 2 }; put a8[0], { -$value as i8 }; } }; }
macro_rules! outer_expr { ($value:expr) => { put_expr!(a16, $value) }; }
macro_rules! outer_literal { ($value:literal) => { put_expr!(a16, $value) }; }
macro_rules! outer_triple { ($value:expr) => { put_expr!(a16, $value * 3) }; }
macro_rules! outer_brackets { ($value:expr) => { put_expr!(a16, ($value * 3)) }; }
macro_rules! outer_minus { ($value:expr) => { put_expr!(a16, -$value) }; }
macro_rules! registers { ($a:expr, $b:expr, $index:literal, $i:expr) => { aluasm! { mov $a, $b; mov a8[$index], a8[$i]; } }; }
macro_rules! jump { ($label:ident, $target:expr, $offset:literal) => { aluasm! { $label: jmp $label; jmp $target; jmp $offset; } }; }
macro_rules! call { ($offset:expr, $lib:expr) => { aluasm! { call $offset @ $lib; } }; }
macro_rules! call_path { ($offset:literal, $lib:path) => { aluasm! { call $offset @ $lib; } }; }
macro_rules! statement { ($mnemonic:ident $(.$flags:ident)? $($operand:expr),*) => { aluasm! { $mnemonic $(.$flags)? $($operand),*; } }; }
macro_rules! switches { ($first:expr, $second:tt) => { aluasm! { del.n s16[0], s16[1], a8[0], a8[1], $first, $second; } }; }
macro_rules! own { () => { aluasm! { put a16[0], $crate::LIMIT; put a16[0], { $crate::LIMIT }; } }; }
macro_rules! both { ($a:expr, $b:expr) => { aluasm! { put a8[0], { $a * 3 }; put a8[0], { $b }; } }; }

fn literals() {
    same!(put_literal!(a8, 5), { put a8[0], 5; });
    same!(put_literal!(a8, -5), { put a8[0], -5; });
    same!(put_literal!(a8, 0x1F), { put a8[0], 31; });
    same!(put_literal!(a8, b'x'), { put a8[0], 120; });
    same!(put_literal!(s16, "text"), { put s16[0], "text"; });
    same!(put_literal!(s16, b"text"), { put s16[0], "text"; });
    same!(put_literal!(f64, -1.5), { put f64[0], -1.5; });
    same!(put_tt!(a8, 5), { put a8[0], 5; });
    same!(put_tt!(a16, LIMIT), { put a16[0], 1000; });
    same!(put_tt!(a16, { LIMIT + 1 }), { put a16[0], 1001; });
    same!(put_tt!(s16, "text"), { put s16[0], "text"; });
    same!(put_tt!(f64, inf), { put f64[0], inf; });
}

fn expressions() {
    same!(put_expr!(a8, 5), { put a8[0], 5; });
    same!(put_expr!(a8, -5), { put a8[0], -5; });
    same!(put_expr!(a8, 2 + 3), { put a8[0], 5; });
    same!(put_expr!(a8, (2 + 3) * 2), { put a8[0], 10; });
    same!(put_expr!(a8, (2 + 3)), { put a8[0], 5; });
    same!(put_expr!(a8, { 2 + 3 }), { put a8[0], 5; });
    same!(put_expr!(a8, if LIMIT > 5 { 1 } else { 2 }), { put a8[0], 1; });
    same!(put_expr!(a8, match LIMIT { 5 => 1, _ => 2 }), { put a8[0], 2; });
    same!(put_expr!(a8, const { 3 }), { put a8[0], 3; });
    same!(put_expr!(a8, TABLE[1]), { put a8[0], 5; });
    same!(put_expr!(a8, TEXT.len()), { put a8[0], 4; });
    same!(put_expr!(a8, u8::MAX), { put a8[0], 255; });
    same!(put_expr!(a8, limits::LEAST), { put a8[0], -3; });
    same!(put_expr!(a8, <u8 as Bounded>::LEAST), { put a8[0], 1; });
    same!(put_expr!(a8, LIMIT as u8), { put a8[0], 232; });
    same!(put_expr!(a8, !0), { put a8[0], -1; });
    same!(put_expr!(a8, -(limits::LEAST)), { put a8[0], 3; });
    same!(put_expr!(a64, -limits::LEAST), { put a64[0], 3; });
    same!(put_expr!(a16, LIMIT), { put a16[0], 1000; });
    same!(put_expr!(a16, [1, 2]), { put a16[0], 513; });
    same!(put_expr!(a16, &[1, 2]), { put a16[0], 513; });
    same!(put_expr!(a16, TABLE), { put a16[0], 0x504; });
    same!(put_expr!(a128, 340282366920938463463374607431768211455 - 1), { put a128[0], -2; });
    same!(put_expr!(s16, TEXT), { put s16[0], "text"; });
    same!(put_expr!(s16, concat!("a", "b")), { put s16[0], "ab"; });
    same!(put_expr!(s16, &TABLE), { put s16[0], b"\x04\x05"; });
    same!(put_expr!(f64, HALF), { put f64[0], 0.5; });
    same!(put_expr!(f64, -HALF), { put f64[0], -0.5; });
    same!(put_expr!(f64, 0.5 + 0.5), { put f64[0], 1; });
    same!(put_expr!(f64, -0.5), { put f64[0], -0.5; });
    same!(outer_expr!(5), { put a16[0], 5; });
    same!(outer_expr!(-5), { put a16[0], -5; });
    same!(outer_expr!(2 * 3), { put a16[0], 6; });
    same!(outer_expr!(LIMIT), { put a16[0], 1000; });
    same!(outer_literal!(-5), { put a16[0], -5; });
    same!(outer_triple!(1 + 2), { put a16[0], 9; });
    same!(outer_brackets!(1 + 2), { put a16[0], 9; });
    same!(outer_minus!(1 + 2), { put a16[0], -3; });
    same!(outer_minus!(5), { put a16[0], -5; });
    same!(put_expr!(a16, ((1 + 2))), { put a16[0], 3; });
    same!(put_twice!(1 + 2), { put a8[0], 6; put a8[0], -3; });
    same!(both!(1 + 2, 1 + 2 * 3), { put a8[0], 9; put a8[0], 7; });
}

fn names() {
    same!(put_ident!(a16, LIMIT), { put a16[0], 1000; });
    same!(put_path!(a16, LIMIT), { put a16[0], 1000; });
    same!(put_path!(a64, limits::LEAST), { put a64[0], -3; });
    same!(put_path!(a64, self::limits::LEAST), { put a64[0], -3; });
    same!(put_block!(a8, { 1 + 1 }), { put a8[0], 2; });
    same!(put_type!(u8), { put a8[0], 1; put a8[0], 1; });
    same!(put_type!([u16; 2]), { put a8[0], 2; put a8[0], 2; });
    same!(put_of!(u8), { put a8[0], 1; });
    same!(put_below!(limits), { put a64[0], -3; });
    same!(own!(), { put a16[0], 1000; put a16[0], 1000; });
}

fn operands() {
    same!(registers!(a8[7], a8[3], 0x1, 2), { mov a8[7], a8[3]; mov a8[1], a8[2]; });
    same!(jump!(here, 9, 7), { jmp 0; jmp 9; jmp 7; });
    same!(jump!(here, here, 7), { jmp 0; jmp 0; jmp 7; });
    same!(jump!(loop, LIMIT, 7), { jmp 0; jmp LIMIT; jmp 7; });
    same!(jump!(here, 2 + 2, 7), { jmp 0; jmp 4; jmp 7; });
    same!(call!(0x10, LIBRARY), { call 0x10 @ LIBRARY; });
    same!(call!(8 + 8, LibId::from_bytes([7; 32])), { call 0x10 @ LIBRARY; });
    same!(call_path!(0x10, self::LIBRARY), { call 0x10 @ LIBRARY; });
    same!(statement!(add.uc a8[0], a8[1]), { add.uc a8[0], a8[1]; });
    same!(statement!(put a8[0], 5), { put a8[0], 5; });
    same!(statement!(inc a8[0]), { inc a8[0]; });
    same!(switches!(true, false), { del.n s16[0], s16[1], a8[0], a8[1], true, false; });
    same!(switches!(LIMIT > 5, { LIMIT < 5 }), { del.n s16[0], s16[1], a8[0], a8[1], true, false; });
}

macro_rules! extension {
    (
        $(#[$meta:meta])* $vis:vis $name:ident $id:literal
        $(#[$row_meta:meta])*
        $variant:ident $opcode:expr, $mnemonic:literal, $key:ty, $dst:path, $size:ident, $bits:literal
        $second:ident $tt:tt $text:expr, $type:ident $cost:literal
    ) => {
        isa_extension! {
            $(#[$meta])*
            $vis enum $name: $id {
                $(#[$row_meta])*
                $variant = $opcode [key: $key, #$bits/4, dst: $dst, #0/3]
                    $mnemonic ($size key, a64 dst) reads($size key) writes(a64 dst, st0) cost $cost;
                /// The second.
                $second = $tt [dst: $type, #0b000/0x3]
                    $text (a64 dst) reads() writes(a64 dst) cost 1_0;
            }
        }
    };
}

extension! {
    /// An extension.
    #[derive(PartialOrd)]
    pub(crate) First "FIRST"
    /// The first.
    #[doc(alias = "one")]
    One 0x9_0, "one", Idx16, aluvm::isa::Idx32, s16, 0
    Two 0o221u8 "two", Idx32 200
}

extension! {
    /// An extension.
    Second "SECOND"
    #[doc = "The first."]
    One 0b1001_0000, "uno", ::aluvm::isa::Idx16, self::Idx32, s16, 0x0
    Two 145u8 r"due", Idx32 0xFF
}

macro_rules! with_extension {
    ($path:path, $extension:ident, $type:ty) => {
        (
            aluasm! { #![isa($path)] one s16[1], a64[2]; },
            aluasm! { #![isa($extension)] two a64[2]; },
            aluasm! { #![isa(self::$extension)] two a64[2]; },
            <$type as aluvm::InstructionSet>::FORMS.len(),
        )
    };
}

impl Extension for First {
    type Context<'c> = ();

    fn execute(&self, _: &mut Registers, (): &mut ()) -> std::ops::ControlFlow<()> {
        std::ops::ControlFlow::Continue(())
    }
}

fn main() {
    literals();
    expressions();
    names();
    operands();
    let (one, two, again, count) = with_extension!(crate::First, First, First);
    assert_eq!((one.len(), count, two == again), (1, 2, true));
    let [Instr::Extension(uno)] = &aluasm!(#![isa(Second)] uno s16[1], a64[2];) else { panic!() };
    let [Instr::Extension(first)] = &one else { panic!() };
    assert_eq!(uno.word(), first.word());
    assert_eq!(uno.word() as u8, 0x90);
    assert_eq!(uno.form().cost, 255);
}
