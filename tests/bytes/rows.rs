//! Each row of the instruction set's text, by hand.

use super::*;

fn some(bytes: impl AsRef<[u8]>) -> Option<ByteString> {
    Some(string(bytes))
}

fn success<T>(value: T) -> Outcome<T> {
    Outcome { value, success: true }
}

fn failure<T>(value: T) -> Outcome<T> {
    Outcome { value, success: false }
}

#[test]
fn put() {
    assert_eq!(load(b"abcdef", 2, 3), success(string("cde")));
    assert_eq!(load(b"abcdef", 2, 4), success(string("cdef")));
    assert_eq!(load(b"abcdef", 2, 5), failure(string("cdef")));
    assert_eq!(load(b"abcdef", 6, 1), failure(string("")));
    assert_eq!(load(b"abcdef", 60, 1), failure(string("")));
    assert_eq!(load(b"abcdef", 6, 0), success(string("")));
}

#[test]
fn fill_within_the_length() {
    for flag in [FillFlag::Extend, FillFlag::Fail] {
        assert_eq!(fill(string("abcdef"), 1, 4, b'x', flag), success(some("axxxef")));
        assert_eq!(fill(string("abcdef"), 4, 1, b'x', flag), success(some("axxxef")));
        assert_eq!(fill(string("abcdef"), 0, 6, b'x', flag), success(some("xxxxxx")));
        assert_eq!(fill(string("abcdef"), 3, 3, b'x', flag), success(some("abcdef")));
        assert_eq!(fill(string("abcdef"), 6, 6, b'x', flag), success(some("abcdef")));
    }
}

#[test]
fn fill_past_the_length() {
    assert_eq!(fill(string("ab"), 1, 4, b'x', FillFlag::Extend), failure(some("axxx")));
    assert_eq!(fill(string("ab"), 5, 3, b'x', FillFlag::Extend), failure(some("ab\0xx")));
    assert_eq!(fill(string("ab"), 3, 3, b'x', FillFlag::Extend), failure(some("ab\0")));
    assert_eq!(fill(string("ab"), 1, 4, b'x', FillFlag::Fail), failure(None));
    assert_eq!(fill(string("ab"), 5, 3, b'x', FillFlag::Fail), failure(None));
}

#[test]
fn undefined_string_counts_as_empty_in_fill() {
    let empty = ByteString::default();
    assert_eq!(fill(empty.clone(), 0, 2, b'x', FillFlag::Extend), failure(some("xx")));
    assert_eq!(fill(empty.clone(), 0, 2, b'x', FillFlag::Fail), failure(None));
    assert_eq!(fill(empty, 0, 0, b'x', FillFlag::Fail), success(some("")));
}

#[test]
fn len_and_cnt() {
    assert_eq!(string("").length(), 0);
    assert_eq!(string("abc").length(), 3);
    assert_eq!(count(&string("abcabca"), b'a'), 3);
    assert_eq!(count(&string("abcabca"), b'x'), 0);
    assert_eq!(count(&string(""), b'x'), 0);
}

#[test]
fn eq() {
    let undefined: Option<ByteString> = None;
    assert_eq!(some("ab"), some("ab"));
    assert_ne!(some("ab"), some("ba"));
    assert_ne!(some("ab"), some("ab\0"));
    assert_ne!(some(""), undefined);
    assert_ne!(undefined, some("ab"));
    assert_eq!(undefined, undefined.clone());
}

#[test]
fn con() {
    let (a, b) = (string("abcXdeYYfgh"), string("abc-de--fgh+"));
    assert_eq!(common(&a, &b, 0), Some((0, 3)));
    assert_eq!(common(&a, &b, 1), Some((4, 2)));
    assert_eq!(common(&a, &b, 2), Some((8, 3)));
    assert_eq!(common(&a, &b, 3), None);
    assert_eq!(common(&b, &a, 2), Some((8, 3)));
    assert_eq!(common(&string("xa"), &string("ya"), 0), Some((1, 1)));
    assert_eq!(common(&string("ab"), &string("cd"), 0), None);
    assert_eq!(common(&string(""), &string("ab"), 0), None);
}

