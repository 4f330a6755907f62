// The language of `.aluasm` files and of disassembled libraries. It knows no mnemonic and no register: an identifier
// at the beginning of a statement is a mnemonic, one before `[` a size. Which of them exist, the queries say, which
// are made from the instruction table. After a change: `editors/test generate`.

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const list = (rule) => seq(rule, repeat(seq(",", rule)), optional(","));

module.exports = grammar({
  name: "aluasm",

  extras: ($) => [/\s/, $.line_comment, $.block_comment],

  externals: ($) => [$.block_comment, $.raw_string, $._string_content, $._error_sentinel],

  word: ($) => $.identifier,

  rules: {
    source_file: ($) => repeat(choice($._item, $._statement)),

    _item: ($) => choice($.constant, $.errors, $.routine, $.import),

    constant: ($) =>
      seq(
        optional($.visibility),
        "const",
        field("name", $.identifier),
        ":",
        field("size", alias($.identifier, $.size)),
        "=",
        field("value", $._operand),
        ";",
      ),

    errors: ($) =>
      seq(
        optional($.visibility),
        "enum",
        field("name", $.identifier),
        "in",
        field("register", choice($.register, $.identifier)),
        "{",
        optional(list($.variant)),
        "}",
      ),

    variant: ($) =>
      seq(repeat($.attribute), field("name", $.identifier), optional(seq("=", field("number", $._operand)))),

    routine: ($) =>
      seq(
        optional($.visibility),
        "fn",
        field("name", $.identifier),
        field("inputs", $.parameters),
        optional(seq("->", field("outputs", $.parameters))),
        field("body", $.block),
      ),

    parameters: ($) => seq("(", optional(list($.parameter)), ")"),

    parameter: ($) =>
      seq(field("name", $.identifier), ":", field("register", choice($.register, $.identifier)), optional("?")),

    import: ($) =>
      seq(
        optional($.visibility),
        "use",
        choice(
          seq(field("file", $._text), "as", field("name", $.identifier), optional(seq("=", field("id", $._text)))),
          $.path,
          $.identifier,
        ),
        ";",
      ),

    visibility: ($) => seq("pub", optional(seq("(", repeat1($.identifier), ")"))),

    block: ($) => seq("{", repeat($._statement), "}"),

    _statement: ($) =>
      choice(
        $.attribute,
        $.label,
        $.alias,
        seq($.instruction, ";"),
        seq($.directive, ";"),
        seq($.requirement, ";"),
        seq($.refusal, ";"),
        ";",
      ),

    // Any word can be a label, also one with which other statements begin.
    label: ($) =>
      seq(
        field(
          "name",
          choice(
            $.identifier,
            ...["const", "enum", "fn", "let", "pub", "refuse", "require", "use"].map((word) =>
              alias(word, $.identifier),
            ),
          ),
        ),
        ":",
      ),

    alias: ($) =>
      seq("let", field("name", $.identifier), "=", field("register", choice($.register, $.identifier)), ";"),

    instruction: ($) =>
      seq(field("mnemonic", alias($.identifier, $.mnemonic)), optional($._flags), optional(list($._operand))),

    _flags: ($) => seq(".", field("flags", alias($.identifier, $.flags))),

    directive: ($) => seq(".", field("name", $.identifier), optional(list($._operand))),

    requirement: ($) =>
      seq("require", optional("not"), choice($.instruction, $.status), optional(seq("=>", $._error))),

    refusal: ($) => seq("refuse", $._error),

    _error: ($) => field("error", choice($.identifier, $.path)),

    _operand: ($) =>
      choice(
        $.register,
        $.status,
        $._name,
        $.path,
        $.number,
        $.negative,
        $.character,
        $._text,
        $.site,
        $.data,
      ),

    register: ($) => seq(field("size", alias($.identifier, $.size)), "[", field("index", $.number), "]"),

    status: (_) => "st0",

    // An alias, a constant, a label: its place and its first letter say which.
    _name: ($) => alias($.identifier, $.name),

    path: ($) => seq(repeat1(seq(field("module", $.identifier), "::")), field("name", $.identifier)),

    negative: ($) => seq("-", choice($.number, $._name)),

    // Where a library is called.
    site: ($) =>
      seq(
        field("offset", choice($.number, $._name, $.path)),
        "@",
        field("library", choice($._text, $.number, $._name, $.path)),
      ),

    // A place in the data segment.
    data: ($) => seq("@", $.number, optional(seq("[", $.number, "]"))),

    number: (_) =>
      token(
        choice(
          /0x[0-9A-Fa-f_]+(\.[0-9A-Fa-f_]+)?([pP][+-]?[0-9_]+)?/,
          /0[bo][0-9_]+/,
          /[0-9][0-9_]*(\.[0-9_]+)?([eE][+-]?[0-9_]+)?/,
        ),
      ),

    character: (_) => token(seq(optional("b"), "'", choice(/[^'\\\r\n]/, /\\[^x\r\n]/, /\\x[0-9A-Fa-f]{2}/), "'")),

    _text: ($) => choice($.string, $.raw_string),

    string: ($) =>
      seq(choice('"', 'b"'), repeat(choice($._string_content, $.escape)), token.immediate('"')),

    escape: (_) => token.immediate(/\\(x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]+\}|\r?\n|.)/),

    attribute: ($) => seq("#", optional("!"), "[", repeat($._attribute_part), "]"),

    _attribute_part: ($) =>
      choice(
        $.identifier,
        $.number,
        $._text,
        ",",
        "=",
        "::",
        seq("(", repeat($._attribute_part), ")"),
      ),

    identifier: (_) => /(r#)?[\p{XID_Start}_]\p{XID_Continue}*/,

    line_comment: (_) => token(/\/\/[^\r\n]*/),
  },
});
