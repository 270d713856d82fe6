//! The plan, as the authority would have sent it: one folder of files a year.

use super::dates::{birthday, plus, uk};
use super::model::{Child, Episode, YEARS, year_days};
use super::rng::Rng;
use chrono::NaiveDate;
use std::fmt::Display;

/// Name and columns of every file.
pub const COLUMNS: [(&str, &str); 10] = [
    ("header", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,\
         PL_POST,URN",
    ),
    ("reviews", "CHILD,DOB,REVIEW,REVIEW_CODE"),
    ("uasc", "CHILD,SEX,DOB,DUC"),
    (
        "oc2",
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,\
         HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    ),
    ("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"),
    ("ad1", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR"),
    ("placed_for_adoption", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED"),
    ("previous_permanence", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"),
    ("missing", "CHILD,DOB,MISSING,MIS_START,MIS_END"),
];

/// Every file of every year: its path inside the sample's folder, and its text.
pub fn files(children: &[Child]) -> Vec<(String, String)> {
    YEARS.into_iter().flat_map(|year| year_files(children, year)).collect()
}

/// Every file of one year.
pub fn year_files(children: &[Child], year: i32) -> impl Iterator<Item = (String, String)> {
    COLUMNS.iter().map(move |(name, columns)| {
        let mut text = format!("{columns}\n");
        for child in children.iter().filter(|child| child.last_return >= year) {
            for row in rows(child, year, name) {
                text.push_str(&row);
                text.push('\n');
            }
        }
        (format!("{year}/{name}.csv"), text)
    })
}

/// Whether a year's return has the child.
pub fn is_in(child: &Child, year: i32) -> bool {
    child.last_return >= year && !episodes(child, year).is_empty()
}

/// The episodes one year's return holds: open on its first day, or started in it.
fn episodes(child: &Child, year: i32) -> Vec<Episode> {
    let (start, end) = year_days(year);
    let all = child.periods.iter().flat_map(|period| &period.episodes).chain(&child.short_breaks);
    all.filter(|episode| episode.decom <= end && episode.dec.is_none_or(|dec| dec >= start))
        .cloned()
        .map(|mut episode| {
            // What ends later was still open when this return was made.
            if episode.dec.is_some_and(|dec| dec > end) {
                (episode.dec, episode.rec, episode.reason) = (None, "", "");
            }
            // Semi-independent living became supported accommodation.
            if episode.place == "H5" && year >= 2025 {
                episode.place = "K3";
            }
            episode
        })
        .collect()
}

fn rows(child: &Child, year: i32, file: &str) -> Vec<String> {
    let episodes = episodes(child, year);
    if episodes.is_empty() {
        return Vec::new();
    }
    let (start, end) = year_days(year);
    let in_year = |day: &NaiveDate| start <= *day && *day <= end;
    let (id, dob) = (child.id, uk(child.dob));
    let sex = match (year >= 2025, child.male) {
        (true, true) => "M",
        (true, false) => "F",
        (false, true) => "1",
        (false, false) => "2",
    };
    // A stream for each child, year and file: a new column in one leaves the others alone.
    let mut rng = Rng::stream(u64::from(id) << 16 | year as u64, file.len() as u64);
    let rng = &mut rng;
    let adult = birthday(child.dob, 18);
    let mut rows = match file {
        "header" => vec![format!("{id},{sex},{dob},{},,,", child.ethnic)],
        "episodes" => episodes.iter().map(|episode| episode_row(id, episode)).collect(),
        "reviews" => child
            .periods
            .iter()
            .flat_map(|period| &period.reviews)
            .filter(|(day, _)| in_year(day))
            .map(|(day, code)| {
                let code = code.map(|code| format!("PN{code}")).unwrap_or_default();
                format!("{id},{dob},{},{code}", uk(*day))
            })
            .collect(),
        "uasc" if child.uasc => vec![format!("{id},{sex},{dob},{}", uk(adult))],
        "oc2" if whole_year(child, year) => vec![oc2(rng, child, &dob, end)],
        "oc3" if in_year(&adult) && left_on(child, adult) => {
            let activity = rng.pick(&[("F2", 5), ("F4", 4), ("F1", 3), ("F5", 2), ("G5", 3)]);
            let home = rng.pick(&[("B1", 3), ("Z1", 4), ("K1", 3), ("E1", 4), ("V1", 2)]);
            vec![format!("{id},{dob},YES,{activity},{home}")]
        }
        "ad1" => adopted(child)
            .filter(|(_, _, order)| in_year(order))
            .map(|(placed, with_carer, _)| {
                let matched = plus(placed, -rng.between(20, 50));
                let (number, sex) = rng.pick(&[((2, "MF"), 7), ((2, "FF"), 1), ((1, "F1"), 2)]);
                let status = if number == 1 { "L0" } else { "L11" };
                let (decided, matched) = (uk(plus(matched, -60)), uk(matched));
                let foster = u8::from(with_carer);
                format!("{id},{dob},{decided},{matched},{foster},{number},{sex},{status}")
            })
            .collect(),
        "placed_for_adoption" => placed(&episodes, child)
            .map(|(from, to)| {
                let (to, why) =
                    to.filter(|to| *to <= end).map_or((String::new(), ""), |to| (uk(to), "RD4"));
                format!("{id},{dob},{},{to},{why}", uk(from))
            })
            .collect(),
        "previous_permanence" => {
            let began = child.periods.iter().map(|period| period.episodes[0].decom);
            let began: Vec<_> = began.filter(in_year).take(1).collect();
            began
                .iter()
                .map(|began| {
                    if rng.chance(25) && plus(child.dob, 2000) < *began {
                        let order = plus(child.dob, rng.between(500, 1500));
                        let kind = rng.pick(&[("P1", 3), ("P2", 6), ("P3", 1)]);
                        format!("{id},{dob},{kind},,{}", uk(order))
                    } else {
                        format!("{id},{dob},Z1,,")
                    }
                })
                .collect()
        }
        "missing" => missing(rng, child, &dob, start, end),
        _ => Vec::new(),
    };
    let strays = child.strays.iter().filter(|stray| stray.year == year && stray.file == file);
    rows.extend(strays.map(|stray| stray.line.clone()));
    rows
}

fn episode_row(id: u32, episode: &Episode) -> String {
    let Episode { decom, rne, ls, cin, place, provider, dec, rec, reason } = episode;
    let (decom, dec) = (uk(*decom), dec.map(uk).unwrap_or_default());
    format!("{id},{decom},{rne},{ls},{cin},{place},{provider},{dec},{rec},{reason},,,")
}

/// In care on the year's last day, and for the twelve months before.
fn whole_year(child: &Child, year: i32) -> bool {
    let (start, end) = year_days(year);
    child.periods.iter().any(|period| {
        let ended = period.episodes.last().and_then(|episode| episode.dec);
        period.episodes[0].decom < start && ended.is_none_or(|ended| ended > end)
    })
}

fn left_on(child: &Child, day: NaiveDate) -> bool {
    let last = child.periods.last().and_then(|period| period.episodes.last());
    last.is_some_and(|episode| episode.dec == Some(day))
}

/// Day of placement, with the same carer?, and day of the adoption order.
fn adopted(child: &Child) -> impl Iterator<Item = (NaiveDate, bool, NaiveDate)> {
    child.periods.iter().filter_map(|period| {
        let last = period.episodes.last()?;
        let order = last.dec.filter(|_| matches!(last.rec, "E11" | "E12"))?;
        Some((last.decom, last.rne == "T", order))
    })
}

/// The adoptive placements one return holds, and when each ended short of adoption.
fn placed(
    episodes: &[Episode],
    child: &Child,
) -> impl Iterator<Item = (NaiveDate, Option<NaiveDate>)> {
    let all: Vec<&Episode> = child.periods.iter().flat_map(|period| &period.episodes).collect();
    episodes
        .iter()
        .filter(|episode| episode.adoptive())
        .map(move |episode| {
            let next = all.iter().find(|other| other.decom > episode.decom);
            (episode.decom, next.map(|next| next.decom))
        })
        .collect::<Vec<_>>()
        .into_iter()
}

fn oc2(rng: &mut Rng, child: &Child, dob: &str, end: NaiveDate) -> String {
    let age = (end - child.dob).num_days() / 365;
    let (score, reason) = match age {
        4..=16 if rng.chance(780) => (rng.between(2, 30).to_string(), ""),
        4..=16 => (String::new(), rng.pick(&[("SDQ2", 4), ("SDQ3", 2), ("SDQ5", 1)])),
        _ => (String::new(), ""),
    };
    let mut yes = |when: bool, per_mille| match (when, rng.chance(per_mille)) {
        (false, _) => "",
        (true, true) => "1",
        (true, false) => "0",
    };
    let cells: [&dyn Display; 7] = [
        &yes(age >= 10, 25),
        &yes(age < 5, 900),
        &yes(true, 840),
        &yes(true, 800),
        &yes(true, 900),
        &yes(age >= 10, 30),
        &"",
    ];
    let cells = cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    format!("{},{dob},{score},{reason},{cells},", child.id)
}

/// Going missing, and being away without leave: teenagers, some of them often.
fn missing(
    rng: &mut Rng,
    child: &Child,
    dob: &str,
    start: NaiveDate,
    end: NaiveDate,
) -> Vec<String> {
    let mut rows = Vec::new();
    if !rng.chance(if child.dob < plus(end, -13 * 365) { 130 } else { 5 }) {
        return rows;
    }
    for period in &child.periods {
        let ended = period.episodes.last().and_then(|episode| episode.dec);
        let last = ended.unwrap_or(end).min(end);
        let mut day = plus(period.episodes[0].decom.max(start), rng.between(5, 150));
        while plus(day, 4) < last && rows.len() < 6 {
            let back = plus(day, rng.between(0, 3));
            let kind = rng.pick(&[("M", 7), ("A", 3)]);
            rows.push(format!("{},{dob},{kind},{},{}", child.id, uk(day), uk(back)));
            day = plus(back, rng.between(6, 160));
        }
    }
    rows
}
