//! What is wrong with a lesson file: each mistake with its line and the remedy.

use crate::scenario::Problem;
use crate::text::Say;

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub what: Wrong,
}

/// What can be wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is longer than any lesson.
    TooLong {
        /// No file has more bytes.
        most: usize,
    },
    /// It is no TOML, or has fields that no lesson has.
    NotToml {
        /// What the reader of TOML says, in English.
        message: String,
    },
    /// It is of another form.
    OtherSchema {
        /// What it says it is.
        found: String,
        /// What is read here.
        known: &'static str,
    },
    /// Its name is none.
    Name {
        /// What stands there.
        found: String,
    },
    /// A text is missing.
    Missing {
        /// Which field.
        field: &'static str,
    },
    /// It has no steps, or too many.
    Steps {
        /// No lesson has more.
        most: usize,
    },
    /// There is no such preset.
    Preset {
        /// What stands there.
        name: String,
    },
    /// There is no such setting.
    Setting {
        /// What stands there.
        key: String,
    },
    /// A setting cannot have this value.
    Value {
        /// Which setting.
        key: String,
    },
    /// The scenario cannot be run.
    Scenario {
        /// Why.
        problem: Box<Problem>,
    },
    /// What stands in braces is nothing that has a value.
    Gap {
        /// What stands there.
        text: String,
    },
    /// A condition compares nothing.
    NoOrder {
        /// The condition.
        text: String,
    },
    /// A part of a condition is neither a quantity nor a number.
    Term {
        /// What stands there.
        term: String,
    },
    /// A condition compares different things.
    OtherUnit {
        /// The condition.
        text: String,
    },
    /// The end of a scale is no amount.
    Amount {
        /// What stands there.
        text: String,
    },
    /// Too few or too many choices.
    Choices {
        /// No prediction has more.
        most: usize,
    },
    /// Too few or too many points, or not in order.
    Points {
        /// No fewer.
        least: usize,
        /// No more.
        most: usize,
    },
    /// The fields of a prediction do not go together.
    Way,
    /// A solution changes what is not open.
    Closed {
        /// Which setting.
        key: String,
    },
}

impl Say for Fault {
    fn english(&self) -> String {
        format!("Line {}: {}", self.line, self.what.english())
    }

    fn korean(&self) -> String {
        format!("{}행: {}", self.line, self.what.korean())
    }
}

