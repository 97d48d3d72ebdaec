//! What published figures claim to measure, and why they disagree.

use crate::catalog::published::Claimed;
use crate::text::{Locale, pick};

/// What several publications claim to measure.
#[must_use]
pub const fn claimed(of: Claimed, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Claimed::ContainerStart => ("Start of a container", "컨테이너 시작"),
        Claimed::RuntimeWork => ("Work of a container runtime", "컨테이너 런타임의 일"),
        Claimed::NetworkSetup => ("Network of a container", "컨테이너 네트워크 준비"),
        Claimed::MicroVmBoot => ("Boot of a microVM", "마이크로VM 부팅"),
        Claimed::KernelBoot => ("Kernel of a guest", "게스트 커널 부팅"),
        Claimed::Firmware => ("Firmware of a virtual machine", "가상 머신 펌웨어"),
        Claimed::UserSpace => ("User space with systemd", "systemd 사용자 공간"),
        Claimed::VmmMemory => ("Memory of a VMM", "VMM 메모리"),
        Claimed::ContainerMemory => ("Memory of a container", "컨테이너 메모리"),
        Claimed::GuestMemory => ("Memory of an idle Linux", "유휴 리눅스의 메모리"),
        Claimed::SystemCall => ("One system call", "시스템 콜 한 번"),
    };
    pick(locale, english, korean)
}

/// Why they disagree.
#[must_use]
pub const fn reason(of: Claimed, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Claimed::ContainerStart => (
            "They time different intervals: from one event of the daemon to the next, or the whole \
             command. The kernel’s network set-up alone explains a factor of 3 to 5.",
            "재는 구간이 다릅니다. 데몬의 한 이벤트에서 다음 이벤트까지 재기도 하고 명령 전체를 재기도 \
             합니다. 커널의 네트워크 준비만으로도 3~5배가 갈립니다.",
        ),
        Claimed::RuntimeWork => (
            "Some count processor time and some the clock, with or without the deletion.",
            "프로세서 시간을 센 것도, 벽시계 시간을 잰 것도 있고 삭제까지 넣은 것도 있습니다.",
        ),
        Claimed::NetworkSetup => (
            "Kernels differ: what took 0.28 s on Linux 4.4 takes less than a millisecond when \
             nothing is attached to a namespace of today.",
            "커널이 다릅니다. 리눅스 4.4에서 0.28초 걸리던 일이, 요즘 커널의 빈 네임스페이스라면 1 ms도 \
             걸리지 않습니다.",
        ),
        Claimed::MicroVmBoot => (
            "Some begin when the instance is told to start, some with the process; some end at the \
             first process, some when systemd is done; the processors differ as well.",
            "인스턴스에 시작을 명령한 때부터 재기도 하고 프로세스가 뜬 때부터 재기도 합니다. 끝도 첫 \
             프로세스이거나 systemd 완료이고, 프로세서도 다릅니다.",
        ),
        Claimed::KernelBoot => (
            "A kernel that is configured for a microVM has no devices to look for; one of a \
             distribution looks for all of them.",
            "마이크로VM용으로 구성한 커널은 찾을 장치가 없지만, 배포판 커널은 모든 장치를 찾습니다.",
        ),
        Claimed::Firmware => (
            "SeaBIOS, qboot and UEFI do different work, and a physical machine trains its memory \
             and waits for its disks.",
            "SeaBIOS, qboot, UEFI가 하는 일이 다르고, 실제 서버는 메모리를 조정하고 디스크를 기다립니다.",
        ),
        Claimed::UserSpace => (
            "It is the services that differ: what waits for a network or a disk waits long.",
            "서비스가 다릅니다. 네트워크나 디스크를 기다리는 서비스는 오래 걸립니다.",
        ),
        Claimed::VmmMemory => (
            "131 MB of QEMU are writable mappings, not memory that is there: resident are 17 MB. A \
             QEMU with a display has more.",
            "QEMU의 131 MB는 쓰기 가능한 매핑의 크기이지 실제로 쓰는 메모리가 아닙니다. 상주 메모리는 17 \
             MB이고, 화면을 갖춘 QEMU는 더 큽니다.",
        ),
        Claimed::ContainerMemory => (
            "Shared pages are counted once, in parts, or for each container; the shim grew with \
             its versions.",
            "공유 페이지를 한 번만 세기도, 나누어 세기도, 컨테이너마다 세기도 합니다. shim은 판이 오르며 \
             커졌습니다.",
        ),
        Claimed::GuestMemory => (
            "Some leave the page cache out, some count what the host has backed; and two notes \
             read the same paper differently.",
            "페이지 캐시를 뺀 것도, 호스트가 실제로 내준 것을 센 것도 있습니다. 같은 논문을 두 글이 다르게 \
             읽기도 했습니다.",
        ),
        Claimed::SystemCall => (
            "In a cloud machine with mitigations a native call can cost more than gVisor’s on bare \
             metal.",
            "취약점 완화가 켜진 클라우드 서버에서는 네이티브 호출이 베어메탈의 gVisor 호출보다 비쌀 수 \
             있습니다.",
        ),
    };
    pick(locale, english, korean)
}
