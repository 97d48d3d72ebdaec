//! Problems of a scenario, and the button with the one thing to try.

use super::josa::{Josa, with};
use super::number::{bytes, measured};
use super::parameter::{choice, label, value};
use super::{Locale, Say};
use crate::scenario::{ParameterId, Problem, ProblemKind, Remedy, parameter};

/// A number of a parameter with its unit.
fn told(id: ParameterId, amount: u64, locale: Locale) -> String {
    match parameter(id).range() {
        Some(range) => measured(amount, range.measure, locale),
        None => amount.to_string(),
    }
}

impl Say for Problem {
    fn english(&self) -> String {
        let (id, here) = (self.parameter, Locale::English);
        let name = label(id, here);
        match &self.kind {
            ProblemKind::OutOfRange { value, low, high } => {
                let [value, low, high] = [*value, *low, *high].map(|each| told(id, each, here));
                let why = match id {
                    ParameterId::Instances | ParameterId::FillMost => {
                        " That is what a browser tab can run in a few seconds."
                    }
                    _ => "",
                };
                format!("{name}: {value} is outside the range from {low} to {high}.{why}")
            }
            ProblemKind::UnknownChoice { value } => {
                format!("{name}: “{}” is not available here.", choice(id, value, here))
            }
            ProblemKind::HostTooSmall { needed, has } => format!(
                "The host has {} of memory, but its kernel and daemons alone need {}.",
                bytes(*has, here),
                bytes(*needed, here)
            ),
            ProblemKind::GuestNeedsMoreMemory { needed, has } => format!(
                "The guest with its application needs at least {}, but each VM has {}.",
                bytes(*needed, here),
                bytes(*has, here)
            ),
            ProblemKind::Incompatible(reason) => reason.english(),
        }
    }

    fn korean(&self) -> String {
        let (id, here) = (self.parameter, Locale::Korean);
        let name = label(id, here);
        match &self.kind {
            ProblemKind::OutOfRange { value, low, high } => {
                let [value, low, high] = [*value, *low, *high].map(|each| told(id, each, here));
                let why = match id {
                    ParameterId::Instances | ParameterId::FillMost => {
                        " 브라우저 탭이 몇 초 안에 실행할 수 있는 수입니다."
                    }
                    _ => "",
                };
                let value = with(&value, Josa::Topic);
                format!("{name}: {value} 허용 범위({low}~{high})를 벗어납니다.{why}")
            }
            ProblemKind::UnknownChoice { value } => {
                let value = format!("‘{}’", choice(id, value, here));
                format!("{name}: {} 여기서 쓸 수 없습니다.", with(&value, Josa::Topic))
            }
            ProblemKind::HostTooSmall { needed, has } => format!(
                "호스트 메모리가 {}인데 호스트 커널과 데몬에만 {} 필요합니다.",
                bytes(*has, here),
                with(&bytes(*needed, here), Josa::Subject)
            ),
            ProblemKind::GuestNeedsMoreMemory { needed, has } => format!(
                "게스트와 애플리케이션에 적어도 {} 필요한데 VM당 메모리가 {}입니다.",
                with(&bytes(*needed, here), Josa::Subject),
                bytes(*has, here)
            ),
            ProblemKind::Incompatible(reason) => reason.korean(),
        }
    }
}

impl Say for Remedy {
    fn english(&self) -> String {
        let here = Locale::English;
        match self {
            Self::Set { parameter: id, value: Some(wanted), .. } => {
                format!("Set {} to {}", label(*id, here), value(*id, wanted, here))
            }
            Self::Set { parameter: id, value: None, .. } => {
                format!("Put {} back to its default", label(*id, here))
            }
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        match self {
            Self::Set { parameter: id, value: Some(wanted), .. } => format!(
                "{} {} 바꾸기",
                with(label(*id, here), Josa::Object),
                with(&value(*id, wanted, here), Josa::Direction)
            ),
            Self::Set { parameter: id, value: None, .. } => {
                format!("{} 기본값으로 되돌리기", with(label(*id, here), Josa::Object))
            }
        }
    }
}
