//! Words about throughput.

use super::{Locale, pick};
use crate::catalog;
use crate::experiment::throughput::{Bound, Mechanism, Quantity, Stage};
use crate::model::{Charge, CostLayer};
use crate::scenario::choice::throughput::Id;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Throughput => ("Requests per second", "초당 요청"),
        Quantity::Relative => ("Against a plain process", "일반 프로세스 대비"),
        Quantity::Each => ("Requests per second of an instance", "인스턴스당 초당 요청"),
        Quantity::Bandwidth => ("Bytes per second", "초당 바이트"),
        Quantity::LatencyMedian => ("Latency, median", "지연 시간 중앙값"),
        Quantity::LatencyP90 => ("Latency, 90 %", "지연 시간 90 %"),
        Quantity::LatencyP99 => ("Latency, 99 %", "지연 시간 99 %"),
        Quantity::LatencyMean => ("Latency, mean", "평균 지연 시간"),
        Quantity::Work => ("Processor time of a request", "요청당 프로세서 시간"),
        Quantity::CoresBusy => ("Cores busy", "코어 사용률"),
        Quantity::DiskBusy => ("Disk busy", "디스크 사용률"),
        Quantity::LinkBusy => ("Link busy", "회선 사용률"),
        Quantity::Refused => ("Requests refused", "거절된 요청"),
        Quantity::Here => ("Time here", "여기서 걸린 시간"),
        Quantity::Native => ("With a plain process", "일반 프로세스라면"),
        Quantity::Added => ("Added by the platform", "플랫폼이 더한 시간"),
        Quantity::Busy => ("Busy", "사용률"),
        Quantity::Latency => ("Latency", "지연 시간"),
        Quantity::Part => ("Part of the requests", "요청의 비율"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::Charge(of) => return charge(of, locale),
        Mechanism::Layer(of) => return layer(of, locale),
        Mechanism::Bound(of) => return bound(of, locale),
        Mechanism::Stage(of) => return stage(of, locale),
        Mechanism::WakeUps => ("notifications and wake-ups", "알림과 깨우기"),
        Mechanism::CostByLayer => ("Cost of a request by layer", "계층별 요청 비용"),
        Mechanism::CostByOperation => ("Cost of a request by operation", "연산별 요청 비용"),
        Mechanism::Stages => ("Where a request spends its time", "요청이 시간을 보내는 곳"),
        Mechanism::Utilisation => ("How busy everything is", "자원별 사용률"),
        Mechanism::BatchHasNoClients => (
            "A batch keeps every virtual processor busy; it has no clients.",
            "일괄 작업은 모든 가상 코어를 쉬지 않고 씁니다. 클라이언트는 없습니다.",
        ),
        Mechanism::SandboxIsJudged => (
            "The prices of this sandbox are mostly our judgement: its present way of catching \
             calls has no published figure that we found.",
            "이 샌드박스의 비용은 대부분 추정입니다. 지금의 호출 가로채기 방식은 공개된 측정값을 \
             찾지 못했습니다.",
        ),
    };
    pick(locale, english, korean)
}

const fn charge(charge: Charge, locale: Locale) -> &'static str {
    let (english, korean) = match charge {
        Charge::User => ("application code", "애플리케이션 코드"),
        Charge::Streaming => ("streaming memory", "연속 메모리 접근"),
        Charge::PageWalks => ("nested page walks", "중첩 페이지 테이블 탐색"),
        Charge::Kernel => ("kernel code", "커널 코드"),
        Charge::SystemCalls => ("system calls", "시스템 호출"),
        Charge::PageFaults => ("page faults", "페이지 폴트"),
        Charge::Processes => ("making processes", "프로세스 생성"),
        Charge::Switches => ("switching processes", "프로세스 전환"),
        Charge::Packets => ("packets", "패킷 처리"),
        Charge::DiskWork => ("work for the disk", "디스크 관련 처리"),
        Charge::BackEnds => ("host threads beside the instance", "인스턴스 옆의 호스트 스레드"),
        Charge::Device => ("the disk itself", "디스크 자체"),
        Charge::DiskPath => ("the virtual path to the disk", "디스크까지의 가상 경로"),
        Charge::RoundTrips => ("network and client", "네트워크와 클라이언트"),
    };
    pick(locale, english, korean)
}

const fn layer(layer: CostLayer, locale: Locale) -> &'static str {
    let (english, korean) = match layer {
        CostLayer::Application => ("application", "애플리케이션"),
        CostLayer::Kernel => ("kernel", "커널"),
        CostLayer::Isolation => {
            ("isolation: hypervisor, sandbox or bridge", "격리: 하이퍼바이저, 샌드박스, 브리지")
        }
        CostLayer::Disk => ("disk", "디스크"),
        CostLayer::Network => ("network and client", "네트워크와 클라이언트"),
    };
    pick(locale, english, korean)
}

