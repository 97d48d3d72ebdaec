//! Maintenance: exposure, downtime, labour, and never more down than a wave.

use proptest::prelude::*;
use strata::catalog::{UPKEEP, platforms};
use strata::experiment::answer::{self, Answer, Mechanism};
use strata::experiment::maintenance::{self, Fix, HostWay, Quantity, Setting, Way};
use strata::experiment::{Job, Question, ask};
use strata::model::Machine;
use strata::units::Span;

use crate::experiment::{containers, machine, virtual_machines, with_instances};

const FIVE_MINUTES: Setting = Setting {
    fix: Fix::Kernel,
    way: Way::InPlace,
    host: HostWay::Reboot,
    at_once: 1,
    labour: Span::seconds(300),
};

const FIXES: [Fix; 5] = [Fix::Kernel, Fix::HostKernel, Fix::EveryKernel, Fix::Library, Fix::Vmm];

fn asked(machine: &Machine, setting: Setting) -> Answer {
    ask(machine.clone(), Question::Maintenance(setting))
}

fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Maintenance(quantity)).expect("the figure is told")
}

fn told(machine: &Machine, setting: Setting, quantity: Quantity) -> f64 {
    value(&asked(machine, setting), quantity)
}

fn says(answer: &Answer, mechanism: maintenance::Mechanism) -> bool {
    answer.remarks.contains(&Mechanism::Maintenance(mechanism))
}

fn every_platform() -> Vec<Machine> {
    platforms()
        .iter()
        .map(|platform| machine(platform.id, platform.guests.first().unwrap_or(&"")))
        .filter(|machine| machine.check_compatibility().is_ok())
        .collect()
}

/// Seconds of download and CPU work to install a kernel, by hand from the catalogue.
fn installation(machine: &Machine) -> f64 {
    UPKEEP.kernel_transfer.bytes().as_f64() / machine.host.link.per_second()
        + UPKEEP.kernel_install.seconds() / machine.host.speed.typical
}

/// A figure that counts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole numbers")]
fn whole(value: f64) -> u32 {
    value as u32
}

#[test]
fn exposure_is_the_sum_of_the_times_at_which_each_stops_running_what_is_flawed() {
    // One host, all at once: after the labour and the installation all stop together.
    let machine = containers();
    let each = 300.0 + installation(&machine);
    let told_hours = told(&machine, FIVE_MINUTES, Quantity::Exposure);
    assert!((told_hours - 12.0 * each / 3600.0).abs() < 1e-9);
}

#[test]
fn exposure_by_hand_grows_with_the_square_of_the_number() {
    // Two machines, one at a time: labour, installation, restart, labour, installation.
    let machine = with_instances(2, virtual_machines());
    let answer = asked(&machine, FIVE_MINUTES);
    let down = value(&answer, Quantity::Downtime) / 2.0;
    let each = 300.0 + installation(&machine);
    let expected = (each + (each + down + each)) / 3600.0;
    assert!((value(&answer, Quantity::Exposure) - expected).abs() < 1e-9);
    assert!((value(&answer, Quantity::Total) - 2.0 * (each + down)).abs() < 1e-9);
}

#[test]
fn labour_is_one_step_for_containers_and_one_for_each_machine_by_hand() {
    let steps = |machine: &Machine| whole(told(machine, FIVE_MINUTES, Quantity::LabourSteps));
    assert_eq!(steps(&containers()), 1);
    for count in [1, 5, 12] {
        assert_eq!(steps(&with_instances(count, virtual_machines())), count);
    }
    let replaced = Setting { way: Way::Replace, ..FIVE_MINUTES };
    assert_eq!(whole(told(&virtual_machines(), replaced, Quantity::LabourSteps)), 1);
    // The kernel of a microVM is a file of the host.
    assert_eq!(steps(&machine("firecracker", "minimal")), 1);
}

