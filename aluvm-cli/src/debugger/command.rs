//! What one can tell the debugger to do, and its text: keys, the line behind `:` and scripts are all read
//! here, so that they are one language. A key is the text of its command.
//!
//! A count stands before the word or behind it: `12j`, `12 j`, `j 12`. Names are looked up where the
//! command is done, because they depend on the routine.

use std::error::Error;
use std::fmt;

use super::value::Radix;

/// Something to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Command {
    /// So many steps forward.
    Forward(u64),
    /// So many steps back.
    Back(u64),
    /// To where the next statement begins, so many times.
    NextStatement(u64),
    /// Back to where a statement begins, so many times.
    PreviousStatement(u64),
    /// To where the next routine is entered, so many times.
    NextCall(u64),
    /// To where the routine before was entered, so many times.
    PreviousCall(u64),
    /// Out of the routine, so many times.
    Out(u64),
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// To behind so many steps.
    To(u64),
    /// On to a breakpoint, or to the end.
    Continue(u64),
    /// Back to a breakpoint, or to the beginning.
    ContinueBack(u64),
    /// Sets a breakpoint, or takes it away.
    Breakpoint(Option<Place>),
    /// Moves the cursor to the next line with a text.
    Search(String),
    /// To the next line with the text that was searched last.
    SearchOn,
    /// To the one before.
    SearchBack,
    /// Moves the cursor by lines, down if positive.
    Cursor(i64),
    /// Moves the selection by registers, down if positive.
    Select(i64),
    /// Back to the instruction that wrote a register; none is the selected one.
    Who(Option<String>),
    /// To where `st0` became false, and why.
    Why,
    /// Runs again with another input.
    Set {
        /// The register, or a name of it.
        name: String,
        /// The value in the notation of rows; none makes it undefined.
        value: Option<String>,
    },
    /// Goes on until a condition holds.
    Until(Test),
    /// Runs again with another complexity limit.
    Limit(Option<u64>),
    /// Shows the whole value of a register; none is the selected one.
    Print(Option<String>),
    /// How values are shown; none is the next way.
    Radix(Option<Radix>),
    /// Shows the disassembly in place of the source, or the source again.
    View,
    /// Says what can be done.
    Help,
    /// Ends the debugger.
    Quit,
}

/// A place in the code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// A line of what is shown.
    Line(usize),
    /// An offset in the code of the library that is shown.
    Offset(u16),
    /// A routine or a label, perhaps behind the name of its library and `::`.
    Name(String),
}

/// A condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Test {
    /// A register, a name of it, or a counter.
    pub(crate) name: String,
    pub(crate) relation: Relation,
    /// The value in the notation of rows, or `none`.
    pub(crate) value: String,
}

/// How a condition compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Relation {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Relation {
    /// The longer ones first, so that the first that fits is the right one.
    const ALL: [(&'static str, Relation); 7] = [
        ("==", Relation::Equal),
        ("!=", Relation::NotEqual),
        ("<=", Relation::AtMost),
        (">=", Relation::AtLeast),
        ("=", Relation::Equal),
        ("<", Relation::Less),
        (">", Relation::Greater),
    ];
}

/// A command as it is written and what it does, for `?` and for whoever mistypes.
pub(crate) struct Usage {
    pub(crate) text: &'static str,
    pub(crate) does: &'static str,
}

