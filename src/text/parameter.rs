//! Parameters: label, help, choices and values.

use super::{Locale, Say, answer, name, number, pick};
use crate::catalog;
use crate::scenario::{Group, ParameterId, Value, parameter};

/// Label of a control.
#[must_use]
pub const fn label(id: ParameterId, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        ParameterId::Mode => ("Question", "질문"),
        ParameterId::Host => ("Host", "호스트"),
        ParameterId::Image => ("Application", "애플리케이션"),
        ParameterId::Instances => ("Instances", "인스턴스 수"),
        ParameterId::FillMost => ("Try at most", "최대 시도 수"),
        ParameterId::Goal => ("Start-time goal", "시작 시간 목표"),
        ParameterId::Launch => ("Start", "시작 방식"),
        ParameterId::LaunchInterval => ("Time between starts", "시작 간격"),
        ParameterId::Starters => ("Starts at once", "동시 시작 수"),
        ParameterId::ImageState => ("Image is", "이미지 위치"),
        ParameterId::Cores => ("Cores", "코어"),
        ParameterId::Memory => ("Memory", "메모리"),
        ParameterId::DiskSpeed => ("Disk speed", "디스크 속도"),
        ParameterId::DiskOperations => ("Disk operations", "디스크 IOPS"),
        ParameterId::Swap => ("Swap", "스왑"),
        ParameterId::Link => ("Registry link", "레지스트리 회선"),
        ParameterId::Spread => ("Vary starts", "시작 시간 변동"),
        ParameterId::Seed => ("Seed", "난수 시드"),
        ParameterId::Watch => ("Watch for", "관찰 시간"),
        ParameterId::Platform => ("Platform", "플랫폼"),
        ParameterId::Guest => ("Guest", "게스트"),
        ParameterId::Vcpus => ("Cores per instance", "인스턴스당 코어"),
        ParameterId::MemoryEach => ("Memory per VM", "VM당 메모리"),
        ParameterId::DiskFormat => ("Disk made by", "디스크 생성 방식"),
        ParameterId::Snapshot => ("Restore a snapshot", "스냅숏에서 복원"),
        ParameterId::Merging => ("Same-page merging (KSM)", "동일 페이지 병합 (KSM)"),
        ParameterId::Balloon => ("Balloon", "벌룬"),
        ParameterId::Overcommit => ("Promise at most", "메모리 약속 한도"),
        ParameterId::Throughput(id) => return answer::throughput::label(id, locale),
        ParameterId::Pressure(id) => return answer::pressure::label(id, locale),
        ParameterId::Elasticity(id) => return answer::elasticity::label(id, locale),
        ParameterId::Mobility(id) => return answer::mobility::label(id, locale),
        ParameterId::Maintenance(id) => return answer::maintenance::label(id, locale),
        ParameterId::Incident(id) => return answer::incident::label(id, locale),
        ParameterId::Compatibility(id) => return answer::compatibility::label(id, locale),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: ParameterId, locale: Locale) -> &'static str {
    match locale {
        Locale::English => help_english(id),
        Locale::Korean => help_korean(id),
    }
}

const fn help_english(id: ParameterId) -> &'static str {
    match id {
        ParameterId::Mode => "Compare a fixed number, or fill both machines until something gives.",
        ParameterId::Host => "The hardware under both machines, with its kernel.",
        ParameterId::Image => "What every instance runs. Ready means that it answers.",
        ParameterId::Instances => "How many are started on each machine.",
        ParameterId::FillMost => "Filling stops here if nothing has given before.",
        ParameterId::Goal => "A start that takes longer than this counts as a limit.",
        ParameterId::Launch => "All at once, one by one, or a few at a time.",
        ParameterId::LaunchInterval => "From one start to the next.",
        ParameterId::Starters => "How many starts are under way at the same time.",
        ParameterId::ImageState => {
            "Where the image or the VM’s disk is at the beginning: in the registry, on the disk, \
             or already in memory."
        }
        ParameterId::Cores => "Cores that can work at once.",
        ParameterId::Memory => "Installed memory. The host’s kernel takes its part first.",
        ParameterId::DiskSpeed => "Sequential reading; writing changes in proportion.",
        ParameterId::DiskOperations => "Random reads of 4 KiB per second.",
        ParameterId::Swap => "Room on the disk for pages that no longer fit in memory.",
        ParameterId::Link => "Bandwidth to the image registry.",
        ParameterId::Spread => "Equal starts differ a little, as repeated measurements do.",
        ParameterId::Seed => "The same seed gives the same run, bit for bit, in every browser.",
        ParameterId::Watch => "How long the machines run on after the last start.",
        ParameterId::Platform => {
            "The way to isolate: a process, a container, a microVM, a VM and more."
        }
        ParameterId::Guest => "The operating system that each virtual machine boots.",
        ParameterId::Vcpus => "Virtual cores of a VM; the most cores a container may use.",
        ParameterId::MemoryEach => "Promised to each VM. The host backs it as it is touched.",
        ParameterId::DiskFormat => "Shared layers, a thin overlay on one image, or a full copy.",
        ParameterId::Snapshot => "Continue from a saved state instead of booting.",
        ParameterId::Merging => {
            "The kernel looks for equal pages and keeps one of them. It costs CPU time; this is \
             how many pages it scans in a second."
        }
        ParameterId::Balloon => "Under pressure the host may ask guests for memory back.",
        ParameterId::Overcommit => {
            "The most memory promised to all VMs together, as a share of what is installed."
        }
        ParameterId::Throughput(id) => answer::throughput::help(id, Locale::English),
        ParameterId::Pressure(id) => answer::pressure::help(id, Locale::English),
        ParameterId::Elasticity(id) => answer::elasticity::help(id, Locale::English),
        ParameterId::Mobility(id) => answer::mobility::help(id, Locale::English),
        ParameterId::Maintenance(id) => answer::maintenance::help(id, Locale::English),
        ParameterId::Incident(id) => answer::incident::help(id, Locale::English),
        ParameterId::Compatibility(id) => answer::compatibility::help(id, Locale::English),
    }
}