#[test]
fn a_reboot_of_the_host_takes_all_down_and_draining_it_takes_none() {
    let reboot = Setting { fix: Fix::HostKernel, ..FIVE_MINUTES };
    let drain = Setting { host: HostWay::Drain, ..reboot };
    for machine in crate::experiment::every_kind() {
        assert_eq!(whole(told(&machine, reboot, Quantity::FewestUp)), 0);
        assert!(told(&machine, reboot, Quantity::Outage) > UPKEEP.host_reboot.seconds());
        assert!(whole(told(&machine, drain, Quantity::FewestUp)) >= 11);
        assert!(told(&machine, drain, Quantity::Outage) < 1e-9);
        assert_eq!(whole(told(&machine, drain, Quantity::ExtraHosts)), 1);
    }
}

#[test]
fn what_migrates_keeps_its_state_and_what_starts_anew_loses_it() {
    let drain = Setting { fix: Fix::HostKernel, host: HostWay::Drain, ..FIVE_MINUTES };
    let lost = |machine: &Machine| whole(told(machine, drain, Quantity::StateLost));
    assert_eq!(lost(&virtual_machines()), 0);
    assert_eq!(lost(&machine("xen-pv", "debian")), 0);
    assert_eq!(lost(&containers()), 12);
    assert_eq!(lost(&machine("firecracker", "minimal")), 12);
    let answer = asked(&machine("firecracker", "minimal"), drain);
    assert!(says(&answer, maintenance::Mechanism::NoMigration));
}

#[test]
fn beside_means_nobody_down_and_memory_for_one_wave_more() {
    for machine in every_platform() {
        let setting = Setting { fix: Fix::Library, way: Way::Replace, at_once: 3, ..FIVE_MINUTES };
        let answer = asked(&machine, setting);
        if machine.platform.id == "process" {
            continue;
        }
        assert!(value(&answer, Quantity::Downtime) < 1e-9, "{}", machine.platform.id);
        assert_eq!(whole(value(&answer, Quantity::ExtraInstances)), 3, "{}", machine.platform.id);
        assert!(value(&answer, Quantity::ExtraMemory) > 0.0, "{}", machine.platform.id);
    }
}

#[test]
fn a_fix_of_every_kernel_takes_both_stages_where_there_are_two() {
    let every = Setting { fix: Fix::EveryKernel, ..FIVE_MINUTES };
    let machines = asked(&virtual_machines(), every);
    assert_eq!(machines.tables[0].rows.len(), 2);
    assert_eq!(whole(value(&machines, Quantity::LabourSteps)), 13);
    let shared = asked(&containers(), every);
    assert_eq!(shared.tables[0].rows.len(), 1);
    assert_eq!(whole(value(&shared, Quantity::LabourSteps)), 1);
}

#[test]
fn where_there_is_no_vmm_there_is_nothing_to_fix_in_it() {
    let answer = asked(&containers(), Setting { fix: Fix::Vmm, ..FIVE_MINUTES });
    assert!(says(&answer, maintenance::Mechanism::NothingToFix));
    assert!(value(&answer, Quantity::Total) <= 0.0);
    assert_eq!(whole(value(&answer, Quantity::FewestUp)), 12);
}

#[test]
fn every_kind_of_maintenance_has_an_answer_on_every_platform() {
    for machine in every_platform() {
        for fix in FIXES {
            for way in [Way::InPlace, Way::Replace] {
                for host in [HostWay::Reboot, HostWay::Drain] {
                    let setting = Setting { fix, way, host, at_once: 5, ..FIVE_MINUTES };
                    let answer = asked(&machine, setting);
                    holds(&machine, setting, &answer);
                }
            }
        }
    }
}

