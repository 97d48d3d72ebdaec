//! What runs on what: the kernel that is missing, the machine that is hidden.

use strata::catalog::{Os, host, image, images, platform, platforms};
use strata::experiment::answer::{self, Answer, Cell, Label, Mechanism};
use strata::experiment::compatibility::{self, Quantity, Setting};
use strata::experiment::{Job, Question, ask};
use strata::model::{Incompatible, Machine, Verdict};

use crate::experiment::{containers, machine, virtual_machines};

fn asked(machine: &Machine) -> Answer {
    ask(machine.clone(), Question::Compatibility(Setting {}))
}

fn value(answer: &Answer, quantity: Quantity) -> Option<f64> {
    answer.value(answer::Quantity::Compatibility(quantity))
}

fn on(host_id: &str, platform_id: &str, image_id: &str) -> Machine {
    let mut machine = containers();
    machine.host = host(host_id).expect("a host of the catalogue").clone();
    machine.image = image(image_id).expect("an image of the catalogue").clone();
    machine.on(platform(platform_id).expect("a platform of the catalogue")).expect("it has a disk")
}

#[test]
fn a_windows_application_is_refused_in_a_linux_container_and_runs_in_a_machine() {
    let refused = on("server", "docker", "iis");
    let reason = Incompatible::NeedsOtherKernel { wants_windows: true };
    assert_eq!(refused.verdict(), Verdict::Refused(reason));
    let told = Mechanism::Compatibility(compatibility::Mechanism::NeedsWindowsKernel);
    assert!(asked(&refused).remarks.contains(&told));
    assert_eq!(on("server", "qemu-kvm", "iis").verdict(), Verdict::Runs);
    assert_eq!(on("windows-server", "docker", "iis").verdict(), Verdict::Runs);
}

#[test]
fn a_linux_container_on_another_kernel_hides_a_machine_and_pays_for_it() {
    for host in ["windows-laptop", "mac-laptop", "windows-server"] {
        let machine = on(host, "docker", "nginx");
        assert_eq!(machine.verdict(), Verdict::Carried, "{host}");
        let answer = asked(&machine);
        assert!(answer.refused.is_none());
        assert_eq!(value(&answer, Quantity::Kernels), Some(2.0), "{host}");
        assert_eq!(value(&answer, Quantity::HiddenMachines), Some(1.0), "{host}");
        assert!(value(&answer, Quantity::HiddenMemory).is_some_and(|held| held > 5e8), "{host}");
        assert!(value(&answer, Quantity::HiddenStart).is_some_and(|took| took > 0.5), "{host}");
    }
    let plain = asked(&on("server", "docker", "nginx"));
    assert_eq!(value(&plain, Quantity::HiddenMachines), Some(0.0));
    assert_eq!(value(&plain, Quantity::HiddenMemory), None);
}

#[test]
fn the_desktops_machine_is_hidden_on_every_host() {
    for host in ["laptop", "windows-laptop", "mac-laptop"] {
        assert_eq!(on(host, "docker-desktop", "nginx").verdict(), Verdict::Carried, "{host}");
    }
}

#[test]
fn what_belongs_to_linux_does_not_exist_elsewhere() {
    let reason = Verdict::Refused(Incompatible::HostNotSupported);
    for id in ["qemu-kvm", "firecracker", "xen-pv", "kata", "docker-in-vm"] {
        assert_eq!(on("windows-laptop", id, "nginx").verdict(), reason, "{id}");
        assert_eq!(on("mac-laptop", id, "nginx").verdict(), reason, "{id}");
    }
    for id in ["virtualbox", "tcg"] {
        assert_eq!(on("windows-laptop", id, "nginx").verdict(), Verdict::Runs, "{id}");
        assert_eq!(on("mac-laptop", id, "iis").verdict(), Verdict::Runs, "{id}");
    }
}

#[test]
fn a_unikernel_must_be_built_and_not_everything_is() {
    let built = on("server", "unikernel-firecracker", "nginx");
    assert_eq!(built.verdict(), Verdict::Rebuilt);
    let other = on("server", "unikernel-firecracker", "postgres");
    assert_eq!(other.verdict(), Verdict::Refused(Incompatible::NoUnikernelBuild));
}

#[test]
fn kernels_are_one_for_containers_and_one_more_for_each_machine() {
    let kernels = |machine: &Machine| value(&asked(machine), Quantity::Kernels);
    assert_eq!(kernels(&containers()), Some(1.0));
    assert_eq!(kernels(&virtual_machines()), Some(13.0));
    assert_eq!(kernels(&machine("gvisor", "")), Some(13.0));
    assert_eq!(kernels(&machine("docker-desktop", "linuxkit")), Some(2.0));
}

#[test]
fn the_matrix_has_a_verdict_in_every_field_and_says_of_this_machine_what_its_verdict_is() {
    let machine = containers();
    let answer = asked(&machine);
    let table = &answer.tables[0];
    assert_eq!(table.rows.len(), platforms().len());
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        assert!(row.cells.iter().all(|cell| matches!(cell, Cell::Mechanism(_))));
    }
    assert!(matches!(answer.remarks.first(), Some(first) if table
        .rows
        .iter()
        .any(|row| row.cells.first() == Some(&Cell::Mechanism(*first)))));
}

#[test]
fn an_application_runs_exactly_where_its_kernel_is_to_be_had() {
    for platform in platforms() {
        for image in images() {
            for host in ["server", "windows-server", "mac-laptop"] {
                let machine = on(host, platform.id, image.id);
                let verdict = machine.verdict();
                let refused = matches!(verdict, Verdict::Refused(_));
                let answer = asked(&machine);
                assert_eq!(value(&answer, Quantity::Runs), Some(f64::from(u8::from(!refused))));
                // Linux containers never run a Windows application.
                if platform.guests.is_empty() && image.os == Os::Windows {
                    assert!(refused || machine.host.os == Os::Windows, "{}", platform.id);
                }
            }
        }
    }
}

#[test]
fn the_question_in_slices_is_the_question_at_once() {
    let machine = on("mac-laptop", "docker", "nginx");
    let mut job = Job::new(machine.clone(), Question::Compatibility(Setting {}));
    while !job.advance(5) {}
    assert_eq!(job.answer(), asked(&machine));
}

#[test]
fn a_platform_boots_guests_and_a_container_takes_their_user_space_as_an_image() {
    use compatibility::Mechanism::{AsImage, NeedsWindowsKernel, Refused, Runs};

    let told = |machine: &Machine, name: &str| {
        let answer = asked(machine);
        let row =
            answer.tables[1].rows.iter().find(|row| row.label == Label::Name(name.to_owned()));
        match row.expect("every guest has its row").cells[0] {
            Cell::Mechanism(Mechanism::Compatibility(told)) => told,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(told(&virtual_machines(), "Windows Server Core"), Runs);
    assert_eq!(told(&containers(), "Windows Server Core"), NeedsWindowsKernel);
    assert_eq!(told(&containers(), "Ubuntu Server"), AsImage);
    let foreign = Refused(Incompatible::GuestNotSupported);
    assert_eq!(told(&machine("firecracker", "minimal"), "Windows XP"), foreign);
}
