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
    }
}

fn main() {
    let _ = library::Refusal::Unused;
    assert_eq!(library::EXPORTED, 0);
}