/// What must hold of any maintenance.
fn holds(machine: &Machine, setting: Setting, answer: &Answer) {
    let about = || format!("{} {setting:?}", machine.platform.id);
    for figure in &answer.figures {
        assert!(figure.value.is_finite() && figure.value >= 0.0, "{} {figure:?}", about());
    }
    let total = value(answer, Quantity::Total);
    let spent: f64 = answer.causes.iter().map(|cause| cause.amount).sum();
    assert!((spent - total).abs() <= 1e-6 * total.max(1.0), "{}: {spent} of {total}", about());
    let most = total * f64::from(machine.instances) / 3600.0;
    assert!(value(answer, Quantity::Exposure) <= most + 1e-9, "{}", about());
    let steps = value(answer, Quantity::LabourSteps);
    let by_hand = steps * setting.labour.as_seconds();
    assert!((value(answer, Quantity::LabourTime) - by_hand).abs() < 1e-6, "{}", about());
    let failed = value(answer, Quantity::Failed) > 0.0;
    for series in &answer.series {
        assert!(series.points.iter().map(|point| point.0).is_sorted(), "{}", about());
        let end = series.points.last().expect("points").1;
        let nothing = says(answer, maintenance::Mechanism::NothingToFix);
        let all = if nothing && series.y != answer.series[0].y { 0 } else { machine.instances };
        assert!(failed || whole(end) == all, "{}: {end}", about());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn never_more_than_a_wave_is_down(
        count in 1_u32..40,
        at_once in 1_u32..50,
        labour in 0_u64..600,
        seed in any::<u64>(),
        by_hand in any::<bool>(),
    ) {
        let fix = if by_hand { Fix::Kernel } else { Fix::Library };
        let labour = Span::seconds(labour);
        let setting = Setting { fix, at_once, labour, ..FIVE_MINUTES };
        let machine = Machine { seed, ..with_instances(count, virtual_machines()) };
        let answer = asked(&machine, setting);
        let fewest = whole(value(&answer, Quantity::FewestUp));
        prop_assert!(fewest >= count.saturating_sub(at_once));
        let up = answer.series[0].points.iter().map(|point| whole(point.1));
        prop_assert!(up.min().unwrap_or(0) >= count.saturating_sub(at_once));
        holds(&machine, setting, &answer);
    }

    #[test]
    fn maintenance_in_slices_is_maintenance_at_once(at_once in 1_u32..8, slice in 1_u64..60) {
        let setting = Setting { at_once, fix: Fix::EveryKernel, ..FIVE_MINUTES };
        let question = Question::Maintenance(setting);
        let mut job = Job::new(virtual_machines(), question.clone());
        let mut last = 0.0;
        while !job.advance(slice) {
            prop_assert!((last..=1.0).contains(&job.fraction()));
            last = job.fraction();
        }
        prop_assert_eq!(job.answer(), ask(virtual_machines(), question));
    }
}

#[test]
fn larger_waves_never_take_longer_by_hand_alone() {
    let total =
        |at_once| told(&virtual_machines(), Setting { at_once, ..FIVE_MINUTES }, Quantity::Total);
    let times: Vec<f64> = [1, 2, 4, 12].map(total).into();
    assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
}

#[test]
fn the_claims_about_updates_hold_for_five_seeds_and_so_do_their_limits() {
    for seed in 1..=5 {
        let spread = |machine: Machine| Machine { seed, spread: true, ..machine };
        let (vms, shared) = (spread(virtual_machines()), spread(containers()));
        let both = |setting, of| (told(&vms, setting, of), told(&shared, setting, of));
        let (more, less) = both(FIVE_MINUTES, Quantity::Exposure);
        assert!(more > 5.0 * less, "seed {seed}: {more} {less}");
        let (none, outage) = both(FIVE_MINUTES, Quantity::Outage);
        assert!(none <= 0.0 && outage > 73.0, "seed {seed}");
        let image = Setting { fix: Fix::Library, way: Way::Replace, at_once: 3, ..FIVE_MINUTES };
        let (one, other) = both(image, Quantity::Exposure);
        assert!((one - other).abs() < 0.15 * one, "seed {seed}: {one} {other}");
    }
}
