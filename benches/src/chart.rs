//! The table as a picture: for each row how many times as long as ours the others take, on a logarithmic
//! scale. Left of the line they are faster, right of it slower.

use std::fmt::Write;

use crate::row::Kind;
use crate::table::{Measured, group};

const LABELS: f64 = 330.0;
const PLOT: f64 = 520.0;
const LINE: f64 = 20.0;
const TOP: f64 = 58.0;
/// The ends of the scale, as powers of ten.
const SCALE: (i32, i32) = (-2, 5);

/// What each kind looks like.
const LOOKS: [(Kind, &str, &str); 4] = [
    (Kind::Native, "native", "#2e7d32"),
    (Kind::Peer, "peers", "#1565c0"),
    (Kind::Deployed, "deployed AluVM", "#c62828"),
    (Kind::Ours, "this project", "#000000"),
];

/// The picture as SVG.
pub fn svg(rows: &[Measured]) -> String {
    let height = TOP + LINE * rows.len() as f64 + 30.0;
    let width = LABELS + PLOT + 30.0;
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n"
    );
    legend(&mut text);
    for power in SCALE.0..=SCALE.1 {
        let x = position(10f64.powi(power));
        let colour = if power == 0 { "#000000" } else { "#dddddd" };
        let bottom = height - 24.0;
        let label = match power {
            ..0 => format!("1/{}", group(&10u64.pow(power.unsigned_abs()).to_string())),
            _ => group(&10u64.pow(power.unsigned_abs()).to_string()),
        };
        let _ = writeln!(
            text,
            "<line x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{bottom}\" stroke=\"{colour}\"/>\n\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}×</text>",
            bottom + 16.0
        );
    }
    for (number, row) in rows.iter().enumerate() {
        let y = TOP + LINE * (number as f64 + 0.5);
        let _ = writeln!(
            text,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LABELS - 10.0,
            y + 4.0,
            escaped(row.work())
        );
        for (kind, name, ratio) in row.ratios() {
            let x = position(ratio);
            let _ = writeln!(
                text,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"{}\" fill-opacity=\"0.8\">\
                 <title>{}: {ratio:.2}×</title></circle>",
                colour(kind),
                escaped(name)
            );
        }
    }
    text + "</svg>\n"
}

fn legend(text: &mut String) {
    text.push_str(
        "<text x=\"10\" y=\"20\" font-size=\"14\">Time beside ours, which is 1×: \
         left is faster, right is slower</text>\n",
    );
    for (number, (_, name, colour)) in LOOKS.iter().enumerate() {
        let x = LABELS + 130.0 * number as f64;
        let _ = writeln!(
            text,
            "<circle cx=\"{x}\" cy=\"38\" r=\"5\" fill=\"{colour}\"/><text x=\"{}\" y=\"42\">{name}</text>",
            x + 10.0
        );
    }
}

fn colour(kind: Kind) -> &'static str {
    LOOKS.iter().find(|(of, ..)| *of == kind).map_or("#000000", |(_, _, colour)| colour)
}

/// Where a ratio stands; what lies outside of the scale at its end.
fn position(ratio: f64) -> f64 {
    let (least, most) = (f64::from(SCALE.0), f64::from(SCALE.1));
    LABELS + PLOT * (ratio.log10().clamp(least, most) - least) / (most - least)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
