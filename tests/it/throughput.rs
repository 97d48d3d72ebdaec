//! Throughput: queues against theory, prices against each other, and what must not change it.

use proptest::prelude::*;
use strata::catalog::{
    self, Host, LoadKind, Measured, Operations, Platform, Unit, Workload, operation, platforms,
    workload, workloads,
};
use strata::experiment::answer::{Answer, Cell, Label, Quantity};
use strata::experiment::throughput::{Bound, Load, Mechanism, Quantity as Of, Run, Setting};
use strata::model::{Machine, Price};
use strata::scenario::{Mode, Scenario, Side};

fn machine(platform: &str, instances: u64, vcpus: u64) -> Machine {
    let mut scenario =
        Scenario { mode: Mode::Throughput, instances, image: "idle".into(), ..Scenario::default() };
    scenario.sides[0].platform = platform.into();
    scenario.sides[0].vcpus = vcpus;
    scenario.machine(Side::A).expect("the scenario has no problem")
}

fn bill(id: &str) -> Workload {
    workload(id).expect("it is in the catalogue").clone()
}

fn run(machine: Machine, setting: Setting) -> Answer {
    let mut run = Run::new(machine, setting);
    while !run.advance(u64::MAX) {}
    run.answer()
}

#[track_caller]
fn value(answer: &Answer, of: Of) -> f64 {
    answer.value(Quantity::Throughput(of)).expect("it is told")
}

/// Throughput against plain processes.
fn relative(platform: &str, work: &str) -> f64 {
    relative_with(platform, work, 1)
}

fn relative_with(platform: &str, work: &str, seed: u64) -> f64 {
    let mut machine = machine(platform, 2, 2);
    machine.seed = seed;
    let setting = Setting { compared: true, ..Setting::usual(&bill(work), 5_000) };
    value(&run(machine, setting), Of::Relative)
}

const fn exactly(typical: f64, unit: Unit) -> Measured {
    let source = catalog::measured::JUDGEMENT;
    Measured { typical, low: typical, high: typical, unit, source, note: "For a test." }
}

/// Work alone: a thousandth of a second on average, exponential, one thread, no network.
fn pure_work() -> Workload {
    let nothing = |unit| exactly(0.0, unit);
    Workload {
        user: exactly(1000.0, Unit::Microseconds),
        kernel: nothing(Unit::Microseconds),
        calls: nothing(Unit::Count),
        switches: nothing(Unit::Count),
        random: nothing(Unit::Ratio),
        round_trips: nothing(Unit::Count),
        packets: nothing(Unit::Count),
        transfer: nothing(Unit::Megabytes),
        client: nothing(Unit::Microseconds),
        threads: 1,
        varies: true,
        ..bill("nginx")
    }
}

#[test]
fn one_server_with_an_open_load_waits_as_the_theory_of_queues_says() {
    for load in [0.3, 0.6, 0.8] {
        let setting = Setting {
            load: Load::Open { rate: load * 1000.0 },
            ..Setting::usual(&pure_work(), 400_000)
        };
        let answer = run(machine("process", 1, 1), setting);
        let mean = 0.001 / (1.0 - load);
        let told = value(&answer, Of::LatencyMean);
        assert!((told / mean - 1.0).abs() < 0.06, "at {load}: {told} for {mean}");
        // Sojourn times are exponential: the 90th percentile is 2.3 means, the 99th 4.6.
        let (p50, p99) = (value(&answer, Of::LatencyMedian), value(&answer, Of::LatencyP99));
        assert!((p50 / (mean * 0.693) - 1.0).abs() < 0.08, "at {load}: {p50}");
        assert!((p99 / (mean * 4.605) - 1.0).abs() < 0.12, "at {load}: {p99}");
        assert!((value(&answer, Of::Throughput) / (load * 1000.0) - 1.0).abs() < 0.02);
    }
}

#[test]
fn clients_that_wait_obey_littles_law() {
    for (work, clients) in [("nginx", 16), ("redis", 5), ("mysql", 60), ("fio-read", 24)] {
        for platform in ["process", "docker", "qemu-kvm", "firecracker"] {
            let setting =
                Setting { load: Load::Closed { clients }, ..Setting::usual(&bill(work), 30_000) };
            let answer = run(machine(platform, 3, 4), setting);
            let inside = value(&answer, Of::Throughput) * value(&answer, Of::LatencyMean);
            let expected = f64::from(clients) * 3.0;
            let error = inside / expected - 1.0;
            assert!(error.abs() < 0.03, "{platform}, {work}: {inside} for {expected}");
        }
    }
}

