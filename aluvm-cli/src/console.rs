//! What is said to a person, on standard error.

use std::env;
use std::io::{self, IsTerminal, Write};

use annotate_snippets::Renderer;
use clap::ColorChoice;

/// Where messages go.
pub(crate) struct Console {
    renderer: Renderer,
    #[cfg(feature = "tui")]
    color: ColorChoice,
}

impl Console {
    pub(crate) fn new(color: ColorChoice) -> Console {
        let is_colored = wants_color(color, &io::stderr());
        let renderer = if is_colored { Renderer::styled() } else { Renderer::plain() };
        Console {
            renderer,
            #[cfg(feature = "tui")]
            color,
        }
    }

    /// Whether results have colours that go to a terminal.
    #[cfg(feature = "tui")]
    pub(crate) fn is_colored(&self) -> bool {
        wants_color(self.color, &io::stdout())
    }

    /// How diagnostics look.
    pub(crate) fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    /// Says something that concerns no place in a text.
    pub(crate) fn say(&self, message: &str) {
        self.write(&format!("alu: {message}\n"));
    }

    /// Writes as it is. Whether anybody can hear it changes nothing.
    pub(crate) fn write(&self, text: &str) {
        write(text);
    }
}

/// Writes to standard error.
pub(crate) fn write(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn wants_color(color: ColorChoice, stream: &impl IsTerminal) -> bool {
    let wants = || env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => wants() && stream.is_terminal(),
    }
}
