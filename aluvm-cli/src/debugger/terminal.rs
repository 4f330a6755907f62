//! The terminal: it turns what is pressed into commands, and shows the scene, until somebody has enough.

use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use aluvm_core::vm::Extension;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::crossterm::{cursor, queue, style, terminal};

use super::command::Command;
use super::keyboard::{Key, Keyboard, Pressed};
use super::message::Trouble;
use super::screen::{self, Theme, Typed, draw};
use super::{Debugger, Flow};
use crate::failure::Failure;

/// After this long somebody is told how to stop a search.
const SOON: Duration = Duration::from_millis(300);

/// Whether there is a terminal to show something on.
pub(crate) fn is_there() -> bool {
    io::stdout().is_terminal()
}

/// Lets a person debug until it is enough.
pub(crate) fn run<E: Extension>(
    debugger: &mut Debugger<'_, '_, E>,
    is_colored: bool,
) -> Result<(), Failure> {
    let failed = |error| Failure::File { does: "use", name: "the terminal".into(), error };
    let terminal = ratatui::try_init().map_err(failed)?;
    let session = Session {
        terminal,
        keyboard: Keyboard::default(),
        waiting: VecDeque::new(),
        scrolled: 0,
        theme: Theme { is_colored },
    };
    let ended = session.run(debugger);
    let restored = ratatui::try_restore();
    ended.and(restored).map_err(failed)
}

/// A terminal in use.
struct Session {
    terminal: DefaultTerminal,
    keyboard: Keyboard,
    /// What was pressed while a search ran.
    waiting: VecDeque<Event>,
    /// How far a sheet is scrolled.
    scrolled: usize,
    theme: Theme,
}

impl Session {
    fn run<E: Extension>(mut self, debugger: &mut Debugger<'_, '_, E>) -> io::Result<()> {
        loop {
            let (text, is_line) = self.keyboard.typed();
            let typed = Typed { text, is_line, scrolled: self.scrolled };
            let scene = debugger.scene();
            self.terminal.draw(|frame| draw(frame, &scene, &typed, self.theme))?;
            let event = match self.waiting.pop_front() {
                Some(event) => event,
                None => event::read()?,
            };
            let Some(key) = key(&event) else { continue };
            if debugger.has_sheet() {
                self.read(debugger, key)?;
                continue;
            }
            match self.keyboard.press(key) {
                Pressed::Waiting => {}
                Pressed::Cleared => debugger.clear(),
                Pressed::Command(text) => {
                    self.scrolled = 0;
                    if self.execute(debugger, &text)? == Flow::Quit {
                        return Ok(());
                    }
                }
            }
        }
    }

    fn execute<E: Extension>(
        &mut self,
        debugger: &mut Debugger<'_, '_, E>,
        text: &str,
    ) -> io::Result<Flow> {
        let mut watch = Watch { since: Instant::now(), is_told: false, waiting: &mut self.waiting };
        let command = Command::parse(text).map_err(Trouble::from);
        let done = command.and_then(|command| debugger.execute(command, &mut || watch.is_enough()));
        if watch.is_told {
            self.terminal.clear()?;
        }
        Ok(done.unwrap_or_else(|trouble| {
            debugger.complain(trouble);
            Flow::Continue
        }))
    }

    /// Scrolls what covers the screen; another key takes it away, and does no more.
    fn read<E: Extension>(
        &mut self,
        debugger: &mut Debugger<'_, '_, E>,
        key: Key,
    ) -> io::Result<()> {
        let lines = match key {
            Key::Down | Key::Character('j') => 1,
            Key::PageDown | Key::Character(' ') => 10,
            Key::Up | Key::Character('k') => -1,
            Key::PageUp => -10,
            Key::Home | Key::Character('g') => isize::MIN,
            _ => {
                self.scrolled = 0;
                debugger.clear();
                return Ok(());
            }
        };
        let size = self.terminal.size()?;
        let end = debugger.scene().sheet.map_or(0, |sheet| screen::end(sheet, size));
        self.scrolled = self.scrolled.saturating_add_signed(lines).min(end);
        Ok(())
    }
}

/// Watches for somebody who does not want to wait.
struct Watch<'w> {
    since: Instant,
    is_told: bool,
    waiting: &'w mut VecDeque<Event>,
}

impl Watch<'_> {
    fn is_enough(&mut self) -> bool {
        if !self.is_told && self.since.elapsed() > SOON {
            self.is_told = true;
            // Who cannot see it can press the key all the same.
            let _ = tell();
        }
        while event::poll(Duration::ZERO).unwrap_or(false) {
            let Ok(event) = event::read() else { return true };
            match key(&event) {
                Some(Key::Escape | Key::Interrupt) => return true,
                _ => self.waiting.push_back(event),
            }
        }
        false
    }
}

fn tell() -> io::Result<()> {
    let (_, height) = terminal::size()?;
    let mut output = io::stdout();
    queue!(
        output,
        cursor::MoveTo(0, height.saturating_sub(1)),
        terminal::Clear(terminal::ClearType::CurrentLine),
        style::Print(" running; the escape key stops it")
    )?;
    output.flush()
}

/// The key of an event, if it is one that means something.
fn key(event: &Event) -> Option<Key> {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return None };
    if *kind == KeyEventKind::Release {
        return None;
    }
    let has_control = modifiers.contains(KeyModifiers::CONTROL);
    Some(match code {
        KeyCode::Char('c') if has_control => Key::Interrupt,
        KeyCode::Char('d') if has_control => Key::PageDown,
        KeyCode::Char('u') if has_control => Key::PageUp,
        KeyCode::Char(_) if has_control || modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(character) => Key::Character(*character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Tab => Key::Tab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}
