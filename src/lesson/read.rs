//! From a file to a lesson, or to everything that is wrong with it, each with its line.

use core::ops::Range;

use toml::{Spanned, Table, Value as Toml};

use super::amount::Amount;
use super::condition::{Condition, Term, Unread};
use super::file;
use super::fill::gaps;
use super::prediction::{Predict, Way};
use super::step::{Goal, Lesson, Need, Scene, Statement, Step};
use super::words::Words;
use crate::scenario::field::row_of;
use crate::scenario::{Kind, ParameterId, Problem, Scenario, Side, Value, parameter, preset};
use crate::text::lesson::{Fault, Wrong};

/// The form of a lesson file, which its field `schema` names.
pub const SCHEMA: &str = "strata-lesson/1";
/// No file is longer, in bytes.
pub const LENGTH_MOST: usize = 200_000;
/// No lesson has more steps.
const STEPS_MOST: usize = 40;
/// No prediction has more choices.
const CHOICES_MOST: usize = 8;
/// No sketch has more points, and none fewer.
const POINTS: core::ops::RangeInclusive<usize> = 2..=8;

/// Reads a lesson.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file.
pub fn read(text: &str) -> Result<Lesson, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LENGTH_MOST {
        return Err(vec![Fault { line: 1, what: Wrong::TooLong { most: LENGTH_MOST } }]);
    }
    let mut reader = Reader { text, faults: Vec::new() };
    let file: file::File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let message = error.message().to_owned();
            reader.fault(&error.span().unwrap_or(0..0), Wrong::NotToml { message });
            return Err(reader.faults);
        }
    };
    let lesson = reader.lesson(file);
    reader.faults.sort_by_key(|fault| fault.line);
    if reader.faults.is_empty() { Ok(lesson) } else { Err(reader.faults) }
}