impl Say for Wrong {
    fn english(&self) -> String {
        match self {
            Self::TooLong { most } => {
                format!("the file is longer than {most} bytes. Make two lessons of it.")
            }
            Self::NotToml { message } => format!(
                "this is not understood: {message}. Compare it with the example in the format's \
                 description."
            ),
            Self::OtherSchema { found, known } => {
                format!("schema “{found}” is not known here. This program reads “{known}”.")
            }
            Self::Name { found } => format!(
                "name “{found}” cannot stand in an address. Use up to 40 small letters, digits and \
                 hyphens."
            ),
            Self::Missing { field } => format!("“{field}” is missing or empty. Write it here."),
            Self::Steps { most } => {
                format!("a lesson has one step [[step]] at least and {most} at most.")
            }
            Self::Preset { name } => format!(
                "there is no example “{name}”. Their names are in the list of the Lab's files."
            ),
            Self::Setting { key } => format!(
                "there is no setting “{key}”. Keys are those of the share link: n, a.platform, \
                 b.vcpus."
            ),
            Self::Value { key } => format!(
                "setting “{key}” cannot have this value. Numbers are whole and without a unit, \
                 choices stand in quotation marks."
            ),
            Self::Scenario { problem } => format!("this cannot be run: {}", problem.english()),
            Self::Gap { text } => format!(
                "“{{{text}}}” has no value. In braces stands a quantity such as a.ready-median, a \
                 setting, or two of them with / or - between blanks."
            ),
            Self::NoOrder { text } => {
                format!("“{text}” compares nothing. Write <, <=, =, >= or > between two terms.")
            }
            Self::Term { term } => format!(
                "“{term}” is neither a quantity (a.ready-median) nor a setting with a number (n) \
                 nor an amount (5 s)."
            ),
            Self::OtherUnit { text } => {
                format!("“{text}” compares different things. Give the amount the quantity's unit.")
            }
            Self::Amount { text } => format!(
                "“{text}” cannot end this scale. Write an amount above nothing in the quantity's \
                 unit, such as 60 s."
            ),
            Self::Choices { most } => {
                format!("a choice has 2 outcomes at least and {most} at most.")
            }
            Self::Points { least, most } => {
                format!("“at” needs {least} to {most} numbers, each greater than the one before.")
            }
            Self::Way => "a prediction is either a bar (of, to), or a sketch (of, to, over, at), \
                          or a choice (choose)."
                .to_owned(),
            Self::Closed { key } => format!(
                "the solution changes “{key}”, which the learner cannot. Add it to “open” of lab."
            ),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::TooLong { most } => {
                format!("파일이 {most}바이트보다 깁니다. 수업 두 개로 나누세요.")
            }
            Self::NotToml { message } => {
                format!("이해할 수 없습니다: {message}. 형식 설명의 예와 비교해 보세요.")
            }
            Self::OtherSchema { found, known } => {
                format!(
                    "형식 “{found}”은(는) 읽을 수 없습니다. 여기서는 “{known}” 형식을 읽습니다."
                )
            }
            Self::Name { found } => format!(
                "이름 “{found}”은(는) 주소에 쓸 수 없습니다. 영문 소문자, 숫자, 붙임표로 40자까지 \
                 쓰세요."
            ),
            Self::Missing { field } => {
                format!("“{field}” 항목이 없거나 비어 있습니다. 여기에 쓰세요.")
            }
            Self::Steps { most } => {
                format!("수업의 단계([[step]])는 1개 이상 {most}개 이하입니다.")
            }
            Self::Preset { name } => {
                format!("“{name}”이라는 예제가 없습니다. 실험실의 예제 이름을 확인하세요.")
            }
            Self::Setting { key } => format!(
                "“{key}”이라는 설정이 없습니다. 공유 링크와 같은 이름을 씁니다: n, a.platform, \
                 b.vcpus."
            ),
            Self::Value { key } => format!(
                "설정 “{key}”에 쓸 수 없는 값입니다. 숫자는 단위 없는 정수로, 선택지는 따옴표 안에 \
                 쓰세요."
            ),
            Self::Scenario { problem } => format!("실행할 수 없습니다: {}", problem.korean()),
            Self::Gap { text } => format!(
                "“{{{text}}}”에는 값이 없습니다. 중괄호 안에는 a.ready-median 같은 항목이나 설정, 또는 \
                 띄어 쓴 /나 -로 이은 두 개를 쓰세요."
            ),
            Self::NoOrder { text } => {
                format!(
                    "“{text}”에는 비교가 없습니다. 두 항 사이에 <, <=, =, >=, > 중 하나를 쓰세요."
                )
            }
            Self::Term { term } => format!(
                "“{term}”은(는) 항목(a.ready-median)도, 숫자 설정(n)도, 단위 있는 값(5 s)도 아닙니다."
            ),
            Self::OtherUnit { text } => {
                format!("“{text}”은(는) 서로 다른 것을 비교합니다. 값의 단위를 항목에 맞추세요.")
            }
            Self::Amount { text } => format!(
                "“{text}”은(는) 눈금의 끝이 될 수 없습니다. 60 s처럼 항목의 단위로 0보다 큰 값을 쓰세요."
            ),
            Self::Choices { most } => format!("선택지는 2개 이상 {most}개 이하입니다."),
            Self::Points { least, most } => {
                format!("“at”에는 점점 커지는 숫자를 {least}개 이상 {most}개 이하로 쓰세요.")
            }
            Self::Way => "예측은 막대(of, to), 곡선(of, to, over, at), 선택(choose) 중 하나입니다."
                .to_owned(),
            Self::Closed { key } => format!(
                "정답이 학습자가 바꿀 수 없는 “{key}” 설정을 바꿉니다. lab의 “open”에 넣으세요."
            ),
        }
    }
}