#[test]
fn find_counts_overlapping_occurrences() {
    assert_eq!(find(&string("aaaa"), &string("aa")), Some(3));
    assert_eq!(find(&string("abababa"), &string("aba")), Some(3));
    assert_eq!(find(&string("abcabc"), &string("bc")), Some(2));
    assert_eq!(find(&string("abc"), &string("abcd")), Some(0));
    assert_eq!(find(&string("abc"), &string("abc")), Some(1));
    assert_eq!(find(&string("abc"), &string("")), None);
    assert_eq!(find(&string(""), &string("")), None);
    assert_eq!(find(&string(""), &string("a")), Some(0));
}

#[test]
fn extr() {
    let s = string([1, 2, 3, 4, 5]);
    assert_eq!(extract::<u16>(&s, 0), success(0x0201));
    assert_eq!(extract::<u16>(&s, 3), success(0x0504));
    assert_eq!(extract::<u16>(&s, 4), failure(0x0005));
    assert_eq!(extract::<u16>(&s, 5), failure(0));
    assert_eq!(extract::<u16>(&s, 65535), failure(0));
    assert_eq!(extract::<U256>(&s, 1), failure(U256::from(0x0504_0302)));
}

#[test]
fn inj() {
    assert_eq!(inject(string([1, 2, 3]), 0xBBAA_u16, 1), success(some([1, 0xAA, 0xBB])));
    assert_eq!(inject(string([1, 2, 3]), 0xBBAA_u16, 2), success(some([1, 2, 0xAA, 0xBB])));
    assert_eq!(inject(string([1]), 0xBBAA_u16, 3), success(some([1, 0, 0, 0xAA, 0xBB])));
    assert_eq!(inject(string([1]), 7_u8, 65534).value.map(|s| s.length()), Some(65535));
    assert_eq!(inject(string([1]), 7_u8, 65535), failure(None));
    assert_eq!(inject(string([1]), 7_u16, 65533).value.map(|s| s.length()), Some(65535));
    assert_eq!(inject(string([1]), 7_u16, 65534), failure(None));
}

#[test]
fn join_up_to_the_limit() {
    assert_eq!(join(&string("ab"), &string("cd")), success(some("abcd")));
    assert_eq!(join(&string(""), &string("")), success(some("")));
    let long = string(vec![7; 65535]);
    assert_eq!(join(&long, &string("")), success(Some(long.clone())));
    assert_eq!(join(&long, &string("a")), failure(None));
}

#[test]
fn splt_between_bytes() {
    for (flag, _) in SPLIT_FLAGS {
        assert_eq!(split(&string("abc"), 1, flag), success((some("a"), some("bc"))));
        assert_eq!(split(&string("abc"), 2, flag), success((some("ab"), some("c"))));
    }
}

#[test]
fn splt_at_the_start() {
    let split = |flag| split(&string("abc"), 0, flag);
    assert_eq!(split(SplitFlag::N), failure((None, None)));
    assert_eq!(split(SplitFlag::Nn), failure((None, some("abc"))));
    assert_eq!(split(SplitFlag::Nz), failure((None, some("abc"))));
    assert_eq!(split(SplitFlag::Ee), success((some(""), some("abc"))));
    assert_eq!(split(SplitFlag::Cn), success((some(""), some("abc"))));
    assert_eq!(split(SplitFlag::Cz), success((some(""), some("abc"))));
    assert_eq!(split(SplitFlag::Zn), success((some(""), some("abc"))));
    assert_eq!(split(SplitFlag::Zz), success((some(""), some("abc"))));
}

