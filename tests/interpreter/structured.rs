//! Random code with a plan: counted loops inside each other, conditions, routines, calls of other
//! libraries, and jumps to the starts of instructions and into them.

use aluvm_core::isa::{Family, Field, FieldKind, Form};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::programs::{Taste, instr, rows};

/// One thing that code does.
#[derive(Clone, Debug)]
pub enum Node {
    /// An instruction on integers, mostly on those of the preferred size.
    Compute { row: Index, choices: [u16; 10] },
    /// Any instruction but jumps.
    Other { row: Index, choices: [u16; 10] },
    /// `put` of a constant of the data into an integer register of the preferred size.
    Put { register: u8, constant: Index },
    /// Begins a loop that counts in registers of a size.
    Open { size: u8, count: u8 },
    /// Ends the last loop, with a count and a comparison of some kind.
    Close { style: u8 },
    /// A comparison, and a jump over some of what follows.
    Skip { row: Index, choices: [u16; 10], nodes: u8 },
    /// `jmp`, `jif` or `routine` to some instruction, or into it.
    Jump { opcode: u8, to: Index, into: u8 },
    /// A jump to the second half of a comparison with a jump.
    JumpToJif { opcode: u8, to: Index },
    /// `routine` to a later part.
    Routine { part: Index },
    /// `call` or `exec`.
    Call { opcode: u8, library: u8, to: Index, into: u8 },
    /// An instruction of the host.
    Host { opcode: u8, operand: u8 },
    /// `test`, `ret`, `inv`, `nop`, `fail` or a reserved byte.
    Byte(u8),
}

/// The source of a library: parts that each end with `ret`.
#[derive(Clone, Debug)]
pub struct Source {
    parts: Vec<Vec<Node>>,
    size: u8,
    data: Vec<u8>,
}

/// Code and data, and where the instructions begin.
pub struct Object {
    pub code: Vec<u8>,
    pub data: Vec<u8>,
    pub starts: Vec<u16>,
}

const JIF: u8 = 0x03;

fn node(host: bool) -> impl Strategy<Value = Node> {
    let row = any::<Index>;
    let choices = any::<[u16; 10]>;
    prop_oneof![
        12 => (row(), choices()).prop_map(|(row, choices)| Node::Compute { row, choices }),
        2 => (row(), choices()).prop_map(|(row, choices)| Node::Other { row, choices }),
        3 => (0u8..3, row()).prop_map(|(register, constant)| Node::Put { register, constant }),
        3 => (0u8..8, 0u8..12).prop_map(|(size, count)| Node::Open { size, count }),
        3 => (0u8..12).prop_map(|style| Node::Close { style }),
        2 => (row(), choices(), 0u8..4)
            .prop_map(|(row, choices, nodes)| Node::Skip { row, choices, nodes }),
        1 => (2u8..5, row(), 0u8..16).prop_map(|(opcode, to, into)| Node::Jump { opcode, to, into }),
        1 => (2u8..4, row()).prop_map(|(opcode, to)| Node::JumpToJif { opcode, to }),
        1 => row().prop_map(|part| Node::Routine { part }),
        1 => (0u8..16, 0u8..4, row(), 0u8..16).prop_map(|(exec, library, to, into)| {
            Node::Call { opcode: if exec == 0 { 6 } else { 5 }, library, to, into }
        }),
        1 => (0x90u8..0x98, any::<u8>()).prop_map(move |(opcode, operand)| {
            if host { Node::Host { opcode, operand } } else { Node::Byte(0xFF) }
        }),
        1 => prop::sample::select(vec![0x01, 0x07, 0x1F, 0xFF, 0x00, 0x47]).prop_map(Node::Byte),
    ]
}

pub fn source(host: bool) -> impl Strategy<Value = Source> {
    let parts = vec(vec(node(host), 0..12), 1..4);
    (parts, 0u8..8, vec(any::<u8>(), 1..24)).prop_map(|(parts, size, data)| Source {
        parts,
        size,
        data,
    })
}

/// A loop that is not ended yet.
struct Loop {
    start: usize,
    size: u8,
    counter: u8,
}

/// Where a jump goes, to be filled in.
enum Fix {
    Start {
        to: Index,
        into: u8,
    },
    Jif {
        to: Index,
    },
    /// The node of a part with this number, or the end of the part.
    Node {
        part: usize,
        node: usize,
    },
    Offset(usize),
}

/// Half-made code.
#[derive(Default)]
struct Assembly {
    code: Vec<u8>,
    data: Vec<u8>,
    starts: Vec<u16>,
    fixes: Vec<(usize, Fix)>,
    /// For each part, where its nodes begin, and its end.
    nodes: Vec<Vec<usize>>,
    loops: Vec<Loop>,
}

