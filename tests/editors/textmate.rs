//! Grammars of TextMate: of a file, and of what stands in the macros.

use serde_json::{Value, json};

use crate::{alternatives, flags, mnemonics, sizes};

/// What follows a name that ends there.
const END: &str = r"(?![\w.])";

pub(crate) fn grammar() -> Value {
    json!({
        "name": "AluVM assembly",
        "scopeName": "source.aluasm",
        "fileTypes": ["aluasm"],
        "patterns": [
            { "include": "#comments" },
            { "include": "#attributes" },
            { "include": "#items" },
            { "include": "#statements" },
            { "include": "#operands" },
            { "include": "#braces" },
        ],
        "repository": {
            "comments": { "patterns": comments() },
            "block-comment": {
                "begin": r"/\*", "end": r"\*/", "name": "comment.block.aluasm",
                "patterns": [{ "include": "#block-comment" }],
            },
            "attributes": {
                "begin": r"#!?\[", "end": r"\]", "name": "meta.attribute.aluasm",
                "patterns": [
                    { "include": "#strings" },
                    { "match": r"\b[A-Za-z_]\w*\b", "name": "entity.other.attribute-name.aluasm" },
                ],
            },
            "items": { "patterns": items() },
            "statements": { "patterns": statements() },
            "operands": { "patterns": operands() },
            "strings": { "patterns": strings() },
            "braces": {
                "begin": r"\{", "end": r"\}",
                "beginCaptures": { "0": { "name": "punctuation.section.block.begin.aluasm" } },
                "endCaptures": { "0": { "name": "punctuation.section.block.end.aluasm" } },
                "patterns": [{ "include": "$self" }],
            },
        },
    })
}

/// What stands in the macros of Rust.
pub(crate) fn injection() -> Value {
    let rules = [("\\{", "\\}"), ("\\(", "\\)"), ("\\[", "\\]")].map(|(open, close)| {
        json!({
            "begin": format!(r"\b(aluasm|alulib)\s*(!)\s*({open})"),
            "beginCaptures": {
                "1": { "name": "entity.name.function.macro.rust" },
                "2": { "name": "entity.name.function.macro.rust" },
                "3": { "name": "punctuation.section.embedded.begin.rust" },
            },
            "end": close,
            "endCaptures": { "0": { "name": "punctuation.section.embedded.end.rust" } },
            "contentName": "meta.embedded.block.aluasm",
            "patterns": [{ "include": "source.aluasm" }],
        })
    });
    json!({
        "scopeName": "source.aluasm.rust",
        "injectionSelector": "L:source.rust -comment -string -meta.embedded.block.aluasm",
        "patterns": rules,
    })
}

fn comments() -> Value {
    json!([
        {
            "match": r"//!.*$|///(?!/).*$",
            "name": "comment.line.documentation.aluasm",
        },
        { "match": r"//.*$", "name": "comment.line.double-slash.aluasm" },
        { "include": "#block-comment" },
    ])
}

fn strings() -> Value {
    json!([
        {
            "begin": r##"\bb?r(#*)""##, "end": r#""\1"#, "name": "string.quoted.raw.aluasm",
        },
        {
            "begin": r#"b?""#, "end": "\"", "name": "string.quoted.double.aluasm",
            "patterns": [{
                "match": r"\\(x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]+\}|.|$)",
                "name": "constant.character.escape.aluasm",
            }],
        },
        { "match": r"b'(\\x[0-9A-Fa-f]{2}|\\.|[^'\\])'", "name": "constant.character.aluasm" },
    ])
}

fn items() -> Value {
    let sizes = alternatives(&sizes());
    json!([
        {
            "match": r"\b(fn)\s+([A-Za-z_]\w*)",
            "captures": {
                "1": { "name": "keyword.declaration.aluasm" },
                "2": { "name": "entity.name.function.aluasm" },
            },
        },
        {
            "match": format!(r"\b(const)\s+([A-Za-z_]\w*)(?:\s*:\s*({sizes})\b)?"),
            "captures": {
                "1": { "name": "keyword.declaration.aluasm" },
                "2": { "name": "variable.other.constant.aluasm" },
                "3": { "name": "storage.type.size.aluasm" },
            },
        },
        {
            "match": r"\b(let)\s+([A-Za-z_]\w*)",
            "captures": {
                "1": { "name": "keyword.declaration.aluasm" },
                "2": { "name": "variable.other.alias.aluasm" },
            },
        },
        {
            "match": r"\b(enum|mod)\s+([A-Za-z_]\w*)",
            "captures": {
                "1": { "name": "keyword.declaration.aluasm" },
                "2": { "name": "entity.name.type.aluasm" },
            },
        },
        {
            "match": r"\b(as)\s+([A-Za-z_]\w*)",
            "captures": {
                "1": { "name": "keyword.other.aluasm" },
                "2": { "name": "entity.name.namespace.aluasm" },
            },
        },
        {
            "match": r"\b(pub|in|use|as)\b(?!\s*:)",
            "name": "keyword.other.aluasm",
        },
    ])
}

