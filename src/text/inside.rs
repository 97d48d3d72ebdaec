//! The words of the inside of an instance: what it believes, what the host sees, what leaks.

mod fact;

use super::page::words;
use super::{Locale, Say, pick};
use crate::model::inside::{Cure, Keeper, Leak, Role, Subject};

pub use fact::Told;

words! {
    /// Opens the dialog.
    LookInside => ("Look inside", "안을 들여다보기"),
    /// Heading of what is inside.
    Within => ("What the instance believes", "인스턴스가 믿는 것"),
    /// Heading of what the host sees.
    ByHost => ("What the host sees", "호스트가 보는 것"),
    /// Heading of the rows.
    Aspect => ("Of what", "대상"),
    /// Heading of the lists of processes.
    Processes => ("Processes", "프로세스"),
    /// Column of identifiers.
    Pid => ("PID", "PID"),
    /// Column of what a process is.
    What => ("What it is", "무엇인가"),
    /// Column of the number of tasks.
    Tasks => ("Processes and threads", "프로세스와 스레드"),
    /// An identifier that the model does not know.
    SomePid => ("…", "…"),
    /// Where there is no list.
    NoProcesses => (
        "No list of processes: application and kernel are one program in one address space.",
        "프로세스 목록이 없습니다. 애플리케이션과 커널이 한 주소 공간에 든 한 프로그램입니다."
    ),
    /// Where nothing runs yet.
    NothingRuns => (
        "Nothing runs inside yet: the instance is still starting.",
        "아직 안에서 도는 것이 없습니다. 인스턴스가 시작하는 중입니다."
    ),
    /// Heading of the leaks.
    Leaks => ("What gives it away", "드러나는 것"),
    /// Where nothing pretends.
    NoLeaks => (
        "Nothing is hidden from a plain process, so nothing can leak.",
        "일반 프로세스에는 숨기는 것이 없으니 드러날 것도 없습니다."
    ),
    /// Column of the leak.
    Leak => ("It can tell by", "알아채는 방법"),
    /// Column of what closes a leak.
    Cure => ("What closes it", "막는 방법"),
    /// The instance has not been set going.
    NotThere => (
        "At this time of the clock the instance is not there. Move the clock on to see into it.",
        "지금 시각에는 이 인스턴스가 없습니다. 시계를 앞으로 옮기면 안을 볼 수 있습니다."
    ),
    /// How identifiers come about.
    AboutNumbers => (
        "Memory is that of the run at the time of the clock. Identifiers are counted in the order \
         of starts; names and addresses are examples.",
        "메모리는 지금 시각의 실행 결과입니다. PID는 시작한 순서대로 센 것이고, 이름과 주소는 \
         예시입니다."
    ),
    /// The same beside a scene, in which memory has no course in time.
    AboutScene => (
        "Memory is that of the instance once all have started; the scene does not follow it. \
         Identifiers are counted in the order of starts; names and addresses are examples.",
        "메모리는 모든 인스턴스가 시작을 마친 뒤의 값이며, 장면은 메모리의 변화를 따라가지 \
         않습니다. PID는 시작한 순서대로 센 것이고, 이름과 주소는 예시입니다."
    ),
    /// The way from the machines into an instance and along a request.
    Depth => ("How close you are", "어디까지 들어왔는지"),
    /// Its first step: everything.
    Machines => ("Machines", "서버"),
    /// Its last step.
    OneRequest => ("A request", "요청 하나"),
    /// Chooses the instance.
    Instance => ("Instance", "인스턴스"),
    /// Chooses the machine.
    Machine => ("Machine", "서버"),
    /// A row in which both sides are the same.
    Same => ("the same", "같음"),
}

