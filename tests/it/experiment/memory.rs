//! Memory: who owns it, what is shared, and what happens when it runs out.

use strata::experiment::{Outcome, Report, Snapshot, run};
use strata::model::{Launch, Limit, Machine, Owner};
use strata::units::{Bytes, Span};

use super::{containers, every_kind, machine, virtual_machines, with_instances};

fn total(report: &Report, owner: Owner) -> Bytes {
    report.memory.by_owner[owner.index()]
}

#[test]
fn the_parts_add_up_to_the_machine_at_every_time() {
    for one in every_kind().into_iter().chain([with_instances(200, virtual_machines())]) {
        let report = run(one);
        for change in report.memory_changes.iter().step_by(37) {
            let then = Snapshot::of(&report, change.time);
            let held: Bytes = then.by_owner.iter().copied().sum();
            assert!(held <= report.memory.total);
        }
        let end = Snapshot::of(&report, report.ended);
        assert_eq!(end.by_owner, report.memory.by_owner, "the record leads to the ledger");
        assert_eq!(report.memory.resident() + report.memory.free(), report.memory.total);
    }
}

#[test]
fn every_virtual_machine_owns_a_kernel_and_containers_share_one() {
    let report = run(virtual_machines());
    let end = Snapshot::of(&report, report.ended);
    assert!(end.memory.iter().all(|one| one[Owner::GuestKernel.index()] > Bytes::ZERO));
    let report = run(containers());
    assert_eq!(total(&report, Owner::GuestKernel), Bytes::ZERO);
    assert_eq!(containers().kernels(12), 1);
    assert_eq!(virtual_machines().kernels(12), 13);
}

#[test]
fn on_an_old_kernel_one_more_container_can_cost_memory_for_all() {
    let kernel_of = |platform, count| {
        let mut one = with_instances(count, machine(platform, ""));
        one.host.nodes = 4;
        total(&run(one), Owner::HostKernel)
    };
    let step = |platform, from| kernel_of(platform, from + 1) - kernel_of(platform, from);
    // Tables for 94 control groups give way to tables for 190.
    let one = with_instances(1, machine("docker-2018", ""));
    let lists = |slots| one.lists(slots) * 4;
    assert_eq!(step("docker-2018", 93) - step("docker", 93), lists(94));
    assert_eq!(step("docker-2018", 94) - step("docker", 94), lists(190) * 95 - lists(94) * 94);
}

#[test]
fn image_pages_are_counted_once_and_guest_caches_each() {
    let (one, twelve) = (run(with_instances(1, containers())), run(containers()));
    assert_eq!(total(&one, Owner::ImageCache), total(&twelve, Owner::ImageCache));
    assert_eq!(total(&one, Owner::Libraries), total(&twelve, Owner::Libraries));
    let (one, twelve) = (run(with_instances(1, virtual_machines())), run(virtual_machines()));
    assert_eq!(total(&one, Owner::GuestCache) * 12, total(&twelve, Owner::GuestCache));
}

#[test]
fn what_is_reserved_is_more_than_what_is_resident() {
    let report = run(virtual_machines());
    assert!(report.memory.reserved > Bytes::gib(24));
    assert!(report.memory.resident() < report.memory.reserved);
}

#[test]
fn merging_saves_what_it_shows_and_costs_a_core() {
    let merged = Machine {
        merging: Some(50_000.0),
        watch: Span::seconds(600),
        ..machine("qemu-kvm", "debian")
    };
    let (with, without) = (run(merged.clone()), run(machine("qemu-kvm", "debian")));
    let summary = &with.memory;
    assert!(summary.merged_saving > Bytes::ZERO);
    assert_eq!(
        without.memory.resident() + summary.merging_bookkeeping,
        summary.resident() + summary.merged_saving,
        "the difference is exactly what is shown, less the bookkeeping"
    );
    let scanning: f64 = with.usage.iter().rev().take(5).map(|sample| sample.cores).sum();
    assert!(scanning > 0.0, "the scanner is at work after everybody is ready");
}

#[test]
fn a_faster_scanner_merges_sooner() {
    let merged_by = |rate| {
        let report = run(Machine {
            merging: Some(rate),
            watch: Span::seconds(120),
            ..machine("qemu-kvm", "debian")
        });
        report.memory.merged_saving
    };
    assert!(merged_by(100_000.0) > merged_by(5_000.0));
}

