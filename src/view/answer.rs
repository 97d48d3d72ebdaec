//! The answers of two machines next to each other: what they say, figures and reasons.
//!
//! One form for every experiment: nothing here knows which question was asked, so a new quantity
//! is shown as soon as `text` has its words.

pub mod pair;

use std::rc::Rc;

use yew::prelude::*;

use self::pair::PairRow;
use crate::app::Answers;
use crate::experiment::Answer;
use crate::experiment::answer::{Cause, Quantity};
use crate::scenario::{Mode, Side};
use crate::text::answer::told::Told;
use crate::text::lab::Label;
use crate::text::page::Word;
use crate::text::{Locale, Say, answer as words, name};
use crate::units::sort_short;

/// Two answers to one question, with the names of the machines.
#[derive(Clone, Debug)]
pub struct Both {
    /// The answers, A first.
    pub answers: [Rc<Answer>; 2],
    /// Names of the two platforms, as sentences call them.
    pub names: [String; 2],
    /// What was asked.
    pub mode: Mode,
}

impl PartialEq for Both {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.answers.iter().zip(&other.answers);
        pairs.all(|(one, two)| Rc::ptr_eq(one, two) || one == two) && self.names == other.names
    }
}

impl Both {
    /// Puts two answers next to each other.
    #[must_use]
    pub fn new(answers: [Rc<Answer>; 2], names: [String; 2], mode: Mode) -> Self {
        Self { answers, names, mode }
    }

    /// The answers that the page shows.
    #[must_use]
    pub fn of(answers: &Answers, locale: Locale) -> Self {
        let names = platform_names(&answers.scenario, locale);
        Self::new(answers.answers.clone(), names, answers.scenario.mode)
    }

    fn names(&self) -> [&str; 2] {
        self.names.each_ref().map(String::as_str)
    }

    /// The value of a quantity on both machines.
    #[must_use]
    pub fn values(&self, quantity: Quantity) -> [Option<f64>; 2] {
        self.answers.each_ref().map(|answer| answer.value(quantity))
    }

    /// Quantities in the order of their weight, those that only B has last.
    fn quantities(&self) -> Vec<Quantity> {
        let mut all = Vec::new();
        for figure in self.answers.iter().flat_map(|answer| &answer.figures) {
            if !all.contains(&figure.quantity) {
                all.push(figure.quantity);
            }
        }
        all
    }

    /// What the answers say at a glance.
    #[must_use]
    pub fn headline(&self, locale: Locale) -> String {
        let [a, b] = self.names();
        let first = |index: usize| {
            let figure = self.answers[index].figures.first()?;
            Some((self.names()[index], figure.quantity, figure.value))
        };
        match [&self.answers[0].refused, &self.answers[1].refused] {
            [Some(_), Some(_)] => return Told::BothRefused.say(locale),
            [Some(_), None] => {
                return Told::OneRefused { refused: a, other: first(1) }.say(locale);
            }
            [None, Some(_)] => {
                return Told::OneRefused { refused: b, other: first(0) }.say(locale);
            }
            [None, None] => {}
        }
        let told = self.quantities().into_iter().find_map(|quantity| {
            let [Some(a), Some(b)] = self.values(quantity) else { return None };
            Some(Told::Values { quantity, values: [a, b], names: self.names() })
        });
        told.unwrap_or(Told::Nothing).say(locale)
    }

    /// Why: the refusals, or the mechanism in which the machines differ most.
    #[must_use]
    pub fn why(&self, locale: Locale) -> String {
        let refusals = self.answers.iter().zip(self.names());
        let refusals: Vec<String> = refusals
            .filter_map(|(answer, name)| {
                Some(Told::Refusal { name, reason: answer.refused? }.say(locale))
            })
            .collect();
        if !refusals.is_empty() {
            return refusals.join(" ");
        }
        let reasons = self.reasons();
        let first = self.quantities().first().copied();
        let of_first = reasons.iter().filter(|reason| Some(reason.effect) == first);
        let apart = |reason: &&Reason| (reason.amounts[0] - reason.amounts[1]).abs();
        let most = of_first.max_by(|one, other| apart(one).total_cmp(&apart(other)));
        most.or(reasons.first()).map_or_else(String::new, |reason| {
            let Reason { mechanism, effect, amounts } = *reason;
            let named = Some(effect) != first;
            Told::Mostly { mechanism, effect, named, amounts, names: self.names() }.say(locale)
        })
    }

    /// What both machines' reasons amount to, effect by effect, the weightiest first.
    fn reasons(&self) -> Vec<Reason> {
        let mut all: Vec<Reason> = Vec::new();
        for (index, answer) in self.answers.iter().enumerate() {
            for &Cause { mechanism, effect, amount } in &answer.causes {
                let same =
                    |reason: &&mut Reason| (reason.mechanism, reason.effect) == (mechanism, effect);
                if let Some(known) = all.iter_mut().find(same) {
                    known.amounts[index] += amount;
                } else {
                    let mut amounts = [0.0; 2];
                    amounts[index] = amount;
                    all.push(Reason { mechanism, effect, amounts });
                }
            }
        }
        let order = self.quantities();
        let place = |of: &Reason| order.iter().position(|quantity| *quantity == of.effect);
        let weight = |of: &Reason| of.amounts[0].abs().max(of.amounts[1].abs());
        sort_short(&mut all, |one, other| {
            let place = |of: &Reason| place(of).unwrap_or(usize::MAX);
            let effects = place(one).cmp(&place(other)).then(one.effect.cmp(&other.effect));
            effects.then(weight(other).total_cmp(&weight(one))).is_lt()
        });
        all
    }
}

/// A mechanism with what it contributes on both machines.
#[derive(Clone, Copy, Debug)]
struct Reason {
    mechanism: crate::experiment::answer::Mechanism,
    effect: Quantity,
    amounts: [f64; 2],
}

/// The names by which sentences call the two machines.
#[must_use]
pub fn platform_names(scenario: &crate::scenario::Scenario, locale: Locale) -> [String; 2] {
    let names = Side::BOTH.map(|side| {
        let platform = scenario.platform(side);
        platform.map_or_else(String::new, |platform| name::platform(platform, locale).to_owned())
    });
    if names[0] == names[1] || names.iter().any(String::is_empty) {
        [Label::MachineA, Label::MachineB].map(|label| label.say(locale).to_owned())
    } else {
        names
    }
}

/// Figures and reasons.
pub fn parts(both: &Both, locale: Locale) -> Html {
    let figures: Vec<PairRow> = both
        .quantities()
        .into_iter()
        .map(|quantity| PairRow {
            name: words::quantity(quantity, locale).to_owned(),
            values: both.values(quantity),
            dimension: quantity.dimension(),
            most: None,
            of: Some(quantity),
            group: None,
        })
        .collect();
    let reasons = both.reasons();
    let most = |effect: Quantity| {
        let same = reasons.iter().filter(move |reason| reason.effect == effect);
        same.flat_map(|reason| reason.amounts).fold(0.0, f64::max)
    };
    let reasons: Vec<PairRow> = reasons
        .iter()
        .map(|reason| PairRow {
            name: words::mechanism(reason.mechanism, locale),
            values: reason.amounts.map(Some),
            dimension: reason.effect.dimension(),
            most: Some(most(reason.effect)),
            of: None,
            group: Some(words::quantity(reason.effect, locale).to_owned()),
        })
        .collect();
    let names = &both.names;
    html! {
        <div class="answer-parts">
            { pair::table((Word::Figures, Word::Quantity), &figures, names, locale) }
            { pair::table((Word::Reasons, Word::Reason), &reasons, names, locale) }
        </div>
    }
}