#[test]
fn splt_of_the_empty_string_at_the_start() {
    let split = |flag| split(&string(""), 0, flag);
    assert_eq!(split(SplitFlag::N), failure((None, None)));
    assert_eq!(split(SplitFlag::Nn), failure((None, None)));
    assert_eq!(split(SplitFlag::Nz), failure((None, some(""))));
    assert_eq!(split(SplitFlag::Ee), success((some(""), some(""))));
    assert_eq!(split(SplitFlag::Cn), success((some(""), some(""))));
    assert_eq!(split(SplitFlag::Cz), success((some(""), some(""))));
    assert_eq!(split(SplitFlag::Zn), success((some(""), some(""))));
    assert_eq!(split(SplitFlag::Zz), success((some(""), some(""))));
}

#[test]
fn splt_at_the_end() {
    let split = |flag| split(&string("abc"), 3, flag);
    assert_eq!(split(SplitFlag::N), failure((None, None)));
    assert_eq!(split(SplitFlag::Nn), failure((None, None)));
    assert_eq!(split(SplitFlag::Nz), failure((None, None)));
    assert_eq!(split(SplitFlag::Ee), failure((None, None)));
    assert_eq!(split(SplitFlag::Cn), failure((some("abc"), None)));
    assert_eq!(split(SplitFlag::Cz), success((some("abc"), some(""))));
    assert_eq!(split(SplitFlag::Zn), failure((some("abc"), None)));
    assert_eq!(split(SplitFlag::Zz), success((some("abc"), some(""))));
}

#[test]
fn splt_past_the_end() {
    let split = |flag| split(&string("abc"), 5, flag);
    assert_eq!(split(SplitFlag::N), failure((None, None)));
    assert_eq!(split(SplitFlag::Nn), failure((None, None)));
    assert_eq!(split(SplitFlag::Nz), failure((None, None)));
    assert_eq!(split(SplitFlag::Ee), failure((None, None)));
    assert_eq!(split(SplitFlag::Cn), failure((some("abc"), None)));
    assert_eq!(split(SplitFlag::Cz), failure((some("abc"), some(""))));
    assert_eq!(split(SplitFlag::Zn), failure((some("abc\0\0"), None)));
    assert_eq!(split(SplitFlag::Zz), failure((some("abc\0\0"), some(""))));
}

#[test]
fn ins_within_the_length() {
    for (flag, _) in INSERT_FLAGS {
        assert_eq!(insert(&string("xy"), &string("abc"), 0, flag), success(some("xyabc")));
        assert_eq!(insert(&string("xy"), &string("abc"), 1, flag), success(some("axybc")));
        assert_eq!(insert(&string("xy"), &string("abc"), 3, flag), success(some("abcxy")));
        assert_eq!(insert(&string(""), &string(""), 0, flag), success(some("")));
    }
}

#[test]
fn ins_within_the_length_past_the_limit() {
    let destination = string(vec![1; 65533]);
    let insert = |flag| insert(&string([7, 8, 9]), &destination, 65532, flag);
    for flag in
        [InsertFlag::L, InsertFlag::O, InsertFlag::F, InsertFlag::E, InsertFlag::A, InsertFlag::X]
    {
        assert_eq!(insert(flag), failure(None));
    }
    let head = vec![1; 65532];
    assert_eq!(insert(InsertFlag::C), failure(some([head.as_slice(), &[7, 8, 9]].concat())));
    assert_eq!(insert(InsertFlag::S), failure(some([head.as_slice(), &[7, 8, 1]].concat())));
}

#[test]
fn ins_past_the_length() {
    let insert = |flag| insert(&string("xy"), &string("abc"), 5, flag);
    assert_eq!(insert(InsertFlag::L), failure(None));
    assert_eq!(insert(InsertFlag::O), failure(None));
    assert_eq!(insert(InsertFlag::F), failure(None));
    assert_eq!(insert(InsertFlag::E), failure(some("abc\0\0xy")));
    assert_eq!(insert(InsertFlag::X), failure(some("abc\0\0xy")));
    assert_eq!(insert(InsertFlag::A), failure(some("abcxy")));
    assert_eq!(insert(InsertFlag::C), failure(some("abcxy")));
    assert_eq!(insert(InsertFlag::S), failure(some("abcxy")));
}