#[test]
fn pauses_of_clients_count_as_time_outside() {
    let setting = Setting {
        load: Load::Closed { clients: 10 },
        think: 0.02,
        ..Setting::usual(&bill("nginx"), 40_000)
    };
    let answer = run(machine("process", 2, 2), setting);
    let cycle = value(&answer, Of::LatencyMean) + 0.02;
    assert!((value(&answer, Of::Throughput) * cycle / 20.0 - 1.0).abs() < 0.03);
}

#[test]
fn cores_do_no_more_work_than_there_is_time() {
    for platform in platforms() {
        let machine = machine(platform.id, 24, 2);
        let cores = f64::from(machine.host.cores);
        let setting = Setting::usual(&bill("node"), 5_000);
        let answer = run(machine, setting);
        let used = value(&answer, Of::Throughput) * value(&answer, Of::Work);
        assert!(used <= cores * 1.05, "{}: {used} of {cores}", platform.id);
        let busy = value(&answer, Of::CoresBusy);
        assert!((used / cores - busy).abs() < 0.05, "{}: {used}, {busy}", platform.id);
    }
}

#[test]
fn every_platform_runs_every_workload_with_figures_in_order() {
    for platform in platforms() {
        for work in workloads() {
            let setting = Setting { compared: true, ..Setting::usual(work, 600) };
            let answer = run(machine(platform.id, 2, 2), setting);
            assert!(answer.refused.is_none(), "{}", platform.id);
            for figure in &answer.figures {
                let sound = figure.value.is_finite() && figure.value >= 0.0;
                assert!(sound, "{}, {}: {figure:?}", platform.id, work.id);
            }
            let [p50, p90, p99] = [Of::LatencyMedian, Of::LatencyP90, Of::LatencyP99]
                .map(|quantity| value(&answer, quantity));
            assert!(p50 <= p90 && p90 <= p99, "{}, {}", platform.id, work.id);
            assert!(value(&answer, Of::Throughput) > 0.0);
            let relative = value(&answer, Of::Relative);
            let quicker = platform.operations.id == "unikernel";
            assert!(relative < 1.02 || quicker, "{}, {}: {relative}", platform.id, work.id);
        }
    }
}

/// Prices of one list are nowhere above those of another.
fn nowhere_above(less: &Operations, more: &Operations) -> Vec<&'static str> {
    let amount = |value: &Measured| if value.high > 0.0 { value.typical } else { 0.0 };
    let time = |value: &Measured| if value.high > 0.0 { value.seconds() } else { 0.0 };
    let pairs = [
        ("exit_kernel", amount(&less.exit_kernel), amount(&more.exit_kernel)),
        ("exit_user", amount(&less.exit_user), amount(&more.exit_user)),
        ("kick", amount(&less.kick), amount(&more.kick)),
        ("inject", amount(&less.inject), amount(&more.inject)),
        ("call", time(&less.call), time(&more.call)),
        ("fault", time(&less.fault), time(&more.fault)),
        ("process", time(&less.process), time(&more.process)),
        ("switch", time(&less.switch), time(&more.switch)),
        ("handover", time(&less.handover), time(&more.handover)),
        ("round_trip", time(&less.round_trip), time(&more.round_trip)),
        ("kernel", amount(&less.kernel), amount(&more.kernel)),
        ("user", amount(&less.user), amount(&more.user)),
        ("walk", amount(&less.walk), amount(&more.walk)),
        ("stream", amount(&less.stream), amount(&more.stream)),
        ("backend", time(&less.backend), time(&more.backend)),
        ("disk_wake", time(&less.disk_wake), time(&more.disk_wake)),
        ("disk_each", time(&less.disk_each), time(&more.disk_each)),
        ("disk_exits", amount(&less.disk_exits), amount(&more.disk_exits)),
        ("disk_layer", time(&less.disk_layer), time(&more.disk_layer)),
    ];
    pairs.into_iter().filter(|(_, less, more)| less > more).map(|(name, ..)| name).collect()
}

