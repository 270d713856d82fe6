//! The public version of a report: small numbers kept back, and whatever would give one away.

use super::circuit::{Node, Web};
use super::{AnnualReport, Block, Cell, FigureId, Headline, Ledger, Row, Section, Shown, Table};
use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

/// Up to what a count is small, and kept back in the public version; 5 unless said otherwise.
///
/// ```
/// use iro_handbook::report::annual::Disclosure;
///
/// assert_eq!(Disclosure::default().threshold(), 5);
/// assert_eq!(Disclosure::default().with_threshold(10).threshold(), 10);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Disclosure {
    threshold: u64,
}

impl Default for Disclosure {
    fn default() -> Self {
        Self { threshold: 5 }
    }
}

impl Disclosure {
    /// With counts of 1 up to this kept back. With 0 nothing is small. 1 is taken for 2: a `c` that can
    /// only stand for 1 hides nothing.
    ///
    /// ```
    /// use iro_handbook::report::annual::Disclosure;
    ///
    /// assert_eq!(Disclosure::default().with_threshold(0).threshold(), 0);
    /// assert_eq!(Disclosure::default().with_threshold(1).threshold(), 2);
    /// ```
    #[must_use]
    pub const fn with_threshold(mut self, threshold: u64) -> Self {
        self.threshold = if threshold == 1 { 2 } else { threshold };
        self
    }

    /// The greatest count that is small.
    ///
    /// ```
    /// use iro_handbook::report::annual::Disclosure;
    ///
    /// let small = 1..=Disclosure::default().threshold();
    /// assert!(small.contains(&5));
    /// ```
    #[must_use]
    pub const fn threshold(self) -> u64 {
        self.threshold
    }

    /// The counts that are kept back.
    fn kept_back(self, ledger: &Ledger, worth: &BTreeMap<FigureId, Worth>) -> BTreeSet<FigureId> {
        let mut wholes: BTreeMap<&FigureId, i128> = BTreeMap::new();
        let summed = ledger.sums().iter().map(|sum| &sum.whole);
        for whole in summed.chain(ledger.shares().map(|(_, among, _)| among)) {
            let times = wholes.entry(whole).or_default();
            *times = times.saturating_add(1);
        }
        // A shown zero stays and tells nothing new.
        let (mut places, mut nodes) = (BTreeMap::new(), Vec::new());
        for (id, shown) in ledger.iter() {
            let Some(count) = shown.count().filter(|count| *count > 0) else { continue };
            // The shorter the number, the less is lost with it; a total loses its parts' frame too.
            let digits = i128::from(u64::BITS.saturating_sub(count.leading_zeros()));
            let whole = wholes.get(id).copied().unwrap_or_default().saturating_add(1);
            let worth = worth.get(id);
            let times = if worth.is_some() { 4 } else { 1 };
            let cost = digits.saturating_add(1).saturating_mul(whole).saturating_mul(times);
            places.insert(id, nodes.len());
            let node = Node::new(count.into(), false, cost);
            nodes.push(node.kept_back_last(worth == Some(&Worth::Main)));
        }
        let place = |id: &FigureId, times: i128| Some((*places.get(id)?, times));
        let mut sums = Vec::new();
        for sum in ledger.sums() {
            let parts = sum.parts.iter().filter_map(|part| place(part, -1));
            sums.push(place(&sum.whole, 1).into_iter().chain(parts).collect::<Vec<_>>());
        }
        for (parts, whole, rest) in ledger.shares() {
            let parts = parts.iter().filter_map(|part| place(part, -1));
            let counts = place(whole, 1).into_iter().chain(parts);
            sums.push(counts.chain([(nodes.len(), -1)]).collect());
            nodes.push(Node::new(rest.into(), true, 0));
        }
        let mut web = Web::new(nodes, sums, self.threshold);
        web.protect();
        let kept = places.into_iter().filter(|(_, place)| web.is_kept(*place));
        kept.map(|(id, _)| id.clone()).collect()
    }
}

/// What the public loses with a count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    /// A headline of a section.
    Headline,
    /// The year at a glance, and what the public reads the report for.
    Main,
}

