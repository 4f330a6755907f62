"""Reads texts with the grammar for Helix, and looks at what the queries take each word for. `editors/test` compiles
the parser and installs what this needs; the argument is the compiled parser.
"""

import ctypes
import os
import pathlib
import re
import sys

from tree_sitter import Language, Parser, Query, QueryCursor, Range
import tree_sitter_rust

ROOT = pathlib.Path(__file__).parents[3]
HELIX = ROOT / "editors" / "helix"

# What `alu dis` prints, unknown bytes and places behind the end of the data included.
LIBRARY = """
.isae   "ALU BPDIGEST";
.lib    "alu1qqqq";
.data   b"\\x01\\x00";

/* 0x0000 */ call    0x001A @ "alu1qqqq";
/* 0x0004 */ exec    0x0000 @ 3;
L0008:
/* 0x0008 */ jif     L0008;
/* 0x000B */ put     a16[0], @0x0102;
/* 0x000F */ put     s16[0], @0x0000[7]; // runs as: nop
/* 0x0014 */ put     f64[0], -inf;
/* 0x0018 */ .byte 0x47, 0x01;
"""

# What somebody is writing: the rest is still read.
UNFINISHED = """
fn first() {
        add.
        put     a64[0], 
        ret
}

const LIMIT: a16 =

fn second(balance: a64[0], ) -> ( {
        put     a64[1], LIMIT;
        inc     a64[1]
}

fn third() { ret; }
"""

# Blocks of assembly and another macro, among Rust.
RUST = '''
fn main() {
    let lib = aluvm::aluasm! { put a64[0], 5; next: dec a64[0]; jif next; ret; };
    println!("{}", lib.id());
}

alulib! {
    /// A vault.
    pub mod vault {
        pub const MATURITY: a32 = 6;
        pub fn age(age: a32[0]) -> () { require not lt.u age, a32[1] => TooEarly; ret; }
    }
}
'''

# Of the nth piece of the sample that is this text, the captures.
SAMPLE = [
    ("//! A vault.", "comment.line.documentation"),
    ("use", "keyword.control.import"),
    ('"math.aluasm"', "string"),
    ("math", "namespace"),
    ("allow", "attribute"),
    ("pub", "keyword.storage.modifier"),
    ("MATURITY", "constant"),
    ("a32", "type.builtin"),
    ("6", "constant.numeric"),
    ("\\x00", "constant.character.escape"),
    ("needed", "variable"),
    ("a32", "variable.builtin", 1),
    ("enum", "keyword.storage.type"),
    ("Refusal", "type.enum"),
    ("TooEarly", "type.enum.variant"),
    ("0xFF", "constant.numeric"),
    ("fn", "keyword.function"),
    ("withdraw", "function"),
    ("balance", "variable.parameter"),
    ("put", "keyword"),
    ("needed", "variable", 1),
    ("MATURITY", "constant", 1),
    ("require", "keyword.control"),
    ("not", "keyword.control"),
    ("sub", "keyword"),
    ("uc", "keyword.storage.modifier"),
    ("=>", "operator"),
    ("TooEarly", "type.enum.variant", 1),
    ("test", "label"),
    ("jif", "keyword.control"),
    ("test", "label", 1),
    ("// a label called as a mnemonic", "comment.line"),
    ("call", "keyword.control"),
    ("math", "namespace", 1),
    ("double", "function"),
    ("z", "keyword.storage.modifier"),
    ("e", "keyword.storage.modifier"),
    ("/* a /* nested */ comment */", "comment.block"),
    ("refuse", "keyword.control"),
    ("1.5e3", "constant.numeric"),
    ("st0", "variable.builtin"),
    ("ret", "keyword.control"),
]


def language(library):
    function = ctypes.CDLL(library).tree_sitter_aluasm
    function.restype = ctypes.c_void_p
    capsule = ctypes.pythonapi.PyCapsule_New
    capsule.restype = ctypes.py_object
    capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    return Language(capsule(function(), b"tree_sitter.Language", None))


ALUASM = language(sys.argv[1])
PARSER = Parser(ALUASM)
HIGHLIGHTS = Query(ALUASM, (HELIX / "runtime/queries/aluasm/highlights.scm").read_text(encoding="utf-8"))


def parse(text):
    return PARSER.parse(text.encode()).root_node


def nodes(node):
    yield node
    for child in node.children:
        yield from nodes(child)


def read_whole(text, name):
    """The tree of a text that has no error."""
    tree = parse(text)
    for node in nodes(tree):
        assert not node.is_error and not node.is_missing, f"{name}: {node.start_point}: {node.text.decode()}"
    return tree


def pieces(tree):
    """Each coloured piece with its captures. Which of two would win differs between versions of Helix."""
    captures = {}
    for _, match in QueryCursor(HIGHLIGHTS).matches(tree):
        for name, node in ((name, node) for name, found in match.items() for node in found):
            if not name.startswith("_"):
                captures.setdefault((node.start_byte, node.end_byte, node.text.decode()), set()).add(name)
    for (start, _, text), names in captures.items():
        assert len(names) == 1, f"{text} at byte {start}: {names}"
    return sorted((start, text, min(names)) for (start, _, text), names in captures.items())


