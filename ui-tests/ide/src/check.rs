//! Asks what a mark says, and compares.

use std::collections::BTreeSet;
use std::io;

use serde_json::{Value, json};

use crate::client::Client;
use crate::marks::{Mark, Source, is_word};

/// A place in a source: its address, line and column.
type Place = (String, u64, u64);

/// What was found instead, where a mark does not hold.
type Verdict = Result<(), String>;

/// Checks a mark.
pub(crate) fn mark(
    client: &mut Client,
    sources: &[Source],
    source: &Source,
    mark: &Mark,
) -> io::Result<Verdict> {
    let (negated, word, argument) = mark.parts();
    let is_completion = matches!(word, "complete" | "document");
    let offset = if is_completion { source.end_of_word(mark.offset) } else { mark.offset };
    let (line, character) = source.position(offset);
    let position = json!({
        "textDocument": { "uri": source.uri() },
        "position": { "line": line, "character": character },
    });
    let verdict = match word {
        "hover" => hover(client, position, argument)?,
        "goto" => goto(client, position, &places(sources, source, "def", argument))?,
        "rename" => {
            let mut expected = places(sources, source, "def", argument);
            expected.extend(places(sources, source, "use", argument));
            expected.extend(places(sources, source, "rename", argument));
            rename(client, position, &expected)?
        }
        "complete" => complete(client, position, argument, false)?,
        "document" => complete(client, position, argument, true)?,
        "def" | "use" => Ok(()),
        _ => Err("there is no such mark".to_owned()),
    };
    Ok(match (negated, verdict) {
        (false, verdict) => verdict,
        (true, Err(_)) => Ok(()),
        (true, Ok(())) => Err("it works now".to_owned()),
    })
}

/// All places with a mark: of the source that asks, if it defines the name, or of all.
fn places(sources: &[Source], asking: &Source, word: &str, name: &str) -> BTreeSet<Place> {
    let is_local = asking.marks.iter().any(|mark| mark.parts() == (false, "def", name));
    let sources = if is_local { std::slice::from_ref(asking) } else { sources };
    let mut places = BTreeSet::new();
    for source in sources {
        for mark in &source.marks {
            if mark.parts() == (false, word, name) {
                let (line, column) = source.position(mark.offset);
                places.insert((source.uri(), line as u64, column as u64));
            }
        }
    }
    places
}

fn place(uri: &Value, range: &Value) -> Place {
    let start = &range["start"];
    let number = |name: &str| start[name].as_u64().unwrap_or_default();
    (uri.as_str().unwrap_or_default().to_owned(), number("line"), number("character"))
}

fn compare(found: &BTreeSet<Place>, expected: &BTreeSet<Place>) -> Verdict {
    if found == expected && !expected.is_empty() { Ok(()) } else { Err(format!("{found:?}")) }
}

fn hover(client: &mut Client, position: Value, text: &str) -> io::Result<Verdict> {
    let hover = client.request("textDocument/hover", position)?;
    let shown = hover["contents"]["value"].as_str().unwrap_or_default();
    Ok(if shown.contains(text) { Ok(()) } else { Err(format!("{shown:?}")) })
}

fn goto(client: &mut Client, position: Value, expected: &BTreeSet<Place>) -> io::Result<Verdict> {
    let answer = client.request("textDocument/definition", position)?;
    let found = match &answer {
        Value::Array(found) => found.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let found = found.iter().map(|location| match location.get("targetUri") {
        Some(uri) => place(uri, &location["targetSelectionRange"]),
        None => place(&location["uri"], &location["range"]),
    });
    Ok(compare(&found.collect(), expected))
}

fn rename(
    client: &mut Client,
    mut position: Value,
    expected: &BTreeSet<Place>,
) -> io::Result<Verdict> {
    position["newName"] = json!("RENAMED");
    let answer = client.request("textDocument/rename", position)?;
    let mut found = BTreeSet::new();
    for change in answer["documentChanges"].as_array().into_iter().flatten() {
        for edit in change["edits"].as_array().into_iter().flatten() {
            found.insert(place(&change["textDocument"]["uri"], &edit["range"]));
        }
    }
    for (uri, edits) in answer["changes"].as_object().into_iter().flatten() {
        for edit in edits.as_array().into_iter().flatten() {
            found.insert(place(&json!(uri), &edit["range"]));
        }
    }
    if found.is_empty() {
        return Ok(Err(answer.to_string()));
    }
    Ok(compare(&found, expected))
}

fn complete(
    client: &mut Client,
    position: Value,
    labels: &str,
    with_documentation: bool,
) -> io::Result<Verdict> {
    let answer = client.request("textDocument/completion", position)?;
    let items = if answer.is_array() { &answer } else { &answer["items"] };
    let items = items.as_array().cloned().unwrap_or_default();
    let mut missing = Vec::new();
    for label in labels.split(',').map(str::trim) {
        let is_meant = |item: &&Value| {
            let shown = item["label"].as_str().unwrap_or_default();
            shown == label
                || shown.strip_prefix(label).is_some_and(|rest| !rest.starts_with(is_word))
        };
        let Some(item) = items.iter().find(is_meant) else {
            missing.push(label);
            continue;
        };
        if with_documentation {
            let resolved = client.request("completionItem/resolve", item.clone())?;
            if resolved["documentation"].is_null() {
                missing.push(label);
            }
        }
    }
    if missing.is_empty() {
        return Ok(Ok(()));
    }
    let shown: Vec<_> = items.iter().filter_map(|item| item["label"].as_str()).take(12).collect();
    Ok(Err(format!("misses {}; has {} items: {shown:?}", missing.join(", "), items.len())))
}