impl Ledger {
    /// The same for the public: small counts are taken out, and as many others as it takes.
    ///
    /// What is promised and what is not: [`PublicReport`]. The counts do not depend on the order in which
    /// they or the sums were entered.
    ///
    /// ```
    /// use iro_handbook::report::annual::{Disclosure, Ledger, Shown};
    ///
    /// let mut ledger = Ledger::default();
    /// let parts = [("on_time", 60), ("late", 3), ("cannot_be_told", 9)]
    ///     .into_iter()
    ///     .map(|(name, count)| ledger.enter(name, count))
    ///     .collect::<Result<Vec<_>, _>>()?;
    /// let all = ledger.enter("all", 72)?;
    /// ledger.adds_up(&all, &parts)?;
    ///
    /// let public = ledger.for_publication(Disclosure::default());
    /// assert_eq!(public.get("late"), Some(Shown::Confidential));
    /// assert_eq!(public.get("cannot_be_told"), Some(Shown::Confidential), "or 72 less 60 less 9 is 3");
    /// assert_eq!(public.get("all"), Some(Shown::Count(72)));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn for_publication(&self, disclosure: Disclosure) -> Self {
        self.protected(disclosure, &BTreeMap::new())
    }

    fn protected(&self, disclosure: Disclosure, worth: &BTreeMap<FigureId, Worth>) -> Self {
        let threshold = disclosure.threshold();
        if threshold <= self.threshold() {
            return self.clone();
        }
        if self.threshold() > 0 {
            // What was kept back before is gone, so nothing can be proved of it any more.
            return self.without(threshold, |_, count| count > 0);
        }
        let kept_back = disclosure.kept_back(self, worth);
        self.without(threshold, |id, _| kept_back.contains(id))
    }
}

/// The public version of a report: what is kept back is not in it, in no form.
///
/// **Kept back** is every count from 1 up to the threshold (see [`Disclosure`]), and as many other counts
/// as it takes; with a count every percentage and text that rests on it, and whether a target was met.
/// Zeros stay. A small count that is printed nowhere but left over by a percentage, as 3 are by 97 of 100, is
/// protected like a printed one.
///
/// **Promised**: whoever knows every printed count, everything that adds up to something in the report, what
/// each percentage leaves over, the threshold, and that a `c` is a whole number and not zero, finds at least
/// two values possible for each count that is kept back and for each small left-over. Where that can be had
/// without the main figures, this holds even for a reader who is told which of them are small; the counts kept
/// back beside them are chosen so.
///
/// Everything that adds up is what the tables say (rows, columns, totals) and what the words say: what several
/// records count alike is taken for the same wherever it is as many. So the reviews held are as many as the
/// duties at each of them, the outcomes of the reviews due those of the duties to hold them, the children's
/// part that of their participation codes; officers in post, disputes, changes of IRO and siblings are as many
/// as the duties about them. Weighted sums count too: a child of whom two reviews were missed missed two of those
/// held late or not held, and a dispute that reached the second stage was at two. Where it is open how many
/// "three or more" are, no more is taken to be known than that it is at least three times as many.
///
/// **Shown as long as can be** are the main figures: the year at a glance, and the caseload of the team. They are
/// kept back only where they are small, or where no choice of other counts protects a small one.
///
/// **Not promised**: that he does not learn a range, such as that a count is small (which is what a `c` often
/// says), or that a count kept back beside a small one is not; nor anything against a reader who
/// knows some of the children, who knows more than the report says (last year's public version, an inspection,
/// a return), or who reads what the service wrote itself: [`Block::Narrative`] is passed on as it is. Nor that
/// nothing follows from what is only likely, such as that two numbers of nearly the same things are equal, nor
/// from the order of sizes that rounded averages and full-time posts leave open.
///
/// ```
/// use iro_handbook::calendar::CollectionYear;
/// use iro_handbook::report::annual::{AnnualReport, Disclosure};
/// use iro_handbook::report::{ReviewFigures, ReviewQuestion};
///
/// let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
/// let report = AnnualReport::builder("Sampleshire", figures).build()?;
/// let public = report.for_publication(Disclosure::default());
/// assert!(public.report().is_public());
/// println!("{public}");
/// # Ok::<(), iro_handbook::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicReport(AnnualReport);

impl PublicReport {
    /// The report that is left.
    ///
    /// ```
    /// use iro_handbook::report::annual::{PublicReport, Shown};
    ///
    /// /// How many numbers the public does not see.
    /// fn kept_back(public: &PublicReport) -> usize {
    ///     public.report().figures().filter(|(_, shown)| *shown == Shown::Confidential).count()
    /// }
    /// # let _ = kept_back;
    /// ```
    #[must_use]
    pub const fn report(&self) -> &AnnualReport {
        &self.0
    }
}