fn statements() -> Value {
    let (ways, others) = mnemonics();
    let mut all = vec![
        json!({
            "match": r"\b(require|not|refuse)\b(?!\s*:)",
            "name": "keyword.control.aluasm",
        }),
        json!({ "match": r"(?<!\w)\.(byte|isae|lib|data)\b", "name": "keyword.mnemonic.aluasm" }),
        // A label may have the name of a mnemonic, and so may where a jump goes.
        json!({
            "match": r"(?:^|(?<=[;{}]))\s*([A-Za-z_]\w*)(:)(?!:)",
            "captures": {
                "1": { "name": "entity.name.label.aluasm" },
                "2": { "name": "punctuation.separator.label.aluasm" },
            },
        }),
        json!({
            "match": r"\b(jmp|jif|routine)\s+([a-z_]\w*)(?=\s*;)",
            "captures": {
                "1": { "name": "keyword.control.mnemonic.aluasm" },
                "2": { "name": "entity.name.label.aluasm" },
            },
        }),
    ];
    for (flags, mnemonics) in flags() {
        let pattern = format!(r"\b({})(\.)({})\b", alternatives(&mnemonics), alternatives(&flags));
        all.push(json!({
            "match": pattern,
            "captures": {
                "1": { "name": "keyword.mnemonic.aluasm" },
                "2": { "name": "punctuation.separator.flags.aluasm" },
                "3": { "name": "storage.modifier.flags.aluasm" },
            },
        }));
    }
    for (words, name) in
        [(ways, "keyword.control.mnemonic.aluasm"), (others, "keyword.mnemonic.aluasm")]
    {
        let pattern = format!(r"(?<![\w.:])({})\b(?!\s*[:=\[])", alternatives(&words));
        all.push(json!({ "match": pattern, "name": name }));
    }
    all.into()
}

fn operands() -> Value {
    let sizes = alternatives(&sizes());
    json!([
        { "include": "#strings" },
        {
            "match": format!(r"\b({sizes})(\[)\s*(\d+)\s*(\])"),
            "captures": {
                "1": { "name": "variable.language.register.aluasm" },
                "2": { "name": "punctuation.definition.index.aluasm" },
                "3": { "name": "constant.numeric.index.aluasm" },
                "4": { "name": "punctuation.definition.index.aluasm" },
            },
        },
        { "match": format!(r"\b({sizes}){END}"), "name": "storage.type.size.aluasm" },
        { "match": format!(r"\bst0{END}"), "name": "variable.language.status.aluasm" },
        { "match": format!(r"\b(true|false|inf){END}"), "name": "constant.language.aluasm" },
        {
            "match": r"\b(0x[0-9A-Fa-f_]+(\.[0-9A-Fa-f_]+)?([pP][+-]?[0-9_]+)?|0b[01_]+|0o[0-7_]+|[0-9][0-9_]*(\.[0-9_]+)?([eE][+-]?[0-9_]+)?)\b",
            "name": "constant.numeric.aluasm",
        },
        {
            "match": r"\b([A-Za-z_]\w*)(::)(?:([a-z_]\w*)\b)?",
            "captures": {
                "1": { "name": "entity.name.namespace.aluasm" },
                "2": { "name": "punctuation.separator.path.aluasm" },
                "3": { "name": "entity.name.function.aluasm" },
            },
        },
        { "match": r"\b[A-Z]\w*\b", "name": "variable.other.constant.aluasm" },
        { "match": r"\b[a-z_]\w*(?=\s*:(?!:))", "name": "variable.parameter.aluasm" },
        { "match": r"=>|->", "name": "keyword.operator.aluasm" },
        { "match": r";", "name": "punctuation.terminator.aluasm" },
        { "match": r",", "name": "punctuation.separator.aluasm" },
    ])
}
