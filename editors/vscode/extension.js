// Starts `alu lsp`, and runs what the lenses beside a routine ask for.

"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function setting(name) {
  return vscode.workspace.getConfiguration("alu").get(name);
}

function command() {
  return setting("path") || "alu";
}

// What the command is told of the machine.
function profile() {
  return setting("profile") ? ["--profile", setting("profile")] : [];
}

// What the server is told when it begins; later changes come with the section.
function chosen() {
  return { profile: setting("profile"), allow: setting("allow"), deny: setting("deny") };
}

async function start() {
  const server = { command: command(), args: ["lsp"] };
  client = new LanguageClient("aluasm", "AluVM assembly", server, {
    documentSelector: [{ language: "aluasm" }],
    initializationOptions: chosen(),
    synchronize: {
      configurationSection: "alu",
      fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{aluasm,alu,aludbg}"),
    },
  });
  try {
    await client.start();
  } catch (error) {
    const text = `\`${command()} lsp\` does not start. The setting alu.path says where the command is.`;
    vscode.window.showErrorMessage(`${text} ${error.message || error}`);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old && old.isRunning()) {
    await old.stop();
  }
}

// The arguments for a routine: the file, and the inputs as the user gives them. None if the user goes away.
async function asked({ uri, routine, inputs }) {
  const file = vscode.Uri.parse(uri);
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === file.toString());
  if (document && document.isDirty) {
    await document.save();
  }
  const values = [];
  for (const name of inputs) {
    const value = await vscode.window.showInputBox({
      title: `${routine}: ${name}`,
      prompt: "A value, such as 500, 0xFF or \"text\". Nothing leaves it undefined.",
    });
    if (value === undefined) {
      return undefined;
    }
    if (value.trim() !== "") {
      values.push(`${name}=${value.trim()}`);
    }
  }
  return [`${file.fsPath}#${routine}`, ...values];
}

async function run(what) {
  const words = await asked(what);
  if (!words) {
    return;
  }
  const task = new vscode.Task(
    { type: "alu", routine: what.routine },
    vscode.TaskScope.Workspace,
    `run ${what.routine}`,
    "alu",
    new vscode.ProcessExecution(command(), ["run", ...profile(), ...words]),
  );
  await vscode.tasks.executeTask(task);
}

async function debug(what) {
  const words = await asked(what);
  if (!words) {
    return;
  }
  const terminal = vscode.window.createTerminal({
    name: `debug ${what.routine}`,
    shellPath: command(),
    shellArgs: ["debug", ...profile(), ...words],
  });
  terminal.show();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("alu.run", run),
    vscode.commands.registerCommand("alu.debug", debug),
    vscode.commands.registerCommand("alu.restart", async () => {
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
