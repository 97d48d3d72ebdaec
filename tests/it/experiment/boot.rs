//! Starts: phases, clocks, and what an instance waits for when it is not alone.

use strata::catalog::{Clock, Lock, Phase};
use strata::experiment::{Outcome, Report, Wait, run};
use strata::model::{ImageState, Launch, Machine};
use strata::units::{Span, Time};

use super::{containers, every_kind, machine, virtual_machines, with_instances};

fn ready(report: &Report) -> Vec<Span> {
    report
        .instances
        .iter()
        .filter_map(|one| Some(one.clocks[Clock::Ready as usize]?.since(one.launched?)))
        .collect()
}

fn longest(report: &Report) -> Span {
    ready(report).into_iter().max().expect("somebody became ready")
}

fn waited_for(report: &Report, wait: Wait) -> Span {
    let spans = report.spans.iter().filter(|span| span.wait == Some(wait));
    spans.fold(Span::ZERO, |sum, span| sum + span.waited)
}

#[test]
fn a_container_starts_well_before_a_virtual_machine() {
    let (container, virtual_machine) = (run(containers()), run(virtual_machines()));
    assert!(longest(&container).as_seconds() * 5.0 < longest(&virtual_machine).as_seconds());
}

#[test]
fn a_virtual_machine_spends_most_of_its_start_in_user_space() {
    let report = run(with_instances(1, virtual_machines()));
    let longest = report.lane(0).iter().max_by_key(|span| {
        let phase = span.phase;
        let of_phase = report.lane(0).iter().filter(|other| other.phase == phase);
        of_phase.fold(Span::ZERO, |sum, span| sum + span.end.since(span.begin))
    });
    assert_eq!(longest.map(|span| span.phase), Some(Phase::Init));
}

#[test]
fn the_phases_of_a_lane_follow_each_other_without_a_gap() {
    let report = run(virtual_machines());
    for instance in 0..12 {
        let lane = report.lane(instance);
        assert_eq!(lane[0].begin, Time::ZERO);
        assert!(lane.windows(2).all(|pair| pair[0].end == pair[1].begin));
        let end = report.instances[instance as usize].clocks[Clock::Ready as usize];
        assert_eq!(lane.last().map(|span| span.end), end);
    }
}

#[test]
fn the_clocks_of_a_start_stop_in_their_order() {
    for platform in strata::catalog::platforms() {
        let guest = platform.guests.first().copied().unwrap_or_default();
        let mut one = with_instances(1, machine(platform.id, guest));
        if let Some(guest) = &one.guest {
            let fits = |image: &&strata::catalog::Image| {
                Machine { image: (*image).clone(), ..one.clone() }.check_compatibility().is_ok()
            };
            let image = strata::catalog::images().iter().find(fits);
            one.memory = one.memory.max(strata::units::Bytes::mib(64));
            one.image = image.unwrap_or_else(|| panic!("nothing runs on {}", guest.id)).clone();
        }
        let report = run(one);
        let clocks: Vec<Time> = report.instances[0].clocks.iter().copied().flatten().collect();
        assert_eq!(clocks.len(), 4, "{} reaches all clocks: {:?}", platform.id, report.instances);
        assert!(clocks.is_sorted(), "{}: {clocks:?}", platform.id);
    }
}

#[test]
fn alone_nobody_waits() {
    for alone in every_kind() {
        let report = run(with_instances(1, alone));
        assert!(report.spans.iter().all(|span| span.wait.is_none()), "{:?}", report.spans);
    }
}

#[test]
fn a_storm_of_virtual_machines_waits_for_cores() {
    let report = run(with_instances(60, virtual_machines()));
    assert!(waited_for(&report, Wait::Cores) > Span::seconds(10));
    let alone = run(with_instances(1, virtual_machines()));
    assert!(longest(&report) > longest(&alone));
}

