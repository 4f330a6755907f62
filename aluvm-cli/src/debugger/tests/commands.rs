use super::super::command::{Command, CommandError, Place, Relation, Test, USAGES};
use super::super::value::Radix;

fn parse(text: &str) -> Command {
    Command::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn counts_stand_before_the_word_or_behind_it() {
    for text in ["12j", "12 j", "j 12", "  j   12  "] {
        assert_eq!(parse(text), Command::Forward(12), "{text}");
    }
    assert_eq!(parse("k"), Command::Back(1));
    assert_eq!(parse("0k"), Command::Back(0));
    assert_eq!(parse("3s"), Command::NextCall(3));
    assert_eq!(parse("G"), Command::Last);
    assert_eq!(parse("7G"), Command::To(7));
    assert_eq!(parse("7"), Command::To(7));
    assert_eq!(parse("99999999999999999999999999j"), Command::Forward(u64::MAX));
    assert_eq!(parse("up 2"), Command::Cursor(-2));
    assert_eq!(parse("99999999999999999999down"), Command::Cursor(i64::MAX));
}

#[test]
fn arguments() {
    assert_eq!(parse("b"), Command::Breakpoint(None));
    assert_eq!(parse("b 12"), Command::Breakpoint(Some(Place::Line(12))));
    assert_eq!(parse("break 0x1a"), Command::Breakpoint(Some(Place::Offset(26))));
    let name = Place::Name("vault::withdraw".into());
    assert_eq!(parse("b vault::withdraw"), Command::Breakpoint(Some(name)));
    assert_eq!(parse("/ a  b "), Command::Search(" a  b".into()));
    assert_eq!(parse("/"), Command::SearchOn);
    assert_eq!(parse("w st0"), Command::Who(Some("st0".into())));
    assert_eq!(parse("x h"), Command::Radix(Some(Radix::Hexadecimal)));
    let set = Command::Set { name: "a64[0]".into(), value: Some("\"a=b\"".into()) };
    assert_eq!(parse("set a64[0] = \"a=b\""), set);
    assert_eq!(parse("set x=none"), Command::Set { name: "x".into(), value: None });
    assert_eq!(parse("limit none"), Command::Limit(None));
    for (sign, relation) in [
        ("=", Relation::Equal),
        ("==", Relation::Equal),
        ("!=", Relation::NotEqual),
        ("<", Relation::Less),
        ("<=", Relation::AtMost),
        (">", Relation::Greater),
        (">=", Relation::AtLeast),
    ] {
        let test = Test { name: "a8[0]".into(), relation, value: "-5".into() };
        assert_eq!(parse(&format!("until a8[0] {sign} -5")), Command::Until(test.clone()));
        assert_eq!(parse(&format!("until a8[0]{sign}-5")), Command::Until(test));
    }
}

#[test]
fn what_is_no_command() {
    for (text, error) in [
        ("", CommandError::Empty),
        (" ", CommandError::Empty),
        ("jj", CommandError::Unknown { word: "jj".into() }),
        ("3u", CommandError::NoCount { word: "u".into() }),
        ("3j4", CommandError::Unknown { word: "j4".into() }),
        ("3j 4", CommandError::TwoCounts),
        ("j -1", CommandError::Count { found: "-1".into() }),
        ("u now", CommandError::Argument { usage: "u" }),
        ("b 0x", CommandError::Argument { usage: "b [PLACE]" }),
        ("b 1x", CommandError::Argument { usage: "b [PLACE]" }),
        ("set =1", CommandError::Argument { usage: "set NAME=VALUE" }),
        ("set a=", CommandError::Argument { usage: "set NAME=VALUE" }),
        ("until a!5", CommandError::Argument { usage: "until NAME>VALUE" }),
        ("until >5", CommandError::Argument { usage: "until NAME>VALUE" }),
        ("limit -1", CommandError::Argument { usage: "limit N|none" }),
    ] {
        assert_eq!(Command::parse(text), Err(error), "{text}");
    }
}

#[test]
fn the_help_knows_each_word() {
    for usage in USAGES {
        for word in usage.words() {
            let found = Command::parse(word);
            let is_known = !matches!(found, Err(CommandError::Unknown { .. }));
            assert!(is_known, "{word}: {found:?}");
            assert!(usage.text.len() < 18 && usage.does.len() < 60, "{word} fits no line of 80");
        }
    }
    // Every single letter that is a command is in the help.
    for letter in ('!'..='~').filter(|letter| !letter.is_ascii_digit()) {
        let word = letter.to_string();
        let is_known = !matches!(Command::parse(&word), Err(CommandError::Unknown { .. }));
        let is_told = USAGES.iter().any(|usage| usage.words().any(|known| known == word));
        assert_eq!(is_known, is_told, "{word}");
    }
}
