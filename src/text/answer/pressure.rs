//! Words about pressure.

use super::Locale;
use crate::experiment::pressure::{Mechanism, Quantity};
use crate::scenario::choice::pressure::Id;
use crate::text::{name, pick};

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Throughput => ("Requests of one instance", "인스턴스 하나의 요청 처리량"),
        Quantity::Relative => ("Against one alone", "혼자일 때 대비 처리량"),
        Quantity::AgainstQuiet => ("Against no neighbour", "이웃이 없을 때 대비 처리량"),
        Quantity::Total => ("Requests of all", "전체 요청 처리량"),
        Quantity::Raised => ("Requests of one afterwards", "바꾼 뒤 인스턴스 하나의 처리량"),
        Quantity::RaiseDowntime => ("Down for the change", "바꾸는 동안 중단"),
        Quantity::Others => ("Requests of each other", "다른 인스턴스의 요청 처리량"),
        Quantity::Response => ("Mean response", "평균 응답 시간"),
        Quantity::ResponseP99 => ("Response, 99 %", "응답 시간 99 %"),
        Quantity::ResponseWorst => ("Response, longest", "가장 긴 응답 시간"),
        Quantity::Slowdown => ("Slower than alone", "혼자일 때 대비 지연"),
        Quantity::Running => ("Instances that run", "동작하는 인스턴스"),
        Quantity::Killed => ("Killed for the host's memory", "호스트 메모리 부족으로 종료"),
        Quantity::KilledInside => ("Killed for their own memory", "자기 메모리 부족으로 종료"),
        Quantity::Refused => ("Refused", "시작 거부"),
        Quantity::Cliff => ("Largest working set that fits", "들어가는 최대 작업 집합"),
        Quantity::Missed => ("Touches that miss", "메모리에 없는 접근"),
        Quantity::SwapTraffic => ("Swap traffic", "스왑 입출력"),
        Quantity::Resident => ("Memory in use", "사용 메모리"),
        Quantity::ResidentEach => ("Memory per instance", "인스턴스당 메모리"),
        Quantity::Overhead => ("Besides the working set, each", "작업 집합 외 인스턴스당 메모리"),
        Quantity::Swapped => ("Swapped out", "스왑된 메모리"),
        Quantity::Ballooned => ("Taken back by balloon", "벌룬으로 회수한 메모리"),
        Quantity::Merged => ("Saved by merging", "병합으로 아낀 메모리"),
        Quantity::MergeTime => ("Merging takes", "병합에 걸리는 시간"),
        Quantity::VictimCores => ("Cores used by one", "인스턴스 하나가 쓴 코어"),
        Quantity::CoresBusy => ("Cores at work", "코어 사용률"),
        Quantity::DiskBusy => ("Disk at work", "디스크 사용률"),
        Quantity::WorkingSet => ("Working set of each", "인스턴스당 작업 집합"),
        Quantity::Instances => ("Instances", "인스턴스 수"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::Owner(owner) => return name::owner(owner, locale),
        Mechanism::OwnWork => ("own computing", "자체 계산"),
        Mechanism::CoreWait => ("waiting for a core", "코어 대기"),
        Mechanism::Throttled => ("throttled by the quota", "CPU 할당량에 막힘"),
        Mechanism::OwnDisk => ("own disk operations", "자체 디스크 입출력"),
        Mechanism::SwapFaults => ("reading pages back from swap", "스왑에서 페이지를 다시 읽음"),
        Mechanism::FileFaults => ("reading files again", "파일을 다시 읽음"),
        Mechanism::DiskWait => ("waiting for the disk", "디스크 대기"),
        Mechanism::ByOwner => ("Memory by owner", "소유자별 메모리"),
        Mechanism::ByInstance => ("By instance", "인스턴스별"),
        Mechanism::Victim => ("first instance", "첫 번째 인스턴스"),
        Mechanism::OtherInstances => ("the others", "다른 인스턴스"),
        Mechanism::Alone => ("one alone", "혼자일 때"),
        _ => return remark(mechanism, locale),
    };
    pick(locale, english, korean)
}

