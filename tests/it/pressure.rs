//! Memory and cores that run short: who loses how much, by hand and by law.

use proptest::prelude::*;
use strata::catalog::MOBILITY;
use strata::experiment::answer::{self, Answer};
use strata::experiment::pressure::settle::settle;
use strata::experiment::pressure::{Mechanism, Neighbour, Quantity, Run, Setting, cliff};
use strata::experiment::start::Quantity as Start;
use strata::experiment::{Question, ask};
use strata::model::{ImageState, Machine, Owner};
use strata::scenario::{Side, preset};
use strata::units::Bytes;

use crate::experiment::{containers, every_kind, machine, virtual_machines, with_instances};

fn setting(working_set: Bytes) -> Setting {
    Setting {
        working_set,
        files: 0.5,
        files_common: true,
        threads: 1,
        memory_limit: None,
        raise: None,
        weight: 100.0,
        quota: None,
        neighbour: Neighbour::None,
        pids_limit: false,
    }
}

/// All of it the application's own memory.
fn heap(working_set: Bytes) -> Setting {
    Setting { files: 0.0, ..setting(working_set) }
}

fn answer(machine: Machine, setting: Setting) -> Answer {
    ask(machine, Question::Pressure(setting))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Pressure(quantity)).unwrap_or_else(|| panic!("{quantity:?}"))
}

fn remarks(answer: &Answer, mechanism: Mechanism) -> bool {
    answer.remarks.contains(&answer::Mechanism::Pressure(mechanism))
}

#[track_caller]
fn close(value: f64, expected: f64, tolerance: f64) {
    assert!((value / expected - 1.0).abs() <= tolerance, "{value} for {expected}");
}

fn with_memory(gibibytes: u64, mut machine: Machine) -> Machine {
    machine.host.memory = Bytes::gib(gibibytes);
    machine
}

const NEIGHBOURS: [Neighbour; 5] = [
    Neighbour::None,
    Neighbour::CpuHog,
    Neighbour::MemoryHog,
    Neighbour::DiskHog,
    Neighbour::ForkBomb,
];

fn any_machine() -> impl Strategy<Value = Machine> {
    let kinds = prop_oneof![
        Just(("docker", "")),
        Just(("process", "")),
        Just(("gvisor", "")),
        Just(("qemu-kvm", "ubuntu")),
        Just(("firecracker", "minimal")),
        Just(("xen-pv", "debian")),
        Just(("kata", "kata")),
        Just(("docker-desktop", "linuxkit")),
        Just(("qemu-kvm", "windows-core")),
    ];
    (kinds, 0_u32..40, 1_u64..64, 0_u64..16, any::<bool>(), any::<bool>()).prop_map(
        |((platform, guest), instances, memory, swap, balloon, merging)| Machine {
            swap: Bytes::gib(swap),
            balloon,
            merging: merging.then_some(50_000.0),
            ..with_memory(memory, with_instances(instances, machine(platform, guest)))
        },
    )
}

fn any_setting() -> impl Strategy<Value = Setting> {
    let limit = || prop_oneof![Just(None), (1_u64..8192).prop_map(|mib| Some(Bytes::mib(mib)))];
    (1_u64..16_384, 0_u8..3, limit(), limit(), 0_usize..5, any::<bool>()).prop_map(
        |(mib, files, memory_limit, raise, neighbour, pids_limit)| Setting {
            files: if files == 0 { 0.0 } else { 0.5 },
            files_common: files == 2,
            memory_limit,
            raise,
            neighbour: NEIGHBOURS[neighbour],
            pids_limit,
            ..setting(Bytes::mib(mib))
        },
    )
}

