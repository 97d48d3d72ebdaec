//! The words of one request's way: steps, strata, and what is passed.

use super::number::{self, significant};
use super::page::words;
use super::{Locale, Say, pick};
use crate::model::request::{Passage, StepKind, Stratum, WayStep};
use crate::units::Span;

words! {
    /// Opens the dialog, and its title.
    Follow => ("Follow one request", "요청 하나 따라가기"),
    /// Chooses the work.
    Work => ("Work", "작업"),
    /// Whether the instance sleeps.
    Asleep => ("the request finds the instance asleep", "자고 있는 인스턴스에 온 요청"),
    /// Goes back to nothing.
    First => ("To the beginning", "처음으로"),
    /// One step back.
    Back => ("Step back", "한 단계 뒤로"),
    /// One step on.
    Next => ("Step on", "한 단계 앞으로"),
    /// Steps by itself.
    Play => ("Play", "재생"),
    /// Stops.
    Pause => ("Pause", "일시 정지"),
    /// All steps at once.
    All => ("Show all", "모두 보기"),
    /// The place on the way.
    Place => ("Step", "단계"),
    /// Column of steps.
    Step => ("What is done", "하는 일"),
    /// Column of strata.
    Where => ("Where", "어디서"),
    /// Column of passages.
    Passes => ("What is passed", "지나는 것"),
    /// Foot of the table.
    Sum => ("All of it", "모두 합쳐"),
    /// How the steps came about.
    AboutSteps => (
        "Steps are the price of a request taken apart: what it asks for, times the platform’s \
         prices. Their order is drawn; the model knows only how often. Waiting in queues is not in \
         it.",
        "단계는 요청의 비용을 나눈 것입니다. 요청이 바라는 것에 플랫폼의 단가를 곱합니다. 모델은 \
         횟수만 알며, 순서는 그림을 위한 것입니다. 줄 서서 기다리는 시간은 들어 있지 않습니다."
    ),
}

/// A stratum.
#[must_use]
pub const fn stratum(of: Stratum, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Stratum::Application => ("application", "애플리케이션"),
        Stratum::Kernel => ("its own kernel", "자기 커널"),
        Stratum::Hypervisor => ("hypervisor and VMM", "하이퍼바이저와 VMM"),
        Stratum::HostKernel => ("host kernel", "호스트 커널"),
        Stratum::Hardware => ("hardware", "하드웨어"),
    };
    pick(locale, english, korean)
}

/// What is passed.
#[must_use]
pub const fn passage(of: Passage, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Passage::Nothing => ("nothing", "없음"),
        Passage::SystemCall => ("system call", "시스템 호출"),
        Passage::CaughtCall => ("caught call", "가로챈 호출"),
        Passage::Hypercall => ("hypercall", "하이퍼콜"),
        Passage::Exit => ("exit", "탈출(exit)"),
        Passage::EmulatedAccess => ("emulated access", "에뮬레이션된 접근"),
        Passage::Kick => ("kick (ioeventfd, event channel)", "알림(ioeventfd, 이벤트 채널)"),
        Passage::Interrupt => ("injected interrupt", "주입된 인터럽트"),
        Passage::NestedWalk => ("nested page walk", "중첩 페이지 테이블 탐색"),
        Passage::Translation => ("binary translation", "이진 변환"),
        Passage::Emulation => ("emulation", "에뮬레이션"),
        Passage::Bridge => ("bridge and NAT", "브리지와 NAT"),
        Passage::Thread => ("another thread", "다른 스레드"),
        Passage::WakeUp => ("wake-up", "깨우기"),
        Passage::FileSystem => ("a further file system", "파일 시스템 한 겹 더"),
        Passage::Device => ("device", "장치"),
    };
    pick(locale, english, korean)
}

