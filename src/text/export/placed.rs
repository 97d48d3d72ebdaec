//! Where it fits: what every host says, resource by resource.

use serde::Serialize;

use super::grid::{Csv, Grid, raw};
use super::{Format, head, json, side_key};
use crate::experiment::Resource;
use crate::experiment::placement::{Asset, Need};
use crate::scenario::study::placement::{Candidate, Placed, Rule};
use crate::scenario::{Scenario, Side};
use crate::text::placement::{self, Word};
use crate::text::{Locale, limit, name};

/// Where it fits in some form.
#[must_use]
pub fn placed(scenario: &Scenario, of: &Placed, format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(scenario, of, locale),
        Format::Csv => csv(of),
        Format::Json => json(scenario, of),
    }
}

/// The resources that a host may lack, in the order of the columns.
const COLUMNS: [Asset; 4] = [
    Asset::Host(Resource::Memory),
    Asset::Host(Resource::Disk),
    Asset::Host(Resource::Cores),
    Asset::Host(Resource::ProcessIds),
];

/// Name and unit of a resource in files; they never change.
const fn key(of: Asset) -> (&'static str, &'static str) {
    match of {
        Asset::Inside => ("memory-in-vm", "B"),
        Asset::Host(Resource::Memory) => ("memory", "B"),
        Asset::Host(Resource::Disk) => ("disk", "B"),
        Asset::Host(Resource::Cores) => ("cores", "cores"),
        Asset::Host(Resource::BridgePorts) => ("bridge-ports", ""),
        Asset::Host(Resource::ProcessIds) => ("process-ids", ""),
    }
}

fn table(scenario: &Scenario, of: &Placed, locale: Locale) -> String {
    let mut text = head(scenario, locale);
    for side in Side::BOTH {
        let mut cells = vec![format!("{}  {}", name::side(side), Word::Host.say(locale))];
        cells.push(Word::Verdict.say(locale).to_owned());
        cells.extend(COLUMNS.map(|asset| placement::asset(asset, locale).to_owned()));
        let mut grid = Grid::new(2, cells);
        for candidate in &of.candidates {
            grid.row(row(candidate, side, locale));
        }
        text.extend([format!("\n{}\n", grid.text())]);
        for rule in [Rule::Spread, Rule::Pack] {
            text.extend([placement::chosen(of, side, rule, locale), "\n".to_owned()]);
        }
        text.push('\n');
        for candidate in of.candidates.iter().filter(|one| one.share_left(side).is_none()) {
            let host = placement::host_name(&candidate.host, locale);
            let reason = placement::verdict(&candidate.sides[side.index()], locale);
            text.extend([format!("{host}: {reason}\n")]);
        }
    }
    text.replace('\u{a0}', " ")
}

fn row(candidate: &Candidate, side: Side, locale: Locale) -> Vec<String> {
    let placing = candidate.sides[side.index()].as_ref().ok();
    let verdict = match placing.map(|placing| placing.refusal) {
        Some(None) => Word::Fits.say(locale),
        Some(Some(refusal)) => limit::short(&refusal, locale),
        None => Word::Refused.say(locale),
    };
    let need = |asset: Asset| {
        let needs = placing.map_or(&[][..], |placing| &placing.needs);
        needs.iter().find(|need| need.asset == asset)
    };
    let told = |asset| {
        need(asset).map_or_else(|| "–".to_owned(), |need: &Need| placement::need(need, locale))
    };
    let host = placement::host_name(&candidate.host, locale);
    [host, verdict.to_owned()].into_iter().chain(COLUMNS.map(told)).collect()
}

fn csv(of: &Placed) -> String {
    let head = [
        "side", "host", "wanted", "placed", "fits", "resource", "unit", "needed", "there",
        "enough", "reason",
    ];
    let mut csv = Csv::new(head.map(str::to_owned).to_vec());
    for side in Side::BOTH {
        for candidate in &of.candidates {
            let said = &candidate.sides[side.index()];
            let placing = said.as_ref().ok();
            let fits = candidate.share_left(side).is_some();
            let reason =
                if fits { String::new() } else { placement::verdict(said, Locale::English) };
            let needs = placing.map_or(&[][..], |placing| &placing.needs);
            let rows = needs.iter().map(Some).chain(needs.is_empty().then_some(None));
            for need in rows {
                let (resource, unit) = need.map_or(("", ""), |need| key(need.asset));
                csv.row(vec![
                    side_key(side).to_owned(),
                    candidate.host.clone(),
                    of.wanted.to_string(),
                    placing.map_or(0, |placing| placing.placed).to_string(),
                    fits.to_string(),
                    resource.to_owned(),
                    unit.to_owned(),
                    raw(need.map(|need| need.needed)),
                    raw(need.map(|need| need.there)),
                    need.map(|need| need.fits.to_string()).unwrap_or_default(),
                    reason.replace('\u{a0}', " "),
                ]);
            }
        }
    }
    csv.text()
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    asked: json::Asked<'a>,
    wanted: u32,
    candidates: Vec<CandidateTold>,
    chosen: ChosenTold,
    sources: Vec<json::SourceTold>,
}

#[derive(Serialize)]
struct CandidateTold {
    host: String,
    a: SaidTold,
    b: SaidTold,
}

#[derive(Serialize)]
struct SaidTold {
    placed: u32,
    fits: bool,
    needs: Vec<NeedTold>,
    words: String,
}

#[derive(Serialize)]
struct NeedTold {
    resource: &'static str,
    unit: &'static str,
    needed: f64,
    there: f64,
    enough: bool,
}

#[derive(Serialize)]
struct ChosenTold {
    spread: [Option<String>; 2],
    pack: [Option<String>; 2],
}

fn json(scenario: &Scenario, of: &Placed) -> String {
    let side = |candidate: &Candidate, side: Side| {
        let said = &candidate.sides[side.index()];
        let placing = said.as_ref().ok();
        let need = |need: &Need| {
            let (resource, unit) = key(need.asset);
            let (needed, there, enough) = (need.needed, need.there, need.fits);
            NeedTold { resource, unit, needed, there, enough }
        };
        SaidTold {
            placed: placing.map_or(0, |placing| placing.placed),
            fits: candidate.share_left(side).is_some(),
            needs: placing.map_or(&[][..], |placing| &placing.needs).iter().map(need).collect(),
            words: placement::verdict(said, Locale::English),
        }
    };
    let chosen = |rule| {
        Side::BOTH.map(|side| {
            let candidate = of.chosen(side, rule).and_then(|place| of.candidates.get(place));
            candidate.map(|candidate| candidate.host.clone())
        })
    };
    json::text(&Document {
        asked: json::Asked::new("place", scenario),
        wanted: of.wanted,
        candidates: of
            .candidates
            .iter()
            .map(|candidate| CandidateTold {
                host: candidate.host.clone(),
                a: side(candidate, Side::A),
                b: side(candidate, Side::B),
            })
            .collect(),
        chosen: ChosenTold { spread: chosen(Rule::Spread), pack: chosen(Rule::Pack) },
        sources: json::sources(scenario),
    })
}
