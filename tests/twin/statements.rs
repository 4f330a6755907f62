//! Statements: blocks, loops, refusals, calls, and where jumps run out.

// The test of each routine stands in its module; nobody calls the functions.
#![allow(dead_code)]

use aluvm::alulib;

alulib! {
    pub mod flow {
        pub enum Refusal in a8[0] { Low = 1, High = 2, Odd = 3 }
        pub enum Other in a16[1] { Strange = 500 }

        #[twin]
        pub fn refusals(a: u8, b: u8) -> (c: u8) {
            require a != 0 => Low;
            require b <= 200;
            c = a + b else High;
            if c & 1 == 1 { refuse Odd; }
            c = c - 50 else Strange;
            if c == 7 { fail; }
            c *= 3 else High;
        }

        #[twin]
        pub fn conditions(a: u8, b: u8, c: i8) -> (which: u8) {
            which = 0;
            if a > 10 && (b < 20 || !(c < 0)) { which += 1; }
            if !(a == b && b != 0) || c > 3 && a < 100 { which += 2; } else { which += 4; }
            while !(which > 20 || a == 0) && b != which { which += 5; a >>= 1; }
            require a != 3 && (b != 4 || c != 5) => Strange;
            if is_even(a) && !is_even(b) { which += 64; }
        }

        fn is_even(x: u8) { return x & 1 == 0; }

        #[twin]
        pub fn loops(n: u8, m: u8) -> (sum: u64) {
            sum = 0;
            let i: u8 = 0;
            loop {
                if i >= n { break; }
                i += 1;
                if i % 3 == 0 { continue; }
                let j: u8 = m;
                while j > 0 {
                    j -= 1;
                    if j == i { break; }
                    if j & 1 == 1 { continue; }
                    sum += j as u64 * i as u64;
                }
                if sum > 5_000 { return; }
            }
            sum += 1;
        }

        #[twin]
        pub fn named(x: a64[3], y: i32 in a32[9]) -> (z: a64[3], w: u32) {
            let other: u64 in a64[7] = 1;
            let third: i64 in a64[8] = y as i64;
            other = x;
            a64[6] = other / 2;
            z = a64[6] + other;
            w = 0;
            if third < 0 { let w2: u32 = 5; w = w2; } else { let w3: u32 = 6; w = w3 + w; }
        }

        #[twin]
        pub fn verdict(a: u8) {
            if a > 100 { return; }
            if a > 50 { return a % 2 == 0; }
            require a > 10 => Low;
        }

        #[twin]
        pub fn in_place(a: u64, b: u64) -> (a: u64, b: u64) {
            a = b - a;
            b = b * b else High;
            a += a * 3 - b / (a + 1);
        }
    }
}

alulib! {
    pub mod calls {
        pub enum Refusal in a8[0] { Mine = 4, Theirs = 5 }

        #[twin]
        pub fn split(total: u64, parts: u16) -> (share: u64, rest: u64) {
            require parts != 0 => Theirs;
            let wide: u64 = parts as u64;
            share = total / wide;
            rest = total - share * wide;
        }

        #[twin]
        fn sum(a: u64, b: u64) -> (c: u64) { c = a + b; }

        #[twin]
        fn check(a: u64) { require a < 1_000_000_000 => Theirs; }

        #[twin]
        pub fn nested(a: u64, b: u64, parts: u16) -> (c: u64, d: u64) {
            let (share: u64, _) = split(a, parts);
            let (_, rest: u64) = split(b, parts) else Mine;
            c = sum(sum(share, rest), sum(a, 7)) - b else Mine;
            check(c) else Mine;
            check(d_of(c));
            d = d_of(rest) + sum(share, c);
            if low(c) && !low(d) { let (_) = sum(c, d); }
        }

        fn d_of(x: u64) -> (y: u64) { y = x * 3 else Theirs; }

        fn low(x: u64) { return x < 1_000; }
    }
}

alulib! {
    pub mod abroad {
        use super::calls;
        pub enum Refusal in a8[0] { Here = 9 }

        #[twin]
        pub fn shares(total: u64, parts: u16) -> (sum: u64) {
            let (share: u64, rest: u64) = calls::split(total, parts) else Here;
            let (again: u64, _) = calls::split(share, parts);
            sum = again + rest - 1;
        }
    }
}

alulib! {
    pub mod further {
        use super::abroad;

        #[twin]
        pub fn far(total: u64, parts: u16) -> (sum: u64) {
            sum = abroad::shares(total, parts);
        }
    }
}

alulib! {
    /// Jumps run out in a condition, in a block, in a loop and in a call.
    pub mod limit {
        use super::calls;
        pub enum Refusal in a8[0] { Late = 1 }

        #[twin]
        pub fn counts(n: u32) -> (m: u32) {
            m = 0;
            while m < n { m += 1; }
        }

        #[twin]
        pub fn endless(n: u8) {
            let k: u64 = n as u64;
            loop {
                k += 1;
                if k % 3 == 0 || k % 7 == 2 { continue; }
                if k % 5 == 0 { k += 1; } else { k += n as u64; }
                one(k);
            }
        }

        fn one(k: u64) { require k != 70_001; }

        #[twin]
        pub fn edges(n: u8) -> (m: u32) {
            m = 0;
            let rounds: u32 = 32_750 + (n % 32) as u32;
            while m < rounds { m = next(m); }
            if m > 5 { m += 1; } else { m += 2; }
            if m > 5 || m == 3 { m += 1; }
            m = next(m);
        }

        fn next(m: u32) -> (k: u32) { k = m + 1; }

        /// What fails where jumps have run out a little before, or are left.
        #[twin]
        pub fn late(n: u8, which: u8, parts: u16) -> (m: u64) {
            let rounds: u32 = 65_500 + n as u32;
            let round: u32 = 0;
            while round < rounds { round += 1; }
            m = 1;
            if which == 0 { m += 1; }
            if which & 1 == 1 { m = 7 / (parts as u64); }
            if which & 2 == 2 { require parts != 0 => Late; }
            if which & 4 == 4 {
                let (share: u64, _) = calls::split(m, parts) else Late;
                m = share;
            }
            if which & 8 == 8 { refuse Late; }
            m = more(m);
        }

        fn more(k: u64) -> (o: u64) {
            o = k;
            while o < 20 { o += 3; }
        }
    }
}