/// Who keeps the instance's world, in one sentence.
#[must_use]
pub const fn keeper(of: Keeper, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Keeper::Host => (
            "A plain process lives in the host’s own world: one list of processes, one name, one \
             network for all.",
            "일반 프로세스는 호스트의 세계에 그대로 삽니다. 프로세스 목록도, 이름도, 네트워크도 모두 \
             하나를 같이 씁니다.",
        ),
        Keeper::HostNamespaces => (
            "The host’s one kernel keeps a list of everything for each container, and shows it \
             that list alone. The host sees through all of them.",
            "호스트의 커널 하나가 컨테이너마다 목록을 따로 두고 그 목록만 보여 줍니다. 호스트는 모든 \
             컨테이너를 들여다봅니다.",
        ),
        Keeper::UserSpaceKernel => (
            "A kernel in user space answers the application’s calls. The host sees the sandbox \
             that it runs in, not what the application calls its own.",
            "사용자 공간의 커널이 애플리케이션의 호출에 답합니다. 호스트에는 그 샌드박스가 보일 뿐, \
             애플리케이션이 제 것으로 여기는 것은 보이지 않습니다.",
        ),
        Keeper::Guest => (
            "The guest’s own kernel keeps everything. The host sees the machine from outside: \
             processors that run, memory that is touched, a disk that is read.",
            "게스트의 커널이 모든 것을 관리합니다. 호스트는 가상 머신을 밖에서만 봅니다. 도는 \
             프로세서, 쓰인 메모리, 읽힌 디스크가 전부입니다.",
        ),
        Keeper::NamespacesInGuest => (
            "A container in a virtual machine of its own: namespaces of a guest’s kernel, and \
             around it a machine that the host sees from outside.",
            "컨테이너가 자기만의 가상 머신 안에 있습니다. 게스트 커널의 네임스페이스 안에 있고, \
             호스트는 그 가상 머신을 밖에서만 봅니다.",
        ),
        Keeper::NamespacesInOneGuest => (
            "All containers share the kernel of one virtual machine. The host sees that one \
             machine and none of the containers.",
            "모든 컨테이너가 가상 머신 한 대의 커널을 같이 씁니다. 호스트에는 그 가상 머신 한 대만 \
             보이고 컨테이너는 보이지 않습니다.",
        ),
        Keeper::Library => (
            "Application and kernel are one program. Inside there is nobody else to be seen.",
            "애플리케이션과 커널이 한 프로그램입니다. 안에는 다른 누구도 없습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// What is compared.
#[must_use]
pub const fn subject(of: Subject, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Subject::Kernel => ("Kernel", "커널"),
        Subject::HostName => ("Host name", "호스트 이름"),
        Subject::Files => ("File system", "파일 시스템"),
        Subject::Network => ("Network", "네트워크"),
        Subject::Memory => ("Memory", "메모리"),
        Subject::Processors => ("Processors", "프로세서"),
    };
    pick(locale, english, korean)
}

/// What a process is.
#[must_use]
pub const fn role(of: Role, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Role::Application => ("the application", "애플리케이션"),
        Role::Init => ("init, the first process", "init, 첫 프로세스"),
        Role::Services => ("the guest’s services", "게스트의 서비스"),
        Role::Agent => ("the container engine’s agent", "컨테이너 엔진의 에이전트"),
        Role::HostOwn => ("the host’s own", "호스트 자신의 것"),
        Role::Others => ("the other instances", "다른 인스턴스"),
        Role::Engine => ("the container engine’s shim", "컨테이너 엔진의 심(shim)"),
        Role::Sandbox => ("the sandbox: its kernel and file server", "샌드박스: 커널과 파일 서버"),
        Role::Vmm => ("the VMM, a thread for each processor", "VMM, 프로세서마다 스레드 하나"),
        Role::BackEnd => (
            "back ends in the control domain; the machine is no process",
            "제어 도메인의 백엔드. 가상 머신은 프로세스가 아님",
        ),
    };
    pick(locale, english, korean)
}

/// By what an instance can tell.
#[must_use]
pub const fn leak(of: Leak, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Leak::KernelVersion => (
            "uname tells the version of the kernel that it shares",
            "uname이 함께 쓰는 커널의 버전을 알려 줌",
        ),
        Leak::Memory => (
            "/proc/meminfo tells the memory of the whole machine",
            "/proc/meminfo가 머신 전체의 메모리를 알려 줌",
        ),
        Leak::Processors => (
            "/proc/cpuinfo lists every processor, whatever it may use",
            "/proc/cpuinfo가 쓸 수 있는 것과 상관없이 모든 프로세서를 보여 줌",
        ),
        Leak::Load => (
            "/proc/loadavg tells the load of all instances together",
            "/proc/loadavg가 모든 인스턴스의 부하를 합쳐 알려 줌",
        ),
        Leak::ProcessorModel => (
            "the processor’s model and features show through",
            "프로세서의 모델과 기능이 그대로 보임",
        ),
        Leak::Hypervisor => {
            ("the processor says that it is virtual", "프로세서가 가상이라고 스스로 밝힘")
        }
        Leak::StolenTime => (
            "time in which others ran is told as stolen",
            "다른 인스턴스가 쓴 시간이 빼앗긴 시간으로 표시됨",
        ),
    };
    pick(locale, english, korean)
}

/// What closes a leak.
#[must_use]
pub const fn cure(of: Cure, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Cure::ProcFiles => ("LXCFS", "LXCFS"),
        Cure::ProcFilesWithLoad => ("LXCFS with its load average on", "부하 평균을 켠 LXCFS"),
        Cure::UserSpaceKernel => ("gVisor", "gVisor"),
        Cure::OwnMachine => ("a virtual machine each, as with Kata", "Kata처럼 저마다 가상 머신"),
        Cure::PlainModel => ("a plainer processor model", "기능을 줄인 프로세서 모델"),
        Cure::Nothing => ("nothing: it is told on purpose", "없음. 일부러 알려 줌"),
    };
    pick(locale, english, korean)
}

/// What opens the inside of one instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookInto<'a> {
    /// The letter of its machine.
    pub side: &'a str,
    /// Number of the instance, from 0.
    pub instance: u32,
}

impl Say for LookInto<'_> {
    fn english(&self) -> String {
        format!("Instance {} of {}: look inside", self.instance + 1, self.side)
    }

    fn korean(&self) -> String {
        format!("{}의 인스턴스 {}: 안을 들여다보기", self.side, self.instance + 1)
    }
}

/// One instance, on the way from the machines into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneOf<'a> {
    /// The letter of its machine.
    pub side: &'a str,
    /// Number of the instance, from 0.
    pub instance: u32,
}

impl Say for OneOf<'_> {
    fn english(&self) -> String {
        format!("Instance {} of {}", self.instance + 1, self.side)
    }

    fn korean(&self) -> String {
        format!("{}의 인스턴스 {}", self.side, self.instance + 1)
    }
}

/// The title of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title<'a> {
    /// Number of the instance, from 0.
    pub instance: u32,
    /// The platform, as people call it.
    pub platform: &'a str,
}

impl Say for Title<'_> {
    fn english(&self) -> String {
        format!("Inside instance {} of {}", self.instance + 1, self.platform)
    }

    fn korean(&self) -> String {
        format!("{} 인스턴스 {}의 안", self.platform, self.instance + 1)
    }
}
