//! `aluasm_isa!`, the assembler that a host's own macro is made of.
//!
//! A statement takes one step of recursion, since scripts have up to 73 of them and the compiler allows 128 steps. What the
//! base set does not have goes token by token to the host's `isa_instr!`. Of the base set the macro knows the
//! mnemonics; what they take is known to the assembler of `aluvm-core`, which reads the text when the expression
//! is evaluated.

/// Instructions of the base set: a `Vec<Instr>`.
///
/// ```
/// use aluvm::isa::Instr;
/// use aluvm::library::{Lib, LibSite};
/// use aluvm::{Vm, aluasm};
///
/// let code = aluasm! {
///     put     a16[8],378;
///     inc     a16[8];
///     ret;
/// };
/// let lib = Lib::assemble(&code).unwrap();
/// let mut vm = Vm::<Instr>::new();
/// assert!(vm.exec(LibSite::with(0, lib.id()), |_| Some(&lib), &()));
/// assert_eq!(vm.registers.a16(amplify::num::u5::with(8)), Some(379));
/// ```
#[macro_export]
macro_rules! aluasm {
    ($($tt:tt)+) => { $crate::aluasm_isa! { $crate::isa::ReservedOp => $($tt)+ } };
}

/// Instructions of the base set and of an extension: `aluasm_isa! { Extension => statements }` is a
/// `Vec<Instr<Extension>>`.
///
/// A mnemonic that the base set does not have makes `Instr::ExtensionCodes(isa_instr! { … })`, of the macro with
/// that name where the statements stand. Identifiers are values of run time.
///
/// # Panics
///
/// When it is evaluated, if the operands are none that the mnemonic takes.
#[macro_export]
macro_rules! aluasm_isa {
    ($Extension:ty => $($tt:tt)+) => {{
        #[allow(unused_imports)]
        use $crate::reg::{Reg16, Reg32, RegS};
        let mut code: ::std::vec::Vec<$crate::isa::Instr<$Extension>> = ::std::vec::Vec::new();
        #[allow(unreachable_code)]
        {
            $crate::__aluasm_statements! { code => $($tt)+ }
        }
        code
    }};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __aluasm_statements {
    ($code:ident =>) => {};
    ($code:ident => $op:ident; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $offset:tt @ $lib:tt; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $offset @ $lib));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $($reg:ident[$index:literal]),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $($reg[$index]),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident.$flag:ident $($reg:ident[$index:literal]),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op.$flag $($reg[$index]),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $($value:literal),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $($value),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $($value:ident),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $($value),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $value:literal, $($reg:ident[$index:literal]),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $value, $($reg[$index]),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $value:ident, $($reg:ident[$index:literal]),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $value, $($reg[$index]),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $reg:ident[$index:literal], $value:literal; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $reg[$index], $value));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident $reg:ident[$index:literal], $value:ident; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op $reg[$index], $value));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident.$flag:ident $($value:ident),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op.$flag $($value),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
    ($code:ident => $op:ident.$flag:ident $value:literal, $($reg:ident[$index:literal]),+; $($rest:tt)*) => {
        $code.push($crate::__aluasm_instr!($op.$flag $value, $($reg[$index]),+));
        $crate::__aluasm_statements! { $code => $($rest)* }
    };
}

