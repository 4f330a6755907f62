//! Each operator, method, cast and comparison of each type. An input chooses the row.

// The test of each routine stands in its module; nobody calls the functions.
#![allow(dead_code)]

use aluvm::alulib;

macro_rules! unsigned {
    ($($name:ident $ty:tt;)+) => {$(
        alulib! {
            pub mod $name {
                pub enum Refusal in a8[0] { First = 1, Second = 2 }

                #[twin]
                pub fn arithmetic(row: u8, a: $ty, b: $ty) -> (c: $ty) {
                    c = 100;
                    let chosen: u8 = row % 11;
                    if chosen == 0 { c = a + b; }
                    else if chosen == 1 { c = a - b else First; }
                    else if chosen == 2 { c = a * b; }
                    else if chosen == 3 { c = a / b; }
                    else if chosen == 4 { c = a % b else Second; }
                    else if chosen == 5 { c = a.wrapping_add(b); }
                    else if chosen == 6 { c = a.wrapping_sub(b); }
                    else if chosen == 7 { c = a.wrapping_mul(b); }
                    else if chosen == 8 { c = b; c += 127; c = c - 3; c *= a; }
                    else if chosen == 9 { c = a; c = b - c; c = c - 120 / c; c = c + c * 2; }
                    else { c -= 101 - 100 * a; }
                }

                #[twin]
                pub fn bits(row: u8, a: $ty, b: $ty, n: u8, m: u16) -> (c: $ty) {
                    c = 1;
                    let chosen: u8 = row % 12;
                    if chosen == 0 { c = a & b; }
                    else if chosen == 1 { c = a | b; }
                    else if chosen == 2 { c = a ^ b; }
                    else if chosen == 3 { c = !a; }
                    else if chosen == 4 { c = a << n; }
                    else if chosen == 5 { c = a >> n; }
                    else if chosen == 6 { c = a << m; }
                    else if chosen == 7 { c = a >> 3; }
                    else if chosen == 8 { c = a.rotate_left(n); }
                    else if chosen == 9 { c = a.rotate_right(m); }
                    else if chosen == 10 { c = !(a & b | a ^ 5) >> n; }
                    else { c <<= n; c |= a.rotate_left(7) & !b; }
                }

                #[twin]
                pub fn compare(row: u8, a: $ty, b: $ty) {
                    let chosen: u8 = row % 9;
                    if chosen == 0 { return a < b; }
                    if chosen == 1 { return a > b; }
                    if chosen == 2 { return a == b; }
                    if chosen == 3 { return a <= b; }
                    if chosen == 4 { return a >= b; }
                    if chosen == 5 { return a != b; }
                    if chosen == 6 { return a == 0; }
                    if chosen == 7 { return !(a != 0); }
                    return a + 1 > b && b < 100 || a == b;
                }
            }
        }
    )+};
}

unsigned! { of_u8 u8; of_u16 u16; of_u32 u32; of_u64 u64; of_u128 u128; of_u256 u256; of_u512 u512; of_u1024 u1024; }

macro_rules! signed {
    ($($name:ident $ty:tt;)+) => {$(
        alulib! {
            pub mod $name {
                #[twin]
                pub fn arithmetic(row: u8, a: $ty, b: $ty) -> (c: $ty) {
                    c = -100;
                    let chosen: u8 = row % 11;
                    if chosen == 0 { c = a + b; }
                    else if chosen == 1 { c = a - b; }
                    else if chosen == 2 { c = a * b; }
                    else if chosen == 3 { c = a / b; }
                    else if chosen == 4 { c = -a; }
                    else if chosen == 5 { c = a.wrapping_add(b); }
                    else if chosen == 6 { c = a.wrapping_sub(b); }
                    else if chosen == 7 { c = a.wrapping_mul(b); }
                    else if chosen == 8 { c = a.abs(); }
                    else if chosen == 9 { c = a; c = b - c; c = c + -1 * c; }
                    else { c -= -28; c = c - a; }
                }

                #[twin]
                pub fn bits(row: u8, a: $ty, b: $ty, n: u8, m: u16) -> (c: $ty) {
                    c = -1;
                    let chosen: u8 = row % 8;
                    if chosen == 0 { c = a & b | a ^ -7; }
                    else if chosen == 1 { c = !a; }
                    else if chosen == 2 { c = a << n; }
                    else if chosen == 3 { c = a >> n; }
                    else if chosen == 4 { c = a >> m; }
                    else if chosen == 5 { c = a.rotate_left(n); }
                    else if chosen == 6 { c = a.rotate_right(m); }
                    else { c >>= 1; c ^= a; }
                }

                #[twin]
                pub fn compare(row: u8, a: $ty, b: $ty) {
                    let chosen: u8 = row % 8;
                    if chosen == 0 { return a < b; }
                    if chosen == 1 { return a > b; }
                    if chosen == 2 { return a == b; }
                    if chosen == 3 { return a <= b; }
                    if chosen == 4 { return a >= b; }
                    if chosen == 5 { return a != b; }
                    if chosen == 6 { return a == 0; }
                    return a > -3 && b <= 5 || a == b;
                }
            }
        }
    )+};
}

signed! { of_i8 i8; of_i16 i16; of_i32 i32; of_i64 i64; of_i128 i128; of_i256 i256; of_i512 i512; of_i1024 i1024; }

