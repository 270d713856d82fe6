//! Which counts must be kept back so that no small one can be worked out: a search for other whole
//! numbers that would have given the same report.
//!
//! A count is safe when there is a change of some kept-back counts, itself among them, that leaves every
//! sum right, every kept-back count above zero and every other count as it is: a circuit. The circuit is
//! found by a linear program in exact whole numbers, in which to change a count that is shown costs
//! something, because it is then kept back as well, and to change one that is kept back costs nothing. So
//! the search that proves a count safe is the one that chooses what else is kept back, and everything that
//! it chooses is safe by the same proof. More kept-back counts never spoil a proof.

use std::collections::{BTreeMap, BTreeSet};

/// More steps than any report needs; what is not settled by then is settled by keeping back more.
const STEPS: usize = 20_000;

/// A count that is not a shown zero.
#[derive(Clone, Debug)]
pub(super) struct Node {
    value: i128,
    /// Printed by nobody: what a share leaves over. It can be zero, a count that is kept back cannot.
    implied: bool,
    /// What it costs to keep it back.
    cost: i128,
    /// Kept back only where no choice among the others will do, whatever they cost together.
    last: bool,
    kept: bool,
    safe: bool,
}

impl Node {
    pub(super) const fn new(value: i128, implied: bool, cost: i128) -> Self {
        Self { value, implied, cost, last: false, kept: false, safe: false }
    }

    pub(super) const fn kept_back_last(mut self, last: bool) -> Self {
        self.last = last;
        self
    }

    /// One node for it and an equal count.
    fn is_also(&mut self, other: &Self) {
        self.implied &= other.implied;
        self.cost = self.cost.saturating_add(other.cost);
        self.last |= other.last;
    }
}

/// Which counts a search may choose from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// Those that are kept back already.
    Free,
    /// All but those that are kept back last.
    Most,
    All,
}

/// The searches for a circuit, the first that finds one counts: what is kept back last goes only when neither
/// reader can be held off without it.
const SEARCHES: [(Reader, Among); 6] = [
    (Reader::Told, Among::Free),
    (Reader::Told, Among::Most),
    (Reader::Plain, Among::Free),
    (Reader::Plain, Among::Most),
    (Reader::Told, Among::All),
    (Reader::Plain, Among::All),
];

/// What a reader is taken to know of the counts that are kept back.
#[derive(Clone, Copy)]
enum Reader {
    /// Which of them are small.
    Told,
    /// That none is zero.
    Plain,
}

/// Counts and the sums between them. Counts of which a sum says that they are equal are one node.
pub(super) struct Web {
    nodes: Vec<Node>,
    /// The node of each count.
    node_of: Vec<usize>,
    /// For each sum its counts, each with how often the whole has it: the parts are negative.
    sums: Vec<Vec<(usize, i128)>>,
    sums_of: Vec<Vec<usize>>,
    threshold: i128,
}

/// Each count once, with how often it stands in a sum.
fn collected(terms: impl Iterator<Item = (usize, i128)>) -> Vec<(usize, i128)> {
    let mut sum: BTreeMap<usize, i128> = BTreeMap::new();
    for (count, times) in terms {
        let sofar = sum.entry(count).or_default();
        *sofar = sofar.saturating_add(times);
    }
    sum.into_iter().filter(|(_, times)| *times != 0).collect()
}

/// The node of each count: the first of those that sums say are equal. The sums are of nodes then.
fn equal_as_one(counts: usize, sums: &mut BTreeSet<Vec<(usize, i128)>>) -> Vec<usize> {
    let mut node_of: Vec<usize> = (0..counts).collect();
    // To make two one may leave other sums with no more than two.
    loop {
        let before = node_of.clone();
        for sum in &*sums {
            let [(one, times), (other, minus)] = sum.as_slice() else { continue };
            let ends = (node_of.get(*one).copied(), node_of.get(*other).copied());
            if let ((Some(one), Some(other)), true) = (ends, times.checked_neg() == Some(*minus)) {
                let (first, last) = (one.min(other), one.max(other));
                node_of.iter_mut().filter(|node| **node == last).for_each(|node| *node = first);
            }
        }
        if node_of == before {
            return node_of;
        }
        let renamed = |(count, times): &(usize, i128)| Some((*node_of.get(*count)?, *times));
        *sums = sums.iter().map(|sum| collected(sum.iter().filter_map(renamed))).collect();
    }
}

/// How much each count changes.
type Circuit = BTreeMap<usize, i128>;

