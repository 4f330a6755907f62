//! Which instructions something reaches, and where blocks begin: follows the ways from the entries.

use alloc::vec;
use alloc::vec::Vec;

use crate::flow::code::{Node, Operands, Source, Turn};

/// Follows the ways from the entries.
pub(super) struct Explorer {
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

impl Explorer {
    pub(super) fn new(end: usize) -> Explorer {
        Explorer {
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
        if let Some(leads) = self.leads.get_mut(offset) {
            *leads = true;
            self.pending.push(offset);
        }
    }

    pub(super) fn explore(&mut self, source: &impl Source) {
        while let Some(mut offset) = self.pending.pop() {
            while let Some(node) = self.meet(source, offset) {
                offset = node.behind();
                match node.turn {
                    Turn::Next => continue,
                    Turn::Jump(target) => self.enter(target.into()),
                    Turn::Branch(target) => {
                        self.enter(target.into());
                        self.enter(offset);
                    }
                    Turn::Routine(target) => {
                        self.called.push(target);
                        self.enter(target.into());
                        self.enter(offset);
                    }
                    Turn::Call(_) => self.enter(offset),
                    Turn::Exec(_) | Turn::Return | Turn::Stop => {}
                }
                break;
            }
        }
    }

    /// The node at an offset, if it was not met before.
    fn meet(&mut self, source: &impl Source, offset: usize) -> Option<Node> {
        let number = self.at.get_mut(offset)?;
        if *number != 0 {
            self.leads[offset] = true;
            return None;
        }
        let node = source.node(offset, &mut self.operands)?;
        self.nodes.push(node);
        *number = self.nodes.len() as u32;
        let behind = node.behind().min(self.covered.len());
        self.covered[offset..behind].fill(true);
        Some(node)
    }

    /// The first offset at which there is an instruction that nothing reaches.
    pub(super) fn first_unreached(&mut self, source: &impl Source) -> Option<u16> {
        loop {
            let rest = self.covered.get(self.uncovered..)?;
            self.uncovered += rest.iter().position(|covered| !covered)?;
            if source.exists(self.uncovered) {
                return u16::try_from(self.uncovered).ok();
            }
            self.covered[self.uncovered] = true;
        }
    }
}
