//! `aluasm_isa!`, the assembler that a host's own macro is made of.
//!
//! A statement takes one step of recursion, since scripts have up to 73 of them and the compiler allows 128 steps. What the
//! base set does not have goes token by token to the host's `isa_instr!`. Of the base set the macro knows the
//! mnemonics; what they take is known to the assembler of `aluvm-core`, to which `aluvm-macros` hands the statement while Rust
//! compiles. Where an operand is known at run time only, the statement is read with a zero in its place.

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
/// What is wrong with a statement of the base set the compiler says at its tokens:
///
/// ```compile_fail
/// aluvm::aluasm! { put a8[32], 1; };
/// ```
///
/// # Panics
///
/// When it is evaluated, if a variable for a string register has more than 65535 bytes.
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
    (jmp $offset:ident) => { $crate::isa::Instr::jmp($offset) };
    (jif $offset:ident) => { $crate::isa::Instr::jif($offset) };
    (routine $offset:ident) => { $crate::isa::Instr::routine($offset) };
    (call $offset:tt @ $lib:ident) => { $crate::isa::Instr::call($offset, $lib) };
    (exec $offset:tt @ $lib:ident) => { $crate::isa::Instr::exec_at_site($offset, $lib) };
    (call $($tt:tt)+) => { $crate::__aluasm_base!(call $($tt)+) };
    (exec $($tt:tt)+) => { $crate::__aluasm_base!(exec $($tt)+) };
    (put s16[$index:literal], $value:ident) => {
        $crate::isa::Instr::with_string($crate::__aluasm_block!(put s16[$index], ""), &$value)
    };
    (put $reg:ident[$index:literal], $value:ident) => {
        $crate::isa::Instr::with_number(
            $crate::__aluasm_block!(put $reg[$index], 0x0), $value.into()
        )
    };
    (putif $reg:ident[$index:literal], $value:ident) => {
        $crate::isa::Instr::with_number(
            $crate::__aluasm_block!(putif $reg[$index], 0x0), $value.into()
        )
    };
    (fail) => { $crate::__aluasm_base!(fail) };
    (test) => { $crate::__aluasm_base!(test) };
    (ret) => { $crate::__aluasm_base!(ret) };
    (jmp $($tt:tt)+) => { $crate::__aluasm_base!(jmp $($tt)+) };
    (jif $($tt:tt)+) => { $crate::__aluasm_base!(jif $($tt)+) };
    (routine $($tt:tt)+) => { $crate::__aluasm_base!(routine $($tt)+) };
    (clr $($tt:tt)+) => { $crate::__aluasm_base!(clr $($tt)+) };
    (put $($tt:tt)+) => { $crate::__aluasm_base!(put $($tt)+) };
    (putif $($tt:tt)+) => { $crate::__aluasm_base!(putif $($tt)+) };
    (mov $($tt:tt)+) => { $crate::__aluasm_base!(mov $($tt)+) };
    (dup $($tt:tt)+) => { $crate::__aluasm_base!(dup $($tt)+) };
    (swp $($tt:tt)+) => { $crate::__aluasm_base!(swp $($tt)+) };
    (cpy $($tt:tt)+) => { $crate::__aluasm_base!(cpy $($tt)+) };
    (cnv $($tt:tt)+) => { $crate::__aluasm_base!(cnv $($tt)+) };
    (spy $($tt:tt)+) => { $crate::__aluasm_base!(spy $($tt)+) };
    (gt $($tt:tt)+) => { $crate::__aluasm_base!(gt $($tt)+) };
    (lt $($tt:tt)+) => { $crate::__aluasm_base!(lt $($tt)+) };
    (eq $($tt:tt)+) => { $crate::__aluasm_base!(eq $($tt)+) };
    (ifn $($tt:tt)+) => { $crate::__aluasm_base!(ifn $($tt)+) };
    (ifz $($tt:tt)+) => { $crate::__aluasm_base!(ifz $($tt)+) };
    (st $($tt:tt)+) => { $crate::__aluasm_base!(st $($tt)+) };
    (inv $($tt:tt)+) => { $crate::__aluasm_base!(inv $($tt)+) };
    (add $($tt:tt)+) => { $crate::__aluasm_base!(add $($tt)+) };
    (sub $($tt:tt)+) => { $crate::__aluasm_base!(sub $($tt)+) };
    (mul $($tt:tt)+) => { $crate::__aluasm_base!(mul $($tt)+) };
    (div $($tt:tt)+) => { $crate::__aluasm_base!(div $($tt)+) };
    (rem $($tt:tt)+) => { $crate::__aluasm_base!(rem $($tt)+) };
    (inc $($tt:tt)+) => { $crate::__aluasm_base!(inc $($tt)+) };
    (dec $($tt:tt)+) => { $crate::__aluasm_base!(dec $($tt)+) };
    (neg $($tt:tt)+) => { $crate::__aluasm_base!(neg $($tt)+) };
    (abs $($tt:tt)+) => { $crate::__aluasm_base!(abs $($tt)+) };
    (and $($tt:tt)+) => { $crate::__aluasm_base!(and $($tt)+) };
    (or $($tt:tt)+) => { $crate::__aluasm_base!(or $($tt)+) };
    (xor $($tt:tt)+) => { $crate::__aluasm_base!(xor $($tt)+) };
    (shl $($tt:tt)+) => { $crate::__aluasm_base!(shl $($tt)+) };
    (shr $($tt:tt)+) => { $crate::__aluasm_base!(shr $($tt)+) };
    (scl $($tt:tt)+) => { $crate::__aluasm_base!(scl $($tt)+) };
    (scr $($tt:tt)+) => { $crate::__aluasm_base!(scr $($tt)+) };
    (rev $($tt:tt)+) => { $crate::__aluasm_base!(rev $($tt)+) };
    (extr $($tt:tt)+) => { $crate::__aluasm_base!(extr $($tt)+) };
    (inj $($tt:tt)+) => { $crate::__aluasm_base!(inj $($tt)+) };
    (fill $($tt:tt)+) => { $crate::__aluasm_base!(fill $($tt)+) };
    (len $($tt:tt)+) => { $crate::__aluasm_base!(len $($tt)+) };
    (cnt $($tt:tt)+) => { $crate::__aluasm_base!(cnt $($tt)+) };
    (con $($tt:tt)+) => { $crate::__aluasm_base!(con $($tt)+) };
    (find $($tt:tt)+) => { $crate::__aluasm_base!(find $($tt)+) };
    (ripemd $($tt:tt)+) => { $crate::__aluasm_base!(ripemd $($tt)+) };
    (sha2 $($tt:tt)+) => { $crate::__aluasm_base!(sha2 $($tt)+) };
    (blake3 $($tt:tt)+) => { $crate::__aluasm_base!(blake3 $($tt)+) };
    ($($tt:tt)+) => { $crate::isa::Instr::ExtensionCodes(isa_instr! { $($tt)+ }) };
}

