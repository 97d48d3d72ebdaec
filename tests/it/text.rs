//! Words: nothing is missing, nothing is left unfilled, and Korean is Korean.

use strata::app::work::{Form, Trouble};
use strata::app::{Notice, StorageProblem, headline};
use strata::catalog::{Clock, Family, Lock, Phase, guest, host, image, platform};
use strata::experiment::{Outcome, Resource, Wait, run};
use strata::model::{Incompatible, Limit, Owner};
use strata::scenario::link::{FieldProblem, LinkError};
use strata::scenario::{
    Group, Kind, Measure, Mode, PARAMETERS, PRESETS, ParameterId, Problem, ProblemKind, Remedy,
    Scenario, Side, Value,
};
use strata::text::{Locale, Say, limit, name, number, parameter, present, preset, work};
use strata::units::{Bytes, Span, Time};

use crate::ask::opened;

fn is_korean(text: &str) -> bool {
    text.chars().any(|letter| ('가'..='힣').contains(&letter))
}

/// Words must be there and whole in both languages.
fn check_words(told: impl Fn(Locale) -> String) -> [String; 2] {
    Locale::ALL.map(|locale| {
        let text = told(locale);
        assert!(!text.trim().is_empty(), "{locale:?}");
        for left in ["{", "}", "  ", "NaN", "inf", "은(는)", "이(가)", "을(를)"] {
            assert!(!text.contains(left), "{text:?} holds {left:?}");
        }
        text
    })
}

/// Prose must be written in the language, and end as a sentence does.
fn check_prose(told: impl Fn(Locale) -> String) {
    let [english, korean] = check_words(told);
    assert!(is_korean(&korean) && !is_korean(&english), "{english:?} {korean:?}");
    for text in [english, korean] {
        assert!(text.ends_with(['.', '?']), "{text:?}");
    }
}

fn say(what: &impl Say) -> impl Fn(Locale) -> String + '_ {
    |locale| what.say(locale)
}

const WAITS: [Wait; 10] = [
    Wait::Launcher,
    Wait::Cores,
    Wait::Disk,
    Wait::Link,
    Wait::Lock(Lock::NetworkNamespace),
    Wait::Lock(Lock::MountTable),
    Wait::Lock(Lock::XenStore),
    Wait::Image,
    Wait::Carrier,
    Wait::Memory,
];

const REASONS: [Incompatible; 8] = [
    Incompatible::NeedsOtherKernel { wants_windows: true },
    Incompatible::NeedsOtherKernel { wants_windows: false },
    Incompatible::GuestNotSupported,
    Incompatible::GuestMissing,
    Incompatible::ApplicationNeedsOtherGuest { wants_windows: true },
    Incompatible::ApplicationNeedsOtherGuest { wants_windows: false },
    Incompatible::NoUnikernelBuild,
    Incompatible::HostNotSupported,
];

fn limits() -> Vec<Limit> {
    let (needed, free) = (Bytes::gib(2), Bytes::mib(300));
    let mut limits = vec![
        Limit::MemoryRefused { needed, free },
        Limit::Swapping { swapped: free, total: needed },
        Limit::OutOfMemory { victim: 6, held: free },
        Limit::DiskFull { needed, free },
        Limit::BridgePorts { most: 1023 },
        Limit::ProcessIds { most: 32_768 },
        Limit::CoresBusy { cores: 16 },
        Limit::StartGoal { goal: Span::seconds(2), took: Span::milliseconds(2345) },
    ];
    limits.extend(REASONS.map(Limit::Incompatible));
    limits
}

#[test]
fn every_parameter_has_label_help_choices_and_values_in_both_languages() {
    for row in PARAMETERS {
        check_words(|locale| parameter::label(row.id, locale).to_owned());
        check_prose(|locale| parameter::help(row.id, locale).to_owned());
        for &side in row.sides() {
            let scenario = Scenario::default();
            check_words(|locale| parameter::value(row.id, &row.get(&scenario, side), locale));
            for id in row.choices(&scenario, side) {
                check_words(|locale| parameter::choice(row.id, id, locale));
            }
        }
    }
}

#[test]
fn every_choice_of_a_closed_list_has_a_name_and_not_its_id() {
    let open = [ParameterId::Host, ParameterId::Image, ParameterId::Platform, ParameterId::Guest];
    for row in PARAMETERS.iter().filter(|row| !open.contains(&row.id)) {
        let Kind::Choice(list) = row.kind else { continue };
        for platform in platform::platforms() {
            let mut scenario = Scenario::default();
            platform.id.clone_into(&mut scenario.sides[0].platform);
            for id in list(&scenario, Side::A) {
                let korean = parameter::choice(row.id, id, Locale::Korean);
                assert!(is_korean(&korean), "{}: {id} is {korean:?}", row.key);
            }
        }
    }
}

