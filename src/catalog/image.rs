//! Images: an application as it is delivered, in layers that are shared, and what it needs to run.

use super::{Measured, Os};

mod layers;
mod runtimes;
mod servers;

/// One read-only layer of an image; layers with the same id are stored and fetched once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// Stable name: equal names are the same bytes.
    pub id: &'static str,
    /// As it travels from the registry.
    pub compressed: Measured,
    /// How much larger it is on disk.
    pub unpacked_ratio: Measured,
}

/// An application.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Stable name in links and files.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Whose kernel interface it calls.
    pub os: Os,
    /// Layers, the base first.
    pub layers: &'static [Layer],
    /// Ratio of the unpacked image that is read at a start.
    pub read_at_start: Measured,
    /// CPU work from the first instruction to the first answer.
    pub start_cpu: Measured,
    /// How many cores that work can use at once.
    pub start_threads: f64,
    /// Read-only code and libraries that stay mapped; shared where the platform shares a kernel.
    pub text: Measured,
    /// Memory of its own when it answers.
    pub heap: Measured,
    /// Wake-ups per second when idle.
    pub wakeups: Measured,
    /// Processes and threads.
    pub pids: u32,
    /// What it writes to its own disk by the time it is ready.
    pub disk_writes: Measured,
    /// Whether a unikernel build of it exists.
    pub unikernel: bool,
}

static IMAGES: [Image; 11] = [
    servers::NGINX,
    servers::REDIS,
    servers::POSTGRES,
    runtimes::NODE,
    runtimes::PYTHON,
    runtimes::JVM,
    servers::IDLE,
    servers::HELLO,
    runtimes::MICROPYTHON,
    servers::IIS,
    servers::XP_DESKTOP,
];

/// Every image, in the order in which people are offered them.
#[must_use]
pub fn images() -> &'static [Image] {
    &IMAGES
}

/// The image of that id.
#[must_use]
pub fn image(id: &str) -> Option<&'static Image> {
    IMAGES.iter().find(|image| image.id == id)
}
