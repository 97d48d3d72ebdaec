//! The words of the Lab: labels without arguments, one line each with both languages.
//!
//! English and Korean stand side by side, so a label without a translation cannot be written.

pub mod figures;
mod legend;
mod sentence;
mod told;
mod why;

pub use super::name::{owner, phase, wait};
pub use legend::{phase_short, state, state_short, wait_short};
pub use sentence::Sentence;
pub use told::Told;
pub use why::{Bound, Why};

use crate::text::Locale;

/// A label without arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// One line under the name of the program.
    Claim,
    /// Name of the switch of languages.
    Language,
    /// Name of the choice of themes.
    Theme,
    /// Theme of the operating system.
    ThemeAuto,
    /// Light theme.
    ThemeLight,
    /// Dark theme.
    ThemeDark,
    /// Theme for a projector.
    ThemeProjector,
    /// Title of the list of shortcuts.
    Shortcuts,
    /// Whether keys without a modifier work.
    ShortcutsOn,
    /// What the space bar does.
    KeyPlay,
    /// What the arrow keys do.
    KeyStep,
    /// What Home and End do.
    KeyEnds,
    /// What the keys of a presenter's remote do.
    KeyRemote,
    /// What Ctrl+Z does.
    KeyUndo,
    /// What the question mark does.
    KeyHelp,
    /// Closes a dialog.
    Close,
    /// Menu of ways to move.
    Motion,
    /// As the system says.
    MotionSystem,
    /// The clock runs.
    MotionFull,
    /// The clock jumps.
    MotionReduced,
    /// From an embedded page to the whole one.
    OpenWhole,
    /// Title of the settings.
    Settings,
    /// The rest of the settings.
    More,
    /// Puts one setting back.
    Reset,
    /// Puts all settings back.
    ResetAll,
    /// Menu of presets.
    Presets,
    /// Opens the presets as pictures.
    PresetPictures,
    /// Presets, before one is chosen.
    ChoosePreset,
    /// Undoes the last change.
    Undo,
    /// Does it again.
    Redo,
    /// Copies the link.
    CopyLink,
    /// Opens what there is to take away.
    TakeAway,
    /// The link is copied.
    LinkCopied,
    /// The link could not be copied.
    LinkNotCopied,
    /// The large button in compare mode.
    PlayStart,
    /// The large button in fill mode.
    PlayFill,
    /// Plays on from here.
    Play,
    /// Holds the clock.
    Pause,
    /// Moves the clock to the beginning.
    ToStart,
    /// Moves the clock to the end.
    ToEnd,
    /// Moves the clock one event back.
    StepBack,
    /// Moves the clock one event on.
    StepForward,
    /// Name of the scrubber.
    Clock,
    /// Name of the choice of speeds.
    Speed,
    /// Name of the bar that moves the clock.
    Transport,
    /// Name of machine A.
    MachineA,
    /// Name of machine B.
    MachineB,
    /// Name of machine C.
    MachineC,
    /// Name of machine D.
    MachineD,
    /// Free memory.
    Free,
    /// Cores of the machine.
    Cores,
    /// Memory of the machine.
    Memory,
    /// Disk of the machine.
    Disk,
    /// The link to the registry.
    Link,
    /// The link in a narrow place.
    LinkShort,
    /// Title of the boot lanes.
    Lanes,
    /// Title of the memory chart.
    MemoryChart,
    /// Title of the chart of use.
    UsageChart,
    /// Title of the table of memory.
    MemoryTable,
    /// Title of the table of disk.
    DiskTable,
    /// Title of the table of constants.
    SourcesTable,
    /// Group of the constants that belong to no single platform.
    Prices,
    /// Column: constant.
    Constant,
    /// Column: value.
    Value,
    /// Column: range.
    Range,
    /// Column: source.
    Source,
    /// Column: how sure we are.
    Standing,
    /// Opens the table twin.
    AsTable,
    /// Column: owner.
    Owner,
    /// Column: resident.
    Resident,
    /// Column: share.
    Share,
    /// Row: reserved.
    Reserved,
    /// Row: saved by merging.
    MergedSaving,
    /// Row: what merging costs.
    MergingBookkeeping,
    /// Row: ballooned.
    Ballooned,
    /// Row: swapped.
    Swapped,
    /// Row: most ever resident.
    Peak,
    /// Row: all of it.
    Total,
    /// Row: stored once.
    StoredOnce,
    /// Row: added by each.
    AddedByEach,
    /// Row: used in all.
    Used,
    /// Column: time.
    Time,
    /// Column: instance.
    Instance,
    /// Column: phase.
    Phase,
    /// Column: begin.
    Begin,
    /// Column: end.
    End,
    /// Column: waited.
    Waited,
    /// Column: for what.
    WaitedFor,
    /// Instance's answer.
    Ready,
    /// Not started.
    NotStarted,
    /// Refused.
    Refused,
    /// Killed.
    Killed,
    /// Stopped by a change.
    Ended,
    /// The instance to look at.
    Inspect,
    /// Distribution: clock.
    ClockReached,
    /// Distribution: fastest.
    Fastest,
    /// Distribution: half.
    Half,
    /// Distribution: nine in ten.
    NineInTen,
    /// Distribution: 99 in a hundred.
    NinetyNine,
    /// Events that the engine handled.
    Events,
    /// Digest of the run.
    Digest,
    /// Distribution: slowest.
    Slowest,
    /// Stops a long run.
    Cancel,
    /// Closes a notice.
    Dismiss,
    /// Title of the notice about settings that do not work.
    ProblemsTitle,
    /// The simulator stopped.
    Stopped,
    /// Link to start anew.
    StartAnew,
    /// What the hatching means.
    HatchedWaiting,
    /// What the dotted outline means.
    DottedEnd,
}

