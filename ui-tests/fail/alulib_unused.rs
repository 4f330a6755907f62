//! Names that nothing uses.

use aluvm::alulib;

alulib! {
    mod library {
        const LIMIT: a8 = 0;
        pub const EXPORTED: a8 = 0;
        const _SPARE: a8 = 0;
        let everywhere = a8[0];

        pub enum Refusal in a8[7] {
            Unused = 1,
            Used = 2,
        }

        pub fn one() {
            let here = a8[1];
            let _spare = a8[2];
        label:
        _spare_label:
            refuse  Used;
        }

        pub fn two(x: a8[3]) {
            ret;
        }

        pub fn three(x: u64, y: u64) -> (z: u64) {
            let spare: u64 = x;
            let _spare: u64 = x;
            let changed: u64 = x;
            changed += y;
            #[allow(unused_variable)]
            if x < y { let here: u64 = x; }
            let (z_spare: u64, _) = four(x);
            z = y;
        }

        fn four(p: u64) -> (q: u64, r: u64) {
            q = p;
            r = p;
        }
    }
}

fn main() {
    let _ = library::Refusal::Unused;
    assert_eq!(library::EXPORTED, 0);
}