/// All commands, some with their opposites behind a comma.
pub(crate) const USAGES: &[Usage] = &[
    Usage { text: "j, k", does: "a step forward, back; 12j is twelve" },
    Usage { text: "J, K", does: "on to where a statement begins, back to where one did" },
    Usage { text: "s, a", does: "on to the next call, back to the call before" },
    Usage { text: "o", does: "out of this routine" },
    Usage { text: "g, G", does: "to the beginning, to the end; 12G is behind step 12" },
    Usage { text: "c, C", does: "on, back to a breakpoint" },
    Usage { text: "b [PLACE]", does: "breakpoint: at the cursor, a line, 0x1A, a name" },
    Usage { text: "w [NAME]", does: "who wrote this register" },
    Usage { text: "u", does: "where st0 became false, and why" },
    Usage { text: "p [NAME]", does: "the whole value of this register; also enter" },
    Usage { text: "x [d|h|t]", does: "values in decimal, in hexadecimal, as text" },
    Usage { text: "/TEXT, n, N", does: "a line with a text, the next with it, the one before" },
    Usage { text: "tab", does: "source or disassembly" },
    Usage { text: "down, up", does: "move the cursor" },
    Usage { text: "right, left", does: "select another register" },
    Usage { text: "set NAME=VALUE", does: "run again with another input" },
    Usage { text: "until NAME>VALUE", does: "on until it holds; also = != < <= >=" },
    Usage { text: "limit N|none", does: "run again with another limit of the complexity" },
    Usage { text: "?, q", does: "this help, quit" },
];

impl Usage {
    /// The words that are typed.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        let words = self.text.split(", ").filter_map(|text| text.split(' ').next());
        words.map(|word| if word.starts_with('/') { "/" } else { word })
    }
}

/// Words for commands that are not the key.
const ALIASES: &[(&str, &str)] = &[("help", "?"), ("quit", "q"), ("break", "b"), ("print", "p")];

impl Command {
    /// Reads a command.
    pub(crate) fn parse(text: &str) -> Result<Command, CommandError> {
        let text = text.trim();
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (count, rest) = text.split_at(digits);
        let count = number(count)?;
        let rest = rest.trim_start();
        if let Some(text) = rest.strip_prefix('/') {
            let is_empty = text.is_empty();
            return Ok(if is_empty { Command::SearchOn } else { Command::Search(text.into()) });
        }
        let (word, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let argument = argument.trim();
        let word = ALIASES.iter().find(|(alias, _)| *alias == word).map_or(word, |(_, key)| key);
        if word.is_empty() {
            return count.map(Command::To).ok_or(CommandError::Empty);
        }
        counted(word, count, argument).unwrap_or_else(|| {
            let unknown = CommandError::Unknown { word: word.into() };
            match (with_argument(word, argument), count) {
                (None, _) => Err(unknown),
                (Some(_), Some(_)) => Err(CommandError::NoCount { word: word.into() }),
                (Some(command), None) => command,
            }
        })
    }
}

/// A command with a count; none if the word is another's.
fn counted(
    word: &str,
    before: Option<u64>,
    argument: &str,
) -> Option<Result<Command, CommandError>> {
    let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let make: Box<dyn Fn(u64) -> Command> = match word {
        "j" => Box::new(Command::Forward),
        "k" => Box::new(Command::Back),
        "J" => Box::new(Command::NextStatement),
        "K" => Box::new(Command::PreviousStatement),
        "s" => Box::new(Command::NextCall),
        "a" => Box::new(Command::PreviousCall),
        "o" => Box::new(Command::Out),
        "c" => Box::new(Command::Continue),
        "C" => Box::new(Command::ContinueBack),
        "down" => Box::new(move |count| Command::Cursor(signed(count))),
        "up" => Box::new(move |count| Command::Cursor(-signed(count))),
        "right" => Box::new(move |count| Command::Select(signed(count))),
        "left" => Box::new(move |count| Command::Select(-signed(count))),
        "G" => Box::new(Command::To),
        _ => return None,
    };
    let behind = match number(argument) {
        Ok(behind) => behind,
        Err(error) => return Some(Err(error)),
    };
    Some(match (before, behind) {
        (Some(_), Some(_)) => Err(CommandError::TwoCounts),
        (None, None) if word == "G" => Ok(Command::Last),
        (count, None) | (None, count) => Ok(make(count.unwrap_or(1))),
    })
}

/// A command without a count; none if there is no such word.
fn with_argument(word: &str, argument: &str) -> Option<Result<Command, CommandError>> {
    let wrong = || CommandError::Argument { usage: usage(word) };
    let name = || (!argument.is_empty()).then(|| argument.to_owned());
    let without = |command: Command| if argument.is_empty() { Ok(command) } else { Err(wrong()) };
    Some(match word {
        "g" => without(Command::First),
        "u" => without(Command::Why),
        "n" => without(Command::SearchOn),
        "N" => without(Command::SearchBack),
        "tab" => without(Command::View),
        "?" => without(Command::Help),
        "q" => without(Command::Quit),
        "w" => Ok(Command::Who(name())),
        "p" => Ok(Command::Print(name())),
        "b" => place(argument).map(Command::Breakpoint).ok_or_else(wrong),
        "x" => match argument {
            "" => Ok(Command::Radix(None)),
            _ => Radix::from_letter(argument)
                .map(|radix| Command::Radix(Some(radix)))
                .ok_or_else(wrong),
        },
        "set" => match argument.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
                let value = value.trim();
                let value = (value != "none").then(|| value.to_owned());
                Ok(Command::Set { name: name.trim().into(), value })
            }
            _ => Err(wrong()),
        },
        "until" => test(argument).map(Command::Until).ok_or_else(wrong),
        "limit" => match argument {
            "none" => Ok(Command::Limit(None)),
            _ => argument.parse().map(|limit| Command::Limit(Some(limit))).map_err(|_| wrong()),
        },
        _ => return None,
    })
}

