//! Presets: a title, and the one thing to see.

mod scarcity;

use super::{Locale, pick};
use crate::scenario::PresetId;

mod isolation;

/// Title in a menu.
#[must_use]
pub const fn title(id: PresetId, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        PresetId::Default => ("12 VMs and 12 containers", "VM 12개와 컨테이너 12개"),
        PresetId::MicroVms => ("microVMs and containers", "microVM과 컨테이너"),
        PresetId::ColdPull => ("The image comes first", "이미지부터 받아야 할 때"),
        PresetId::BootStorm => ("A storm of 200 starts", "200개가 한꺼번에 시작할 때"),
        PresetId::Merging => ("Merging equal pages", "동일 페이지 병합"),
        PresetId::SmallLaptop => ("On a classroom laptop", "교실 노트북에서"),
        PresetId::SnapshotRestore => ("Boot or restore?", "부팅할까, 복원할까"),
        PresetId::XenAgainstKvm => {
            ("Paravirtual and hardware-assisted", "반가상화와 하드웨어 지원")
        }
        PresetId::BinaryTranslation => ("Without the processor’s help", "프로세서의 도움 없이"),
        PresetId::Desktop => ("Docker on a desktop", "데스크톱의 Docker"),
        PresetId::Sandboxes => ("Two kinds of sandbox", "두 가지 샌드박스"),
        PresetId::Unikernel => ("Unikernels and containers", "유니커널과 컨테이너"),
        PresetId::Windows => ("Windows in a container?", "컨테이너에서 Windows를?"),
        PresetId::Density => ("How many fit?", "몇 개나 들어갈까"),
        PresetId::DensityWithGoal => ("How many fit in time?", "제시간에 몇 개나 시작할까"),
        // throughput
        PresetId::TranslatedWork => {
            ("Translated and paravirtual at work", "이진 변환과 반가상화의 처리량")
        }
        PresetId::ParavirtualWork => {
            ("Paravirtual and native at work", "반가상화와 일반 프로세스의 처리량")
        }
        PresetId::AssistedWork => {
            ("A build with the processor’s help", "하드웨어 지원과 커널 빌드")
        }
        PresetId::RequestCost => ("What one request costs", "요청 하나의 비용"),
        PresetId::ComputeOnly => ("Work that only computes", "계산만 하는 작업"),
        PresetId::BiggerMachine => ("A database that is given more", "자원을 더 받은 데이터베이스"),
        PresetId::BiggerContainer => ("The same in a container", "컨테이너에 똑같이 준다면"),
        // pressure
        PresetId::Pressure => ("Memory runs short", "메모리가 모자랄 때"),
        PresetId::PressureAmple => ("Memory to spare", "메모리가 넉넉할 때"),
        PresetId::PressureNarrowed => ("Balloon and merging help", "벌룬과 병합의 효과"),
        PresetId::Resize => ("A VM given more memory", "메모리를 늘린 VM"),
        PresetId::Raise => ("More memory while running", "실행 중에 메모리 늘리기"),
        PresetId::Reserved => ("Promised memory is gone", "약속한 메모리는 남에게 없다"),
        PresetId::NoisyNeighbour => ("A noisy neighbour", "시끄러운 이웃"),
        PresetId::NeighbourLimited => ("A neighbour with a limit", "한도를 둔 이웃"),
        PresetId::ForkBomb => ("A fork bomb", "포크 폭탄"),
        PresetId::ForkBombLimited => ("A fork bomb, limited", "한도를 둔 포크 폭탄"),
        PresetId::CoresBind => ("Cores give out first", "코어가 먼저 바닥날 때"),
        PresetId::DiskBinds => ("The disk gives out first", "디스크가 먼저 한계일 때"),
        // elasticity
        PresetId::Elastic => ("Demand moves around", "수요가 옮겨 다닐 때"),
        PresetId::PeaksTogether => ("All busy at once", "모두 동시에 바쁠 때"),
        PresetId::Ballooned => ("A balloon gives memory back", "메모리를 돌려주는 벌룬"),
        PresetId::Spike => ("A spike of demand", "수요 급증"),
        PresetId::WarmPool => ("Warm instances for a spike", "급증에 대비한 예열"),
        // mobility
        PresetId::Move => ("Move to another host", "다른 호스트로 옮기기"),
        PresetId::MoveFatImage => ("A fat image, a slim machine", "큰 이미지와 가벼운 VM"),
        PresetId::MoveBusy => ("Too busy to be moved?", "옮기기에는 너무 바쁠까"),
        // maintenance
        PresetId::PatchKernel => ("A kernel fix for all", "모두에게 커널 패치"),
        PresetId::PatchHost => ("The host must reboot", "호스트를 재부팅해야 할 때"),
        PresetId::PatchLibrary => ("A library, one by one", "라이브러리를 하나씩"),
        PresetId::GoldenImage => ("A golden image", "골든 이미지"),
        // incident
        PresetId::KernelCrash => ("The kernel crashes", "커널이 충돌하면"),
        PresetId::BreakOut => ("What is in the attacker’s way?", "공격자 앞에 남은 벽"),
        PresetId::SandboxWalls => ("The walls of a sandbox", "샌드박스의 벽"),
        PresetId::Belief => ("A system of its own?", "나만의 시스템?"),
        PresetId::Leaks => ("Where the belief ends", "믿음이 끝나는 곳"),
        // compatibility
        PresetId::OneKernel => ("One kernel under all", "모두의 아래에 커널 하나"),
        PresetId::OwnKernels => ("Containers with kernels", "커널을 가진 컨테이너"),
        PresetId::WindowsApplication => ("A Windows application on Linux", "Linux에서 Windows 앱"),
        PresetId::WindowsContainers => ("Windows containers", "Windows 컨테이너"),
        PresetId::HiddenMachine => ("The hidden machine", "숨은 가상 머신"),
        // claims
        PresetId::SlimGuest => ("A slim guest", "날씬한 게스트"),
        PresetId::FullClones => ("A whole disk for each VM", "VM마다 통째로 복사한 디스크"),
        PresetId::LinkedClones => ("Full copies and thin overlays", "전체 복사와 얇은 오버레이"),
        PresetId::WarmStart => ("The image is at hand", "이미지가 이미 있을 때"),
        PresetId::FatImage => ("A fat image", "무거운 이미지"),
        PresetId::SlowApplication => ("A slow application", "시작이 느린 애플리케이션"),
    };
    pick(locale, english, korean)
}

