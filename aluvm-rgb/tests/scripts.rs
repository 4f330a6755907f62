//! The scripts of the schemas, from source: the ids that the network has.

use aluvm::flow::{Flow, Surroundings};
use aluvm::profile::Profile;
use aluvm::{Instr, Lib, alulib};
use aluvm_rgb::{RgbInstr, assemble, rgbasm};
use aluvm_rgb_tests::{here, schemas};

const OS_ASSET: u16 = 4000;
const GS_ISSUED_SUPPLY: u16 = 2010;
const GS_TOKENS: u16 = 2102;
const GS_PUBKEY: u16 = 3006;

fn nia() -> Lib {
    let code = rgbasm! {
            put     a8[0], 0;
            svs     OS_ASSET;
            test;
            ret;

            put     a8[0], 1;
            put     a8[1], 0;
            put     a16[0], 0;
            ldg     GS_ISSUED_SUPPLY, a8[1], s16[0];
            extr    s16[0], a64[0], a16[0];
            sas     OS_ASSET;
            test;
            ret;
    };
    assemble(&code).expect("a short script")
}

fn uda() -> Lib {
    let code = rgbasm! {
            put     a16[0], 0;
            ldp     OS_ASSET, a16[0], s16[0];
            jmp     shared;

            put     a16[0], 0;
            put     a8[1], 0;
            ldg     GS_TOKENS, a8[1], s16[0];
        shared:
            put     a8[0], 0;
            extr    s16[0], a32[0], a16[0];
            put     a16[1], 0;
            lds     OS_ASSET, a16[1], s16[1];
            extr    s16[1], a32[1], a16[0];
            eq.n    a32[0], a32[1];
            test;

            put     a8[0], 10;
            put     a16[2], 4;
            extr    s16[1], a64[0], a16[2];
            put     a64[1], 1;
            eq.n    a64[0], a64[1];
            test;
    };
    assemble(&code).expect("a short script")
}

fn pfa_transition() -> Lib {
    let code = rgbasm! {
            put     a8[0], 0;
            svs     OS_ASSET;
            test;

            put     a8[0], 20;
            put     a32[0], 0;
            ldc     GS_PUBKEY, a32[0], s16[0];
            put     a8[0], 21;
            vts     s16[0];
            test;
            ret;
    };
    assemble(&code).expect("a short script")
}

alulib! {
    /// The script of transitions of permissioned assets, as a contract.
    mod permissioned {
        #![isa(aluvm_rgb::RgbInstr)]
        #![profile("rgb-0.11")]
        #![isae("ALU BPDIGEST RGB")]

        const ASSET: a16 = 4000;
        const PUBLIC_KEY: a16 = 3006;

        enum Reason in a8[0] {
            Unequal = 0,
            NotSigned = 21,
        }

        pub fn transition() {
                require svs ASSET => Unequal;
                put     a8[0], 20;
                put     a32[0], 0;
                ldc     PUBLIC_KEY, a32[0], s16[0];
                require vts s16[0] => NotSigned;
                ret;
        }
    }
}

#[test]
fn contract_with_vts() {
    assert_eq!(permissioned::ID, pfa_transition().id());
    assert_eq!(permissioned::LIB.code().last_chunk(), Some(&[0xD3, 0x10, 0x70]));
}

/// `vts` has twelve bits, and what is behind it begins in the middle of a byte.
#[test]
fn behind_vts() {
    let lib = assemble(&rgbasm! { vts s16[0]; test; ret; }).expect("a short script");
    assert_eq!(lib.code(), [0xD3, 0x10, 0x70]);
    let lib = assemble(&rgbasm! { vts s16[1]; vts s16[2]; ret; }).expect("a short script");
    assert_eq!(lib.code(), [0xD3, 0x31, 0x2D, 0x07]);
}

#[test]
fn ids_from_source() {
    let id = |lib: &Lib| format!("{:#}", lib.id().baid64());
    assert_eq!(id(&nia()), "alu:q~CZ0ovt-UN9eBlc-VMn86mz-Kfd3ywu-f7~9jTB-k6A8tiY");
    assert_eq!(id(&uda()), "alu:NhZxdclE-0421s28-MHR~kz~-SadRGjv-iUElfKp-6DiE1KU");
    assert_eq!(id(&pfa_transition()), "alu:DPSEBjqf-xOj4TEa-gGaYgpl-obVyxVY-Yfm84U4-vTOi7Ow");
}

/// The libraries of the registry have these ids, and are these bytes.
#[test]
fn libraries_of_the_registry() {
    let mut seen = 0;
    for script in schemas::all() {
        for there in script.libs.values() {
            let lib = here::lib(there);
            assert_eq!(format!("{}", lib.id().baid64()), there.id().to_string(), "{}", script.name);
            seen += 1;
            // Back and forth, `vts` and what is behind it too.
            let instrs = lib.disassemble_for::<RgbInstr>(&Profile::RGB_0_11);
            assert!(!instrs.iter().any(|instr| matches!(instr, Instr::Verbatim(_))), "{instrs:?}");
            assert_eq!(assemble(&instrs).as_ref(), Ok(&lib), "{}", script.name);
            let text = lib.listing_for::<RgbInstr>(&Profile::RGB_0_11).to_string();
            let again = Lib::from_text_for::<RgbInstr>(&text, &Profile::RGB_0_11);
            assert_eq!(again.as_ref(), Ok(&lib), "{text}");
            let surroundings =
                Surroundings { profile: Profile::RGB_0_11, ..Surroundings::default() };
            let flow = Flow::of_lib::<RgbInstr>(&lib, &surroundings);
            assert!(!flow.print::<RgbInstr>(&lib).to_string().contains("byte"), "{text}");
            for ours in [nia(), uda(), pfa_transition()] {
                if ours.id() == lib.id() {
                    assert_eq!(ours, lib);
                }
            }
        }
    }
    assert!(seen > 20, "{seen} libraries");
}
