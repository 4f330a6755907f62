" Checks the groups of words of editors/sample.aluasm: vim -u NONE -es -S editors/vim/test/groups.vim

set nocompatible
let s:root = expand("<sfile>:p:h:h")
execute "set runtimepath^=" . fnameescape(s:root)
filetype plugin on
syntax on
execute "edit " . fnameescape(s:root . "/../sample.aluasm")

let s:wrong = []

" The group of the nth occurrence of a word, from 1.
function s:Check(word, nth, group)
  call cursor(1, 1)
  let l:flags = "cW"
  for _ in range(a:nth)
    if search('\V' . escape(a:word, '\'), l:flags) == 0
      call add(s:wrong, a:word . " is not there")
      return
    endif
    let l:flags = "W"
  endfor
  let l:found = synIDattr(synID(line("."), col("."), 1), "name")
  if l:found !=# a:group
    call add(s:wrong, a:word . " is " . l:found . ", not " . a:group)
  endif
endfunction

if &filetype !=# "aluasm"
  call add(s:wrong, "the file is of type " . &filetype)
endif
call s:Check("A vault", 1, "aluasmDocumentation")
call s:Check("use", 1, "aluasmKeyword")
call s:Check("math.aluasm", 1, "aluasmString")
call s:Check("unused_const", 1, "aluasmAttribute")
call s:Check("pub", 1, "aluasmKeyword")
call s:Check("const MAT", 1, "aluasmDeclaration")
call s:Check("MATURITY", 1, "aluasmConstant")
call s:Check("a32 =", 1, "aluasmSize")
call s:Check("\\x00", 1, "aluasmEscape")
call s:Check("needed", 1, "aluasmAlias")
call s:Check("a32[1]", 1, "aluasmRegister")
call s:Check("Refusal", 1, "aluasmConstant")
call s:Check("0xFF", 1, "aluasmNumber")
call s:Check("withdraw", 1, "aluasmFunction")
call s:Check("put ", 1, "aluasmMnemonic")
call s:Check("require", 1, "aluasmControl")
call s:Check("sub", 1, "aluasmMnemonic")
call s:Check("uc", 1, "aluasmFlags")
call s:Check("test:", 1, "aluasmLabel")
call s:Check("jif", 1, "aluasmWay")
call s:Check("test;", 1, "aluasmTarget")
call s:Check("a mnemonic", 1, "aluasmComment")
call s:Check("call ", 1, "aluasmWay")
call s:Check("math::", 1, "aluasmModule")
call s:Check("double", 1, "aluasmFunction")
call s:Check("z ", 1, "aluasmFlags")
call s:Check("nested", 1, "aluasmComment")
call s:Check("comment */", 1, "aluasmComment")
call s:Check("refuse", 1, "aluasmControl")
call s:Check("1.5e3", 1, "aluasmNumber")
call s:Check("st0", 1, "aluasmStatus")
call s:Check("ret;", 1, "aluasmWay")
if &commentstring !=# "// %s"
  call add(s:wrong, "comments are " . &commentstring)
endif

if empty(s:wrong)
  call writefile(["the groups of the sample are right"], "/dev/stdout")
  qall!
endif
call writefile(s:wrong, "/dev/stderr")
cquit
