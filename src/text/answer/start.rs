//! Words about starts, memory, disk and density.

use super::limit;
use crate::experiment::start::{Mechanism, Quantity};
use crate::text::{Locale, name, pick};

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::ReadyMedian => ("Time until ready, median", "준비 시간 중앙값"),
        Quantity::ReadyP90 => ("Time until ready, 90 %", "준비 시간 90 %"),
        Quantity::ReadyP99 => ("Time until ready, 99 %", "준비 시간 99 %"),
        Quantity::AllReady => ("All ready after", "전체 준비 시간"),
        Quantity::InitMedian => ("Time until init, median", "init까지 시간 중앙값"),
        Quantity::HostPartMedian => ("Host’s own part, median", "호스트 몫 시간 중앙값"),
        Quantity::Ready => ("Instances ready", "준비된 인스턴스"),
        Quantity::Fits => ("Instances that fit", "들어간 인스턴스"),
        Quantity::ResidentEach => ("Memory per instance", "인스턴스당 메모리"),
        Quantity::Resident => ("Memory in use", "사용 메모리"),
        Quantity::Reserved => ("Memory promised", "약속한 메모리"),
        Quantity::MergedSaving => ("Saved by merging", "병합으로 아낀 메모리"),
        Quantity::Swapped => ("Swapped out", "스왑된 메모리"),
        Quantity::Disk => ("Disk in use", "사용 디스크"),
        Quantity::DiskEach => ("Disk per further instance", "인스턴스 추가당 디스크"),
        Quantity::Kernels => ("Kernels", "커널 수"),
        Quantity::IdleCores => ("Cores used when idle", "유휴 시 쓰는 코어"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub fn mechanism(mechanism: Mechanism, locale: Locale) -> String {
    match mechanism {
        Mechanism::Waited(wait) => name::wait(wait, locale).to_owned(),
        Mechanism::Met(met) => limit::end(&met, locale).to_owned(),
        Mechanism::Clocks => pick(locale, "Time from launch to …", "시작부터 걸린 시간").to_owned(),
        Mechanism::Clock(clock) => name::clock(clock, locale).to_owned(),
    }
}
