//! What the user is told once: about the link, about storage, about a run that failed.

use super::josa::{Josa, with};
use super::number::count;
use super::{Locale, Say, name};
use crate::app::{Notice, StorageProblem};
use crate::scenario::link::{FieldProblem, LinkError};

impl Say for LinkError {
    fn english(&self) -> String {
        match self {
            Self::Empty => "This is the comparison that the page opens with.".to_owned(),
            Self::NotOurs => {
                "The address holds no comparison. The default one is shown instead.".to_owned()
            }
            Self::TooLong { length } => format!(
                "The link has {} characters, more than any that was ever made here. The default \
                 comparison is shown instead.",
                count(*length as u64, Locale::English)
            ),
            Self::Truncated => {
                "The end of the link is missing; it was probably cut when it was copied. The \
                 default comparison is shown instead."
                    .to_owned()
            }
            Self::Damaged => {
                "The link was changed on its way, so it is not used. The default comparison is \
                 shown instead. Ask for the link once more."
                    .to_owned()
            }
            Self::FutureVersion { found, known } => format!(
                "The link was made by a newer version of this page (format {found}; this one reads \
                 {known}). Reload the page and try again. The default comparison is shown instead."
            ),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Empty => "페이지를 처음 열 때의 비교입니다.".to_owned(),
            Self::NotOurs => "주소에 비교 설정이 없어 기본 비교를 보여 줍니다.".to_owned(),
            Self::TooLong { length } => format!(
                "링크가 {}자로, 여기서 만드는 어떤 링크보다 깁니다. 대신 기본 비교를 보여 줍니다.",
                count(*length as u64, Locale::Korean)
            ),
            Self::Truncated => {
                "링크의 끝부분이 없습니다. 복사하다 잘린 것 같습니다. 대신 기본 비교를 보여 줍니다."
                    .to_owned()
            }
            Self::Damaged => {
                "링크가 전달 중에 바뀌어 쓰지 않습니다. 대신 기본 비교를 보여 줍니다. 링크를 다시 \
                 받아 보세요."
                    .to_owned()
            }
            Self::FutureVersion { found, known } => format!(
                "더 새로운 버전에서 만든 링크입니다(형식 {found}, 이 페이지는 {known}까지). 페이지를 \
                 새로 고친 뒤 다시 열어 보세요. 대신 기본 비교를 보여 줍니다."
            ),
        }
    }
}

impl Say for FieldProblem {
    fn english(&self) -> String {
        match self {
            Self::UnknownKey { key } => format!("“{key}” is not known here and was left out."),
            Self::UnknownValue { key, value } => {
                format!("“{value}” is no value for “{key}”; the default is used.")
            }
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::UnknownKey { key } => {
                format!("{} 알 수 없는 항목이라 뺐습니다.", with(&format!("‘{key}’"), Josa::Topic))
            }
            Self::UnknownValue { key, value } => format!(
                "{} ‘{key}’에 쓸 수 없는 값이라 기본값을 씁니다.",
                with(&format!("‘{value}’"), Josa::Topic)
            ),
        }
    }
}

impl Say for StorageProblem {
    fn english(&self) -> String {
        match self {
            Self::Full => {
                "The browser has no room left, so changes are not kept for the next visit. \
                 Everything else works. The link keeps this comparison."
            }
            Self::Forbidden => {
                "The browser does not allow this page to keep anything for the next visit. \
                 Everything else works. The link keeps this comparison."
            }
            Self::Damaged => {
                "What was kept from the last visit could not be read, so the page starts afresh."
            }
        }
        .to_owned()
    }

    fn korean(&self) -> String {
        match self {
            Self::Full => {
                "브라우저 저장 공간이 가득 차 변경 사항을 저장하지 못합니다. 다른 기능은 그대로 쓸 \
                 수 있고, 링크로 이 비교를 보관할 수 있습니다."
            }
            Self::Forbidden => {
                "브라우저가 저장을 허용하지 않아 변경 사항이 다음 방문까지 남지 않습니다. 다른 \
                 기능은 그대로 쓸 수 있고, 링크로 이 비교를 보관할 수 있습니다."
            }
            Self::Damaged => "지난 방문에서 저장한 내용을 읽을 수 없어 새로 시작합니다.",
        }
        .to_owned()
    }
}

impl Say for Notice {
    fn english(&self) -> String {
        match self {
            Self::Link(error) => error.english(),
            Self::LinkFields(problems) => {
                let told: Vec<String> = problems.iter().take(3).map(Say::english).collect();
                format!("Parts of the link were not understood. {}", told.join(" "))
            }
            Self::Storage(problem) => problem.english(),
            Self::RunFailed(side) => format!(
                "The simulation of machine {} stopped unexpectedly. Change any setting to start \
                 it again.",
                name::side(*side)
            ),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Link(error) => error.korean(),
            Self::LinkFields(problems) => {
                let told: Vec<String> = problems.iter().take(3).map(Say::korean).collect();
                format!("링크의 일부를 이해하지 못했습니다. {}", told.join(" "))
            }
            Self::Storage(problem) => problem.korean(),
            Self::RunFailed(side) => format!(
                "{} 서버의 시뮬레이션이 뜻밖에 멈췄습니다. 아무 설정이나 바꾸면 다시 시작합니다.",
                name::side(*side)
            ),
        }
    }
}