const fn help_korean(id: ParameterId) -> &'static str {
    match id {
        ParameterId::Mode => "정해진 수를 비교하거나, 한계가 드러날 때까지 두 서버를 채웁니다.",
        ParameterId::Host => "두 서버가 쓰는 하드웨어와 그 커널입니다.",
        ParameterId::Image => "모든 인스턴스가 실행하는 프로그램. 응답하면 준비 완료입니다.",
        ParameterId::Instances => "서버마다 시작하는 인스턴스 수입니다.",
        ParameterId::FillMost => "그 전에 한계가 없으면 여기서 멈춥니다.",
        ParameterId::Goal => "시작이 이보다 오래 걸리면 한계로 봅니다.",
        ParameterId::Launch => "한꺼번에, 하나씩, 또는 몇 개씩 시작합니다.",
        ParameterId::LaunchInterval => "한 번의 시작에서 다음 시작까지의 시간입니다.",
        ParameterId::Starters => "동시에 진행하는 시작의 수입니다.",
        ParameterId::ImageState => {
            "이미지나 VM 디스크가 처음에 있는 곳: 레지스트리, 호스트 디스크, 메모리."
        }
        ParameterId::Cores => "동시에 일할 수 있는 코어 수입니다.",
        ParameterId::Memory => "설치된 메모리. 호스트 커널이 먼저 제 몫을 씁니다.",
        ParameterId::DiskSpeed => "순차 읽기 속도. 쓰기 속도도 같은 비율로 바뀝니다.",
        ParameterId::DiskOperations => "초당 4 KiB 임의 읽기 횟수입니다.",
        ParameterId::Swap => "메모리에 못 담는 페이지를 옮겨 둘 디스크 공간입니다.",
        ParameterId::Link => "이미지 레지스트리까지의 대역폭입니다.",
        ParameterId::Spread => "반복 측정처럼 같은 시작도 조금씩 달라지게 합니다.",
        ParameterId::Seed => "시드가 같으면 어느 브라우저에서나 비트까지 같은 결과가 나옵니다.",
        ParameterId::Watch => "마지막 시작이 끝난 뒤 더 지켜보는 시간입니다.",
        ParameterId::Platform => "격리 방식: 프로세스, 컨테이너, microVM, VM 등.",
        ParameterId::Guest => "가상 머신마다 부팅하는 운영체제입니다.",
        ParameterId::Vcpus => "VM의 가상 코어 수, 컨테이너가 쓸 수 있는 최대 코어 수입니다.",
        ParameterId::MemoryEach => "VM마다 약속한 메모리. 실제 메모리는 VM이 건드릴 때 주어집니다.",
        ParameterId::DiskFormat => "공유 레이어, 한 이미지 위의 얇은 오버레이, 또는 전체 복사.",
        ParameterId::Snapshot => "부팅하지 않고 저장해 둔 상태에서 이어 갑니다.",
        ParameterId::Merging => {
            "커널이 내용이 같은 페이지를 찾아 하나만 남깁니다. CPU 시간이 들며, 이 값은 초당 \
             검사하는 페이지 수입니다."
        }
        ParameterId::Balloon => "메모리가 모자라면 호스트가 게스트에게 메모리를 돌려받습니다.",
        ParameterId::Overcommit => {
            "모든 VM에 약속하는 메모리의 한도로, 설치된 메모리에 대한 비율입니다."
        }
        ParameterId::Throughput(id) => answer::throughput::help(id, Locale::Korean),
        ParameterId::Pressure(id) => answer::pressure::help(id, Locale::Korean),
        ParameterId::Elasticity(id) => answer::elasticity::help(id, Locale::Korean),
        ParameterId::Mobility(id) => answer::mobility::help(id, Locale::Korean),
        ParameterId::Maintenance(id) => answer::maintenance::help(id, Locale::Korean),
        ParameterId::Incident(id) => answer::incident::help(id, Locale::Korean),
        ParameterId::Compatibility(id) => answer::compatibility::help(id, Locale::Korean),
    }
}