/// A number, if there is a text.
fn number(text: &str) -> Result<Option<u64>, CommandError> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    match text {
        "" => Ok(None),
        // More than any run has steps.
        _ if is_number => Ok(Some(text.parse().unwrap_or(u64::MAX))),
        _ => Err(CommandError::Count { found: text.into() }),
    }
}

fn place(text: &str) -> Option<Option<Place>> {
    if text.is_empty() {
        return Some(None);
    }
    let place = match text.strip_prefix("0x") {
        Some(digits) => Place::Offset(u16::from_str_radix(digits, 16).ok()?),
        None if text.starts_with(|c: char| c.is_ascii_digit()) => Place::Line(text.parse().ok()?),
        None => Place::Name(text.into()),
    };
    Some(Some(place))
}

fn test(text: &str) -> Option<Test> {
    let at = text.find(['=', '!', '<', '>'])?;
    let (name, rest) = text.split_at(at);
    let (sign, relation) = Relation::ALL.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let (name, value) = (name.trim(), rest.get(sign.len()..)?.trim());
    let is_whole = !name.is_empty() && !value.is_empty();
    is_whole.then(|| Test { name: name.into(), relation: *relation, value: value.into() })
}

fn usage(word: &str) -> &'static str {
    let mut all = USAGES.iter();
    all.find(|usage| usage.words().any(|known| known == word)).map_or("", |usage| usage.text)
}

/// Why a text is no command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum CommandError {
    /// There is nothing.
    Empty,
    /// There is no such command.
    Unknown { word: String },
    /// The command has no count.
    NoCount { word: String },
    /// There is a count before the word and one behind it.
    TwoCounts,
    /// What stands where a count can stand is none.
    Count { found: String },
    /// What stands behind the word is not what belongs there.
    Argument { usage: &'static str },
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CommandError::Empty => f.write_str("there is no command; `?` lists them"),
            CommandError::Unknown { word } => {
                write!(f, "there is no command `{}`; `?` lists them", word.escape_debug())
            }
            CommandError::NoCount { word } => write!(f, "`{word}` has no count"),
            CommandError::TwoCounts => f.write_str("there are two counts"),
            CommandError::Count { found } => {
                write!(f, "`{}` is no count", found.escape_debug())
            }
            CommandError::Argument { usage } => write!(f, "it is written `{usage}`"),
        }
    }
}

impl Error for CommandError {}
