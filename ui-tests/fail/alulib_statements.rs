//! Structured statements: types, names, conditions, calls and places that are wrong.

use aluvm::alulib;

alulib! {
    #[allow(unused_input, unused_error, unused_const, unreachable)]
    mod types {
        const LIMIT: i32 = -5;
        const LOW: u8 = -1;
        const HIGH: i8 = 128;
        const OTHER: i64 = LIMIT;

        pub enum E in a8[0] { TooBig = 1 }

        pub fn one(a: u64, n: u16, s: i64, t: bytes, f: f64) -> (x: u64) {
            let y: u46 = 1;
            let z: u64 in a32[0] = 1;
            x = n;
            x = a + s;
            x = -1;
            require 1 < 2;
            x = LIMIT;
            x = a && s;
            let v: f64 = f % f;
            x = -a;
            require t < t;
            require a < a < a;
            x = a << s;
            x = a.wraping_add(a);
            x = a.abs();
            let w: f64 = a as f64;
            let u: u128 = a.truncate();
            x = a;
        }
    }
}

alulib! {
    #[allow(unused_input, unused_error, unused_const, unreachable)]
    mod names {
        const LIMIT: u64 = 5;

        pub enum E in a8[0] { TooBig = 1 }

        fn twice(i: u64) -> (o: u64) { o = i + i; }
        fn both(i: u64) -> (o: u64, p: u64) { o = i; p = i; }
        fn small(i: u64) { return i < 10; }
        fn perhaps(i: u64?) { ret; }

        pub fn one(a: u64, t: bytes, q: u8?) -> (x: u64) {
            x = c;
            let total: u64 = a;
            x = totl;
            let a: u64 = 1;
            let add: u64 = 1;
            let u8: u64 = 1;
            LIMIT = 1;
            require a < 7 => TooBg;
            a8[0] = 1;
            require a + 1 => TooBig;
            if a { x = 1; }
            if twice(a) { x = 1; }
            x = twce(a);
            twice(a);
            x = twice();
            x = both(a);
            x = small(a);
            perhaps(a);
            x = jmp(a);
            add(a, 1);
            x = len(a);
            let (y: u32, _) = both(a);
            let p: u8 = q;
            break;
            continue;
            return a < 7;
            x = a;
        }
    }
}

mod math {
    ::aluvm::alulib! {
        pub(super) mod library {
            pub fn double(x: i64) -> (y: i64) { y = x + x; }
            pub fn optional(x: i64?) -> (y: i64?) { dup x, y; ret; }
        }
    }
}

alulib! {
    mod modules {
        use super::math::library as math;

        pub fn one(x: u64) -> (y: i64) {
            y = math::double(x);
            y = math::dubble(y);
            y = maths::double(y);
            y = math::double(y, y);
            math::double(y);
            y = math::optional(y);
        }
    }
}

alulib! {
    mod places {
        pub fn one(n: u64) { if n != 0 { one(n - 1); } }
    }
}

alulib! {
    mod fields {
        pub fn one(n: u64 in a64[20]) -> (m: u64 in a64[21]) { m = !n; }
    }
}

alulib! {
    mod status {
        pub fn one(a: u64, b: u64) -> (x: u64) {
            eq.n    a, b;
            x = a;
            x = b;
            lt.u    a, b;
            if x == b { x = a; }
            gt.u    a, b;
            test;
            x = b;
        }

        pub fn two(a: u64, b: u64) -> (x: u64) {
            eq.n    a, b;
            #[allow(open_status)]
            x = a;
            eq.n    a, b;
            x += b;
        }
    }
}

alulib! {
    mod assigned {
        pub fn one(a: u64) -> (x: u64) {
            let y: u64 = a;
            if a == 0 { x = 1; }
            y = x + y;
            x = y;
        }

        pub fn two(a: u64, s: bytes) -> (x: u64, t: bytes) {
            if a == 0 { x = 1; t = s; }
            require t == s;
            x += 1;
            t = s;
        }
    }
}

alulib! {
    mod operands {
        pub fn one(a: u64) -> (x: u64) { x = a + ; }
        pub fn three(a: u64) { if a == 0 }
        pub fn four(a: u64) { let x: u64; require a == 0 => ; else { } }
    }
}

fn main() {
    let mut vm = aluvm::Vm::new();
    let _ = types::one(&mut vm, 1, 2, 3u64, b"", 1.0);
    let _: u64 = math::library::double(&mut vm, 1i64).unwrap().y;
}