const fn bound(bound: Bound, locale: Locale) -> &'static str {
    let (english, korean) = match bound {
        Bound::Cores => ("the host’s cores", "호스트의 코어"),
        Bound::Processors => ("the instance’s own processors", "인스턴스의 프로세서"),
        Bound::Device => ("the disk", "디스크"),
        Bound::DiskPath => ("the virtual path to the disk", "디스크까지의 가상 경로"),
        Bound::Link => ("the network link", "네트워크 회선"),
        Bound::Card => ("the virtual network card", "가상 네트워크 카드"),
        Bound::Thread => ("the host’s thread behind the card", "카드 뒤의 호스트 스레드"),
        Bound::Lock => ("a lock in the application", "애플리케이션의 잠금"),
        Bound::Memory => ("memory bandwidth", "메모리 대역폭"),
        Bound::RoundTrips => ("round trips: nothing is busy", "왕복 시간: 바쁜 자원 없음"),
        Bound::Demand => ("demand: nothing is busy", "수요: 바쁜 자원 없음"),
    };
    pick(locale, english, korean)
}

const fn stage(stage: Stage, locale: Locale) -> &'static str {
    let (english, korean) = match stage {
        Stage::Queue => ("waiting for a processor", "프로세서 대기"),
        Stage::Processor => ("on a processor", "프로세서에서 실행"),
        Stage::Disk => ("at the disk", "디스크"),
        Stage::Lock => ("at a lock", "잠금"),
        Stage::Network => ("on the network", "네트워크"),
    };
    pick(locale, english, korean)
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Workload => ("Work", "작업"),
        Id::Load => ("Requests come", "요청 방식"),
        Id::Clients => ("Clients each", "인스턴스당 클라이언트"),
        Id::Rate => ("Requests per second", "초당 요청"),
        Id::Think => ("Pause of a client", "클라이언트 휴지 시간"),
        Id::Requests => ("Requests in all", "전체 요청 수"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Workload => (
            "What each request asks for: work, system calls, packets, disk operations.",
            "요청마다 필요한 것: 연산, 시스템 호출, 패킷, 디스크 작업.",
        ),
        Id::Load => (
            "From clients that wait for their answer, or at a rate of their own.",
            "답을 기다리는 클라이언트에서, 또는 정해진 속도로 옵니다.",
        ),
        Id::Clients => (
            "Clients of each instance, or disk operations outstanding at once.",
            "인스턴스마다의 클라이언트 수, 또는 동시에 걸어 두는 디스크 작업 수입니다.",
        ),
        Id::Rate => ("For all instances together.", "모든 인스턴스를 합한 값입니다."),
        Id::Think => (
            "Between an answer and the client’s next request, on average.",
            "답을 받고 다음 요청을 보내기까지의 평균 시간입니다.",
        ),
        Id::Requests => (
            "More requests make the percentiles steadier. The first tenth is not counted.",
            "요청이 많을수록 백분위가 안정됩니다. 처음 10분의 1은 세지 않습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(id: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    match id {
        Id::Workload => workload(choice, locale),
        Id::Load => match choice {
            "closed" => Some(pick(locale, "when the last is answered", "답을 받은 뒤에")),
            "open" => Some(pick(locale, "at a rate", "정해진 속도로")),
            _ => None,
        },
        Id::Clients | Id::Rate | Id::Think | Id::Requests => None,
    }
}

fn workload(id: &str, locale: Locale) -> Option<&'static str> {
    let known = catalog::workload(id)?;
    let korean = match id {
        "nginx" => "nginx, 작은 페이지",
        "redis" => "Redis GET 요청",
        "redis-pipelined" => "Redis GET, 패킷당 16개",
        "mysql" => "MySQL, sysbench 트랜잭션",
        "node" => "Node.js 페이지",
        "idle" => "쉬는 서비스",
        "web99" => "웹 서버, WEB99 방식",
        "nuttcp" => "TCP 스트림 하나",
        "kernel-build" => "커널 빌드",
        "linpack" => "선형대수 (Linpack 방식)",
        "stream" => "연속 메모리 (STREAM 방식)",
        "gups" => "무작위 메모리 접근 (GUPS)",
        "compress" => "압축 (pxz 방식)",
        "ffmpeg" => "동영상 인코딩 (ffmpeg)",
        "fio-read" => "fio, 임의 읽기",
        "fio-write" => "fio, 임의 쓰기",
        "fio-single" => "fio, 한 번에 하나씩 읽기",
        "fio-sequential" => "fio, 순차 읽기",
        _ => known.name,
    };
    Some(pick(locale, known.name, korean))
}
