//! The commands that move no run: cursor, breakpoints, search, selection, and what names stand for.

use aluvm_core::contract::description::{Description, Routine};
use aluvm_core::isa::Register;
use aluvm_core::library::LibSite;
use aluvm_core::vm::{Extension, Value};

use super::command::{Place, Test};
use super::condition::{Condition, Operand};
use super::listing::{Listing, View, names};
use super::message::{Notice, Trouble};
use super::{Cursor, Debugger};

impl<E: Extension> Debugger<'_, '_, E> {
    /// Puts the cursor to where the run stands.
    pub(super) fn follow(&mut self) {
        let site = self.moment.site;
        let listing = self.listings.iter().position(|listing| listing.id == site.lib);
        let Some(listing) = listing else { return };
        let row = self.view_of(listing).and_then(|view| view.row_of(site.offset)).unwrap_or(0);
        self.cursor = Cursor { listing, row };
    }

    /// The lines of a library as they are shown.
    fn view_of(&self, listing: usize) -> Option<&View> {
        Some(self.listings.get(listing)?.view(self.wants_source))
    }

    /// The lines that are shown.
    pub(super) fn view(&self) -> Option<&View> {
        self.view_of(self.cursor.listing)
    }

    /// The library that is shown.
    pub(super) fn listing(&self) -> Option<&Listing> {
        self.listings.get(self.cursor.listing)
    }

    /// The library of a site.
    pub(super) fn listing_at(&self, site: LibSite) -> Option<&Listing> {
        self.listings.iter().find(|listing| listing.id == site.lib)
    }

    pub(super) fn turn(&mut self) -> Option<Notice> {
        if !self.listing().is_some_and(Listing::has_source) {
            return Some(Notice::NoSource);
        }
        self.wants_source = !self.wants_source;
        self.follow();
        None
    }

    pub(super) fn move_cursor(&mut self, lines: i64) -> Option<Notice> {
        let last = self.view().map_or(0, |view| view.rows.len().saturating_sub(1));
        let lines = isize::try_from(lines).unwrap_or(isize::MAX);
        self.cursor.row = self.cursor.row.saturating_add_signed(lines).min(last);
        None
    }

    pub(super) fn search(&mut self, is_forward: bool) -> Result<Option<Notice>, Trouble> {
        if self.searched.is_empty() {
            return Err(Trouble::NotSearched);
        }
        let rows = self.view().map_or(&[][..], |view| &view.rows);
        let here = self.cursor.row;
        let count = rows.len();
        let order = (1..=count).map(|distance| match is_forward {
            true => (here + distance) % count,
            false => (here + count - distance) % count,
        });
        let mut order = order;
        let found =
            order.find(|row| rows.get(*row).is_some_and(|row| row.text.contains(&self.searched)));
        Ok(match found {
            Some(row) => {
                self.cursor.row = row;
                None
            }
            None => Some(Notice::NoText { text: self.searched.clone() }),
        })
    }

    /// Sets a breakpoint, or takes it away.
    pub(super) fn toggle(&mut self, place: Option<Place>) -> Result<Notice, Trouble> {
        let site = self.site(place)?;
        let is_set = match self.breakpoints.remove(&site) {
            true => false,
            false => self.breakpoints.insert(site),
        };
        Ok(Notice::Breakpoint { place: self.place(site), is_set })
    }

    fn site(&self, place: Option<Place>) -> Result<LibSite, Trouble> {
        let missing = |place: &Option<Place>| {
            Trouble::NoPlace(place.clone().unwrap_or(Place::Line(self.cursor.row + 1)))
        };
        let listing = self.listing().ok_or_else(|| missing(&place))?;
        let view = listing.view(self.wants_source);
        let (listing, offset) = match &place {
            None => (listing, view.offset_at(self.cursor.row)),
            Some(Place::Line(line)) => {
                let row = view.row_labelled(*line);
                (listing, row.and_then(|row| view.offset_at(row)))
            }
            Some(Place::Offset(offset)) => (listing, view.row_of(*offset).map(|_| *offset)),
            Some(Place::Name(name)) => self.named(listing, name),
        };
        let offset = offset.ok_or_else(|| missing(&place))?;
        Ok(LibSite::new(listing.id, offset))
    }