#[test]
fn ins_past_the_length_and_past_the_limit() {
    let insert = |flag| insert(&string("xyz"), &string("abc"), 65533, flag);
    let zeros = vec![0; 65530];
    for flag in [InsertFlag::L, InsertFlag::O, InsertFlag::F, InsertFlag::E] {
        assert_eq!(insert(flag), failure(None));
    }
    assert_eq!(insert(InsertFlag::X), failure(some([b"abc", zeros.as_slice(), b"xy"].concat())));
    assert_eq!(insert(InsertFlag::A), failure(some("abcxyz")));
    assert_eq!(insert(InsertFlag::C), failure(some("abcxyz")));
    assert_eq!(insert(InsertFlag::S), failure(some("abcxyz")));
}

#[test]
fn ins_past_the_length_and_past_the_limit_even_when_appended() {
    let destination = string(vec![1; 65533]);
    let insert = |flag| insert(&string([7, 8, 9]), &destination, 65534, flag);
    let head = vec![1; 65533];
    for flag in [InsertFlag::L, InsertFlag::O, InsertFlag::F, InsertFlag::E, InsertFlag::A] {
        assert_eq!(insert(flag), failure(None));
    }
    assert_eq!(insert(InsertFlag::X), failure(some([head.as_slice(), &[0, 7]].concat())));
    assert_eq!(insert(InsertFlag::C), failure(some([head.as_slice(), &[7, 8]].concat())));
    assert_eq!(insert(InsertFlag::S), failure(some([head.as_slice(), &[7, 8]].concat())));
}

#[test]
fn del_within_the_length() {
    for (flag, _) in DELETE_FLAGS {
        let delete = |p, q| delete(&string("abcdef"), p, q, flag, true, true);
        assert_eq!(delete(1, 3), success(some("adef")));
        assert_eq!(delete(3, 1), success(some("adef")));
        assert_eq!(delete(0, 6), success(some("")));
        assert_eq!(delete(6, 6), success(some("abcdef")));
        assert_eq!(delete(2, 2), success(some("abcdef")));
    }
}

#[test]
fn del_from_past_the_length() {
    for (f1, success) in [(false, true), (true, false)] {
        for f2 in [false, true] {
            let delete = |flag| delete(&string("abc"), 4, 6, flag, f1, f2);
            assert_eq!(delete(DeleteFlag::N), Outcome { value: None, success });
            assert_eq!(delete(DeleteFlag::Z), Outcome { value: some(""), success });
            assert_eq!(delete(DeleteFlag::C), Outcome { value: some(""), success });
            assert_eq!(delete(DeleteFlag::E), Outcome { value: some(""), success });
        }
    }
}

#[test]
fn del_to_past_the_length() {
    for (f2, success) in [(false, true), (true, false)] {
        for f1 in [false, true] {
            let delete = |p, q, flag| delete(&string("abc"), p, q, flag, f1, f2);
            assert_eq!(delete(1, 5, DeleteFlag::N), Outcome { value: None, success });
            assert_eq!(delete(5, 1, DeleteFlag::Z), Outcome { value: some(""), success });
            assert_eq!(delete(1, 5, DeleteFlag::C), Outcome { value: some("a"), success });
            assert_eq!(delete(1, 5, DeleteFlag::E), Outcome { value: some("a\0\0"), success });
            assert_eq!(delete(3, 5, DeleteFlag::C), Outcome { value: some("abc"), success });
            assert_eq!(delete(3, 5, DeleteFlag::E), Outcome { value: some("abc\0\0"), success });
        }
    }
}

#[test]
fn rev() {
    assert_eq!(string("abc").reversed(), string("cba"));
    assert_eq!(string("").reversed(), string(""));
}
