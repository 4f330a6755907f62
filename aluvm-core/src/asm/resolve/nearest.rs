//! "Did you mean": the nearest of many names.

use alloc::vec::Vec;

/// Names longer than this are not compared; no mnemonic is, and a label hardly.
const LENGTH_MAX: usize = 64;

/// How many undefined labels of a block are compared with the defined ones, and how many unknown
/// names with the aliases. Comparing all of many with all of many would take forever.
pub(crate) const SUGGESTIONS_MAX: usize = 20;

/// The name that differs least from `name`, if it is not too different: one edit for each three
/// letters. Of equally near names it is the first.
pub(crate) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let letters: Vec<char> =
        name.chars().flat_map(char::to_lowercase).take(LENGTH_MAX + 1).collect();
    if letters.len() > LENGTH_MAX {
        return None;
    }
    let mut limit = letters.len().div_ceil(3);
    let mut best = None;
    let mut candidate = Vec::new();
    for other in names {
        if other.len() > 4 * LENGTH_MAX {
            continue;
        }
        candidate.clear();
        candidate.extend(other.chars());
        if candidate.len().abs_diff(letters.len()) > limit {
            continue;
        }
        let distance = distance(&letters, &candidate);
        if distance < limit || distance == limit && best.is_none() {
            limit = distance;
            best = Some(other);
        }
    }
    best
}

/// The least number of inserted, removed, replaced or swapped letters that makes `b` of `a`
/// (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before_last[j - 2] + 1);
            }
            row.push(least);
        }
        before_last = last;
        last = row;
    }
    last[b.len()]
}