#[test]
fn taking_a_layer_away_raises_no_price() {
    use operation as of;
    let layers = [
        (&of::NATIVE, &of::BRIDGED),
        (&of::BRIDGED, &of::BRIDGED_AUFS),
        (&of::BRIDGED, &of::SYSTRAP),
        (&of::SANDBOX_KVM, &of::SYSTRAP),
        (&of::SYSTRAP, &of::PTRACE),
        (&of::NATIVE, &of::VIRTIO),
        (&of::VIRTIO, &of::VIRTIO_BRIDGED),
        (&of::BRIDGED, &of::VIRTIO_BRIDGED),
        (&of::VIRTIO, &of::VIRTIO_2013),
        (&of::VIRTIO, &of::EMULATED),
        (&of::EMULATED, &of::HOSTED),
        (&of::VIRTIO, &of::NESTED),
        (&of::NATIVE, &of::FIRECRACKER),
        (&of::NATIVE, &of::PARAVIRTUAL_2003),
        (&of::PARAVIRTUAL_2003, &of::PARAVIRTUAL),
        (&of::NATIVE, &of::SHADOW),
        (&of::NATIVE, &of::TRANSLATED),
        (&of::NATIVE, &of::SOFTWARE),
    ];
    for (less, more) in layers {
        let faults = nowhere_above(less, more);
        assert!(faults.is_empty(), "{} above {}: {faults:?}", less.id, more.id);
    }
}

#[test]
fn no_request_is_cheaper_behind_a_layer() {
    let layers = [
        ("process", "docker"),
        ("process", "qemu-kvm"),
        ("docker", "gvisor"),
        ("gvisor-kvm", "gvisor"),
        ("gvisor", "gvisor-ptrace"),
        ("qemu-kvm", "qemu-emulated"),
        ("qemu-kvm", "qemu-nested"),
        ("qemu-kvm", "kata"),
        ("qemu-emulated", "virtualbox"),
        ("xen-2003", "xen-pv"),
        ("process", "xen-2003"),
        ("process", "binary-translation"),
    ];
    for (less, more) in layers {
        for work in workloads() {
            let [one, other] = [less, more].map(|id| machine(id, 1, 1).price(work));
            let told = format!("{}: {less} {one:?}, {more} {other:?}", work.id);
            assert!(one.work <= other.work * (1.0 + 1e-12), "{told}");
            let asleep = |price: Price| {
                price.work
                    + price.wake
                    + price.network_thread
                    + price.round_trips_asleep
                    + price.thread_wake
            };
            assert!(asleep(one) <= asleep(other) * (1.0 + 1e-12), "{told}");
        }
    }
}

#[test]
fn translation_is_slower_than_paravirtual_and_that_than_native_where_the_kernel_is_called() {
    for seed in 1..=5 {
        for work in ["redis", "nginx", "kernel-build"] {
            let [native, paravirtual, translated] = ["process", "xen-pv", "binary-translation"]
                .map(|platform| relative_with(platform, work, seed));
            assert!(translated < 0.85 * paravirtual, "{work}: {translated} {paravirtual}");
            assert!(paravirtual < 0.99 * native, "{work}: {paravirtual} {native}");
        }
    }
}

#[test]
fn work_that_only_computes_is_as_fast_everywhere_but_under_emulation() {
    for platform in platforms().iter().filter(|platform| platform.id != "tcg") {
        let told = relative(platform.id, "linpack");
        assert!(told > 0.95, "{}: {told}", platform.id);
    }
    assert!(relative("tcg", "linpack") < 0.1);
}

#[test]
fn the_processors_support_is_told_apart_by_the_operation_that_is_dear() {
    // Without nested tables processes are dear and random access is not; with them it is reversed.
    assert!(relative("qemu-shadow", "kernel-build") < 0.8 * relative("qemu-kvm", "kernel-build"));
    assert!(relative("qemu-shadow", "gups") > 1.08 * relative("qemu-kvm", "gups"));
    // Emulated devices cost where there are packets, and nowhere else.
    assert!(relative("qemu-emulated", "redis") < 0.5 * relative("qemu-kvm", "redis"));
    assert!(relative("qemu-emulated", "linpack") > 0.99 * relative("qemu-kvm", "linpack"));
    assert!(relative("qemu-nested", "redis") < 0.9 * relative("qemu-kvm", "redis"));
}

