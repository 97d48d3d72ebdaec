//! What the command line says when it cannot do what was asked: what is wrong, and the remedy.

use super::{Say, josa::Josa, josa::with, lesson, name};
use crate::scenario::field::{self, FieldProblem};
use crate::scenario::study::AxisProblem;
use crate::scenario::study::sweep::POINTS_MOST;
use crate::scenario::{Problem, Remedy, Side, file::FileProblem, link::LinkError, overrides};

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A name from a list that the list does not have.
    Unknown {
        /// What was named.
        what: Named,
        /// The name.
        name: String,
        /// The nearest of the list, if one is near.
        near: Option<String>,
    },
    /// A parameter cannot have this value.
    Unfit {
        /// Key of the parameter.
        key: String,
        /// The value.
        value: String,
    },
    /// Not `KEY=VALUE`.
    NotAField {
        /// What was given.
        text: String,
    },
    /// The link cannot be used.
    Link(LinkError),
    /// The file cannot be used.
    File {
        /// Its path.
        path: String,
        /// Why.
        problem: FileProblem,
    },
    /// The file cannot be read or written.
    Path {
        /// Its path.
        path: String,
        /// What the system says.
        problem: String,
    },
    /// The scenario gives no machine to run.
    Scenario {
        /// Why.
        problem: Problem,
        /// The nearest choice, where an unknown one was made.
        near: Option<String>,
    },
    /// The axis of a sweep is none.
    Axis {
        /// What was given.
        text: String,
        /// Why.
        problem: AxisProblem,
    },
    /// A lesson does not hold.
    Lesson(lesson::Check),
    /// Only starts have a trace.
    NoTrace,
    /// Neither side has anything to tell.
    Nothing,
    /// No constant has all of the words.
    NoConstant,
    /// Facts of claims do not hold.
    Fails {
        /// How many.
        facts: usize,
    },
    /// A sweep over more points than is ever needed.
    TooManyPoints {
        /// How many.
        points: usize,
    },
    /// Rows of the validation miss, and nothing says why.
    Misses {
        /// How many.
        rows: usize,
    },
}

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Presets.
    Preset,
    /// Keys of parameters.
    Parameter,
    /// Quantities of answers.
    Quantity,
    /// Rows of the validation.
    Row,
    /// Claims.
    Claim,
}

impl Named {
    /// What `strata list` calls it.
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::Preset => "presets",
            Self::Parameter => "parameters",
            Self::Quantity => "quantities",
            Self::Row => "rows",
            Self::Claim => "claims",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Preset => "preset",
            Self::Parameter => "parameter",
            Self::Quantity => "quantity",
            Self::Row => "row",
            Self::Claim => "claim",
        }
    }

    const fn korean(self) -> &'static str {
        match self {
            Self::Preset => "프리셋",
            Self::Parameter => "매개변수",
            Self::Quantity => "결과 항목",
            Self::Row => "검증 행",
            Self::Claim => "주장",
        }
    }
}

/// The remedy as what is to be added to the command.
fn added(remedy: &Remedy) -> Option<String> {
    let (key, value) = match remedy {
        Remedy::Set { side, parameter: id, value } => {
            let row = crate::scenario::parameter(*id);
            (field::key(row, *side), field::format_value(value.as_ref()?))
        }
        Remedy::Constant { path, value } => (overrides::key_of(path), value.as_ref()?.to_string()),
    };
    Some(format!("--set {key}={value}"))
}

/// Key of the parameter that a problem is about.
fn key(problem: &Problem) -> String {
    if let Some(Remedy::Constant { path, .. }) = &problem.remedy {
        return overrides::key_of(path);
    }
    let row = crate::scenario::parameter(problem.parameter);
    field::key(row, problem.side.unwrap_or(Side::A))
}

