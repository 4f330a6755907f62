//! The code: a title, and lines with breakpoints, the way that led here and where the run stands.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::scene::Scene;
use super::super::text::cut;
use super::theme::Theme;

/// Below this many columns for the text the indent is halved.
const NARROW: usize = 60;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>, theme: Theme) {
    let Some(view) = scene.view else { return };
    let height = usize::from(area.height);
    if height == 0 {
        return;
    }
    let has_title = height > 3;
    let room = height - usize::from(has_title);
    let mut lines = Vec::with_capacity(height);
    if has_title {
        let title = cut(&format!(" {}", view.title), area.width.into());
        lines.push(Line::from(Span::styled(title, theme.faint())));
    }
    // The cursor is a little above the middle, unless all fits.
    let last = view.rows.len().saturating_sub(room);
    let first = scene.cursor.saturating_sub(room * 2 / 5).min(last);
    let labels = view.rows.iter().skip(first).take(room).map(|row| row.label.len());
    let gutter = labels.max().unwrap_or(0);
    let jump = Jump::of(scene);
    for (number, row) in view.rows.iter().enumerate().skip(first).take(room) {
        let is_current = scene.current == Some(number);
        let is_cursor = scene.cursor == number;
        let breakpoint = if scene.breakpoints.contains(&number) { "●" } else { " " };
        let way = match jump {
            _ if is_current => "▶",
            Some(jump) if jump.start(number) => jump.corner(),
            Some(jump) if jump.passes(number) => "│",
            _ if scene.way.contains(&number) => "·",
            _ => " ",
        };
        let label = format!(" {:>gutter$} ", row.label);
        let room = usize::from(area.width).saturating_sub(2 + label.len());
        let text = fit(&row.text, room);
        let style = match (is_current, is_cursor) {
            (true, _) => theme.current(),
            (false, true) => theme.chosen(),
            (false, false) => theme.plain(),
        };
        lines.push(Line::from(vec![
            Span::styled(breakpoint, theme.breakpoint()),
            Span::styled(way, if is_current { theme.current() } else { theme.way() }),
            Span::styled(label, theme.faint()),
            Span::styled(text, style),
        ]));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// The last step, if it led to a line that is not the next one.
#[derive(Clone, Copy)]
struct Jump {
    from: usize,
    to: usize,
}

impl Jump {
    fn of(scene: &Scene<'_>) -> Option<Jump> {
        let (from, to) = (*scene.way.last()?, scene.current?);
        let between = from.abs_diff(to);
        (between > 1).then_some(Jump { from, to })
    }

    fn start(self, row: usize) -> bool {
        row == self.from
    }

    fn corner(self) -> &'static str {
        if self.from < self.to { "╭" } else { "╰" }
    }

    fn passes(self, row: usize) -> bool {
        row > self.from.min(self.to) && row < self.from.max(self.to)
    }
}

/// A line of code in so many columns; where there are few, with half of its indent.
fn fit(text: &str, room: usize) -> String {
    let body = text.trim_start();
    let indent = text.len() - body.len();
    match room < NARROW {
        true => cut(&format!("{:indent$}{body}", "", indent = indent / 2), room),
        false => cut(text, room),
    }
}
