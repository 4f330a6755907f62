//! Drawing: the scene on a screen of any size. Left the code, right the registers, below what the run is
//! doing; on a narrow screen the registers are below the code.

mod code;
mod registers;
mod sheet;
mod theme;

use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

pub(crate) use self::theme::Theme;
use super::Sheet;
use super::scene::{Next, Scene};
use super::text::cut;

/// Where code and registers fit side by side.
const WIDE: u16 = 60;

/// The most lines of a message.
const MESSAGE_MAX: usize = 8;

/// What is typed at the moment.
pub(crate) struct Typed {
    pub(crate) text: String,
    /// Whether it is a line with a cursor behind it.
    pub(crate) is_line: bool,
    /// How far a sheet is scrolled, in lines.
    pub(crate) scrolled: usize,
}

/// Draws the scene.
pub(crate) fn draw(frame: &mut Frame<'_>, scene: &Scene<'_>, typed: &Typed, theme: Theme) {
    let mut rest = frame.area();
    if rest.width == 0 || rest.height == 0 {
        return;
    }
    let message = match typed.is_line {
        true => Vec::new(),
        // A space on either side.
        false => wrap(&scene.message, usize::from(rest.width).saturating_sub(2)),
    };
    // The line that is typed, and then what matters least first, as long as there is room.
    let lines = message.len().clamp(1, MESSAGE_MAX);
    let lines = u16::try_from(lines).unwrap_or(1).min(rest.height.div_ceil(2));
    let bottom = cut_bottom(&mut rest, lines);
    let status = if rest.height > 2 { Some(cut_bottom(&mut rest, 2)) } else { None };
    let title = if rest.height > 1 { Some(cut_top(&mut rest, 1)) } else { None };
    if let Some(title) = title {
        draw_title(frame, title, scene, theme);
    }
    if let Some(sheet) = scene.sheet {
        sheet::draw(frame, rest, sheet, typed.scrolled, theme);
    } else {
        draw_body(frame, rest, scene, theme);
    }
    if let Some(status) = status {
        draw_status(frame, status, scene, theme);
    }
    draw_bottom(frame, bottom, &message, typed, theme);
}

/// A text in lines of a width, broken at spaces where there are some.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let mut current = String::new();
        for word in line.trim_start().split(' ') {
            let (used, more) = (current.chars().count(), word.chars().count());
            if used > 0 && indent + used + 1 + more > width {
                lines.push(format!("{:indent$}{current}", ""));
                current.clear();
            } else if used > 0 {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(format!("{:indent$}{current}", ""));
    }
    lines
}

/// How far a sheet can be scrolled on a screen of this size.
pub(crate) fn end(sheet: &Sheet, size: Size) -> usize {
    // Title, status and message, and the title of the sheet.
    sheet::end(sheet, size.width, size.height.saturating_sub(5))
}

fn cut_bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect { y: rest.y + rest.height, height, ..*rest }
}

fn cut_top(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let top = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    top
}

fn draw_title(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, theme: Theme) {
    let width = usize::from(area.width);
    let progress = format!(" {} ", scene.progress);
    let room = width.saturating_sub(progress.chars().count());
    let title = cut(&format!(" {}", scene.title), room);
    let line = format!("{title:<room$}{progress}");
    frame.render_widget(Paragraph::new(Span::styled(cut(&line, width), theme.bar())), area);
}

fn draw_body(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, theme: Theme) {
    if area.width >= WIDE {
        let right = (area.width * 2 / 5).min(64);
        let left = area.width - right - 1;
        let line = Rect { x: area.x + left, width: 1, ..area };
        let bars = vec![Line::from(Span::styled("│", theme.faint())); area.height.into()];
        frame.render_widget(Paragraph::new(bars), line);
        code::draw(frame, Rect { width: left, ..area }, scene, theme);
        let x = area.x + left + 1;
        registers::draw(frame, Rect { x, width: right, ..area }, scene, theme);
        return;
    }
    let count = u16::try_from(scene.registers.len()).unwrap_or(u16::MAX);
    let mut code = area;
    let registers = cut_bottom(&mut code, count.min(area.height / 2));
    code::draw(frame, code, scene, theme);
    registers::draw(frame, registers, scene, theme);
}

/// Two lines: what comes next and the flags; who called whom.
fn draw_status(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, theme: Theme) {
    let width = usize::from(area.width);
    let [jumps, complexity] = &scene.counters;
    let status = &scene.status;
    let mut flags = format!(" st0 {}", status.value);
    if let Some(before) = &status.before {
        flags.push_str(&format!(" ← {before}"));
    }
    let is_true = status.value == "true";
    let counters = format!("  {jumps}  {complexity} ");
    let room = width.saturating_sub(flags.chars().count() + counters.chars().count());
    let (next, style) = match &scene.next {
        Next::Instr(instr) => (format!(" {instr}"), theme.plain()),
        Next::Stopped { is_success, reason } => (format!(" {reason}"), theme.verdict(*is_success)),
    };
    let next = cut(&next, room);
    let first = Line::from(vec![
        Span::styled(format!("{next:<room$}"), style),
        Span::styled(flags, theme.flag(is_true, status.before.is_some())),
        Span::styled(counters, theme.plain()),
    ]);
    let calls = format!(" {}", scene.calls.join(" > "));
    let count = calls.chars().count();
    // The innermost matter most.
    let calls = match count > width {
        true => {
            let end: String = calls.chars().skip(count + 1 - width.max(1)).collect();
            format!("…{end}")
        }
        false => calls,
    };
    let second = Line::from(Span::styled(calls, theme.faint()));
    frame.render_widget(Paragraph::new(vec![first, second]), area);
}

fn draw_bottom(frame: &mut Frame<'_>, area: Rect, message: &[String], typed: &Typed, theme: Theme) {
    let width = usize::from(area.width);
    if typed.is_line {
        let count = typed.text.chars().count();
        // The end is where one types.
        let shown: String = typed.text.chars().skip((count + 1).saturating_sub(width)).collect();
        let line = Line::from(shown);
        let end = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
        frame.render_widget(Paragraph::new(line), area);
        frame.set_cursor_position(Position::new(area.x + end, area.y));
        return;
    }
    let mut lines: Vec<Line<'_>> = message
        .iter()
        .map(|line| Line::from(Span::styled(format!(" {line}"), theme.plain())))
        .collect();
    if lines.is_empty() {
        let keys = cut(
            " j k step  s a call  o out  b c breakpoint  w who  u why  : command  ? help",
            width,
        );
        lines.push(Line::from(Span::styled(keys, theme.faint())));
    }
    frame.render_widget(Paragraph::new(lines), area);
    if !typed.text.is_empty() {
        let count = cut(&typed.text, width);
        let length = u16::try_from(count.chars().count()).unwrap_or(0);
        let x = area.x + area.width - length;
        let corner = Rect { x, width: length, height: 1, ..area };
        frame.render_widget(Paragraph::new(Span::styled(count, theme.bar())), corner);
    }
}
