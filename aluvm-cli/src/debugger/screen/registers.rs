//! The registers that are defined: what the last step read and wrote, and what there was before.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::scene::{self, Scene};
use super::super::text::cut;
use super::theme::Theme;

/// The most columns of a name.
const NAME_MAX: usize = 16;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, theme: Theme) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if height == 0 {
        return;
    }
    if scene.registers.is_empty() {
        let text = Span::styled(cut(" no register is defined", width), theme.faint());
        frame.render_widget(Paragraph::new(text), area);
        return;
    }
    let selected = scene.selected.unwrap_or(0);
    let last = scene.registers.len().saturating_sub(height);
    let first = selected.saturating_sub(height / 2).min(last);
    let longest = |part: fn(&scene::Line) -> &str| {
        let lengths = scene.registers.iter().map(|line| part(line).chars().count());
        lengths.max().unwrap_or(0)
    };
    let name = longest(|line| &line.names).min(NAME_MAX).min(width * 3 / 8);
    let register = longest(|line| &line.register);
    let lines = scene.registers.iter().enumerate().skip(first).take(height);
    let lines = lines.map(|(number, line)| {
        let style = match (line.is_written, line.is_read) {
            (true, _) => theme.written(),
            (false, true) => theme.read(),
            (false, false) => theme.plain(),
        };
        let mut spans = vec![Span::styled(line.mark(), style), Span::raw(" ")];
        let mut used = 3;
        if name > 0 {
            let names = cut(&line.names, name);
            spans.push(Span::styled(format!("{names:<name$} "), style));
            used += name + 1;
        }
        let is_selected = scene.selected == Some(number);
        let chosen = if is_selected { style.patch(theme.chosen()) } else { style };
        spans.push(Span::styled(line.register.clone(), chosen));
        spans.push(Span::raw(" ".repeat(register - line.register.chars().count() + 1)));
        used += register + 1;
        let room = width.saturating_sub(used);
        let (value, before) = share(line, room);
        let is_undefined = line.value == "∅";
        spans.push(Span::styled(value, if is_undefined { theme.undefined() } else { style }));
        if let Some(before) = before {
            spans.push(Span::styled(format!(" ← {before}"), theme.faint()));
        }
        Line::from(spans)
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

/// The value and what it was, in so many columns.
fn share(line: &scene::Line, room: usize) -> (String, Option<String>) {
    let Some(before) = &line.before else { return (cut(&line.value, room), None) };
    // The arrow and its spaces.
    let room = room.saturating_sub(3);
    let (new, old) = (line.value.chars().count(), before.chars().count());
    let half = room / 2;
    let new = if new + old <= room { new } else { new.min(room - old.min(half)) };
    (cut(&line.value, new), Some(cut(before, room.saturating_sub(new))))
}
