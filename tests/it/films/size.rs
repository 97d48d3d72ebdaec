//! What a film weighs: it travels from one program to the other.

use strata::experiment::maintenance::{Fix, HostWay};
use strata::experiment::{Job, Question};
use strata::model::{Layer, Machine};
use strata::scenario::{Mode, Scenario, Side};

/// Bytes of the film of what is usually asked of so many instances.
fn weight(platform: &str, mode: Mode, instances: u64) -> usize {
    let mut scenario = Scenario { mode, instances, ..Scenario::default() };
    platform.clone_into(&mut scenario.sides[0].platform);
    scenario.maintenance.fix = Fix::EveryKernel;
    scenario.maintenance.host = HostWay::Drain;
    scenario.incident.layer = Layer::HostKernel;
    let machine = Machine { spread: true, ..scenario.machine(Side::A).expect("it runs") };
    let question: Question = scenario.question(Side::A);
    let mut job = Job::new(machine, question);
    while !job.advance(u64::MAX) {}
    let film = job.film().expect("it is a story");
    let bytes = postcard::to_allocvec(&film).expect("it is data");
    assert_eq!(postcard::from_bytes(&bytes), Ok(film));
    bytes.len()
}

#[test]
fn a_film_weighs_some_dozens_of_bytes_for_each_instance() {
    for mode in
        [Mode::Throughput, Mode::Elasticity, Mode::Mobility, Mode::Maintenance, Mode::Incident]
    {
        for platform in ["docker", "qemu-kvm"] {
            for instances in [200, 10_000] {
                let bytes = weight(platform, mode, instances);
                println!("{mode:?} {platform} {instances}: {bytes}");
                assert!(bytes < 16_384 + 400 * usize::try_from(instances).expect("a few"));
            }
        }
    }
}
