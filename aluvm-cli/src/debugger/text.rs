//! What a script prints: the scene as text.

use std::fmt::Write;

use super::scene::{Line, Next, Scene};

/// Lines that are shown above and below the one that matters.
const AROUND: usize = 2;

/// The longest value that is printed whole, in characters; `p` prints all of it.
const VALUE_MAX: usize = 64;

/// The scene.
pub(crate) fn text(scene: &Scene<'_>) -> String {
    let mut text = String::new();
    // A string takes what is written into it.
    if let Some(sheet) = scene.sheet {
        let _ = writeln!(text, "{}\n{}", sheet.title, sheet.text.trim_end());
        return text;
    }
    if !scene.message.is_empty() {
        let _ = writeln!(text, "{}", scene.message);
    }
    match scene.view {
        Some(view) => drop(writeln!(text, "{}, {}", scene.progress, view.title)),
        None => drop(writeln!(text, "{}", scene.progress)),
    }
    code(&mut text, scene);
    match &scene.next {
        Next::Instr(instr) => {
            let _ = writeln!(text, "next    {instr}");
        }
        Next::Stopped { is_success: true, reason } => {
            let _ = writeln!(text, "success, {reason}");
        }
        Next::Stopped { is_success: false, reason } => {
            let _ = writeln!(text, "failure, {reason}");
        }
    }
    let head = |line: &Line| match line.names.as_str() {
        "" => line.register.clone(),
        names => format!("{names} {}", line.register),
    };
    let width = scene.registers.iter().map(|line| head(line).chars().count()).max().unwrap_or(0);
    for (number, line) in scene.registers.iter().enumerate() {
        let selected = if scene.selected == Some(number) { '>' } else { ' ' };
        let (mark, head) = (line.mark(), head(line));
        let _ = writeln!(text, "{mark}{selected} {head:<width$}  {}", change(line));
    }
    let [jumps, complexity] = &scene.counters;
    let status = format!("{} {}", scene.status.register, change(&scene.status));
    let _ = writeln!(text, "{status}  {jumps}  {complexity}");
    let _ = writeln!(text, "in {}", scene.calls.join(" > "));
    text
}

fn code(text: &mut String, scene: &Scene<'_>) {
    let Some(view) = scene.view else { return };
    let here = scene.cursor;
    let rows = view.rows.iter().enumerate().skip(here.saturating_sub(AROUND));
    for (number, row) in rows.take_while(|(number, _)| *number <= here + AROUND) {
        let breakpoint = if scene.breakpoints.contains(&number) { '●' } else { ' ' };
        let mark = match (scene.current == Some(number), scene.way.contains(&number)) {
            (true, _) => '▶',
            (false, true) => '·',
            (false, false) => ' ',
        };
        let cursor = if number == here && scene.current != Some(number) { '>' } else { ' ' };
        let line = format!("{breakpoint}{mark}{cursor}{:>4} {}", row.label, row.text);
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// The value, and what it was.
fn change(line: &Line) -> String {
    match &line.before {
        Some(before) => format!("{} ← {}", cut(&line.value, VALUE_MAX), cut(before, VALUE_MAX)),
        None => cut(&line.value, VALUE_MAX),
    }
}

/// A text that is no longer than a width, in characters.
pub(crate) fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        None => text.into(),
        Some(_) => {
            let beginning: String = text.chars().take(width.saturating_sub(1)).collect();
            if width == 0 { beginning } else { beginning + "…" }
        }
    }
}