/// One statement: what takes values of run time, the mnemonics of the base set, and all others.
#[doc(hidden)]
#[macro_export]
macro_rules! __aluasm_instr {
    (jmp $offset:ident) => { $crate::isa::Instr::jump("jmp", $offset) };
    (jif $offset:ident) => { $crate::isa::Instr::jump("jif", $offset) };
    (routine $offset:ident) => { $crate::isa::Instr::jump("routine", $offset) };
    (call $offset:tt @ $lib:ident) => { $crate::isa::Instr::call("call", $offset, $lib) };
    (exec $offset:tt @ $lib:ident) => { $crate::isa::Instr::call("exec", $offset, $lib) };
    (call $offset:tt @ $lib:literal) => { $crate::isa::Instr::call_text("call", $offset, $lib) };
    (exec $offset:tt @ $lib:literal) => { $crate::isa::Instr::call_text("exec", $offset, $lib) };
    (put s16[$index:literal], $value:ident) => { $crate::isa::Instr::put_string($index, &$value) };
    (put $reg:ident[$index:literal], $value:ident) => {
        $crate::isa::Instr::put_number("put", stringify!($reg), $index, $value.into())
    };
    (putif $reg:ident[$index:literal], $value:ident) => {
        $crate::isa::Instr::put_number("putif", stringify!($reg), $index, $value.into())
    };
    (fail) => { $crate::__aluasm_text!(fail) };
    (test) => { $crate::__aluasm_text!(test) };
    (ret) => { $crate::__aluasm_text!(ret) };
    (jmp $($tt:tt)+) => { $crate::__aluasm_text!(jmp $($tt)+) };
    (jif $($tt:tt)+) => { $crate::__aluasm_text!(jif $($tt)+) };
    (routine $($tt:tt)+) => { $crate::__aluasm_text!(routine $($tt)+) };
    (clr $($tt:tt)+) => { $crate::__aluasm_text!(clr $($tt)+) };
    (put $($tt:tt)+) => { $crate::__aluasm_text!(put $($tt)+) };
    (putif $($tt:tt)+) => { $crate::__aluasm_text!(putif $($tt)+) };
    (mov $($tt:tt)+) => { $crate::__aluasm_text!(mov $($tt)+) };
    (dup $($tt:tt)+) => { $crate::__aluasm_text!(dup $($tt)+) };
    (swp $($tt:tt)+) => { $crate::__aluasm_text!(swp $($tt)+) };
    (cpy $($tt:tt)+) => { $crate::__aluasm_text!(cpy $($tt)+) };
    (cnv $($tt:tt)+) => { $crate::__aluasm_text!(cnv $($tt)+) };
    (spy $($tt:tt)+) => { $crate::__aluasm_text!(spy $($tt)+) };
    (gt $($tt:tt)+) => { $crate::__aluasm_text!(gt $($tt)+) };
    (lt $($tt:tt)+) => { $crate::__aluasm_text!(lt $($tt)+) };
    (eq $($tt:tt)+) => { $crate::__aluasm_text!(eq $($tt)+) };
    (ifn $($tt:tt)+) => { $crate::__aluasm_text!(ifn $($tt)+) };
    (ifz $($tt:tt)+) => { $crate::__aluasm_text!(ifz $($tt)+) };
    (st $($tt:tt)+) => { $crate::__aluasm_text!(st $($tt)+) };
    (inv $($tt:tt)+) => { $crate::__aluasm_text!(inv $($tt)+) };
    (add $($tt:tt)+) => { $crate::__aluasm_text!(add $($tt)+) };
    (sub $($tt:tt)+) => { $crate::__aluasm_text!(sub $($tt)+) };
    (mul $($tt:tt)+) => { $crate::__aluasm_text!(mul $($tt)+) };
    (div $($tt:tt)+) => { $crate::__aluasm_text!(div $($tt)+) };
    (rem $($tt:tt)+) => { $crate::__aluasm_text!(rem $($tt)+) };
    (inc $($tt:tt)+) => { $crate::__aluasm_text!(inc $($tt)+) };
    (dec $($tt:tt)+) => { $crate::__aluasm_text!(dec $($tt)+) };
    (neg $($tt:tt)+) => { $crate::__aluasm_text!(neg $($tt)+) };
    (abs $($tt:tt)+) => { $crate::__aluasm_text!(abs $($tt)+) };
    (and $($tt:tt)+) => { $crate::__aluasm_text!(and $($tt)+) };
    (or $($tt:tt)+) => { $crate::__aluasm_text!(or $($tt)+) };
    (xor $($tt:tt)+) => { $crate::__aluasm_text!(xor $($tt)+) };
    (shl $($tt:tt)+) => { $crate::__aluasm_text!(shl $($tt)+) };
    (shr $($tt:tt)+) => { $crate::__aluasm_text!(shr $($tt)+) };
    (scl $($tt:tt)+) => { $crate::__aluasm_text!(scl $($tt)+) };
    (scr $($tt:tt)+) => { $crate::__aluasm_text!(scr $($tt)+) };
    (rev $($tt:tt)+) => { $crate::__aluasm_text!(rev $($tt)+) };
    (extr $($tt:tt)+) => { $crate::__aluasm_text!(extr $($tt)+) };
    (inj $($tt:tt)+) => { $crate::__aluasm_text!(inj $($tt)+) };
    (fill $($tt:tt)+) => { $crate::__aluasm_text!(fill $($tt)+) };
    (len $($tt:tt)+) => { $crate::__aluasm_text!(len $($tt)+) };
    (cnt $($tt:tt)+) => { $crate::__aluasm_text!(cnt $($tt)+) };
    (con $($tt:tt)+) => { $crate::__aluasm_text!(con $($tt)+) };
    (find $($tt:tt)+) => { $crate::__aluasm_text!(find $($tt)+) };
    (ripemd $($tt:tt)+) => { $crate::__aluasm_text!(ripemd $($tt)+) };
    (sha2 $($tt:tt)+) => { $crate::__aluasm_text!(sha2 $($tt)+) };
    (blake3 $($tt:tt)+) => { $crate::__aluasm_text!(blake3 $($tt)+) };
    ($($tt:tt)+) => { $crate::isa::Instr::ExtensionCodes(isa_instr! { $($tt)+ }) };
}

/// The text of a statement. Flags of two letters can stand in either order.
#[doc(hidden)]
#[macro_export]
macro_rules! __aluasm_text {
    ($op:ident) => { $crate::isa::Instr::from_text(stringify!($op)) };
    ($op:ident . cu $($tt:tt)+) => { $crate::__aluasm_text!($op.uc $($tt)+) };
    ($op:ident . cs $($tt:tt)+) => { $crate::__aluasm_text!($op.sc $($tt)+) };
    ($op:ident . wu $($tt:tt)+) => { $crate::__aluasm_text!($op.uw $($tt)+) };
    ($op:ident . ws $($tt:tt)+) => { $crate::__aluasm_text!($op.sw $($tt)+) };
    ($op:ident . $flag:ident $($tt:tt)+) => {
        $crate::isa::Instr::from_text(concat!(
            stringify!($op), ".", stringify!($flag), " ", stringify!($($tt)+)
        ))
    };
    ($op:ident $($tt:tt)+) => {
        $crate::isa::Instr::from_text(concat!(stringify!($op), " ", stringify!($($tt)+)))
    };
}
