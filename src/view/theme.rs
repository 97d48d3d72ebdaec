//! Colours for the canvas, and which drawing stands for which owner and phase.
//!
//! A canvas cannot read style sheets, so the colours of `static/css/tokens.css` stand here a second
//! time. A test compares the two and measures the contrast.

use crate::catalog::{Lock, Phase};
use crate::experiment::{Activity, Wait};
use crate::model::{OWNERS, Owner};

/// A colour: red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground of a chart: that of the page around it.
    pub paper: Rgb,
    /// Text and lines.
    pub ink: Rgb,
    /// Secondary text.
    pub soft: Rgb,
    /// Grid lines.
    pub rule: Rgb,
    /// Between two fills.
    pub outline: Rgb,
    /// Fill of each owner, in the order of [`Owner::ALL`].
    pub owners: [Rgb; OWNERS],
    /// Lines: cores, disk, link.
    pub lines: [Rgb; 3],
    /// Width of the lines of a chart in CSS pixels.
    pub line: u32,
}

const LIGHT: Palette = Palette {
    paper: (0xfa, 0xf7, 0xf0),
    ink: (0x1c, 0x22, 0x30),
    soft: (0x56, 0x5b, 0x66),
    rule: (0xd9, 0xd2, 0xc3),
    outline: (0x1c, 0x22, 0x30),
    owners: [
        (0xb0, 0x43, 0x1c),
        (0x6b, 0x74, 0x88),
        (0x86, 0xad, 0x90),
        (0x8d, 0x74, 0xae),
        (0xb0, 0x43, 0x1c),
        (0xe0, 0xb0, 0x4c),
        (0xf1, 0xe3, 0xb9),
        (0xfd, 0xf9, 0xee),
        (0x4f, 0x8f, 0x7f),
        (0x0b, 0x46, 0x56),
    ],
    lines: [(0x0b, 0x46, 0x56), (0xb0, 0x43, 0x1c), (0x7a, 0x4f, 0x87)],
    line: 2,
};

const DARK: Palette = Palette {
    paper: (0x14, 0x17, 0x1d),
    ink: (0xef, 0xea, 0xdf),
    soft: (0xb3, 0xb0, 0xa8),
    rule: (0x36, 0x3b, 0x46),
    outline: (0x0b, 0x0d, 0x11),
    owners: [
        (0xe2, 0x70, 0x3f),
        (0x7c, 0x86, 0xa6),
        (0x97, 0xc3, 0xa2),
        (0xb7, 0x9b, 0xdc),
        (0xe2, 0x70, 0x3f),
        (0xe8, 0xbd, 0x60),
        (0xef, 0xe0, 0xb6),
        (0x5d, 0x5a, 0x50),
        (0x2f, 0x8f, 0x7a),
        (0x4f, 0xd0, 0xd6),
    ],
    lines: [(0x4f, 0xd0, 0xd6), (0xe2, 0x70, 0x3f), (0xb1, 0x84, 0xc2)],
    line: 2,
};

const PROJECTOR: Palette = Palette {
    paper: (0xff, 0xff, 0xff),
    ink: (0, 0, 0),
    soft: (0x33, 0x37, 0x3f),
    rule: (0x8a, 0x85, 0x78),
    outline: (0, 0, 0),
    line: 4,
    ..LIGHT
};

/// A theme as it is shown, with "as the system has it" already resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Dark ink on paper.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// White ground and full contrast.
    Projector,
}

impl Shown {
    /// The colours of this theme.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Projector => &PROJECTOR,
        }
    }
}

/// How a fill is drawn: a class for the colour, and a pattern over it where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// Class that gives the colour.
    pub class: &'static str,
    /// Reference to a pattern of the patterns of the page.
    pub pattern: Option<&'static str>,
}

const fn fill(class: &'static str, pattern: Option<&'static str>) -> Fill {
    Fill { class, pattern }
}

const KERNEL: Fill = fill("fill-kernel", Some("url(#pattern-kernel)"));

