//! The parts that every JSON export has: what it is, what was asked, what it rests on.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{VERSION, side_key, unit};
use crate::catalog::{Constant, constants, reference};
use crate::experiment::Answer;
use crate::experiment::answer::{Cell, Label, Mechanism, Quantity};
use crate::scenario::file::SCHEMA;
use crate::scenario::study::Gap;
use crate::scenario::{Scenario, Side, Value, link};
use crate::text::{Locale, Say, answer};

/// Words in an export are English: it is the same in every language.
const LOCALE: Locale = Locale::English;

/// What every export begins with.
#[derive(Serialize)]
pub(super) struct Head {
    schema: &'static str,
    program: &'static str,
    version: &'static str,
    kind: &'static str,
}

/// What an export of a scenario begins with.
#[derive(Serialize)]
pub(super) struct Asked<'a> {
    #[serde(flatten)]
    head: Head,
    seed: u64,
    link: String,
    scenario: Fields<'a>,
}

impl Head {
    pub(super) const fn new(kind: &'static str) -> Self {
        Self { schema: SCHEMA, program: "strata", version: VERSION, kind }
    }
}

impl<'a> Asked<'a> {
    pub(super) fn new(kind: &'static str, scenario: &'a Scenario) -> Self {
        Self {
            head: Head::new(kind),
            seed: scenario.seed,
            link: link::encode(scenario),
            scenario: Fields(scenario),
        }
    }
}

/// A document as text, with its last line break.
///
/// # Panics
/// Never: keys are text, and what is no number is written as `null`.
pub(super) fn text(document: &impl Serialize) -> String {
    let mut text =
        serde_json::to_string_pretty(document).expect("keys are text and nothing else can fail");
    text.push('\n');
    text
}

/// The same without a line break and a blank between values, for what only programs read.
///
/// # Panics
/// Never, as [`text`].
pub(super) fn line(document: &impl Serialize) -> String {
    let text = serde_json::to_string(document);
    text.expect("keys are text and nothing else can fail") + "\n"
}

/// All fields of a scenario under their keys.
struct Fields<'a>(&'a Scenario);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.0.fields() {
            map.serialize_entry(&key, &Plain(&value))?;
        }
        map.end()
    }
}

/// The value of a parameter: a number, a text or a switch; `"off"` for a number switched off.
pub(super) struct Plain<'a>(pub(super) &'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number(number) => serializer.serialize_u64(*number),
            Value::Off => serializer.serialize_str("off"),
            Value::Choice(id) => serializer.serialize_str(id),
            Value::Switch(on) => serializer.serialize_bool(*on),
        }
    }
}

/// One value under its name.
#[derive(Serialize)]
pub(super) struct Figure {
    quantity: &'static str,
    unit: &'static str,
    value: Option<f64>,
}

pub(super) fn figure(quantity: Quantity, value: Option<f64>) -> Figure {
    Figure { quantity: quantity.key(), unit: unit(quantity.dimension()), value }
}

/// A quantity with its unit.
#[derive(Serialize)]
pub(super) struct Named {
    quantity: &'static str,
    unit: &'static str,
}

pub(super) fn named(quantity: Quantity) -> Named {
    Named { quantity: quantity.key(), unit: unit(quantity.dimension()) }
}

/// One side: its answer, or why there is none.
#[derive(Serialize)]
pub(super) struct SideTold {
    side: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<String>,
    #[serde(flatten)]
    answer: Option<AnswerTold>,
}

#[derive(Serialize)]
struct AnswerTold {
    figures: Vec<Figure>,
    series: Vec<SeriesTold>,
    tables: Vec<TableTold>,
    causes: Vec<CauseTold>,
    remarks: Vec<MechanismTold>,
    events: u64,
    digest: String,
}

#[derive(Serialize)]
struct SeriesTold {
    x: &'static str,
    x_unit: &'static str,
    y: &'static str,
    y_unit: &'static str,
    points: Vec<(f64, f64)>,
}

#[derive(Serialize)]
struct TableTold {
    title: String,
    columns: Vec<String>,
    rows: Vec<RowTold>,
}