proptest! {
    #[test]
    fn bytes_owned_and_bytes_free_are_the_machine(
        machine in any_machine(),
        setting in any_setting(),
    ) {
        let settled = settle(&machine, &setting);
        let owned: Bytes =
            Owner::ALL.iter().map(|&owner| settled.ledger.total_of(owner as u8)).sum();
        let holders: Bytes = (0..machine.instances + 2).map(|holder| settled.ledger.of(holder)).sum();
        prop_assert_eq!(owned + settled.ledger.free(), machine.host.memory);
        prop_assert_eq!(owned, holders);
        prop_assert!(settled.swapped <= machine.swap);
        prop_assert_eq!(
            settled.alive + settled.killed + settled.killed_inside + settled.refused,
            machine.instances
        );
        let missed = settled.misses.swapped + settled.misses.file + settled.misses.cached;
        prop_assert!((0.0..=1.0 + 1e-9).contains(&missed), "{missed}");
    }

    #[test]
    fn more_memory_never_makes_more_touches_miss_while_nobody_is_killed(
        machine in any_machine(),
        setting in any_setting(),
    ) {
        let missed = |gibibytes| {
            let settled = settle(&with_memory(gibibytes, machine.clone()), &setting);
            let misses = settled.misses;
            (settled.alive, misses.swapped + misses.file + misses.cached)
        };
        let memory = machine.host.memory.0 >> 30;
        let (few, many) = (missed(memory), missed(memory * 2));
        prop_assert!(many.0 >= few.0, "more memory keeps more alive: {few:?} {many:?}");
        // A hog takes whatever there is, so that more memory is more for it.
        let hog = setting.neighbour == Neighbour::MemoryHog;
        if many.0 == few.0 && !hog {
            prop_assert!(many.1 <= few.1 + 1e-9, "{few:?} {many:?}");
        }
    }
}

#[test]
fn the_cliff_of_containers_is_where_working_sets_and_overheads_fill_the_memory() {
    let machine = Machine { swap: Bytes::ZERO, ..containers() };
    let footprint = machine.footprint();
    let (kernel, daemons) = machine.host_base();
    let once = kernel + daemons + footprint.libraries;
    let each = footprint.host_kernel + footprint.vmm + footprint.heap;
    let left = machine.host.memory - once - each * 12;
    let by_hand = left.as_f64() / 12.0;
    close(cliff(&machine, &heap(Bytes::mib(1))).as_f64(), by_hand, 1e-5);
    // Half of each working set is the same files for all: 12 halves and one half more.
    let common = left.as_f64() / 6.5;
    close(cliff(&machine, &setting(Bytes::mib(1))).as_f64(), common, 1e-5);
    let own = Setting { files_common: false, ..setting(Bytes::mib(1)) };
    close(cliff(&machine, &own).as_f64(), by_hand, 1e-5);
}

#[test]
fn the_cliff_of_virtual_machines_is_nearer_by_what_each_guest_takes() {
    let machine = Machine { swap: Bytes::ZERO, memory: Bytes::gib(16), ..virtual_machines() };
    let footprint = machine.footprint();
    let (kernel, daemons) = machine.host_base();
    let each = footprint.host_kernel + footprint.vmm + footprint.guest_touched();
    let left = machine.host.memory - kernel - daemons - each * 12;
    let found = cliff(&machine, &heap(Bytes::mib(1)));
    close(found.as_f64(), left.as_f64() / 12.0, 1e-5);
    assert!(found < cliff(&containers(), &heap(Bytes::mib(1))));
}

#[test]
fn a_guest_that_was_promised_too_little_misses_and_one_with_more_does_not() {
    let small = Machine { memory: Bytes::gib(3), ..with_instances(2, virtual_machines()) };
    let large = Machine { memory: Bytes::gib(8), ..small.clone() };
    let asked = setting(Bytes::gib(4));
    let (small, large) = (answer(small, asked.clone()), answer(large, asked));
    assert!(value(&small, Quantity::Missed) > 0.1 && remarks(&small, Mechanism::GuestTooSmall));
    assert!(value(&large, Quantity::Missed) == 0.0 && remarks(&large, Mechanism::Ample));
    assert!(value(&large, Quantity::Throughput) > value(&small, Quantity::Throughput) * 1.2);
}

#[test]
fn the_order_is_page_cache_then_balloon_then_swap_then_a_kill() {
    let crowd =
        Machine { balloon: true, memory: Bytes::gib(4), ..with_instances(12, virtual_machines()) };
    let at = |memory| settle(&with_memory(memory, crowd.clone()), &setting(Bytes::gib(3)));
    let cache = |memory| at(memory).ledger.held(13, Owner::ImageCache as u8);
    assert!(cache(64) > Bytes::ZERO && at(64).ballooned == Bytes::ZERO);
    let (balloon, swap, kill) = (at(43), at(20), at(12));
    assert_eq!(cache(43), Bytes::ZERO);
    assert!(balloon.ballooned > Bytes::ZERO && balloon.swapped == Bytes::ZERO);
    assert!(swap.swapped > Bytes::ZERO && swap.killed == 0, "{} killed", swap.killed);
    assert!(kill.killed > 0);
}

