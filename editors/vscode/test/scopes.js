// Reads texts with the engine that VS Code has, and looks at the scopes of words. `editors/test` installs what
// this needs.

"use strict";

const assert = require("assert");
const fs = require("fs");
const path = require("path");
const modules = process.env.MODULES || path.join(__dirname, "..", "node_modules");
const { INITIAL, Registry, parseRawGrammar } = require(path.join(modules, "vscode-textmate"));
const oniguruma = require(path.join(modules, "vscode-oniguruma"));

const root = path.join(__dirname, "..", "..", "..");
const syntaxes = path.join(__dirname, "..", "syntaxes");

// What the injection has to know of Rust: comments and strings.
const RUST = {
  scopeName: "source.rust",
  patterns: [
    { match: "//.*$", name: "comment.line.double-slash.rust" },
    { begin: '"', end: '"', name: "string.quoted.double.rust" },
    { match: "\\b(fn|let|pub|mod)\\b", name: "keyword.other.rust" },
  ],
};

async function grammars() {
  const wasm = fs.readFileSync(path.join(modules, "vscode-oniguruma", "release", "onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === "source.rust") {
        return RUST;
      }
      const name = { "source.aluasm": "aluasm", "source.aluasm.rust": "aluasm-rust" }[scope];
      const file = path.join(syntaxes, `${name}.tmLanguage.json`);
      return parseRawGrammar(fs.readFileSync(file, "utf8"), file);
    },
    getInjections: (scope) => (scope === "source.rust" ? ["source.aluasm.rust"] : undefined),
  });
  return { aluasm: await registry.loadGrammar("source.aluasm"), rust: await registry.loadGrammar("source.rust") };
}

// All pieces of a text, each with its scopes.
function pieces(grammar, text) {
  const all = [];
  let stack = INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      all.push({ text: line.slice(startIndex, endIndex).trim(), scopes });
    }
  }
  return all;
}

// Checks the scopes of the nth piece that is this text.
function check(all, text, scope, nth = 0) {
  const found = all.filter((piece) => piece.text === text)[nth];
  assert.ok(found, `${text} is no piece of its own`);
  assert.ok(found.scopes.some((one) => one.startsWith(scope)), `${text}: ${found.scopes}`);
}

function sample(aluasm) {
  const text = fs.readFileSync(path.join(root, "editors", "sample.aluasm"), "utf8");
  const all = pieces(aluasm, text);
  for (const [word, scope, nth] of [
    ["//! A vault.", "comment.line.documentation"],
    ["use", "keyword.other"],
    ["math.aluasm", "string.quoted.double"],
    ["pub", "keyword.other"],
    ["MATURITY", "variable.other.constant"],
    ["a32", "storage.type.size"],
    ["6", "constant.numeric"],
    ["\\x00", "constant.character.escape"],
    ["needed", "variable.other.alias"],
    ["a32", "variable.language.register", 1],
    ["enum", "keyword.declaration"],
    ["Refusal", "entity.name.type"],
    ["TooEarly", "variable.other.constant"],
    ["0xFF", "constant.numeric"],
    ["fn", "keyword.declaration"],
    ["withdraw", "entity.name.function"],
    ["balance", "variable.parameter"],
    ["put", "keyword.mnemonic"],
    ["require", "keyword.control"],
    ["not", "keyword.control"],
    ["sub", "keyword.mnemonic"],
    ["uc", "storage.modifier.flags"],
    ["=>", "keyword.operator"],
    ["test", "entity.name.label"],
    ["jif", "keyword.control.mnemonic"],
    ["test", "entity.name.label", 1],
    ["// a label called as a mnemonic", "comment.line"],
    ["call", "keyword.control.mnemonic"],
    ["math", "entity.name.namespace", 1],
    ["double", "entity.name.function"],
    ["z", "storage.modifier.flags"],
    ["e", "storage.modifier.flags"],
    ["nested", "comment.block"],
    ["refuse", "keyword.control"],
    ["1.5e3", "constant.numeric"],
    ["st0", "variable.language.status"],
    ["ret", "keyword.control.mnemonic"],
  ]) {
    check(all, word, scope, nth);
  }
}

// Each instruction of the rows in conformance/ has a mnemonic, and no word in it is unknown.
function rows(aluasm) {
  let count = 0;
  for (const name of fs.readdirSync(path.join(root, "conformance"))) {
    if (!name.endsWith(".txt")) {
      continue;
    }
    for (const row of fs.readFileSync(path.join(root, "conformance", name), "utf8").split("\n")) {
      const program = row.startsWith("#") ? undefined : row.split(" | ")[1];
      // Some rows are made for all sizes.
      if (!program || /\b[afrx][NI]\b|\{/.test(program)) {
        continue;
      }
      const text = `fn f() {\n${program.replace(/!\s*$/, "")};\n}`;
      const all = pieces(aluasm, text);
      assert.ok(all.some(({ scopes }) => scopes.some((one) => one.includes("mnemonic"))), row);
      const unknown = all.filter(({ text: word, scopes }) => /^[a-z]\w*$/.test(word) && scopes.length === 1);
      assert.deepStrictEqual(unknown, [], row);
      count += 1;
    }
  }
  assert.ok(count > 300, `${count} rows`);
  return count;
}

function macros(rust) {
  const text = `
fn main() { let add = "aluasm! { put }"; // aluasm! { put }
  let code = aluvm::aluasm! { put a64[0], 5; l: { A + 1 } jif l; };
  let put = aluasm!(add.uc a8[0], a8[1];);
}
alulib! {
  pub mod vault { pub fn f() { ret; } }
}
fn ret() {}
`;
  const all = pieces(rust, text);
  check(all, "put", "keyword.mnemonic.aluasm");
  check(all, "a64", "variable.language.register.aluasm");
  check(all, "jif", "keyword.control.mnemonic.aluasm");
  check(all, "add", "keyword.mnemonic.aluasm", 0);
  check(all, "ret", "keyword.control.mnemonic.aluasm");
  check(all, "vault", "entity.name.type.aluasm");
  const embedded = (piece) => piece.scopes.includes("meta.embedded.block.aluasm");
  assert.strictEqual(all.filter((piece) => piece.text === "jif" && embedded(piece)).length, 1);
  // Behind the macro Rust goes on.
  const last = all.filter((piece) => piece.text === "fn").pop();
  assert.ok(!embedded(last) && last.scopes.includes("keyword.other.rust"), `${last.scopes}`);
  const outside = all.filter((piece) => /aluasm! \{ put/.test(piece.text));
  assert.ok(outside.length === 2 && !outside.some(embedded));
}

grammars().then(({ aluasm, rust }) => {
  sample(aluasm);
  const count = rows(aluasm);
  macros(rust);
  console.log(`the scopes of the sample, of ${count} rows and of the macros are right`);
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
