//! The words of what is taken away, kept and passed on.

use super::page::words;
use super::{Locale, Say, pick};
use crate::app::query::Panel;
use crate::scenario::file::FileProblem;
use crate::scenario::link::{FieldProblem, LinkError};
use crate::scenario::typed::TypedProblem;

words! {
    /// Title of the dialog.
    Title => ("Take away", "내보내기"),
    /// Section: the link.
    PassOn => ("Pass it on", "공유하기"),
    /// Name of the field with the link.
    Link => ("Link", "링크"),
    /// Name of the field with the code.
    Code => ("Code, to type or to read aloud", "직접 입력하거나 불러 줄 코드"),
    /// Copies a text.
    Copy => ("Copy", "복사"),
    /// The text is copied.
    Copied => ("Copied", "복사했습니다"),
    /// The browser did not allow it.
    NotCopied => (
        "The browser did not allow copying. Select the text and copy it yourself.",
        "브라우저가 복사를 허용하지 않았습니다. 글을 선택해 직접 복사하세요."
    ),
    /// Says what the drawing of a link is.
    Qr => ("QR code of the link", "링크의 QR 코드"),
    /// Under the drawing of a link.
    QrFor => ("Opens this comparison on a phone", "휴대전화에서 이 비교를 엽니다"),
    /// In its place where no camera can follow it.
    QrLocal => (
        "This page was opened from a file, so that a link to it leads nowhere on another machine. \
         Use the code or a file.",
        "파일로 연 페이지여서 다른 기기에서는 링크가 통하지 않습니다. 코드나 파일을 쓰세요."
    ),
    /// Section: opening.
    OpenOne => ("Open one", "열기"),
    /// Name of the field for what is opened.
    Paste => ("A link, a code, or the text of a file", "링크, 코드 또는 파일의 글"),
    /// Opens what was typed.
    Open => ("Open", "열기"),
    /// Chooses a file.
    Choose => ("Choose a file…", "파일 선택…"),
    /// Section: named saves.
    Kept => ("Kept in this browser", "이 브라우저에 저장"),
    /// Name of the field of a name.
    SaveAs => ("Name", "이름"),
    /// Keeps the scenario.
    Save => ("Save", "저장"),
    /// Forgets one.
    Delete => ("Delete", "삭제"),
    /// Takes the last deletion back.
    Undelete => ("Undo", "실행 취소"),
    /// There are none.
    NoSaves => (
        "Nothing is saved yet. What you do is kept anyway: the page opens as you left it.",
        "아직 저장한 것이 없습니다. 저장하지 않아도 페이지는 마지막 상태로 다시 열립니다."
    ),
    /// Nothing can be kept here.
    NotKept => (
        "This browser does not keep anything for the page, or its room is full. Take the link or a \
         file instead.",
        "이 브라우저에는 저장할 수 없거나 저장 공간이 가득 찼습니다. 대신 링크나 파일로 내보내세요."
    ),
    /// Section: pictures.
    Picture => ("As a picture", "그림으로"),
    /// Says what is in a picture.
    PictureOf => (
        "The two machines and their lanes as they are now, with settings, seed and sources inside",
        "지금 보이는 두 서버와 레인, 그 안에 설정, 시드, 출처까지"
    ),
    /// Prints the page.
    Print => ("Print…", "인쇄…"),
    /// The picture could not be made.
    NoPicture => (
        "There is no picture of this: open “Compare starts” or “Fill the machine”.",
        "이 질문에는 그림이 없습니다. ‘시작 비교’나 ‘서버 채우기’를 여세요."
    ),
    /// Title of the list of sources on paper.
    Sources => ("Sources of the constants", "상수의 출처"),
    /// Section: numbers.
    Numbers => ("As numbers", "수치로"),
    /// Section: in another page.
    InPage => ("In a page of your own", "다른 페이지에 넣기"),
    /// Opens the dialog of the snippet.
    Embed => ("Embed…", "삽입 코드…"),
    /// Title of the dialog of the snippet.
    EmbedTitle => ("Embed in a page of your own", "다른 페이지에 넣기"),
    /// Name of the frame in the other page.
    FrameTitle => (
        "Strata: virtual machines and containers, simulated",
        "Strata: 가상 머신과 컨테이너 시뮬레이션"
    ),
    /// Name of the field with the snippet.
    Snippet => ("HTML to paste", "붙여 넣을 HTML"),
    /// Name of the frame that shows what it will look like.
    Preview => ("What it will look like, 600 × 400", "미리 보기, 600 × 400"),
    /// The choice of panels.
    Shows => ("It shows", "보여 줄 것"),
    /// Only the clock can be used.
    Locked => ("Settings cannot be changed", "설정을 바꿀 수 없게"),
    /// Choice of a language.
    Language => ("Language", "언어"),
    /// Choice of colours.
    Colours => ("Colours", "색"),
    /// Left to the reader's system.
    AsReader => ("as the reader's system", "읽는 사람의 시스템대로"),
}

/// What made a picture, and with which seed it can be made again.
#[must_use]
pub fn made_with(version: &str, seed: u64, locale: Locale) -> String {
    match locale {
        Locale::English => {
            format!("{} Sources are inside the file.", made_by(version, seed, locale))
        }
        Locale::Korean => {
            format!("{} 출처는 파일 안에 있습니다.", made_by(version, seed, locale))
        }
    }
}

/// What simulated something, and with which seed it can be done again.
#[must_use]
pub fn made_by(version: &str, seed: u64, locale: Locale) -> String {
    match locale {
        Locale::English => format!("Simulated with Strata {version}, seed {seed}."),
        Locale::Korean => format!("Strata {version} 시뮬레이션, 시드 {seed}."),
    }
}

