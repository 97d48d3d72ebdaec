//! The built-in course: files like those of any teacher, in the order in which they are taught.

use super::read;
use super::step::Lesson;

/// The files of the course.
pub const FILES: &[&str] = &[
    include_str!("course/machine.toml"),
    include_str!("course/hypervisor.toml"),
    include_str!("course/start-time.toml"),
    include_str!("course/performance.toml"),
    include_str!("course/elasticity.toml"),
    include_str!("course/trap-cold-pull.toml"),
    include_str!("course/trap-compute.toml"),
    include_str!("course/trap-ksm.toml"),
    include_str!("course/trap-laptop.toml"),
    include_str!("course/trap-limit.toml"),
    include_str!("course/trap-microvm.toml"),
    include_str!("course/trap-one-kernel.toml"),
    include_str!("course/trap-slightly-over.toml"),
];

/// All lessons and traps of the course, in order. A file that could not be read would be left out;
/// a test holds that there is none.
#[must_use]
pub fn course() -> Vec<Lesson> {
    FILES.iter().filter_map(|text| read(text).ok()).collect()
}