impl fmt::Display for PublicReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl AnnualReport {
    /// The version for the public.
    ///
    /// Of a report that is public already no less is kept back; with a greater threshold than
    /// before every count above zero is.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::Disclosure;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// let public = report.for_publication(Disclosure::default().with_threshold(10));
    /// assert!(public.to_string().contains("c: kept back"));
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub fn for_publication(&self, disclosure: Disclosure) -> PublicReport {
        let mut worth = BTreeMap::new();
        for section in self.sections.iter().chain(&self.cut) {
            for block in section.blocks() {
                let (own, cells) = match block {
                    Block::Headline(headline) if headline.main => {
                        (Worth::Main, vec![headline.cell()])
                    }
                    Block::Headline(headline) => (Worth::Headline, vec![headline.cell()]),
                    Block::Table(table) if section.id == "summary" => {
                        (Worth::Main, table.rows().iter().flat_map(Row::cells).collect())
                    }
                    _ => continue,
                };
                for id in cells.into_iter().flat_map(Cell::rests_on) {
                    let worth = worth.entry(id.clone()).or_insert(own);
                    *worth = own.max(*worth);
                }
            }
        }
        let ledger = self.ledger.protected(disclosure, &worth);
        let sections = self.sections.iter().cloned().map(|section| without(section, &ledger));
        PublicReport(Self {
            authority: self.authority.clone(),
            reviews: None,
            printed: self.printed.clone(),
            cut: self.cut.iter().cloned().map(|section| without(section, &ledger)).collect(),
            items: self.items.clone(),
            public: true,
            sections: sections.collect(),
            ledger,
            ..*self
        })
    }

    /// What the signs in its cells mean.
    ///
    /// ```
    /// # use iro_handbook::calendar::CollectionYear;
    /// # use iro_handbook::report::annual::AnnualReport;
    /// # use iro_handbook::report::{ReviewFigures, ReviewQuestion};
    /// use iro_handbook::report::annual::Disclosure;
    /// # let figures = ReviewFigures::new(ReviewQuestion::new(CollectionYear::ending(2026)?));
    /// # let report = AnnualReport::builder("Sampleshire", figures).build()?;
    /// assert_eq!(report.key().len(), 3);
    /// let public = report.for_publication(Disclosure::default());
    /// let signs: Vec<_> = public.report().key().iter().map(|(sign, _)| *sign).collect();
    /// assert_eq!(signs, ["z", "x", "c", "low"]);
    /// # Ok::<(), iro_handbook::Error>(())
    /// ```
    #[must_use]
    pub const fn key(&self) -> &'static [(&'static str, &'static str)] {
        const LOW: (&str, &str) = ("low", "rounds to zero, but is not");
        const FULL: &[(&str, &str)] = &[("z", "does not apply"), ("x", "not given"), LOW];
        const PUBLIC: &[(&str, &str)] = &[
            ("z", "does not apply"),
            ("x", "not given"),
            ("c", "kept back, because the number is small or would give a small one away"),
            LOW,
        ];
        if self.public { PUBLIC } else { FULL }
    }
}

/// A section without what rests on a count that is kept back.
fn without(mut section: Section, ledger: &Ledger) -> Section {
    for block in &mut section.blocks {
        match block {
            Block::Headline(headline) => hide_headline(headline, ledger),
            Block::Table(Table { rows, .. }) => {
                for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
                    hide(cell, ledger);
                }
            }
            Block::Narrative { .. } | Block::Note(_) => {}
        }
    }
    section
}

fn hide_headline(headline: &mut Headline, ledger: &Ledger) {
    let figure_hidden = hide(&mut headline.cell, ledger);
    if let (true, Some((_, value))) = (figure_hidden, &mut headline.per_head) {
        *value = None;
    }
    for beside in &mut headline.beside {
        // Whether a target was met says on which side of it the figure lies.
        if hide(&mut beside.cell, ledger) || figure_hidden {
            beside.met = None;
        }
    }
}

/// Takes the text out of a cell that rests on a count that is kept back, and says whether it does.
fn hide(cell: &mut Cell, ledger: &Ledger) -> bool {
    let hidden = cell.rests_on().any(|id| ledger.shown(id) == Shown::Confidential);
    if let (true, Cell::Derived { text, .. }) = (hidden, cell) {
        *text = Shown::Confidential.to_string();
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::super::Beside;
    use super::*;

    /// Whether a target was met goes with the figure, or with what it is compared with.
    #[test]
    fn whether_a_target_was_met() {
        let mut ledger = Ledger::default();
        let [small, great] = ["small", "great"].map(FigureId::from);
        assert!(ledger.enter(small.clone(), 3).is_ok());
        assert!(ledger.enter(great.clone(), 60).is_ok());
        let ledger = ledger.for_publication(Disclosure::default());
        let met = |figure: &FigureId, target: &FigureId| {
            let mut headline = Headline::new("", Cell::Count(figure.clone()));
            let cell = Cell::derived("57 under it", [target]);
            headline.beside.push(Beside { label: String::new(), cell, met: Some(true) });
            hide_headline(&mut headline, &ledger);
            headline.beside().first().and_then(Beside::is_met)
        };
        assert_eq!(met(&great, &great), Some(true));
        assert_eq!(met(&small, &great), None);
        assert_eq!(met(&great, &small), None);
    }
}