#[test]
fn a_balloon_spares_the_swap_and_costs_hardly_more_where_it_takes_files_in_use() {
    let crowd = with_memory(
        26,
        Machine {
            memory: Bytes::gib(4),
            swap: Bytes::gib(32),
            spread: false,
            ..virtual_machines()
        },
    );
    let asked = Machine { balloon: true, ..crowd.clone() };
    let [asked, swapped] = [asked, crowd].map(|one| answer(one, setting(Bytes::gib(2))));
    let of = |quantity| [value(&asked, quantity), value(&swapped, quantity)];
    let [less, more] = of(Quantity::Swapped);
    assert!(less < more * 0.7, "{less} {more}");
    let [less, more] = of(Quantity::SwapTraffic);
    assert!(less < more * 0.1, "{less} {more}");
    let [asked, swapped] = of(Quantity::Total);
    assert!(asked > swapped * 0.97, "{asked} {swapped}");
}

#[test]
fn throughput_falls_off_at_the_cliff_and_not_before() {
    let machine = Machine { spread: false, swap: Bytes::gib(64), ..containers() };
    let answer = answer(machine, heap(Bytes::gib(1)));
    let cliff = value(&answer, Quantity::Cliff);
    let points = &answer.series[0].points;
    let full = points[0].1;
    for &(set, rate) in points {
        if set <= cliff {
            close(rate, full, 0.01);
        }
        if set > cliff * 1.15 {
            assert!(rate < full * 0.75, "{rate} of {full} at {set}");
        }
    }
    assert!(points.windows(2).all(|pair| pair[1].1 <= pair[0].1 * 1.001), "{points:?}");
}

#[test]
fn more_memory_never_lowers_throughput() {
    for one in every_kind() {
        let one = Machine { spread: false, swap: Bytes::gib(64), ..one };
        let asked = Setting { working_set: Bytes::gib(1), ..heap(Bytes::ZERO) };
        let room = Machine { memory: Bytes::gib(4), ..one };
        let rates: Vec<f64> = [10, 12, 14, 16, 24, 32, 64]
            .into_iter()
            .map(|memory| {
                let answer = answer(with_memory(memory, room.clone()), asked.clone());
                assert_eq!(value(&answer, Quantity::Killed).to_bits(), 0.0_f64.to_bits());
                value(&answer, Quantity::Total)
            })
            .collect();
        assert!(rates.windows(2).all(|pair| pair[1] >= pair[0] * 0.999), "{rates:?}");
        assert!(rates[6] > rates[0] * 1.5, "{rates:?}");
    }
}

#[test]
fn a_quota_is_used_to_the_last_and_never_exceeded() {
    for (percent, threads) in [(0.3, 1), (0.5, 2), (1.5, 4)] {
        let machine = Machine { spread: false, vcpus: 4, ..with_instances(2, containers()) };
        let asked = Setting { quota: Some(percent), threads, ..heap(Bytes::mib(64)) };
        let answer = answer(machine, asked);
        close(value(&answer, Quantity::VictimCores), percent, 0.01);
        let worst = value(&answer, Quantity::ResponseWorst);
        assert!(worst > 0.02 && worst < 0.11, "one wait until the period ends: {worst}");
    }
}

#[test]
fn shares_are_as_the_weights_when_cores_are_short() {
    let mut machine = Machine { spread: false, ..with_instances(4, containers()) };
    machine.host.cores = 1;
    let rates = |weight| {
        let answer = answer(machine.clone(), Setting { weight, ..heap(Bytes::mib(64)) });
        value(&answer, Quantity::Throughput) / value(&answer, Quantity::Others)
    };
    close(rates(100.0), 1.0, 0.03);
    close(rates(200.0), 2.0, 0.05);
    close(rates(300.0), 3.0, 0.07);
}

#[test]
fn work_is_conserved_when_more_threads_want_cores_than_there_are() {
    let machine = Machine { spread: false, ..with_instances(32, containers()) };
    let answer = answer(machine, heap(Bytes::mib(64)));
    close(value(&answer, Quantity::CoresBusy), 1.0, 0.01);
    // 16 cores less idle timers, at half a millisecond and some of work on a request.
    close(value(&answer, Quantity::Total), 16.0 / 0.5e-3, 0.02);
}