#[test]
fn a_storm_of_containers_queues_for_the_network_lock() {
    let storm = run(with_instances(200, containers()));
    let lock = Wait::Lock(Lock::NetworkNamespace);
    assert!(waited_for(&storm, lock) > Span::seconds(10), "{:?}", waited_for(&storm, lock));
    // Without a bridge and its network namespace there is no such queue.
    let without = run(with_instances(200, machine("docker-host-net", "")));
    assert_eq!(waited_for(&without, lock), Span::ZERO);
    assert!(longest(&without) < longest(&storm));
}

#[test]
fn xen_store_makes_each_start_dearer_than_the_one_before() {
    let xen = Machine {
        launch: Launch::Every(Span::seconds(20)),
        ..with_instances(40, machine("xen-pv", "debian"))
    };
    let times = ready(&run(xen));
    assert_eq!(times.len(), 40);
    assert!(times.is_sorted(), "{times:?}");
    assert!(times[39] > times[0]);
}

#[test]
fn a_cold_image_is_fetched_once_and_the_others_wait_for_it() {
    let cold = Machine { image_state: ImageState::Remote, ..containers() };
    let report = run(cold.clone());
    let fetches = report
        .spans
        .iter()
        .filter(|span| span.phase == Phase::Fetch && span.wait.is_none())
        .count();
    assert_eq!(fetches, 1, "one instance fetches");
    assert!(waited_for(&report, Wait::Image) > Span::ZERO, "and the others wait");
    let bits = cold.image_compressed().as_f64() / cold.host.link.per_second();
    assert!(longest(&report).as_seconds() > bits, "no faster than the link allows");
    assert!(longest(&report) > longest(&run(containers())));
}

#[test]
fn whole_copies_of_a_cold_disk_contend_for_the_disk() {
    let copies = Machine {
        image_state: ImageState::Remote,
        disk_format: strata::catalog::DiskFormat::FullClone,
        ..virtual_machines()
    };
    assert!(waited_for(&run(copies), Wait::Disk) > Span::ZERO);
}

#[test]
fn a_restored_snapshot_beats_a_boot() {
    let restored = Machine { snapshot: true, ..virtual_machines() };
    let (restored, booted) = (run(restored), run(virtual_machines()));
    assert!(longest(&restored).as_seconds() * 4.0 < longest(&booted).as_seconds());
    assert!(restored.memory.resident() < booted.memory.resident(), "untouched pages are not there");
}

#[test]
fn starters_take_turns() {
    let two = Machine { launch: Launch::Starters(2), ..with_instances(20, containers()) };
    let report = run(two);
    let launches: Vec<Time> = report.instances.iter().filter_map(|one| one.launched).collect();
    assert!(launches.is_sorted() && launches[19] > launches[1]);
    assert!(waited_for(&report, Wait::Launcher) > Span::ZERO);
    assert_eq!(report.ready(), 20);
}

#[test]
fn staggered_starts_begin_when_they_should() {
    let every = Machine { launch: Launch::Every(Span::seconds(2)), ..containers() };
    let report = run(every);
    for (number, one) in (0_u64..).zip(&report.instances) {
        assert_eq!(one.launched, Some(Time(Span::seconds(2).0 * number)));
    }
}

#[test]
fn containers_inside_one_virtual_machine_wait_for_it_once() {
    let desktop = machine("docker-desktop", "linuxkit");
    let report = run(desktop.clone());
    assert_eq!(report.ready(), 12);
    assert!(waited_for(&report, Wait::Carrier) > Span::ZERO, "eleven wait for the machine's boot");
    assert_eq!(desktop.kernels(12), 2);
}

#[test]
fn what_cannot_run_is_refused_with_the_reason_and_nothing_panics() {
    let mut windows = containers();
    windows.image = strata::catalog::image("iis").expect("iis is in the catalogue").clone();
    let report = run(windows);
    assert_eq!(report.ready(), 0);
    for one in &report.instances {
        assert!(matches!(one.outcome, Outcome::Refused(strata::model::Limit::Incompatible(_))));
    }
}