/// What to look for.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a list of sentences")]
pub const fn hint(id: PresetId, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        PresetId::Default => (
            "Count the kernels: thirteen on one side, one on the other.",
            "커널을 세어 보세요. 한쪽은 13개, 다른 쪽은 1개입니다.",
        ),
        PresetId::MicroVms => (
            "A virtual machine need not be slow. What is left of the difference?",
            "가상 머신이라고 꼭 느린 것은 아닙니다. 차이는 얼마나 남을까요?",
        ),
        PresetId::ColdPull => (
            "From an empty disk, most of a start is the download.",
            "디스크가 비어 있으면 시작 시간은 대부분 내려받기입니다.",
        ),
        PresetId::BootStorm => (
            "Everything waits for cores, and then memory gives.",
            "모두가 코어를 기다리고, 이어서 메모리가 바닥납니다.",
        ),
        PresetId::Merging => (
            "The same VMs with and without merging: watch memory shrink, and the cores pay.",
            "같은 VM에서 병합만 켰습니다. 메모리는 줄고 코어가 그 값을 치릅니다.",
        ),
        PresetId::SmallLaptop => (
            "Few cores and little memory: four of each are enough to feel it.",
            "코어도 메모리도 적습니다. 네 개씩만 띄워도 차이가 보입니다.",
        ),
        PresetId::SnapshotRestore => (
            "A restored microVM skips firmware, kernel and services.",
            "복원한 microVM은 펌웨어, 커널, 서비스 시작을 건너뜁니다.",
        ),
        PresetId::XenAgainstKvm => (
            "A guest that knows it is a guest against a processor that helps.",
            "스스로 게스트임을 아는 커널과, 가상화를 돕는 프로세서의 비교입니다.",
        ),
        PresetId::BinaryTranslation => (
            "Full virtualization before the processor helped: every kernel step costs more.",
            "프로세서 지원이 없던 시절의 전가상화. 커널이 하는 일마다 더 비쌉니다.",
        ),
        PresetId::Desktop => (
            "On a desktop all containers live inside one hidden VM. Count the kernels again.",
            "데스크톱에서는 모든 컨테이너가 숨은 VM 하나 안에 있습니다. 커널을 다시 세어 보세요.",
        ),
        PresetId::Sandboxes => (
            "Stronger walls around a container, by a small VM or by a kernel in user space.",
            "컨테이너의 벽을 작은 VM으로, 또는 사용자 공간 커널로 두껍게 합니다.",
        ),
        PresetId::Unikernel => (
            "A VM whose kernel is a library of the application.",
            "커널이 애플리케이션의 라이브러리인 VM입니다.",
        ),
        PresetId::Windows => (
            "One kernel for all: what it cannot run, and why.",
            "커널 하나를 함께 쓰면 실행할 수 없는 것과 그 이유를 봅니다.",
        ),
        PresetId::Density => (
            "Instances are added until something gives. What gives first?",
            "무언가 한계에 닿을 때까지 인스턴스를 더합니다. 무엇이 먼저 바닥날까요?",
        ),
        PresetId::DensityWithGoal => (
            "Long before memory is full, starts can become too slow.",
            "메모리가 차기 한참 전에 시작이 너무 느려질 수 있습니다.",
        ),
        // throughput
        PresetId::TranslatedWork => (
            "Serving pages calls the kernel all the time: that is what translation makes dear.",
            "페이지를 보내는 일은 커널을 계속 부릅니다. 이진 변환에서는 바로 그것이 비쌉니다.",
        ),
        PresetId::ParavirtualWork => (
            "A guest that calls the hypervisor comes close to a process, but not up to it.",
            "하이퍼바이저를 직접 부르는 게스트는 프로세스에 가깝지만 따라잡지는 못합니다.",
        ),
        PresetId::AssistedWork => (
            "Hardware assist and virtio: a build loses a few per cent.",
            "하드웨어 지원과 virtio를 쓰면 커널 빌드는 몇 퍼센트만 느려집니다.",
        ),
        PresetId::RequestCost => (
            "Read the table by layer: what does the machine add to one small request?",
            "계층별 표를 읽어 보세요. 가상 머신은 작은 요청 하나에 무엇을 더할까요?",
        ),
        PresetId::ComputeOnly => (
            "Without calls, packets and disk there is almost nothing to add to.",
            "호출도 패킷도 디스크도 없으면 더해질 것이 거의 없습니다.",
        ),
        PresetId::BiggerMachine => (
            "Two virtual processors, then eight: who is given more does more.",
            "가상 코어 2개와 8개. 더 받은 쪽이 더 많이 처리합니다.",
        ),
        PresetId::BiggerContainer => (
            "A container with the same eight cores: which lock is handed over more quickly?",
            "같은 코어 8개를 받은 컨테이너. 어느 쪽의 잠금이 더 빨리 넘어갈까요?",
        ),
        // pressure
        PresetId::Pressure
        | PresetId::PressureAmple
        | PresetId::PressureNarrowed
        | PresetId::Resize
        | PresetId::Raise
        | PresetId::Reserved
        | PresetId::NoisyNeighbour
        | PresetId::NeighbourLimited
        | PresetId::ForkBomb
        | PresetId::ForkBombLimited
        | PresetId::CoresBind
        | PresetId::DiskBinds => return scarcity::hint(id, locale),
        // elasticity
        PresetId::Elastic
        | PresetId::PeaksTogether
        | PresetId::Ballooned
        | PresetId::Spike
        | PresetId::WarmPool => {
            return scarcity::hint(id, locale);
        }
        // mobility
        PresetId::Move => (
            "The container sends a hundredth of the bytes. But what survives on each side?",
            "컨테이너는 백분의 일도 안 되는 양만 보냅니다. 그런데 각각 무엇이 살아남을까요?",
        ),
        PresetId::MoveFatImage => (
            "A cold pull of a fat image against the memory of a slim machine.",
            "큰 이미지를 처음부터 받는 것과 가벼운 가상 머신의 메모리를 옮기는 것을 견줍니다.",
        ),
        PresetId::MoveBusy => (
            "Memory is written faster than the link carries it: look at the rounds.",
            "링크가 나르는 것보다 메모리를 더 빨리 씁니다. 복사 라운드를 보세요.",
        ),
        // maintenance
        PresetId::PatchKernel
        | PresetId::PatchHost
        | PresetId::PatchLibrary
        | PresetId::GoldenImage
        | PresetId::KernelCrash
        | PresetId::BreakOut
        | PresetId::SandboxWalls
        | PresetId::Belief
        | PresetId::Leaks
        | PresetId::OneKernel
        | PresetId::OwnKernels
        | PresetId::WindowsApplication
        | PresetId::WindowsContainers
        | PresetId::HiddenMachine => isolation::hint(id),
        // incident
        // compatibility
        // claims
        PresetId::SlimGuest => (
            "A VM need not be fat: a minimal guest with a tiny application.",
            "VM이라고 꼭 무거운 것은 아닙니다. 최소 게스트에 작은 프로그램만 담았습니다.",
        ),
        PresetId::FullClones => (
            "Twelve full copies on one side, shared layers and thin writable ones on the other.",
            "한쪽은 디스크 12벌을 통째로 복사하고, 다른 쪽은 레이어를 나눠 씁니다.",
        ),
        PresetId::LinkedClones => (
            "The same VMs: with a common base image, disk hardly grows with their number.",
            "같은 VM이라도 바탕 이미지를 함께 쓰면 디스크는 거의 늘지 않습니다.",
        ),
        PresetId::WarmStart => (
            "Four starts from the disk: compare with the cold pull.",
            "디스크에 있는 이미지로 네 개를 시작합니다. 받아야 할 때와 비교해 보세요.",
        ),
        PresetId::FatImage => (
            "A container is as light as its image: node’s has a gigabyte.",
            "컨테이너는 이미지만큼만 가볍습니다. node 이미지는 1 GB가 넘습니다.",
        ),
        PresetId::SlowApplication => (
            "Twelve JVM services on a laptop: their own start outweighs the platform’s.",
            "노트북에서 JVM 서비스 12개. 플랫폼보다 애플리케이션의 시작이 오래 걸립니다.",
        ),
    };
    pick(locale, english, korean)
}
