//! The second program: the same bytes as everywhere, whatever it is interrupted by, and nothing
//! that was given up comes back.

use std::cell::Cell;
use std::rc::Rc;

use strata::app::Locale;
use strata::app::work::{
    Event, Form, Found, Order, Place, Reply, Request, Standing, Study, Trouble, Works, decode,
    encode,
};
use strata::experiment::answer::Quantity;
use strata::experiment::start;
use strata::scenario::study::{Axis, Comparison, Confidence};
use strata::scenario::{PRESETS, ParameterId, Preset, Scale, Scenario, link, preset};
use strata::text::export::{self, Format};
use strata::worker::{Desk, Letter};

/// A clock that strikes with every look at it, so that every slice is the shortest there is.
fn hurried() -> impl Fn() -> f64 {
    let time = Cell::new(0.0);
    move || time.replace(time.get() + 10.0)
}

/// All letters about a request that goes there and back as bytes.
fn letters(order: Order) -> Vec<Letter> {
    let request = Request::Begin { job: 7, order: Box::new(order) };
    let request = decode(&encode(&request)).expect("a request is what it was");
    let mut desk = Desk::default();
    let mut all: Vec<Letter> = desk.hear(request).into_iter().collect();
    let clock = hurried();
    while !desk.is_idle() {
        all.extend(desk.work(&clock, 1.0));
    }
    for letter in &all {
        assert_eq!(decode::<Reply>(&encode(&letter.reply)).as_ref(), Some(&letter.reply));
    }
    all
}

fn order(study: Study, form: Form) -> Order {
    Order { study, form, locale: Locale::English }
}

fn compared(scenario: &Scenario) -> Study {
    Study::Compared { link: link::encode(scenario) }
}

fn file(order: Order) -> (String, String) {
    let last = letters(order).pop().expect("the last letter ends the job");
    match (last.reply, last.text) {
        (Reply::Done { found: Found::File { name }, .. }, Some(text)) => (name, text),
        other => panic!("no file: {other:?}"),
    }
}

#[test]
fn every_example_is_exported_as_the_command_line_exports_it() {
    for preset in PRESETS {
        let scenario = preset.scenario();
        let mut job = Comparison::new(scenario.clone());
        while !job.advance(u64::MAX) {}
        for (form, format) in [(Form::Csv, Format::Csv), (Form::Json, Format::Json)] {
            let (name, text) = file(order(compared(&scenario), form));
            assert_eq!(text, export::compared(&job.result(), format, Locale::English), "{name}");
            assert!(name.ends_with(format.ending()), "{name}");
        }
    }
}

#[test]
fn only_a_start_has_a_trace() {
    let start = preset("boot-storm").expect("an example").scenario();
    let (name, text) = file(order(compared(&start), Form::Trace));
    assert!(name.ends_with(".trace.json") && text.contains("traceEvents"), "{name}");
    let other = PRESETS.iter().map(Preset::scenario).find(|it| !it.mode.is_start());
    let order = order(compared(&other.expect("an example")), Form::Trace);
    assert_eq!(letters(order)[0].reply, Reply::Refused { job: 7 });
}

#[test]
fn what_cannot_run_is_refused_and_not_run() {
    for link in ["", "#/lab?v=1&c=00000000", "#/claims"] {
        let study = Study::Compared { link: link.to_owned() };
        let told = letters(order(study, Form::Csv));
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].reply, Reply::Refused { job: 7 }, "{link}");
    }
}

#[test]
fn what_is_shown_grows_until_it_is_complete() {
    let link = link::encode(&Scenario::default());
    let steps = Axis::steps(ParameterId::Instances, None, [1, 40], 6, Scale::Linear);
    let quantity = Quantity::Start(start::Quantity::ReadyMedian);
    let axis = steps.expect("an axis");
    let by = Axis::steps(ParameterId::Memory, None, [16, 64], 2, Scale::Linear).expect("an axis");
    let studies = [
        Study::Swept { link: link.clone(), axis: axis.clone(), by: None, quantity },
        Study::Swept { link: link.clone(), axis, by: Some(by), quantity },
        Study::Repeated { link, runs: 4, confidence: Confidence::Ninety },
    ];
    for study in studies {
        let told = letters(order(study, Form::Shown));
        let size = |letter: &Letter| match &letter.reply {
            Reply::Working { found: Some(Found::Swept { points, .. }), .. }
            | Reply::Done { found: Found::Swept { points, .. }, .. } => Some(points.len()),
            Reply::Working { found: Some(Found::Repeated { runs, .. }), .. }
            | Reply::Done { found: Found::Repeated { runs, .. }, .. } => Some(*runs as usize),
            _ => None,
        };
        let sizes: Vec<usize> = told.iter().filter_map(size).collect();
        assert!(sizes.is_sorted() && sizes.len() > 2, "{sizes:?}");
        assert!(matches!(sizes.last(), Some(4 | 6 | 12)), "{sizes:?}");
        assert!(told.iter().all(|letter| letter.text.is_none()));
    }
}

#[test]
fn jobs_take_turns_and_a_cancelled_one_is_heard_of_no_more() {
    let mut desk = Desk::default();
    let long = Scenario { instances: 3000, ..Scenario::default() };
    for (job, scenario) in [(1, &long), (2, &Scenario::default())] {
        let order = Box::new(order(compared(scenario), Form::Csv));
        assert_eq!(desk.hear(Request::Begin { job, order }), None);
    }
    let clock = hurried();
    let mut done = Vec::new();
    while done.is_empty() {
        let letters = desk.work(&clock, 1.0);
        done.extend(letters.into_iter().filter(|letter| letter.text.is_some()));
    }
    assert_eq!(done[0].reply.job(), 2);
    desk.hear(Request::Cancel { job: 1 });
    assert!(desk.is_idle() && desk.work(&clock, 1.0).is_empty());
}

#[test]
fn work_that_was_given_up_keeps_what_it_found_and_takes_nothing_more() {
    let asked = || Rc::new(order(Study::Published, Form::Shown));
    let found = || Found::Published(Vec::new());
    let working = |job| Event::Replied(Reply::Working { job, share: 0.5, found: Some(found()) });
    let works = Works::default().after(Event::Begun(Place::Published, 1, asked()));
    let works = works.after(working(1));
    assert_eq!(works.at(Place::Published).standing, Standing::Running(0.5));
    let given_up = works.after(Event::Cancelled(Place::Published));
    let later = given_up.after(Event::Replied(Reply::Done { job: 1, found: found() }));
    assert_eq!(later, given_up);
    assert!(later.at(Place::Published).found.is_some());
    let again = works.after(Event::Begun(Place::Published, 2, asked()));
    assert_eq!(again.after(working(1)), again);
    let broken = again.after(Event::Broke(Trouble::Stopped));
    assert_eq!(broken.at(Place::Published).standing, Standing::Failed(Trouble::Stopped));
    assert_eq!(broken.at(Place::Claims).standing, Standing::Idle);
}

#[test]
fn bytes_that_are_no_message_are_none() {
    assert_eq!(decode::<Reply>(&[]), None);
    assert_eq!(decode::<Reply>(&[250, 1, 2, 3]), None);
    assert_eq!(decode::<Request>(&[0, 1, 9, 9]), None);
}