/// The text with what was found wrong in it so far.
struct Reader<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: &Range<usize>, what: Wrong) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        self.faults.push(Fault { line: before.matches('\n').count() + 1, what });
    }

    fn lesson(&mut self, file: file::File) -> Lesson {
        if file.schema.get_ref() != SCHEMA {
            let found = file.schema.get_ref().clone();
            self.fault(&file.schema.span(), Wrong::OtherSchema { found, known: SCHEMA });
        }
        let is_name = |name: &str| {
            let fits =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            (1..=40).contains(&name.len()) && name.bytes().all(fits)
        };
        if !is_name(file.name.get_ref()) {
            let found = file.name.get_ref().clone();
            self.fault(&file.name.span(), Wrong::Name { found });
        }
        for (field, words) in [("title", &file.title), ("about", &file.about)] {
            if words.is_empty() {
                self.fault(&file.name.span(), Wrong::Missing { field });
            }
        }
        if !(1..=STEPS_MOST).contains(&file.steps.len()) {
            self.fault(&file.name.span(), Wrong::Steps { most: STEPS_MOST });
        }
        let mut scene = Scene::default();
        let mut steps = Vec::new();
        for step in file.steps {
            let span = step.span();
            let step = self.step(step.into_inner(), &span, &scene);
            scene = step.scene.clone();
            steps.push(step);
        }
        Lesson {
            name: file.name.into_inner(),
            kind: file.kind,
            title: file.title,
            about: file.about,
            minutes: file.minutes,
            claims: file.claims,
            objectives: file.objectives,
            steps,
            recap: file.recap,
            limits: file.limits,
            teacher: file.teacher,
        }
    }

    fn step(&mut self, step: file::Step, span: &Range<usize>, before: &Scene) -> Step {
        let scene = match step.lab {
            Some(lab) => self.scene(lab, before),
            None => Scene { open: Vec::new(), ..before.clone() },
        };
        for words in [&step.title, &step.text].into_iter().chain(&step.why) {
            self.gaps(words, span);
        }
        let predict = step.predict.and_then(|predict| self.predict(predict));
        let states = step.states.into_iter().filter_map(|said| self.said(said)).collect();
        let goal = step.goal.map(|goal| self.goal(goal, &scene));
        let (title, text, why) = (step.title, step.text, step.why);
        Step { title, text, scene, predict, states, why, goal }
    }

    fn gaps(&mut self, words: &Words, span: &Range<usize>) {
        for text in [&words.en, &words.ko] {
            for unread in gaps(text).filter_map(Result::err) {
                self.fault(span, Wrong::Gap { text: unread });
            }
        }
    }

    fn scene(&mut self, lab: Spanned<file::Lab>, before: &Scene) -> Scene {
        let span = lab.span();
        let lab = lab.into_inner();
        let mut scenario = before.scenario.clone();
        if let Some(name) = &lab.preset {
            if let Some(found) = preset(name.get_ref()) {
                scenario = found.scenario();
            } else {
                let said = name.get_ref().clone();
                self.fault(&name.span(), Wrong::Preset { name: said });
            }
        }
        for (id, side, value) in lab.set.map(|set| self.settings(&set)).unwrap_or_default() {
            set(&mut scenario, id, side, &value);
        }
        self.runs(&scenario, &span);
        let open = lab.open.iter().filter_map(|key| self.opened(key)).collect();
        Scene { scenario, open }
    }

    fn runs(&mut self, scenario: &Scenario, span: &Range<usize>) {
        for problem in scenario.problems().into_iter().filter(Problem::blocks) {
            self.fault(span, Wrong::Scenario { problem: Box::new(problem) });
        }
    }

    fn opened(&mut self, key: &Spanned<String>) -> Option<(ParameterId, Side)> {
        let found = row_of(key.get_ref()).map(|(row, side)| (row.id, side));
        if found.is_none() {
            self.fault(&key.span(), Wrong::Setting { key: key.get_ref().clone() });
        }
        found
    }

    /// Settings of a table; `a.platform = "…"` is a table in a table.
    fn settings(&mut self, table: &Spanned<Table>) -> Vec<(ParameterId, Side, Value)> {
        let mut settings = Vec::new();
        let mut flat = Vec::new();
        flatten(table.get_ref(), "", &mut flat);
        for (key, value) in flat {
            let Some((row, side)) = row_of(&key) else {
                self.fault(&table.span(), Wrong::Setting { key });
                continue;
            };
            let mut probe = Scenario::default();
            let fits = value.as_ref().filter(|value| row.set(&mut probe, side, value));
            // A number means a number, also where it stands in quotation marks.
            match fits {
                Some(value) => settings.push((row.id, side, value.clone())),
                None => self.fault(&table.span(), Wrong::Value { key }),
            }
        }
        // A platform decides what the rest can be.
        settings.sort_by_key(|(id, ..)| (*id != ParameterId::Mode, *id != ParameterId::Platform));
        settings
    }

    fn condition(&mut self, text: &Spanned<String>) -> Option<Condition> {
        let unread = match Condition::read(text.get_ref()) {
            Ok(condition) => return Some(condition),
            Err(unread) => unread,
        };
        let said = text.get_ref().clone();
        self.fault(
            &text.span(),
            match unread {
                Unread::NoOrder => Wrong::NoOrder { text: said },
                Unread::NoTerm(term) => Wrong::Term { term },
                Unread::OtherUnit => Wrong::OtherUnit { text: said },
            },
        );
        None
    }

    fn said(&mut self, said: file::Said) -> Option<Statement> {
        let words = Words { en: said.en, ko: said.ko };
        if words.is_empty() {
            self.fault(&said.when.span(), Wrong::Missing { field: "en" });
        }
        self.gaps(&words, &said.when.span());
        let when = self.condition(&said.when)?;
        Some(Statement { say: words, when })
    }

    fn goal(&mut self, goal: Spanned<file::Goal>, scene: &Scene) -> Goal {
        let span = goal.span();
        let goal = goal.into_inner();
        if goal.needs.is_empty() {
            self.fault(&span, Wrong::Missing { field: "needs" });
        }
        let need = |this: &mut Self, said: file::Said| {
            let miss = Words { en: said.en, ko: said.ko };
            this.gaps(&miss, &said.when.span());
            this.condition(&said.when).map(|when| Need { when, miss })
        };
        let needs = goal.needs.into_iter().filter_map(|said| need(self, said)).collect();
        let solution = goal.solution.as_ref().map(|set| self.settings(set)).unwrap_or_default();
        let closed = solution.iter().find(|(id, side, _)| !scene.open.contains(&(*id, *side)));
        if let Some((id, side, _)) = closed {
            let key = crate::scenario::field::key(parameter(*id), *side);
            self.fault(&span, Wrong::Closed { key });
        }
        let goal = Goal { say: goal.say, needs, hints: goal.hints, solution };
        self.runs(&goal.solved(scene), &span);
        goal
    }

    fn predict(&mut self, predict: Spanned<file::Predict>) -> Option<Predict> {
        let span = predict.span();
        let predict = predict.into_inner();
        let way = match (predict.choose, predict.of, predict.to, predict.over, predict.at) {
            (Some(choices), None, None, None, None) => {
                if !(2..=CHOICES_MOST).contains(&choices.len()) {
                    self.fault(&span, Wrong::Choices { most: CHOICES_MOST });
                }
                let choices = choices.into_iter().filter_map(|said| self.said(said));
                Way::Choose(choices.collect())
            }
            (None, Some(of), Some(to), None, None) => {
                let (of, to) = self.scale(&of, &to)?;
                Way::Bar { of, to }
            }
            (None, Some(of), Some(to), Some(over), Some(at)) => {
                let (of, to) = self.scale(&of, &to)?;
                let fits = |(id, _): &(ParameterId, Side)| {
                    matches!(parameter(*id).kind, Kind::Number(_) | Kind::Optional(..))
                };
                let Some(along) = self.opened(&over).filter(fits) else {
                    self.fault(&over.span(), Wrong::Setting { key: over.get_ref().clone() });
                    return None;
                };
                if !POINTS.contains(&at.len()) || !at.is_sorted_by(|one, next| one < next) {
                    self.fault(
                        &span,
                        Wrong::Points { least: *POINTS.start(), most: *POINTS.end() },
                    );
                    return None;
                }
                Way::Sketch { of, over: along, at, to }
            }
            _ => {
                self.fault(&span, Wrong::Way);
                return None;
            }
        };
        Some(Predict { ask: predict.ask, way })
    }

    fn scale(&mut self, of: &Spanned<String>, to: &Spanned<String>) -> Option<(Term, Amount)> {
        let Ok(term @ (Term::Quantity(..) | Term::Setting(_))) = Term::read(of.get_ref()) else {
            self.fault(&of.span(), Wrong::Term { term: of.get_ref().clone() });
            return None;
        };
        let amount = Amount::read(to.get_ref()).filter(|amount| amount.number > 0.0);
        let amount = amount.filter(|amount| amount.fits(term.dimension()));
        if amount.is_none() {
            self.fault(&to.span(), Wrong::Amount { text: to.get_ref().clone() });
        }
        Some((term, amount?))
    }
}

/// Sets a parameter as the page does.
fn set(scenario: &mut Scenario, id: ParameterId, side: Side, value: &Value) {
    parameter(id).set(scenario, side, value);
    if id == ParameterId::Platform {
        scenario.settle(side);
    }
}

/// The settings of a table under keys of one line; `None` for what no setting can be.
fn flatten(table: &Table, before: &str, found: &mut Vec<(String, Option<Value>)>) {
    for (key, value) in table {
        let key = format!("{before}{key}");
        let value = match value {
            Toml::Table(inner) => {
                flatten(inner, &format!("{key}."), found);
                continue;
            }
            Toml::Integer(number) => u64::try_from(*number).ok().map(Value::Number),
            Toml::Boolean(on) => Some(Value::Switch(*on)),
            Toml::String(text) if text == "off" => Some(Value::Off),
            Toml::String(text) => Some(Value::choice(text)),
            Toml::Float(_) | Toml::Datetime(_) | Toml::Array(_) => None,
        };
        found.push((key, value));
    }
}