#[test]
fn one_guest_alone_saves_nothing_by_merging() {
    let alone = Machine {
        merging: Some(100_000.0),
        watch: Span::seconds(300),
        ..with_instances(1, machine("qemu-kvm", "debian"))
    };
    let summary = run(alone).memory;
    assert_eq!(summary.merged_saving, Bytes::ZERO);
    assert!(summary.merging_bookkeeping > Bytes::ZERO, "and still has to remember its pages");
}

/// More virtual machines than fit, with swap to spare or none.
fn crowded(swap: Bytes) -> Machine {
    let mut crowd = with_instances(60, machine("qemu-kvm", "ubuntu"));
    crowd.host.memory = Bytes::gib(16);
    crowd.swap = swap;
    crowd.launch = Launch::Every(Span::seconds(8));
    crowd
}

#[test]
fn memory_that_runs_short_is_swapped_before_anybody_is_killed() {
    let report = run(crowded(Bytes::gib(64)));
    assert!(report.memory.swapped > Bytes::ZERO);
    assert_eq!(report.disk.swapped, report.memory.swapped);
    assert!(matches!(report.limits[0].1, Limit::Swapping { .. }));
    assert!(!report.instances.iter().any(|one| matches!(one.outcome, Outcome::Killed(_))));
}

#[test]
fn without_swap_the_kernel_kills_the_largest_and_says_whom() {
    let report = run(crowded(Bytes::ZERO));
    let killed = report.instances.iter().filter(|one| matches!(one.outcome, Outcome::Killed(_)));
    assert!(killed.count() > 0);
    let Some((_, Limit::OutOfMemory { victim, held })) = report.limits.first() else {
        panic!("the first limit is a kill: {:?}", report.limits.first());
    };
    assert!(matches!(report.instances[*victim as usize].outcome, Outcome::Killed(_)));
    assert!(*held > Bytes::mib(100));
    let end = Snapshot::of(&report, report.ended);
    assert_eq!(end.memory[*victim as usize].iter().copied().sum::<Bytes>(), Bytes::ZERO);
}

#[test]
fn a_balloon_takes_page_cache_back_before_swap() {
    let report = run(Machine { balloon: true, ..crowded(Bytes::gib(64)) });
    let without = run(crowded(Bytes::gib(64)));
    assert!(report.memory.ballooned > Bytes::ZERO);
    assert!(report.memory.swapped < without.memory.swapped);
}

#[test]
fn a_start_that_was_promised_too_much_is_refused_with_what_is_missing() {
    let strict = Machine { overcommit: Some(1.0), ..with_instances(40, virtual_machines()) };
    let report = run(strict);
    assert_eq!(report.ready(), 32, "32 times 2 GiB is 64 GiB");
    let refused = report.instances.iter().find_map(|one| match one.outcome {
        Outcome::Refused(limit) => Some(limit),
        _ => None,
    });
    assert_eq!(refused, Some(Limit::MemoryRefused { needed: Bytes::gib(2), free: Bytes::ZERO }));
}

#[test]
fn memory_backed_up_front_is_refused_when_it_is_not_there() {
    let report =
        run(with_instances(200, Machine { memory: Bytes::gib(1), ..machine("xen-pv", "debian") }));
    assert!(report.memory.swapped == Bytes::ZERO && report.ready() < 64);
    assert!(matches!(report.limits[0].1, Limit::MemoryRefused { .. }), "{:?}", report.limits[0]);
}

#[test]
fn a_host_that_is_smaller_than_its_kernel_refuses_and_does_not_panic() {
    let mut tiny = containers();
    tiny.host.memory = Bytes::mib(64);
    let report = run(tiny);
    assert_eq!(report.ready(), 0);
    assert!(matches!(report.limits[0].1, Limit::MemoryRefused { .. }));
}

#[test]
fn clones_of_a_snapshot_share_what_they_only_read() {
    let restored = Machine { snapshot: true, ..machine("firecracker", "minimal") };
    let (one, twelve) = (run(with_instances(1, restored.clone())), run(restored));
    assert_eq!(total(&one, Owner::ImageCache), total(&twelve, Owner::ImageCache));
}
