//! Where it fits: the verdict of a host is that of the run that asks how many fit there.

use strata::catalog::host::hosts;
use strata::experiment::placement::{Asset, Placing, filled, placing};
use strata::experiment::{Resource, run};
use strata::model::{Limit, Machine};
use strata::scenario::study::placement::{Candidate, Placed, Placement, Rule, on_host};
use strata::scenario::{Scenario, Side};

/// Platforms of every kind, with a most that keeps the test short.
const PLATFORMS: [&str; 8] = [
    "docker",
    "docker-host-net",
    "gvisor",
    "kata",
    "firecracker",
    "qemu-kvm",
    "xen-pv",
    "docker-desktop",
];
const HOSTS: [&str; 4] = ["laptop", "desktop", "server", "windows-laptop"];
const MOST: u32 = 1500;

fn scenario(platform: &str) -> Scenario {
    let mut scenario = Scenario::default();
    assert!(scenario.set_field("a.platform", platform).is_ok(), "{platform}");
    scenario
}

fn place(scenario: &Scenario, host: &str, wanted: u32) -> Placing {
    let machine = on_host(scenario, Side::A, host, wanted).expect("a machine to run");
    placing(&machine, &run(machine.clone()))
}

fn placed(scenario: &Scenario, wanted: u32) -> Placed {
    let mut job = Placement::new(scenario.clone(), wanted);
    let mut before = 0.0;
    while !job.advance(500) {
        assert!((before..=1.0).contains(&job.fraction()));
        before = job.fraction();
    }
    job.result().clone()
}

fn kind(limit: Limit) -> core::mem::Discriminant<Limit> {
    core::mem::discriminant(&limit)
}

#[test]
fn as_many_as_fit_are_accepted_and_one_more_is_refused_by_the_same_limit() {
    let mut refused = 0;
    for platform in PLATFORMS {
        let scenario = scenario(platform);
        for host in HOSTS {
            let machine: Machine = on_host(&scenario, Side::A, host, MOST).expect("a machine");
            let density = run(filled(machine, MOST)).density.expect("a filling run");
            let Some(limit) = density.limit else { continue };
            let told = format!("{platform} on {host}: {density:?}");
            if let Limit::Incompatible(_) = limit {
                let placing = place(&scenario, host, 1);
                assert_eq!((placing.placed, placing.refusal), (0, Some(limit)), "{told}");
                continue;
            }
            if density.count > 0 {
                let all = place(&scenario, host, density.count);
                assert_eq!((all.placed, all.refusal), (density.count, None), "{told}");
                assert!(all.tightest().is_some(), "{told}");
                for need in &all.needs {
                    assert!(need.fits && need.needed <= need.there * 1.001, "{told} {need:?}");
                }
            }
            let more = place(&scenario, host, density.count + 1);
            assert_eq!(more.placed, density.count, "{told}");
            assert_eq!(more.refusal.map(kind), Some(kind(limit)), "{told}");
            assert_eq!(more.refusal, Some(limit), "{told}");
            let binding = more.binding.expect("a resource is named");
            let need = more.needs.iter().find(|need| need.asset == binding);
            let need = need.unwrap_or_else(|| panic!("its arithmetic is told: {told} {more:?}"));
            assert!(!need.fits && need.left() < 0.0, "{told} {need:?}");
            if binding != Asset::Inside {
                assert_eq!(Some(binding), density.binding.map(Asset::Host), "{told}");
            }
            refused += 1;
        }
    }
    assert!(refused > 15, "most of these meet a limit: {refused}");
}

#[test]
fn what_is_never_run_is_refused_with_its_reason_and_needs_nothing() {
    let mut scenario = scenario("docker");
    assert!(scenario.set_field("image", "iis").is_ok());
    let found = placed(&scenario, 5);
    let refused = |one: &&Candidate| {
        one.sides[0].as_ref().is_ok_and(|placing| placing.incompatible().is_some())
    };
    let candidate = found.candidates.iter().find(refused).expect("a host with another kernel");
    let placing = candidate.sides[0].as_ref().expect("it was asked");
    assert!(placing.needs.is_empty());
    assert_eq!((placing.placed, candidate.share_left(Side::A)), (0, None));
}

#[test]
fn the_carrier_of_containers_is_named_when_it_is_full_and_not_the_host() {
    let mut scenario = scenario("docker-desktop");
    assert!(scenario.set_field("image", "postgres").is_ok());
    let full = place(&scenario, "big-server", 1500);
    assert_eq!(full.binding, Some(Asset::Inside), "{full:?}");
    let memory = Asset::Host(Resource::Memory);
    let memory = full.needs.iter().find(|need| need.asset == memory);
    assert!(memory.is_none_or(|need| need.fits), "{full:?}");
}

#[test]
fn the_rules_choose_the_emptiest_and_the_fullest_host_on_which_all_fit() {
    let found = placed(&Scenario::default(), 20);
    assert_eq!(found.candidates.len(), hosts().len());
    for side in Side::BOTH {
        let share = |place: usize| found.candidates[place].share_left(side);
        let spread = found.chosen(side, Rule::Spread).and_then(share).expect("it fits somewhere");
        let pack = found.chosen(side, Rule::Pack).and_then(share).expect("it fits somewhere");
        let all = found.candidates.iter().filter_map(|one| one.share_left(side));
        for share in all {
            assert!((pack..=spread).contains(&share), "{pack} {share} {spread}");
        }
        assert!(found.fitting(side) > 0);
    }
}

#[test]
fn how_it_is_sliced_never_shows() {
    let scenario = Scenario::default();
    let mut whole = Placement::new(scenario.clone(), 12);
    while !whole.advance(u64::MAX) {}
    assert_eq!(*whole.result(), placed(&scenario, 12));
}

#[test]
fn the_host_of_the_scenario_keeps_what_was_said_of_it() {
    let scenario = Scenario { memory: Some(8), host: "server".to_owned(), ..Scenario::default() };
    let own = on_host(&scenario, Side::A, "server", 3).expect("a machine");
    let other = on_host(&scenario, Side::A, "laptop", 3).expect("a machine");
    assert_eq!(own.host.memory, strata::units::Bytes::gib(8));
    let laptop = hosts().iter().find(|host| host.id == "laptop").expect("a laptop");
    assert_eq!(other.host.memory, laptop.memory);
}
