//! The picture of the debugger in the documentation is a screen of it. `ALUVM_BLESS=1` draws it anew.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::screens::screen;
use super::{VAULT, tell, with_contract};

/// The size of a character, in the units of the picture.
const CELL: (f32, f32) = (8.4, 18.0);

const MARGIN: f32 = 10.0;

#[test]
fn the_picture_of_the_debugger_is_a_screen_of_it() {
    let title = "alu debug vault.aluasm balance=500 amount=501 age=7";
    let inputs = ["a64[0]=500", "a64[1]=501", "a32[0]=7"];
    with_contract(title, VAULT, &inputs, |debugger| {
        tell(debugger, "b 17");
        tell(debugger, "u");
        let drawn = svg(&screen(debugger, 108, 22));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/debugger.svg");
        if env::var_os("ALUVM_BLESS").is_some() {
            fs::write(&path, &drawn).expect("a file");
        }
        let known = fs::read_to_string(&path).expect("docs/debugger.svg");
        assert!(known == drawn, "docs/debugger.svg is not the screen; ALUVM_BLESS=1 draws it anew");
    });
}

/// A screen as a picture.
fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (f32::from(buffer.area.width), f32::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1d2027\"/>\n"
    );
    for (y, row) in buffer.content.chunks(buffer.area.width.into()).enumerate() {
        let mut x = 0;
        while let Some(first) = row.get(x) {
            let same = |cell: &&Cell| (cell.fg, cell.modifier) == (first.fg, first.modifier);
            let run: Vec<&str> = row.iter().skip(x).take_while(same).map(Cell::symbol).collect();
            draw(&mut svg, (x, y), &run.concat(), run.len(), first);
            x += run.len();
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Some characters of one style.
fn draw(svg: &mut String, (x, y): (usize, usize), text: &str, length: usize, style: &Cell) {
    let is_reversed = style.modifier.contains(Modifier::REVERSED);
    let (left, top) = (MARGIN + x as f32 * CELL.0, MARGIN + y as f32 * CELL.1);
    let width = length as f32 * CELL.0;
    if is_reversed {
        let height = CELL.1;
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" \
             fill=\"#c8ccd4\"/>"
        );
    }
    // What is empty needs no text.
    let lead = text.chars().take_while(|c| *c == ' ').count();
    let body = text.trim();
    if body.is_empty() {
        return;
    }
    let color = match style.fg {
        _ if is_reversed => "#1d2027",
        Color::Yellow => "#e5c07b",
        Color::Cyan => "#56b6c2",
        Color::Green => "#98c379",
        Color::Red => "#e06c75",
        _ if style.modifier.contains(Modifier::DIM) => "#7f848e",
        _ => "#dcdfe4",
    };
    let weight = match style.modifier.contains(Modifier::BOLD) {
        true => " font-weight=\"bold\"",
        false => "",
    };
    let line = match style.modifier.contains(Modifier::UNDERLINED) {
        true => " text-decoration=\"underline\"",
        false => "",
    };
    let (left, base) = (left + lead as f32 * CELL.0, top + 13.5);
    let width = body.chars().count() as f32 * CELL.0;
    let body = body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{base:.1}\" textLength=\"{width:.1}\" fill=\"{color}\"{weight}{line} \
         xml:space=\"preserve\">{body}</text>"
    );
}
