//! The graph as text for people, and in the language of Graphviz.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use core::fmt::{self, Display, Formatter, Write};

use super::analysis::Flow;
use super::graph::{BlockId, Exit, Graph, Place, Routine};
use super::node::Node;
use crate::codec::{Decoded, decode_for, decode_shifted};
use crate::isa::InstructionSet;
use crate::library::Lib;
use crate::profile::Profile;

/// The graph of a library with its instructions. `Display` is text; [`dot`](Printed::dot) is for Graphviz.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    flow: &'a Flow,
    lib: &'a Lib,
    /// How an instruction at an offset is read, and half a byte behind it.
    decode: [Decode; 2],
}

type Decode = fn(&Profile, &[u8], usize) -> Option<Decoded>;

impl Flow {
    /// The graph with the instructions of the library that was analysed.
    ///
    /// ```
    /// use aluvm_core::flow::{Flow, Surroundings};
    /// use aluvm_core::isa::NoExtension;
    /// use aluvm_core::library::Lib;
    ///
    /// let lib: Lib = "ifz a8[0]; jif end; dec a8[0]; end: ret;".parse()?;
    /// let flow = Flow::of_lib::<NoExtension>(&lib, &Surroundings::default());
    /// assert_eq!(flow.print::<NoExtension>(&lib).to_string(), "\
    /// routine 0x0000, public
    ///   block 0x0000
    ///     0x0000  ifz     a8[0]
    ///     0x0002  jif     0x0008
    ///     where st0 is true to 0x0008, else to 0x0005
    ///   block 0x0005
    ///     0x0005  dec     a8[0]
    ///     to 0x0008
    ///   block 0x0008
    ///     0x0008  ret
    ///     returns
    /// ");
    /// let dot = flow.print::<NoExtension>(&lib).dot().to_string();
    /// assert!(dot.contains("b0 -> b2 [label=\"st0\"]"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn print<'a, E: InstructionSet>(&'a self, lib: &'a Lib) -> Printed<'a> {
        Printed { flow: self, lib, decode: [decode_for::<E>, decode_shifted::<E>] }
    }
}

impl<'a> Printed<'a> {
    /// The graph in the language of Graphviz: a box for each block, dashed ways for calls. What no run comes
    /// to is grey.
    pub fn dot(self) -> impl Display + use<'a> {
        Dot(self)
    }

    fn graph(&self) -> &'a Graph {
        self.flow.graph()
    }

    fn is_reached(&self, id: BlockId) -> bool {
        self.flow.known.before.is_possible(id.index())
    }

    /// The text of an instruction.
    fn instruction(&self, node: &Node) -> String {
        let [aligned, shifted] = self.decode;
        let decode = if node.is_shifted { shifted } else { aligned };
        match decode(&self.flow.profile, self.lib.code(), node.offset.into()) {
            Some(Decoded { mut instr, .. }) => {
                self.lib.resolve(&mut instr);
                instr.to_string()
            }
            None => "end of the code".into(),
        }
    }

    fn routine(&self, id: BlockId) -> Option<&'a Routine> {
        self.graph().routine_at(id).map(|routine| self.graph().routine(routine))
    }
}

impl Display for Printed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let graph = self.graph();
        for (id, block) in graph.blocks() {
            if let Some(routine) = self.routine(id) {
                let visibility = if routine.is_public { ", public" } else { "" };
                writeln!(f, "routine {:#06x}{visibility}", routine.offset)?;
            }
            let note = if self.is_reached(id) { "" } else { ", which no run comes to" };
            writeln!(f, "  block {}{note}", At::first(graph, id))?;
            for node in graph.nodes(id) {
                writeln!(f, "    {}  {}", At::of(node), self.instruction(node))?;
            }
            f.write_str("    ")?;
            self.write_exit(f, block.exit)?;
            f.write_str("\n")?;
        }
        Ok(())
    }
}