impl Web {
    /// Each sum with 1 for the whole and -1 for a part; in which order does not matter.
    pub(super) fn new(
        counts: Vec<Node>,
        sums: impl IntoIterator<Item = impl IntoIterator<Item = (usize, i128)>>,
        threshold: u64,
    ) -> Self {
        let mut sums: BTreeSet<Vec<(usize, i128)>> =
            sums.into_iter().map(|terms| collected(terms.into_iter())).collect();
        let node_of = equal_as_one(counts.len(), &mut sums);
        let mut nodes = counts.clone();
        for (place, (count, node)) in counts.iter().zip(&node_of).enumerate() {
            if let Some(node) = nodes.get_mut(*node).filter(|_| place != *node) {
                node.is_also(count);
            }
        }
        let sums: Vec<_> = sums.into_iter().collect();
        let mut sums_of = vec![Vec::new(); nodes.len()];
        for (index, sum) in sums.iter().enumerate() {
            for (node, _) in sum {
                if let Some(sums) = sums_of.get_mut(*node) {
                    sums.push(index);
                }
            }
        }
        Self { nodes, node_of, sums, sums_of, threshold: threshold.into() }
    }

    /// Whether a count is kept back.
    pub(super) fn is_kept(&self, count: usize) -> bool {
        let node = self.node_of.get(count).and_then(|node| self.nodes.get(*node));
        node.is_some_and(|node| node.kept)
    }

    /// Keeps back every small count, and as many others as it takes to make each of them safe.
    pub(super) fn protect(&mut self) {
        let nodes: BTreeSet<usize> = self.node_of.iter().copied().collect();
        let small: Vec<usize> = nodes.into_iter().filter(|node| self.is_small(*node)).collect();
        for small in &small {
            if let Some(node) = self.nodes.get_mut(*small) {
                node.kept = !node.implied;
            }
        }
        for node in small {
            if self.nodes.get(node).is_some_and(|node| !node.safe) {
                self.make_safe(node);
            }
        }
    }

