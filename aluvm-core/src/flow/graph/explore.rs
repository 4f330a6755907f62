//! Which instructions something reaches, and where blocks begin: follows the ways from the entries.

use alloc::vec;
use alloc::vec::Vec;

use crate::flow::code::Source;
use crate::flow::node::{Node, Operands, Spot, Turn};
use crate::flow::walk::Walk;

/// Follows the ways from the entries.
pub(super) struct Explorer<'s, S> {
    source: &'s S,
    /// The nodes in the order in which they were met.
    pub(super) nodes: Vec<Node>,
    pub(super) operands: Operands,
    /// The length of the code.
    pub(super) length: usize,
    /// For each spot the number of its node, plus one.
    pub(super) at: Vec<u32>,
    /// Whether a block begins at a spot.
    pub(super) leads: Vec<bool>,
    /// Whether a byte is part of an instruction.
    covered: Vec<bool>,
    /// All before this is covered.
    uncovered: usize,
    pending: Vec<Spot>,
    /// Offsets that `routine` calls.
    pub(super) called: Vec<u16>,
}

impl<'s, S: Source> Explorer<'s, S> {
    pub(super) fn new(source: &'s S) -> Explorer<'s, S> {
        let length = source.end();
        let spots = if source.can_shift() { 2 * length } else { length };
        Explorer {
            source,
            nodes: Vec::with_capacity(length / 3),
            operands: Operands::default(),
            length,
            at: vec![0; spots],
            leads: vec![false; spots],
            covered: vec![false; length],
            uncovered: 0,
            pending: Vec::new(),
            called: Vec::new(),
        }
    }

    /// Begins a block at a spot.
    pub(super) fn enter(&mut self, spot: Spot) {
        if spot.offset < self.length {
            self.lead(spot);
            self.pending.push(spot);
        }
    }

    /// Remembers that a block begins at a spot, if there is code.
    fn lead(&mut self, spot: Spot) {
        let index = spot.index(self.length);
        if let Some(leads) = index.and_then(|index| self.leads.get_mut(index)) {
            *leads = true;
        }
    }

    /// The first offset at which there is an instruction that nothing reaches.
    pub(super) fn first_unreached(&mut self) -> Option<u16> {
        loop {
            let rest = self.covered.get(self.uncovered..)?;
            self.uncovered += rest.iter().position(|covered| !covered)?;
            if self.source.exists(Spot::aligned(self.uncovered)) {
                return u16::try_from(self.uncovered).ok();
            }
            self.covered[self.uncovered] = true;
        }
    }
}

impl<S: Source> Walk for Explorer<'_, S> {
    type Place = Spot;
    type Met = ();

    fn next(&mut self) -> Option<Spot> {
        self.pending.pop()
    }

    fn meet(&mut self, spot: Spot) -> Option<()> {
        let number = spot.index(self.length).and_then(|index| self.at.get(index));
        number.is_none_or(|number| *number != 0).then_some(())
    }

    fn read(&mut self, spot: Spot) -> Option<Spot> {
        let mut node = self.source.node(spot, &mut self.operands)?;
        let behind = node.next();
        if node.turn == Turn::Next && self.source.ends_behind() && behind.offset >= self.length {
            node.turn = Turn::Return;
        }
        self.nodes.push(node);
        if let Some(index) = spot.index(self.length) {
            self.at[index] = self.nodes.len() as u32;
        }
        let covered = node.bytes();
        self.covered[covered.start..covered.end.min(self.length)].fill(true);
        match node.turn {
            Turn::Next => return Some(behind),
            Turn::Jump(target) => self.enter(node.target(target)),
            Turn::Branch(target) => {
                self.enter(node.target(target));
                self.lead(behind);
            }
            Turn::Routine(target) => {
                self.called.push(target);
                self.enter(node.target(target));
                self.lead(behind);
            }
            Turn::Call(_) => self.lead(behind),
            Turn::Exec(_) | Turn::Return | Turn::Stop => return None,
        }
        (!matches!(node.turn, Turn::Jump(_))).then_some(behind)
    }

    fn end(&mut self, met: Option<(Spot, ())>) {
        if let Some((spot, ())) = met {
            self.lead(spot);
        }
    }
}
