//! A reader who tries to work out what was kept back. It shares no code with the library: it is given what
//! is printed and what adds up to what, and nothing else.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution};
use std::collections::{BTreeMap, BTreeSet};

/// More than any count in the tests.
const MOST: i64 = 1_000_000;

/// What a reader sees.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// Each number by its name, none for a `c`.
    pub cells: BTreeMap<String, Option<u64>>,
    pub structure: Structure,
}

/// What a reader knows of how the numbers hang together.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    pub sums: Vec<(String, Vec<String>)>,
    /// Part and whole.
    pub shares: Vec<(String, String)>,
    /// Counts, each so many times, that come to nothing together.
    pub equations: Vec<Vec<(String, i64)>>,
}

impl Structure {
    pub fn sum(&mut self, whole: impl ToString, parts: impl IntoIterator<Item = impl ToString>) {
        let parts = parts.into_iter().map(|part| part.to_string()).collect();
        self.sums.push((whole.to_string(), parts));
    }

    pub fn share(&mut self, of: impl ToString, among: impl ToString) {
        self.shares.push((of.to_string(), among.to_string()));
    }
}

/// The name that a reader gives to what a share leaves over.
pub fn rest(of: &str, among: &str) -> String {
    format!("{among} - {of}")
}

struct Unknowns {
    names: Vec<String>,
    between: Vec<(i64, i64)>,
    /// What adds up to nothing: counts with how often, and a number.
    sums: Vec<(BTreeMap<usize, i64>, i64)>,
}

impl Unknowns {
    fn of(printed: &Printed, bounds: impl Fn(&str) -> Option<(i64, i64)>) -> Self {
        let mut own = Self { names: Vec::new(), between: Vec::new(), sums: Vec::new() };
        let mut places = BTreeMap::new();
        let Structure { sums, shares, equations } = &printed.structure;
        let whole_and_parts = |whole: &String, parts: &[String]| -> Vec<(String, i64)> {
            let parts = parts.iter().map(|part| (part.clone(), -1));
            [(whole.clone(), 1)].into_iter().chain(parts).collect()
        };
        let sums = sums.iter().map(|(whole, parts)| whole_and_parts(whole, parts));
        let shares =
            shares.iter().map(|(of, among)| whole_and_parts(among, &[of.clone(), rest(of, among)]));
        for equation in sums.chain(shares).chain(equations.iter().cloned()) {
            let (mut terms, mut known) = (BTreeMap::new(), 0);
            for (name, times) in equation {
                if let Some(Some(count)) = printed.cells.get(&name) {
                    known += times * i64::try_from(*count).unwrap();
                    continue;
                }
                let place = *places.entry(name.clone()).or_insert_with(|| {
                    own.names.push(name.clone());
                    // A `c` is not zero; what is not printed at all may be.
                    let least = i64::from(printed.cells.contains_key(&name));
                    own.between.push(bounds(&name).unwrap_or((least, MOST)));
                    own.names.len() - 1
                });
                *terms.entry(place).or_insert(0) += times;
            }
            own.sums.push((terms, known));
        }
        own
    }

    /// Narrows each count by each sum until nothing changes.
    fn propagate(&mut self) {
        loop {
            let before = self.between.clone();
            for (terms, known) in &self.sums {
                for (place, times) in terms.iter().filter(|(_, times)| **times != 0) {
                    let (mut low, mut high) = (*known, *known);
                    for (other, times) in terms.iter().filter(|(other, _)| *other != place) {
                        let ends = self.between[*other];
                        let (one, two) = (ends.0 * times, ends.1 * times);
                        low += one.min(two);
                        high += one.max(two);
                    }
                    // times * count + [low, high] = 0
                    let (one, two) = (-low, -high);
                    let (least, most) = (one.min(two), one.max(two));
                    let (least, most) = if *times > 0 {
                        (
                            least.div_euclid(*times) + i64::from(least.rem_euclid(*times) > 0),
                            most.div_euclid(*times),
                        )
                    } else {
                        let times = -times;
                        let (least, most) = (-most, -least);
                        (
                            least.div_euclid(times) + i64::from(least.rem_euclid(times) > 0),
                            most.div_euclid(times),
                        )
                    };
                    let own = &mut self.between[*place];
                    *own = (own.0.max(least), own.1.min(most));
                }
            }
            if self.between == before {
                return;
            }
        }
    }

    /// Counts that hang together through sums.
    fn groups(&self) -> Vec<BTreeSet<usize>> {
        let mut groups: Vec<BTreeSet<usize>> = Vec::new();
        for (terms, _) in &self.sums {
            let mut group: BTreeSet<usize> = terms.keys().copied().collect();
            let (touched, apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|other| !other.is_disjoint(&group));
            groups = apart;
            group.extend(touched.into_iter().flatten());
            groups.push(group);
        }
        groups
    }