    /// Where a routine or a label stands, perhaps one of another library.
    fn named<'l>(&'l self, here: &'l Listing, name: &str) -> (&'l Listing, Option<u16>) {
        match name.split_once("::") {
            None => (here, here.offset_of(name)),
            Some((library, name)) => {
                let found = self.listings.iter().find(|one| one.describe().name == library);
                (found.unwrap_or(here), found.and_then(|found| found.offset_of(name)))
            }
        }
    }

    /// A site in words.
    pub(super) fn place(&self, site: LibSite) -> String {
        let description = self.listing_at(site).map(Listing::describe).unwrap_or_default();
        match description.statement_at(site.offset) {
            Some((_, statement)) => format!("{}:{}", description.file, statement.line),
            None => format!("0x{:04X}", site.offset),
        }
    }

    /// The routine at a site, with its library if that is not the one that was called.
    pub(super) fn routine_name(&self, site: LibSite) -> String {
        let description = self.listing_at(site).map(Listing::describe).unwrap_or_default();
        let is_home = site.lib == self.run.entry().lib;
        match (description.routine_at(site.offset), is_home) {
            (Some(routine), true) => routine.name.into(),
            (Some(routine), false) => format!("{}::{}", description.name, routine.name),
            (None, true) => format!("0x{:04X}", site.offset),
            (None, false) => format!("0x{:04X} of another library", site.offset),
        }
    }

    /// The names of a register where the run stands.
    pub(super) fn names_of(&self, register: Register) -> Vec<String> {
        let description = self.listing_at(self.moment.site).map(Listing::describe);
        let description = description.unwrap_or_default();
        let offset = self.moment.site.offset;
        names(&description, description.routine_at(offset), (offset, register))
    }

    /// Whether a register holds an integer with a sign where the run stands.
    pub(super) fn is_signed(&self, register: Register) -> bool {
        self.is_signed_at(self.moment.site, register)
    }

    fn is_signed_at(&self, site: LibSite, register: Register) -> bool {
        let description = self.listing_at(site).map(Listing::describe).unwrap_or_default();
        let routine = description.routine_at(site.offset);
        routine.is_some_and(|routine| routine.is_signed_at(site.offset, register))
    }

    /// The register that a command is about: the one that is named, or the selected one.
    pub(super) fn chosen(&self, name: Option<String>) -> Result<Register, Trouble> {
        match name {
            Some(name) => self.register(&name),
            None => self.selection().ok_or(Trouble::NothingSelected),
        }
    }

    /// The selected register. Where none is, or it is not shown, the one that was written.
    pub(super) fn selection(&self) -> Option<Register> {
        let shown = self.moment.shown();
        let is_selected = |register: &Register| shown.iter().any(|one| one.register == *register);
        let written = shown.iter().find(|one| one.is_written);
        let other = written.or_else(|| shown.iter().find(|one| one.is_read)).or(shown.first());
        self.selected.filter(is_selected).or(other.map(|one| one.register))
    }

    pub(super) fn select(&mut self, registers: i64) -> Option<Notice> {
        let shown = self.moment.shown();
        let selected = self.selection();
        let here = shown.iter().position(|one| Some(one.register) == selected);
        let Some(here) = here else { return Some(Notice::NoRegisters) };
        let registers = isize::try_from(registers).unwrap_or(isize::MAX);
        let there = here.saturating_add_signed(registers).min(shown.len() - 1);
        self.selected = shown.get(there).map(|one| one.register);
        None
    }

    /// What a name stands for where the run stands, or else where it began.
    fn register(&self, name: &str) -> Result<Register, Trouble> {
        self.look_up(name, [self.moment.site, self.run.entry()])
    }

    /// What the name of an input stands for.
    pub(super) fn input(&self, name: &str) -> Result<Register, Trouble> {
        self.look_up(name, [self.run.entry(), self.moment.site])
    }

    fn look_up(&self, name: &str, sites: [LibSite; 2]) -> Result<Register, Trouble> {
        match name.parse::<Register>() {
            Ok(register) => return Ok(register),
            Err(error) if name.contains('[') => return Err(Trouble::Name(error)),
            Err(_) => {}
        }
        let found = sites.into_iter().find_map(|site| {
            let description = self.listing_at(site)?.describe();
            let routine = description.routine_at(site.offset);
            named(&description, routine, site.offset, name)
        });
        found.ok_or_else(|| Trouble::NoRegister { name: name.into() })
    }

    pub(super) fn condition(&self, test: &Test) -> Result<Condition, Trouble> {
        let number = |name| test.value.parse().map_err(|_| Trouble::Counter { name });
        let left = match test.name.as_str() {
            "cy0" => Operand::Jumps(number("cy0")?),
            "ca0" => Operand::Complexity(number("ca0")?),
            name => {
                let register = self.register(name)?;
                let value = match test.value.as_str() {
                    "none" => None,
                    text => Some(Value::parse(register, text).map_err(Trouble::Value)?),
                };
                let is_signed = self.is_signed(register);
                Operand::Register { register, is_signed, value }
            }
        };
        Ok(Condition { left, relation: test.relation })
    }
}

/// The register with a name in a routine where a run stands at an offset.
fn named(
    description: &Description<'_>,
    routine: Option<&Routine<'_>>,
    offset: u16,
    name: &str,
) -> Option<Register> {
    let variables = routine.into_iter().flat_map(|one| one.variables_at(offset));
    let variables = variables.map(|one| (one.name, one.register));
    let parameters = routine.into_iter().flat_map(|one| one.inputs.iter().chain(&one.outputs));
    let parameters = parameters.map(|one| (one.name, one.register));
    let aliases = routine.into_iter().flat_map(|one| &one.names).chain(&description.names);
    let aliases = aliases.map(|one| (one.name, one.register));
    let found = variables.chain(parameters).chain(aliases).find(|(known, _)| *known == name);
    found.map(|(_, register)| register)
}