    fn is_small(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| (1..=self.threshold).contains(&node.value))
    }

    /// The least and the greatest that a reader must take a count for, if it is kept back.
    fn bounds(&self, node: usize, reader: Reader) -> (i128, Option<i128>) {
        let implied = self.nodes.get(node).is_some_and(|node| node.implied);
        match reader {
            Reader::Told if self.is_small(node) => (1, Some(self.threshold)),
            Reader::Told if !implied => (self.threshold.saturating_add(1), None),
            _ => (i128::from(!implied), None),
        }
    }

    fn make_safe(&mut self, node: usize) {
        let circuit = SEARCHES
            .iter()
            .find_map(|(reader, among)| self.near_circuit(node, *reader, *among))
            .unwrap_or_else(|| self.twice(node));
        for changed in circuit.keys() {
            if let Some(node) = self.nodes.get_mut(*changed) {
                node.safe = true;
                node.kept = !node.implied;
            }
        }
    }

    /// The cheapest circuit through a count in the smallest surroundings that have one.
    fn near_circuit(&self, node: usize, reader: Reader, among: Among) -> Option<Circuit> {
        let mut near = BTreeSet::from([node]);
        loop {
            let found = [1, -1]
                .into_iter()
                .filter_map(|step| self.circuit(node, step, &near, reader))
                .min_by_key(|(cost, _)| *cost);
            if let Some((_, circuit)) = found {
                return Some(circuit);
            }
            let mut wider = self.around(&near);
            wider.retain(|other| self.is_among(*other, among));
            if wider.len() == near.len() {
                return None;
            }
            near = wider;
        }
    }

    fn is_among(&self, node: usize, among: Among) -> bool {
        self.nodes.get(node).is_some_and(|node| {
            let free = node.kept || node.implied;
            free || among == Among::All || among == Among::Most && !node.last
        })
    }

    /// These counts and all that share a sum with one of them.
    fn around(&self, near: &BTreeSet<usize>) -> BTreeSet<usize> {
        let sums: BTreeSet<usize> =
            near.iter().filter_map(|node| self.sums_of.get(*node)).flatten().copied().collect();
        let nodes = sums.iter().filter_map(|sum| self.sums.get(*sum)).flatten();
        near.iter().copied().chain(nodes.map(|(node, _)| *node)).collect()
    }

    /// Everything that hangs together with a count made twice as great: right whatever the sums are.
    fn twice(&self, node: usize) -> Circuit {
        let mut all = BTreeSet::from([node]);
        loop {
            let wider = self.around(&all);
            if wider.len() == all.len() {
                break;
            }
            all = wider;
        }
        let value = |node: usize| self.nodes.get(node).map_or(0, |node| node.value);
        all.into_iter().map(|node| (node, value(node))).filter(|(_, by)| *by != 0).collect()
    }

    /// The cheapest circuit within some counts in which one of them goes up, or down, and its cost.
    fn circuit(
        &self,
        through: usize,
        step: i128,
        near: &BTreeSet<usize>,
        reader: Reader,
    ) -> Option<(i128, Circuit)> {
        // Each count can go up or down where its bounds leave room. How far is only asked of the circuit
        // found: a count that went too far may not go that way, and the search is made again.
        let room = |node: usize, by: i128| {
            let value = self.nodes.get(node)?.value.checked_add(by)?;
            let (least, most) = self.bounds(node, reader);
            (value >= least && most.is_none_or(|most| value <= most)).then_some(())
        };
        room(through, step)?;
        let others = near.iter().copied().filter(|node| *node != through);
        let mut ways: Vec<(usize, i128)> = others
            .flat_map(|node| [(node, -1), (node, 1)])
            .filter(|(node, step)| room(*node, *step).is_some())
            .collect();
        loop {
            let circuit = self.cheapest(through, step, near, &ways)?;
            let too_far =
                |node: usize| circuit.get(&node).is_some_and(|by| room(node, *by).is_none());
            if too_far(through) {
                return None;
            }
            let before = ways.len();
            let banned = |node: usize, step: i128| {
                too_far(node) && circuit.get(&node).is_some_and(|by| by.signum() == step)
            };
            ways.retain(|(node, step)| !banned(*node, *step));
            if ways.len() == before {
                let cost = circuit.keys().filter_map(|node| self.cost(*node)).sum();
                return Some((cost, circuit));
            }
        }
    }

    fn cost(&self, node: usize) -> Option<i128> {
        self.nodes.get(node).map(|node| if node.kept || node.implied { 0 } else { node.cost })
    }

    fn cheapest(
        &self,
        through: usize,
        step: i128,
        near: &BTreeSet<usize>,
        ways: &[(usize, i128)],
    ) -> Option<Circuit> {
        let sums: BTreeSet<usize> =
            near.iter().filter_map(|node| self.sums_of.get(*node)).flatten().copied().collect();
        let mut columns: BTreeMap<usize, Vec<(usize, i128)>> = BTreeMap::new();
        for (column, (node, step)) in ways.iter().enumerate() {
            columns.entry(*node).or_default().push((column, *step));
        }
        let mut rows = Vec::with_capacity(sums.len());
        for sum in sums.iter().filter_map(|sum| self.sums.get(*sum)) {
            let mut row = Row::new(ways.len());
            for (node, times) in sum {
                if *node == through {
                    row.right = times.checked_mul(step)?.checked_neg()?;
                }
                for (column, step) in columns.get(node).into_iter().flatten() {
                    *row.left.get_mut(*column)? = times.checked_mul(*step)?;
                }
            }
            rows.push(row);
        }
        let costs = ways.iter().map(|(node, _)| self.cost(*node)).collect::<Option<Vec<_>>>()?;
        let (changes, times) = Program::new(rows, costs)?.solve()?;
        let mut circuit = Circuit::from([(through, step.checked_mul(times)?)]);
        for (column, by) in changes {
            let (node, step) = ways.get(column)?;
            let sofar = circuit.entry(*node).or_default();
            *sofar = sofar.checked_add(by.checked_mul(*step)?)?;
        }
        circuit.retain(|_, by| *by != 0);
        Some(circuit)
    }
}

/// An equation in whole numbers.
#[derive(Clone)]
struct Row {
    left: Vec<i128>,
    right: i128,
    /// The variable that stands in this equation only, positive; none while the equation is not yet met.
    basic: Option<usize>,
}

impl Row {
    fn new(columns: usize) -> Self {
        Self { left: vec![0; columns], right: 0, basic: None }
    }

    fn at(&self, column: usize) -> i128 {
        self.left.get(column).copied().unwrap_or_default()
    }

    /// Takes a variable out by means of another equation, of which these are the places that are not zero
    /// and in which it is positive.
    fn eliminate(&mut self, column: usize, by: &Self, places: &[usize]) -> Option<()> {
        let (mine, theirs) = (self.at(column), by.at(column));
        if mine == 0 {
            return Some(());
        }
        let shared = divisor(mine, theirs);
        let (mine, theirs) = (mine.checked_div(shared)?, theirs.checked_div(shared)?);
        if theirs != 1 {
            for at in self.left.iter_mut().chain([&mut self.right]) {
                *at = at.checked_mul(theirs)?;
            }
        }
        for place in places {
            let at = self.left.get_mut(*place)?;
            *at = at.checked_sub(by.at(*place).checked_mul(mine)?)?;
        }
        self.right = self.right.checked_sub(by.right.checked_mul(mine)?)?;
        if theirs == 1 {
            return Some(());
        }
        let all = self.left.iter().chain([&self.right]);
        let common = all.fold(0, |common, at| if common == 1 { 1 } else { divisor(common, *at) });
        if common > 1 {
            for at in self.left.iter_mut().chain([&mut self.right]) {
                *at = at.checked_div(common)?;
            }
        }
        Some(())
    }

