//! Share links: what is written is read back, and what is damaged is never used.

use proptest::prelude::*;
use strata::scenario::link::{Decoded, FieldProblem, LENGTH_MOST, LinkError, decode, encode};
use strata::scenario::{PARAMETERS, PRESETS, Scenario, Scope, Side, Value};

use crate::ask::any_scenario;

/// Links of the first version with the scenarios that they mean. A line is never changed or
/// removed: whoever has such a link in a lecture finds the same scenario in every later version.
const GOLDEN: &str = include_str!("../golden/link-v1.txt");

fn understood(link: &str) -> Scenario {
    match decode(link) {
        Ok(Decoded { scenario, problems }) if problems.is_empty() => scenario,
        other => panic!("{link} reads as {other:?}"),
    }
}

/// A link over fields of our own, with the checksum that they need.
fn sealed(fields: &str) -> String {
    format!("#/lab?{fields}&c={:08x}", crc32fast::hash(fields.as_bytes()))
}

/// Everything that was chosen, by default or not: `n=12 a.platform=qemu-kvm …`.
fn meaning(scenario: &Scenario) -> Vec<String> {
    let mut told = Vec::new();
    for row in PARAMETERS {
        for &side in row.sides() {
            let place = match (row.scope, side) {
                (Scope::Common, _) => "",
                (Scope::Side, Side::A) => "a.",
                (Scope::Side, _) => "b.",
            };
            let value = match (row.chosen)(scenario, side) {
                Some(Value::Number(number)) => number.to_string(),
                Some(Value::Choice(id)) => id,
                Some(Value::Switch(on)) => on.to_string(),
                Some(Value::Off) => "off".to_owned(),
                None => continue,
            };
            told.push(format!("{place}{}={value}", row.key));
        }
    }
    told
}

fn golden() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = GOLDEN.lines().filter(|line| !line.starts_with("//"));
    lines.map(|line| line.split_once('\t').expect("a link, a tab, and its meaning"))
}

#[test]
fn a_golden_link_means_today_what_it_meant_when_it_was_made() {
    for (link, meant) in golden() {
        let means = meaning(&understood(link));
        for field in meant.split(' ') {
            assert!(means.iter().any(|now| now == field), "{link} no longer means {field}");
        }
    }
}

#[test]
fn every_preset_has_its_golden_link() {
    let lines = PRESETS.iter().map(|preset| {
        let scenario = preset.scenario();
        (encode(&scenario), meaning(&scenario).join(" "))
    });
    let missing: Vec<String> = lines
        .filter(|(link, _)| !golden().any(|(golden, _)| golden == link))
        .map(|(link, means)| format!("{link}\t{means}"))
        .collect();
    assert!(missing.is_empty(), "add to tests/golden/link-v1.txt:\n{}", missing.join("\n"));
}

#[test]
fn an_address_without_a_scenario_is_no_error_to_speak_of() {
    for address in ["", "#", "#/", "#/lab", "/lab?"] {
        assert_eq!(decode(address), Err(LinkError::Empty), "{address}");
    }
}

#[test]
fn a_strange_address_is_told_from_a_damaged_link() {
    assert_eq!(decode("#section-2"), Err(LinkError::NotOurs));
    assert_eq!(decode(&sealed("w=1&n=3")), Err(LinkError::NotOurs));
    assert_eq!(decode("#/lab?v=1&n=3"), Err(LinkError::Truncated));
    assert_eq!(decode("#/lab?v=1&n=3&c=12"), Err(LinkError::Truncated));
    assert_eq!(decode("#/lab?v=1&n=3&c=12345678"), Err(LinkError::Damaged));
    let endless = sealed(&format!("v=1&n={}", "1".repeat(LENGTH_MOST)));
    assert_eq!(decode(&endless), Err(LinkError::TooLong { length: endless.len() }));
}

#[test]
fn a_link_of_the_future_says_so() {
    let link = sealed("v=7&shape=round");
    assert_eq!(decode(&link), Err(LinkError::FutureVersion { found: 7, known: 2 }));
}

#[test]
fn what_a_sound_link_says_beyond_our_knowledge_is_told_and_the_rest_counts() {
    let decoded = decode(&sealed("v=1&n=33&colour=red&launch=backwards&a.memory=1&spread"))
        .expect("the link is sound");
    assert_eq!(decoded.scenario, Scenario { instances: 33, ..Scenario::default() });
    let key = |key: &str| FieldProblem::UnknownKey { key: key.to_owned() };
    let value = |key: &str, value: &str| FieldProblem::UnknownValue {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let expected =
        [key("colour"), value("launch", "backwards"), key("a.memory"), value("spread", "")];
    assert_eq!(decoded.problems, expected);
}

#[test]
fn numbers_that_no_machine_can_have_are_kept_for_the_validator() {
    let scenario = understood(&sealed("v=1&n=100000"));
    assert_eq!(scenario.instances, 100_000);
    assert!(!scenario.can_run());
    let decoded = decode(&sealed("v=1&n=99999999999999999999")).expect("the link is sound");
    assert_eq!(decoded.problems.len(), 1, "more than 64 bits is no number");
}

#[test]
fn keys_are_unique_and_plain() {
    for (place, row) in PARAMETERS.iter().enumerate() {
        let plain = row.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(plain && !matches!(row.key, "v" | "c" | ""), "{}", row.key);
        assert!(!PARAMETERS[..place].iter().any(|other| other.key == row.key), "{}", row.key);
    }
}

proptest! {
    #[test]
    fn any_scenario_comes_back_from_its_link(scenario in any_scenario()) {
        let link = encode(&scenario);
        prop_assert!(link.len() < LENGTH_MOST, "{} bytes", link.len());
        prop_assert_eq!(understood(&link), scenario.clone());
        prop_assert_eq!(understood(&link[1..]), scenario, "without the #");
    }

    #[test]
    fn a_flipped_bit_never_gives_another_scenario(
        scenario in any_scenario(),
        place in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let link = encode(&scenario);
        let mut bytes = link.clone().into_bytes();
        bytes[place.index(link.len())] ^= 1 << bit;
        let damaged = String::from_utf8_lossy(&bytes);
        match decode(&damaged) {
            Err(error) => prop_assert_ne!(error, LinkError::Empty),
            Ok(decoded) => prop_assert!(false, "{} reads as {:?}", damaged, decoded),
        }
    }

    #[test]
    fn a_link_cut_anywhere_never_gives_another_scenario(
        scenario in any_scenario(),
        place in any::<prop::sample::Index>(),
    ) {
        let link = encode(&scenario);
        let cut = &link[..place.index(link.len())];
        prop_assert!(decode(cut).is_err(), "{}", cut);
    }

    #[test]
    fn swapped_neighbours_never_give_another_scenario(
        scenario in any_scenario(),
        place in any::<prop::sample::Index>(),
    ) {
        let mut bytes = encode(&scenario).into_bytes();
        let at = place.index(bytes.len() - 1);
        bytes.swap(at, at + 1);
        let swapped = String::from_utf8(bytes).expect("links are ASCII");
        match decode(&swapped) {
            Ok(decoded) => prop_assert_eq!(decoded.scenario, scenario),
            Err(error) => prop_assert_ne!(error, LinkError::Empty),
        }
    }

    #[test]
    fn no_text_whatever_makes_the_reader_panic(text in "\\PC{0,300}") {
        let _ = decode(&text);
        let _ = decode(&format!("#/lab?{text}"));
        let _ = decode(&sealed(&text));
        if let Ok(decoded) = decode(&sealed(&format!("v=1&{text}"))) {
            let _ = decoded.scenario.problems();
        }
    }
}
