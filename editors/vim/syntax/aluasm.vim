" AluVM assembly. Made from the instruction table by the test tests/editors; `ALUVM_BLESS=1 cargo test -p
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
syn match aluasmSize "\<\%(a1024\|r1024\|r2048\|r4096\|r8192\|a128\|a256\|a512\|f128\|f16b\|f256\|f512\|r128\|r160\|r256\|r512\|a16\|a32\|a64\|f16\|f32\|f64\|f80\|s16\|a8\)\>"
syn match aluasmRegister "\<\%(a1024\|r1024\|r2048\|r4096\|r8192\|a128\|a256\|a512\|f128\|f16b\|f256\|f512\|r128\|r160\|r256\|r512\|a16\|a32\|a64\|f16\|f32\|f64\|f80\|s16\|a8\)\[\d\+\]"
syn match aluasmWay "[.:]\@1<!\<\%(routine\|call\|exec\|fail\|test\|jif\|jmp\|nop\|ret\)\>\%(\s*[:=\[]\)\@!"
syn match aluasmMnemonic "[.:]\@1<!\<\%(secpadd\|secpgen\|secpmul\|secpneg\|blake3\|ripemd\|edadd\|edgen\|edmul\|edneg\|putif\|extr\|fill\|find\|join\|sha2\|splt\|abs\|add\|and\|clr\|cnt\|cnv\|con\|cpy\|dec\|del\|div\|dup\|ifn\|ifz\|inc\|inj\|ins\|inv\|len\|mov\|mul\|neg\|not\|put\|rem\|rev\|scl\|scr\|shl\|shr\|spy\|sub\|swp\|xor\|eq\|gt\|lt\|or\|st\)\>\%(\s*[:=\[]\)\@!"
syn match aluasmFlags "\%(\<\%(ins\)\.\)\@<=\%(a\|c\|e\|f\|l\|o\|s\|x\)\>"
syn match aluasmFlags "\%(\<\%(st\)\.\)\@<=\%(a\|n\|o\|s\)\>"
syn match aluasmFlags "\%(\<\%(del\)\.\)\@<=\%(c\|e\|n\|z\)\>"
syn match aluasmFlags "\%(\<\%(add\|div\|mul\|sub\)\.\)\@<=\%(sc\|sw\|uc\|uw\|c\|f\|n\|z\)\>"
syn match aluasmFlags "\%(\<\%(splt\)\.\)\@<=\%(cn\|cz\|ee\|nn\|nz\|zn\|zz\|n\)\>"
syn match aluasmFlags "\%(\<\%(fill\)\.\)\@<=\%(e\|f\)\>"
syn match aluasmFlags "\%(\<\%(eq\)\.\)\@<=\%(e\|n\|r\)\>"
syn match aluasmFlags "\%(\<\%(gt\|lt\)\.\)\@<=\%(e\|r\|s\|u\)\>"
syn match aluasmFlags "\%(\<\%(edadd\)\.\)\@<=\%(l\|s\)\>"
syn match aluasmFlags "\%(\<\%(shr\)\.\)\@<=\%(s\|u\)\>"

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
