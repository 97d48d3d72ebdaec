//! What to look for in the presets of patching, of breaking, and of what runs on what.

use crate::scenario::PresetId;

/// English and Korean; nothing for a preset of another subject.
pub(super) const fn hint(id: PresetId) -> (&'static str, &'static str) {
    match id {
        PresetId::PatchKernel => (
            "One step for all containers, and all stop with the host; twelve steps for twelve VMs.",
            "컨테이너는 한 번이면 되지만 호스트와 함께 모두 멈춥니다. VM 열두 개는 열두 번입니다.",
        ),
        PresetId::PatchHost => (
            "VMs move away with their memory. Containers start anew on the second host.",
            "VM은 메모리를 가지고 옮겨 갑니다. 컨테이너는 두 번째 호스트에서 새로 시작합니다.",
        ),
        PresetId::PatchLibrary => (
            "By hand in every machine, or once in the image.",
            "서버마다 손으로 고치거나, 이미지에서 한 번에 고칩니다.",
        ),
        PresetId::GoldenImage => (
            "With an image and a rolling replacement VMs are updated as containers are.",
            "이미지를 만들어 차례로 바꾸면 VM도 컨테이너처럼 업데이트됩니다.",
        ),
        PresetId::KernelCrash => (
            "One VM falls with its guest kernel. All containers fall with the one they share.",
            "VM은 게스트 커널과 함께 하나만 멈춥니다. 컨테이너는 커널 하나와 함께 모두 멈춥니다.",
        ),
        PresetId::BreakOut => (
            "Count the boundaries between a taken application and its neighbours.",
            "장악된 애플리케이션과 이웃 사이의 경계를 세어 보세요.",
        ),
        PresetId::SandboxWalls => (
            "A microVM and a kernel in user space: two ways to a second wall.",
            "microVM과 사용자 공간 커널. 두 번째 벽을 세우는 두 가지 방법입니다.",
        ),
        PresetId::Belief => (
            "Namespaces give a container its own processes, name, files and network.",
            "네임스페이스 덕분에 컨테이너는 자기만의 프로세스, 이름, 파일, 네트워크를 봅니다.",
        ),
        PresetId::Leaks => (
            "Kernel version, memory and load: what a container sees is the host’s.",
            "커널 버전, 메모리, 부하. 컨테이너가 보는 것은 호스트의 것입니다.",
        ),
        PresetId::OneKernel => (
            "Twelve VMs have thirteen kernels, twelve containers have one.",
            "VM 열두 개에는 커널이 열셋, 컨테이너 열두 개에는 하나입니다.",
        ),
        PresetId::OwnKernels => (
            "A sandbox gives each container a kernel; a desktop gives all of them one more.",
            "샌드박스는 컨테이너마다, 데스크톱은 모두에게 커널을 하나 더 줍니다.",
        ),
        PresetId::WindowsApplication => (
            "A VM brings the kernel that the application needs. A container cannot.",
            "VM은 필요한 커널을 가지고 오지만 컨테이너는 그럴 수 없습니다.",
        ),
        PresetId::WindowsContainers => (
            "On a Windows kernel, Windows containers run.",
            "Windows 커널 위에서는 Windows 컨테이너가 실행됩니다.",
        ),
        PresetId::HiddenMachine => (
            "Linux containers on Windows: a VM that nobody asked for carries them.",
            "Windows의 Linux 컨테이너. 아무도 부르지 않은 VM이 이들을 담고 있습니다.",
        ),
        _ => ("", ""),
    }
}