impl Label {
    /// English and Korean.
    #[expect(clippy::too_many_lines, reason = "a dictionary, one line for each label")]
    const fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Claim => (
                "One server, every way to isolate a workload",
                "서버 한 대, 작업을 격리하는 모든 방법",
            ),
            Self::Language => ("Language", "언어"),
            Self::Theme => ("Theme", "화면 테마"),
            Self::ThemeAuto => ("System theme", "시스템 테마"),
            Self::ThemeLight => ("Light", "밝게"),
            Self::ThemeDark => ("Dark", "어둡게"),
            Self::ThemeProjector => ("Projector", "프로젝터"),
            Self::Shortcuts => ("Keyboard shortcuts", "키보드 단축키"),
            Self::ShortcutsOn => ("Single-key shortcuts on", "한 글자 단축키 사용"),
            Self::KeyPlay => ("Play or pause", "재생 또는 일시정지"),
            Self::KeyStep => ("Step back or forward", "한 단계 뒤로 또는 앞으로"),
            Self::KeyEnds => ("To the start or to the end", "처음 또는 끝으로"),
            Self::KeyRemote => (
                "Step back or forward, in the playback bar (presenter’s remote)",
                "재생 제어에서 한 단계 뒤로 또는 앞으로 (발표용 리모컨)",
            ),
            Self::KeyUndo => {
                ("Undo or redo a change of settings", "설정 변경 되돌리기 또는 다시 하기")
            }
            Self::KeyHelp => ("This list", "이 목록 보기"),
            Self::Close => ("Close", "닫기"),
            Self::Settings => ("Settings", "설정"),
            Self::More => ("More settings", "설정 더 보기"),
            Self::Reset => ("Reset", "기본값으로"),
            Self::ResetAll => ("Reset all settings", "모든 설정을 기본값으로"),
            Self::Presets => ("Examples", "예제"),
            Self::ChoosePreset => ("Choose an example…", "예제 고르기…"),
            Self::Undo => ("Undo", "되돌리기"),
            Self::Redo => ("Redo", "다시 하기"),
            Self::CopyLink => ("Copy link", "링크 복사"),
            Self::Motion => ("Motion", "움직임"),
            Self::MotionSystem => ("as the system says", "시스템 설정대로"),
            Self::MotionFull => ("the clock runs", "시간이 흐름"),
            Self::MotionReduced => ("the clock jumps", "시간을 건너뜀"),
            Self::OpenWhole => ("Open in Strata", "Strata에서 열기"),
            Self::PresetPictures => ("As pictures", "그림으로 보기"),
            Self::TakeAway => ("Take away", "내보내기"),
            Self::LinkCopied => ("Link copied", "링크를 복사했습니다"),
            Self::LinkNotCopied => (
                "The browser did not allow copying. The link is in the address bar.",
                "브라우저가 복사를 막았습니다. 주소창의 주소가 공유 링크입니다.",
            ),
            Self::PlayStart => ("Play the start", "시작 과정 재생"),
            Self::PlayFill => ("Fill the machines", "서버 채우기 재생"),
            Self::Play => ("Play", "재생"),
            Self::Pause => ("Pause", "일시정지"),
            Self::ToStart => ("To the start", "처음으로"),
            Self::ToEnd => ("To the end", "끝으로"),
            Self::StepBack => ("Step back", "한 단계 뒤로"),
            Self::StepForward => ("Step forward", "한 단계 앞으로"),
            Self::Clock => ("Simulated time", "시뮬레이션 시각"),
            Self::Speed => ("Speed", "재생 속도"),
            Self::Transport => ("Playback", "재생 제어"),
            Self::MachineA => ("Machine A", "서버 A"),
            Self::MachineB => ("Machine B", "서버 B"),
            Self::MachineC => ("Machine C", "서버 C"),
            Self::MachineD => ("Machine D", "서버 D"),
            Self::Free => ("free", "여유"),
            Self::Cores => ("cores", "코어"),
            Self::Memory => ("memory", "메모리"),
            Self::Disk => ("disk", "디스크"),
            Self::Link => ("registry link", "레지스트리 회선"),
            Self::LinkShort => ("link", "회선"),
            Self::Lanes => ("Boot lanes", "시작 과정"),
            Self::MemoryChart => ("Memory by owner", "소유자별 메모리"),
            Self::UsageChart => ("Cores and disk at work", "코어와 디스크 사용"),
            Self::MemoryTable => ("Memory in figures", "메모리 수치"),
            Self::DiskTable => ("Disk in figures", "디스크 수치"),
            Self::SourcesTable => ("Where the numbers come from", "수치의 출처"),
            Self::Prices => ("On every platform", "모든 플랫폼 공통"),
            Self::Constant => ("Constant", "상수"),
            Self::Value => ("Value", "값"),
            Self::Range => ("Range", "범위"),
            Self::Source => ("Source", "출처"),
            Self::Standing => ("How sure we are", "신뢰도"),
            Self::AsTable => ("As a table", "표로 보기"),
            Self::Owner => ("Owner", "소유자"),
            Self::Resident => ("Resident", "실제 사용"),
            Self::Share => ("Share", "비율"),
            Self::Reserved => ("Promised to instances", "인스턴스에 약속한 양"),
            Self::MergedSaving => ("Saved by merging equal pages", "같은 페이지 병합으로 절약"),
            Self::MergingBookkeeping => ("Bookkeeping of merging", "병합 관리에 쓰는 양"),
            Self::Ballooned => ("Taken back by balloon", "벌룬으로 회수"),
            Self::Swapped => ("Written to swap", "스왑으로 내보냄"),
            Self::Peak => ("Most ever resident", "최대 사용"),
            Self::Total => ("In all", "합계"),
            Self::StoredOnce => ("Stored once, shared", "한 번만 저장(공유)"),
            Self::AddedByEach => ("Added by each instance", "인스턴스마다 추가"),
            Self::Used => ("Used in all", "전체 사용"),
            Self::Time => ("Time", "시각"),
            Self::Instance => ("Instance", "인스턴스"),
            Self::Phase => ("Phase", "단계"),
            Self::Begin => ("Begin", "시작"),
            Self::End => ("End", "끝"),
            Self::Waited => ("Waited", "대기"),
            Self::WaitedFor => ("For what", "대기 이유"),
            Self::Ready => ("ready", "준비됨"),
            Self::NotStarted => ("not started", "시작 전"),
            Self::Refused => ("refused", "거부됨"),
            Self::Killed => ("killed", "강제 종료"),
            Self::Ended => ("stopped", "종료함"),
            Self::Inspect => ("Look at instance", "살펴볼 인스턴스"),
            Self::ClockReached => ("From launch until", "시작 요청부터"),
            Self::Fastest => ("Fastest", "최단"),
            Self::Half => ("Half", "절반"),
            Self::NineInTen => ("9 in 10", "10개 중 9개"),
            Self::NinetyNine => ("99 in 100", "100개 중 99개"),
            Self::Events => ("Events handled", "처리한 사건 수"),
            Self::Digest => ("Digest of the run", "실행 요약값"),
            Self::Slowest => ("Slowest", "최장"),
            Self::Cancel => ("Stop and go back", "멈추고 되돌리기"),
            Self::Dismiss => ("Close this notice", "알림 닫기"),
            Self::ProblemsTitle => {
                ("These settings do not work as they are", "이 설정으로는 실행할 수 없습니다")
            }
            Self::Stopped => (
                "The simulator stopped: a mistake of ours. Your settings are in the link.",
                "프로그램 오류로 시뮬레이터가 멈췄습니다. 설정은 링크에 남아 있습니다.",
            ),
            Self::StartAnew => ("Open it again", "다시 열기"),
            Self::HatchedWaiting => ("Hatched: time lost to waiting", "빗금: 기다리느라 잃은 시간"),
            Self::DottedEnd => ("Dotted: size at the end", "점선: 마지막 크기"),
        }
    }

    /// In the language of the reader.
    #[must_use]
    pub const fn say(self, locale: Locale) -> &'static str {
        let (english, korean) = self.both();
        match locale {
            Locale::English => english,
            Locale::Korean => korean,
        }
    }
}
