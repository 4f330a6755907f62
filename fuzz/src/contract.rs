//! Any text is a contract, or has errors at places that are in it; a text that breaks off shows an editor
//! what may follow.

#![no_main]

use aluvm::{Lib, NoExtension, Program, Vm};
use aluvm_core::asm::lex_unfinished;
use aluvm_core::contract::{outline, parse_text};
use aluvm_core::flow;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = |text| {
        parse_text::<NoExtension>(text, "fuzzed", "fuzzed.aluasm", &mut |name| {
            Err(format!("there is no file `{name}`").into())
        })
    };
    let tokens = lex_unfinished(text);
    let _ = outline(&tokens, &[]);
    match read(text) {
        Ok(library) => {
            let lib = library.lib;
            assert_eq!(lib.to_string().parse::<Lib>().as_ref(), Ok(&lib));
            assert_eq!(Lib::from_bytes(&lib.to_bytes()).as_ref(), Ok(&lib));
            let _ = flow::check(&lib);
            let Ok(program) = Program::new(lib) else { return };
            let mut vm = Vm::new();
            vm.registers_mut().set_cl0(10_000);
            let _ = vm.run(&program);
        }
        Err(errors) => {
            let mut count = 0;
            for error in errors.iter() {
                let (start, end) = (error.span.start as usize, error.span.end as usize);
                assert!(text.get(start..end).is_some(), "{error}");
                count += 1;
            }
            assert!(count > 0 && !errors.to_string().is_empty());
        }
    }
});
