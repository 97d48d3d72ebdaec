//! Words about mobility.

use super::{Locale, pick};
use crate::experiment::mobility::{Mechanism, Quantity};
use crate::scenario::choice::mobility::Id;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::TotalTime => ("All moved after", "전체 이동 시간"),
        Quantity::Downtime => ("Downtime, median", "중단 시간 중앙값"),
        Quantity::DowntimeMost => ("Downtime, longest", "가장 긴 중단 시간"),
        Quantity::DowntimeMean => ("Downtime, mean", "평균 중단 시간"),
        Quantity::BytesMoved => ("Sent over the link", "링크로 보낸 양"),
        Quantity::BytesEach => ("Sent per instance", "인스턴스당 보낸 양"),
        Quantity::MemoryToMove => ("Memory of one instance to be moved", "옮길 인스턴스 메모리"),
        Quantity::StorageMoved => ("Disk and layers sent", "보낸 디스크와 레이어"),
        Quantity::TimeEach => ("Time per instance", "인스턴스당 시간"),
        Quantity::Rounds => ("Rounds of copying, median", "복사 라운드 중앙값"),
        Quantity::LinkShare => ("Link used by moving", "이동이 쓰는 링크"),
        Quantity::CoreShare => ("Cores used by copying", "복사가 쓰는 코어"),
        Quantity::FaultShare => ("Core lost to noticing writes", "쓰기 감지에 잃는 코어"),
        Quantity::StateKept => ("Kinds of state kept, of four", "살아남는 상태(넷 중)"),
        Quantity::Kept => ("Kept or lost", "유지 여부"),
        Quantity::Elapsed => ("Time since the beginning", "시작 후 시간"),
        Quantity::Remaining => ("Still to be sent, first instance", "남은 양(첫 인스턴스)"),
        Quantity::RoundSent => ("Sent", "보낸 양"),
        Quantity::RoundTime => ("Took", "걸린 시간"),
        Quantity::RoundDirtied => ("Written again meanwhile", "그동안 다시 쓴 양"),
        Quantity::RoundRate => ("Pace", "속도"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::WayLive
        | Mechanism::WayStopAndCopy
        | Mechanism::WayCheckpoint
        | Mechanism::WayRestart
        | Mechanism::WayNotKnown
        | Mechanism::NotConverged
        | Mechanism::DoesNotFit
        | Mechanism::BeyondClock => remark(mechanism),
        Mechanism::BoundByLink
        | Mechanism::BoundByCopyThread
        | Mechanism::BoundByLimit
        | Mechanism::BoundByWrites
        | Mechanism::BoundByDisk
        | Mechanism::BoundByUnpacking
        | Mechanism::BoundByStart
        | Mechanism::BoundByStopping
        | Mechanism::BoundByProcesses => bound(mechanism),
        Mechanism::CopyingMemory => ("Copying memory once", "메모리 한 번 복사"),
        Mechanism::CopyingAgain => ("Copying what was written again", "다시 쓴 페이지 복사"),
        Mechanism::CopyingRest => ("Copying the rest while stopped", "멈추고 나머지 복사"),
        Mechanism::FixedStop => ("Devices and announcing the address", "장치 상태와 주소 알림"),
        Mechanism::CopyingDisk => ("Copying the disk", "디스크 복사"),
        Mechanism::Pulling => ("Fetching missing layers", "없는 레이어 받기"),
        Mechanism::Unpacking => ("Unpacking layers", "레이어 풀기"),
        Mechanism::WaitingForImage => ("Waiting for the image", "이미지 기다리기"),
        Mechanism::Stopping => ("Stopping the old instance", "옛 인스턴스 멈추기"),
        Mechanism::Starting => ("Starting the new instance", "새 인스턴스 시작"),
        Mechanism::Freezing => ("Writing processes out", "프로세스 저장"),
        Mechanism::Thawing => ("Setting processes up again", "프로세스 복원"),
        Mechanism::Saving => ("Writing memory to a file", "메모리를 파일로 쓰기"),
        Mechanism::Restoring => ("Reading memory from a file", "파일에서 메모리 읽기"),
        Mechanism::TableRounds => ("Rounds of the first instance", "첫 인스턴스의 복사 라운드"),
        Mechanism::TableState => ("What survives", "살아남는 것"),
        Mechanism::StateMemory => ("State in memory", "메모리 상태"),
        Mechanism::StateConnections => ("Open connections", "열린 연결"),
        Mechanism::StateDisk => ("What was written to the disk", "디스크에 쓴 것"),
        Mechanism::StateAddress => ("Name and address", "이름과 주소"),
        Mechanism::Survives => ("kept", "유지"),
        Mechanism::IsLost => ("lost", "잃음"),
    };
    pick(locale, english, korean)
}