/// Heading of a group of controls.
#[must_use]
pub const fn group(group: Group, locale: Locale) -> &'static str {
    let (english, korean) = match group {
        Group::First => ("What to compare", "비교 대상"),
        Group::Question => ("The question", "질문 설정"),
        Group::Start => ("Starting", "시작"),
        Group::Hardware => ("Hardware", "하드웨어"),
        Group::Instance => ("Each instance", "인스턴스"),
        Group::Sharing => ("Sharing memory", "메모리 공유"),
        Group::Run => ("The run", "실행"),
    };
    pick(locale, english, korean)
}

/// The name of a choice; an id that nobody knows stays as it is.
#[must_use]
pub fn choice(id: ParameterId, value: &str, locale: Locale) -> String {
    let known = match id {
        ParameterId::Host => catalog::host::host(value).map(|host| name::host(host, locale)),
        ParameterId::Image => catalog::image::image(value).map(|image| name::image(image, locale)),
        ParameterId::Platform => {
            catalog::platform::platform(value).map(|platform| name::platform(platform, locale))
        }
        ParameterId::Guest => catalog::guest::guest(value).map(|guest| name::guest(guest, locale)),
        ParameterId::Throughput(id) => answer::throughput::choice(id, value, locale),
        ParameterId::Pressure(id) => answer::pressure::choice(id, value, locale),
        ParameterId::Elasticity(id) => answer::elasticity::choice(id, value, locale),
        ParameterId::Mobility(id) => answer::mobility::choice(id, value, locale),
        ParameterId::Maintenance(id) => answer::maintenance::choice(id, value, locale),
        ParameterId::Incident(id) => answer::incident::choice(id, value, locale),
        ParameterId::Compatibility(id) => answer::compatibility::choice(id, value, locale),
        _ => closed(value).map(|(english, korean)| pick(locale, english, korean)),
    };
    known.unwrap_or(value).to_owned()
}

/// The closed lists; a test holds that every choice of the table is here.
const fn closed_words() -> &'static [(&'static str, (&'static str, &'static str))] {
    &[
        ("compare", ("Compare starts", "시작 비교")),
        ("fill", ("Fill the machine", "서버 채우기")),
        ("throughput", ("Do work", "처리량")),
        ("pressure", ("Run short", "자원 압박")),
        ("elasticity", ("Meet demand", "탄력성")),
        ("mobility", ("Move", "이동")),
        ("maintenance", ("Patch", "유지보수")),
        ("incident", ("Break", "사고")),
        ("compatibility", ("What runs", "호환성")),
        ("together", ("all at once", "한꺼번에")),
        ("every", ("one every …", "일정 간격으로")),
        ("starters", ("by several starters", "여러 실행기가 차례로")),
        ("in-flight", ("so many at a time until ready", "정한 수만큼 준비될 때까지")),
        ("remote", ("in the registry", "레지스트리")),
        ("disk", ("on the disk", "호스트 디스크")),
        ("memory", ("in memory", "메모리")),
        ("layers", ("shared layers", "공유 레이어")),
        ("full-clone", ("full copy", "전체 복사")),
        ("linked-clone", ("thin overlay", "얇은 오버레이")),
        ("shared-image", ("one shared image", "공유 이미지 하나")),
    ]
}

fn closed(value: &str) -> Option<(&'static str, &'static str)> {
    closed_words().iter().find(|(id, _)| *id == value).map(|&(_, words)| words)
}

/// A value of a parameter, with its unit or as its name.
#[must_use]
pub fn value(id: ParameterId, value: &Value, locale: Locale) -> String {
    match value {
        Value::Number(amount) => match parameter(id).range() {
            Some(range) => number::measured(*amount, range.measure, locale),
            None => number::count(*amount, locale),
        },
        Value::Off | Value::Switch(false) => pick(locale, "off", "끔").to_owned(),
        Value::Switch(true) => pick(locale, "on", "켬").to_owned(),
        Value::Choice(chosen) => choice(id, chosen, locale),
    }
}

impl Say for ParameterId {
    fn english(&self) -> String {
        label(*self, Locale::English).to_owned()
    }

    fn korean(&self) -> String {
        label(*self, Locale::Korean).to_owned()
    }
}
