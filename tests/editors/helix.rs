//! The queries of Helix, which say how the nodes of its grammar are coloured. Each node has one colour at most,
//! since versions of Helix differ in whether the first or the last pattern wins.

use std::collections::BTreeSet;
use std::fmt::Write;

use aluvm_core::isa::OperandForm;

use crate::{alternatives, flags, mnemonics, sizes, syntaxes};

const HEAD: &str = r#"; AluVM assembly. Made from the instruction table by the test tests/editors; `ALUVM_BLESS=1 cargo test -p
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
"#;

const TAIL: &str = r##"
[":" ";" "," "::"] @punctuation.delimiter
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["=>" "->" "=" "-" "@" "?"] @operator
["#" "!"] @punctuation.special
"##;

/// Words as a predicate takes them.
fn quoted<'w>(words: impl IntoIterator<Item = &'w &'w str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("\"{word}\"")).collect();
    words.join(" ")
}

/// A pattern for the whole of a word. Not every engine of queries understands the opposite of `any-of`.
fn whole<'w>(words: impl IntoIterator<Item = &'w &'w str>) -> String {
    format!("\"^({})$\"", alternatives(words))
}

pub(crate) fn highlights() -> String {
    let mut text = String::from(HEAD);
    let mut pattern = |written: String| writeln!(text, "\n{written}").expect("a string grows");
    let sizes = quoted(&sizes());
    for (node, capture) in [
        ("(register size: (size) @variable.builtin)", "variable.builtin"),
        ("(constant size: (size) @type.builtin)", "type.builtin"),
    ] {
        pattern(format!("({node}\n  (#any-of? @{capture} {sizes}))"));
    }

    let (ways, others) = mnemonics();
    let known = whole(ways.union(&others));
    for (capture, predicate, words) in [
        ("keyword.control", "any-of", &quoted(&ways)),
        ("keyword", "any-of", &quoted(&others)),
        ("function", "not-match", &known),
    ] {
        pattern(format!("((mnemonic) @{capture}\n  (#{predicate}? @{capture} {words}))"));
    }

    let with_flags = |predicate: String| {
        format!(
            "((instruction mnemonic: (mnemonic) @_of flags: (flags) @keyword.storage.modifier)\n  \
             {predicate})"
        )
    };
    for (flags, mnemonics) in flags() {
        let (mnemonics, flags) = (quoted(&mnemonics), quoted(&flags));
        pattern(with_flags(format!(
            "(#any-of? @_of {mnemonics})\n  (#any-of? @keyword.storage.modifier {flags})"
        )));
    }
    // Which flags a host's instructions take is not known.
    pattern(with_flags(format!("(#not-match? @_of {known})")));

    let targets = whole(&targets());
    for (capture, predicate, form) in
        [("label", "match", "^([^A-Z]|L[0-9A-F]{4}$)"), ("variable", "not-match", "^[^A-Z]")]
    {
        pattern(format!(
            "((instruction mnemonic: (mnemonic) @_of (name) @{capture})\n  \
             (#{predicate}? @_of {targets})\n  \
             (#match? @{capture} \"{form}\")\n  \
             (#not-match? @{capture} \"^(true|false|inf)$\"))"
        ));
    }
    text + TAIL
}

/// The mnemonics behind which a label stands.
fn targets() -> BTreeSet<&'static str> {
    let is_target = |one: &OperandForm| matches!(one, OperandForm::Target(_));
    let with_target = syntaxes().filter(|(_, syntax)| syntax.operands.iter().any(is_target));
    with_target.map(|(_, syntax)| syntax.mnemonic).collect()
}
