//! Orders and circles of a graph of numbered nodes: one search through it, after Tarjan, which takes
//! no stack of the host.

use alloc::vec;
use alloc::vec::Vec;

/// What a search through a graph finds.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// For each node its place in an order in which a node stands before those that it leads to, circles
    /// left aside.
    pub(super) places: Vec<u32>,
    /// For each node the number of its circle: of all nodes that lead to it and to which it leads, or of
    /// it alone. A circle has a higher number than those that it leads to.
    pub(super) circles: Vec<u32>,
    /// How many circles there are.
    pub(super) count: usize,
}

const UNSEEN: u32 = u32::MAX;

/// Searches a graph from all its nodes, those of `first` before others. `successor` gives the nodes that
/// follow a node, by number; `None` behind the last.
pub(super) fn order(
    count: usize,
    first: impl Iterator<Item = usize>,
    successor: impl Fn(usize, usize) -> Option<Option<usize>>,
) -> Order {
    let mut search = Search {
        seen: vec![UNSEEN; count],
        lowest: vec![0; count],
        met: 0,
        open: Vec::new(),
        left: count as u32,
        order: Order { places: vec![0; count], circles: vec![UNSEEN; count], count: 0 },
    };
    for node in first.chain(0..count) {
        if search.seen[node] == UNSEEN {
            search.from(node, &successor);
        }
    }
    search.order
}

struct Search {
    /// When a node was met.
    seen: Vec<u32>,
    /// The first node met that it leads back to.
    lowest: Vec<u32>,
    met: u32,
    /// Nodes whose circle is not complete.
    open: Vec<usize>,
    /// How many nodes are not left yet.
    left: u32,
    order: Order,
}

impl Search {
    fn from(&mut self, start: usize, successor: impl Fn(usize, usize) -> Option<Option<usize>>) {
        let mut path = Vec::from([(start, 0)]);
        self.meet(start);
        while let Some((node, number)) = path.last_mut() {
            let node = *node;
            let next = successor(node, *number);
            *number += 1;
            match next {
                Some(Some(next)) if self.seen[next] == UNSEEN => {
                    self.meet(next);
                    path.push((next, 0));
                }
                // Nodes of complete circles do not lead back.
                Some(Some(next)) if self.order.circles[next] == UNSEEN => {
                    self.lowest[node] = self.lowest[node].min(self.seen[next]);
                }
                Some(_) => {}
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some((before, _)) = path.last() {
                        self.lowest[*before] = self.lowest[*before].min(self.lowest[node]);
                    }
                }
            }
        }
    }

    fn meet(&mut self, node: usize) {
        self.seen[node] = self.met;
        self.lowest[node] = self.met;
        self.met += 1;
        self.open.push(node);
    }

    fn leave(&mut self, node: usize) {
        self.left -= 1;
        self.order.places[node] = self.left;
        if self.lowest[node] == self.seen[node] {
            while let Some(member) = self.open.pop() {
                self.order.circles[member] = self.order.count as u32;
                if member == node {
                    break;
                }
            }
            self.order.count += 1;
        }
    }
}

/// Numbers that wait, taken out from the least on.
pub(super) struct Queue {
    /// A bit for each number; above it a bit for each word that has one, and so on.
    levels: Vec<Vec<u64>>,
}

impl Queue {
    /// An empty queue of numbers below `count`.
    pub(super) fn new(count: usize) -> Queue {
        let mut levels = Vec::new();
        let mut size = count.max(1);
        loop {
            size = size.div_ceil(64);
            levels.push(vec![0; size]);
            if size == 1 {
                return Queue { levels };
            }
        }
    }

    pub(super) fn insert(&mut self, number: usize) {
        let mut at = number;
        for level in &mut self.levels {
            level[at / 64] |= 1 << (at % 64);
            at /= 64;
        }
    }

    pub(super) fn pop(&mut self) -> Option<usize> {
        let mut at = 0;
        for level in self.levels.iter().rev() {
            let word = level[at];
            if word == 0 {
                return None;
            }
            at = 64 * at + word.trailing_zeros() as usize;
        }
        let number = at;
        for level in &mut self.levels {
            level[at / 64] &= !(1 << (at % 64));
            if level[at / 64] != 0 {
                break;
            }
            at /= 64;
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(edges: &[&[usize]]) -> Order {
        order(edges.len(), 0..1, |node, number| edges[node].get(number).map(|next| Some(*next)))
    }

    #[test]
    fn nodes_stand_before_those_they_lead_to() {
        let edges: [&[usize]; 5] = [&[1, 2], &[3], &[3], &[], &[0]];
        let order = ordered(&edges);
        for (node, next) in edges.iter().enumerate() {
            for next in *next {
                assert!(order.places[node] < order.places[*next], "{node} before {next}");
                assert!(order.circles[node] > order.circles[*next]);
            }
        }
        assert_eq!(order.count, 5);
    }

    #[test]
    fn circles_are_found() {
        let edges: [&[usize]; 6] = [&[1], &[2], &[1, 3], &[4], &[5], &[3]];
        let order = ordered(&edges);
        assert_eq!(order.count, 3);
        assert_eq!(order.circles[1], order.circles[2]);
        assert_eq!(order.circles[3], order.circles[5]);
        assert!(order.circles[1] > order.circles[3]);
    }

    #[test]
    fn a_queue_gives_the_least_first() {
        let mut queue = Queue::new(300_000);
        let numbers = [299_999, 3, 64, 4096, 262_144, 0, 63];
        for number in numbers {
            queue.insert(number);
        }
        let mut sorted = numbers;
        sorted.sort_unstable();
        for number in sorted {
            assert_eq!(queue.pop(), Some(number));
        }
        assert_eq!(queue.pop(), None);
    }
}
