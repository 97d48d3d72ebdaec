//! The words of a presentation: its few controls, what stands for hidden numbers, and the notes.
//!
//! A hidden number is a question, on the screen and for a screen reader alike, since that is what
//! it is to be in the room.

use super::page::words;
use super::{Locale, pick};
use crate::scenario::Mode;

words! {
    /// Begins a presentation.
    Present => ("Present", "발표"),
    /// Ends it.
    Leave => ("Leave the presentation", "발표 끝내기"),
    /// Name of the controls.
    Controls => ("Presentation", "발표 조작"),
    /// Shows the numbers.
    Reveal => ("Show the numbers", "수치 보이기"),
    /// Hides them.
    Veil => ("Hide the numbers", "수치 숨기기"),
    /// Chooses a white ground.
    White => ("White", "흰 바탕"),
    /// Chooses a black ground.
    Black => ("Black", "검은 바탕"),
    /// Opens the notes.
    Notes => ("Notes", "노트"),
    /// While the screen is blank.
    Blank => (
        "The screen is blank; B or full stop brings the picture back.",
        "화면을 가렸습니다. B 또는 마침표를 누르면 그림이 돌아옵니다."
    ),
    /// In place of the number of kernels.
    HowManyKernels => ("How many kernels?", "커널은 몇 개?"),
    /// In place of the memory that is used.
    HowMuchMemory => ("How much memory?", "메모리는 얼마나?"),
    /// What the remote does.
    KeyNext => (
        "In a presentation: play, go to the end, show the numbers; and back",
        "발표 중: 재생, 끝으로, 수치 보이기 순서로 진행하고 되돌리기"
    ),
    /// What R does.
    KeyReveal => ("In a presentation: show or hide the numbers", "발표 중: 수치 보이기와 숨기기"),
    /// What B does.
    KeyBlank => ("In a presentation: blank the screen", "발표 중: 화면 가리기"),
    /// What W does.
    KeyGround => ("In a presentation: white or black ground", "발표 중: 흰 바탕과 검은 바탕 바꾸기"),
    /// Title of the notes.
    NotesTitle => ("Speaker's notes", "발표자 노트"),
    /// The question.
    Question => ("Question", "질문"),
    /// What to ask.
    AskTheRoom => ("Ask the room", "청중에게 물을 것"),
    /// What the room sees.
    OnScreen => ("On the screen", "화면"),
    /// Numbers are hidden.
    AreVeiled => ("the numbers are hidden", "수치를 숨기고 있음"),
    /// Numbers are shown.
    AreShown => ("the numbers are shown", "수치를 보여 주고 있음"),
    /// The screen is blank.
    IsBlank => ("nothing: the screen is blank", "화면을 가려 아무것도 보이지 않음"),
    /// The answer.
    Answer => ("Answer", "답"),
    /// The reason.
    Why => ("Why", "이유"),
}

/// What a speaker may ask before the numbers are shown.
#[must_use]
pub const fn ask(mode: Mode, locale: Locale) -> &'static str {
    let (english, korean) = match mode {
        Mode::Compare => (
            "Let everybody write down a guess. On which machine are all instances ready first, and \
             how many times sooner? How many kernels will run on each?",
            "모두 예상을 적게 하세요. 어느 서버의 인스턴스가 먼저 모두 준비될까요? 몇 배나 빠를까요? \
             커널은 서버마다 몇 개가 돌까요?",
        ),
        Mode::Fill => (
            "Let everybody write down a guess. How many instances fit on each machine, and what \
             runs out first?",
            "모두 예상을 적게 하세요. 서버마다 인스턴스가 몇 개 들어갈까요? 무엇이 먼저 바닥날까요?",
        ),
        _ => (
            "A or B: which does better here, and why? Let the room vote before the numbers are \
             shown.",
            "A와 B 가운데 어느 쪽이 나을까요? 왜 그럴까요? 수치를 보이기 전에 손을 들게 하세요.",
        ),
    };
    pick(locale, english, korean)
}
