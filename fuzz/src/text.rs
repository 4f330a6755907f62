//! Any text is a program or has errors at places that are in it.

#![no_main]

use aluvm::asm::parse;
use aluvm::{Lib, LibId, LibSite};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match parse(text) {
        Ok(instrs) => {
            let printed: String = instrs.iter().map(|instr| format!("{instr};\n")).collect();
            assert_eq!(parse(&printed), Ok(instrs));
        }
        Err(errors) => {
            for error in errors.iter() {
                let (start, end) = (error.span.start as usize, error.span.end as usize);
                assert!(text.get(start..end).is_some());
            }
            assert!(!errors.to_string().is_empty());
        }
    }
    if let Ok(lib) = text.parse::<Lib>() {
        assert_eq!(lib.to_string().parse(), Ok(lib));
    }
    let _ = (text.parse::<LibId>(), text.parse::<LibSite>());
});
