//! A new platform and a new guest are values: nothing but the catalogue's types is needed.

use strata::catalog::measured::{JUDGEMENT, Unit, measured};
use strata::catalog::{Clock, Kernel, Part, Phase, Platform};
use strata::experiment::{Report, Snapshot, run};
use strata::model::{Machine, Owner};
use strata::units::Bytes;

use super::{machine, with_instances};

/// A hypervisor that nobody has written: it is configured in 5 ms and boots a kernel directly.
const DREAM: &[Part] = &[
    Part::Fetch,
    Part::Work {
        phase: Phase::Create,
        cpu: measured([5.0; 3], Unit::Milliseconds, JUDGEMENT, "Invented for this test."),
        threads: 1.0,
    },
    Part::Reached(Clock::Vmm),
    Part::LoadKernel { compressed: false },
    Part::Reached(Clock::FirstInstruction),
    Part::GuestKernel { legacy_probe: false },
    Part::Reached(Clock::Init),
    Part::GuestInit,
    Part::Application,
];

#[test]
fn a_platform_and_a_guest_are_added_as_values() {
    let usual = machine("firecracker", "minimal");
    let platform = Platform {
        id: "dream",
        name: "Dream",
        start: DREAM,
        guests: &["dream-guest"],
        ..usual.platform.clone()
    };
    let mut guest = usual.guest.clone().expect("the usual machine has a guest");
    guest.id = "dream-guest";
    guest.kernel_cpu.typical = 10.0;
    let dream = with_instances(3, Machine { platform, guest: Some(guest), ..usual.clone() });

    let report = run(dream);
    assert_eq!(report.ready(), 3);
    let vmm = report.clock(Clock::Vmm).expect("the clock stopped").p50;
    assert!((vmm.as_seconds() - 0.005).abs() < 1e-9);
    let booted = |report: &Report| report.clock(Clock::Init).expect("the clock stopped").p50;
    assert!(booted(&report) < booted(&run(usual)));
    let end = Snapshot::of(&report, report.ended);
    assert!(end.memory.iter().all(|one| one[Owner::GuestKernel.index()] > Bytes::ZERO));
}

#[test]
fn every_platform_of_the_catalogue_says_who_owns_the_kernel_it_runs_on() {
    for platform in strata::catalog::platforms() {
        let boots = platform.start.iter().any(|part| matches!(part, Part::GuestKernel { .. }));
        let restores = platform.start.iter().any(|part| matches!(part, Part::Restore { .. }));
        let owns = matches!(platform.isolation.kernel, Kernel::Guest | Kernel::OneGuest);
        assert_eq!(boots || restores, owns, "{}", platform.id);
        assert_eq!(!platform.guests.is_empty(), owns, "{}", platform.id);
    }
}
