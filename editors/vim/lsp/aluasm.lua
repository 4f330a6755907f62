-- For Neovim from 0.11 on: `vim.lsp.enable("aluasm")` starts it.
return {
  cmd = { "alu", "lsp" },
  filetypes = { "aluasm" },
  root_markers = { "Cargo.toml", ".git" },
}
