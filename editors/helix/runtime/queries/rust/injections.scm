; Colours inside of `aluasm!` and `alulib!` in Rust. Helix takes one file of injections for a language, so that this one
; says again what its own says of comments and of other macros.

([(line_comment) (block_comment)] @injection.content
 (#set! injection.language "comment"))

((macro_invocation
  macro: [
    (identifier) @_macro
    (scoped_identifier name: (identifier) @_macro)
  ]
  (token_tree) @injection.content)
 (#match? @_macro "^(aluasm|alulib|rgbasm)$")
 (#set! injection.language "aluasm")
 (#set! injection.include-children))

((macro_invocation
  macro: [
    (identifier) @_macro
    (scoped_identifier name: (identifier) @_macro)
  ]
  (token_tree) @injection.content)
 (#not-match? @_macro "^(aluasm|alulib|rgbasm)$")
 (#set! injection.language "rust")
 (#set! injection.include-children))

((macro_rule
  (token_tree) @injection.content)
 (#set! injection.language "rust")
 (#set! injection.include-children))