#[test]
fn latency_hurts_one_client_and_work_hurts_many() {
    let with = |platform, clients| {
        let setting = Setting {
            load: Load::Closed { clients },
            compared: true,
            ..Setting::usual(&bill("redis"), 10_000)
        };
        value(&run(machine(platform, 1, 4), setting), Of::Relative)
    };
    assert!(with("qemu-kvm", 1) < 0.75 && with("qemu-kvm", 100) > 0.85);
    assert!((with("docker", 1) - with("docker", 100)).abs() < 0.2);
}

#[test]
fn a_database_is_faster_on_a_machine_that_is_given_more_until_a_lock_binds() {
    let with = |vcpus| {
        let answer = run(machine("qemu-kvm", 1, vcpus), Setting::usual(&bill("mysql"), 10_000));
        value(&answer, Of::Throughput)
    };
    let [one, two, four, twelve, sixteen] = [1, 2, 4, 12, 16].map(with);
    assert!(two > 1.8 * one && four > 1.7 * two, "{one} {two} {four}");
    assert!(sixteen < 1.1 * twelve, "{twelve} {sixteen}");
}

#[test]
fn a_platform_with_prices_of_its_own_is_data() {
    static DEAR: Operations =
        Operations { id: "dear", call: exactly(100.0, Unit::Microseconds), ..operation::NATIVE };
    let process = catalog::platform("process").expect("it is in the catalogue");
    let mut machine = machine("process", 1, 1);
    machine.platform = Platform { id: "dear", operations: &DEAR, ..process.clone() };
    let setting = Setting { compared: true, ..Setting::usual(&bill("redis"), 2_000) };
    let told = value(&run(machine, setting), Of::Relative);
    // Two calls of 100 us instead of 0.06 us, on 7.7 us of work.
    assert!((told / (7.724 / 207.6) - 1.0).abs() < 0.05, "{told}");
}

#[test]
fn equal_questions_have_equal_answers_however_they_are_sliced() {
    for work in ["mysql", "fio-read", "kernel-build"] {
        for platform in ["qemu-kvm", "docker", "firecracker"] {
            let setting = Setting { compared: true, ..Setting::usual(&bill(work), 3_000) };
            let whole = run(machine(platform, 3, 2), setting.clone());
            let mut sliced = Run::new(machine(platform, 3, 2), setting);
            let mut fraction = 0.0;
            while !sliced.advance(97) {
                assert!(sliced.fraction() >= fraction && sliced.fraction() <= 1.0);
                fraction = sliced.fraction();
            }
            assert_eq!(sliced.answer(), whole, "{platform}, {work}");
        }
    }
}

#[test]
fn an_overload_is_refused_and_not_kept() {
    let setting =
        Setting { load: Load::Open { rate: 1e6 }, ..Setting::usual(&bill("node"), 30_000) };
    let answer = run(machine("docker", 2, 2), setting);
    assert!(value(&answer, Of::Refused) > 1000.0);
    assert!(value(&answer, Of::Throughput) < 3000.0);
}

#[test]
fn what_cannot_run_is_refused_without_figures() {
    let mut machine = machine("qemu-kvm", 1, 1);
    machine.guest = None;
    let answer = run(machine, Setting::usual(&bill("nginx"), 100));
    assert!(answer.refused.is_some() && answer.figures.is_empty());
}

