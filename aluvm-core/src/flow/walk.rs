//! What code reaches: the one walk over the ways of [`reach`](super::reach), of which the graph keeps
//! blocks and the image of the fast loop operations.
//!
//! It goes in *runs*: instructions behind each other until one behind which nothing follows, or until a place
//! that was met before. So each place is read once, and a walk is linear in the bytes that it reaches. A jump
//! into the middle of an instruction is just one more place to read from.

/// What is made of the places that a walk meets.
pub(crate) trait Walk {
    /// A place in the code.
    type Place: Copy;

    /// What is remembered of a place.
    type Met;

    /// Takes a place where a run can begin: an entry or a target that was met.
    fn next(&mut self) -> Option<Self::Place>;

    /// What is remembered of a place, if it was met before; else remembers it.
    fn meet(&mut self, place: Self::Place) -> Option<Self::Met>;

    /// Reads the instruction at a place that was not met before. Remembers where else it leads, and gives the
    /// place behind if that can follow.
    fn read(&mut self, place: Self::Place) -> Option<Self::Place>;

    /// Ends a run; with the place that was met before, if that is why.
    fn end(&mut self, met: Option<(Self::Place, Self::Met)>);

    /// Walks until there is no place left.
    #[inline]
    fn walk(&mut self) {
        while let Some(start) = self.next() {
            let mut place = start;
            let met = loop {
                if let Some(met) = self.meet(place) {
                    break Some((place, met));
                }
                match self.read(place) {
                    Some(behind) => place = behind,
                    None => break None,
                }
            };
            self.end(met);
        }
    }
}
