//! The words of the pages beside the drawings: questions, answers, and the way from page to page.

use super::{Locale, number, pick};
use crate::app::Page;
use crate::scenario::Mode;

/// Name of a page in the navigation.
#[must_use]
pub const fn name(page: Page, locale: Locale) -> &'static str {
    let (english, korean) = match page {
        Page::Lab => ("Lab", "실험실"),
        Page::Learn => ("Learn", "배우기"),
        Page::Glossary => ("Glossary", "용어집"),
        Page::Explore => ("Explore", "탐색"),
        Page::Claims => ("Claims", "주장"),
        Page::Evidence => ("Evidence", "근거"),
        Page::Model => ("The model", "모델"),
        Page::Teach => ("Teach", "가르치기"),
    };
    pick(locale, english, korean)
}

/// What a page is for, under its name.
#[must_use]
pub const fn purpose(page: Page, locale: Locale) -> &'static str {
    let (english, korean) = match page {
        Page::Lab => ("Two machines, one question", "서버 두 대와 질문 하나"),
        Page::Learn => (
            "Predict first, then watch. Each lesson is played in the Lab and ends in a goal that \
             the simulator checks.",
            "먼저 예측하고 나서 지켜봅니다. 수업은 모두 실험실에서 진행되고, 시뮬레이터가 확인하는 \
             목표로 끝납니다.",
        ),
        Page::Glossary => (
            "The words of the field, as they are used on every page here.",
            "이 사이트에서 쓰는 분야의 용어를 모았습니다.",
        ),
        Page::Teach => (
            "Notes for each lesson, and lessons of your own.",
            "수업별 지도 노트와 직접 만드는 수업이 있습니다.",
        ),
        Page::Explore => (
            "One setting or two over their whole range, every host that could carry the instances, \
             and the same run many times: where does the picture turn over, what fits, and how \
             sure is it?",
            "설정 하나나 둘을 처음부터 끝까지 바꿔 보고, 인스턴스를 둘 만한 호스트를 모두 따져 보고, \
             같은 실행을 여러 번 되풀이합니다. 결과는 어디서 뒤집히고, 무엇이 들어가며, 얼마나 \
             확실할까요?",
        ),
        Page::Claims => (
            "What is said of virtual machines and containers, put to the test: each claim with a \
             scenario that shows it and one in which it stops being true.",
            "가상 머신과 컨테이너에 대한 주장을 시험합니다. 주장마다 그것이 보이는 시나리오와 더는 \
             맞지 않는 시나리오가 있습니다.",
        ),
        Page::Evidence => (
            "Published measurements, simulated again in this tab from constants that they were not \
             used for.",
            "발표된 측정 결과를 이 탭에서 다시 시뮬레이션합니다. 상수를 정하는 데 쓰지 않은 결과만 \
             씁니다.",
        ),
        Page::Model => (
            "How it is computed, what is left out, and how it was checked.",
            "어떻게 계산하고, 무엇을 뺐으며, 어떻게 확인했는지 적었습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// The question of a mode, as a sentence.
#[must_use]
pub const fn question(mode: Mode, locale: Locale) -> &'static str {
    let (english, korean) = match mode {
        Mode::Compare => (
            "How soon are so many instances ready, and what do they need?",
            "정한 수의 인스턴스가 얼마나 빨리 준비되고, 무엇이 필요할까요?",
        ),
        Mode::Fill => (
            "How many instances fit before something gives, and what gives first?",
            "인스턴스가 몇 개나 들어가고, 무엇이 먼저 바닥날까요?",
        ),
        Mode::Throughput => (
            "How much work gets done, and how long does one request take?",
            "일을 얼마나 해내고, 요청 하나는 얼마나 걸릴까요?",
        ),
        Mode::Pressure => (
            "What happens when memory or cores run short?",
            "메모리나 코어가 모자라면 어떻게 될까요?",
        ),
        Mode::Elasticity => (
            "What happens when demand moves between instances, or leaps?",
            "수요가 인스턴스 사이를 옮겨 다니거나 갑자기 늘면 어떻게 될까요?",
        ),
        Mode::Mobility => (
            "What does it take to move to another host, and what survives?",
            "다른 호스트로 옮기는 데 무엇이 들고, 무엇이 살아남을까요?",
        ),
        Mode::Maintenance => (
            "What does it take to bring a fix to every instance?",
            "모든 인스턴스에 보안 수정을 적용하는 데 무엇이 들까요?",
        ),
        Mode::Incident => (
            "What falls together with one part that crashes or is taken over?",
            "한 부분이 멈추거나 침해되면 무엇이 함께 무너질까요?",
        ),
        Mode::Compatibility => (
            "What runs on what, and what stands in the way?",
            "무엇이 무엇 위에서 돌아가고, 무엇이 막을까요?",
        ),
    };
    pick(locale, english, korean)
}

/// A list of words without arguments, one line each with both languages.
macro_rules! words {
    ($($(#[$doc:meta])* $word:ident => ($english:expr, $korean:expr),)*) => {
        /// Words without arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $($(#[$doc])* $word,)*
        }

        impl Word {
            /// In this language.
            #[must_use]
            pub const fn say(self, locale: Locale) -> &'static str {
                match self {
                    $(Self::$word => pick(locale, $english, $korean),)*
                }
            }
        }
    };
}

pub(super) use words;

words! {
    /// Name of the navigation.
    Pages => ("Pages", "페이지"),
    /// Name of the choice of questions.
    Questions => ("Question", "질문"),
    /// Settings of the question.
    QuestionSettings => ("Settings of the question", "질문 설정"),
    /// Name of the panel with the answer.
    Answer => ("Answer", "답"),
    /// All numbers of starts, folded.
    AllFigures => ("All figures", "모든 수치"),
    /// Title of the table of figures.
    Figures => ("In figures", "수치로 보면"),
    /// Title of the list of reasons.
    Reasons => ("Why", "이유"),
    /// Title of the curves.
    Curves => ("Over time", "변화"),
    /// Title of the tables.
    Tables => ("In detail", "자세히"),
    /// Title of the remarks.
    Remarks => ("To be said besides", "덧붙일 점"),
    /// A remark about both machines.
    Both => ("Both", "양쪽 모두"),
    /// Column of the figures.
    Quantity => ("Quantity", "항목"),
    /// Column of the reasons.
    Reason => ("Reason", "이유"),
    /// Column of the drawing of two numbers.
    Drawn => ("Side by side", "나란히"),
    /// Column: which has more.
    More => ("More", "더 큰 쪽"),
    /// Both have the same.
    Same => ("same", "같음"),
    /// Nothing stands here.
    Nothing => ("none", "없음"),
    /// The other machine's table is the same.
    SameOnBoth => ("the same on both machines", "두 서버가 같음"),
    /// A machine that cannot run this.
    CannotRun => ("cannot run this", "실행 불가"),
    /// While the first answer is on its way.
    Asking => ("The machines are at work…", "계산하고 있습니다…"),
    /// While settings stand in the way.
    NotAsked => (
        "There is no answer while a setting is out of range. The list above says which.",
        "설정값이 범위를 벗어나 답을 낼 수 없습니다. 위 목록에서 고칠 곳을 확인하세요."
    ),
    /// The answer stands for older settings.
    Stale => (
        "for the settings before; the new answer is on its way",
        "이전 설정의 답이며, 새 답을 계산하고 있습니다"
    ),
    /// Machine, as the head of a column.
    Machine => ("Machine", "서버"),
    /// Opens the scenario in the Lab.
    OpenInLab => ("Open in the Lab", "실험실에서 열기"),
    /// Changes the scenario.
    ChangeInLab => ("Change it in the Lab", "실험실에서 바꾸기"),
    /// A text is on its way.
    Loading => ("Loading…", "불러오는 중…"),
    /// A text did not arrive.
    NotLoaded => (
        "This text did not arrive. Check the connection and try again.",
        "글을 받지 못했습니다. 연결을 확인하고 다시 시도해 보세요."
    ),
    /// While a part of the program is on its way.
    Fetching => ("Fetching this part…", "이 부분을 불러오는 중…"),
    /// The way back from the Lab to a lesson.
    BackToLesson => ("Back to the lesson", "수업으로 돌아가기"),
    /// Instead of results that are hidden.
    Veiled => (
        "What happens now? Predict first: the results wait.",
        "어떻게 될까요? 먼저 예측해 보세요. 결과는 그다음에 나옵니다."
    ),
    /// Tries again.
    TryAgain => ("Try again", "다시 시도"),
    /// Where a claim stops being true.
    StopsBeing => ("Where it stops being true", "더는 맞지 않는 곳"),
    /// What shows a claim.
    Shown => ("What shows it", "보여 주는 것"),
    /// A fact holds.
    Holds => ("holds", "성립"),
    /// A fact does not hold.
    HoldsNot => ("does not hold", "성립하지 않음"),
    /// A fact is not known yet.
    NotYet => ("not run yet", "아직 실행 전"),
    /// Nothing shows a claim.
    NotMeasured => (
        "Nothing in the model measures this yet.",
        "아직 모델이 이것을 재지 못합니다."
    ),
    /// Runs every claim.
    TestClaims => ("Test all claims", "모든 주장 시험하기"),
    /// Stops a long piece of work.
    Cancel => ("Cancel", "취소"),
    /// Name of a bar of progress.
    Progress => ("Progress", "진행"),
    /// Begins a long piece of work.
    Run => ("Run", "실행"),
    /// Begins it again.
    RunAgain => ("Run again", "다시 실행"),
}

impl Word {
    /// How far a simulation has come, 0 to 1.
    #[must_use]
    pub fn simulating(share: f64, locale: Locale) -> String {
        let share = number::percent(share, locale);
        match locale {
            Locale::English => format!("Simulating: {share} done."),
            Locale::Korean => format!("시뮬레이션 중: {share} 완료"),
        }
    }

    /// What a curve shows: its beginning, its end, and the most.
    #[must_use]
    pub fn curve(name: &str, [first, last, most]: [String; 3], locale: Locale) -> String {
        match locale {
            Locale::English => format!("{name}: from {first} to {last}, at most {most}."),
            Locale::Korean => format!("{name}: 처음 {first}, 끝 {last}, 최대 {most}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_name_and_an_address_of_its_own() {
        for page in Page::ALL {
            for locale in Locale::ALL {
                assert!(!name(page, locale).is_empty() && !purpose(page, locale).is_empty());
            }
            let named = Page::from_fragment(page.fragment());
            assert_eq!(named, (page != Page::Lab).then(|| (page, String::new())));
        }
    }
}
