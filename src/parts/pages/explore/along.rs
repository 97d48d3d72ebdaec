//! One setting that is varied: which, of which machine, from where to where.

use yew::prelude::*;

use crate::parts::settings::{menu, number};
use crate::scenario::study::axis::Axis;
use crate::scenario::{
    Kind, PARAMETERS, Parameter, ParameterId, Range, Scale, Scenario, Scope, Side, Value, parameter,
};
use crate::text::Locale;
use crate::text::explore::Word;
use crate::view::words;

/// What is chosen about a setting that is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct Along {
    pub parameter: ParameterId,
    side: Option<Side>,
    ends: [u64; 2],
    steps: u64,
}

/// A change of what is chosen. It is applied to what is chosen then: a field may tell its change
/// when another control is used already.
pub type Edit = Box<dyn Fn(&mut Option<Along>)>;

/// What tells the controls of one setting from those of another.
pub struct Controls {
    /// Ids of setting, machine, lower and upper end, and number of values.
    pub ids: [&'static str; 5],
    pub title: Word,
    /// The most values.
    pub most: u64,
    /// What no setting at all is called, where that can be chosen.
    pub none: Option<Word>,
    /// A setting that is taken.
    pub but: Option<ParameterId>,
}

/// Settings that can be varied in this scenario.
pub fn rows(scenario: &Scenario) -> Vec<&'static Parameter> {
    let fixed = [ParameterId::Mode, ParameterId::Seed];
    let applies = |row: &Parameter| Side::BOTH.iter().any(|&side| row.applies(scenario, side));
    PARAMETERS.iter().filter(|row| !fixed.contains(&row.id) && applies(row)).collect()
}

/// A range around what is chosen now: wide enough to see something, and not hours of work.
fn ends(row: &Parameter, range: Range, scenario: &Scenario) -> [u64; 2] {
    let now = match row.get(scenario, Side::A) {
        Value::Number(now) => now,
        _ => range.low,
    };
    match range.scale {
        Scale::Logarithmic => {
            let high = now.max(range.low.max(1)).saturating_mul(16).min(range.high);
            [range.low.max(now / 16), high]
        }
        Scale::Linear | Scale::Field => {
            [range.low, range.high.min(now.saturating_mul(4).max(range.low + 10 * range.step))]
        }
    }
}

impl Along {
    /// A setting over a range that suits the scenario.
    pub fn of(row: &Parameter, scenario: &Scenario, steps: u64) -> Self {
        let ends = row.range().map_or([0, 0], |range| ends(row, range, scenario));
        Self { parameter: row.id, side: None, ends, steps }
    }

    /// What was chosen for this axis.
    pub fn again(axis: &Axis, most: u64) -> Self {
        let end = |value: Option<&Value>| match value {
            Some(Value::Number(number)) => *number,
            _ => 0,
        };
        Self {
            parameter: axis.parameter,
            side: axis.side,
            ends: [end(axis.values.first()), end(axis.values.last())],
            steps: (axis.values.len() as u64).clamp(2, most),
        }
    }

    /// The values that it stands for.
    pub fn axis(&self, scenario: &Scenario) -> Option<Axis> {
        let row = parameter(self.parameter);
        let steps = usize::try_from(self.steps).unwrap_or(2);
        let axis = match row.kind {
            Kind::Number(range) | Kind::Optional(range, _) => {
                Axis::steps(self.parameter, self.side, self.ends, steps, range.scale)
            }
            Kind::Choice(_) | Kind::Switch => {
                Axis::whole(self.parameter, self.side, scenario, steps)
            }
        };
        axis.ok()
    }
}

/// The controls of one setting.
pub fn controls(
    of: &Controls,
    now: Option<&Along>,
    scenario: &Scenario,
    set: &Callback<Edit>,
    locale: Locale,
) -> Html {
    let [id, side_id, from, to, steps] = of.ids;
    let rows: Vec<&Parameter> =
        rows(scenario).into_iter().filter(|row| Some(row.id) != of.but).collect();
    let without = of.none.map(|word| word.say(locale).to_owned());
    let first = usize::from(without.is_some());
    let all = rows.iter().map(|row| words::parameter(row.id, locale));
    let names: Vec<String> = without.into_iter().chain(all).collect();
    let place = now
        .and_then(|now| rows.iter().position(|row| row.id == now.parameter))
        .map_or(0, |place| place + first);
    let choose = {
        let (set, scenario, most) = (set.clone(), scenario.clone(), of.most);
        let usual = now.map_or(most.min(4), |now| now.steps);
        Callback::from(move |place: usize| {
            let row = place.checked_sub(first).and_then(|place| rows.get(place));
            let along = row.map(|row| Along::of(row, &scenario, usual));
            set.emit(Box::new(move |chosen| chosen.clone_from(&along)));
        })
    };
    let row = now.map(|now| parameter(now.parameter));
    let range = row.and_then(Parameter::range);
    let sides = [Word::BothMachines.say(locale).to_owned(), "A".to_owned(), "B".to_owned()];
    let side = now.and_then(|now| now.side).map_or(0, |side| side.index() + 1);
    let change = |change: fn(&mut Along, u64)| {
        let set = set.clone();
        Callback::from(move |value: u64| {
            set.emit(Box::new(move |chosen| {
                if let Some(chosen) = chosen {
                    change(chosen, value);
                }
            }));
        })
    };
    let change_side = change(|of, place| {
        let place = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
        of.side = place.and_then(|place| Side::BOTH.get(place)).copied();
    });
    let choose_side = Callback::from(move |place: usize| change_side.emit(place as u64));
    let (low, high) = range.map_or((0, 0), |range| (range.low, range.high));
    let unit = range.map_or("", |range| words::unit(range, locale));
    let [lower, upper] = now.map_or([0, 0], |now| now.ends);
    let count = now.map_or(2, |now| now.steps);
    html! {
        <div class="study-controls" role="group" aria-label={of.title.say(locale)}>
            { menu(id, of.title.say(locale), &names, place, choose) }
            <div hidden={row.is_none_or(|row| row.scope == Scope::Common)}>
                { menu(side_id, Word::OfMachine.say(locale), &sides, side, choose_side) }
            </div>
            <div hidden={range.is_none()}>
                { number(from, Word::From.say(locale), (low, lower, high), unit,
                    change(|of, value| of.ends[0] = value)) }
            </div>
            <div hidden={range.is_none()}>
                { number(to, Word::To.say(locale), (low, upper, high), unit,
                    change(|of, value| of.ends[1] = value)) }
            </div>
            <div hidden={range.is_none()}>
                { number(steps, Word::Steps.say(locale), (2, count, of.most), "",
                    change(|of, value| of.steps = value)) }
            </div>
        </div>
    }
}
