use super::super::command::Command;
use super::super::keyboard::{Key, Keyboard, Pressed};

/// The commands of keys, the rest of what is typed.
fn press(keys: &[Key]) -> (Vec<String>, String) {
    let mut keyboard = Keyboard::default();
    let commands = keys.iter().filter_map(|key| match keyboard.press(*key) {
        Pressed::Command(text) => Some(text),
        Pressed::Waiting | Pressed::Cleared => None,
    });
    let commands = commands.collect();
    (commands, keyboard.typed().0)
}

fn characters(text: &str) -> Vec<Key> {
    text.chars().map(Key::Character).collect()
}

#[test]
fn letters_are_commands_and_digits_their_count() {
    let (commands, rest) = press(&characters("j12kGx3"));
    assert_eq!(commands, ["j", "12k", "G", "x"]);
    assert_eq!(rest, "3");
}

#[test]
fn lines_are_typed_changed_and_given_up() {
    let mut keys = characters(":set a=1");
    keys.extend([Key::Backspace, Key::Character('2'), Key::Enter]);
    keys.extend(characters("/pattern j"));
    keys.extend([Key::Left, Key::Enter]);
    keys.extend(characters("3:"));
    keys.extend([Key::Up, Key::Enter]);
    keys.extend(characters(":q"));
    keys.extend([Key::Escape]);
    keys.extend(characters(":x"));
    keys.extend([Key::Backspace, Key::Backspace, Key::Character('j'), Key::Character(':')]);
    keys.extend([Key::Enter, Key::Character('k')]);
    let (commands, rest) = press(&keys);
    assert_eq!(commands, ["set a=2", "/pattern j", "set a=2", "j", "k"]);
    assert_eq!(rest, "");
}

#[test]
fn every_other_key_is_a_command_that_can_be_read() {
    for key in [
        Key::Enter,
        Key::Tab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Interrupt,
    ] {
        let (commands, _) = press(&[key]);
        let [text] = &commands[..] else { panic!("{key:?}: {commands:?}") };
        assert!(Command::parse(text).is_ok(), "{key:?}: {text}");
    }
    assert_eq!(press(&[Key::Character('1'), Key::Escape, Key::Character('j')]).0, ["j"]);
}
