//! Byte string instructions as the text of the instruction set reads, case by case, without a care
//! for time or memory. A result is the destination and what the instruction does to `st0`: `false`
//! sets it to false, `true` leaves it.

/// The greatest length.
pub const M: usize = 65535;

pub type Value = Option<Vec<u8>>;

/// "bytes min..max of the two offsets become v"
pub fn fill(s: &[u8], p: u16, q: u16, v: u8, extend: bool) -> (Value, bool) {
    let (p, q) = (p as usize, q as usize);
    let mut result = s.to_vec();
    let exceeds = p > s.len() || q > s.len();
    if exceeds && !extend {
        return (None, false);
    }
    while result.len() < p || result.len() < q {
        result.push(0);
    }
    for (at, byte) in result.iter_mut().enumerate() {
        if at >= p.min(q) && at < p.max(q) {
            *byte = v;
        }
    }
    (Some(result), !exceeds)
}

/// "n-th (from 0) maximal run of positions at which both strings have the same byte"
pub fn common(a: &[u8], b: &[u8], n: u16) -> Option<(u16, u16)> {
    let same = |at: usize| at < a.len() && at < b.len() && a[at] == b[at];
    let mut runs = Vec::new();
    for start in 0..a.len() {
        if same(start) && (start == 0 || !same(start - 1)) {
            let mut end = start;
            while same(end) {
                end += 1;
            }
            runs.push((start as u16, (end - start) as u16));
        }
    }
    runs.get(n as usize).copied()
}

/// "number of (overlapping) occurrences of j in i; empty j: None, false"
pub fn find(i: &[u8], j: &[u8]) -> Option<u16> {
    if j.is_empty() {
        return None;
    }
    Some((0..i.len()).filter(|start| i[*start..].starts_with(j)).count() as u16)
}

/// "the register's width of bytes from offset o; bytes past the end read zero and st0 false"
pub fn extract(s: &[u8], o: u16, width: usize) -> (Vec<u8>, bool) {
    let mut success = true;
    let mut result = Vec::new();
    for at in o as usize..o as usize + width {
        if at < s.len() {
            result.push(s[at]);
        } else {
            result.push(0);
            success = false;
        }
    }
    (result, success)
}

/// "writes the register's bytes at o, extending with zeros; past M: None, false"
pub fn inject(s: &[u8], register: &[u8], o: u16) -> (Value, bool) {
    let mut result = s.to_vec();
    for (index, byte) in register.iter().enumerate() {
        let at = o as usize + index;
        if at >= M {
            return (None, false);
        }
        while result.len() <= at {
            result.push(0);
        }
        result[at] = *byte;
    }
    (Some(result), true)
}

/// "concatenation; past M: None, false"
pub fn join(i: &[u8], j: &[u8]) -> (Value, bool) {
    let result = [i, j].concat();
    if result.len() > M { (None, false) } else { (Some(result), true) }
}

fn zero_extended(s: &[u8], length: usize) -> Vec<u8> {
    let mut result = s.to_vec();
    while result.len() < length {
        result.push(0);
    }
    result
}

/// The list under "`splt` flags", its cases from top to bottom.
pub fn split(s: &[u8], o: u16, flag: &str) -> ((Value, Value), bool) {
    let (o, l) = (o as usize, s.len());
    let source = || Some(s.to_vec());
    let empty = || Some(Vec::new());
    if o < l && o > 0 {
        return ((Some(s[..o].to_vec()), Some(s[o..].to_vec())), true);
    }
    if o == 0 {
        return match flag {
            "n" => ((None, None), false),
            "nn" => ((None, if l > 0 { source() } else { None }), false),
            "nz" => ((None, source()), false),
            _ => ((empty(), source()), true),
        };
    }
    if o == l {
        return match flag {
            "n" | "nn" | "nz" | "ee" => ((None, None), false),
            "cn" | "zn" => ((source(), None), false),
            "cz" | "zz" => ((source(), empty()), true),
            _ => unreachable!(),
        };
    }
    let parts = match flag {
        "n" | "nn" | "nz" | "ee" => (None, None),
        "cn" => (source(), None),
        "cz" => (source(), empty()),
        "zn" => (Some(zero_extended(s, o)), None),
        "zz" => (Some(zero_extended(s, o)), empty()),
        _ => unreachable!(),
    };
    (parts, false)
}

fn first_m(mut s: Vec<u8>) -> Value {
    s.truncate(M);
    Some(s)
}

/// The list under "`ins` flags", its cases from top to bottom.
pub fn insert(source: &[u8], destination: &[u8], o: u16, flag: &str) -> (Value, bool) {
    let (o, n, d) = (o as usize, source.len(), destination.len());
    if o <= d {
        let (before, after) = destination.split_at(o);
        let plain = [before, source, after].concat();
        if n + d <= M {
            return (Some(plain), true);
        }
        return match flag {
            "c" => (first_m(plain), false),
            "s" => (Some([before, &source[..M - d], after].concat()), false),
            _ => (None, false),
        };
    }
    let append = [destination, source].concat();
    let after_zeros = [zero_extended(destination, o), source.to_vec()].concat();
    if o + n <= M {
        return match flag {
            "e" | "x" => (Some(after_zeros), false),
            "a" | "c" | "s" => (Some(append), false),
            _ => (None, false),
        };
    }
    match flag {
        "x" => (first_m(after_zeros), false),
        "a" if append.len() <= M => (Some(append), false),
        "c" => (first_m(append), false),
        "s" => (Some([destination, &source[..n.min(M - d)]].concat()), false),
        _ => (None, false),
    }
}

/// The list under "`del` flags", its cases from top to bottom.
pub fn delete(s: &[u8], p: u16, q: u16, flag: &str, f1: bool, f2: bool) -> (Value, bool) {
    let (a, b, l) = (p.min(q) as usize, p.max(q) as usize, s.len());
    if b <= l {
        return (Some([&s[..a], &s[b..]].concat()), true);
    }
    if a > l {
        let value = if flag == "n" { None } else { Some(Vec::new()) };
        return (value, !f1);
    }
    let value = match flag {
        "n" => None,
        "z" => Some(Vec::new()),
        "c" => Some(s[..a].to_vec()),
        "e" => Some([s[..a].to_vec(), vec![0; b - l]].concat()),
        _ => unreachable!(),
    };
    (value, !f2)
}
