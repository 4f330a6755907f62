//! The extensions that a feature switches on: with it their instructions run, without it their opcodes
//! are reserved and a library that names the extension makes no program. Run it with each set of
//! features; see `.ci/run`.
#![cfg(feature = "vm")]

use aluvm_core::asm;
use aluvm_core::codec::decode_at;
use aluvm_core::isa::{FORMS, Instr, NoExtension};
use aluvm_core::library::{Isae, Lib, LibSite, Libs, Program, ProgramError};
use aluvm_core::profile::Profile;
use aluvm_core::vm::{Failure, Stop, Vm};

/// Id, whether the feature is on, and a program that succeeds if the extension is there.
const EXTENSIONS: [(&str, bool, &str); 3] = [
    (
        "BPDIGEST",
        cfg!(feature = "digest"),
        "put s16[0], \"\"; sha2 s16[0], r256[0]; sha2 s16[0], r512[0]; ripemd s16[0], r160[0]; \
         blake3 s16[0], r256[1]; ret;",
    ),
    (
        "SECP256K",
        cfg!(feature = "secp256k1"),
        "put r256[0], 2; secpgen r256[0], r512[0]; secpmul r256[0], r512[0], r512[1]; \
         secpneg r512[1], r512[1]; secpadd r512[0], r512[1]; ret;",
    ),
    (
        "ED25519",
        cfg!(feature = "ed25519"),
        "put r256[0], 2; edgen r256[0], r256[1]; edmul r256[0], r256[1], r256[2]; \
         edneg r256[2], r256[2]; edadd.s r256[1], r256[2], r256[3]; \
         edadd.l r256[1], r256[2], r256[4]; ret;",
    ),
];

/// The library of a text, which names what its instructions belong to.
fn assemble(text: &str) -> Lib {
    Lib::assemble(&asm::parse(text).expect("a program")).expect("a library")
}

#[test]
fn a_library_that_names_an_extension_runs_just_where_it_is_there() {
    for (id, is_on, text) in EXTENSIONS {
        let lib = assemble(text);
        assert_eq!(lib.isae().to_string(), format!("ALU {id}"));
        match Program::new(lib.clone()) {
            Ok(program) => {
                assert!(is_on, "{id} is off");
                let mut vm = Vm::new();
                let outcome = vm.run(&program);
                assert!(outcome.is_success(), "{id}: {outcome}");
            }
            Err(error) => {
                assert!(!is_on, "{id} is on, but {error}");
                let isa = id.parse().expect("an id");
                assert_eq!(error, ProgramError::UnsupportedExtension { lib: lib.id(), isa });
            }
        }
    }
}

/// Which instructions there are is for the build to say, not for the library: whoever runs it has to have the same features.
#[test]
fn an_opcode_runs_by_the_build_whatever_the_library_names() {
    for (id, is_on, text) in EXTENSIONS {
        let lib = assemble(text);
        let base = "ALU".parse().expect("an id");
        let lib = Lib::new(base, lib.code(), lib.data(), Libs::default()).expect("in limits");
        let program = Program::new(lib).expect("it names nothing that is missing");
        let outcome = Vm::new().run(&program);
        let expected = if is_on { Stop::Finished } else { Stop::Failed(Failure::Reserved) };
        assert_eq!(outcome.stop, expected, "{id}: {outcome}");
    }
}

/// The libraries that a program reaches are checked, not only the first.
#[test]
fn an_extension_that_is_not_there_is_found_in_a_library_that_is_called() {
    for (id, is_on, text) in EXTENSIONS {
        let callee = assemble(text);
        let caller = assemble(&format!("call 0 @ \"{}\"; ret;", callee.id()));
        assert_eq!(caller.isae().to_string(), "ALU");
        let program = Program::with_libs(caller, [callee.clone()]);
        assert_eq!(program.is_ok(), is_on, "{id}");
        if let Err(error) = program {
            let isa = id.parse().expect("an id");
            assert_eq!(error, ProgramError::UnsupportedExtension { lib: callee.id(), isa });
        }
    }
}

/// The machine of a network has the extensions of its profile, whether a library names them or not.
#[test]
fn a_profile_makes_programs_just_where_its_extensions_are_there() {
    let lib = assemble("ret;");
    for profile in Profile::ALL {
        let needed = match profile {
            Profile::SPEC => &[][..],
            Profile::RGB_0_11 => &[("digest", cfg!(feature = "digest"))],
            _ => {
                &[("digest", cfg!(feature = "digest")), ("secp256k1", cfg!(feature = "secp256k1"))]
            }
        };
        let missing = needed.iter().find(|(_, is_on)| !is_on).map(|(feature, _)| *feature);
        let entry = LibSite::start(lib.id());
        let linked =
            Program::<NoExtension>::link_with_profile([entry], [lib.clone()], profile).map(|_| ());
        let Some(feature) = missing else {
            assert_eq!(linked, Ok(()), "{profile}");
            continue;
        };
        let error = linked.expect_err(feature);
        assert_eq!(error, ProgramError::MissingFeature { feature, profile });
        let text = format!("the profile {profile} needs the feature `{feature}` of aluvm-core");
        assert!(error.to_string().starts_with(&text), "{error}");
    }
}

/// A library need not name what its code uses: it gets a reserved instruction where the extension is
/// off.
#[test]
fn the_opcodes_of_an_extension_that_is_not_there_are_reserved() {
    for (id, is_on, _) in EXTENSIONS {
        let opcodes = FORMS.iter().filter(|form| form.isae == id).map(|form| form.opcode);
        let opcodes: Vec<u8> = opcodes.collect();
        assert_eq!(opcodes.len(), 4, "{id}");
        for opcode in opcodes {
            let code = [opcode, 0, 0, 0, 0x07];
            let decoded = decode_at::<NoExtension>(&code, 0);
            if is_on {
                assert_eq!(decoded.instr.form().map(|form| form.isae), Some(id));
                continue;
            }
            assert!(matches!(decoded.instr, Instr::Verbatim(bytes) if bytes.bytes() == [opcode]));
            assert_eq!(decoded.length, 1);

            let isae: Isae = "ALU".parse().expect("an id");
            let lib = Lib::new(isae, code, [], Libs::default()).expect("it fits");
            let program = Program::new(lib).expect("it names no extension");
            let mut vm = Vm::new();
            let outcome = vm.run(&program);
            assert_eq!((outcome.stop, outcome.site.offset), (Stop::Failed(Failure::Reserved), 0));
            assert!(!vm.registers().st0());
        }
    }
}