impl Printed<'_> {
    fn write_exit(&self, f: &mut Formatter<'_>, exit: Exit) -> fmt::Result {
        let show = |place| Shown(self.graph(), place);
        match exit {
            Exit::Next(next) => write!(f, "to {}", show(next)),
            Exit::Branch { taken, next } => {
                write!(f, "where st0 is true to {}, else to {}", show(taken), show(next))
            }
            Exit::Routine { callee, next } => {
                write!(f, "calls {}, then to {}", show(callee), show(next))
            }
            Exit::Call { next, .. } => write!(f, "calls another library, then to {}", show(next)),
            Exit::Exec(_) => f.write_str("goes over to another library"),
            Exit::Return => f.write_str("returns"),
            Exit::Stop => f.write_str("stops"),
        }
    }
}

/// A place as its offset.
struct Shown<'a>(&'a Graph, Place);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.1 {
            Place::Block(block) => At::first(self.0, block).fmt(f),
            Place::Outside => f.write_str("no code"),
        }
    }
}

/// An offset; `.4` stands behind it for the four bits by which code is shifted.
struct At {
    offset: u16,
    is_shifted: bool,
}

impl At {
    fn of(node: &Node) -> At {
        At { offset: node.offset, is_shifted: node.is_shifted }
    }

    /// Where a block begins. No block is empty.
    fn first(graph: &Graph, id: BlockId) -> At {
        graph.nodes(id).first().map_or(At { offset: 0, is_shifted: false }, At::of)
    }
}

impl Display for At {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let bits = if self.is_shifted { ".4" } else { "" };
        write!(f, "{:#06x}{bits}", self.offset)
    }
}

struct Dot<'a>(Printed<'a>);

impl Display for Dot<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Dot(printed) = self;
        f.write_str("digraph {\n    node [shape=box, fontname=monospace];\n")?;
        for (id, _) in printed.graph().blocks() {
            let mut label = String::new();
            for node in printed.graph().nodes(id) {
                let text = printed.instruction(node);
                writeln!(label, "{}  {text}", At::of(node))?;
            }
            let mut style = String::new();
            if printed.routine(id).is_some() {
                style.push_str(", penwidth=2");
            }
            if !printed.is_reached(id) {
                style.push_str(", color=grey, fontcolor=grey");
            }
            writeln!(f, "    b{} [label=\"{}\"{style}];", id.0, Escaped(&label))?;
        }
        let mut others = BTreeSet::new();
        for (id, block) in printed.graph().blocks() {
            write_edges(f, id, block.exit, &mut others)?;
        }
        if others.contains(&End::Outside) {
            f.write_str("    outside [label=\"no code\", shape=plain];\n")?;
        }
        if others.contains(&End::Other) {
            f.write_str("    other [label=\"another library\", shape=plain];\n")?;
        }
        f.write_str("}\n")
    }
}

/// Where a way ends that leads to no block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Outside,
    Other,
}

fn write_edges(
    f: &mut Formatter<'_>,
    id: BlockId,
    exit: Exit,
    others: &mut BTreeSet<End>,
) -> fmt::Result {
    let from = id.0;
    let mut way = |f: &mut Formatter<'_>, to: Place, attributes: &str| match to {
        Place::Block(to) => writeln!(f, "    b{from} -> b{}{attributes};", to.0),
        Place::Outside => {
            others.insert(End::Outside);
            writeln!(f, "    b{from} -> outside{attributes};")
        }
    };
    match exit {
        Exit::Next(next) => way(f, next, ""),
        Exit::Branch { taken, next } => {
            way(f, taken, " [label=\"st0\"]")?;
            way(f, next, "")
        }
        Exit::Routine { callee, next } => {
            way(f, callee, " [style=dashed]")?;
            way(f, next, "")
        }
        Exit::Call { next, .. } => {
            way(f, next, "")?;
            write_other(f, from, others)
        }
        Exit::Exec(_) => write_other(f, from, others),
        Exit::Return | Exit::Stop => Ok(()),
    }
}

fn write_other(f: &mut Formatter<'_>, from: u32, others: &mut BTreeSet<End>) -> fmt::Result {
    others.insert(End::Other);
    writeln!(f, "    b{from} -> other [style=dashed];")
}

/// A label between quotes, its lines to the left.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '\n' => f.write_str("\\l")?,
                '"' | '\\' => write!(f, "\\{character}")?,
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}
