//! The words that speak about lessons: what is wrong with a file, and what a prediction came to.

use super::page::words;
use super::{Locale, Say, number, pick};
use crate::scenario::Problem;

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

/// A short sentence with numbers of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// A step of so many.
    StepOf(usize, usize),
    /// How long a lesson takes.
    Minutes(u16),
    /// A hint, from 1, of so many.
    Hint(usize, usize),
    /// So many lessons of so many are done.
    Done(usize, usize),
}

impl Say for Sentence {
    fn english(&self) -> String {
        match self {
            Self::StepOf(step, of) => format!("Step {step} of {of}"),
            Self::Minutes(minutes) => format!("{minutes} min"),
            Self::Hint(at, of) => format!("Hint {at} of {of}"),
            Self::Done(done, of) => format!("{done} of {of} done"),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::StepOf(step, of) => format!("{of}단계 중 {step}단계"),
            Self::Minutes(minutes) => format!("{minutes}분"),
            Self::Hint(at, of) => format!("힌트 {at}/{of}"),
            Self::Done(done, of) => format!("{of}개 중 {done}개 마침"),
        }
    }
}

words! {
    /// What a prediction comes to.
    Outcome => ("Outcome", "결과"),
    /// Something to see in the results.
    Statement => ("Statement", "진술"),
    /// It is true.
    Holds => ("holds", "맞음"),
    /// It is not true.
    HoldsNot => ("does not hold", "맞지 않음"),
    /// Title of an explanation.
    Why => ("Why", "이유"),
    /// What is to be reached.
    Goal => ("Goal", "목표"),
    /// The way from step to step.
    Steps => ("Steps", "단계"),
    /// Title of a prediction.
    Predict => ("Predict", "예측"),
    /// Makes the prediction and shows the results.
    PredictAndRun => ("Predict and run", "예측하고 실행"),
    /// Shows the results without a prediction.
    JustShow => ("Show me without predicting", "예측 없이 보기"),
    /// Predicts once more.
    PredictAgain => ("Predict again", "다시 예측하기"),
    /// The prediction, beside what came out.
    You => ("You", "예측"),
    /// What came out.
    Simulated => ("Simulated", "결과"),
    /// The prediction stands, and results stay hidden.
    Kept => (
        "Your prediction is kept. The results are shown when your teacher opens them.",
        "예측을 저장했습니다. 결과는 선생님이 공개하면 볼 수 있습니다."
    ),
    /// The simulation is at work.
    Working => ("Simulating…", "시뮬레이션하는 중…"),
    /// Title of the statements.
    See => ("What to see", "살펴볼 점"),
    /// What must be changed to reach a goal.
    Change => ("What you can change", "바꿀 수 있는 것"),
    /// The goal is reached.
    Reached => ("Reached", "달성"),
    /// The goal is not reached yet.
    NotYet => ("Not yet", "아직"),
    /// The goal is reached, all of it.
    GoalReached => (
        "You have reached the goal. Is there another way?",
        "목표를 달성했습니다. 다른 방법도 있을까요?"
    ),
    /// Whether a platform can run what is asked.
    Runs => ("can run it", "실행 가능"),
    /// Asks for a hint.
    AskHint => ("A hint", "힌트 보기"),
    /// Sets the solution.
    ShowWay => ("Show one way", "방법 하나 보기"),
    /// Puts the scene back.
    PutBack => ("Put it back", "처음 상태로"),
    /// To the step after.
    Next => ("Next", "다음"),
    /// To the step before.
    Back => ("Back", "이전"),
    /// Out of the lesson into the Lab, with what is shown.
    ToLab => ("Open in the Lab", "실험실에서 열기"),
    /// To the list of lessons.
    AllLessons => ("All lessons", "모든 수업"),
    /// What to keep.
    Recap => ("What to keep", "정리"),
    /// What the model leaves out.
    Limits => ("Limits of the model", "모델의 한계"),
    /// What a learner can do afterwards.
    Objectives => ("Afterwards you can", "학습 목표"),
    /// The lesson is over.
    NextLesson => ("Next lesson", "다음 수업"),
    /// The lessons.
    Course => ("Course", "과정"),
    /// The traps.
    Traps => ("Misconception traps", "오해의 함정"),
    /// What the traps are.
    TrapsAbout => (
        "Short scenarios whose outcome surprises. Place your bet first.",
        "결과가 뜻밖인 짧은 시나리오입니다. 먼저 예측해 보세요."
    ),
    /// The lessons of a teacher.
    Own => ("Your own lessons", "직접 연 수업"),
    /// A lesson that was not begun.
    Begin => ("Begin", "시작하기"),
    /// A lesson that was begun.
    Continue => ("Continue", "이어서 하기"),
    /// A lesson whose goal was reached.
    Again => ("Done. Look again", "마침. 다시 보기"),
    /// The moral of a trap.
    Moral => ("Moral", "한 줄 정리"),
    /// Forgets what was predicted and reached.
    Forget => ("Forget my progress", "진행 기록 지우기"),
    /// Opens a lesson file.
    OpenFile => ("Open a lesson file", "수업 파일 열기"),
    /// What a lesson file is.
    FileAbout => (
        "A lesson is a text file in TOML; docs/lessons.md describes its form, and any lesson below \
         can be saved and changed. It stays in this browser.",
        "수업은 TOML 텍스트 파일입니다. 형식은 docs/lessons.md에 있고, 아래 수업을 저장해서 고쳐도 \
         됩니다. 파일은 이 브라우저에만 남습니다."
    ),
    /// Pasted text instead of a file.
    Paste => ("Or paste its text", "또는 내용 붙여 넣기"),
    /// Reads what was pasted.
    ReadPasted => ("Read it", "읽기"),
    /// A file was read.
    Opened => ("The lesson is open. It stands first on the page Learn.", "수업을 열었습니다. 배우기 페이지 맨 앞에 있습니다."),
    /// A file has mistakes.
    Mistakes => ("This file has mistakes", "파일에 잘못된 곳이 있습니다"),
    /// There is no room to keep it.
    NoRoom => ("The browser has no room to keep it.", "브라우저에 저장할 공간이 없습니다."),
    /// Takes a lesson off the list.
    Remove => ("Remove", "목록에서 빼기"),
    /// Saves the file of a lesson.
    SaveFile => ("Save as a file", "파일로 저장"),
    /// The notes for teachers.
    Notes => ("Notes for each lesson", "수업별 지도 노트"),
    /// What learners often believe.
    Misconceptions => ("Common misconceptions", "흔한 오해"),
    /// What to ask.
    AskClass => ("Questions to ask", "던질 질문"),
    /// Hints for the hour.
    ForTheHour => ("For the hour", "수업 진행"),
    /// There is no such lesson.
    NoLesson => (
        "There is no lesson with this address here. It may be a teacher's own, which must be opened \
         as a file first.",
        "이 주소에는 수업이 없습니다. 선생님이 만든 수업이라면 먼저 파일로 열어야 합니다."
    ),
    /// There is no such step.
    Number => ("Number", "값"),
    /// What must hold for it.
    Need => ("Need", "조건"),
}
