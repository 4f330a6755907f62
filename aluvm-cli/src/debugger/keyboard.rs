//! Keys to commands: a letter is the text of its command, digits before it are its count, and `:` and `/` begin
//! a line.

/// A key, whatever terminal it comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    Character(char),
    Enter,
    Escape,
    Backspace,
    Tab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// Control and C.
    Interrupt,
}

/// What has been typed and is no command yet.
#[derive(Default)]
pub(crate) struct Keyboard {
    count: String,
    line: Option<Typed>,
    /// The last line behind `:`, which the key up brings back.
    last: String,
}

struct Typed {
    /// `:` or `/`.
    prompt: char,
    text: String,
}

/// What a key has done.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Pressed {
    /// Something is on the way to a command.
    Waiting,
    /// What was typed is gone.
    Cleared,
    /// The text of a command.
    Command(String),
}

/// The longest count, in digits.
const DIGITS_MAX: usize = 20;

/// The lines of a page, for the cursor.
const PAGE: u32 = 10;

impl Keyboard {
    /// What has been typed so far, and whether it is a line.
    pub(crate) fn typed(&self) -> (String, bool) {
        match &self.line {
            Some(Typed { prompt, text }) => (format!("{prompt}{text}"), true),
            None => (self.count.clone(), false),
        }
    }

    /// Takes a key.
    pub(crate) fn press(&mut self, key: Key) -> Pressed {
        match self.line.take() {
            Some(line) => self.edit(line, key),
            None => self.act(key),
        }
    }

    /// A key outside of a line.
    fn act(&mut self, key: Key) -> Pressed {
        let word = match key {
            Key::Character(digit @ '0'..='9') => {
                if self.count.len() < DIGITS_MAX {
                    self.count.push(digit);
                }
                return Pressed::Waiting;
            }
            Key::Character(prompt @ (':' | '/')) => {
                self.count.clear();
                self.line = Some(Typed { prompt, text: String::new() });
                return Pressed::Waiting;
            }
            Key::Escape | Key::Backspace => {
                self.count.clear();
                return Pressed::Cleared;
            }
            Key::Character(letter) => letter.to_string(),
            Key::Enter => "p".into(),
            Key::Tab => "tab".into(),
            Key::Up => "up".into(),
            Key::Down => "down".into(),
            Key::Left => "left".into(),
            Key::Right => "right".into(),
            Key::PageUp => format!("up {PAGE}"),
            Key::PageDown => format!("down {PAGE}"),
            Key::Home => "g".into(),
            Key::End => "G".into(),
            Key::Interrupt => "q".into(),
        };
        Pressed::Command(std::mem::take(&mut self.count) + &word)
    }

    /// A key in a line.
    fn edit(&mut self, mut line: Typed, key: Key) -> Pressed {
        match key {
            Key::Character(character) => line.text.push(character),
            Key::Backspace if line.text.is_empty() => return Pressed::Cleared,
            Key::Backspace => drop(line.text.pop()),
            Key::Up if line.prompt == ':' => line.text.clone_from(&self.last),
            Key::Escape | Key::Interrupt => return Pressed::Cleared,
            Key::Enter if line.prompt == '/' => return Pressed::Command(format!("/{}", line.text)),
            Key::Enter => {
                if line.text.trim().is_empty() {
                    return Pressed::Cleared;
                }
                self.last.clone_from(&line.text);
                return Pressed::Command(line.text);
            }
            _ => {}
        }
        self.line = Some(line);
        Pressed::Waiting
    }
}
