-- Opens the sample in Neovim, and looks whether its words are coloured and `alu lsp` answers:
-- ALU=path/to/alu nvim --headless -u NONE -S editors/vim/test/neovim.lua

local here = debug.getinfo(1, "S").source:sub(2):match("^(.*)/test/[^/]*$")
local wrong = {}

local function check(is_right, text)
  if not is_right then
    table.insert(wrong, text)
  end
end

local function main()
  vim.opt.runtimepath:prepend(here)
  vim.cmd("filetype plugin on | syntax on")
  local config = dofile(here .. "/lsp/aluasm.lua")
  config.cmd[1] = vim.env.ALU or config.cmd[1]
  local is_modern = vim.lsp.enable ~= nil
  if is_modern then
    vim.lsp.config("aluasm", { cmd = config.cmd })
    vim.lsp.enable("aluasm")
  end
  -- A copy, beside which the file that it imports is missing, which the server has to say.
  local file = vim.fn.tempname() .. ".aluasm"
  vim.fn.writefile(vim.fn.readfile(here .. "/../sample.aluasm"), file)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  check(vim.bo.filetype == "aluasm", "the file is of type " .. vim.bo.filetype)
  local line = vim.fn.search("\\<put\\>", "cw")
  local group = vim.fn.synIDattr(vim.fn.synID(line, vim.fn.col("."), 1), "name")
  check(group == "aluasmMnemonic", "put is " .. group)
  if not is_modern then
    -- What `vim.lsp.enable` does with the same table.
    check(vim.tbl_contains(config.filetypes, vim.bo.filetype), "the server is for another type")
    local id = vim.lsp.start_client({
      name = "aluasm",
      cmd = config.cmd,
      root_dir = vim.fn.fnamemodify(file, ":h"),
    })
    check(id and vim.lsp.buf_attach_client(0, id), "the server does not start")
  end
  local is_told = vim.wait(30000, function()
    return #vim.diagnostic.get(0) > 0
  end, 50)
  check(is_told, "the server says nothing of a missing file")
  local position = { line = line - 1, character = vim.fn.col(".") - 1 }
  local document = { uri = vim.uri_from_bufnr(0) }
  local answers = vim.lsp.buf_request_sync(
    0,
    "textDocument/hover",
    { textDocument = document, position = position },
    30000
  )
  local text = vim.inspect(answers or {})
  check(text:find("put", 1, true) ~= nil, "no documentation of put: " .. text)
end

local is_done, message = pcall(main)
check(is_done, tostring(message))
if #wrong > 0 then
  vim.fn.writefile(wrong, "/dev/stderr")
  vim.cmd("cquit")
end
vim.fn.writefile({ "Neovim colours the sample, and is answered by alu lsp" }, "/dev/stdout")
vim.cmd("qall!")
