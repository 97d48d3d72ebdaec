//! A lesson file held against its format and against the simulation.

use super::Faults;
use super::arguments::Lesson as Asked;
use super::output::Output;
use crate::lesson::fill::fill;
use crate::lesson::prediction::{Guess, Way};
use crate::lesson::trial::trial;
use crate::lesson::{Condition, Facts, Lesson, Step, read};
use crate::text::command::Fault;
use crate::text::lesson::{Check, Word};
use crate::text::{Locale, number};

pub(super) fn check(of: &Asked, output: &Output) -> Result<(), Faults> {
    let text = std::fs::read_to_string(&of.file)
        .map_err(|error| vec![Fault::Path { path: of.file.clone(), problem: error.to_string() }])?;
    let told = |fault| Fault::Lesson(Check::File { path: of.file.clone(), fault });
    let lesson = read(&text).map_err(|faults| faults.into_iter().map(told).collect::<Faults>())?;
    let said = told_of(&lesson, output.locale).replace('\u{a0}', " ");
    Output::write(None, said.as_bytes())?;
    let seeds = 1..=of.seeds;
    let flawed = seeds.flat_map(|seed| {
        let untrue = trial(&lesson, seed).into_iter();
        untrue.map(move |untrue| {
            Fault::Lesson(Check::Untrue { seed, step: untrue.step, flaw: untrue.what })
        })
    });
    let faults: Faults = flawed.collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Every step with what comes out of it.
fn told_of(lesson: &Lesson, locale: Locale) -> String {
    let mut lines = vec![lesson.title.say(locale).to_owned()];
    for (at, step) in lesson.steps.iter().enumerate() {
        lines.push(String::new());
        lines.push(format!("{}. {}", at + 1, step.title.say(locale)));
        lines.extend(of_step(step, locale));
    }
    lines.join("\n") + "\n"
}

fn of_step(step: &Step, locale: Locale) -> Vec<String> {
    let facts = Facts::run(&step.scene.scenario);
    let mut lines = Vec::new();
    let mut tell =
        |word: Word, text: String| lines.push(format!("   {}: {text}", word.say(locale)));
    if let Some(predict) = &step.predict {
        let runs = predict.scenarios(&step.scene.scenario);
        let outcome = predict.outcome(&runs.iter().map(Facts::run).collect::<Vec<_>>());
        let text = match (outcome, &predict.way) {
            (Some(Guess::Choice(at)), Way::Choose(choices)) => {
                choices.get(at).map(|choice| choice.say.say(locale).to_owned())
            }
            (Some(Guess::Amounts(values)), _) => {
                let unit = predict.scale().and_then(|scale| scale.unit).map(|unit| unit.name);
                let values: Vec<_> = values.iter().map(|of| number::significant(*of, 3)).collect();
                Some(format!("{} {}", values.join(", "), unit.unwrap_or_default()))
            }
            _ => None,
        };
        tell(Word::Outcome, text.unwrap_or_else(|| "-".to_owned()));
    }
    let holds = |when: &Condition, facts: &Facts| {
        let (left, right) = when.values(facts).unwrap_or((f64::NAN, f64::NAN));
        let word = if when.holds(facts) { Word::Holds } else { Word::HoldsNot };
        let [left, right] = [left, right].map(|value| number::significant(value, 4));
        format!("{} ({left} : {right})", word.say(locale))
    };
    for statement in &step.states {
        let said = fill(statement.say.say(locale), Some(&facts), locale);
        tell(Word::Statement, format!("{said} {}", holds(&statement.when, &facts)));
    }
    if let Some(why) = &step.why {
        tell(Word::Why, fill(why.say(locale), Some(&facts), locale));
    }
    if let Some(goal) = &step.goal {
        let solved = Facts::run(&goal.solved(&step.scene));
        tell(Word::Goal, goal.say.say(locale).to_owned());
        for need in &goal.needs {
            let pair = [&facts, &solved].map(|facts| holds(&need.when, facts));
            tell(Word::Need, pair.join(" → "));
        }
    }
    lines
}
