//! Inputs, outputs, and what stands around routines.

use aluvm::alulib;

alulib! {
    mod library {
        let known = a8[5];

        pub fn two_inputs(x: a8[0], y: a8[0]) { eq.n x, y; ret; }
        pub fn two_outputs() -> (x: a8[0], y: a8[0]) { put a8[0], 0; ret; }
        pub fn no_outputs() -> () { ret; }
        pub fn unnamed(a8[0]) { ret; }
        pub fn unnamed_output() -> (a8[0]) { put a8[0], 0; ret; }
        pub fn rust_type(x: usize) { ret; }
        pub fn no_type(x) { ret; }
        pub fn no_index(x: a8) { ret; }
        pub fn out_of_range(x: a8[32]) { ret; }
        pub fn no_such_size(x: a7[0]) { ret; }
        pub fn no_comma(x: a8[0] y: a8[1]) { eq.n x, y; ret; }
        pub fn default(x: a8[0] = 5) { ret; }
        pub fn documented(
            /// The amount.
            x: a8[0],
        ) -> (#[allow(unused)] y: a8[1]) {
            dup x, y;
            ret;
        }
        pub fn mutable(mut x: a8[0]) { ifz x; ret; }
        pub fn read(x: a8[0]) -> a8[1] { ret; }
        pub unsafe fn dangerous() { ret; }
        pub fn rust_output() -> a8[0] { put a8[0], 0; ret; }
        pub fn status(x: st0) { ret; }
        pub fn by_reference(&x: a8[0]) { ret; }
        pub fn optional(x?: a8[0]) { ret; }
        pub fn no_inputs { ret; }
        pub fn no_body(x: a8[0]);
        pub fn empty() {}
        pub fn only_a_label() { next: }
        pub fn generic<T>() { ret; }
        pub fn right(x: known,) -> (x: known,) { ret; }
        pub fn () { ret; }
        pub () { ret; }
        fn() { ret; }
    }
}

fn main() {
    let right = library::right(&mut aluvm::Vm::new(), 5);
    assert_eq!(right.unwrap().x, 5);
}
