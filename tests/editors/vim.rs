//! The syntax file of Vim, which Neovim has too.

use std::fmt::Write;

use crate::{alternatives, flags, mnemonics, sizes};

const HEAD: &str = r#"" AluVM assembly. Made from the instruction table by the test tests/editors; `ALUVM_BLESS=1 cargo test -p
" aluvm-tests --test editors` writes it anew.
if exists("b:current_syntax")
  finish
endif

syn case match
syn sync minlines=200

syn match aluasmMnemonic "\w\@1<!\.\%(byte\|isae\|lib\|data\)\>"
syn keyword aluasmKeyword pub in use as mod
syn keyword aluasmControl require not refuse
syn keyword aluasmBoolean true false inf
syn keyword aluasmStatus st0
syn match aluasmConstant "\<\u\w*\>"
syn match aluasmNumber "\<\d[0-9_]*\%(\.[0-9_]\+\)\?\%([eE][+-]\?[0-9_]\+\)\?\>"
syn match aluasmNumber "\<0x[0-9A-Fa-f_]\+\>"
syn match aluasmNumber "\<0b[01_]\+\>"
syn match aluasmNumber "\<0o[0-7_]\+\>"
syn match aluasmModule "\<\h\w*\ze::"
syn match aluasmFunction "::\zs\l\w*\>"
"#;

const TAIL: &str = r##"
" Behind the mnemonics, whose names labels can have.
syn match aluasmLabel "\%(^\|[;{}]\)\s*\zs\h\w*\ze:\%([^:]\|$\)"
syn match aluasmTarget "\%(\<\%(jmp\|jif\|routine\)\s\+\)\@<=\l\w*\ze\s*;"

syn keyword aluasmDeclaration fn nextgroup=aluasmFunction skipwhite
syn keyword aluasmDeclaration let nextgroup=aluasmAlias skipwhite
syn keyword aluasmDeclaration const enum
syn match aluasmFunction "\h\w*" contained
syn match aluasmAlias "\h\w*" contained

syn match aluasmEscape "\\\%(x\x\x\|u{[0-9A-Fa-f_]\+}\|.\)" contained
syn region aluasmString start=+b\?"+ skip=+\\.+ end=+"+ contains=aluasmEscape
syn region aluasmString start=+\<b\?r"+ end=+"+
syn region aluasmString start=+\<b\?r\z(#\+\)"+ end=+"\z1+
syn match aluasmCharacter "\<b'\%(\\x\x\x\|\\.\|[^'\\]\)'"

syn region aluasmAttribute start="#!\?\[" end="\]" contains=aluasmString
syn keyword aluasmTodo TODO FIXME contained
syn match aluasmComment "//.*$" contains=aluasmTodo
syn match aluasmDocumentation "//[/!].*$" contains=aluasmTodo
syn region aluasmComment start="/\*" end="\*/" contains=aluasmComment,aluasmTodo

hi def link aluasmKeyword Keyword
hi def link aluasmDeclaration Keyword
hi def link aluasmControl Conditional
hi def link aluasmMnemonic Statement
hi def link aluasmWay Conditional
hi def link aluasmFlags StorageClass
hi def link aluasmRegister Identifier
hi def link aluasmSize Type
hi def link aluasmStatus Special
hi def link aluasmBoolean Boolean
hi def link aluasmConstant Constant
hi def link aluasmNumber Number
hi def link aluasmString String
hi def link aluasmCharacter Character
hi def link aluasmEscape SpecialChar
hi def link aluasmModule Include
hi def link aluasmFunction Function
hi def link aluasmAlias Identifier
hi def link aluasmLabel Label
hi def link aluasmTarget Label
hi def link aluasmAttribute PreProc
hi def link aluasmComment Comment
hi def link aluasmDocumentation SpecialComment
hi def link aluasmTodo Todo

let b:current_syntax = "aluasm"
"##;

pub(crate) fn syntax() -> String {
    let mut text = String::from(HEAD);
    let (ways, others) = mnemonics();
    let pattern = |words: String| words.replace('|', "\\|");
    let mut line = |written: String| writeln!(text, "{written}").expect("a string grows");
    let sizes = pattern(alternatives(&sizes()));
    line(format!("syn match aluasmSize \"\\<\\%({sizes}\\)\\>\""));
    line(format!("syn match aluasmRegister \"\\<\\%({sizes}\\)\\[\\d\\+\\]\""));
    for (group, words) in [("aluasmWay", ways), ("aluasmMnemonic", others)] {
        let words = pattern(alternatives(&words));
        // Where a keyword would be looked for, no label can be.
        line(format!("syn match {group} \"[.:]\\@1<!\\<\\%({words}\\)\\>\\%(\\s*[:=\\[]\\)\\@!\""));
    }
    for (flags, mnemonics) in flags() {
        let (flags, mnemonics) = (pattern(alternatives(&flags)), pattern(alternatives(&mnemonics)));
        line(format!(
            "syn match aluasmFlags \"\\%(\\<\\%({mnemonics}\\)\\.\\)\\@<=\\%({flags}\\)\\>\""
        ));
    }
    text + TAIL
}