def sample():
    tree = read_whole((ROOT / "editors/sample.aluasm").read_text(encoding="utf-8"), "sample.aluasm")
    coloured = pieces(tree)
    for text, expected, *nth in SAMPLE:
        found = [name for _, piece, name in coloured if piece == text]
        assert found[nth[0] if nth else 0 :][:1] == [expected], f"{text}: {found}, not {expected}"


def files():
    """All contracts of the repository."""
    paths = []
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in (".git", "target", "node_modules")]
        paths += [pathlib.Path(folder, name) for name in names if name.endswith(".aluasm")]
    assert len(paths) > 9, paths
    for path in paths:
        pieces(read_whole(path.read_text(encoding="utf-8"), path))
    return len(paths)


def rows():
    """Each instruction of the rows in conformance/ has a mnemonic that the table has, and flags that it takes."""
    count = 0
    for path in (ROOT / "conformance").glob("*.txt"):
        for row in path.read_text(encoding="utf-8").splitlines():
            program = "" if row.startswith("#") else (re.split(r" \|(?: |$)", row) + [""])[1]
            # Some rows are made for all sizes.
            if not program or re.search(r"\b[afrx][NI]\b|\{", program):
                continue
            tree = read_whole("fn f() {\n" + re.sub(r"!\s*$", "", program) + ";\n}", row)
            coloured = {(start, text): name for start, text, name in pieces(tree)}
            for node in nodes(tree):
                if node.type in ("mnemonic", "flags", "size"):
                    name = coloured.get((node.start_byte, node.text.decode()), "nothing")
                    assert name.startswith(("keyword", "variable.builtin")), f"{row}: {node.text.decode()}: {name}"
            count += 1
    assert count > 300, count
    return count


def library():
    coloured = pieces(read_whole(LIBRARY, "a library"))
    for text, expected in [
        (".", "keyword.directive"),
        ("isae", "keyword.directive"),
        ("call", "keyword.control"),
        ("L0008", "label"),
        ("inf", "constant.builtin"),
        ("byte", "keyword.directive"),
    ]:
        assert {name for _, piece, name in coloured if piece == text} == {expected}, text
    assert [name for _, piece, name in coloured if piece == "L0008"] == ["label"] * 2


def words():
    """Words of the language in other places, and what looks like something else."""
    for text in [
        "require: use: not: in: let: jmp in; jif as; routine not;",
        "not a8[0], a8[1]; require not a; refuse path::To; require st0 => E;",
        'put s16[0], b"//\\"/* */"; put s16[0], r#"a " b"#; put s16[0], br"\\"; put a8[0], b\'\\\'\'; put r#in, -0x1F;',
        'use "a" as a; use path::to; pub(crate) fn f(a: a8[0]?,) -> () {}; fn r() {} /* open',
        "\ufeff//! Text\r\nlet a = a8[0x1f];\r\n#[cfg(feature = \"x\")] größe: .byte 0x47; put 0x1.8p-3, f64[1];",
    ]:
        pieces(read_whole(text, text))


def unfinished():
    for end in range(len(UNFINISHED)):
        pieces(parse(UNFINISHED[:end]))
    coloured = pieces(parse(UNFINISHED))
    for expected in [("first", "function"), ("third", "function"), ("inc", "keyword")]:
        assert expected in [piece[1:] for piece in coloured], f"{expected} in {coloured}"



def rust():
    """Inside of the macros of Rust it is this language, and inside of others Rust."""
    language = Language(tree_sitter_rust.language())
    query = Query(language, (HELIX / "runtime/queries/rust/injections.scm").read_text(encoding="utf-8"))
    coloured, others = [], []
    for pattern, match in QueryCursor(query).matches(Parser(language).parse(RUST.encode()).root_node):
        injected = query.pattern_settings(pattern)["injection.language"]
        for node in match["injection.content"]:
            if injected != "aluasm":
                others.append((injected, node.text.decode()))
                continue
            inside = Range(node.start_point, node.end_point, node.start_byte, node.end_byte)
            tree = Parser(ALUASM, included_ranges=[inside]).parse(RUST.encode()).root_node
            coloured += [piece[1:] for piece in pieces(tree)]
    assert ("rust", '("{}", lib.id())') in others, others
    assert not [text for injected, text in others if injected == "rust" and "a64" in text], others
    for expected in [
        ("dec", "keyword"),
        ("next", "label"),
        ("jif", "keyword.control"),
        ("MATURITY", "constant"),
        ("age", "function"),
        ("age", "variable.parameter"),
        ("require", "keyword.control"),
        ("TooEarly", "type.enum.variant"),
    ]:
        assert expected in coloured, f"{expected} in {coloured}"


sample()
rust()
count = files()
print(f"the grammar for Helix reads {count} files and {rows()} rows, and the colours of the sample and in Rust are right")
library()
words()
unfinished()