    /// Whole numbers that would have been printed the same, with what is asked for as great as can be.
    fn greatest(
        &self,
        group: &BTreeSet<usize>,
        of: impl Fn(usize) -> f64,
        whole: bool,
    ) -> Option<BTreeMap<usize, i64>> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let open = group.iter().filter(|place| self.between[**place].0 < self.between[**place].1);
        let variables: BTreeMap<usize, _> = open
            .map(|place| {
                let (low, high) = self.between[*place];
                let ends = (i32::try_from(low).unwrap(), i32::try_from(high).unwrap());
                let variable = if whole {
                    problem.add_integer_var(of(*place), ends)
                } else {
                    problem.add_var(of(*place), (ends.0.into(), ends.1.into()))
                };
                (*place, variable)
            })
            .collect();
        let sums = || self.sums.iter().filter(|(terms, _)| terms.keys().any(|t| group.contains(t)));
        for (terms, known) in sums() {
            let (mut open, mut known) = (Vec::new(), *known);
            for (place, times) in terms.iter().filter(|(_, times)| **times != 0) {
                match variables.get(place) {
                    Some(variable) => open.push((*variable, *times as f64)),
                    None => known += times * self.between[*place].0,
                }
            }
            if !open.is_empty() {
                problem.add_constraint(&open, ComparisonOp::Eq, -known as f64);
            }
        }
        let solution: Solution = problem.solve().ok()?.into_solution().ok()?;
        let value = |place: &usize| {
            let variable = variables.get(place);
            variable.map_or(self.between[*place].0, |v| solution.var_value_raw(*v).round() as i64)
        };
        let values: BTreeMap<usize, i64> =
            group.iter().map(|place| (*place, value(place))).collect();
        // The solver counts in floating point; what it found is tried in whole numbers.
        let holds = sums().all(|(terms, known)| {
            terms.iter().map(|(place, times)| values[place] * times).sum::<i64>() + known == 0
        });
        let within = |(place, value): (&usize, &i64)| {
            (self.between[*place].0..=self.between[*place].1).contains(value)
        };
        (holds && values.iter().all(within)).then_some(values)
    }

    /// The counts for which no two values were found.
    fn pinned(mut self) -> BTreeSet<String> {
        self.propagate();
        assert!(
            self.between.iter().all(|(low, high)| low <= high),
            "the report contradicts itself"
        );
        let mut pinned = BTreeSet::new();
        for group in self.groups() {
            let mut first: Option<BTreeMap<usize, i64>> = None;
            let fixed = |place: &usize| self.between[*place].0 == self.between[*place].1;
            pinned.extend(group.iter().filter(|p| fixed(p)).map(|p| self.names[*p].clone()));
            let mut open: BTreeSet<usize> = group.iter().copied().filter(|p| !fixed(p)).collect();
            let mut see = |open: &mut BTreeSet<usize>, found: &BTreeMap<usize, i64>| {
                let other = first.get_or_insert_with(|| found.clone());
                open.retain(|place| found[place] == other[place]);
            };
            // Anywhere first: most counts move at once.
            for way in 0..6_usize {
                let some = |place: usize| ((place * 7 + way * 13) % 11) as f64 - 5.0;
                if let Some(found) = self.greatest(&group, some, false) {
                    see(&mut open, &found);
                }
            }
            while let Some(of) = open.first().copied() {
                for (sign, whole) in [(1.0, false), (-1.0, false), (1.0, true), (-1.0, true)] {
                    let only = |place| if place == of { sign } else { 0.0 };
                    if let Some(found) = self.greatest(&group, only, whole) {
                        see(&mut open, &found);
                    }
                    if !open.contains(&of) {
                        break;
                    }
                }
                if open.remove(&of) {
                    pinned.insert(self.names[of].clone());
                }
            }
        }
        pinned
    }
}

/// What a reader can pin to one value: what is kept back, not printed, or left over. Whatever is not named is
/// proved open by two solutions in whole numbers.
pub fn pinned(printed: &Printed) -> BTreeSet<String> {
    Unknowns::of(printed, |_| None).pinned()
}

/// The same for a reader who also knows for some counts between which numbers they lie.
pub fn pinned_by_one_told(
    printed: &Printed,
    told: impl Fn(&str) -> Option<(i64, i64)>,
) -> BTreeSet<String> {
    Unknowns::of(printed, told).pinned()
}

/// Whether the attack works: a reader who is given too much finds it out.
#[test]
fn the_attack_finds_what_is_there_to_find() {
    let printed = |total, other| {
        let mut printed = Printed::default();
        printed.cells.insert("late".into(), None);
        printed.cells.insert("unknown".into(), other);
        printed.cells.insert("on_time".into(), Some(60));
        printed.cells.insert("all".into(), Some(total));
        printed.structure.sum("all", ["late", "unknown", "on_time"]);
        printed
    };
    let late = || BTreeSet::from(["late".to_owned()]);
    assert_eq!(pinned(&printed(72, Some(9))), late());
    assert_eq!(pinned(&printed(72, None)), BTreeSet::new());
    // 1 and 1: neither is zero.
    assert_eq!(pinned(&printed(62, None)).len(), 2);

    // Two tables by which only a linear program sees it: a + b = 9, b + d = 8, a + d = 7.
    let mut three = Printed::default();
    for name in ["a", "b", "d"] {
        three.cells.insert(name.into(), None);
    }
    for (whole, count, parts) in [("x", 9, ["a", "b"]), ("y", 8, ["b", "d"]), ("z", 7, ["a", "d"])]
    {
        three.cells.insert(whole.into(), Some(count));
        three.structure.sum(whole, parts);
    }
    assert_eq!(pinned(&three).len(), 3);

    // 97 of 100 leaves 3 over.
    let mut rate = Printed::default();
    rate.cells.insert("of".into(), Some(97));
    rate.cells.insert("among".into(), Some(100));
    rate.structure.share("of", "among");
    assert_eq!(pinned(&rate), BTreeSet::from([rest("of", "among")]));
}