#[test]
fn a_limit_harms_only_those_that_exceed_it_and_pressure_harms_all() {
    let hog = Setting { neighbour: Neighbour::MemoryHog, ..setting(Bytes::gib(1)) };
    let limited = Setting { memory_limit: Some(Bytes::gib(2)), ..hog.clone() };
    let (open, limited) = (answer(containers(), hog), answer(containers(), limited));
    assert!(value(&open, Quantity::AgainstQuiet) < 0.5);
    assert!(value(&open, Quantity::Others) < value(&limited, Quantity::Others) * 0.5);
    close(value(&limited, Quantity::AgainstQuiet), 1.0, 0.01);
    // The same limit below the working set: memory is ample, and the instances suffer alone.
    let tight = Setting { memory_limit: Some(Bytes::mib(384)), ..setting(Bytes::gib(1)) };
    let tight = answer(containers(), tight);
    assert!(value(&tight, Quantity::Relative) > 0.9, "alone it is under the same limit");
    assert!(value(&tight, Quantity::Missed) > 0.2 && remarks(&tight, Mechanism::LimitBinds));
}

#[test]
fn equal_weights_confine_a_cpu_hog_and_plain_processes_do_not() {
    let hog = Setting { neighbour: Neighbour::CpuHog, ..heap(Bytes::mib(64)) };
    let full = |machine| with_instances(14, machine);
    let contained = answer(full(containers()), hog.clone());
    let plain = answer(full(machine("process", "")), hog);
    assert!(value(&contained, Quantity::AgainstQuiet) > 0.95);
    assert!(value(&plain, Quantity::AgainstQuiet) < 0.7);
}

#[test]
fn a_disk_hog_hurts_less_through_a_virtual_device() {
    let mut slow = containers();
    slow.host.disk.operations.typical = 20_000.0;
    let mut guest = machine("firecracker", "minimal");
    guest.host = slow.host.clone();
    guest.memory = Bytes::gib(2);
    let hog = Setting { neighbour: Neighbour::DiskHog, ..heap(Bytes::mib(256)) };
    let (container, guest) = (answer(slow, hog.clone()), answer(guest, hog));
    let slower = |answer: &Answer| 1.0 / value(answer, Quantity::AgainstQuiet);
    assert!(slower(&container) > 1.2 && slower(&container) > slower(&guest) * 1.1);
}

#[test]
fn a_fork_bomb_takes_the_host_from_a_container_and_only_its_own_machine_from_a_guest() {
    let bomb = Setting { neighbour: Neighbour::ForkBomb, ..setting(Bytes::gib(1)) };
    let container = answer(containers(), bomb.clone());
    assert_eq!(value(&container, Quantity::Running).to_bits(), 0.0_f64.to_bits());
    let limited = answer(containers(), Setting { pids_limit: true, ..bomb.clone() });
    close(value(&limited, Quantity::AgainstQuiet), 1.0, 0.01);
    let guest = answer(virtual_machines(), bomb);
    close(value(&guest, Quantity::AgainstQuiet), 1.0, 0.01);
}

#[test]
fn where_the_time_of_a_request_goes_adds_up() {
    for one in every_kind() {
        let one = with_memory(16, Machine { memory: Bytes::gib(4), ..one });
        let answer = answer(one, setting(Bytes::gib(2)));
        let parts: f64 = answer.causes.iter().map(|cause| cause.amount).sum();
        close(parts, value(&answer, Quantity::Response), 0.02);
    }
}

#[test]
fn every_figure_is_a_number_whatever_is_asked() {
    for neighbour in NEIGHBOURS {
        for instances in [0, 1, 3] {
            for one in every_kind() {
                let asked = Setting { neighbour, ..setting(Bytes::gib(2)) };
                let answer = answer(with_memory(4, with_instances(instances, one)), asked);
                for figure in &answer.figures {
                    assert!(figure.value.is_finite() && figure.value >= 0.0, "{figure:?}");
                }
            }
        }
    }
}

#[test]
fn slices_and_seeds_do_what_they_should() {
    let asked = setting(Bytes::gib(1));
    let whole = answer(containers(), asked.clone());
    let mut run = Run::new(containers(), asked.clone());
    while !run.advance(1013) {
        assert!((0.0..=1.0).contains(&run.fraction()));
    }
    assert_eq!(run.answer(), whole);
    let spread = |seed| Machine { spread: true, seed, ..containers() };
    let [one, again, other] = [1, 1, 2].map(|seed| answer(spread(seed), asked.clone()));
    assert_eq!(one, again);
    assert_ne!(one.digest, other.digest);
}