fn faster(host: &Host, factor: f64) -> Host {
    let mut host = host.clone();
    host.speed.typical *= factor;
    host.clock.typical *= factor;
    host
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_global_rejects: 4000, ..ProptestConfig::default() })]

    #[test]
    fn a_faster_host_never_does_less(
        which in 0..platforms().len(),
        work in 0..workloads().len(),
        instances in 1_u64..6,
        factor in 1.1_f64..3.0,
    ) {
        // Paths of virtual disks may fall in step: a test below says how.
        let batched = workloads()[work].operations.typical > 0.0;
        prop_assume!(!batched || platforms()[which].guests.is_empty());
        let mut slow = machine(platforms()[which].id, instances, 2);
        slow.spread = false;
        let mut quick = slow.clone();
        quick.host = faster(&slow.host, factor);
        let setting = Setting::usual(workloads()[work], 2_000);
        let [slow, quick] = [slow, quick].map(|machine| {
            value(&run(machine, setting.clone()), Of::Throughput)
        });
        prop_assert!(quick > slow * 0.98, "{slow} {quick}");
    }

    #[test]
    fn more_clients_never_do_less(
        which in 0..platforms().len(),
        clients in 1_u32..40,
        more in 1_u32..40,
    ) {
        let with = |clients| {
            let mut machine = machine(platforms()[which].id, 2, 2);
            machine.spread = false;
            let setting =
                Setting { load: Load::Closed { clients }, ..Setting::usual(&bill("nginx"), 4_000) };
            value(&run(machine, setting), Of::Throughput)
        };
        let (few, many) = (with(clients), with(clients + more));
        prop_assert!(many > few * 0.97, "{few} {many}");
    }
}

/// How busy something is, by the table of what can bind.
fn busy(answer: &Answer, bound: Bound) -> f64 {
    let label = Label::Mechanism(Mechanism::Bound(bound).into());
    let rows = answer.tables.iter().flat_map(|table| &table.rows);
    let found = rows.filter(|row| row.label == label).find_map(|row| match row.cells[..] {
        [Cell::Value(part)] => Some(part),
        _ => None,
    });
    found.expect("it is in use")
}

// A path takes up what waits in its ring and hands it over in one piece, as emulators submit one
// pass of a ring: what is published of random writes is met only so. Equal instances without any
// spread then fall in step, and while all paths take up their larger batches the device has
// nothing to do. No path sleeps meanwhile: it is not a matter of notifications.
#[test]
fn a_faster_host_can_do_less_only_where_all_disk_paths_take_up_at_one_time() {
    let on = |instances, factor| {
        let mut machine = machine("xen-pv", instances, 2);
        machine.host = faster(&machine.host, factor);
        run(machine, Setting::usual(&bill("fio-read"), 20_000))
    };
    let (slow, quick) = (on(5, 1.0), on(5, 1.7886));
    assert!(value(&quick, Of::Throughput) < value(&slow, Of::Throughput) * 0.95);
    assert!(busy(&slow, Bound::Device) > 0.99 && busy(&quick, Bound::Device) < 0.95);
    for answer in [&slow, &quick] {
        assert!(busy(answer, Bound::DiskPath) > 0.99, "no path ever waits to be woken");
    }
    // One path has nobody to fall in step with.
    assert!(value(&on(1, 1.7886), Of::Throughput) > value(&on(1, 1.0), Of::Throughput));
}

#[test]
fn a_batch_has_no_clients_and_disks_have_no_open_load() {
    for work in workloads() {
        let open = Load::Open { rate: 10.0 };
        let setting = Setting { load: open, ..Setting::usual(work, 200) };
        let answer = run(machine("process", 1, 2), setting);
        let refused = value(&answer, Of::Refused);
        assert!(work.kind == LoadKind::Server || refused == 0.0, "{}", work.id);
    }
}

#[test]
fn random_access_across_sockets_hides_what_walks_of_page_tables_cost() {
    let with = |vcpus| {
        let mut machine = machine("qemu-kvm", 1, vcpus);
        machine.host = catalog::host("felter").expect("it is in the catalogue").clone();
        let setting = Setting { compared: true, ..Setting::usual(&bill("gups"), 2_000) };
        value(&run(machine, setting), Of::Relative)
    };
    let (one_socket, both) = (with(8), with(16));
    assert!((one_socket - 0.877).abs() < 0.01, "{one_socket}");
    assert!(both > 0.98, "{both}");
}

#[test]
fn a_back_end_that_is_kept_busy_need_not_be_woken() {
    let with = |clients| {
        let load = Load::Closed { clients };
        let setting = Setting { load, compared: true, ..Setting::usual(&bill("redis"), 20_000) };
        value(&run(machine("qemu-2013", 1, 4), setting), Of::Relative)
    };
    let [one, five, fifty] = [1, 5, 50].map(with);
    assert!(one < five && five < fifty, "{one} {five} {fifty}");
}
