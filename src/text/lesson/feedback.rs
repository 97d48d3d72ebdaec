//! What a prediction came to, in a sentence.

use crate::text::{Locale, Say, number};

/// How a guess and an outcome lie to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Apart {
    /// Within a quarter.
    Close,
    /// The outcome is so many times the guess, more than one.
    More(f64),
    /// The guess is so many times the outcome, more than one.
    Less(f64),
    /// One of the two is nothing and the other is not.
    Nothing,
}

/// What a prediction came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Feedback {
    /// A number, as it was guessed and as it came out.
    Amount {
        /// The guess with its unit.
        guess: String,
        /// The outcome with its unit.
        outcome: String,
        /// How they lie to each other.
        apart: Apart,
    },
    /// A curve: the point at which it was furthest away.
    Curve {
        /// So many of the points are close.
        close: usize,
        /// Of so many.
        points: usize,
        /// Where the largest gap is.
        at: String,
        /// The guess there.
        guess: String,
        /// The outcome there.
        outcome: String,
    },
    /// An outcome was chosen that came true.
    Right {
        /// It.
        chosen: String,
    },
    /// Another one came true.
    Other {
        /// What was chosen.
        chosen: String,
        /// What came true.
        outcome: String,
    },
    /// Nothing was predicted.
    Skipped {
        /// What came true.
        outcome: String,
    },
    /// None of the outcomes came true.
    None,
}

impl Say for Feedback {
    fn english(&self) -> String {
        match self {
            Self::Amount { guess, outcome, apart } => match apart {
                Apart::Close => format!("You said {guess}. It came out at {outcome}: close."),
                Apart::More(ratio) => {
                    let times = number::times(*ratio, Locale::English);
                    format!("You said {guess}. It came out at {outcome}: {times} your number.")
                }
                Apart::Less(ratio) => {
                    let times = number::times(*ratio, Locale::English);
                    format!(
                        "You said {guess}. It came out at {outcome}: your number was {times} that."
                    )
                }
                Apart::Nothing => format!("You said {guess}. It came out at {outcome}."),
            },
            Self::Curve { close, points, at, guess, outcome } if close < points => format!(
                "{close} of your {points} points are close. The largest gap is at {at}: you said \
                 {guess}, and it came out at {outcome}."
            ),
            Self::Curve { points, .. } => format!("All {points} of your points are close."),
            Self::Right { chosen } => format!("As you said: {chosen}"),
            Self::Other { chosen, outcome } => {
                format!("You chose: {chosen} What happened: {outcome}")
            }
            Self::Skipped { outcome } => format!("What happened: {outcome}"),
            Self::None => "None of these outcomes came true.".to_owned(),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Amount { guess, outcome, apart } => match apart {
                Apart::Close => format!("예측은 {guess}, 결과는 {outcome}. 비슷하게 맞혔습니다."),
                Apart::More(ratio) => {
                    let times = number::times(*ratio, Locale::Korean);
                    format!("예측은 {guess}, 결과는 {outcome}. 결과가 예측의 {times}입니다.")
                }
                Apart::Less(ratio) => {
                    let times = number::times(*ratio, Locale::Korean);
                    format!("예측은 {guess}, 결과는 {outcome}. 예측이 결과의 {times}입니다.")
                }
                Apart::Nothing => format!("예측은 {guess}, 결과는 {outcome}."),
            },
            Self::Curve { close, points, at, guess, outcome } if close < points => format!(
                "점 {points}개 중 {close}개가 비슷합니다. {at}에서 가장 많이 벌어졌습니다. 예측은 \
                 {guess}, 결과는 {outcome}."
            ),
            Self::Curve { points, .. } => format!("점 {points}개가 모두 비슷합니다."),
            Self::Right { chosen } => format!("예측한 대로입니다: {chosen}"),
            Self::Other { chosen, outcome } => format!("예측: {chosen} 실제 결과: {outcome}"),
            Self::Skipped { outcome } => format!("실제 결과: {outcome}"),
            Self::None => "어느 선택지도 맞지 않았습니다.".to_owned(),
        }
    }
}