#[test]
fn groups_units_and_presets_have_words() {
    let groups = [Group::First, Group::Start, Group::Hardware];
    for group in groups.into_iter().chain([Group::Instance, Group::Sharing, Group::Run]) {
        check_words(|locale| parameter::group(group, locale).to_owned());
    }
    for row in PARAMETERS {
        let Some(range) = row.range() else { continue };
        for value in [range.low, 1, range.high] {
            let told = check_words(|locale| number::measured(value, range.measure, locale));
            if range.measure != Measure::Count {
                assert!(told.iter().all(|text| text.ends_with(|end: char| !end.is_numeric())));
            }
        }
    }
    for each in PRESETS {
        check_words(|locale| preset::title(each.id, locale).to_owned());
        check_prose(|locale| preset::hint(each.id, locale).to_owned());
    }
}

#[test]
fn names_of_things_are_there_in_both_languages() {
    let phases = [
        Phase::Fetch,
        Phase::Create,
        Phase::Network,
        Phase::Firmware,
        Phase::Loader,
        Phase::Kernel,
        Phase::Init,
        Phase::Restore,
        Phase::Application,
    ];
    for phase in phases {
        check_words(|locale| name::phase(phase, locale).to_owned());
    }
    for owner in Owner::ALL {
        check_words(|locale| name::owner(owner, locale).to_owned());
    }
    for wait in WAITS {
        check_words(|locale| name::wait(wait, locale).to_owned());
    }
    let clocks = [Clock::Vmm, Clock::FirstInstruction, Clock::Init, Clock::Ready];
    for clock in clocks {
        check_words(|locale| name::clock(clock, locale).to_owned());
    }
    let families = [
        Family::Process,
        Family::Container,
        Family::Sandbox,
        Family::MicroVm,
        Family::Unikernel,
        Family::VirtualMachine,
        Family::Nested,
    ];
    for family in families {
        check_words(|locale| name::family(family, locale).to_owned());
        check_words(|locale| name::instances(family, true, locale).to_owned());
        check_words(|locale| name::instances(family, false, locale).to_owned());
    }
    let resources = [Resource::Memory, Resource::Disk, Resource::Cores, Resource::BridgePorts];
    for resource in resources.into_iter().chain([Resource::ProcessIds]) {
        check_words(|locale| name::resource(resource, locale).to_owned());
    }
    let refused = Outcome::Refused(Limit::BridgePorts { most: 1 });
    let killed = Outcome::Killed(Time::ZERO);
    for outcome in [Outcome::NotStarted, Outcome::Starting, Outcome::Ready, refused, killed] {
        check_words(|locale| name::outcome(outcome, locale).to_owned());
    }
}

#[test]
fn what_the_catalogue_describes_in_english_is_described_in_korean() {
    // A proper name may stand in Latin letters; these words of description may not.
    let descriptive = [
        "server",
        "laptop",
        "desktop",
        "service",
        "guest",
        "unikernel",
        "snapshot",
        "emulat",
        "direct",
        "class",
        "minimal",
        "idle",
        "large",
        "program",
        "network",
        "machine",
        "in one",
    ];
    let mut names: Vec<&str> = Vec::new();
    let korean = Locale::Korean;
    names.extend(platform::platforms().iter().map(|platform| name::platform(platform, korean)));
    names.extend(guest::guests().iter().map(|guest| name::guest(guest, korean)));
    names.extend(image::images().iter().map(|image| name::image(image, korean)));
    names.extend(host::hosts().iter().map(|host| name::host(host, korean)));
    for name in names {
        let plain = name.to_lowercase().replace("windows server", "").replace("ubuntu server", "");
        let left = descriptive.iter().find(|word| plain.contains(**word));
        assert!(is_korean(name) || left.is_none(), "{name:?} is left in English: {left:?}");
    }
}

#[test]
fn every_limit_says_what_ran_out_how_much_is_missing_and_what_to_try() {
    for limit in limits() {
        check_prose(say(&limit));
        check_words(|locale| limit::short(&limit, locale).to_owned());
        check_words(|locale| limit::end(&limit, locale).to_owned());
        let english = limit.english();
        let advice = ["Try ", "Choose ", "Run it "].iter().any(|word| english.contains(word));
        assert!(advice, "{english}");
    }
    let refused = Limit::MemoryRefused { needed: Bytes::gib(2), free: Bytes::mib(300) };
    assert!(refused.english().contains("1.71\u{a0}GiB is missing"), "{}", refused.english());
}

#[test]
fn every_problem_and_every_remedy_can_be_said() {
    let kinds = [
        ProblemKind::OutOfRange { value: 100_000, low: 1, high: 20_000 },
        ProblemKind::UnknownChoice { value: "lxd".to_owned() },
        ProblemKind::HostTooSmall { needed: Bytes::gib(2), has: Bytes::gib(1) },
        ProblemKind::GuestNeedsMoreMemory { needed: Bytes::mib(512), has: Bytes::mib(64) },
    ];
    for kind in kinds.into_iter().chain(REASONS.map(ProblemKind::Incompatible)) {
        for row in PARAMETERS {
            let problem =
                Problem { side: None, parameter: row.id, kind: kind.clone(), remedy: None };
            check_prose(say(&problem));
            for value in [None, Some(row.get(&Scenario::default(), Side::A))] {
                let remedy = Remedy::Set { side: Side::A, parameter: row.id, value };
                let [_, korean] = check_words(say(&remedy));
                assert!(is_korean(&korean));
            }
        }
    }
}