    fn places(&self) -> Vec<usize> {
        let places = self.left.iter().enumerate();
        places.filter(|(_, times)| **times != 0).map(|(place, _)| place).collect()
    }

    fn negate(&mut self) -> Option<()> {
        for at in self.left.iter_mut().chain([&mut self.right]) {
            *at = at.checked_neg()?;
        }
        Some(())
    }
}

/// The greatest common divisor, not negative.
fn divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one.checked_rem(other).unwrap_or_default());
    }
    one.saturating_abs()
}

/// Equations between variables that are not negative, and what each variable costs. The simplex method;
/// ties go to the first, and in the end it goes by Bland's rule.
struct Program {
    rows: Vec<Row>,
    costs: Vec<i128>,
    steps: usize,
}

impl Program {
    fn new(mut rows: Vec<Row>, costs: Vec<i128>) -> Option<Self> {
        for row in rows.iter_mut().filter(|row| row.right < 0) {
            row.negate()?;
        }
        Some(Self { rows, costs, steps: STEPS })
    }

    /// The variables that are not zero in a cheapest solution, all times the same number, and that number.
    fn solve(mut self) -> Option<(Vec<(usize, i128)>, i128)> {
        // First what is missing to meet each equation is what costs.
        let mut missing = Row::new(self.costs.len());
        for row in &self.rows {
            let pairs = missing.left.iter_mut().zip(&row.left);
            for (sum, at) in pairs.chain([(&mut missing.right, &row.right)]) {
                *sum = sum.checked_sub(*at)?;
            }
        }
        self.descend(&mut missing)?;
        if self.rows.iter().any(|row| row.basic.is_none() && row.right != 0) {
            return None;
        }
        // An equation that is met without a variable of its own gets one, or says nothing new.
        while let Some(at) = self.rows.iter().position(|row| row.basic.is_none()) {
            let row = self.rows.get_mut(at)?;
            match row.left.iter().position(|times| *times != 0) {
                None => drop(self.rows.swap_remove(at)),
                Some(column) => {
                    if row.at(column) < 0 {
                        row.negate()?;
                    }
                    self.pivot(at, column, &mut missing)?;
                }
            }
        }
        let mut cost = Row { left: self.costs.clone(), right: 0, basic: None };
        for row in &self.rows {
            cost.eliminate(row.basic?, row, &row.places())?;
        }
        self.descend(&mut cost)?;

        let mut times = 1_i128;
        for row in &self.rows {
            let own = row.at(row.basic?);
            let least = own.checked_div(divisor(own, row.right))?;
            times = times.checked_mul(least.checked_div(divisor(times, least))?)?;
        }
        let mut values = Vec::new();
        for row in self.rows.iter().filter(|row| row.right != 0) {
            let column = row.basic?;
            values.push((column, row.right.checked_mul(times)?.checked_div(row.at(column))?));
        }
        Some((values, times))
    }

    /// Lets in variables that lower the cost until there is none.
    fn descend(&mut self, cost: &mut Row) -> Option<()> {
        while let Some(column) = self.enters(cost) {
            let mut leaves: Option<(usize, &Row)> = None;
            for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.at(column) > 0) {
                let closer = match leaves {
                    None => true,
                    Some((_, best)) => {
                        let mine = row.right.checked_mul(best.at(column))?;
                        let theirs = best.right.checked_mul(row.at(column))?;
                        (mine, row.basic) < (theirs, best.basic)
                    }
                };
                if closer {
                    leaves = Some((at, row));
                }
            }
            // Costs are not negative, so something always stops it.
            let (at, _) = leaves?;
            self.pivot(at, column, cost)?;
        }
        Some(())
    }

    /// The variable that lowers the cost most; after many steps the first that lowers it, which cannot go
    /// round in circles.
    fn enters(&self, cost: &Row) -> Option<usize> {
        let mut falling = cost.left.iter().enumerate().filter(|(_, times)| **times < 0);
        let enters = if self.steps > STEPS.div_euclid(2) {
            falling.min_by_key(|(_, times)| **times)
        } else {
            falling.next()
        };
        enters.map(|(column, _)| column)
    }

    /// Makes a variable the one of an equation in which it is positive.
    fn pivot(&mut self, at: usize, column: usize, cost: &mut Row) -> Option<()> {
        self.steps = self.steps.checked_sub(1)?;
        let mut by = self.rows.get(at)?.clone();
        by.basic = Some(column);
        let places = by.places();
        for (other, row) in self.rows.iter_mut().enumerate() {
            if other == at {
                row.basic = Some(column);
            } else {
                row.eliminate(column, &by, &places)?;
            }
        }
        cost.eliminate(column, &by, &places)
    }
}
