//! Problems of a scenario, and the button with the one thing to try.

use super::josa::{Josa, with};
use super::number::{bytes, measured};
use super::parameter::{choice, label, value};
use super::{Locale, Say, constant};
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
            ProblemKind::UnknownConstant { path } => {
                format!("There is no constant “{path}” in the catalogue.")
            }
            ProblemKind::FixedConstant { path } => format!(
                "The constant “{path}” is a count that is shown and never run, so another value \
                 would change nothing."
            ),
            ProblemKind::ConstantOutOfRange { path, value, low, high } => {
                let [value, low, high] =
                    [value, low, high].map(|each| constant::amount(path, each.0, here));
                format!(
                    "Constant “{path}”: {value} is outside {low} to {high}, ten times beyond what \
                     its sources report."
                )
            }
            ProblemKind::TooManyConstants { most } => {
                format!("No more than {most} constants can be changed, so that a link holds all.")
            }
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
            ProblemKind::UnknownConstant { path } => {
                format!("카탈로그에 ‘{path}’ 상수가 없습니다.")
            }
            ProblemKind::FixedConstant { path } => format!(
                "‘{path}’ 상수는 보여 주기만 하고 실행에는 쓰지 않으므로, 값을 바꾸어도 달라지는 것이 \
                 없습니다."
            ),
            ProblemKind::ConstantOutOfRange { path, value, low, high } => {
                let [value, low, high] =
                    [value, low, high].map(|each| constant::amount(path, each.0, here));
                let value = with(&value, Josa::Topic);
                format!(
                    "‘{path}’ 상수: {value} 출처가 알린 범위의 열 배까지인 {low}~{high}를 벗어납니다."
                )
            }
            ProblemKind::TooManyConstants { most } => {
                format!("링크에 모두 담을 수 있도록 상수는 {most}개까지만 바꿀 수 있습니다.")
            }
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
            Self::Constant { path, value: Some(value) } => {
                format!("Set the constant “{path}” to {}", constant::amount(path, value.0, here))
            }
            Self::Constant { path, value: None } => {
                format!("Put “{path}” back to the catalogue’s value")
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
            Self::Constant { path, value: Some(value) } => {
                let value = constant::amount(path, value.0, here);
                format!("‘{path}’ 상수를 {} 바꾸기", with(&value, Josa::Direction))
            }
            Self::Constant { path, value: None } => {
                format!("‘{path}’ 상수를 카탈로그 값으로 되돌리기")
            }
        }
    }
}
