//! The table in Markdown.

use std::fmt::Write;

use crate::measure::{CLOCK, Time};
use crate::row::{Bound, Contender, Kind, Pace, Row};

/// A row with the times of its contenders.
#[derive(Debug)]
pub struct Measured {
    work: &'static str,
    bounds: Vec<Bound>,
    clock: f64,
    times: Vec<(Kind, &'static str, Time)>,
}

impl Measured {
    /// `clock` is the pace of this machine.
    pub fn new(row: &Row, times: Vec<Time>, clock: f64) -> Measured {
        let name = |(contender, time): (&Contender, Time)| (contender.kind, contender.name, time);
        let times = row.contenders.iter().zip(times).map(name).collect();
        Measured { work: row.work, bounds: row.bounds.clone(), clock, times }
    }

    /// What is done.
    pub(crate) fn work(&self) -> &'static str {
        self.work
    }

    /// How many times as long as the fastest of ours each takes, ours among them.
    pub(crate) fn ratios(&self) -> impl Iterator<Item = (Kind, &'static str, f64)> + '_ {
        let ours = self.ours().unwrap_or(f64::NAN);
        self.times.iter().map(move |(kind, name, time)| (*kind, *name, time.least / ours))
    }

    fn ours(&self) -> Option<f64> {
        self.of(Kind::Ours).map(|(_, time)| time.least).reduce(f64::min)
    }

    fn of(&self, kind: Kind) -> impl Iterator<Item = (&'static str, Time)> + '_ {
        self.times.iter().filter(move |(of, ..)| *of == kind).map(|(_, name, time)| (*name, *time))
    }

    fn named(&self, name: &str) -> f64 {
        let named = self.times.iter().filter(|(_, of, _)| *of == name);
        named.map(|(_, _, time)| time.least).fold(f64::INFINITY, f64::min)
    }

    /// The bound in nanoseconds, on this machine.
    fn limit(&self, bound: Bound) -> f64 {
        match bound {
            Bound::Nanoseconds(limit, Pace::Contender(name, there)) => {
                limit * self.named(name) / there
            }
            Bound::Nanoseconds(limit, Pace::Clock) => limit * self.clock / CLOCK,
            Bound::Times(factor, name) => factor * self.named(name),
        }
    }

    fn bound_cell(&self) -> String {
        let words = self.bounds.iter().map(|bound| {
            let here = number(self.limit(*bound));
            match bound {
                Bound::Nanoseconds(limit, Pace::Contender(name, there)) => {
                    format!("{} where {name} takes {}: {here}", number(*limit), number(*there))
                }
                Bound::Nanoseconds(limit, Pace::Clock) => format!("{}: {here}", number(*limit)),
                Bound::Times(factor, name) => format!("{factor:.2} × {name}: {here}"),
            }
        });
        words.collect::<Vec<_>>().join("; ")
    }

    /// Whether the bounds are kept, and if not, by what factor they are missed.
    fn verdict(&self) -> String {
        let Some(ours) = self.ours() else { return String::new() };
        let factors = self.bounds.iter().map(|bound| ours / self.limit(*bound));
        match factors.fold(0.0, f64::max) {
            0.0 => String::new(),
            ..=1.0 => "reached".to_owned(),
            factor => format!("**missed** by {:.0} %", (factor - 1.0) * 100.0),
        }
    }

    /// All contenders of a kind, each with how much longer it takes than ours.
    fn cell(&self, kind: Kind) -> String {
        let ours = self.ours();
        let words = self.of(kind).map(|(name, time): (_, Time)| {
            let ratio = match ours {
                Some(ours) if kind != Kind::Ours => format!(" ({})", ratio(time.least / ours)),
                _ => String::new(),
            };
            format!("{name} {}{ratio}", number(time.least))
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// The whole table: nanoseconds of the fastest batch, and in brackets how many times as long as ours.
pub fn markdown(rows: &[Measured]) -> String {
    let mut text = String::from(
        "| work | native | peers | deployed | **this project** | bound | |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let [native, peers, deployed, ours] =
            [Kind::Native, Kind::Peer, Kind::Deployed, Kind::Ours].map(|kind| row.cell(kind));
        let (bound, verdict) = (row.bound_cell(), row.verdict());
        let work = row.work;
        let _ = writeln!(
            text,
            "| {work} | {native} | {peers} | {deployed} | {ours} | {bound} | {verdict} |"
        );
    }
    text
}

/// The spread of the measurement: how far the median lies above the fastest batch.
pub fn spread(rows: &[Measured]) -> f64 {
    let all = rows.iter().flat_map(|row| &row.times);
    let mut excess: Vec<f64> = all.map(|(_, _, time)| time.median / time.least - 1.0).collect();
    excess.sort_by(f64::total_cmp);
    excess.get(excess.len() / 2).copied().unwrap_or(0.0)
}

/// Three digits.
pub(crate) fn number(value: f64) -> String {
    let digits = match value {
        ..1.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    let text = format!("{value:.digits$}");
    group(&text)
}

fn ratio(value: f64) -> String {
    let digits = if value < 10.0 { 2 } else { 0 };
    format!("{}×", group(&format!("{value:.digits$}")))
}

/// Separates thousands.
pub(crate) fn group(text: &str) -> String {
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}
