//! The fills of what a scene tells apart. Each differs from the others by more than colour.

use crate::experiment::film::{Lot, Station};
use crate::text::film::Kind;
use crate::view::theme::Fill;

const fn fill(class: &'static str, pattern: Option<&'static str>) -> Fill {
    Fill { class, pattern }
}

/// The fill of a kind.
#[must_use]
pub const fn of(kind: Kind) -> Fill {
    match kind {
        Kind::Lot(Lot::Absent) => fill("fill-none", None),
        Kind::Lot(Lot::Waiting) | Kind::Station(Station::Queue) => {
            fill("fill-paper", Some("url(#hatch-launcher)"))
        }
        Kind::Lot(Lot::Starting) => fill("fill-image", Some("url(#pattern-level)")),
        Kind::Lot(Lot::Up) | Kind::Station(Station::Cores) => fill("fill-heap", None),
        Kind::Lot(Lot::Flawed) => fill("fill-services", Some("url(#pattern-sparse)")),
        Kind::Lot(Lot::Copied) => fill("fill-libraries", Some("url(#pattern-upright)")),
        Kind::Lot(Lot::Still) => fill("fill-paper", Some("url(#hatch-image)")),
        Kind::Lot(Lot::Stopping) | Kind::Station(Station::Disk) => {
            fill("fill-loader", Some("url(#pattern-dots)"))
        }
        Kind::Lot(Lot::Fallen) => fill("fill-warn", Some("url(#pattern-cross)")),
        Kind::Lot(Lot::Held) => fill("fill-firmware", Some("url(#pattern-weave)")),
        Kind::Station(Station::Lock) => fill("fill-merged", Some("url(#pattern-cross)")),
        Kind::Station(Station::Network) => fill("fill-network", Some("url(#pattern-upright)")),
    }
}
