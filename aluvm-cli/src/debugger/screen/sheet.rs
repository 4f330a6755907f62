//! A text that covers code and registers until it was read: the help, or a value as a whole.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::Sheet;
use super::super::text::cut;
use super::theme::Theme;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    sheet: &Sheet,
    scrolled: usize,
    theme: Theme,
) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if height == 0 || width < 2 {
        return;
    }
    let rows = rows(sheet, width);
    let room = height - 1;
    let first = scrolled.min(rows.len().saturating_sub(room));
    let behind = rows.len().saturating_sub(first + room);
    let more = match behind {
        0 => String::new(),
        behind => format!(", {behind} more lines below"),
    };
    let title = cut(&format!(" {}{more}", sheet.title), width);
    let mut lines = vec![Line::from(Span::styled(title, theme.current()))];
    let shown = rows.into_iter().skip(first).take(room);
    lines.extend(shown.map(|row| Line::from(format!(" {row}"))));
    frame.render_widget(Paragraph::new(lines), area);
}

/// How far a sheet can be scrolled in so many columns and rows.
pub(super) fn end(sheet: &Sheet, width: u16, height: u16) -> usize {
    if width < 2 { 0 } else { rows(sheet, width.into()).len().saturating_sub(height.into()) }
}

/// The lines of a sheet, long ones cut into several.
fn rows(sheet: &Sheet, width: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for line in sheet.text.lines() {
        let characters: Vec<char> = line.chars().collect();
        let pieces = characters.chunks(width.saturating_sub(1).max(1));
        match characters.is_empty() {
            true => rows.push(String::new()),
            false => rows.extend(pieces.map(|piece| piece.iter().collect())),
        }
    }
    rows
}
