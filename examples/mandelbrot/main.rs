//! Draws the Mandelbrot set in the terminal, computed inside the virtual machine in a format of choice.
//!
//! ```text
//! cargo run --release --example mandelbrot -- [FORMAT]... [--zoom DOUBLINGS] [--at REAL IMAGINARY]
//! ```
//!
//! The formats are `f16b f16 f32 f64 f80 f128 f256 f512`; `f64` if none is named. Without a zoom one
//! sees the whole set. With it one sees the surroundings of the point `i`, where the set looks the same
//! at every depth, turned by an eighth for every two and a half doublings: a format shows this picture
//! until its digits end. Compare `f32 f64 --zoom 24`, or `f128 f256 --zoom 110`.

mod contract;

use std::error::Error;

use aluvm::num::float::FloatFormat;
use contract::{LIMIT, Painter, View};

const COLUMNS: i16 = 72;
const ROWS: i16 = 28;
/// The whole set is 4 wide, at 2^-4 a column.
const WHOLE: u16 = 4;
/// Beyond this the steps of all formats but one are zero.
const DEEPEST: u16 = 2000;
const SHADES: &[u8] = b" .,:;-=+*o%#";

/// What the arguments ask for.
struct Request {
    formats: Vec<FloatFormat>,
    view: View,
}

fn parse(arguments: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut arguments = arguments.peekable();
    let mut formats = Vec::new();
    let mut zoom = 0;
    let mut centre = None;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--zoom" => {
                let doublings = value()?.parse().ok().filter(|zoom| *zoom <= DEEPEST);
                zoom = doublings.ok_or(format!("--zoom takes a number from 0 to {DEEPEST}"))?;
            }
            "--at" => centre = Some([value()?, value()?]),
            name => {
                let format = FloatFormat::ALL.into_iter().find(|format| format.name() == name);
                formats.push(format.ok_or_else(|| {
                    let names = FloatFormat::ALL.map(FloatFormat::name).join(" ");
                    format!("{name} is no format; the formats are {names}")
                })?);
            }
        }
    }
    if formats.is_empty() {
        formats.push(FloatFormat::F64);
    }
    let default = if zoom == 0 { ["-0.5", "0"] } else { ["0", "1"] };
    let centre = centre.unwrap_or(default.map(String::from));
    Ok(Request { formats, view: View { centre, depth: WHOLE + zoom } })
}

/// The picture in lines. Points that never escape are darkest; the others get darker with the time
/// that they take, beginning with the shortest of the picture.
fn draw(format: FloatFormat, view: &View) -> Result<String, Box<dyn Error>> {
    let mut painter = Painter::new(format, view)?;
    let mut times = Vec::new();
    for row in (-ROWS / 2..ROWS / 2).rev() {
        for column in -COLUMNS / 2..COLUMNS / 2 {
            times.push(painter.escape_time(column, 2 * row + 1)?);
        }
    }
    let shortest = times.iter().min().copied().unwrap_or_default();
    let shade = |time: &u16| match SHADES.get(usize::from(time - shortest)) {
        _ if *time >= LIMIT => '@',
        Some(shade) => char::from(*shade),
        None => char::from(SHADES[SHADES.len() - 1]),
    };
    let lines = times.chunks(COLUMNS as usize).map(|line| line.iter().map(shade).collect());
    Ok(lines.collect::<Vec<String>>().join("\n"))
}

fn main() -> Result<(), Box<dyn Error>> {
    let Request { formats, view } = parse(std::env::args().skip(1))?;
    for format in formats {
        println!("{}, one column is 2^-{}\n{}\n", format.name(), view.depth, draw(format, &view)?);
    }
    Ok(())
}