/// A step.
#[must_use]
pub const fn step(of: StepKind, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        StepKind::Wire => ("wire and client", "회선과 클라이언트"),
        StepKind::Interrupts => ("the host takes the packets in", "호스트가 패킷을 받음"),
        StepKind::BackEnd => ("the thread behind the card", "카드 뒤의 스레드"),
        StepKind::BackEndWakes => ("that thread wakes up", "그 스레드가 깨어남"),
        StepKind::Inject => ("the guest is interrupted", "게스트에 인터럽트"),
        StepKind::InstanceWakes => ("the instance wakes up", "인스턴스가 깨어남"),
        StepKind::Packets => ("packets", "패킷 처리"),
        StepKind::PacketExits => ("packets: the imitated card", "패킷: 흉내 낸 카드"),
        StepKind::Calls => ("system calls", "시스템 호출"),
        StepKind::CallsAdded => ("system calls: added", "시스템 호출: 더해진 몫"),
        StepKind::KernelCode => ("kernel code", "커널 코드"),
        StepKind::KernelAdded => ("kernel code: added", "커널 코드: 더해진 몫"),
        StepKind::Switches => ("switches of processes", "프로세스 전환"),
        StepKind::SwitchesAdded => ("switches: added", "전환: 더해진 몫"),
        StepKind::Processes => ("processes made", "프로세스 생성"),
        StepKind::ProcessesAdded => ("processes: added", "생성: 더해진 몫"),
        StepKind::Faults => ("page faults", "페이지 폴트"),
        StepKind::FaultsAdded => ("page faults: added", "페이지 폴트: 더해진 몫"),
        StepKind::User => ("the application computes", "애플리케이션 계산"),
        StepKind::UserAdded => ("computing: added", "계산: 더해진 몫"),
        StepKind::Walks => ("memory that misses the TLB: added", "TLB 미스: 더해진 몫"),
        StepKind::Streaming => ("streaming memory", "연속 메모리 접근"),
        StepKind::StreamingAdded => ("streaming: added", "연속 접근: 더해진 몫"),
        StepKind::FileSystem => ("the layered file system", "겹친 파일 시스템"),
        StepKind::DiskExits => ("the imitated disk", "흉내 낸 디스크"),
        StepKind::Kick => ("the back end is notified", "백엔드에 알림"),
        StepKind::PathWakes => ("the disk’s path wakes up", "디스크 경로가 깨어남"),
        StepKind::Path => ("the path’s own time", "경로 자체의 시간"),
        StepKind::DiskThread => ("the thread behind the disk", "디스크 뒤의 스레드"),
        StepKind::Device => ("the disk itself", "디스크 자체"),
        StepKind::Halt => ("the processor halts again", "프로세서가 다시 쉼"),
    };
    pick(locale, english, korean)
}

/// Seconds, to nanoseconds where they are few.
#[must_use]
pub fn time(seconds: f64, locale: Locale) -> String {
    if seconds < 1e-6 {
        let value = significant(seconds * 1e9, 3);
        return format!("{value}\u{a0}ns");
    }
    if seconds < 1e-3 {
        let value = significant(seconds * 1e6, 3);
        return format!("{value}\u{a0}µs");
    }
    number::span(Span::from_seconds(seconds), locale)
}

/// How often, what each costs, and what that comes to.
#[must_use]
pub fn reckoning(step: &WayStep, locale: Locale) -> String {
    let total = time(step.total(), locale);
    if (step.count - 1.0).abs() < 1e-9 {
        return total;
    }
    format!("{} × {} = {total}", significant(step.count, 3), time(step.each, locale))
}

/// What one machine has paid so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SoFar<'a> {
    /// The platform.
    pub name: &'a str,
    /// Paid so far; seconds.
    pub paid: f64,
    /// In all; seconds.
    pub all: f64,
}

impl Say for SoFar<'_> {
    fn english(&self) -> String {
        let here = Locale::English;
        format!("{}: {} of {}", self.name, time(self.paid, here), time(self.all, here))
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        format!("{}: {} 중 {}", self.name, time(self.all, here), time(self.paid, here))
    }
}
