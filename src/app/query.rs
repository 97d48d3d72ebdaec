//! What the address asks of the page itself, beside the scenario behind its `#`.
//!
//! `?embed&lang=ko&theme=dark&hide=lanes,memory&locked#/lab?…`: each has its twin in a menu of the
//! page, and a test holds the two lists to each other. What is not understood is passed over: an
//! address may carry what others put there.

use serde::{Deserialize, Serialize};

use super::{Locale, Motion, Theme};

/// Something that the address can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A language.
    Language,
    /// Colours.
    Theme,
    /// How much the page moves.
    Motion,
    /// Whether single keys work.
    Keys,
    /// The page stands in another one: no head, and a link to the whole page.
    Embed,
    /// Panels that are not shown.
    Hide,
    /// Nothing can be changed but the clock.
    Locked,
    /// Results stay hidden, whatever is predicted.
    Veiled,
    /// The page stands before a room: huge, and numbers hidden until they are revealed.
    Present,
}

impl Ask {
    /// Everything that can be asked for.
    pub const ALL: [Self; 9] = [
        Self::Language,
        Self::Theme,
        Self::Motion,
        Self::Keys,
        Self::Embed,
        Self::Hide,
        Self::Locked,
        Self::Veiled,
        Self::Present,
    ];

    /// Its name in the address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Language => "lang",
            Self::Theme => "theme",
            Self::Motion => "motion",
            Self::Keys => "keys",
            Self::Embed => "embed",
            Self::Hide => "hide",
            Self::Locked => "locked",
            Self::Veiled => "veiled",
            Self::Present => "present",
        }
    }
}

/// A part of the Lab that an address can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Panel {
    /// What the comparison says, in words.
    Headline,
    /// The settings of both machines.
    Settings,
    /// The clock.
    Clock,
    /// What each instance did when.
    Lanes,
    /// Memory and use over time.
    Charts,
    /// The tables under the machines.
    Tables,
}

impl Panel {
    /// Every panel, from top to bottom.
    pub const ALL: [Self; 6] =
        [Self::Headline, Self::Settings, Self::Clock, Self::Lanes, Self::Charts, Self::Tables];

    /// Its name in the address and in style sheets.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Settings => "settings",
            Self::Clock => "clock",
            Self::Lanes => "lanes",
            Self::Charts => "charts",
            Self::Tables => "tables",
        }
    }
}

/// How the page stands in its surroundings.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the address by itself")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Whether it stands in another page.
    pub embedded: bool,
    /// Whether only the clock can be used.
    pub locked: bool,
    /// Whether results stay hidden.
    pub veiled: bool,
    /// What is left out.
    pub hidden: Vec<Panel>,
    /// Whether it is shown to a room.
    pub presenting: bool,
}

impl Frame {
    /// Classes for the whole page, which style sheets read.
    #[must_use]
    pub fn classes(&self) -> String {
        let mut classes = String::from("lab");
        for (on, class) in [(self.embedded, " embedded"), (self.locked, " locked")] {
            if on {
                classes.push_str(class);
            }
        }
        for panel in &self.hidden {
            classes.push_str(" without-");
            classes.push_str(panel.key());
        }
        classes
    }
}

/// All that the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The language.
    pub locale: Option<Locale>,
    /// The colours.
    pub theme: Option<Theme>,
    /// How much the page moves.
    pub motion: Option<Motion>,
    /// Whether single keys work.
    pub keys: Option<bool>,
    /// How the page stands.
    pub frame: Frame,
}

/// The themes with their names in addresses, in the page's attribute and in storage.
pub const THEMES: [(Theme, &str); 4] = [
    (Theme::System, "auto"),
    (Theme::Light, "light"),
    (Theme::Dark, "dark"),
    (Theme::Projector, "projector"),
];
/// The ways to move with their names in addresses and in storage.
pub const MOTIONS: [(Motion, &str); 2] = [(Motion::Full, "full"), (Motion::Reduced, "reduced")];
const SWITCH: [(bool, &str); 2] = [(true, "on"), (false, "off")];

fn named<T: Copy>(list: &[(T, &str)], name: &str) -> Option<T> {
    list.iter().find(|(_, of)| *of == name).map(|(value, _)| *value)
}