/// The fill of an owner's memory. Both kinds of kernel look the same: that is the point.
#[must_use]
pub const fn owner_fill(owner: Owner) -> Fill {
    match owner {
        Owner::HostKernel | Owner::GuestKernel => KERNEL,
        Owner::Vmm => fill("fill-vmm", Some("url(#pattern-weave)")),
        Owner::ImageCache => fill("fill-image", Some("url(#pattern-level)")),
        Owner::Merged => fill("fill-merged", Some("url(#pattern-cross)")),
        Owner::GuestServices => fill("fill-services", None),
        Owner::GuestCache => fill("fill-guest-cache", Some("url(#pattern-dots)")),
        Owner::GuestFree => fill("fill-guest-free", Some("url(#pattern-sparse)")),
        Owner::Libraries => fill("fill-libraries", Some("url(#pattern-upright)")),
        Owner::Heap => fill("fill-heap", None),
    }
}

/// The fill of a phase: the same as the memory that it brings, where it brings some.
#[must_use]
pub const fn phase_fill(phase: Phase) -> Fill {
    match phase {
        Phase::Fetch => fill("fill-image", Some("url(#pattern-level)")),
        Phase::Create => fill("fill-vmm", Some("url(#pattern-weave)")),
        Phase::Network => fill("fill-network", Some("url(#pattern-upright)")),
        Phase::Firmware => fill("fill-firmware", None),
        Phase::Loader => fill("fill-loader", Some("url(#pattern-dots)")),
        Phase::Kernel => KERNEL,
        Phase::Init => fill("fill-services", None),
        Phase::Restore => fill("fill-merged", Some("url(#pattern-cross)")),
        Phase::Application => fill("fill-heap", None),
    }
}

/// The hatching of a reason to wait.
#[must_use]
pub const fn wait_pattern(wait: Wait) -> &'static str {
    match wait {
        Wait::Launcher => "url(#hatch-launcher)",
        Wait::Cores => "url(#hatch-cores)",
        Wait::Disk => "url(#hatch-disk)",
        Wait::Link => "url(#hatch-link)",
        Wait::Lock(Lock::NetworkNamespace | Lock::MountTable | Lock::XenStore) => {
            "url(#hatch-lock)"
        }
        Wait::Image | Wait::Carrier => "url(#hatch-image)",
        Wait::Memory => "url(#hatch-memory)",
    }
}

/// Hatching on the ground of the page.
#[must_use]
pub const fn wait_fill(wait: Wait) -> Fill {
    fill("fill-paper", Some(wait_pattern(wait)))
}

