//! Scenarios that were given a name and are kept in the browser.
//!
//! They are kept as lines of a name and a link's code, so that a text that is damaged costs the
//! lines that are damaged and nothing else.

/// How many are kept; the browser's room is shared with other pages of the site.
pub const SAVES_MOST: usize = 100;
/// The longest name, in characters.
pub const NAME_MOST: usize = 60;

/// A scenario with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Its name, of one line.
    pub name: String,
    /// Its link, without the address.
    pub link: String,
}

/// All that are kept, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saves(pub Vec<Save>);

/// A name as it can be kept: one line, not empty, not too long.
#[must_use]
pub fn name_of(typed: &str) -> Option<String> {
    let words: Vec<_> = typed.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME_MOST).collect();
    (!name.is_empty()).then_some(name)
}

impl Saves {
    /// Reads what was kept, and leaves out what cannot be read.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let save = |line: &str| {
            let (name, link) = line.split_once('\t')?;
            let name = name_of(name)?;
            link.starts_with("#/").then(|| Save { name, link: link.to_owned() })
        };
        Self(kept.lines().filter_map(save).take(SAVES_MOST).collect())
    }

    /// The text to keep.
    #[must_use]
    pub fn written(&self) -> String {
        let line = |save: &Save| [save.name.as_str(), "\t", &save.link, "\n"].concat();
        self.0.iter().map(line).collect()
    }

    /// With one more; one of the same name gives way to it.
    #[must_use]
    pub fn with(&self, save: Save) -> Self {
        let others: Vec<_> =
            self.0.iter().filter(|other| other.name != save.name).cloned().collect();
        Self(core::iter::once(save).chain(others).take(SAVES_MOST).collect())
    }

    /// Without the one of this name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|save| save.name != name).cloned().collect())
    }

    /// The one of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Save> {
        self.0.iter().find(|save| save.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(name: &str, link: &str) -> Save {
        Save { name: name.to_owned(), link: link.to_owned() }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let saves = Saves::default().with(save("storm", "#/lab?v=1&n=9")).with(save("둘", "#/lab"));
        assert_eq!(Saves::read(&saves.written()), saves);
        assert_eq!(saves.0[0].name, "둘", "the newest is first");
    }

    #[test]
    fn a_name_is_kept_once() {
        let saves = Saves::default().with(save("one", "#/a")).with(save("two", "#/b"));
        let saves = saves.with(save("one", "#/c"));
        assert_eq!(saves.0, [save("one", "#/c"), save("two", "#/b")]);
        assert_eq!(saves.without("one").0, [save("two", "#/b")]);
    }

    #[test]
    fn a_damaged_line_costs_only_itself() {
        let kept = "good\t#/lab?n=1\nno tab\n\t#/lab\nbad\tjavascript:alert(1)\n\u{fffd}\t#/x\n";
        let names: Vec<_> = Saves::read(kept).0.into_iter().map(|save| save.name).collect();
        assert_eq!(names, ["good", "\u{fffd}"]);
    }

    #[test]
    fn a_name_is_one_line_and_not_too_long() {
        assert_eq!(name_of("  a \t b\nc "), Some("a b c".to_owned()));
        assert_eq!(name_of(" \n"), None);
        assert_eq!(name_of(&"x".repeat(200)).map(|name| name.len()), Some(NAME_MOST));
    }
}