macro_rules! floats {
    ($($name:ident $ty:tt;)+) => {$(
        alulib! {
            pub mod $name {
                #[twin]
                pub fn arithmetic(row: u8, a: $ty, b: $ty) -> (c: $ty) {
                    c = 1.5;
                    let chosen: u8 = row % 8;
                    if chosen == 0 { c = a + b; }
                    else if chosen == 1 { c = a - b; }
                    else if chosen == 2 { c = a * b; }
                    else if chosen == 3 { c = a / b; }
                    else if chosen == 4 { c = -a; }
                    else if chosen == 5 { c = a.abs(); }
                    else if chosen == 6 { c = a; c = b - c * 2.0; }
                    else { c += a; c *= c; }
                }

                #[twin]
                pub fn compare(row: u8, a: $ty, b: $ty) {
                    let chosen: u8 = row % 6;
                    if chosen == 0 { return a < b; }
                    if chosen == 1 { return a > b; }
                    if chosen == 2 { return a == b; }
                    if chosen == 3 { return a <= b; }
                    if chosen == 4 { return a >= b; }
                    return a != b;
                }
            }
        }
    )+};
}

floats! { of_f16b f16b; of_f16 f16; of_f32 f32; of_f64 f64; of_f80 f80; of_f128 f128; of_f256 f256; of_f512 f512; }

macro_rules! general {
    ($($name:ident $ty:tt;)+) => {$(
        alulib! {
            pub mod $name {
                #[twin]
                pub fn bits(row: u8, a: $ty, b: $ty, n: u8, m: u16) -> (c: $ty) {
                    c = 77;
                    let chosen: u8 = row % 10;
                    if chosen == 0 { c = a & b; }
                    else if chosen == 1 { c = a | b; }
                    else if chosen == 2 { c = a ^ b; }
                    else if chosen == 3 { c = !a; }
                    else if chosen == 4 { c = a << n; }
                    else if chosen == 5 { c = a >> m; }
                    else if chosen == 6 { c = a.rotate_left(n); }
                    else if chosen == 7 { c = a.rotate_right(m); }
                    else if chosen == 8 { let low: r128 = a.truncate(); c = low as $ty; }
                    else { let low: r128 = a as r128; c ^= low as $ty; }
                }

                #[twin]
                pub fn compare(row: u8, a: $ty, b: $ty) {
                    let chosen: u8 = row % 6;
                    if chosen == 0 { return a < b; }
                    if chosen == 1 { return a > b; }
                    if chosen == 2 { return a == b; }
                    if chosen == 3 { return a <= b; }
                    if chosen == 4 { return a != b; }
                    return a == 0;
                }
            }
        }
    )+};
}

general! {
    of_r128 r128; of_r160 r160; of_r256 r256; of_r512 r512; of_r1024 r1024; of_r2048 r2048; of_r4096 r4096; of_r8192 r8192;
}

macro_rules! casts {
    ($($name:ident $from:tt to ($($to:tt)+))+) => {$(
        pub mod $name {
            $(casts!(@one $to $from);)+
        }
    )+};
    (@one $to:tt $from:tt) => {
        ::aluvm::alulib! {
            pub mod $to {
                #[twin]
                pub fn cast(value: $from) -> (cast_value: $to) {
                    cast_value = value as $to;
                }
            }
        }
    };
}

casts! {
    from_u8 u8 to (u64 u256 i8 i16 i256 r128)
    from_u64 u64 to (u8 u32 u128 u1024 i8 i64 i128 i512 r128 r512)
    from_u128 u128 to (u64 u256 i64 i128 i256 r128 r160)
    from_u256 u256 to (u8 u128 u512 i128 i256 i512 r128 r256 r1024)
    from_u1024 u1024 to (u64 u512 i1024 i256 r1024 r512 r8192)
    from_i8 i8 to (u8 u64 i64 i256 f16 f16b f64 f512)
    from_i64 i64 to (u8 u64 u256 i8 i32 i128 i1024 f16 f32 f64 f80 f128)
    from_i128 i128 to (u64 u128 i64 i256 f32 f256)
    from_i256 i256 to (u128 u256 i128 i512 f16b f64 f128 f512)
    from_i1024 i1024 to (u1024 u64 i512 i8 f64 f256 f512)
    from_f16b f16b to (f16 f64 i8 i64)
    from_f16 f16 to (f16b f32 f512 i8 i32)
    from_f32 f32 to (f16 f64 f80 i16 i64 i256)
    from_f64 f64 to (f16b f32 f80 f128 f512 i8 i64 i1024)
    from_f80 f80 to (f64 f128 i64 i128)
    from_f128 f128 to (f64 f256 i64 i512)
    from_f256 f256 to (f32 f512 i256)
    from_f512 f512 to (f16 f256 i128)
    from_r128 r128 to (u8 u64 u128 u256 r160 r8192)
    from_r160 r160 to (u128 u256 r128)
    from_r512 r512 to (u256 u512 u1024 r256)
    from_r8192 r8192 to (u1024 r128 r4096)
}

alulib! {
    pub mod truncations {
        #[twin]
        pub fn of_unsigned(a: u1024) -> (b: u256, c: u128, d: u64, e: u8, f: u1024) {
            b = a.truncate();
            c = b.truncate();
            d = a.truncate();
            e = d.truncate();
            f = a.truncate();
        }

        #[twin]
        pub fn of_signed(a: i512) -> (b: i256, c: i128, d: i16, e: i8) {
            b = a.truncate();
            c = a.truncate();
            d = c.truncate();
            e = d.truncate();
        }
    }
}