#[derive(Serialize)]
struct RowTold {
    label: String,
    cells: Vec<CellTold>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CellTold {
    Empty,
    Value(f64),
    Words(String),
}

#[derive(Serialize)]
pub(super) struct CauseTold {
    mechanism: MechanismTold,
    effect: &'static str,
    unit: &'static str,
    amount: f64,
}

#[derive(Serialize)]
struct MechanismTold {
    id: Mechanism,
    words: String,
}

fn mechanism(id: Mechanism) -> MechanismTold {
    MechanismTold { id, words: answer::mechanism(id, LOCALE) }
}

pub(super) fn label(label: &Label, locale: Locale) -> String {
    match label {
        Label::Number(number) => number.to_string(),
        Label::Name(name) => name.clone(),
        Label::Mechanism(of) => answer::mechanism(*of, locale),
    }
}

fn cell(cell: &Cell) -> CellTold {
    match cell {
        Cell::Empty => CellTold::Empty,
        Cell::Value(value) => CellTold::Value(*value),
        Cell::Mechanism(of) => CellTold::Words(answer::mechanism(*of, LOCALE)),
        Cell::Name(name) => CellTold::Words(name.clone()),
    }
}

pub(super) fn gap(gap: &Gap) -> String {
    crate::text::study::gap(gap, LOCALE)
}

pub(super) fn causes(answer: &Answer) -> Vec<CauseTold> {
    let told = |cause: &crate::experiment::answer::Cause| CauseTold {
        mechanism: mechanism(cause.mechanism),
        effect: cause.effect.key(),
        unit: unit(cause.effect.dimension()),
        amount: cause.amount,
    };
    answer.causes.iter().map(told).collect()
}

pub(super) fn side(side: Side, outcome: &Result<Answer, Gap>) -> SideTold {
    let refused = |answer: &Answer| answer.refused.map(|reason| reason.say(LOCALE));
    SideTold {
        side: side_key(side),
        gap: match outcome {
            Ok(answer) => refused(answer),
            Err(reason) => Some(gap(reason)),
        },
        answer: outcome.as_ref().ok().map(told),
    }
}

fn told(of: &Answer) -> AnswerTold {
    let series = |series: &crate::experiment::answer::Series| SeriesTold {
        x: series.x.key(),
        x_unit: unit(series.x.dimension()),
        y: series.y.key(),
        y_unit: unit(series.y.dimension()),
        points: series.points.clone(),
    };
    let table = |table: &crate::experiment::answer::Table| TableTold {
        title: answer::mechanism(table.title, LOCALE),
        columns: table.columns.iter().map(|&of| super::column(of)).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| RowTold {
                label: label(&row.label, LOCALE),
                cells: row.cells.iter().map(cell).collect(),
            })
            .collect(),
    };
    AnswerTold {
        figures: of.figures.iter().map(|one| figure(one.quantity, Some(one.value))).collect(),
        series: of.series.iter().map(series).collect(),
        tables: of.tables.iter().map(table).collect(),
        causes: causes(of),
        remarks: of.remarks.iter().map(|&id| mechanism(id)).collect(),
        events: of.events,
        digest: format!("{:016x}", of.digest),
    }
}

/// A publication, or our own measurement or judgement, that constants of the scenario rest on.
#[derive(Serialize)]
pub(super) struct SourceTold {
    key: &'static str,
    title: &'static str,
    address: &'static str,
    constants: u32,
}

/// Whether a scenario's machines use a constant, by where it stands in the catalogue.
fn is_used(constant: &Constant, scenario: &Scenario) -> bool {
    let path = constant.path.as_str();
    let below = |kind: &str, id: &str| {
        let rest = path.strip_prefix(kind).and_then(|rest| rest.strip_prefix(id));
        rest.is_some_and(|rest| rest.starts_with(['.', '[']))
    };
    let of_side = |side: Side| {
        let platform = &scenario.side(side).platform;
        let guest = scenario.guest(side).filter(|_| scenario.has_guest(side));
        below("platform.", platform) || guest.is_some_and(|guest| below("guest.", guest.id))
    };
    let catalogued = ["host.", "platform.", "guest.", "image."];
    below("host.", &scenario.host)
        || below("image.", &scenario.image)
        || Side::BOTH.into_iter().any(of_side)
        || scenario.machines().into_iter().filter(|&side| scenario.is_held(side)).any(|side| {
            let alone = scenario.alone(side);
            alone.is_some_and(|alone| is_used(constant, &alone))
        })
        || !catalogued.iter().any(|kind| path.starts_with(kind))
}

/// What the constants of a scenario rest on, most constants first.
pub(super) fn sources(scenario: &Scenario) -> Vec<SourceTold> {
    let mut found: Vec<SourceTold> = Vec::new();
    for constant in constants().iter().filter(|constant| is_used(constant, scenario)) {
        let key = constant.value.source.reference;
        if let Some(source) = found.iter_mut().find(|source| source.key == key) {
            source.constants += 1;
        } else {
            let (title, address) =
                reference(key).map_or(("", ""), |source| (source.title, source.address));
            found.push(SourceTold { key, title, address, constants: 1 });
        }
    }
    found.sort_by(|one, other| other.constants.cmp(&one.constants).then(one.key.cmp(other.key)));
    found
}
