//! A routine that is being written leaves the rest of the library usable.

use aluvm::{Vm, alulib};

alulib! {
    pub mod first {
        pub fn finished(x: a8[0]) -> (x: a8[0]) {
            inc     x;
            ret;
        }

        pub fn unfinished(y: a64[0]) -> (z: f16[1]) {
            put     z, 0.5;
            require gt.u y,
        }

        pub fn behind(x: a8[0]) -> (x: a8[0]) {
            routine unfinished;
            ret;
        }
    }
}

alulib! {
    mod second {
        pub const LIMIT: a16 = 5;

        pub fn finished() -> (x: a16[0]) {
            put     x, LIMIT;
            ret;
        }

        pub fn
    }
}

alulib! {
    mod fourth {
        use super::first;

        pub fn finished() {
            ret;
        }

        pub fn calls(x: a8[0]) -> (x: a8[0]) {
            call    first::finished;
            call    first::
        }
    }
}

alulib! {
    mod fifth {
        pub enum Refusal in a8[0] {
            First = 1,
            Second
        }

        pub const LIMIT

        pub fn finished() {
            refuse  First;
        }
    }
}

fn main() {
    let mut vm = Vm::new();
    let _: u8 = first::finished(&mut vm, 5).unwrap().x;
    let _: f32 = first::unfinished(&mut vm, 5).unwrap().z.to_f32();
    let _: u8 = first::behind(&mut vm, 5).unwrap().x;
    let _: u16 = second::finished(&mut vm).unwrap().x + second::LIMIT;
    let _: u8 = fourth::calls(&mut vm, 5).unwrap().x;
    let error = fifth::finished(&mut vm).unwrap_err();
    assert_eq!(error.refusal(), Some(fifth::Refusal::First));
}
