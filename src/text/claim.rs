//! The claims in words: what is said, and where it stops being true.

use super::{Locale, pick};

/// What is said.
#[must_use]
pub const fn said(number: u8, locale: Locale) -> &'static str {
    let (english, korean) = match number {
        1 => (
            "Virtual machines share neither code nor data, even when their guests are the same.",
            "가상 머신은 게스트가 같아도 코드와 데이터를 나눠 쓰지 않는다.",
        ),
        2 => (
            "Each virtual machine takes gigabytes of disk, and disk use grows with their number.",
            "가상 머신은 저마다 디스크를 몇 GB씩 차지하고, 수가 늘면 디스크도 늘어난다.",
        ),
        3 => (
            "Booting takes long, and how long depends on the kind of hypervisor.",
            "부팅은 오래 걸리며, 얼마나 걸리는지는 하이퍼바이저의 종류에 달려 있다.",
        ),
        4 => (
            "Paravirtualization cures slow full virtualization, and is still slower than the host.",
            "반가상화는 느린 전가상화를 고치지만, 그래도 호스트보다는 느리다.",
        ),
        5 => (
            "Containers are isolated instances of user space on one kernel.",
            "컨테이너는 한 커널 위에서 서로 격리된 사용자 공간이다.",
        ),
        6 => (
            "Containers share what the host has, and so are easily moved.",
            "컨테이너는 호스트에 있는 것을 함께 쓰므로 쉽게 옮길 수 있다.",
        ),
        7 => (
            "Containers start far sooner, and disk use hardly grows with their number.",
            "컨테이너는 훨씬 빨리 시작하고, 수가 늘어도 디스크는 거의 늘지 않는다.",
        ),
        8 => (
            "Each container believes that it owns a whole operating system.",
            "컨테이너는 저마다 운영체제를 통째로 가진 줄 안다.",
        ),
        9 => (
            "Containers are megabytes and virtual machines gigabytes, so containers move quickly.",
            "컨테이너는 MB, 가상 머신은 GB 단위여서 컨테이너를 빨리 옮길 수 있다.",
        ),
        10 => (
            "Work that is hungry for resources runs well in a virtual machine that is given more.",
            "자원을 많이 쓰는 일은 자원을 더 준 가상 머신에서 잘 돌아간다.",
        ),
        11 => (
            "Hypervisor, guest system and libraries make virtual machines heavy and slow.",
            "하이퍼바이저와 게스트 운영체제, 라이브러리가 가상 머신을 무겁고 느리게 만든다.",
        ),
        12 => (
            "Containers are light: megabytes of memory, and a start within seconds.",
            "컨테이너는 가볍다. 메모리는 MB 단위이고 몇 초 안에 시작한다.",
        ),
        13 => (
            "Containers are elastic: what one does not need, another can use.",
            "컨테이너는 탄력적이다. 하나가 쓰지 않는 자원을 다른 하나가 쓴다.",
        ),
        14 => (
            "Many more containers than virtual machines fit on one server.",
            "서버 한 대에는 가상 머신보다 컨테이너가 훨씬 많이 들어간다.",
        ),
        15 => (
            "Under pressure containers are much faster: each guest takes memory of its own.",
            "게스트마다 제 몫의 메모리를 쓰므로, 메모리가 모자라면 컨테이너가 훨씬 빠르다.",
        ),
        16 => (
            "With one kernel, one patch reaches all containers at once.",
            "커널이 하나이므로 패치 한 번이면 모든 컨테이너에 미친다.",
        ),
        17 => (
            "Isolation is weaker, because the kernel is shared.",
            "커널을 함께 쓰므로 격리가 약하다.",
        ),
        18 => (
            "Virtual machines take minutes to start, containers seconds.",
            "가상 머신은 시작에 몇 분, 컨테이너는 몇 초가 걸린다.",
        ),
        19 => (
            "Virtual machines weigh gigabytes, containers some hundred megabytes at most.",
            "가상 머신은 GB 단위로 무겁고, 컨테이너는 많아야 수백 MB다.",
        ),
        20 => (
            "A virtual machine runs any guest system, a container only the host’s own kind.",
            "가상 머신은 어떤 운영체제든 돌리지만, 컨테이너는 호스트와 같은 종류만 돌린다.",
        ),
        21 => (
            "In memory, every virtual machine carries an operating system.",
            "가상 머신은 저마다 운영체제 하나를 메모리에 얹고 있다.",
        ),
        22 => (
            "Virtual machines are updated one by one, containers all at once.",
            "가상 머신은 하나씩, 컨테이너는 한꺼번에 업데이트한다.",
        ),
        _ => ("", ""),
    };
    pick(locale, english, korean)
}