const fn remark(mechanism: Mechanism) -> (&'static str, &'static str) {
    match mechanism {
        Mechanism::WayLive => (
            "Live migration: memory is copied in rounds while the machine runs, and the rest in a \
             short stop. Memory, connections, disk and address survive.",
            "라이브 마이그레이션: 실행 중에 메모리를 여러 라운드에 걸쳐 복사하고, 나머지는 잠깐 \
             멈추고 복사합니다. 메모리, 연결, 디스크, 주소가 모두 살아남습니다.",
        ),
        Mechanism::WayStopAndCopy => (
            "Stop and copy: the machine is stopped, saved, sent and restored. Its state survives, \
             but nobody is answered meanwhile.",
            "정지 후 복사: 가상 머신을 멈춰 저장하고, 보내고, 복원합니다. 상태는 살아남지만 그동안 \
             응답하지 못합니다.",
        ),
        Mechanism::WayCheckpoint => (
            "Checkpoint: processes are frozen, written out and set up again. Memory and files \
             survive; connections and the address do not unless the network moves with them.",
            "체크포인트: 프로세스를 얼려 저장하고 다시 세웁니다. 메모리와 파일은 살아남지만, 연결과 \
             주소는 네트워크까지 옮기지 않는 한 사라집니다.",
        ),
        Mechanism::WayRestart => (
            "Restart: only what is missing of the image travels, and a new instance starts. What \
             was in memory and all connections are lost.",
            "재시작: 이미지에서 없는 부분만 옮기고 새 인스턴스를 시작합니다. 메모리에 있던 것과 \
             연결은 모두 사라집니다.",
        ),
        Mechanism::NotConverged => (
            "Copying in rounds did not come to an end: pages were written about as fast as they \
             were sent, so the machine was stopped with much left to send.",
            "복사 라운드가 수렴하지 않았습니다. 보내는 만큼 빠르게 페이지가 다시 쓰여, 많이 남은 \
             채로 멈춰야 했습니다.",
        ),
        Mechanism::DoesNotFit => {
            ("The target has no room for all of them.", "대상 호스트에 모두 들어가지 않습니다.")
        }
        Mechanism::BeyondClock => (
            "Some would take longer than the 213 days that the clock can count.",
            "일부는 시계가 셀 수 있는 213일보다 오래 걸립니다.",
        ),
        _ => (
            "The platform does not know the way that was asked for; its usual one was taken.",
            "이 플랫폼은 고른 방법을 지원하지 않아 보통 쓰는 방법으로 옮겼습니다.",
        ),
    }
}

