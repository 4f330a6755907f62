// Activates the extension with the real language client and the real `alu lsp`. Of VS Code there is a stand-in, which
// knows what the extension and its client ask of it. `editors/test` installs what this needs; ALU is the command.

"use strict";

const assert = require("assert");
const fs = require("fs");
const Module = require("module");
const os = require("os");
const path = require("path");
const { pathToFileURL } = require("url");

const modules = process.env.MODULES || path.join(__dirname, "..", "node_modules");
const TEXT = "pub fn f(x: a64[0]) -> (x: a64[0]) {\n        add.uc  x, x;\n        test;\n    here:\n        ret;\n}\n";

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "alu-")));
const settings = { path: process.env.ALU, profile: "spec", allow: [], deny: [] };
const commands = new Map();
const providers = new Map();
const listeners = new Map();
const diagnostics = new Map();
const executed = [];
const shown = [];

const disposable = () => ({ dispose() {} });

// Whatever else is asked for: a class, whose values are numbers.
const other = () =>
  new Proxy(class {}, { get: (target, name) => (name in target ? target[name] : typeof name === "string" ? 0 : undefined) });

// Functions that register something, and events.
const registry = (known) =>
  new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name !== "string") {
        return target[name];
      }
      return (...values) => {
        const all = name.startsWith("on") ? listeners : providers;
        all.set(name, [...(all.get(name) || []), values]);
        return disposable();
      };
    },
  });

class Uri {
  constructor(text) {
    this.url = new URL(text);
    this.scheme = this.url.protocol.slice(0, -1);
    this.path = decodeURIComponent(this.url.pathname);
    this.fsPath = this.path;
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(name) {
    return new Uri(pathToFileURL(name).href);
  }
  toString() {
    return this.url.href;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class EventEmitter {
  constructor() {
    this.heard = [];
    this.event = (listener) => {
      this.heard.push(listener);
      return disposable();
    };
  }
  fire(value) {
    this.heard.forEach((listener) => listener(value));
  }
  dispose() {}
}

class CancellationTokenSource {
  constructor() {
    this.token = { isCancellationRequested: false, onCancellationRequested: disposable };
  }
  cancel() {}
  dispose() {}
}

class Disposable {
  constructor(dispose) {
    this.dispose = dispose || (() => {});
  }
  static from() {
    return disposable();
  }
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
for (const kind of ["", "QuickFix", "Refactor", "Source"]) {
  CodeActionKind[kind || "Empty"] = new CodeActionKind(kind.toLowerCase());
}

class Task {
  constructor(definition, scope, name, source, execution) {
    Object.assign(this, { definition, name, execution });
  }
}

class ProcessExecution {
  constructor(process, args) {
    Object.assign(this, { process, args });
  }
}

const document = {
  uri: Uri.file(path.join(folder, "f.aluasm")),
  languageId: "aluasm",
  version: 1,
  isClosed: false,
  isDirty: false,
  lineCount: TEXT.split("\n").length,
  getText: () => TEXT,
};

// All settings, or those of a section.
const configuration = (section) => ({
  get: (name, otherwise) => (section ? settings[name] : { alu: { ...settings } }[name]) ?? otherwise,
});

const channel = () => registry({ append() {}, appendLine() {}, show() {}, dispose() {} });

const vscode = new Proxy(
  {
    version: "1.91.0",
    Uri, Position, Range, Diagnostic, EventEmitter, CancellationTokenSource, CodeActionKind, Disposable, Task, ProcessExecution,
    env: { language: "en", appName: "test", uriScheme: "vscode" },
    extensions: { getExtension: () => undefined, all: [] },
    TaskScope: { Workspace: 2 },
    commands: {
      registerCommand(name, run) {
        commands.set(name, run);
        return disposable();
      },
      executeCommand: async () => undefined,
    },
    tasks: { executeTask: async (task) => executed.push(task) },
    languages: registry({
      match: (selector, one) => (selector.some?.((filter) => filter.language === one.languageId) ? 10 : 0),
      createDiagnosticCollection: () => ({
        set: (uri, all) => diagnostics.set(uri.toString(), all),
        delete: (uri) => diagnostics.delete(uri.toString()),
        clear: () => diagnostics.clear(),
        dispose() {},
      }),
    }),
    window: registry({
      activeTextEditor: undefined,
      visibleTextEditors: [],
      tabGroups: registry({ all: [] }),
      createOutputChannel: channel,
      showErrorMessage: async (text) => void shown.push(text),
      showWarningMessage: async (text) => void shown.push(text),
      showInputBox: async () => "7",
    }),
    workspace: registry({
      textDocuments: [document],
      notebookDocuments: [],
      workspaceFolders: [{ uri: Uri.file(folder), name: "all", index: 0 }],
      getConfiguration: configuration,
      getWorkspaceFolder: () => undefined,
      createFileSystemWatcher: () => registry({ dispose() {} }),
    }),
  },
  { get: (target, name) => (name in target ? target[name] : (target[name] = other())) },
);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (name === "vscode") {
    return "vscode";
  }
  const inside = name.startsWith("vscode-languageclient") ? [name, module, false] : [name, ...rest];
  return resolve.apply(this, inside);
};
require.cache.vscode = { id: "vscode", filename: "vscode", loaded: true, exports: vscode };
module.paths.unshift(modules);

async function until(what, holds) {
  for (let left = 600; left > 0; left -= 1) {
    if (holds()) {
      return;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${what}: ${JSON.stringify([...diagnostics])} ${shown}`);
}

const codes = () => (diagnostics.get(document.uri.toString()) || []).map((one) => one.code).sort();

async function main() {
  fs.writeFileSync(path.join(folder, "f.aluasm"), TEXT);
  const extension = require("../extension.js");
  await extension.activate({ subscriptions: [] });
  assert.deepStrictEqual(shown, []);
  await until("a label that nothing jumps to", () => codes().join() === "unused_label");

  for (const name of ["Hover", "Completion", "Definition", "Rename", "CodeLens", "DocumentFormattingEdit"]) {
    assert(providers.has(`register${name}${name === "Completion" ? "Item" : ""}Provider`), name);
  }

  settings.allow = ["unused_label"];
  const told = listeners.get("onDidChangeConfiguration");
  told.forEach(([listener, self]) => listener.call(self, { affectsConfiguration: () => true }));
  await until("it is permitted", () => codes().length === 0);

  const what = { uri: document.uri.toString(), routine: "f", inputs: ["x"] };
  await commands.get("alu.run")(what);
  const { process: command, args } = executed[0].execution;
  assert.strictEqual(command, process.env.ALU);
  assert.deepStrictEqual(args, ["run", "--profile", "spec", `${document.uri.fsPath}#f`, "x=7"]);

  await commands.get("alu.restart")();
  await extension.deactivate();
  console.log("the extension starts alu lsp, shows what it says, and hands on settings");
}

main()
  .then(() => 0)
  .catch((error) => {
    console.error(error);
    return 1;
  })
  .then((code) => {
    fs.rmSync(folder, { recursive: true });
    process.exit(code);
  });