/// Where it stops being true.
#[must_use]
pub const fn stops(number: u8, locale: Locale) -> &'static str {
    let (english, korean) = match number {
        1 => (
            "With same-page merging equal pages are kept once.",
            "동일 페이지 병합을 켜면 내용이 같은 페이지는 하나만 남는다.",
        ),
        2 => (
            "Thin overlays on one base image take a fraction of it.",
            "한 바탕 이미지 위의 얇은 오버레이는 그 일부만 차지한다.",
        ),
        3 => (
            "A microVM starts like a container; a snapshot or a unikernel sooner still.",
            "microVM은 컨테이너만큼 빨리 시작하고, 스냅숏이나 유니커널은 더 빠르다.",
        ),
        4 => (
            "With the processor’s help, work that only computes loses a few per cent.",
            "프로세서가 도우면 계산만 하는 일은 몇 %밖에 느려지지 않는다.",
        ),
        5 => (
            "Sandboxes bring a kernel for each, and on a desktop all live inside a hidden VM.",
            "샌드박스는 컨테이너마다 커널을 두고, 데스크톱에서는 모두 숨은 VM 안에 있다.",
        ),
        6 => (
            "A fat image from a cold registry takes longer, and a restart loses the state that \
             live migration keeps.",
            "무거운 이미지를 처음 받으면 더 오래 걸리고, 재시작은 라이브 마이그레이션이 지키는 \
             상태를 잃는다.",
        ),
        7 => (
            "When the image has to be fetched, fetching is most of the start.",
            "이미지부터 받아야 하면 시작 시간은 대부분 내려받기다.",
        ),
        8 => (
            "The host’s kernel shows through: its version, its load, its memory.",
            "호스트 커널이 비쳐 보인다. 버전, 부하, 메모리가 그렇다.",
        ),
        9 => (
            "A fat image weighs more than a slim guest.",
            "무거운 이미지는 날씬한 게스트보다 무겁다.",
        ),
        10 => (
            "What a machine is given is reserved; a container’s limit can be raised as it runs.",
            "가상 머신에 준 것은 묶여 있지만, 컨테이너의 한도는 실행 중에도 올릴 수 있다.",
        ),
        11 => (
            "For work that only computes there is almost no difference.",
            "계산만 하는 일에서는 차이가 거의 없다.",
        ),
        12 => (
            "An application that is slow to start is slow in a container too.",
            "시작이 느린 애플리케이션은 컨테이너에서도 느리다.",
        ),
        13 => (
            "Ballooning gives memory back, and a noisy neighbour takes more than its part.",
            "벌룬은 메모리를 돌려주고, 시끄러운 이웃은 제 몫보다 많이 가져간다.",
        ),
        14 => (
            "Something else can give before memory: network ports, process IDs, cores.",
            "메모리보다 먼저 바닥나는 것이 있다. 네트워크 포트, 프로세스 ID, 코어가 그렇다.",
        ),
        15 => ("While memory is ample there is no difference.", "메모리가 넉넉하면 차이가 없다."),
        16 => (
            "The host’s restart stops all of them at once; machines can be moved away first.",
            "호스트를 다시 켜면 모두 한꺼번에 멈춘다. 가상 머신은 먼저 옮겨 둘 수 있다.",
        ),
        17 => (
            "Sandboxes and microVMs put a kernel of their own in between.",
            "샌드박스와 microVM은 사이에 자기 커널을 둔다.",
        ),
        18 => (
            "It depends on what is measured: a microVM answers as soon, and a VMM is up before a \
             container is.",
            "무엇을 재느냐에 달렸다. microVM은 비슷하게 응답하고, VMM은 컨테이너보다 먼저 뜬다.",
        ),
        19 => (
            "A fat image is heavier than a slim guest with its application.",
            "무거운 이미지는 프로그램을 담은 날씬한 게스트보다 무겁다.",
        ),
        20 => (
            "Windows containers need a Windows kernel, and desktops hide a virtual machine.",
            "Windows 컨테이너에는 Windows 커널이 필요하고, 데스크톱은 가상 머신을 숨기고 있다.",
        ),
        21 => (
            "A unikernel’s system is a library of a few megabytes.",
            "유니커널의 운영체제는 몇 MB짜리 라이브러리다.",
        ),
        22 => (
            "Machines made from a golden image are replaced, a few at a time, without handiwork.",
            "골든 이미지로 만든 가상 머신은 손대지 않고 몇 대씩 교체한다.",
        ),
        _ => ("", ""),
    };
    pick(locale, english, korean)
}