/// Name of a panel that can be left out.
#[must_use]
pub const fn panel(of: Panel, locale: Locale) -> &'static str {
    match of {
        Panel::Headline => pick(locale, "the result in words", "결과 문장"),
        Panel::Settings => pick(locale, "the settings", "설정"),
        Panel::Clock => pick(locale, "the clock", "시계"),
        Panel::Lanes => pick(locale, "the lanes", "레인"),
        Panel::Charts => pick(locale, "the charts", "그래프"),
        Panel::Tables => pick(locale, "the tables", "표"),
    }
}

/// A language in its own words.
#[must_use]
pub const fn language(of: Locale) -> &'static str {
    match of {
        Locale::English => "English",
        Locale::Korean => "한국어",
    }
}

/// A scenario was kept under a name.
#[must_use]
pub fn saved(name: &str, locale: Locale) -> String {
    match locale {
        Locale::English => format!("Saved as “{name}”"),
        Locale::Korean => format!("저장한 이름: ‘{name}’"),
    }
}

/// A scenario was forgotten.
#[must_use]
pub fn deleted(name: &str, locale: Locale) -> String {
    match locale {
        Locale::English => format!("“{name}” is deleted."),
        Locale::Korean => format!("삭제한 이름: ‘{name}’."),
    }
}

/// What a button of a saved scenario does, for those who hear it.
#[must_use]
pub fn of(word: Word, name: &str, locale: Locale) -> String {
    let word = word.say(locale);
    match locale {
        Locale::English => format!("{word}: {name}"),
        Locale::Korean => format!("{name}: {word}"),
    }
}

impl Say for TypedProblem {
    fn english(&self) -> String {
        match self {
            Self::Nothing => {
                "There is nothing to open yet: paste a link, a code, or the text of a \
                              file."
                    .to_owned()
            }
            Self::Link(error) => link(error, Locale::English).to_owned(),
            Self::Fields(problems) => joined(problems.iter().map(|of| field(of, Locale::English))),
            Self::File(problems) => joined(problems.iter().map(|of| file(of, Locale::English))),
        }
    }

    fn korean(&self) -> String {
        match self {
            Self::Nothing => {
                "아직 열 것이 없습니다. 링크, 코드 또는 파일의 글을 붙여 넣으세요.".to_owned()
            }
            Self::Link(error) => link(error, Locale::Korean).to_owned(),
            Self::Fields(problems) => joined(problems.iter().map(|of| field(of, Locale::Korean))),
            Self::File(problems) => joined(problems.iter().map(|of| file(of, Locale::Korean))),
        }
    }
}

/// Whole sentences, one after the other; no more than can be read.
fn joined(sentences: impl Iterator<Item = String>) -> String {
    sentences.take(5).collect::<Vec<_>>().join(" ")
}

fn field(problem: &FieldProblem, locale: Locale) -> String {
    match (problem, locale) {
        (FieldProblem::UnknownKey { key }, Locale::English) => {
            format!("There is no setting “{key}”: look for a letter that went wrong.")
        }
        (FieldProblem::UnknownKey { key }, Locale::Korean) => {
            format!("‘{key}’라는 설정은 없습니다. 잘못 적은 글자가 있는지 보세요.")
        }
        (FieldProblem::UnknownValue { key, value }, Locale::English) => {
            format!("“{key}” cannot be “{value}”.")
        }
        (FieldProblem::UnknownValue { key, value }, Locale::Korean) => {
            format!("설정 ‘{key}’의 값으로 ‘{value}’ 대신 다른 값을 쓰세요.")
        }
    }
}

fn file(problem: &FileProblem, locale: Locale) -> String {
    match (problem, locale) {
        (FileProblem::Field(problem), locale) => field(problem, locale),
        (FileProblem::UnknownPreset { key }, Locale::English) => {
            format!("There is no example “{key}”.")
        }
        (FileProblem::UnknownPreset { key }, Locale::Korean) => {
            format!("‘{key}’라는 예시는 없습니다.")
        }
        (FileProblem::NotAField { line }, Locale::English) => format!(
            "Line {line} is no setting: write a name and a value, such as n=200 a.platform=docker."
        ),
        (FileProblem::NotAField { line }, Locale::Korean) => {
            format!("{line}행은 설정이 아닙니다. n=200 a.platform=docker처럼 이름과 값을 쓰세요.")
        }
        (other, locale) => {
            let said = other.say(locale);
            let mut letters = said.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}

/// Why a link that was pasted is not used: nothing is shown in its place.
const fn link(error: &LinkError, locale: Locale) -> &'static str {
    let (english, korean) = match error {
        LinkError::Empty | LinkError::NotOurs => (
            "This is a link to something else than a comparison.",
            "비교 설정이 담긴 링크가 아닙니다.",
        ),
        LinkError::TooLong { .. } => (
            "This link is longer than any that was ever made here.",
            "여기서 만드는 어떤 링크보다 깁니다.",
        ),
        LinkError::Truncated => (
            "The end of the link is missing; it was probably cut when it was copied.",
            "링크의 끝부분이 없습니다. 복사하다 잘린 것 같습니다.",
        ),
        LinkError::Damaged => (
            "The link was changed on its way. Ask for it once more, or for the code.",
            "링크가 전달 중에 바뀌었습니다. 링크나 코드를 다시 받아 보세요.",
        ),
        LinkError::FutureVersion { .. } => (
            "The link was made by a newer version of this page. Reload the page and try again.",
            "더 새로운 버전에서 만든 링크입니다. 페이지를 새로 고친 뒤 다시 열어 보세요.",
        ),
    };
    pick(locale, english, korean)
}
