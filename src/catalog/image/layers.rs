//! Layers, each named once: images that name the same layer share its bytes.
//!
//! Sizes are those of the official images of 2026, layer by layer. They are built on two bases, a
//! full and a slim one, and only images on the same base share it.

use super::{Layer, Measured};
use crate::catalog::measured::{Source, Standing, Unit, assumed, from, measured};

const LISTED: Source = from("REPO-INFO", "", Standing::Primary);

/// Unpacked size against transferred size.
pub(super) const RATIO: Measured = measured(
    [2.4, 2.5, 2.8],
    Unit::Ratio,
    from("REPO-INFO", "D9", Standing::Memory),
    "1 : 2.4-2.8 for layers of the Debian family.",
);

const fn listed(
    id: &'static str,
    low: f64,
    megabytes: f64,
    high: f64,
    note: &'static str,
) -> Layer {
    Layer {
        id,
        compressed: measured([low, megabytes, high], Unit::Megabytes, LISTED, note),
        unpacked_ratio: RATIO,
    }
}

/// Debian without documentation, under most servers.
pub(super) const DEBIAN_SLIM: Layer =
    listed("debian-slim", 28.2, 29.8, 29.8, "Base of nginx and postgres, Debian 13; 28.2 on 12.");

/// Debian in full, under the language images.
pub(super) const DEBIAN: Layer = Layer {
    id: "debian",
    compressed: measured(
        [48.5, 49.3, 49.3],
        Unit::Megabytes,
        from("REPO-INFO", "D2", Standing::Primary),
        "Debian 13; 48.5 on 12.",
    ),
    unpacked_ratio: measured(
        [2.4, 2.41, 2.5],
        Unit::Ratio,
        from("REPO-INFO", "D2", Standing::Memory),
        "117 MB unpacked, as remembered.",
    ),
};

/// Compilers and libraries under the language images.
pub(super) const BUILD_TOOLS: Layer =
    listed("build-tools", 299.0, 329.7, 329.7, "Three layers of 25.6, 67.8 and 236.3 MB.");

/// Ubuntu, under Java.
pub(super) const UBUNTU: Layer = Layer {
    id: "ubuntu",
    compressed: measured(
        [27.0, 29.7, 41.6],
        Unit::Megabytes,
        from("REPO-INFO", "D3", Standing::Primary),
        "24.04; 41.6 MB in 26.04.",
    ),
    unpacked_ratio: RATIO,
};

/// nginx.
pub(super) const NGINX: Layer =
    listed("nginx", 28.0, 33.3, 42.4, "nginx 1.31 and its modules; 72 MB with its base in 2025.");

/// Redis.
pub(super) const REDIS: Layer = Layer {
    id: "redis",
    compressed: measured(
        [16.0, 22.0, 24.0],
        Unit::Megabytes,
        from("REPO-INFO", "D6", Standing::Primary),
        "45-52 MB in all, less the base.",
    ),
    unpacked_ratio: RATIO,
};

/// PostgreSQL.
pub(super) const POSTGRES: Layer = Layer {
    id: "postgres",
    compressed: measured(
        [108.0, 132.6, 134.0],
        Unit::Megabytes,
        from("REPO-INFO", "D5", Standing::Primary),
        "162 MB in all, less the base.",
    ),
    unpacked_ratio: RATIO,
};

/// Node.js.
pub(super) const NODE: Layer = Layer {
    id: "node",
    compressed: measured(
        [45.0, 55.0, 70.0],
        Unit::Megabytes,
        from("REPO-INFO", "D7", Standing::Assumption),
        "401 MB in all in 2023, less base and compilers, whose sizes of that year are estimated.",
    ),
    unpacked_ratio: RATIO,
};

/// An application and its packages for Node.js.
pub(super) const NODE_APPLICATION: Layer = Layer {
    id: "node-application",
    compressed: assumed([1.0, 8.0, 60.0], Unit::Megabytes, "A web framework and its packages."),
    unpacked_ratio: assumed([3.0, 4.0, 5.0], Unit::Ratio, "Text."),
};

/// Python.
pub(super) const PYTHON: Layer =
    listed("python", 30.0, 31.8, 33.0, "Two layers of 6.1 and 25.7 MB with Python 3.12.");

/// An application and its packages for Python.
pub(super) const PYTHON_APPLICATION: Layer = Layer {
    id: "python-application",
    compressed: assumed([1.0, 8.0, 80.0], Unit::Megabytes, "A web framework and its packages."),
    unpacked_ratio: assumed([3.0, 4.0, 5.0], Unit::Ratio, "Text."),
};

/// The Java virtual machine.
pub(super) const JAVA: Layer =
    listed("java", 75.0, 79.5, 82.0, "Runtime of Java 21: layers of 26.4 and 53.1 MB.");

/// An application for Java.
pub(super) const JAVA_APPLICATION: Layer = Layer {
    id: "java-application",
    compressed: assumed([10.0, 25.0, 80.0], Unit::Megabytes, "A web framework in one archive."),
    unpacked_ratio: assumed([1.0, 1.1, 1.3], Unit::Ratio, "The archive is compressed already."),
};

/// A program that sleeps.
pub(super) const PAUSE: Layer = Layer {
    id: "pause",
    compressed: assumed([0.2, 0.3, 0.5], Unit::Megabytes, "One static program."),
    unpacked_ratio: assumed([2.0, 2.3, 2.5], Unit::Ratio, "One static program."),
};

/// A program that writes one line.
pub(super) const HELLO: Layer = Layer {
    id: "hello",
    compressed: measured(
        [0.002, 0.016, 0.02],
        Unit::Megabytes,
        from("UK-DATA", "D10", Standing::Raw),
        "The program without its libraries.",
    ),
    unpacked_ratio: assumed([1.0, 2.0, 5.0], Unit::Ratio, "One program."),
};

/// Windows as the base of a container.
pub(super) const WINDOWS_CORE: Layer = Layer {
    id: "windows-servercore",
    compressed: measured(
        [1500.0, 1800.0, 2200.0],
        Unit::Megabytes,
        from("STRATA", "D15", Standing::Memory),
        "4-5 GB unpacked, as remembered.",
    ),
    unpacked_ratio: assumed([2.3, 2.5, 2.8], Unit::Ratio, "4-5 GB unpacked."),
};

/// The web server of Windows.
pub(super) const IIS: Layer = Layer {
    id: "iis",
    compressed: assumed([50.0, 150.0, 400.0], Unit::Megabytes, "The role and its updates."),
    unpacked_ratio: assumed([1.5, 2.0, 3.0], Unit::Ratio, "Programs and text."),
};

/// A Python interpreter for small machines.
pub(super) const MICROPYTHON: Layer = Layer {
    id: "micropython",
    compressed: assumed([0.2, 0.4, 1.0], Unit::Megabytes, "One program with its libraries."),
    unpacked_ratio: assumed([2.0, 2.3, 2.5], Unit::Ratio, "One program with its libraries."),
};

/// What a user's session adds to an installed desktop.
pub(super) const SESSION: Layer = Layer {
    id: "session",
    compressed: assumed([1.0, 5.0, 50.0], Unit::Megabytes, "A profile."),
    unpacked_ratio: assumed([1.5, 2.0, 3.0], Unit::Ratio, "Settings and text."),
};
