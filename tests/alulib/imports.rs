//! Libraries that call others, in whose code Rust constants and ids stand that only the compiler knows.

use aluvm::contract::CallError;
use aluvm::isa::{NoExtension, RegisterSize};
use aluvm::{Lib, LibSite, Vm, alulib};

const LIMIT: u16 = 3 * 100;

alulib! {
    pub mod math {
        /// Doubles.
        pub fn double(x: a64[0]) -> (y: a64[0]) {
                add.uc  x, x;
                ret;
        }
    }
}

mod inner {
    // Before the library that it imports.
    ::aluvm::alulib! {
        pub(crate) mod caller {
            use super::super::math;
            use super::super::other as more;

            const WIDE: a256 = { super::super::LIMIT as u128 };
            const HALF: f16 = 0.5;
            pub const LIMIT: a16 = super::super::LIMIT;
            pub const TEXT: s16 = b"hallo";
            pub const DIGEST: r160 = 0x1234;
            let kept = a64[3];

            pub fn quadruple(x: a64[0]) -> (y: a64[0]) {
                    call    math::double;
                    test;
                    call    math::double;
                    put     a256[0], WIDE;
                    put     f16[0], HALF;
                    put     a16[3], LIMIT;
                    put     a16[3], { LIMIT / 2 };
                    put     s16[3], TEXT;
                    put     r160[3], DIGEST;
                    ret;
            }

            pub fn sextuple(x: a64[0]) -> (y: a64[0]) {
                    dup     x, kept;
                    routine quadruple;
                    test;
                    call    more::mark;
                    #[cfg(all())]
                    add.uc  kept, y;
                    #[cfg(any())]
                    nothing;
                    add.uc  kept, y;
                    jmp     end;
            }

            fn end() { ret; }

            #[cfg(any())]
            fn never() { nothing; }
        }
    }
}

use inner::caller;

alulib! {
    mod other {
        const MARK: a16 = super::LIMIT;

        pub fn mark() { put a16[9], MARK; ret; }
    }
}

/// What the statements of `caller` stand for.
fn expansion() -> Lib {
    let (math, other) = (math::ID, other::ID);
    let text = format!(
        "call 0 @ \"{math}\"; test; call 0 @ \"{math}\"; put a256[0], 300; put f16[0], 0.5; put a16[3], 300;
        put a16[3], 150; put s16[3], \"hallo\"; put r160[3], 0x1234; ret;
        dup a64[0], a64[3]; routine 0; test; call 0 @ \"{other}\"; add.uc a64[3], a64[0];
        add.uc a64[3], a64[0]; jmp end; end: ret;"
    );
    text.parse().expect("assembles")
}

#[test]
fn code_with_constants_and_ids_is_laid_out_while_compiling() {
    assert_eq!(
        caller::LIB.listing::<NoExtension>().to_string(),
        expansion().listing::<NoExtension>().to_string()
    );
    assert_eq!(caller::LIB, expansion());
    assert_eq!(caller::ID, expansion().id());
    assert_eq!(other::LIB, "put a16[9], 300; ret;".parse().expect("assembles"));
    assert_eq!(
        other::ID,
        Lib::assemble(&other::LIB.disassemble::<NoExtension>()).expect("short").id()
    );
}

#[test]
fn calls_go_from_library_to_library() -> Result<(), CallError> {
    let mut vm = Vm::new();
    assert_eq!(math::double(&mut vm, 500)?.y, 1000);
    assert_eq!(caller::quadruple(&mut vm, 500)?.y, 2000);
    assert_eq!(caller::sextuple(&mut vm, 500)?.y, 3000);
    let most = caller::sextuple::COMPLEXITY.most;
    assert_eq!(most, Some(vm.registers().ca0()));
    assert_eq!(vm.registers().a16(9), Some(300));
    assert!(caller::sextuple::SIGNATURE.writes.contains(RegisterSize::A16.register(9)));
    assert_eq!(caller::sextuple::SIGNATURE.depth, Some(2));
    let sites = [caller::quadruple::SITE, caller::sextuple::SITE];
    assert_eq!(caller::program().expect("links").entries(), sites);
    assert_eq!(sites[1], LibSite::new(caller::ID, caller::sextuple::OFFSET));
    Ok(())
}

#[test]
fn an_error_tells_of_the_library_where_it_began() {
    let error = caller::sextuple(&mut Vm::new(), u64::MAX).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("caller::sextuple failed: `test` found st0 false"), "{text}");
    assert!(text.contains("`add.uc x, x`: 18446744073709551615 + 18446744073709551615"), "{text}");
    assert_eq!(error.place().expect("a place").routine, "quadruple");
}

#[test]
fn constants_are_values_of_rust() {
    assert_eq!(caller::LIMIT, LIMIT);
    assert_eq!(caller::TEXT, b"hallo");
    let mut digest = [0; 20];
    digest[..2].copy_from_slice(&[0x34, 0x12]);
    assert_eq!(caller::DIGEST, digest);
}

const LARGE: u32 = 100_000;
const EMPTY: &[u8] = b"";

alulib! {
    mod overlapping {
        pub fn run() {
                put     s16[0], super::EMPTY;
                put     a32[0], super::LARGE;
                put     s16[1], "";
                put     a64[0], 0;
                put     a64[1], 0;
                put     s16[2], super::EMPTY;
                put     a128[0], 0;
                put     a64[2], 0;
                put     a32[1], super::LARGE;
                ret;
        }
    }
}

#[test]
fn data_overlap_as_the_assembler_makes_them() {
    let text = r#"put s16[0], ""; put a32[0], 100_000; put s16[1], ""; put a64[0], 0; put a64[1], 0;
        put s16[2], ""; put a128[0], 0; put a64[2], 0; put a32[1], 100_000; ret;"#;
    assert_eq!(overlapping::LIB, text.parse().expect("assembles"));
    assert_eq!(overlapping::ID, overlapping::LIB.clone().id());
}
