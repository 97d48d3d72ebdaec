//! What a lesson says that does not come true.

use super::fault::Fault;
use crate::text::Say;

/// What a check of a lesson file finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The file is wrong in a line.
    File {
        /// Its path.
        path: String,
        /// What is wrong.
        fault: Fault,
    },
    /// Something that it says does not come true.
    Untrue {
        /// With which seed.
        seed: u64,
        /// In which step.
        step: usize,
        /// What it is.
        flaw: Flaw,
    },
}

impl Say for Check {
    fn english(&self) -> String {
        match self {
            Self::File { path, fault } => format!("{path}: {}", fault.english()),
            Self::Untrue { seed, step, flaw } => {
                format!("Step {step}, seed {seed}: {}.", flaw.english())
            }
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::File { path, fault } => format!("{path}: {}", fault.korean()),
            Self::Untrue { seed, step, flaw } => {
                format!("{step}단계, 시드 {seed}: {}.", flaw.korean())
            }
        }
    }
}

/// What does not come true in a step of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A statement does not hold; which, from 1.
    Statement(usize),
    /// A gap of a text has no value.
    Gap,
    /// So many of the outcomes that can be chosen come true.
    Choices(usize),
    /// The outcome is not on the scale, or cannot be told from nothing on it.
    Scale,
    /// The goal is reached before anything is changed.
    Reached,
    /// The goal's own solution does not reach it; which need, from 1.
    Unreached(usize),
    /// The goal has no solution.
    Unsolved,
}

impl Say for Flaw {
    fn english(&self) -> String {
        match self {
            Self::Statement(at) => format!("statement {at} is not true of the scenario"),
            Self::Gap => "a number in braces has no value in this scenario".to_owned(),
            Self::Choices(count) => format!("{count} of the choices come true, and not one"),
            Self::Scale => "the outcome does not lie on the scale".to_owned(),
            Self::Reached => "the goal is reached before anything is changed".to_owned(),
            Self::Unreached(at) => format!("the solution does not meet need {at}"),
            Self::Unsolved => "the goal has no solution".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Statement(at) => format!("{at}번째 진술이 이 시나리오에 맞지 않습니다"),
            Self::Gap => "중괄호 안의 항목에 값이 없습니다".to_owned(),
            Self::Choices(count) => format!("선택지 가운데 하나가 아니라 {count}개가 맞습니다"),
            Self::Scale => "결과가 눈금 안에 있지 않습니다".to_owned(),
            Self::Reached => "아무것도 바꾸지 않아도 목표에 이릅니다".to_owned(),
            Self::Unreached(at) => format!("정답이 {at}번째 조건을 채우지 못합니다"),
            Self::Unsolved => "목표에 정답이 없습니다".to_owned(),
        }
    }
}
