//! Where somebody is in a lesson, as an address: `start-time/2~14.5`.

/// A step of a lesson, with what was predicted there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the lesson.
    pub name: String,
    /// Which step, from 1.
    pub step: usize,
    /// What was predicted, as [`super::Guess::code`] writes it.
    pub guess: Option<String>,
}

impl Place {
    /// A step without a prediction.
    #[must_use]
    pub fn of(name: &str, step: usize) -> Self {
        Self { name: name.to_owned(), step, guess: None }
    }

    /// Reads an address; what cannot be a step is the first one.
    #[must_use]
    pub fn read(address: &str) -> Self {
        let (place, guess) = match address.split_once('~') {
            Some((place, guess)) => (place, Some(guess.to_owned())),
            None => (address, None),
        };
        let (name, step) = place.split_once('/').unwrap_or((place, ""));
        let step = step.parse().ok().filter(|step| *step > 0).unwrap_or(1);
        Self { name: name.to_owned(), step, guess }
    }

    /// Writes it.
    #[must_use]
    pub fn address(&self) -> String {
        let guess = self.guess.as_ref().map(|guess| format!("~{guess}"));
        format!("{}/{}{}", self.name, self.step, guess.unwrap_or_default())
    }

    /// With the sign of a fragment, for a link.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("#/learn/{}", self.address())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_again_and_a_strange_one_leads_to_the_first_step() {
        for address in ["start-time/2~14.5", "start-time/3", "own/1~skip"] {
            assert_eq!(Place::read(address).address(), address);
        }
        for strange in ["start-time", "start-time/0", "start-time/x/y", "start-time/-1"] {
            assert_eq!(Place::read(strange), Place::of("start-time", 1));
        }
        assert_eq!(Place::read("").name, "");
    }
}