fn name_of<T: PartialEq>(list: &[(T, &'static str)], value: &T) -> &'static str {
    list.iter().find(|(of, _)| of == value).map_or("", |(_, name)| name)
}

impl Query {
    /// Reads the part of an address from `?` to `#`.
    #[must_use]
    pub fn read(search: &str) -> Self {
        let mut query = Self::default();
        for field in search.trim_start_matches('?').split('&') {
            let (key, value) = field.split_once('=').unwrap_or((field, "on"));
            let Some(ask) = Ask::ALL.into_iter().find(|ask| ask.key() == key) else { continue };
            match ask {
                Ask::Language => query.locale = Locale::from_tag(value),
                Ask::Theme => query.theme = named(&THEMES, value),
                Ask::Motion => query.motion = named(&MOTIONS, value),
                Ask::Keys => query.keys = named(&SWITCH, value),
                Ask::Embed => query.frame.embedded = named(&SWITCH, value).unwrap_or(true),
                Ask::Locked => query.frame.locked = named(&SWITCH, value).unwrap_or(true),
                Ask::Veiled => query.frame.veiled = named(&SWITCH, value).unwrap_or(true),
                Ask::Present => query.frame.presenting = named(&SWITCH, value).unwrap_or(true),
                Ask::Hide => {
                    let named = |name: &str| {
                        Panel::ALL.into_iter().find(|panel| panel.key() == name.trim())
                    };
                    query.frame.hidden =
                        value.replace("%2C", ",").split(',').filter_map(named).collect();
                }
            }
        }
        query
    }

    /// Writes it, with its sign; nothing where nothing is asked for.
    #[must_use]
    pub fn written(&self) -> String {
        let mut fields = Vec::new();
        for ask in Ask::ALL {
            let value = match ask {
                Ask::Language => self.locale.map(|of| of.tag().to_owned()),
                Ask::Theme => self.theme.map(|of| name_of(&THEMES, &of).to_owned()),
                Ask::Motion => self.motion.map(|of| name_of(&MOTIONS, &of).to_owned()),
                Ask::Keys => self.keys.map(|of| name_of(&SWITCH, &of).to_owned()),
                Ask::Embed => self.frame.embedded.then(String::new),
                Ask::Locked => self.frame.locked.then(String::new),
                Ask::Veiled => self.frame.veiled.then(String::new),
                Ask::Present => self.frame.presenting.then(String::new),
                Ask::Hide => {
                    let names: Vec<_> = self.frame.hidden.iter().map(|of| of.key()).collect();
                    (!names.is_empty()).then(|| names.join(","))
                }
            };
            match value {
                Some(value) if value.is_empty() => fields.push(ask.key().to_owned()),
                Some(value) => fields.push(format!("{}={value}", ask.key())),
                None => {}
            }
        }
        if fields.is_empty() { String::new() } else { format!("?{}", fields.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for bits in 0..1_u32 << 15 {
            let on = |bit: u32| bits >> bit & 1 == 1;
            let query = Query {
                locale: on(0).then_some(Locale::Korean),
                theme: on(1).then_some(Theme::Dark),
                motion: on(2).then_some(Motion::Reduced),
                keys: on(3).then_some(on(4)),
                frame: Frame {
                    embedded: on(5),
                    locked: on(6),
                    hidden: (0..6)
                        .filter(|at| on(7 + at))
                        .map(|at| Panel::ALL[at as usize])
                        .collect(),
                    presenting: on(13),
                    veiled: on(14),
                },
            };
            assert_eq!(Query::read(&query.written()), query, "{}", query.written());
        }
    }

    #[test]
    fn what_is_not_understood_is_passed_over() {
        let query = Query::read("?utm=1&lang=fr&theme=&embed=off&hide=lanes,roof&&=&keys");
        let frame = Frame { hidden: vec![Panel::Lanes], ..Frame::default() };
        assert_eq!(query, Query { keys: Some(true), frame, ..Query::default() });
        assert_eq!(query.written(), "?keys=on&hide=lanes");
    }

    #[test]
    fn the_documentation_names_everything_that_can_be_asked_for() {
        let text = include_str!("../../docs/embed.md");
        for key in Ask::ALL.map(Ask::key).into_iter().chain(Panel::ALL.map(Panel::key)) {
            assert!(text.contains(&format!("`{key}`")), "docs/embed.md lacks {key}");
        }
    }
}
