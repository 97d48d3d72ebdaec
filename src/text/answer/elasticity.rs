//! Words about elasticity.

use super::Locale;
use crate::experiment::elasticity::{Mechanism, Quantity};
use crate::scenario::choice::elasticity::Id;
use crate::text::pick;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Served => ("Demand served", "처리한 수요"),
        Quantity::Lost => ("Requests lost", "잃은 요청"),
        Quantity::Delayed => ("Requests beyond capacity", "용량을 넘은 요청"),
        Quantity::DelayP99 => ("Wait in the queue, 99 %", "대기 시간 99 %"),
        Quantity::Delay => ("Wait in the queue, mean", "평균 대기 시간"),
        Quantity::TimeToMeet => ("Until capacity meets demand", "용량이 수요를 따라잡기까지"),
        Quantity::StartAlone => ("One start alone", "하나만 시작할 때"),
        Quantity::StartStorm => ("Last start of the storm", "동시 시작의 마지막"),
        Quantity::Added => ("Instances added", "추가된 인스턴스"),
        Quantity::CoresReserved => ("Cores allowed", "쓸 수 있는 코어"),
        Quantity::CoresUsed => ("Cores used", "쓴 코어"),
        Quantity::Utilisation => ("Used of what is allowed", "허용분 대비 사용"),
        Quantity::MemoryReserved => ("Memory set aside", "확보한 메모리"),
        Quantity::MemoryHeld => ("Memory held", "점유한 메모리"),
        Quantity::MemoryNeeded => ("Memory needed", "필요한 메모리"),
        Quantity::WarmHours => ("Idle warm instances", "예열 인스턴스의 유휴 시간"),
        Quantity::WarmMemory => ("Memory of warm instances", "예열 인스턴스의 메모리"),
        Quantity::Warm => ("Warm instances", "예열 인스턴스"),
        Quantity::Moment => ("Time", "시각"),
        Quantity::Demand => ("Demand", "수요"),
        Quantity::Capacity => ("Capacity", "용량"),
        Quantity::Work => ("Work done", "처리한 일"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::CapBinds => (
            "an instance may not use cores that others leave idle",
            "다른 인스턴스가 놀리는 코어를 쓸 수 없음",
        ),
        Mechanism::HostFull => {
            ("all cores of the host are at work", "호스트의 코어가 모두 사용 중")
        }
        Mechanism::AutoscalerWaits => ("until the autoscaler looks", "오토스케일러가 확인하기까지"),
        Mechanism::InstancesStart => {
            ("until the new instances are ready", "새 인스턴스가 준비되기까지")
        }
        Mechanism::WorkConserving => (
            "what one instance does not need another can use",
            "한 인스턴스가 쓰지 않는 몫을 다른 인스턴스가 씀",
        ),
        Mechanism::PeaksTogether => {
            ("peaks at the same time leave nothing to share", "모두 동시에 바쁘면 나눌 것이 없음")
        }
        Mechanism::NoisyNeighbours => (
            "without a cap a busy instance takes what its neighbours may want",
            "한도가 없으면 바쁜 인스턴스가 이웃의 몫까지 가져갈 수 있음",
        ),
        Mechanism::GuestKeeps => (
            "a guest keeps the memory that it once touched",
            "게스트는 한 번 쓴 메모리를 돌려주지 않음",
        ),
        Mechanism::BalloonReturns => (
            "the balloon gives back what the guest does not need",
            "게스트에 필요 없는 메모리를 벌룬이 돌려줌",
        ),
        Mechanism::KernelReturns => (
            "freed memory goes back to the one kernel at once",
            "해제된 메모리가 하나뿐인 커널로 바로 돌아감",
        ),
        Mechanism::WarmTakes => (
            "warm instances take the spike at once, and hold memory while they wait",
            "예열 인스턴스는 급증을 바로 받아 내지만, 기다리는 동안 메모리를 차지함",
        ),
        Mechanism::StormSlower => {
            ("starts of a storm slow each other down", "동시에 시작하면 서로 느려짐")
        }
        Mechanism::NoRoom => (
            "the host has no room for all the instances that are wanted",
            "원하는 만큼의 인스턴스가 호스트에 들어가지 않음",
        ),
        Mechanism::StartsUndisturbed => (
            "starts are measured on a host that does nothing else",
            "시작 시간은 다른 일이 없는 호스트에서 잰 값",
        ),
        Mechanism::ByCap => ("The same demand, with and without a cap", "한도 유무에 따른 결과"),
        Mechanism::FixedSizes => ("every instance has its size", "인스턴스마다 정해진 크기"),
        Mechanism::NoCap => ("no instance is capped", "한도 없음"),
        Mechanism::ByPool => ("The same spike, by warm instances", "예열 인스턴스 수에 따른 결과"),
    };
    pick(locale, english, korean)
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Pattern => ("Demand", "수요"),
        Id::Peak => ("Peak of each", "인스턴스당 최대 수요"),
        Id::Spike => ("Spike", "급증"),
        Id::Target => ("Autoscaler's target", "오토스케일러 목표"),
        Id::Warm => ("Warm instances", "예열 인스턴스"),
        Id::Duration => ("How long", "관찰 시간"),
        Id::Capped => ("Cap containers at their CPUs", "컨테이너도 CPU 수로 제한"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Pattern => (
            "How demand moves between instances over time, or rises all at once.",
            "수요가 시간에 따라 인스턴스 사이를 옮겨 다니는지, 한꺼번에 늘어나는지 정합니다.",
        ),
        Id::Peak => (
            "What an instance wants when it is busiest, in per cent of a core.",
            "가장 바쁠 때 인스턴스 하나가 원하는 양으로, 코어 하나에 대한 비율입니다.",
        ),
        Id::Spike => (
            "Demand in the spike, in per cent of the demand before.",
            "급증했을 때의 수요로, 이전 수요에 대한 비율입니다.",
        ),
        Id::Target => (
            "How busy the autoscaler wants each instance to be.",
            "오토스케일러가 맞추려는 인스턴스의 CPU 사용률입니다.",
        ),
        Id::Warm => (
            "Instances that are ready and wait for a spike.",
            "준비를 마치고 급증을 기다리는 인스턴스입니다.",
        ),
        Id::Duration => (
            "The time over which demand is watched; a spike comes after a fifth of it.",
            "수요를 지켜보는 시간으로, 급증은 그 5분의 1이 지났을 때 옵니다.",
        ),
        Id::Capped => (
            "Without it a container may use every core that is idle; a VM has its CPUs.",
            "끄면 컨테이너는 노는 코어를 모두 쓸 수 있습니다. VM은 자기 CPU까지만 씁니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(id: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    let (english, korean) = match (id, choice) {
        (Id::Pattern, "rotating") => ("moves from one to the next", "차례로 옮겨 감"),
        (Id::Pattern, "daily") => ("all at the same hour", "모두 같은 시각에"),
        (Id::Pattern, "walk") => ("each by chance", "제각각 우연히"),
        (Id::Pattern, "spike") => ("a spike, with an autoscaler", "급증과 오토스케일러"),
        _ => return None,
    };
    Some(pick(locale, english, korean))
}
