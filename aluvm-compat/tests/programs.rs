//! Random programs of the base set and of a host's extension, whose instructions end at any bit of a byte: verdict,
//! registers and the calls of the extension are equal. Where the crate of the registry panics the drop-in fails.
//!
//! `ALUVM_CASES` sets how many.

use std::panic::{AssertUnwindSafe, catch_unwind};

use aluvm_compat_tests::random::Random;
use aluvm_compat_tests::{Left, Segments, here, there};

fn cases() -> u64 {
    std::env::var("ALUVM_CASES").map_or(3000, |text| text.parse().expect("a number"))
}

/// What the other side leaves; none if it panics.
fn there(lib: &Segments, other: &Segments, entry: u16) -> Option<Left> {
    catch_unwind(AssertUnwindSafe(|| there::run(lib, other, entry))).ok()
}

#[test]
fn equal() {
    std::panic::set_hook(Box::new(|_| ()));
    let mut random = Random(1);
    let (mut compared, mut succeeded, mut shifted, mut panicked) = (0, 0, 0, 0);
    for case in 0..cases() {
        let (lib, other) = (random.library(), random.library());
        let entry = random.below(8) as u16;
        let here = here::run(&lib, &other, entry);
        let Some(there) = there(&lib, &other, entry) else {
            panicked += 1;
            continue;
        };
        assert!(here == there, "case {case}\n{lib:x?}\n{other:x?}\n{entry}\n{here:#?}\n{there:#?}");
        compared += 1;
        succeeded += u64::from(here.status);
        shifted += u64::from(here.calls.len() > 8);
    }
    println!(
        "{compared} equal, {succeeded} succeed, {shifted} have many calls; {panicked} panics there"
    );
    assert!(compared > cases() / 2 && succeeded > cases() / 50 && shifted > cases() / 20);
}

#[test]
fn laid_out_again() {
    std::panic::set_hook(Box::new(|_| ()));
    let mut random = Random(2);
    let mut compared = 0;
    for case in 0..cases() {
        let lib = random.library();
        let Ok(there) = catch_unwind(AssertUnwindSafe(|| there::again(&lib))) else { continue };
        let Some(there) = there else { continue };
        assert_eq!(here::again(&lib), Some(there), "case {case}: {lib:x?}");
        compared += 1;
    }
    println!("{compared} equal");
    assert!(compared > cases() / 20, "{compared}");
}

#[test]
fn ids() {
    let mut random = Random(3);
    for _ in 0..cases() {
        let lib = random.library();
        assert_eq!(here::id(&lib), there::id(&lib), "{lib:x?}");
    }
}