impl Source {
    /// The code. `callees` has the starts of instructions of the libraries that it can call, in the
    /// order of the libs segment.
    pub fn assemble(&self, callees: &[Vec<u16>]) -> Object {
        let mut assembly = Assembly { data: edges(), ..Assembly::default() };
        assembly.data.extend(self.data.iter().cycle().take(128));
        let taste = Taste { size: self.size, code_length: 60, data_length: 800 };
        for (part, nodes) in self.parts.iter().enumerate() {
            assembly.nodes.push(Vec::new());
            for (number, node) in nodes.iter().enumerate() {
                assembly.begin_node();
                assembly.node(node, taste, callees, (part, number));
            }
            assembly.begin_node();
            while !assembly.loops.is_empty() {
                assembly.close(0);
            }
            assembly.instr(&[0x07]);
        }
        assembly.finish(self.parts.len())
    }
}

/// Constants at which integers of any width overflow.
fn edges() -> Vec<u8> {
    let mut data = vec![0; 128];
    data.extend([0xFF; 128]);
    data.extend([0; 127]);
    data.push(0x80);
    data.extend([0xFF; 127]);
    data.push(0x7F);
    data.push(1);
    data.extend([0; 127]);
    data
}

impl Assembly {
    fn begin_node(&mut self) {
        let at = self.code.len();
        if let Some(nodes) = self.nodes.last_mut() {
            nodes.push(at);
        }
    }

    fn instr(&mut self, bytes: &[u8]) {
        self.starts.push(self.code.len() as u16);
        self.code.extend(bytes);
    }

    fn jump(&mut self, opcode: u8, fix: Fix) {
        self.fixes.push((self.code.len() + 1, fix));
        self.instr(&[opcode, 0, 0]);
    }

    fn node(&mut self, node: &Node, taste: Taste, callees: &[Vec<u16>], at: (usize, usize)) {
        let choose = |row: &Index, rows: Vec<&'static Form>| rows[row.index(rows.len())];
        match node {
            Node::Compute { row, choices } => {
                let form = choose(row, rows(is_integer));
                self.instr(&instr(form, choices, taste));
            }
            Node::Other { row, choices } => {
                let form = choose(row, rows(|form| form.opcode >= 8));
                self.instr(&instr(form, choices, taste));
            }
            Node::Put { register, constant } => {
                let offset = constant.index(self.data.len()) as u16;
                let [low, high] = offset.to_le_bytes();
                self.instr(&[0x0B, taste.size | register << 3, low, high]);
            }
            Node::Open { size, count } => self.open(*size, *count),
            Node::Close { style } => self.close(*style),
            Node::Skip { row, choices, nodes } => {
                let form = choose(row, rows(is_comparison));
                self.instr(&instr(form, choices, taste));
                let node = at.1 + 1 + usize::from(*nodes);
                self.jump(JIF, Fix::Node { part: at.0, node });
            }
            // Three of four jumps go to the start of an instruction.
            Node::Jump { opcode, to, into } => {
                let into = into.saturating_sub(11);
                self.jump(*opcode, Fix::Start { to: *to, into });
            }
            Node::JumpToJif { opcode, to } => self.jump(*opcode, Fix::Jif { to: *to }),
            Node::Routine { part } => {
                // Half of all routines call on; the others may call themselves.
                let part = part.index(8);
                let part = if part < 4 { at.0 + 1 } else { part - 4 };
                self.jump(0x04, Fix::Node { part, node: 0 });
            }
            Node::Call { opcode, library, to, into } => {
                let starts = callees.get(usize::from(*library)).filter(|starts| !starts.is_empty());
                let offset = starts.map_or(0, |starts| starts[to.index(starts.len())]);
                let [low, high] = (offset + u16::from(into.saturating_sub(12))).to_le_bytes();
                self.instr(&[*opcode, low, high, *library]);
            }
            Node::Host { opcode: opcode @ 0x91, operand } => self.instr(&[*opcode, operand % 3]),
            Node::Host { opcode: opcode @ 0x92, operand } => self.instr(&[*opcode, *operand]),
            Node::Host { opcode, .. } => self.instr(&[*opcode]),
            Node::Byte(byte) => self.instr(&[*byte]),
        }
    }

    /// `put` of a small number to an integer register.
    fn put(&mut self, size: u8, index: u8, value: u8) {
        let offset = self.data.len() as u16;
        self.data.push(value);
        self.data.extend(vec![0; (1 << size) - 1]);
        let [low, high] = offset.to_le_bytes();
        self.instr(&[0x0B, size | index << 3, low, high]);
    }

