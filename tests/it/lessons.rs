//! The course holds what it says: every file is sound, and the simulation agrees with every
//! statement, choice and goal under ten seeds.

use std::collections::BTreeSet;

use proptest::prelude::*;
use strata::lesson::course::{FILES, course};
use strata::lesson::fill::gaps;
use strata::lesson::prediction::Way;
use strata::lesson::trial::trial;
use strata::lesson::{Kind, Lesson, Term, Words, read};
use strata::text::Say;

const SEEDS: core::ops::RangeInclusive<u64> = 1..=10;

/// The file that mistakes are put into.
fn start_time() -> &'static str {
    FILES
        .iter()
        .find(|text| text.contains("name = \"start-time\""))
        .expect("a lesson of the course")
}

fn words(lesson: &Lesson) -> Vec<&Words> {
    let mut all = vec![&lesson.title, &lesson.about, &lesson.limits];
    all.extend(lesson.objectives.iter().chain(&lesson.recap));
    let teacher = &lesson.teacher;
    all.extend(teacher.misconceptions.iter().chain(&teacher.ask).chain(&teacher.notes));
    for step in &lesson.steps {
        all.extend([&step.title, &step.text].into_iter().chain(&step.why));
        all.extend(step.states.iter().map(|of| &of.say));
        if let Some(predict) = &step.predict {
            all.push(&predict.ask);
            if let Way::Choose(choices) = &predict.way {
                all.extend(choices.iter().map(|of| &of.say));
            }
        }
        if let Some(goal) = &step.goal {
            all.push(&goal.say);
            all.extend(goal.hints.iter().chain(goal.needs.iter().map(|need| &need.miss)));
        }
    }
    all
}

#[test]
fn every_file_of_the_course_is_read() {
    for text in FILES {
        if let Err(faults) = read(text) {
            let said: Vec<_> = faults.iter().map(Say::english).collect();
            panic!("{}\n{}", text.lines().nth(1).unwrap_or_default(), said.join("\n"));
        }
    }
    let names: BTreeSet<_> = course().iter().map(|lesson| lesson.name.clone()).collect();
    assert_eq!(names.len(), FILES.len(), "names are unique");
}

#[test]
fn everything_is_said_in_both_languages_and_with_the_same_numbers() {
    for lesson in course() {
        for words in words(&lesson) {
            assert!(words.is_in_both(), "{}: {words:?}", lesson.name);
            let terms = |text: &str| {
                let gaps: Vec<_> = gaps(text).map(|gap| format!("{:?}", gap.ok())).collect();
                gaps.into_iter().collect::<BTreeSet<_>>()
            };
            assert_eq!(terms(&words.en), terms(&words.ko), "{}: {words:?}", lesson.name);
        }
    }
}

#[test]
fn a_lesson_predicts_before_it_tells_and_ends_in_a_goal() {
    for lesson in course() {
        let name = &lesson.name;
        assert!(lesson.steps.iter().any(|step| step.predict.is_some()), "{name}");
        assert!(lesson.minutes > 0 && !lesson.claims.is_empty(), "{name}");
        assert!(!lesson.limits.is_empty() && !lesson.teacher.ask.is_empty(), "{name}");
        if lesson.kind == Kind::Lesson {
            assert!(lesson.steps.iter().any(|step| step.goal.is_some()), "{name} has a goal");
            assert!(lesson.objectives.len() > 1 && lesson.recap.len() > 1, "{name}");
        }
        for step in &lesson.steps {
            // What is asked is not given away in the text above it.
            let asked = step.predict.as_ref().and_then(|predict| match &predict.way {
                Way::Bar { of, .. } | Way::Sketch { of, .. } => Some(of),
                Way::Choose(_) => None,
            });
            let mut told = [&step.text.en, &step.text.ko].into_iter().flat_map(|text| gaps(text));
            let gives_away =
                |of: &Term| told.any(|gap| gap.is_ok_and(|gap| gap.terms().any(|term| term == of)));
            assert!(!asked.is_some_and(gives_away), "{name}: {}", step.title.en);
            let explained = step.predict.is_none() || step.why.is_some();
            assert!(explained, "{name}: {} says why", step.title.en);
        }
    }
}

#[test]
fn what_the_course_says_comes_true_with_ten_seeds() {
    for lesson in course() {
        for seed in SEEDS {
            let untrue = trial(&lesson, seed);
            assert!(untrue.is_empty(), "{} with seed {seed}: {untrue:?}", lesson.name);
        }
    }
}

#[test]
fn a_statement_that_contradicts_its_scenario_is_found() {
    let text =
        start_time().replace("a.ready-median > 10 * b.ready-median", "a.ready-median < 1 ms");
    let lesson = read(&text).expect("still sound");
    assert!(!trial(&lesson, 1).is_empty());
}

#[test]
fn a_file_with_mistakes_is_told_line_by_line() {
    let text = start_time()
        .replace("preset = \"default\"", "preset = \"defualt\"")
        .replace("of = \"a.ready-median\"", "of = \"a.speed\"")
        .replace("n = 200", "n = 999999999");
    let faults = read(&text).expect_err("mistakes");
    assert!(faults.len() >= 4, "{faults:?}");
    assert!(faults.is_sorted_by_key(|fault| fault.line));
    for fault in faults {
        let line = text.lines().nth(fault.line - 1).expect("a line of the file");
        assert!(!line.is_empty() && fault.english().len() > 20 && fault.korean().len() > 20);
    }
}

proptest! {
    #[test]
    fn no_file_breaks_the_reader(
        of in 0..FILES.len(), cuts in proptest::collection::vec((0.0..1.0_f64, 0..12_usize, ".{0,6}"), 1..6)
    ) {
        let mut text = FILES[of].to_owned();
        for (place, length, put) in cuts {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
            let start = (place * text.len() as f64) as usize;
            let start = text.floor_char_boundary(start);
            let end = text.floor_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end.max(start), &put);
        }
        if let Err(faults) = read(&text) {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|fault| fault.line <= text.lines().count() + 1));
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,200}") {
        let _ = read(&text);
    }
}
