; AluVM assembly. Made from the instruction table by the test tests/editors; `ALUVM_BLESS=1 cargo test -p
; aluvm-tests --test editors` writes it anew.

((line_comment) @comment.line.documentation
  (#match? @comment.line.documentation "^//(!|/([^/]|$))"))
((line_comment) @comment.line
  (#not-match? @comment.line "^//(!|/([^/]|$))"))
(block_comment) @comment.block

(string) @string
(raw_string) @string
(escape) @constant.character.escape
(character) @constant.character
(number) @constant.numeric
(status) @variable.builtin

(attribute (identifier) @attribute)

"use" @keyword.control.import
"as" @keyword.control.import
"pub" @keyword.storage.modifier
"const" @keyword.storage.type
"let" @keyword.storage.type
"enum" @keyword.storage.type
"in" @keyword.storage.type
"fn" @keyword.function
"require" @keyword.control
"not" @keyword.control
"refuse" @keyword.control

(constant name: (identifier) @constant)
(errors name: (identifier) @type.enum)
(errors register: (identifier) @variable)
(variant name: (identifier) @type.enum.variant)
(routine name: (identifier) @function)
(parameter name: (identifier) @variable.parameter)
(parameter register: (identifier) @variable)
(alias name: (identifier) @variable)
(alias register: (identifier) @variable)
(import (identifier) @namespace)
(import (path name: (identifier) @namespace))
(label name: (identifier) @label)
(requirement error: (identifier) @type.enum.variant)
(requirement error: (path name: (identifier) @type.enum.variant))
(refusal error: (identifier) @type.enum.variant)
(refusal error: (path name: (identifier) @type.enum.variant))
(directive "." @keyword.directive name: (identifier) @keyword.directive)

(path module: (identifier) @namespace)
((instruction (path name: (identifier) @constant))
  (#match? @constant "^[A-Z]"))
((instruction (path name: (identifier) @function))
  (#not-match? @function "^[A-Z]"))
(instruction "." @punctuation.delimiter)

((name) @constant.builtin
  (#any-of? @constant.builtin "true" "false" "inf"))
; A constant; the disassembler gives labels such names too.
((name) @constant
  (#match? @constant "^[A-Z]")
  (#not-match? @constant "^L[0-9A-F]{4}$"))

((register size: (size) @variable.builtin)
  (#any-of? @variable.builtin "a8" "a16" "a32" "a64" "a128" "a256" "a512" "a1024" "f16b" "f16" "f32" "f64" "f80" "f128" "f256" "f512" "r128" "r160" "r256" "r512" "r1024" "r2048" "r4096" "r8192" "s16"))

((constant size: (size) @type.builtin)
  (#any-of? @type.builtin "a8" "a16" "a32" "a64" "a128" "a256" "a512" "a1024" "f16b" "f16" "f32" "f64" "f80" "f128" "f256" "f512" "r128" "r160" "r256" "r512" "r1024" "r2048" "r4096" "r8192" "s16"))

((mnemonic) @keyword.control
  (#any-of? @keyword.control "call" "exec" "fail" "jif" "jmp" "nop" "ret" "routine" "test"))

((mnemonic) @keyword
  (#any-of? @keyword "abs" "add" "and" "blake3" "clr" "cnt" "cnv" "con" "cpy" "dec" "del" "div" "dup" "edadd" "edgen" "edmul" "edneg" "eq" "extr" "fill" "find" "gt" "ifn" "ifz" "inc" "inj" "ins" "inv" "join" "len" "lt" "mov" "mul" "neg" "not" "or" "put" "putif" "rem" "rev" "ripemd" "scl" "scr" "secpadd" "secpgen" "secpmul" "secpneg" "sha2" "shl" "shr" "splt" "spy" "st" "sub" "swp" "xor"))

((mnemonic) @function
  (#not-match? @function "^(routine|secpadd|secpgen|secpmul|secpneg|blake3|ripemd|edadd|edgen|edmul|edneg|putif|call|exec|extr|fail|fill|find|join|sha2|splt|test|abs|add|and|clr|cnt|cnv|con|cpy|dec|del|div|dup|ifn|ifz|inc|inj|ins|inv|jif|jmp|len|mov|mul|neg|nop|not|put|rem|ret|rev|scl|scr|shl|shr|spy|sub|swp|xor|eq|gt|lt|or|st)$"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "ins")
  (#any-of? @keyword.storage.modifier "a" "c" "e" "f" "l" "o" "s" "x"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "st")
  (#any-of? @keyword.storage.modifier "a" "n" "o" "s"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "del")
  (#any-of? @keyword.storage.modifier "c" "e" "n" "z"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "add" "div" "mul" "sub")
  (#any-of? @keyword.storage.modifier "c" "f" "n" "sc" "sw" "uc" "uw" "z"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "splt")
  (#any-of? @keyword.storage.modifier "cn" "cz" "ee" "n" "nn" "nz" "zn" "zz"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "fill")
  (#any-of? @keyword.storage.modifier "e" "f"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "eq")
  (#any-of? @keyword.storage.modifier "e" "n" "r"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "gt" "lt")
  (#any-of? @keyword.storage.modifier "e" "r" "s" "u"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "edadd")
  (#any-of? @keyword.storage.modifier "l" "s"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#any-of? @_of "shr")
  (#any-of? @keyword.storage.modifier "s" "u"))

((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)
  (#not-match? @_of "^(routine|secpadd|secpgen|secpmul|secpneg|blake3|ripemd|edadd|edgen|edmul|edneg|putif|call|exec|extr|fail|fill|find|join|sha2|splt|test|abs|add|and|clr|cnt|cnv|con|cpy|dec|del|div|dup|ifn|ifz|inc|inj|ins|inv|jif|jmp|len|mov|mul|neg|nop|not|put|rem|ret|rev|scl|scr|shl|shr|spy|sub|swp|xor|eq|gt|lt|or|st)$"))

((instruction mnemonic: (mnemonic) @_of (name) @label)
  (#match? @_of "^(routine|jif|jmp)$")
  (#match? @label "^([^A-Z]|L[0-9A-F]{4}$)")
  (#not-match? @label "^(true|false|inf)$"))

((instruction mnemonic: (mnemonic) @_of (name) @variable)
  (#not-match? @_of "^(routine|jif|jmp)$")
  (#match? @variable "^[^A-Z]")
  (#not-match? @variable "^(true|false|inf)$"))

[":" ";" "," "::"] @punctuation.delimiter
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["=>" "->" "=" "-" "@" "?"] @operator
["#" "!"] @punctuation.special
