autocmd BufRead,BufNewFile *.aluasm setfiletype aluasm