impl Say for Fault {
    fn english(&self) -> String {
        match self {
            Self::Unknown { what, name, near } => {
                let (word, list) = (what.english(), what.list());
                let near = near.as_ref().map(|near| format!("; did you mean “{near}”?"));
                let near = near.unwrap_or_else(|| ".".to_owned());
                format!("There is no {word} “{name}”{near} `strata list {list}` names all.")
            }
            Self::Unfit { key, value } => format!(
                "“{value}” is no value for “{key}”. `strata list parameters` says what each can be."
            ),
            Self::NotAField { text } => {
                format!("“{text}” is no KEY=VALUE, such as n=200 or a.platform=xen-pv.")
            }
            Self::Link(error) => match error {
                LinkError::Empty => {
                    "The link holds no scenario. Copy the whole address.".to_owned()
                }
                LinkError::NotOurs => {
                    "That is no share link: one has #/lab?v=1 in it. Quote it, since & ends a \
                     command in a shell."
                        .to_owned()
                }
                LinkError::TooLong { length } => {
                    format!("The link has {length} characters, more than any that was ever made.")
                }
                LinkError::Truncated => {
                    "The end of the link is missing. Quote it, since & ends a command in a shell."
                        .to_owned()
                }
                LinkError::Damaged => {
                    "The link was changed on its way. Copy it once more; change values with --set."
                        .to_owned()
                }
                LinkError::FutureVersion { found, known } => format!(
                    "The link was made by a newer version (format {found}; this one reads \
                     {known}). Update strata."
                ),
            },
            Self::File { path, problem } => format!("{path}: {}", problem.english()),
            Self::Path { path, problem } => format!("{path}: {problem}."),
            Self::Scenario { problem, near } => {
                let side = problem.side.map_or("", name::side);
                let side = if side.is_empty() { String::new() } else { format!("{side}, ") };
                let mut text = format!("{side}{}: {}", key(problem), problem.english());
                if let Some(near) = near {
                    text.extend([format!(" Did you mean “{near}”?")]);
                } else if let Some(try_this) = problem.remedy.as_ref().and_then(added) {
                    text.extend([format!(" Try {try_this}")]);
                }
                text
            }
            Self::Axis { text, problem } => format!("{text}: {}", problem.english()),
            Self::Lesson(check) => check.english(),
            Self::NoTrace => {
                "A trace shows starts. Choose --format json, or --set mode=compare.".to_owned()
            }
            Self::Nothing => "Neither side has anything to tell. Choose other platforms or \
                              another question."
                .to_owned(),
            Self::NoConstant => {
                "No constant has all of these words. `strata catalog` shows all.".to_owned()
            }
            Self::Fails { facts } => format!("{facts} facts of these claims do not hold."),
            Self::TooManyPoints { points } => {
                format!(
                    "{points} points are too many: at most {POINTS_MOST}. Ask for fewer values."
                )
            }
            Self::Misses { rows } => {
                format!("{rows} published figures are missed, and nothing says why.")
            }
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Unknown { what, name, near } => {
                let (word, list) = (with(what.korean(), Josa::Topic), what.list());
                let near = near.as_ref().map(|near| format!(" 혹시 ‘{near}’인가요?"));
                let near = near.unwrap_or_default();
                let name = with(&format!("‘{name}’"), Josa::Called);
                format!("{name}는 {word} 없습니다.{near} `strata list {list}`에 전부 있습니다.")
            }
            Self::Unfit { key, value } => format!(
                "{} ‘{key}’에 쓸 수 없는 값입니다. `strata list parameters`에서 쓸 수 있는 값을 볼 \
                 수 있습니다.",
                with(&format!("‘{value}’"), Josa::Topic)
            ),
            Self::NotAField { text } => format!(
                "{} n=200이나 a.platform=xen-pv 같은 KEY=VALUE 꼴이 아닙니다.",
                with(&format!("‘{text}’"), Josa::Topic)
            ),
            Self::Link(error) => match error {
                LinkError::Empty => "링크에 시나리오가 없습니다. 주소 전체를 복사하세요.".to_owned(),
                LinkError::NotOurs => {
                    "공유 링크가 아닙니다. 링크에는 #/lab?v=1이 있습니다. 셸에서는 &가 명령을 끊으니 \
                     따옴표로 감싸세요."
                        .to_owned()
                }
                LinkError::TooLong { length } => {
                    format!("링크가 {length}자로, 지금까지 만든 어떤 링크보다 깁니다.")
                }
                LinkError::Truncated => {
                    "링크의 끝부분이 없습니다. 셸에서는 &가 명령을 끊으니 따옴표로 감싸세요.".to_owned()
                }
                LinkError::Damaged => {
                    "링크가 전달 중에 바뀌었습니다. 다시 복사하고, 값은 --set으로 바꾸세요.".to_owned()
                }
                LinkError::FutureVersion { found, known } => format!(
                    "더 새로운 버전에서 만든 링크입니다(형식 {found}, 이 버전은 {known}까지). strata를 \
                     업데이트하세요."
                ),
            },
            Self::File { path, problem } => format!("{path}: {}", problem.korean()),
            Self::Path { path, problem } => format!("{path}: {problem}."),
            Self::Scenario { problem, near } => {
                let side = problem.side.map_or("", name::side);
                let side = if side.is_empty() { String::new() } else { format!("{side}, ") };
                let mut text = format!("{side}{}: {}", key(problem), problem.korean());
                if let Some(near) = near {
                    text.extend([format!(" 혹시 ‘{near}’인가요?")]);
                } else if let Some(try_this) = problem.remedy.as_ref().and_then(added) {
                    text.extend([format!(" 해 보기: {try_this}")]);
                }
                text
            }
            Self::Axis { text, problem } => format!("{text}: {}", problem.korean()),
            Self::Lesson(check) => check.korean(),
            Self::NoTrace => {
                "트레이스는 시작만 보여 줍니다. --format json이나 --set mode=compare를 쓰세요.".to_owned()
            }
            Self::Nothing => {
                "양쪽 모두 결과가 없습니다. 다른 플랫폼이나 다른 질문을 골라 보세요.".to_owned()
            }
            Self::NoConstant => {
                "이 말을 모두 담은 상수가 없습니다. `strata catalog`에 전부 있습니다.".to_owned()
            }
            Self::Fails { facts } => format!("이 주장의 사실 가운데 {facts}개가 성립하지 않습니다."),
            Self::TooManyPoints { points } => {
                format!("점이 {points}개로 너무 많습니다. 많아야 {POINTS_MOST}개입니다. 값을 줄여 보세요.")
            }
            Self::Misses { rows } => {
                format!("발표된 수치 {rows}개가 벗어나는데, 이유가 적혀 있지 않습니다.")
            }
        }
    }
}