/// A statement of the base set. Flags of two letters can stand in either order.
///
/// A number that is too large, a flag that there is not, registers of two kinds, registers that there are not:
///
/// ```compile_fail
/// aluvm::aluasm! { put a8[0], 256; };
/// ```
/// ```compile_fail
/// aluvm::aluasm! { add.ux a8[0], a8[1]; };
/// ```
/// ```compile_fail
/// aluvm::aluasm! { add.uc a8[0], a16[1]; };
/// ```
/// ```compile_fail
/// let value = 5_u8;
/// aluvm::aluasm! { put a9[0], value; };
/// ```
/// ```compile_fail
/// let value = 5_u8;
/// aluvm::aluasm! { put a8[32], value; };
/// ```
///
/// What is right beside them:
///
/// ```
/// let value = 5_u8;
/// let code = aluvm::aluasm! { put a8[0], 255; add.cu a8[0], a8[1]; put a8[31], value; };
/// assert_eq!(code.len(), 3);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __aluasm_base {
    ($op:ident . cu $($tt:tt)+) => { $crate::__aluasm_base!($op.uc $($tt)+) };
    ($op:ident . cs $($tt:tt)+) => { $crate::__aluasm_base!($op.sc $($tt)+) };
    ($op:ident . wu $($tt:tt)+) => { $crate::__aluasm_base!($op.uw $($tt)+) };
    ($op:ident . ws $($tt:tt)+) => { $crate::__aluasm_base!($op.sw $($tt)+) };
    ($($tt:tt)+) => { $crate::isa::Instr::base($crate::__aluasm_block!($($tt)+)) };
}

/// A statement of the base set as a list of one instruction of `aluvm-core`.
#[doc(hidden)]
#[macro_export]
macro_rules! __aluasm_block {
    ($($tt:tt)+) => { $crate::__private::aluasm! { [$crate] $($tt)+; } };
}
