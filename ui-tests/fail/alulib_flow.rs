//! What is verified on the graph of a routine: where execution goes.

use aluvm::alulib;

alulib! {
    mod end_of_code {
        pub fn one() {
            nop;
        }

        pub fn two(x: a8[0]) {
            ifz     x;
            jif     done;
            put     a8[0], 1;
        done:
            inc     x;
        }
    }
}

alulib! {
    mod unreachable {
        pub fn one() {
            ret;
            nop;
            ret;
        }

        pub fn two() {
            jmp     end;
        again:
            nop;
            jmp     again;
        end:
            ret;
        }

        /// Nothing calls it.
        fn three() {
            ret;
        }
    }
}

alulib! {
    mod endless_loop {
        pub fn one(x: a8[0]) {
        next:
            inc     x;
            jmp     next;
        }

        pub fn two() {
            jmp     two;
        }
    }
}

fn main() {
    let mut vm = aluvm::Vm::new();
    let _ = end_of_code::two(&mut vm, 5);
    let _ = unreachable::two(&mut vm);
    let _ = endless_loop::one(&mut vm, 5);
}