#[test]
fn remedies_have_their_particles() {
    let set = |parameter, value| Remedy::Set { side: Side::A, parameter, value: Some(value) };
    let told = |remedy: Remedy| remedy.korean();
    assert_eq!(
        told(set(ParameterId::Platform, Value::choice("qemu-kvm"))),
        "플랫폼을 QEMU/KVM으로 바꾸기"
    );
    assert_eq!(
        told(set(ParameterId::Instances, Value::Number(20_000))),
        "인스턴스 수를 20,000으로 바꾸기"
    );
    assert_eq!(told(set(ParameterId::Memory, Value::Number(1))), "메모리를 1\u{a0}GiB로 바꾸기");
    assert_eq!(
        told(set(ParameterId::Guest, Value::choice("alpine"))),
        "게스트를 Alpine으로 바꾸기"
    );
}

#[test]
fn every_notice_can_be_said() {
    let links = [
        LinkError::Empty,
        LinkError::NotOurs,
        LinkError::TooLong { length: 3000 },
        LinkError::Truncated,
        LinkError::Damaged,
        LinkError::FutureVersion { found: 3, known: 1 },
    ];
    for error in links {
        check_prose(say(&Notice::Link(error)));
    }
    let fields = vec![
        FieldProblem::UnknownKey { key: "colour".to_owned() },
        FieldProblem::UnknownValue { key: "n".to_owned(), value: "many".to_owned() },
    ];
    check_prose(say(&Notice::LinkFields(fields)));
    for problem in [StorageProblem::Full, StorageProblem::Forbidden, StorageProblem::Damaged] {
        check_prose(say(&Notice::Storage(problem)));
    }
    for side in Side::BOTH {
        check_prose(say(&Notice::RunFailed(side)));
    }
}

#[test]
fn every_platform_against_every_other_has_a_headline() {
    for a in platform::platforms() {
        for b in platform::platforms() {
            let mut scenario = Scenario { instances: 2, ..Scenario::default() };
            a.id.clone_into(&mut scenario.sides[0].platform);
            b.id.clone_into(&mut scenario.sides[1].platform);
            let shown = opened(scenario).shown.expect("every platform runs");
            check_prose(say(&shown.headline));
            check_prose(|locale| shown.headline.say_memory(locale));
        }
    }
}

#[test]
fn the_headlines_of_the_presets_read_well_and_are_not_too_long() {
    for each in PRESETS.iter().filter(|each| each.scenario().mode.is_start()) {
        let shown = opened(each.scenario()).shown.expect("every preset runs");
        check_prose(say(&shown.headline));
        let length = shown.headline.english().chars().count();
        assert!(length < 230, "{length}: {}", shown.headline.english());
    }
    let shown = opened(Scenario::default()).shown.expect("the default runs");
    let english = shown.headline.english();
    assert!(english.starts_with("All 12 containers were ready after "), "{english}");
    assert!(english.contains("Even the first VM needed "), "{english}");
    assert!(english.ends_with(", mostly init and services."), "{english}");
}

#[test]
fn filling_with_what_cannot_run_says_why_instead_of_counting_to_nought() {
    let windows = Scenario { mode: Mode::Fill, image: "iis".into(), ..Scenario::default() };
    let reports = Side::BOTH.map(|side| run(windows.machine(side).expect("it can be asked")));
    let told = headline(&windows, [&reports[0], &reports[1]]);
    assert!(told.english().contains("No container can start."), "{}", told.english());
    assert!(!told.english().contains("0 containers"), "{}", told.english());
    assert!(told.korean().contains("시작할 수 없습니다"), "{}", told.korean());
}

#[test]
fn trouble_with_long_work_is_told_with_what_helps() {
    let all = [Trouble::NotLoaded, Trouble::Outdated, Trouble::Stopped, Trouble::Refused];
    for trouble in all {
        check_prose(|locale| work::trouble(trouble, locale).to_owned());
    }
    for form in [Form::Csv, Form::Json, Form::Trace] {
        check_words(|locale| work::preparing(form, locale));
        check_words(|locale| work::form_words(form, locale).to_owned());
    }
    check_words(|locale| work::saved("strata-compare-940b8574.csv", locale));
}

#[test]
fn a_speaker_has_something_to_ask_in_every_question() {
    for mode in PRESETS.iter().map(|preset| preset.scenario().mode) {
        check_prose(|locale| present::ask(mode, locale).to_owned());
    }
}