/// The fill of the flag over a column.
#[must_use]
pub const fn activity_fill(activity: Activity) -> Fill {
    match activity {
        Activity::NotStarted | Activity::Stopped => fill("fill-none", None),
        Activity::Waiting(_, wait) => wait_fill(wait),
        Activity::Doing(phase, _) => phase_fill(phase),
        Activity::Ready => fill("fill-heap", None),
        Activity::Refused | Activity::Killed => fill("fill-warn", Some("url(#pattern-cross)")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../static/css/tokens.css");

    /// The declarations that hold in a theme: the light ones first, then the theme's own.
    fn token(theme: Shown, name: &str) -> Rgb {
        let selectors: &[&str] = match theme {
            Shown::Light => &["\n  :root,"],
            Shown::Dark => &["\n    :root[data-theme=\"dark\"] {"],
            Shown::Projector => {
                &["\n  :root,", "\n  :root[data-theme=\"projector\"] {\n    --paper"]
            }
        };
        let blocks = selectors.iter().rev().map(|selector| {
            let from = TOKENS.find(selector).unwrap();
            &TOKENS[from..from + TOKENS[from..].find('}').unwrap()]
        });
        for block in blocks {
            if let Some(at) = block.find(&format!("--{name}: #")) {
                let hex = &block[at + name.len() + 5..][..6];
                let part = |from| u8::from_str_radix(&hex[from..from + 2], 16).unwrap();
                return (part(0), part(2), part(4));
            }
        }
        panic!("no token {name} for {theme:?}")
    }

    const OWNER_TOKENS: [&str; OWNERS] = [
        "kernel",
        "vmm",
        "image",
        "merged",
        "kernel",
        "services",
        "guest-cache",
        "guest-free",
        "libraries",
        "heap",
    ];

    #[test]
    fn the_canvas_has_the_colours_of_the_style_sheet() {
        for theme in [Shown::Light, Shown::Dark, Shown::Projector] {
            let palette = theme.palette();
            for (index, name) in OWNER_TOKENS.iter().enumerate() {
                assert_eq!(palette.owners[index], token(theme, name), "{theme:?} {name}");
            }
            assert_eq!(palette.paper, token(theme, "paper"));
            assert_eq!(palette.ink, token(theme, "ink"));
            assert_eq!(palette.soft, token(theme, "soft"));
            assert_eq!(palette.rule, token(theme, "rule"));
            assert_eq!(palette.outline, token(theme, "outline"));
        }
    }

    #[test]
    fn a_dark_system_theme_has_the_same_colours_as_the_chosen_one() {
        let chosen = TOKENS.find("\n    :root[data-theme=\"dark\"] {").unwrap();
        let system = TOKENS.find("data-theme=\"dark\"]) {").unwrap();
        let lines = |from: usize| -> Vec<&str> {
            let block = &TOKENS[from..from + TOKENS[from..].find('}').unwrap()];
            block.lines().map(str::trim).filter(|line| line.starts_with("--")).collect()
        };
        assert_eq!(lines(chosen), lines(system));
    }

    fn luminance((red, green, blue): Rgb) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_has_contrast_of_4_5_and_marks_of_3() {
        for theme in [Shown::Light, Shown::Dark, Shown::Projector] {
            let text = if theme == Shown::Projector { 7.0 } else { 4.5 };
            for ground in ["paper", "panel"] {
                let ground = token(theme, ground);
                for name in ["ink", "soft", "accent", "warn"] {
                    let found = contrast(token(theme, name), ground);
                    assert!(found >= text, "{theme:?} {name}: {found}");
                }
                for name in ["edge", "focus", "kernel"] {
                    let found = contrast(token(theme, name), ground);
                    assert!(found >= 3.0, "{theme:?} {name}: {found}");
                }
                for line in theme.palette().lines {
                    assert!(contrast(line, ground) >= 3.0, "{theme:?} {line:?}");
                }
            }
            assert!(contrast(token(theme, "on-accent"), token(theme, "accent")) >= text);
            assert!(contrast(token(theme, "on-kernel"), token(theme, "kernel")) >= 4.5);
        }
    }

    /// What people see who lack one kind of cone (Machado, Oliveira and Fernandes 2009, whole
    /// severity), on linear light.
    const SIGHTS: [[[f64; 3]; 3]; 4] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ];

    /// CIE L*a*b* (D65) of a colour as it is seen.
    fn seen((red, green, blue): Rgb, sight: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [red, green, blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
        });
        let dot = |row: &[f64; 3], of: &[f64; 3]| -> f64 {
            row.iter().zip(of).map(|(one, other)| one * other).sum()
        };
        let light = sight.each_ref().map(|row| dot(row, &linear).clamp(0.0, 1.0));
        let [x, y, z] = [
            ([0.4124, 0.3576, 0.1805], 0.950_47),
            ([0.2126, 0.7152, 0.0722], 1.0),
            ([0.0193, 0.1192, 0.9505], 1.088_83),
        ]
        .map(|(row, white)| {
            let part = dot(&row, &light) / white;
            if part > 216.0 / 24_389.0 {
                libm::cbrt(part)
            } else {
                (24_389.0 / 27.0 * part + 16.0) / 116.0
            }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn fills_and_lines_differ_for_eyes_that_lack_one_kind_of_cone() {
        for theme in [Shown::Light, Shown::Dark, Shown::Projector] {
            let palette = theme.palette();
            for (sight, colours) in
                SIGHTS.iter().flat_map(|of| [(of, &palette.owners[..]), (of, &palette.lines[..])])
            {
                for (at, one) in colours.iter().enumerate() {
                    for other in colours[at + 1..].iter().filter(|other| *other != one) {
                        let [one, other] = [one, other].map(|of| seen(*of, sight));
                        let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
                        let distance = libm::sqrt(squares.sum::<f64>());
                        assert!(distance >= 10.0, "{theme:?}: {one:?} {other:?}: {distance}");
                    }
                }
            }
        }
    }
}