/// Whole sentences.
const fn remark(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::GuestOverhead => (
            "Every VM holds a kernel, services and caches of its own.",
            "VM마다 커널, 서비스, 캐시를 따로 가집니다.",
        ),
        Mechanism::SharedCache => (
            "Files of the common image are held once for all.",
            "공통 이미지의 파일은 모두를 위해 한 번만 메모리에 둡니다.",
        ),
        Mechanism::CacheCopies => (
            "Every guest holds its own copy of the same files.",
            "게스트마다 같은 파일의 사본을 따로 둡니다.",
        ),
        Mechanism::GuestTooSmall => (
            "The VM was given too little memory for this working set. More would help.",
            "이 작업 집합에는 VM의 메모리가 부족합니다. 늘리면 나아집니다.",
        ),
        Mechanism::LimitBinds => (
            "The memory limit binds. It can be raised while the container runs.",
            "메모리 한도에 걸렸습니다. 한도는 컨테이너가 도는 중에도 올릴 수 있습니다.",
        ),
        Mechanism::RaisedLive => (
            "The new limit holds at once: the instances run on.",
            "새 한도는 바로 적용되고 인스턴스는 멈추지 않습니다.",
        ),
        Mechanism::RaisedByRestart => (
            "A VM boots with its memory: for another size it stops and starts anew.",
            "VM의 메모리 크기는 부팅할 때 정해집니다. 바꾸려면 멈췄다가 다시 시작합니다.",
        ),
        Mechanism::HostShort => (
            "The host is short of memory, and everybody pays.",
            "호스트의 메모리가 부족해 모두가 느려집니다.",
        ),
        Mechanism::ColdSwapped => (
            "Only pages that nobody touches were swapped out, so nobody notices.",
            "아무도 쓰지 않는 페이지만 스왑되어 느려지지 않습니다.",
        ),
        Mechanism::BalloonHelped => (
            "The balloon took page cache back: it is clean, so nothing has to be written.",
            "벌룬이 페이지 캐시를 회수했습니다. 바뀌지 않은 것이라 쓸 필요가 없습니다.",
        ),
        Mechanism::MergingHelped => {
            ("Equal pages of guests were merged.", "게스트들의 같은 페이지를 병합했습니다.")
        }
        Mechanism::Ample => (
            "Memory is ample: every working set is kept whole.",
            "메모리가 넉넉해 모든 작업 집합이 온전히 남습니다.",
        ),
        Mechanism::KilledForMemory => (
            "Memory and swap ran out, and instances were killed.",
            "메모리와 스왑이 바닥나 인스턴스가 강제 종료되었습니다.",
        ),
        Mechanism::NeighbourKilled => (
            "The neighbour was the largest and was killed.",
            "이웃이 가장 커서 강제 종료되었습니다.",
        ),
        Mechanism::ConfinedByProcessors => (
            "The neighbour has its virtual processors and no more.",
            "이웃은 자기 가상 CPU까지만 쓸 수 있습니다.",
        ),
        Mechanism::ConfinedByPromise => (
            "The neighbour has the memory of its VM and no more.",
            "이웃은 자기 VM의 메모리까지만 쓸 수 있습니다.",
        ),
        Mechanism::ConfinedByWeight => (
            "Equal weights: the neighbour takes only what others leave.",
            "가중치가 같아 이웃은 남는 몫만 씁니다.",
        ),
        Mechanism::NotConfined => (
            "Nothing confines the neighbour: set a limit.",
            "이웃을 막는 것이 없습니다. 한도를 설정하세요.",
        ),
        Mechanism::ConfinedByDevice => (
            "The virtual disk lets fewer operations of the neighbour through.",
            "가상 디스크가 이웃의 입출력을 더 적게 통과시킵니다.",
        ),
        Mechanism::ConfinedByTasks => {
            ("The limit of tasks holds the fork bomb.", "프로세스 수 한도가 포크 폭탄을 막습니다.")
        }
        Mechanism::TasksTakeMemory => (
            "The fork bomb's tasks are the host's own and fill its memory.",
            "포크 폭탄의 프로세스는 호스트의 것이라 호스트의 메모리를 채웁니다.",
        ),
        _ => (
            "Caches of the processor and memory bandwidth are not modelled here.",
            "프로세서 캐시와 메모리 대역폭은 여기서 모델에 없습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::WorkingSet => ("Working set of each", "인스턴스당 작업 집합"),
        Id::Files => ("Files in it", "그중 파일"),
        Id::Threads => ("Busy threads in each", "인스턴스당 바쁜 스레드"),
        Id::Limit => ("Memory limit of each", "인스턴스당 메모리 한도"),
        Id::Raise => ("Memory given later", "나중에 줄 메모리"),
        Id::Quota => ("CPU quota of each", "인스턴스당 CPU 할당량"),
        Id::Weight => ("CPU weight of the first", "첫 인스턴스의 CPU 가중치"),
        Id::Neighbour => ("Neighbour", "이웃"),
        Id::Tasks => ("Limit of tasks", "프로세스 수 한도"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::WorkingSet => (
            "What each instance must have in memory to run at full speed.",
            "각 인스턴스가 제 속도로 돌려면 메모리에 있어야 하는 양입니다.",
        ),
        Id::Files => (
            "Half of the working set may be pages of files, each instance's own or of one image.",
            "작업 집합의 절반은 파일일 수 있고, 인스턴스마다 다르거나 한 이미지의 것입니다.",
        ),
        Id::Threads => (
            "Threads that ask again as soon as they are answered; a VM runs no more than its CPUs.",
            "응답을 받자마자 다시 요청하는 스레드 수로, VM에서는 가상 CPU 수를 넘지 않습니다.",
        ),
        Id::Limit => (
            "For containers: over it, an instance reclaims and swaps alone. A VM has its memory.",
            "컨테이너의 한도로, 넘으면 혼자 회수하고 스왑합니다. VM은 자기 메모리가 한도입니다.",
        ),
        Id::Raise => (
            "What each gets instead while it runs: a container's limit, or the memory of a VM.",
            "실행 중에 인스턴스마다 새로 줄 크기로, 컨테이너는 한도를 VM은 메모리를 바꿉니다.",
        ),
        Id::Quota => (
            "Core time in each 100 ms, in per cent of a core; what is used up waits.",
            "100 ms마다 쓸 수 있는 코어 시간(%)으로, 다 쓰면 다음 주기를 기다립니다.",
        ),
        Id::Weight => (
            "Its share when cores are short, against 100 for each of the others.",
            "코어가 부족할 때의 몫으로, 나머지는 각각 100입니다.",
        ),
        Id::Neighbour => (
            "One more instance that takes what it can get.",
            "얻을 수 있는 것은 다 쓰는 인스턴스 하나를 더합니다.",
        ),
        Id::Tasks => (
            "Limits the tasks of each instance, as Podman does and Docker can.",
            "인스턴스마다 프로세스 수를 제한합니다. Podman은 기본값이고 Docker는 선택입니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(id: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    let (english, korean) = match (id, choice) {
        (Id::Files, "none") | (Id::Neighbour, "no-neighbour") => ("none", "없음"),
        (Id::Files, "own") => ("half, each its own", "절반, 각자의 파일"),
        (Id::Files, "common") => ("half, of one image", "절반, 한 이미지의 파일"),
        (Id::Neighbour, "cpu-hog") => ("CPU hog", "CPU 독점"),
        (Id::Neighbour, "memory-hog") => ("memory hog", "메모리 독점"),
        (Id::Neighbour, "disk-hog") => ("disk hog", "디스크 독점"),
        (Id::Neighbour, "fork-bomb") => ("fork bomb", "포크 폭탄"),
        _ => return None,
    };
    Some(pick(locale, english, korean))
}
