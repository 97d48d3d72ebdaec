//! The words that speak about lessons.

mod fault;
mod feedback;
mod flaw;

pub use fault::{Fault, Wrong};
pub use feedback::{Apart, Feedback};
pub use flaw::{Check, Flaw};

use super::page::words;
use super::{Locale, Say, pick};

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
    Opened => (
        "The lesson is open. It stands first on the page Learn.",
        "수업을 열었습니다. 배우기 페이지 맨 앞에 있습니다."
    ),
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
        "There is no lesson with this address here. It may be a teacher's own, which must be \
         opened as a file first.",
        "이 주소에는 수업이 없습니다. 선생님이 만든 수업이라면 먼저 파일로 열어야 합니다."
    ),
    /// There is no such step.
    Number => ("Number", "값"),
    /// What must hold for it.
    Need => ("Need", "조건"),
}
