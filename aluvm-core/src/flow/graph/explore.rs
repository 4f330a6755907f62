//! Which instructions something reaches, and where blocks begin: follows the ways from the entries.

use alloc::vec;
use alloc::vec::Vec;

use crate::flow::code::{Node, Operands, Source, Turn};
use crate::flow::walk::Walk;

/// Follows the ways from the entries.
pub(super) struct Explorer<'s, S> {
    source: &'s S,
    /// The nodes in the order in which they were met.
    pub(super) nodes: Vec<Node>,
    pub(super) operands: Operands,
    /// For each offset the number of its node, plus one.
    pub(super) at: Vec<u32>,
    /// Whether a block begins at an offset.
    pub(super) leads: Vec<bool>,
    /// Whether a byte is part of an instruction.
    covered: Vec<bool>,
    /// All before this is covered.
    uncovered: usize,
    pending: Vec<usize>,
    /// Offsets that `routine` calls.
    pub(super) called: Vec<u16>,
}

impl<'s, S: Source> Explorer<'s, S> {
    pub(super) fn new(source: &'s S) -> Explorer<'s, S> {
        let end = source.end();
        Explorer {
            source,
            nodes: Vec::with_capacity(end / 4),
            operands: Operands::default(),
            at: vec![0; end],
            leads: vec![false; end],
            covered: vec![false; end],
            uncovered: 0,
            pending: Vec::new(),
            called: Vec::new(),
        }
    }

    /// Begins a block at an offset.
    pub(super) fn enter(&mut self, offset: usize) {
        if offset < self.leads.len() {
            self.lead(offset);
            self.pending.push(offset);
        }
    }

    /// Remembers that a block begins at an offset, if there is code.
    fn lead(&mut self, offset: usize) {
        if let Some(leads) = self.leads.get_mut(offset) {
            *leads = true;
        }
    }

    /// The first offset at which there is an instruction that nothing reaches.
    pub(super) fn first_unreached(&mut self) -> Option<u16> {
        loop {
            let rest = self.covered.get(self.uncovered..)?;
            self.uncovered += rest.iter().position(|covered| !covered)?;
            if self.source.exists(self.uncovered) {
                return u16::try_from(self.uncovered).ok();
            }
            self.covered[self.uncovered] = true;
        }
    }
}

impl<S: Source> Walk for Explorer<'_, S> {
    type Place = usize;
    type Met = ();

    fn next(&mut self) -> Option<usize> {
        self.pending.pop()
    }

    fn meet(&mut self, offset: usize) -> Option<()> {
        self.at.get(offset).is_none_or(|number| *number != 0).then_some(())
    }

    fn read(&mut self, offset: usize) -> Option<usize> {
        let node = self.source.node(offset, &mut self.operands)?;
        self.nodes.push(node);
        self.at[offset] = self.nodes.len() as u32;
        let behind = node.behind();
        let covered = behind.min(self.covered.len());
        self.covered[offset..covered].fill(true);
        match node.turn {
            Turn::Next => return Some(behind),
            Turn::Jump(target) => self.enter(target.into()),
            Turn::Branch(target) => {
                self.enter(target.into());
                self.lead(behind);
            }
            Turn::Routine(target) => {
                self.called.push(target);
                self.enter(target.into());
                self.lead(behind);
            }
            Turn::Call(_) => self.lead(behind),
            Turn::Exec(_) | Turn::Return | Turn::Stop => return None,
        }
        (!matches!(node.turn, Turn::Jump(_))).then_some(behind)
    }

    fn end(&mut self, met: Option<(usize, ())>) {
        if let Some((offset, ())) = met {
            self.lead(offset);
        }
    }
}