const fn bound(mechanism: Mechanism) -> (&'static str, &'static str) {
    match mechanism {
        Mechanism::BoundByCopyThread => (
            "The thread that copies sets the pace: a faster link would not help.",
            "복사하는 스레드가 속도를 정합니다. 링크가 빨라져도 소용없습니다.",
        ),
        Mechanism::BoundByLimit => (
            "The limit that was set on the first round sets the pace.",
            "첫 라운드에 둔 제한이 속도를 정합니다.",
        ),
        Mechanism::BoundByWrites => (
            "The writing of the service sets the pace: pages are sent again and again.",
            "서비스의 쓰기가 속도를 정합니다. 같은 페이지를 되풀이해 보냅니다.",
        ),
        Mechanism::BoundByDisk => ("The disks set the pace.", "디스크가 속도를 정합니다."),
        Mechanism::BoundByUnpacking => {
            ("Unpacking layers sets the pace.", "레이어 풀기가 속도를 정합니다.")
        }
        Mechanism::BoundByStart => (
            "Starting at the target sets the pace, and not what travels.",
            "옮기는 양이 아니라 대상에서의 시작이 속도를 정합니다.",
        ),
        Mechanism::BoundByStopping => (
            "Stopping the old instance sets the pace.",
            "옛 인스턴스를 멈추는 일이 속도를 정합니다.",
        ),
        Mechanism::BoundByProcesses => (
            "The number of processes sets the pace: they are saved one after the other.",
            "프로세스 수가 속도를 정합니다. 하나씩 차례로 저장하기 때문입니다.",
        ),
        _ => ("The link sets the pace.", "링크가 속도를 정합니다."),
    }
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Way => ("Way of moving", "이동 방법"),
        Id::Link => ("Link between the hosts", "호스트 사이 링크"),
        Id::AtOnce => ("Moved at once", "동시에 옮기는 수"),
        Id::Cached => ("At the target already", "대상에 이미 있는 것"),
        Id::MoveDisk => ("Move the disk, too", "디스크도 옮기기"),
        Id::DirtyRate => ("Writes to memory", "메모리 쓰기"),
        Id::WorkingSet => ("Memory written to", "쓰기가 몰리는 메모리"),
        Id::FirstRound => ("First round held to", "첫 라운드 제한"),
        Id::StartFirst => ("Start the new one first", "새것을 먼저 시작"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Way => (
            "How an instance gets to the other host; a platform that does not know the way takes \
             its usual one.",
            "인스턴스를 다른 호스트로 옮기는 방법입니다. 지원하지 않으면 보통 쓰는 방법을 씁니다.",
        ),
        Id::Link => (
            "Shared by all that moves: memory, disks, and layers from the registry.",
            "메모리, 디스크, 레지스트리의 레이어까지 옮기는 모든 것이 나눠 씁니다.",
        ),
        Id::AtOnce => (
            "Whoever has arrived makes room for the next.",
            "도착한 인스턴스가 다음 인스턴스에 자리를 내줍니다.",
        ),
        Id::Cached => (
            "Layers, or the base image of a disk, that need not travel.",
            "옮기지 않아도 되는 레이어나 디스크의 기본 이미지입니다.",
        ),
        Id::MoveDisk => (
            "Off where both hosts reach the same storage.",
            "두 호스트가 같은 저장소를 쓰면 끕니다.",
        ),
        Id::DirtyRate => (
            "How fast each instance writes to its memory while it is copied.",
            "복사하는 동안 각 인스턴스가 메모리에 쓰는 속도입니다.",
        ),
        Id::WorkingSet => (
            "The pages that are written again and again: no round after the first is larger.",
            "되풀이해 쓰는 페이지입니다. 첫 라운드 뒤로는 이보다 많이 보내지 않습니다.",
        ),
        Id::FirstRound => (
            "Live migration begins gently and follows the pace of writing; off: as fast as it can.",
            "라이브 마이그레이션을 천천히 시작해 쓰는 속도를 따라갑니다. 끄면 처음부터 최대 속도입니다.",
        ),
        Id::StartFirst => (
            "With a restart of containers: both run for a moment, and nobody waits.",
            "컨테이너를 재시작할 때 둘이 잠시 함께 돌아 중단이 없습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(_: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    let (english, korean) = match choice {
        "automatic" => ("the usual one", "보통 쓰는 방법"),
        "live" => ("live migration", "라이브 마이그레이션"),
        "stop-and-copy" => ("stop and copy", "정지 후 복사"),
        "checkpoint" => ("checkpoint and restore", "체크포인트와 복원"),
        "restart" => ("restart from the image", "이미지에서 재시작"),
        "nothing" => ("nothing", "없음"),
        "base" => ("the base", "기본 레이어"),
        "all" => ("everything", "전부"),
        _ => return None,
    };
    Some(pick(locale, english, korean))
}
