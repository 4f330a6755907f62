//! How things look. Without colours they are told apart by their marks, bold or faint.

use ratatui::style::{Color, Modifier, Style};

/// Whether there are colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Theme {
    pub(crate) is_colored: bool,
}

impl Theme {
    fn color(self, color: Color) -> Style {
        if self.is_colored { Style::new().fg(color) } else { Style::new() }
    }

    pub(super) fn plain(self) -> Style {
        Style::new()
    }

    /// What matters less.
    pub(super) fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The line at the top.
    pub(super) fn bar(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The line where the run stands.
    pub(super) fn current(self) -> Style {
        self.color(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// The line of the cursor, and the selected register.
    pub(super) fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    pub(super) fn breakpoint(self) -> Style {
        self.color(Color::Red)
    }

    /// The way that led here.
    pub(super) fn way(self) -> Style {
        self.color(Color::Cyan)
    }

    pub(super) fn read(self) -> Style {
        self.color(Color::Cyan)
    }

    pub(super) fn written(self) -> Style {
        self.color(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    pub(super) fn undefined(self) -> Style {
        self.color(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// `st0`, and whether it has just changed.
    pub(super) fn flag(self, is_true: bool, is_new: bool) -> Style {
        let style = self.color(if is_true { Color::Green } else { Color::Red });
        if is_new { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// How the run ended.
    pub(super) fn verdict(self, is_success: bool) -> Style {
        self.color(if is_success { Color::Green } else { Color::Red }).add_modifier(Modifier::BOLD)
    }
}
