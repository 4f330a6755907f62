//! Expansions in modules that have something else of each name that they mention, and no prelude.
//!
//! Written by `ALUVM_BLESS=1 cargo test -p aluvm-macros` from the expansions.

#![deny(warnings)]

mod shadowed {
    #![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals, unused_macros)]

    pub struct A16;
    macro_rules! A16 { ($($t:tt)*) => { captured!() } }
    pub struct A64;
    macro_rules! A64 { ($($t:tt)*) => { captured!() } }
    pub struct ALL;
    macro_rules! ALL { ($($t:tt)*) => { captured!() } }
    pub struct ALUVM_CONTRACT;
    macro_rules! ALUVM_CONTRACT { ($($t:tt)*) => { captured!() } }
    pub struct ALUVM_SIGNATURES;
    macro_rules! ALUVM_SIGNATURES { ($($t:tt)*) => { captured!() } }
    pub struct AluvmBytes5;
    macro_rules! AluvmBytes5 { ($($t:tt)*) => { captured!() } }
    pub struct AluvmBytes6;
    macro_rules! AluvmBytes6 { ($($t:tt)*) => { captured!() } }
    pub struct AsMut;
    macro_rules! AsMut { ($($t:tt)*) => { captured!() } }
    pub struct AsRef;
    macro_rules! AsRef { ($($t:tt)*) => { captured!() } }
    pub struct BITS;
    macro_rules! BITS { ($($t:tt)*) => { captured!() } }
    pub struct Bounds;
    macro_rules! Bounds { ($($t:tt)*) => { captured!() } }
    pub struct Box;
    macro_rules! Box { ($($t:tt)*) => { captured!() } }
    pub struct ByteString;
    macro_rules! ByteString { ($($t:tt)*) => { captured!() } }
    pub struct Bytes;
    macro_rules! Bytes { ($($t:tt)*) => { captured!() } }
    pub struct COMPLEXITY;
    macro_rules! COMPLEXITY { ($($t:tt)*) => { captured!() } }
    pub struct CallError;
    macro_rules! CallError { ($($t:tt)*) => { captured!() } }
    pub struct CfgAnswers;
    macro_rules! CfgAnswers { ($($t:tt)*) => { captured!() } }
    pub struct Clone;
    macro_rules! Clone { ($($t:tt)*) => { captured!() } }
    pub struct Context;
    macro_rules! Context { ($($t:tt)*) => { captured!() } }
    pub struct Contract;
    macro_rules! Contract { ($($t:tt)*) => { captured!() } }
    pub struct ContractError;
    macro_rules! ContractError { ($($t:tt)*) => { captured!() } }
    pub struct Copy;
    macro_rules! Copy { ($($t:tt)*) => { captured!() } }
    pub struct Debug;
    macro_rules! Debug { ($($t:tt)*) => { captured!() } }
    pub struct Default;
    macro_rules! Default { ($($t:tt)*) => { captured!() } }
    pub struct DoubleEndedIterator;
    macro_rules! DoubleEndedIterator { ($($t:tt)*) => { captured!() } }
    pub struct Drop;
    macro_rules! Drop { ($($t:tt)*) => { captured!() } }
    pub struct Eq;
    macro_rules! Eq { ($($t:tt)*) => { captured!() } }
    pub struct Err;
    macro_rules! Err { ($($t:tt)*) => { captured!() } }
    pub struct Error;
    macro_rules! Error { ($($t:tt)*) => { captured!() } }
    pub struct ExactSizeIterator;
    macro_rules! ExactSizeIterator { ($($t:tt)*) => { captured!() } }
    pub struct Extend;
    macro_rules! Extend { ($($t:tt)*) => { captured!() } }
    pub struct Extension;
    macro_rules! Extension { ($($t:tt)*) => { captured!() } }
    pub struct FORMS;
    macro_rules! FORMS { ($($t:tt)*) => { captured!() } }
    pub struct Field;
    macro_rules! Field { ($($t:tt)*) => { captured!() } }
    pub struct FieldKind;
    macro_rules! FieldKind { ($($t:tt)*) => { captured!() } }
    pub struct Fixed;
    macro_rules! Fixed { ($($t:tt)*) => { captured!() } }
    pub struct Fn;
    macro_rules! Fn { ($($t:tt)*) => { captured!() } }
    pub struct FnMut;
    macro_rules! FnMut { ($($t:tt)*) => { captured!() } }
    pub struct FnOnce;
    macro_rules! FnOnce { ($($t:tt)*) => { captured!() } }
    pub struct Form;
    macro_rules! Form { ($($t:tt)*) => { captured!() } }
    pub struct From;
    macro_rules! From { ($($t:tt)*) => { captured!() } }
    pub struct FromIterator;
    macro_rules! FromIterator { ($($t:tt)*) => { captured!() } }
    pub struct Given;
    macro_rules! Given { ($($t:tt)*) => { captured!() } }
    pub struct Hash;
    macro_rules! Hash { ($($t:tt)*) => { captured!() } }
    pub struct ID;
    macro_rules! ID { ($($t:tt)*) => { captured!() } }
    pub struct IndexOf;
    macro_rules! IndexOf { ($($t:tt)*) => { captured!() } }
    pub struct InstructionSet;
    macro_rules! InstructionSet { ($($t:tt)*) => { captured!() } }
    pub struct Into;
    macro_rules! Into { ($($t:tt)*) => { captured!() } }
    pub struct IntoIterator;
    macro_rules! IntoIterator { ($($t:tt)*) => { captured!() } }
    pub struct IsaId;
    macro_rules! IsaId { ($($t:tt)*) => { captured!() } }
    pub struct Isae;
    macro_rules! Isae { ($($t:tt)*) => { captured!() } }
    pub struct Iterator;
    macro_rules! Iterator { ($($t:tt)*) => { captured!() } }
    pub struct KIND;
    macro_rules! KIND { ($($t:tt)*) => { captured!() } }
    pub struct LIB;
    macro_rules! LIB { ($($t:tt)*) => { captured!() } }
    pub struct Leads;
    macro_rules! Leads { ($($t:tt)*) => { captured!() } }
    pub struct LeadsToType;
    macro_rules! LeadsToType { ($($t:tt)*) => { captured!() } }
    pub struct Lib;
    macro_rules! Lib { ($($t:tt)*) => { captured!() } }
    pub struct LibId;
    macro_rules! LibId { ($($t:tt)*) => { captured!() } }
    pub struct LibSite;
    macro_rules! LibSite { ($($t:tt)*) => { captured!() } }
    pub struct Libs;
    macro_rules! Libs { ($($t:tt)*) => { captured!() } }
    pub struct Module;
    macro_rules! Module { ($($t:tt)*) => { captured!() } }
    pub struct NAME;
    macro_rules! NAME { ($($t:tt)*) => { captured!() } }
    pub struct NoExtension;
    macro_rules! NoExtension { ($($t:tt)*) => { captured!() } }
    pub struct None;
    macro_rules! None { ($($t:tt)*) => { captured!() } }
    pub struct Nothing;
    macro_rules! Nothing { ($($t:tt)*) => { captured!() } }
    pub struct Nowhere;
    macro_rules! Nowhere { ($($t:tt)*) => { captured!() } }
    pub struct OFFSET;
    macro_rules! OFFSET { ($($t:tt)*) => { captured!() } }
    pub struct Ok;
    macro_rules! Ok { ($($t:tt)*) => { captured!() } }
    pub struct Operand;
    macro_rules! Operand { ($($t:tt)*) => { captured!() } }
    pub struct OperandForm;
    macro_rules! OperandForm { ($($t:tt)*) => { captured!() } }
    pub struct Option;
    macro_rules! Option { ($($t:tt)*) => { captured!() } }
    pub struct Ord;
    macro_rules! Ord { ($($t:tt)*) => { captured!() } }
    pub struct Output;
    macro_rules! Output { ($($t:tt)*) => { captured!() } }
    pub struct Outputs;
    macro_rules! Outputs { ($($t:tt)*) => { captured!() } }
    pub struct PartialEq;
    macro_rules! PartialEq { ($($t:tt)*) => { captured!() } }
    pub struct PartialOrd;
    macro_rules! PartialOrd { ($($t:tt)*) => { captured!() } }
    pub struct PhantomData;
    macro_rules! PhantomData { ($($t:tt)*) => { captured!() } }
    pub struct Program;
    macro_rules! Program { ($($t:tt)*) => { captured!() } }
    pub struct ProgramError;
    macro_rules! ProgramError { ($($t:tt)*) => { captured!() } }
    pub struct Register;
    macro_rules! Register { ($($t:tt)*) => { captured!() } }
    pub struct RegisterError;
    macro_rules! RegisterError { ($($t:tt)*) => { captured!() } }
    pub struct RegisterSet;
    macro_rules! RegisterSet { ($($t:tt)*) => { captured!() } }
    pub struct RegisterSize;
    macro_rules! RegisterSize { ($($t:tt)*) => { captured!() } }
    pub struct Registers;
    macro_rules! Registers { ($($t:tt)*) => { captured!() } }
    pub struct Result;
    macro_rules! Result { ($($t:tt)*) => { captured!() } }
    pub struct S16;
    macro_rules! S16 { ($($t:tt)*) => { captured!() } }
    pub struct SIGNATURE;
    macro_rules! SIGNATURE { ($($t:tt)*) => { captured!() } }
    pub struct Send;
    macro_rules! Send { ($($t:tt)*) => { captured!() } }
    pub struct Signature;
    macro_rules! Signature { ($($t:tt)*) => { captured!() } }
    pub struct SizeOf;
    macro_rules! SizeOf { ($($t:tt)*) => { captured!() } }
    pub struct Sized;
    macro_rules! Sized { ($($t:tt)*) => { captured!() } }
    pub struct Some;
    macro_rules! Some { ($($t:tt)*) => { captured!() } }
    pub struct Status;
    macro_rules! Status { ($($t:tt)*) => { captured!() } }
    pub struct Strategy;
    macro_rules! Strategy { ($($t:tt)*) => { captured!() } }
    pub struct String;
    macro_rules! String { ($($t:tt)*) => { captured!() } }
    pub struct Sync;
    macro_rules! Sync { ($($t:tt)*) => { captured!() } }
    pub struct Syntax;
    macro_rules! Syntax { ($($t:tt)*) => { captured!() } }
    pub struct Target;
    macro_rules! Target { ($($t:tt)*) => { captured!() } }
    pub struct ToOwned;
    macro_rules! ToOwned { ($($t:tt)*) => { captured!() } }
    pub struct ToString;
    macro_rules! ToString { ($($t:tt)*) => { captured!() } }
    pub struct TryFrom;
    macro_rules! TryFrom { ($($t:tt)*) => { captured!() } }
    pub struct TryInto;
    macro_rules! TryInto { ($($t:tt)*) => { captured!() } }
    pub struct U256;
    macro_rules! U256 { ($($t:tt)*) => { captured!() } }
    pub struct U512;
    macro_rules! U512 { ($($t:tt)*) => { captured!() } }
    pub struct Unfit;
    macro_rules! Unfit { ($($t:tt)*) => { captured!() } }
    pub struct Unpacker;
    macro_rules! Unpacker { ($($t:tt)*) => { captured!() } }
    pub struct Unsigned;
    macro_rules! Unsigned { ($($t:tt)*) => { captured!() } }
    pub struct Value;
    macro_rules! Value { ($($t:tt)*) => { captured!() } }
    pub struct Vec;
    macro_rules! Vec { ($($t:tt)*) => { captured!() } }
    pub struct Vm;
    macro_rules! Vm { ($($t:tt)*) => { captured!() } }
    pub struct add;
    macro_rules! add { ($($t:tt)*) => { captured!() } }
    pub struct aluasm_configured;
    macro_rules! aluasm_configured { ($($t:tt)*) => { captured!() } }
    pub struct aluasm_with;
    macro_rules! aluasm_with { ($($t:tt)*) => { captured!() } }
    pub struct aluasm_without;
    macro_rules! aluasm_without { ($($t:tt)*) => { captured!() } }
    pub struct alulib_configured;
    macro_rules! alulib_configured { ($($t:tt)*) => { captured!() } }
    pub struct alulib_with_import;
    macro_rules! alulib_with_import { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_bytes {} pub fn aluvm_bytes() {}
    macro_rules! aluvm_bytes { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_extension {} pub fn aluvm_extension() {}
    macro_rules! aluvm_extension { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_float {} pub fn aluvm_float() {}
    macro_rules! aluvm_float { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_large_number {} pub fn aluvm_large_number() {}
    macro_rules! aluvm_large_number { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_library {} pub fn aluvm_library() {}
    macro_rules! aluvm_library { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_number {} pub fn aluvm_number() {}
    macro_rules! aluvm_number { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_registers {} pub fn aluvm_registers() {}
    macro_rules! aluvm_registers { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_site {} pub fn aluvm_site() {}
    macro_rules! aluvm_site { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_switch {} pub fn aluvm_switch() {}
    macro_rules! aluvm_switch { ($($t:tt)*) => { captured!() } }
    pub struct aluvm_word {} pub fn aluvm_word() {}
    macro_rules! aluvm_word { ($($t:tt)*) => { captured!() } }
    pub struct arguments;
    macro_rules! arguments { ($($t:tt)*) => { captured!() } }
    pub struct as_ref;
    macro_rules! as_ref { ($($t:tt)*) => { captured!() } }
    pub struct assert;
    macro_rules! assert { ($($t:tt)*) => { captured!() } }
    pub struct assert_eq;
    macro_rules! assert_eq { ($($t:tt)*) => { captured!() } }
    pub struct assert_ne;
    macro_rules! assert_ne { ($($t:tt)*) => { captured!() } }
    pub struct bf16;
    macro_rules! bf16 { ($($t:tt)*) => { captured!() } }
    pub struct bits;
    macro_rules! bits { ($($t:tt)*) => { captured!() } }
    pub struct bool;
    macro_rules! bool { ($($t:tt)*) => { captured!() } }
    pub struct byte_string;
    macro_rules! byte_string { ($($t:tt)*) => { captured!() } }
    pub struct call_typed;
    macro_rules! call_typed { ($($t:tt)*) => { captured!() } }
    pub struct callback;
    macro_rules! callback { ($($t:tt)*) => { captured!() } }
    pub struct cfg;
    pub struct char;
    macro_rules! char { ($($t:tt)*) => { captured!() } }
    pub struct clippy;
    macro_rules! clippy { ($($t:tt)*) => { captured!() } }
    pub struct clone;
    macro_rules! clone { ($($t:tt)*) => { captured!() } }
    pub struct cloned;
    macro_rules! cloned { ($($t:tt)*) => { captured!() } }
    pub struct cmp;
    macro_rules! cmp { ($($t:tt)*) => { captured!() } }
    pub struct column;
    macro_rules! column { ($($t:tt)*) => { captured!() } }
    pub struct compile_error;
    macro_rules! compile_error { ($($t:tt)*) => { captured!() } }
    pub struct complexity;
    macro_rules! complexity { ($($t:tt)*) => { captured!() } }
    pub struct concat;
    macro_rules! concat { ($($t:tt)*) => { captured!() } }
    pub struct condition;
    macro_rules! condition { ($($t:tt)*) => { captured!() } }
    pub struct context;
    macro_rules! context { ($($t:tt)*) => { captured!() } }
    pub struct convert;
    macro_rules! convert { ($($t:tt)*) => { captured!() } }
    pub struct dbg;
    macro_rules! dbg { ($($t:tt)*) => { captured!() } }
    pub struct dead_code;
    macro_rules! dead_code { ($($t:tt)*) => { captured!() } }
    pub struct debug_assert;
    macro_rules! debug_assert { ($($t:tt)*) => { captured!() } }
    pub struct depth;
    macro_rules! depth { ($($t:tt)*) => { captured!() } }
    pub struct derive;
    pub struct description;
    macro_rules! description { ($($t:tt)*) => { captured!() } }
    pub struct drop;
    macro_rules! drop { ($($t:tt)*) => { captured!() } }
    pub struct env;
    macro_rules! env { ($($t:tt)*) => { captured!() } }
    pub struct f32;
    macro_rules! f32 { ($($t:tt)*) => { captured!() } }
    pub struct f64;
    macro_rules! f64 { ($($t:tt)*) => { captured!() } }
    pub struct field;
    macro_rules! field { ($($t:tt)*) => { captured!() } }
    pub struct fields;
    macro_rules! fields { ($($t:tt)*) => { captured!() } }
    pub struct file;
    macro_rules! file { ($($t:tt)*) => { captured!() } }
    pub struct flags;
    macro_rules! flags { ($($t:tt)*) => { captured!() } }
    pub struct float;
    macro_rules! float { ($($t:tt)*) => { captured!() } }
    pub struct fmt;
    macro_rules! fmt { ($($t:tt)*) => { captured!() } }
    pub struct for_bytes;
    macro_rules! for_bytes { ($($t:tt)*) => { captured!() } }
    pub struct for_float;
    macro_rules! for_float { ($($t:tt)*) => { captured!() } }
    pub struct for_general;
    macro_rules! for_general { ($($t:tt)*) => { captured!() } }
    pub struct for_integer;
    macro_rules! for_integer { ($($t:tt)*) => { captured!() } }
    pub struct for_library;
    macro_rules! for_library { ($($t:tt)*) => { captured!() } }
    pub struct for_site;
    macro_rules! for_site { ($($t:tt)*) => { captured!() } }
    pub struct for_step;
    macro_rules! for_step { ($($t:tt)*) => { captured!() } }
    pub struct for_switch;
    macro_rules! for_switch { ($($t:tt)*) => { captured!() } }
    pub struct for_unsigned;
    macro_rules! for_unsigned { ($($t:tt)*) => { captured!() } }
    pub struct format;
    macro_rules! format { ($($t:tt)*) => { captured!() } }
    pub struct format_args;
    macro_rules! format_args { ($($t:tt)*) => { captured!() } }
    pub struct from_bits;
    macro_rules! from_bits { ($($t:tt)*) => { captured!() } }
    pub struct from_bytes;
    macro_rules! from_bytes { ($($t:tt)*) => { captured!() } }
    pub struct from_le_bytes;
    macro_rules! from_le_bytes { ($($t:tt)*) => { captured!() } }
    pub struct from_number;
    macro_rules! from_number { ($($t:tt)*) => { captured!() } }
    pub struct from_static;
    macro_rules! from_static { ($($t:tt)*) => { captured!() } }
    pub struct from_word;
    macro_rules! from_word { ($($t:tt)*) => { captured!() } }
    pub struct from_words;
    macro_rules! from_words { ($($t:tt)*) => { captured!() } }
    pub struct general;
    macro_rules! general { ($($t:tt)*) => { captured!() } }
    pub struct group;
    macro_rules! group { ($($t:tt)*) => { captured!() } }
    pub struct hash;
    macro_rules! hash { ($($t:tt)*) => { captured!() } }
    pub struct hidden;
    macro_rules! hidden { ($($t:tt)*) => { captured!() } }
    pub struct host;
    macro_rules! host { ($($t:tt)*) => { captured!() } }
    pub struct i128;
    macro_rules! i128 { ($($t:tt)*) => { captured!() } }
    pub struct i16;
    macro_rules! i16 { ($($t:tt)*) => { captured!() } }
    pub struct i32;
    macro_rules! i32 { ($($t:tt)*) => { captured!() } }
    pub struct i64;
    macro_rules! i64 { ($($t:tt)*) => { captured!() } }
    pub struct i8;
    macro_rules! i8 { ($($t:tt)*) => { captured!() } }
    pub struct imports;
    macro_rules! imports { ($($t:tt)*) => { captured!() } }
    pub struct inc;
    macro_rules! inc { ($($t:tt)*) => { captured!() } }
    pub struct include;
    macro_rules! include { ($($t:tt)*) => { captured!() } }
    pub struct include_bytes;
    macro_rules! include_bytes { ($($t:tt)*) => { captured!() } }
    pub struct include_str;
    macro_rules! include_str { ($($t:tt)*) => { captured!() } }
    pub struct index;
    macro_rules! index { ($($t:tt)*) => { captured!() } }
    pub struct inline;
    macro_rules! inline { ($($t:tt)*) => { captured!() } }
    pub struct inputs;
    macro_rules! inputs { ($($t:tt)*) => { captured!() } }
    pub struct instr;
    macro_rules! instr { ($($t:tt)*) => { captured!() } }
    pub struct integer;
    macro_rules! integer { ($($t:tt)*) => { captured!() } }
    pub struct isa_extension_configured;
    macro_rules! isa_extension_configured { ($($t:tt)*) => { captured!() } }
    pub struct isize;
    macro_rules! isize { ($($t:tt)*) => { captured!() } }
    pub struct jmp;
    macro_rules! jmp { ($($t:tt)*) => { captured!() } }
    pub struct kind;
    macro_rules! kind { ($($t:tt)*) => { captured!() } }
    pub struct least;
    macro_rules! least { ($($t:tt)*) => { captured!() } }
    pub struct lib;
    macro_rules! lib { ($($t:tt)*) => { captured!() } }
    pub struct line;
    macro_rules! line { ($($t:tt)*) => { captured!() } }
    pub struct long_running_const_eval;
    macro_rules! long_running_const_eval { ($($t:tt)*) => { captured!() } }
    pub struct macro_export;
    pub struct made_by_alulib;
    macro_rules! made_by_alulib { ($($t:tt)*) => { captured!() } }
    pub struct map;
    macro_rules! map { ($($t:tt)*) => { captured!() } }
    pub struct marker;
    macro_rules! marker { ($($t:tt)*) => { captured!() } }
    pub struct matches;
    macro_rules! matches { ($($t:tt)*) => { captured!() } }
    pub struct missing_errors_doc;
    macro_rules! missing_errors_doc { ($($t:tt)*) => { captured!() } }
    pub struct module_path;
    macro_rules! module_path { ($($t:tt)*) => { captured!() } }
    pub struct most;
    macro_rules! most { ($($t:tt)*) => { captured!() } }
    pub struct name;
    macro_rules! name { ($($t:tt)*) => { captured!() } }
    pub struct negated;
    macro_rules! negated { ($($t:tt)*) => { captured!() } }
    pub struct new;
    macro_rules! new { ($($t:tt)*) => { captured!() } }
    pub struct non_local_definitions;
    macro_rules! non_local_definitions { ($($t:tt)*) => { captured!() } }
    pub struct offset;
    macro_rules! offset { ($($t:tt)*) => { captured!() } }
    pub struct opcode;
    macro_rules! opcode { ($($t:tt)*) => { captured!() } }
    pub struct operands;
    macro_rules! operands { ($($t:tt)*) => { captured!() } }
    pub struct option;
    macro_rules! option { ($($t:tt)*) => { captured!() } }
    pub struct option_env;
    macro_rules! option_env { ($($t:tt)*) => { captured!() } }
    pub struct output;
    macro_rules! output { ($($t:tt)*) => { captured!() } }
    pub struct outputs;
    macro_rules! outputs { ($($t:tt)*) => { captured!() } }
    pub struct panic;
    macro_rules! panic { ($($t:tt)*) => { captured!() } }
    pub struct parameter;
    macro_rules! parameter { ($($t:tt)*) => { captured!() } }
    pub struct peek;
    macro_rules! peek { ($($t:tt)*) => { captured!() } }
    pub struct primitive;
    macro_rules! primitive { ($($t:tt)*) => { captured!() } }
    pub struct print;
    macro_rules! print { ($($t:tt)*) => { captured!() } }
    pub struct println;
    macro_rules! println { ($($t:tt)*) => { captured!() } }
    pub struct program;
    macro_rules! program { ($($t:tt)*) => { captured!() } }
    pub struct program_plain;
    macro_rules! program_plain { ($($t:tt)*) => { captured!() } }
    pub struct put;
    macro_rules! put { ($($t:tt)*) => { captured!() } }
    pub struct read;
    macro_rules! read { ($($t:tt)*) => { captured!() } }
    pub struct repr;
    macro_rules! repr { ($($t:tt)*) => { captured!() } }
    pub struct result;
    macro_rules! result { ($($t:tt)*) => { captured!() } }
    pub struct ret;
    macro_rules! ret { ($($t:tt)*) => { captured!() } }
    pub struct row;
    macro_rules! row { ($($t:tt)*) => { captured!() } }
    pub struct skip;
    macro_rules! skip { ($($t:tt)*) => { captured!() } }
    pub struct str;
    macro_rules! str { ($($t:tt)*) => { captured!() } }
    pub struct strategy;
    macro_rules! strategy { ($($t:tt)*) => { captured!() } }
    pub struct stringify;
    macro_rules! stringify { ($($t:tt)*) => { captured!() } }
    pub struct syntaxes;
    macro_rules! syntaxes { ($($t:tt)*) => { captured!() } }
    pub struct to_f64_const;
    macro_rules! to_f64_const { ($($t:tt)*) => { captured!() } }
    pub struct todo;
    macro_rules! todo { ($($t:tt)*) => { captured!() } }
    pub struct too_many_arguments;
    macro_rules! too_many_arguments { ($($t:tt)*) => { captured!() } }
    pub struct trivial_bounds;
    macro_rules! trivial_bounds { ($($t:tt)*) => { captured!() } }
    pub struct tt;
    macro_rules! tt { ($($t:tt)*) => { captured!() } }
    pub struct u128;
    macro_rules! u128 { ($($t:tt)*) => { captured!() } }
    pub struct u16;
    macro_rules! u16 { ($($t:tt)*) => { captured!() } }
    pub struct u256;
    macro_rules! u256 { ($($t:tt)*) => { captured!() } }
    pub struct u256_bytes;
    macro_rules! u256_bytes { ($($t:tt)*) => { captured!() } }
    pub struct u32;
    macro_rules! u32 { ($($t:tt)*) => { captured!() } }
    pub struct u512;
    macro_rules! u512 { ($($t:tt)*) => { captured!() } }
    pub struct u64;
    macro_rules! u64 { ($($t:tt)*) => { captured!() } }
    pub struct u8;
    macro_rules! u8 { ($($t:tt)*) => { captured!() } }
    pub struct unimplemented;
    macro_rules! unimplemented { ($($t:tt)*) => { captured!() } }
    pub struct unreachable;
    macro_rules! unreachable { ($($t:tt)*) => { captured!() } }
    pub struct unreachable_pub;
    macro_rules! unreachable_pub { ($($t:tt)*) => { captured!() } }
    pub struct unsigned;
    macro_rules! unsigned { ($($t:tt)*) => { captured!() } }
    pub struct unused_imports;
    macro_rules! unused_imports { ($($t:tt)*) => { captured!() } }
    pub struct unused_variables;
    macro_rules! unused_variables { ($($t:tt)*) => { captured!() } }
    pub struct usize;
    macro_rules! usize { ($($t:tt)*) => { captured!() } }
    pub struct vec;
    macro_rules! vec { ($($t:tt)*) => { captured!() } }
    pub struct vm;
    macro_rules! vm { ($($t:tt)*) => { captured!() } }
    pub struct when_proptest;
    macro_rules! when_proptest { ($($t:tt)*) => { captured!() } }
    pub struct write;
    macro_rules! write { ($($t:tt)*) => { captured!() } }
    pub struct writeln;
    macro_rules! writeln { ($($t:tt)*) => { captured!() } }
    pub struct wrong;
    macro_rules! wrong { ($($t:tt)*) => { captured!() } }
    pub mod alloc {}
    pub mod aluvm {}
    pub mod aluvm_core {}
    pub mod aluvm_macros {}
    pub mod core {}
    pub mod isa {}
    pub mod mnemonic {}
    pub mod std {}
    pub mod __private {}

    ::aluvm::isa_extension! {
        /// Instructions of a host.
        pub enum HostInstr: "HOST" {
        /// Reads a value.
        #[cfg(all())]
        Load = 0x90 [key: ::aluvm::isa::Idx16, #5/4, dst: ::aluvm::isa::Idx32, #0/3]
            "sload" (s16 key, a64 dst) reads(s16 key) writes(a64 dst, st0) cost 200;
        /// Waits.
        #[cfg_attr(all(), deprecated)]
        Wait = 0x91 [flag: ::aluvm::isa::SignFlag, is_loud: ::aluvm::isa::Switch, #0/6,
            blocks: ::aluvm::isa::Unsigned8, step: ::aluvm::isa::Step]
            "swait" .flag (blocks, is_loud, minus step) where blocks = 1
            | "sleep" .flag (blocks, is_loud, step)
            reads(a16 0) writes() cost 1;
        /// Is never there.
        #[cfg(any())]
        Never = 0x92 [size: ::aluvm::isa::SizeA, dst: ::aluvm::isa::Idx32]
            "never" (size dst) reads() writes() cost 1;
        /// Jumps.
        Leap = 0x93 [target: ::aluvm::isa::Offset] "leap" (target) reads() writes() cost 1;
        }
    }

    impl ::aluvm::Extension for HostInstr {
        type Context<'c> = ();

        fn execute(
            &self,
            _: &mut ::aluvm::Registers,
            _: &mut (),
        ) -> ::core::ops::ControlFlow<()> {
            ::core::ops::ControlFlow::Break(())
        }
    }

    const LIMIT: ::core::primitive::u16 = 1000;
    const LIBRARY: ::aluvm::LibId = ::aluvm::LibId::from_bytes([7; 32]);
    const TEXT: &[::core::primitive::u8] = b"text";
    const SITE: ::aluvm::LibSite = ::aluvm::LibSite { lib: LIBRARY, offset: 0x10 };

    pub static CODE: [::aluvm::Instr; 23] = ::aluvm::aluasm! {
        #![isa(HostInstr)]
        start:
            let counter = a64[5];
            put     counter, 5;
            put     a16[0], LIMIT;
            put     a16[1], LIMIT;
            put     a16[0], { if LIMIT > 5 { 1 } else { 2 } };
            put     a128[0], { 340282366920938463463374607431768211455 };
            put     r256[0], LIMIT;
            put     r256[0], 0xFF;
            put     f32[0], { 0.5 };
            put     s16[0], { b"bytes" };
            put     s16[0], "text";
            put     a1024[0], -1;
            add     a8[0], { 1 };
            del.n   s16[0], s16[1], a8[0], a8[1], { LIMIT > 5 }, false;
            call    LIMIT @ LIBRARY;
            call    SITE;
            call    5 @ LIBRARY;
            jmp     start;
            jif     LIMIT;
            .byte   0x47;
            sload   s16[1], a64[2];
            leap    start;
            leap    LIMIT;
            #[cfg(all())]
            ret;
            #[cfg(any())]
            nothing;
    };

    pub fn expression() -> [::aluvm::Instr; 23] {
        ::aluvm::aluasm! {
            #![isa(self::HostInstr)]
        start:
            let counter = a64[5];
            put     counter, 5;
            put     a16[0], LIMIT;
            put     a16[1], LIMIT;
            put     a16[0], { if LIMIT > 5 { 1 } else { 2 } };
            put     a128[0], { 340282366920938463463374607431768211455 };
            put     r256[0], LIMIT;
            put     r256[0], 0xFF;
            put     f32[0], { 0.5 };
            put     s16[0], { b"bytes" };
            put     s16[0], "text";
            put     a1024[0], -1;
            add     a8[0], { 1 };
            del.n   s16[0], s16[1], a8[0], a8[1], { LIMIT > 5 }, false;
            call    LIMIT @ LIBRARY;
            call    SITE;
            call    5 @ LIBRARY;
            jmp     start;
            jif     LIMIT;
            .byte   0x47;
            sload   s16[1], a64[2];
            leap    start;
            leap    LIMIT;
            #[cfg(all())]
            ret;
            #[cfg(any())]
            nothing;
        }
    }

    ::aluvm::alulib! {
        /// Is imported.
        pub mod imported { pub fn run() { ret; } }
    }

    ::aluvm::alulib! {
        /// Does everything.
        pub mod library {
        //! Does everything.
        #![isa(super::HostInstr)]
        #![isae("ALU HOST")]
        use super::imported as other;
        /// Numbers of all kinds.
        pub const BYTE: a8 = 2 + 3;
        const KNOWN: a128 = 7;
        const WIDE: a256 = super::LIMIT;
        const WIDER: a512 = 0x1_0000_0000_0000_0000_0000_0000_0000_0000;
        const HALF: f16 = 0.5;
        const BRAIN: f16b = 1.0 / 2.0;
        const REAL: f64 = 1.0 / 4.0;
        const BYTES: r160 = 2 + 3;
        const TEXT: s16 = b"text";
        const TEXTS: s16 = super::TEXT;
        let register = a8[7];
        /// Names of the prelude.
        pub enum Option in a16[9] {
            /// Nothing.
            None = 1,
            Some = 2,
            Ok = 3,
            Err = 4,
        }
        #[cfg(all())]
        enum Result in a16[9] { Vec = 5 }
        /// Does everything.
        #[allow(unused_input, unset_output, maybe_undefined)]
        #[deprecated]
        pub fn everything(
            a: a8[0], b: a256[1]?, c: f16[2], d: f512[3]?, e: r2048[4], f: s16[5], g: s16[6]?,
        ) -> (
            a: a8[0], b: a256[1]?, c: f16[2], h: f512[4]?, i: r2048[5]?, f: s16[5], g: s16[6]?,
        ) {
            put     a8[9], BYTE;
            put     a128[9], KNOWN;
            put     a256[9], WIDE;
            put     a512[9], WIDER;
            put     f16[9], HALF;
            put     f16b[9], BRAIN;
            put     f64[9], REAL;
            put     r160[9], BYTES;
            put     s16[9], TEXT;
            put     s16[9], TEXTS;
            put     a16[3], super::LIMIT;
            put     a16[3], { super::LIMIT + 1 };
            #[cfg(any())]
            nothing;
            #[cfg(all())]
            put     register, 1;
            require ifz register => Some;
            require ifz register => Vec;
            #[allow(clobbered)]
            routine own;
            call    other::run;
            call    super::LIMIT @ super::LIBRARY;
            jmp     end;
        end:
            ret;
        }
        pub fn own() { put register, 2; ifz register; jif more; refuse Err;
            more: require st0 => None; inv st0; require not st0 => Ok; ret; }
        }
    }

    pub static PLAIN: [::aluvm::Instr; 2] = ::aluvm::aluasm! { put a8[0], { 5 }; ret; };
}

mod bare {
    #![no_implicit_prelude]

    ::aluvm::isa_extension! {
        /// Instructions of a host.
        pub enum HostInstr: "HOST" {
        /// Reads a value.
        #[cfg(all())]
        Load = 0x90 [key: ::aluvm::isa::Idx16, #5/4, dst: ::aluvm::isa::Idx32, #0/3]
            "sload" (s16 key, a64 dst) reads(s16 key) writes(a64 dst, st0) cost 200;
        /// Waits.
        #[cfg_attr(all(), deprecated)]
        Wait = 0x91 [flag: ::aluvm::isa::SignFlag, is_loud: ::aluvm::isa::Switch, #0/6,
            blocks: ::aluvm::isa::Unsigned8, step: ::aluvm::isa::Step]
            "swait" .flag (blocks, is_loud, minus step) where blocks = 1
            | "sleep" .flag (blocks, is_loud, step)
            reads(a16 0) writes() cost 1;
        /// Is never there.
        #[cfg(any())]
        Never = 0x92 [size: ::aluvm::isa::SizeA, dst: ::aluvm::isa::Idx32]
            "never" (size dst) reads() writes() cost 1;
        /// Jumps.
        Leap = 0x93 [target: ::aluvm::isa::Offset] "leap" (target) reads() writes() cost 1;
        }
    }

    impl ::aluvm::Extension for HostInstr {
        type Context<'c> = ();

        fn execute(
            &self,
            _: &mut ::aluvm::Registers,
            _: &mut (),
        ) -> ::core::ops::ControlFlow<()> {
            ::core::ops::ControlFlow::Break(())
        }
    }

    const LIMIT: ::core::primitive::u16 = 1000;
    const LIBRARY: ::aluvm::LibId = ::aluvm::LibId::from_bytes([7; 32]);
    const TEXT: &[::core::primitive::u8] = b"text";
    const SITE: ::aluvm::LibSite = ::aluvm::LibSite { lib: LIBRARY, offset: 0x10 };

    pub static CODE: [::aluvm::Instr; 23] = ::aluvm::aluasm! {
        #![isa(HostInstr)]
        start:
            let counter = a64[5];
            put     counter, 5;
            put     a16[0], LIMIT;
            put     a16[1], LIMIT;
            put     a16[0], { if LIMIT > 5 { 1 } else { 2 } };
            put     a128[0], { 340282366920938463463374607431768211455 };
            put     r256[0], LIMIT;
            put     r256[0], 0xFF;
            put     f32[0], { 0.5 };
            put     s16[0], { b"bytes" };
            put     s16[0], "text";
            put     a1024[0], -1;
            add     a8[0], { 1 };
            del.n   s16[0], s16[1], a8[0], a8[1], { LIMIT > 5 }, false;
            call    LIMIT @ LIBRARY;
            call    SITE;
            call    5 @ LIBRARY;
            jmp     start;
            jif     LIMIT;
            .byte   0x47;
            sload   s16[1], a64[2];
            leap    start;
            leap    LIMIT;
            #[cfg(all())]
            ret;
            #[cfg(any())]
            nothing;
    };

    pub fn expression() -> [::aluvm::Instr; 23] {
        ::aluvm::aluasm! {
            #![isa(self::HostInstr)]
        start:
            let counter = a64[5];
            put     counter, 5;
            put     a16[0], LIMIT;
            put     a16[1], LIMIT;
            put     a16[0], { if LIMIT > 5 { 1 } else { 2 } };
            put     a128[0], { 340282366920938463463374607431768211455 };
            put     r256[0], LIMIT;
            put     r256[0], 0xFF;
            put     f32[0], { 0.5 };
            put     s16[0], { b"bytes" };
            put     s16[0], "text";
            put     a1024[0], -1;
            add     a8[0], { 1 };
            del.n   s16[0], s16[1], a8[0], a8[1], { LIMIT > 5 }, false;
            call    LIMIT @ LIBRARY;
            call    SITE;
            call    5 @ LIBRARY;
            jmp     start;
            jif     LIMIT;
            .byte   0x47;
            sload   s16[1], a64[2];
            leap    start;
            leap    LIMIT;
            #[cfg(all())]
            ret;
            #[cfg(any())]
            nothing;
        }
    }

    ::aluvm::alulib! {
        /// Is imported.
        pub mod imported { pub fn run() { ret; } }
    }

    ::aluvm::alulib! {
        /// Does everything.
        pub mod library {
        //! Does everything.
        #![isa(super::HostInstr)]
        #![isae("ALU HOST")]
        use super::imported as other;
        /// Numbers of all kinds.
        pub const BYTE: a8 = 2 + 3;
        const KNOWN: a128 = 7;
        const WIDE: a256 = super::LIMIT;
        const WIDER: a512 = 0x1_0000_0000_0000_0000_0000_0000_0000_0000;
        const HALF: f16 = 0.5;
        const BRAIN: f16b = 1.0 / 2.0;
        const REAL: f64 = 1.0 / 4.0;
        const BYTES: r160 = 2 + 3;
        const TEXT: s16 = b"text";
        const TEXTS: s16 = super::TEXT;
        let register = a8[7];
        /// Names of the prelude.
        pub enum Option in a16[9] {
            /// Nothing.
            None = 1,
            Some = 2,
            Ok = 3,
            Err = 4,
        }
        #[cfg(all())]
        enum Result in a16[9] { Vec = 5 }
        /// Does everything.
        #[allow(unused_input, unset_output, maybe_undefined)]
        #[deprecated]
        pub fn everything(
            a: a8[0], b: a256[1]?, c: f16[2], d: f512[3]?, e: r2048[4], f: s16[5], g: s16[6]?,
        ) -> (
            a: a8[0], b: a256[1]?, c: f16[2], h: f512[4]?, i: r2048[5]?, f: s16[5], g: s16[6]?,
        ) {
            put     a8[9], BYTE;
            put     a128[9], KNOWN;
            put     a256[9], WIDE;
            put     a512[9], WIDER;
            put     f16[9], HALF;
            put     f16b[9], BRAIN;
            put     f64[9], REAL;
            put     r160[9], BYTES;
            put     s16[9], TEXT;
            put     s16[9], TEXTS;
            put     a16[3], super::LIMIT;
            put     a16[3], { super::LIMIT + 1 };
            #[cfg(any())]
            nothing;
            #[cfg(all())]
            put     register, 1;
            require ifz register => Some;
            require ifz register => Vec;
            #[allow(clobbered)]
            routine own;
            call    other::run;
            call    super::LIMIT @ super::LIBRARY;
            jmp     end;
        end:
            ret;
        }
        pub fn own() { put register, 2; ifz register; jif more; refuse Err;
            more: require st0 => None; inv st0; require not st0 => Ok; ret; }
        }
    }

    pub static PLAIN: [::aluvm::Instr; 2] = ::aluvm::aluasm! { put a8[0], { 5 }; ret; };
}

fn main() {
    assert_eq!(shadowed::CODE, bare::CODE);
    assert_eq!(shadowed::expression(), bare::expression());
    assert_eq!(shadowed::PLAIN, bare::PLAIN);
    let load = <shadowed::HostInstr as aluvm::InstructionSet>::from_word(0x01_90 | 5 << 12);
    assert_eq!(format!("{load:?}"), "Some(Load { key: Idx16(1), dst: Idx32(0) })");
    assert!(load == load.clone() && load.is_some());
}