/// Value of a quantity on both sides of a preset, for each of five seeds.
fn sides(key: &str, quantity: Quantity) -> Vec<[f64; 2]> {
    (1..=5)
        .map(|seed| {
            let mut scenario = preset(key).expect("the preset exists").scenario();
            scenario.seed = seed;
            Side::BOTH.map(|side| {
                let machine = scenario.machine(side).expect("presets have no problems");
                value(&ask(machine, scenario.question(side)), quantity)
            })
        })
        .collect()
}

#[test]
fn under_memory_pressure_containers_are_much_faster_and_with_ample_memory_they_are_not() {
    for [vm, container] in sides("pressure", Quantity::Total) {
        assert!(container > vm * 1.5, "{vm} {container}");
    }
    for key in ["pressure-ample", "cores-bind", "disk-binds"] {
        for [vm, container] in sides(key, Quantity::Total) {
            close(vm, container, 0.05);
        }
    }
    for [vm, container] in sides("pressure-narrowed", Quantity::Total) {
        assert!(container > vm && container < vm * 1.15, "{vm} {container}");
    }
}

#[test]
fn a_machine_given_more_memory_runs_a_large_working_set_well_and_keeps_it_from_others() {
    for [small, large] in sides("resize", Quantity::Throughput) {
        assert!(large > small * 1.2, "{small} {large}");
    }
    for [vm, container] in sides("reserved", Quantity::Running) {
        assert!(container > vm, "{vm} {container}");
    }
}

#[test]
fn a_limit_is_raised_on_the_fly_and_a_machine_starts_anew_for_more_memory() {
    for [vm, container] in sides("raise", Quantity::RaiseDowntime) {
        assert!(vm > 1.0, "{vm}");
        assert!(container == 0.0, "{container}");
    }
    // It is the limit that makes the container slow, and not the host.
    let scenario = preset("raise").expect("the preset exists").scenario();
    let machine = scenario.machine(Side::B).expect("presets have no problems");
    let remarks = ask(machine, scenario.question(Side::B)).remarks;
    let told = |of| remarks.contains(&answer::Mechanism::Pressure(of));
    assert!(told(Mechanism::LimitBinds) && !told(Mechanism::HostShort), "{remarks:?}");
    let both = [Quantity::Throughput, Quantity::Raised].map(|of| sides("raise", of));
    for (before, after) in both[0].iter().flatten().zip(both[1].iter().flatten()) {
        assert!(*after > before * 1.2, "{before} {after}");
    }
}

#[test]
fn being_given_what_one_has_changes_nothing_but_still_takes_a_restart() {
    let vm = with_instances(3, virtual_machines());
    let same = Setting { raise: Some(vm.memory), ..setting(Bytes::mib(200)) };
    let told = answer(vm.clone(), same);
    close(value(&told, Quantity::Raised), value(&told, Quantity::Throughput), 1e-12);
    let alone = Machine { instances: 1, image_state: ImageState::InMemory, ..vm };
    let ready = ask(alone, Question::Start).value(answer::Quantity::Start(Start::ReadyMedian));
    let stop = MOBILITY.stop_guest.seconds();
    let down = value(&told, Quantity::RaiseDowntime);
    close(down, stop + ready.expect("it starts"), 0.05);

    let limited = Setting { memory_limit: Some(Bytes::gib(2)), ..heap(Bytes::gib(2)) };
    let same = Setting { raise: limited.memory_limit, ..limited };
    let told = answer(with_instances(3, containers()), same);
    close(value(&told, Quantity::Raised), value(&told, Quantity::Throughput), 1e-12);
}

#[test]
fn a_noisy_neighbour_harms_containers_unless_they_are_limited() {
    for key in ["noisy-neighbour", "fork-bomb"] {
        for [vm, container] in sides(key, Quantity::AgainstQuiet) {
            assert!(vm > 0.95 && container < 0.5, "{key}: {vm} {container}");
        }
    }
    for key in ["neighbour-limited", "fork-bomb-limited"] {
        for [vm, container] in sides(key, Quantity::AgainstQuiet) {
            assert!(vm > 0.95 && container > 0.95, "{key}: {vm} {container}");
        }
    }
}
