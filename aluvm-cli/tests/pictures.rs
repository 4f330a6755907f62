//! The picture of a graph of jumps in the documentation is made of what `alu info --dot` prints, by a layout
//! that needs no Graphviz: the blocks one below the other, the jumps beside them. `ALUVM_BLESS=1` draws it anew.

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// What is drawn: a loop, and a call.
const POWER: &str = "\
/// The base so many times as a factor.
pub fn power(base: a64[0], exponent: a8[0]) -> (product: a64[1]) {
        put     product, 1;
next:
        ifz     exponent;
        jif     done;
        routine multiply;
        dec     exponent;
        jmp     next;
done:
        ret;
}

fn multiply(base: a64[0], product: a64[1]) -> (product: a64[1]) {
        mul.uc  base, product;
        test;
        ret;
}
";

/// What Graphviz would be told.
#[derive(Default, Debug, PartialEq)]
struct Graph {
    blocks: Vec<Block>,
    ways: Vec<Way>,
}

#[derive(Debug, PartialEq)]
struct Block {
    name: String,
    lines: Vec<String>,
    is_entry: bool,
}

#[derive(Debug, PartialEq)]
struct Way {
    from: usize,
    to: usize,
    label: String,
    is_call: bool,
}

/// Reads the language of Graphviz as the command writes it.
fn read(dot: &str) -> Graph {
    let mut graph = Graph::default();
    for line in
        dot.lines().map(str::trim).filter(|line| line.ends_with("];") || line.contains("->"))
    {
        let line = line.trim_end_matches(';');
        let (head, attributes) = line.split_once(" [").unwrap_or((line, ""));
        let label = attributes
            .split_once("label=\"")
            .map_or("", |(_, rest)| rest.split('"').next().expect("a first part"));
        if head == "node" {
            continue;
        }
        match head.split_once(" -> ") {
            None => graph.blocks.push(Block {
                name: head.into(),
                lines: label.split("\\l").filter(|line| !line.is_empty()).map(Into::into).collect(),
                is_entry: attributes.contains("penwidth"),
            }),
            Some((from, to)) => {
                let number = |name| {
                    let found = graph.blocks.iter().position(|block| block.name == name);
                    found.unwrap_or_else(|| panic!("{name} is no block"))
                };
                let (from, to) = (number(from), number(to));
                let is_call = attributes.contains("dashed");
                graph.ways.push(Way { from, to, label: label.into(), is_call });
            }
        }
    }
    graph
}

const LINE: usize = 18;
const GAP: usize = 26;
const LANE: usize = 20;
const LEFT: usize = 56;
const WIDTH: usize = 268;
const MARGIN: usize = 12;

/// A place of each block: its upper and its lower edge.
fn places(graph: &Graph) -> Vec<(usize, usize)> {
    let mut top = MARGIN;
    let place = |block: &Block| {
        let bottom = top + 10 + LINE * block.lines.len();
        let place = (top, bottom);
        top = bottom + GAP;
        place
    };
    graph.blocks.iter().map(place).collect()
}

/// The picture.
fn svg(graph: &Graph) -> String {
    let places = places(graph);
    let height = places.last().map_or(0, |(_, bottom)| bottom + MARGIN);
    let width = LEFT + WIDTH + LANE * 2 + MARGIN * 2;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"13\">\n\
         <defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
         markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#56b6c2\"/></marker></defs>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1d2027\"/>\n"
    );
    for (block, (top, bottom)) in graph.blocks.iter().zip(&places) {
        let weight = if block.is_entry { 2.5 } else { 1.0 };
        let height = bottom - top;
        let _ = writeln!(
            svg,
            "<rect x=\"{LEFT}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{height}\" rx=\"3\" \
             fill=\"#282c34\" stroke=\"#abb2bf\" stroke-width=\"{weight}\"/>"
        );
        for (number, line) in block.lines.iter().enumerate() {
            let (x, y) = (LEFT + 10, top + LINE * (number + 1));
            let _ = writeln!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" fill=\"#dcdfe4\" xml:space=\"preserve\">{line}</text>"
            );
        }
    }
    for (number, way) in graph.ways.iter().enumerate() {
        draw(&mut svg, graph, &places, number, way);
    }
    svg.push_str("</svg>\n");
    svg
}

/// A way: straight down to the next block, else around on a lane of its own, back on the left.
fn draw(svg: &mut String, graph: &Graph, places: &[(usize, usize)], number: usize, way: &Way) {
    let dash = if way.is_call { " stroke-dasharray=\"5 4\"" } else { "" };
    let (start, end) = (places[way.from].1, places[way.to].0);
    let is_next = way.to == way.from + 1 && !way.is_call;
    let is_back = way.to <= way.from;
    // A longer way lies further out.
    let length = |way: &Way| way.from.abs_diff(way.to);
    let beside = graph.ways.iter().enumerate().filter(|(_, other)| {
        let is_straight = other.to == other.from + 1 && !other.is_call;
        !is_straight && (other.to <= other.from) == is_back
    });
    let further_in = beside.filter(|(at, other)| (length(other), *at) < (length(way), number));
    let lane = 1 + further_in.count();
    let (path, label) = match (is_next, is_back) {
        (true, _) => {
            let x = LEFT + WIDTH / 3;
            (format!("M{x} {start}V{end}"), (x + 8, start + GAP / 2 + 4))
        }
        (false, is_back) => {
            let (from, to) = (start - 14, end + 14);
            let edge = if is_back { LEFT } else { LEFT + WIDTH };
            let x = if is_back { edge - LANE * lane } else { edge + LANE * lane };
            (format!("M{edge} {from}H{x}V{to}H{edge}"), (edge + 4, from - 5))
        }
    };
    let _ = writeln!(
        svg,
        "<path id=\"way{number}\" d=\"{path}\" fill=\"none\" stroke=\"#56b6c2\" stroke-width=\"1.5\"{dash} \
         marker-end=\"url(#end)\"/>"
    );
    if !way.label.is_empty() {
        let (x, y) = label;
        let text = &way.label;
        let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"#98c379\">{text}</text>");
    }
}

#[test]
fn the_picture_of_jumps_is_made_of_what_the_command_prints() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alu"));
    command.args(["info", "--dot", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    let mut input = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, POWER.as_bytes()).expect("reads");
    drop(input);
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success());
    let graph = read(&String::from_utf8(output.stdout).expect("text"));
    let lines: usize = graph.blocks.iter().map(|block| block.lines.len()).sum();
    assert_eq!((graph.blocks.len(), lines, graph.ways.len()), (6, 10, 6), "{graph:?}");
    let drawn = svg(&graph);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/jumps.svg");
    if env::var_os("ALUVM_BLESS").is_some() {
        fs::write(&path, &drawn).expect("a file");
    }
    let known = fs::read_to_string(&path).expect("docs/jumps.svg");
    assert!(known == drawn, "docs/jumps.svg is not the graph; ALUVM_BLESS=1 draws it anew");
}