impl Say for FileProblem {
    fn english(&self) -> String {
        match self {
            Self::NotJson { line, column } => {
                format!("line {line}, column {column}: this is not JSON.")
            }
            Self::NotAField { line } => {
                format!(
                    "line {line}: write a key and a value, such as n = 200 or host = \"laptop\"."
                )
            }
            Self::NotAValue { key } => format!("“{key}” needs a number, a text, true or false."),
            Self::OtherSchema { found } => format!(
                "the form is “{found}”, and this version reads “{}”.",
                crate::scenario::file::SCHEMA
            ),
            Self::UnknownPreset { key } => {
                format!("there is no preset “{key}”. `strata list presets` names all.")
            }
            Self::Field(FieldProblem::UnknownKey { key }) => {
                format!("there is no parameter “{key}”. `strata list parameters` names all.")
            }
            Self::Field(FieldProblem::UnknownValue { key, value }) => {
                format!("“{value}” is no value for “{key}”.")
            }
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::NotJson { line, column } => format!("{line}행 {column}열: JSON이 아닙니다."),
            Self::NotAField { line } => {
                format!("{line}행: n = 200이나 host = \"laptop\"처럼 키와 값을 쓰세요.")
            }
            Self::NotAValue { key } => {
                format!("‘{key}’에는 숫자, 글, true, false 가운데 하나가 필요합니다.")
            }
            Self::OtherSchema { found } => format!(
                "형식이 ‘{found}’인데 이 버전은 ‘{}’만 읽습니다.",
                crate::scenario::file::SCHEMA
            ),
            Self::UnknownPreset { key } => {
                format!(
                    "프리셋 {} 없습니다. `strata list presets`에 전부 있습니다.",
                    with(&format!("‘{key}’"), Josa::Subject)
                )
            }
            Self::Field(FieldProblem::UnknownKey { key }) => {
                format!(
                    "매개변수 {} 없습니다. `strata list parameters`에 전부 있습니다.",
                    with(&format!("‘{key}’"), Josa::Subject)
                )
            }
            Self::Field(FieldProblem::UnknownValue { key, value }) => {
                format!(
                    "{} ‘{key}’에 쓸 수 없는 값입니다.",
                    with(&format!("‘{value}’"), Josa::Topic)
                )
            }
        }
    }
}

impl Say for AxisProblem {
    fn english(&self) -> String {
        match self {
            Self::Empty => "There is no value to sweep over.".to_owned(),
            Self::TooMany(count) => format!(
                "{count} values are too many: at most {}.",
                crate::scenario::study::axis::VALUES_MOST
            ),
            Self::Unfit { place } => format!("Value {place} is none for this parameter."),
            Self::NoNumber => {
                "The parameter is no number, so it has no range. List values, or say all."
                    .to_owned()
            }
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Empty => "훑을 값이 없습니다.".to_owned(),
            Self::TooMany(count) => format!(
                "값이 {count}개로 너무 많습니다. 많아야 {}개입니다.",
                crate::scenario::study::axis::VALUES_MOST
            ),
            Self::Unfit { place } => format!("{place}번째 값은 이 매개변수에 쓸 수 없습니다."),
            Self::NoNumber => {
                "숫자가 아니라 범위가 없습니다. 값을 나열하거나 all이라고 쓰세요.".to_owned()
            }
        }
    }
}
