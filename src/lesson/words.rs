//! What a lesson says, in the languages in which it says it.

use serde::Deserialize;

use crate::text::Locale;

/// A text in one language or in both: `{ en = "…", ko = "…" }`, or plain text, which is shown to
/// everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub struct Words {
    /// In English; empty where it is not said in English.
    pub en: String,
    /// In Korean; empty where it is not said in Korean.
    pub ko: String,
}

/// As it stands in a file.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text, or { en = \"…\", ko = \"…\" }")]
enum Written {
    Plain(String),
    Each(Each),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    #[serde(default)]
    en: String,
    #[serde(default)]
    ko: String,
}

impl From<Written> for Words {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(text) => Self { en: text, ko: String::new() },
            Written::Each(Each { en, ko }) => Self { en, ko },
        }
    }
}

impl Words {
    /// In this language, or in the other where there is none in this one.
    #[must_use]
    pub fn say(&self, locale: Locale) -> &str {
        let (first, second) = match locale {
            Locale::English => (&self.en, &self.ko),
            Locale::Korean => (&self.ko, &self.en),
        };
        if first.trim().is_empty() { second.trim() } else { first.trim() }
    }

    /// Whether nothing is said in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.trim().is_empty() && self.ko.trim().is_empty()
    }

    /// Whether it is said in both languages.
    #[must_use]
    pub fn is_in_both(&self) -> bool {
        !self.en.trim().is_empty() && !self.ko.trim().is_empty()
    }
}
