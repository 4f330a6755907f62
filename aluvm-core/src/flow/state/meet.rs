//! How two states become one where ways meet.

/// Lets two states meet; says whether the first changed. The words are first those of `holds`, then
/// those of `lacks`; see [`Definedness::to_bits`](super::Definedness::to_bits).
pub(super) fn join(into: &mut [u64], from: &[u64]) -> bool {
    let words = into.len() / 2;
    let (into_holds, into_lacks) = into.split_at_mut(words);
    let (from_holds, from_lacks) = from.split_at(words);
    let mut difference = 0;
    for i in 0..words {
        let (a, b) = (into_holds[i], into_lacks[i]);
        let (c, d) = (from_holds[i], from_lacks[i]);
        let holds = a | c;
        let both_defined = a & !b & c & !d;
        let lacks = holds & !both_defined | !holds & b & d;
        difference |= holds ^ a | lacks ^ b;
        into_holds[i] = holds;
        into_lacks[i] = lacks;
    }
    difference != 0
}
