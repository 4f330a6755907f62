-- Opens the sample in Neovim, and looks whether its words are coloured and `alu lsp` answers:
-- ALU=path/to/alu nvim --headless -u NONE -S editors/vim/test/neovim.lua

local here = debug.getinfo(1, "S").source:sub(2):match("^(.*)/test/[^/]*$")
local wrong = {}

local function check(is_right, text)
  if not is_right then
    table.insert(wrong, text)
  end
end

-- What Neovim has from 0.11 on, as its documentation of `lsp-config` says it: the table of `lsp/NAME.lua` on the
-- runtimepath and that of `vim.lsp.config`, of which the latter counts, and a client for each file of these types.
local function stand_in()
  local configs = {}
  vim.lsp.config = function(name, own)
    configs[name] = own
  end
  vim.lsp.enable = function(name)
    local files = vim.api.nvim_get_runtime_file("lsp/" .. name .. ".lua", true)
    check(#files == 1, "there are " .. #files .. " files lsp/" .. name .. ".lua")
    local config = vim.tbl_deep_extend("force", dofile(files[1]), configs[name] or {})
    for key, kind in pairs({ cmd = "table", filetypes = "table", root_markers = "table" }) do
      check(type(config[key]) == kind, key .. " is a " .. type(config[key]))
    end
    vim.api.nvim_create_autocmd("FileType", {
      pattern = config.filetypes,
      callback = function(event)
        local marker = vim.fs and vim.fs.find(config.root_markers, { upward = true })[1]
        local root = marker and vim.fs.dirname(marker) or vim.fn.fnamemodify(event.file, ":h")
        local id = vim.lsp.start_client({ name = name, cmd = config.cmd, root_dir = root })
        check(id and vim.lsp.buf_attach_client(event.buf, id), "the server does not start")
      end,
    })
  end
end

local function main()
  vim.opt.runtimepath:prepend(here)
  vim.cmd("filetype plugin on | syntax on")
  if vim.lsp.enable == nil then
    stand_in()
  end
  if vim.env.ALU then
    vim.lsp.config("aluasm", { cmd = { vim.env.ALU, "lsp" } })
  end
  vim.lsp.enable("aluasm")
  -- A copy, beside which the file that it imports is missing, which the server has to say.
  local file = vim.fn.tempname() .. ".aluasm"
  vim.fn.writefile(vim.fn.readfile(here .. "/../sample.aluasm"), file)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  check(vim.bo.filetype == "aluasm", "the file is of type " .. vim.bo.filetype)
  local line = vim.fn.search("\\<put\\>", "cw")
  local group = vim.fn.synIDattr(vim.fn.synID(line, vim.fn.col("."), 1), "name")
  check(group == "aluasmMnemonic", "put is " .. group)
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