    fn open(&mut self, size: u8, count: u8) {
        let counter = 4 + 2 * (self.loops.len() as u8 % 8);
        self.put(size, counter, 0);
        self.put(size, counter + 1, count);
        self.loops.push(Loop { start: self.code.len(), size, counter });
    }

    fn close(&mut self, style: u8) {
        // Without a loop this goes back to the beginning, on registers that nothing set.
        let Loop { start, size, counter } =
            self.loops.pop().unwrap_or(Loop { start: 0, size: 3, counter: 4 });
        let bound = counter + 1;
        let step = |step: i8, index: u8| [0x24, size | index << 3, step as u8];
        let (gt, lt) = (0b000, 0b001);
        let signed = 0b100;
        let compare = |kind: u16, first: u8, second: u8| {
            let bits =
                kind | u16::from(first) << 3 | u16::from(second) << 8 | u16::from(size) << 13;
            let [low, high] = bits.to_le_bytes();
            [0x18, low, high]
        };
        let equal = |first: u8, second: u8, undefined_equal: bool| {
            let kind = 1 | u16::from(undefined_equal) << 2;
            let bits =
                kind | u16::from(first) << 3 | u16::from(second) << 8 | u16::from(size) << 13;
            let [low, high] = bits.to_le_bytes();
            [0x19, low, high]
        };
        match style {
            0 | 1 => {
                self.instr(&step(1, counter));
                self.instr(&compare(lt, counter, bound));
            }
            2 => {
                self.instr(&step(1, counter));
                self.instr(&compare(gt, bound, counter));
            }
            3 => {
                self.instr(&step(2, counter));
                self.instr(&compare(lt | signed, counter, bound));
            }
            4 => {
                self.instr(&step(-1, bound));
                self.instr(&compare(gt | signed, bound, counter));
            }
            5 => self.instr(&step(-1, bound)),
            6 => {
                self.instr(&step(1, counter));
                self.instr(&equal(counter, bound, true));
                self.instr(&[0x1F]);
            }
            7 => {
                self.instr(&step(-1, bound));
                self.instr(&[0x1A, size | bound << 3]);
                self.instr(&[0x1F]);
            }
            8 => {
                self.instr(&step(1, counter));
                self.instr(&compare(lt, counter, bound));
                self.instr(&[0xFF]);
            }
            9 => {
                // Counts by adding register 0, whatever it holds.
                let bits = u16::from(counter) << 8 | u16::from(size) << 13;
                let [low, high] = bits.to_le_bytes();
                self.instr(&[0x20, low, high]);
                self.instr(&compare(lt, counter, bound));
            }
            10 => {
                self.instr(&step(-1, bound));
                self.instr(&equal(counter, counter, false));
            }
            _ => {
                self.instr(&step(-1, bound));
                self.instr(&[0x1C, size | bound << 3]);
                self.instr(&[0x1F]);
            }
        }
        self.jump(JIF, Fix::Offset(start));
    }

    fn finish(mut self, parts: usize) -> Object {
        let jifs: Vec<u16> = {
            let is_jif = |start: &&u16| self.code[usize::from(**start)] == JIF;
            self.starts.iter().filter(is_jif).copied().collect()
        };
        for (at, fix) in &self.fixes {
            let offset = match fix {
                Fix::Start { to, into } => {
                    self.starts[to.index(self.starts.len())] + u16::from(*into)
                }
                Fix::Jif { to } if jifs.is_empty() => self.starts[to.index(self.starts.len())],
                Fix::Jif { to } => jifs[to.index(jifs.len())],
                Fix::Node { part, node } => {
                    let nodes = &self.nodes[part % parts];
                    nodes[(*node).min(nodes.len() - 1)] as u16
                }
                Fix::Offset(offset) => *offset as u16,
            };
            self.code[*at..at + 2].copy_from_slice(&offset.to_le_bytes());
        }
        Object { code: self.code, data: self.data, starts: self.starts }
    }
}

/// Whether an instruction has to do with integer registers only, or first of all.
fn is_integer(form: &Form) -> bool {
    let is_integer = |field: &Field| match field.kind {
        FieldKind::Size(sizes) => sizes[0].family() == Family::A,
        _ => true,
    };
    (0x08..0x30).contains(&form.opcode) && form.fields.iter().all(is_integer)
}

fn is_comparison(form: &Form) -> bool {
    ["GtA", "LtA", "EqA", "IfZA", "IfNA", "EqR", "EqS", "Inv"].contains(&form.name)
}
