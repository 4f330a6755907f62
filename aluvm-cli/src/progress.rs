//! How far long work is: a line on a terminal, which is gone when the work is done.
//!
//! A thread of its own writes it, so that it is there while one part takes long, and while a program runs that
//! nobody can ask how far it is. Without a terminal there is neither line nor thread.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long nobody needs to be told anything.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(100);

/// How long the bar is, in characters.
const WIDTH: usize = 40;

/// Makes the line empty, and goes to its beginning.
const EMPTY: &str = "\r\x1b[K";

/// Work that takes its time. Who does it writes nothing to the terminal before this is dropped.
pub(crate) struct Progress {
    /// None where nobody looks.
    shown: Option<Shown>,
}

struct Shown {
    shared: Arc<(Mutex<Line>, Condvar)>,
    writer: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows on a terminal how far the work is, and nothing elsewhere.
    pub(crate) fn new() -> Progress {
        match io::stderr().is_terminal() {
            true => Progress::on(io::stderr()),
            false => Progress { shown: None },
        }
    }

    /// The same where results are written meanwhile, which are enough to see if they go to a terminal.
    pub(crate) fn beside_results() -> Progress {
        if io::stdout().is_terminal() { Progress { shown: None } } else { Progress::new() }
    }

    /// Shows it there. Whether anybody can see it changes nothing.
    fn on(mut terminal: impl Write + Send + 'static) -> Progress {
        let begun = Instant::now();
        let shared = Arc::new((Mutex::new(Line::new()), Condvar::new()));
        let of_writer = Arc::clone(&shared);
        let write = move || {
            let (line, change) = &*of_writer;
            let mut line = locked(line);
            while !line.is_done {
                if let Some(text) = line.at(begun.elapsed()) {
                    let _ = terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush());
                }
                let pause = line.due.saturating_sub(begun.elapsed());
                let waited = change.wait_timeout(line, pause);
                line = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
            let _ = terminal.write_all(line.end().as_bytes()).and_then(|()| terminal.flush());
        };
        // Work goes on where the system has no threads left.
        let writer = thread::Builder::new().name("progress".into()).spawn(write).ok();
        Progress { shown: Some(Shown { shared, writer }) }
    }

    /// There is more to do.
    pub(crate) fn add(&self, parts: usize) {
        if let Some(shown) = &self.shown {
            locked(&shown.shared.0).total += parts;
        }
    }

    /// One part is done.
    pub(crate) fn step(&self) {
        if let Some(shown) = &self.shown {
            locked(&shown.shared.0).done += 1;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let Some(Shown { shared, writer }) = &mut self.shown else { return };
        locked(&shared.0).is_done = true;
        shared.1.notify_all();
        if let Some(writer) = writer.take() {
            let _ = writer.join();
        }
    }
}

fn locked(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What stands in the line.
struct Line {
    done: usize,
    /// How many parts there are; none if that is not known.
    total: usize,
    /// When it is written next, from the beginning.
    due: Duration,
    /// Whether the work is done.
    is_done: bool,
}

impl Line {
    fn new() -> Line {
        Line { done: 0, total: 0, due: PATIENCE, is_done: false }
    }

    /// What to write so long behind the beginning; nothing if it is not due.
    fn at(&mut self, elapsed: Duration) -> Option<String> {
        if elapsed < self.due {
            return None;
        }
        self.due = elapsed + PACE;
        if self.total == 0 {
            return Some(format!("{EMPTY}{} s", elapsed.as_secs()));
        }
        let (done, total) = (self.done, self.total.max(self.done));
        let bar = "#".repeat(WIDTH * done / total);
        Some(format!("{EMPTY}[{bar:<WIDTH$}] {done}/{total}"))
    }

    /// What to write at the end.
    fn end(&self) -> &'static str {
        if self.due > PATIENCE { EMPTY } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn nothing_is_said_of_what_takes_less_than_a_second() {
        let mut line = Line::new();
        line.total = 3;
        for elapsed in [0, 1, 500, 999] {
            assert_eq!(line.at(after(elapsed)), None);
        }
        assert_eq!(line.end(), "");
    }

    #[test]
    fn a_bar_shows_the_parts_and_is_written_ten_times_a_second() {
        let mut line = Line::new();
        (line.done, line.total) = (1, 4);
        let bar = format!("\r\x1b[K[{}{}] 1/4", "#".repeat(10), " ".repeat(30));
        assert_eq!(line.at(after(1000)), Some(bar));
        line.done = 4;
        assert_eq!(line.at(after(1099)), None);
        let full = format!("\r\x1b[K[{}] 4/4", "#".repeat(40));
        assert_eq!(line.at(after(1100)), Some(full));
        assert_eq!(line.end(), "\r\x1b[K");
    }

    #[test]
    fn more_than_was_promised_is_a_full_bar() {
        let mut line = Line::new();
        (line.done, line.total) = (5, 4);
        assert!(line.at(after(2000)).is_some_and(|text| text.ends_with("#] 5/5")));
    }

    #[test]
    fn of_work_in_one_part_the_time_is_shown() {
        let mut line = Line::new();
        assert_eq!(line.at(after(1000)), Some("\r\x1b[K1 s".into()));
        assert_eq!(line.at(after(12_900)), Some("\r\x1b[K12 s".into()));
    }

    /// A terminal that remembers what is written to it.
    #[derive(Clone, Default)]
    struct Remembered(Arc<Mutex<Vec<u8>>>);

    impl Write for Remembered {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().map_err(|_| io::ErrorKind::Other)?.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Remembered {
        fn text(&self) -> String {
            String::from_utf8_lossy(&self.0.lock().expect("no panic")).into_owned()
        }
    }

    #[test]
    fn the_line_appears_while_a_part_takes_long_and_is_gone_behind_it() {
        let terminal = Remembered::default();
        let progress = Progress::on(terminal.clone());
        progress.add(2);
        progress.step();
        assert_eq!(terminal.text(), "");
        // Nothing is called meanwhile.
        let begun = Instant::now();
        while !terminal.text().contains("] 1/2") {
            assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", terminal.text());
            thread::sleep(after(10));
        }
        assert!(begun.elapsed() > after(500));
        drop(progress);
        assert!(terminal.text().ends_with(EMPTY), "{:?}", terminal.text());
    }

    #[test]
    fn work_that_is_soon_done_does_not_wait_for_its_line() {
        let terminal = Remembered::default();
        let begun = Instant::now();
        drop(Progress::on(terminal.clone()));
        assert!(begun.elapsed() < after(900));
        assert_eq!(terminal.text(), "");
    }
}
