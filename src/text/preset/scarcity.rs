//! Hints of the ready scenarios about pressure and elasticity.

use crate::scenario::PresetId;
use crate::text::{Locale, pick};

/// One sentence on what there is to see; empty for the scenarios of other questions.
pub(super) const fn hint(id: PresetId, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        PresetId::Pressure => (
            "Guest systems and copies of the same files push VMs into swap; containers still fit.",
            "게스트 OS와 같은 파일의 사본 때문에 VM은 스왑하지만 컨테이너는 아직 들어갑니다.",
        ),
        PresetId::PressureAmple => (
            "With memory to spare, VMs and containers do the same work.",
            "메모리가 넉넉하면 VM과 컨테이너의 처리량이 같습니다.",
        ),
        PresetId::PressureNarrowed => (
            "A balloon takes caches back and merging removes copies: the gap nearly closes.",
            "벌룬이 캐시를 회수하고 병합이 사본을 없애면 차이가 거의 사라집니다.",
        ),
        PresetId::Resize => (
            "The same database in a VM that is too small and in one that was given more.",
            "같은 데이터베이스를 작은 VM과 메모리를 늘린 VM에서 돌립니다.",
        ),
        PresetId::Raise => (
            "A container's limit is raised while it runs; a VM stops and boots with its new size.",
            "컨테이너는 도는 채로 한도를 올리지만 VM은 멈췄다가 새 크기로 부팅합니다.",
        ),
        PresetId::Reserved => (
            "Memory promised to large VMs is refused to others, used or not.",
            "큰 VM에 약속한 메모리는 쓰지 않아도 다른 VM에 줄 수 없습니다.",
        ),
        PresetId::NoisyNeighbour => (
            "A container without a limit takes everybody's memory; a VM has its own and no more.",
            "한도 없는 컨테이너는 모두의 메모리를 빼앗지만, VM은 자기 몫까지만 씁니다.",
        ),
        PresetId::NeighbourLimited => (
            "One limit for each container, and the neighbour harms only itself.",
            "컨테이너마다 한도를 두면 이웃은 자기만 느려집니다.",
        ),
        PresetId::ForkBomb => (
            "Forked without end, tasks of a container fill the host; those of a VM fill the VM.",
            "끝없이 포크하면 컨테이너의 프로세스는 호스트를, VM의 프로세스는 VM만 채웁니다.",
        ),
        PresetId::ForkBombLimited => (
            "A limit of tasks stops the same bomb.",
            "프로세스 수를 제한하면 같은 포크 폭탄이 멈춥니다.",
        ),
        PresetId::CoresBind => (
            "When cores give out first, memory that a guest needs makes no difference.",
            "코어가 먼저 바닥나면 게스트가 쓰는 메모리는 차이를 만들지 않습니다.",
        ),
        PresetId::DiskBinds => (
            "A slow disk holds VMs and containers back alike.",
            "느린 디스크는 VM과 컨테이너를 똑같이 붙잡습니다.",
        ),
        PresetId::Elastic => (
            "What one container does not need another can use; a VM keeps its size.",
            "한 컨테이너가 쓰지 않는 코어는 다른 컨테이너가 쓰지만 VM은 크기가 정해져 있습니다.",
        ),
        PresetId::PeaksTogether => (
            "When all are busy at the same hour there is nothing left to share.",
            "모두 같은 시각에 바쁘면 나눠 쓸 것이 없습니다.",
        ),
        PresetId::Ballooned => (
            "A guest keeps the memory of its busiest hour; a balloon asks for it back.",
            "게스트는 가장 바빴을 때의 메모리를 계속 쥐고 있고, 벌룬은 그것을 돌려받습니다.",
        ),
        PresetId::Spike => (
            "Three times the demand: requests are lost while new instances start.",
            "수요가 세 배로 늘면 새 인스턴스가 시작되는 동안 요청을 잃습니다.",
        ),
        PresetId::WarmPool => (
            "Warm instances take the spike at once; the price is memory and idle hours.",
            "예열 인스턴스는 급증을 바로 받지만, 메모리와 유휴 시간을 치릅니다.",
        ),
        _ => ("", ""),
    };
    pick(locale, english, korean)
}
