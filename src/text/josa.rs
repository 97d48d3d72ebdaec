//! Korean particles, chosen by the final sound of the word before them.
//!
//! Numerals and Latin letters are judged by how they are read: "VM은" (엠), "3을" (삼),
//! "Docker는" (도커). Words that are read as words are judged by their ending, with a short list
//! of those that the ending does not tell.

/// A pair of particles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Josa {
    /// 은/는: the topic.
    Topic,
    /// 이/가: the subject.
    Subject,
    /// 을/를: the object.
    Object,
    /// 과/와: and, with.
    With,
    /// 으로/로: towards, by means of; after ㄹ it is 로.
    Direction,
    /// 이라/라: being called so.
    Called,
}

/// How a word ends in speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

/// A word with its particle.
#[must_use]
pub fn with(word: &str, josa: Josa) -> String {
    format!("{word}{}", pick(word, josa))
}

/// The particle after a word.
#[must_use]
pub fn pick(word: &str, josa: Josa) -> &'static str {
    let ending = ending(spoken_end(word));
    let [closed, open] = match josa {
        Josa::Topic => ["은", "는"],
        Josa::Subject => ["이", "가"],
        Josa::Object => ["을", "를"],
        Josa::With => ["과", "와"],
        Josa::Direction => ["으로", "로"],
        Josa::Called => ["이라", "라"],
    };
    match (ending, josa) {
        (Ending::Vowel, _) | (Ending::Rieul, Josa::Direction) => open,
        (Ending::Rieul | Ending::Consonant, _) => closed,
    }
}

/// Letters and digits, as far as texts here have them; the tables of all scripts would weigh more
/// than all that is said here.
const fn is_spoken(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, 'ㄱ'..='ㆎ' | '가'..='힣' | 'À'..='ž')
}

/// The last word that is spoken: what stands in brackets at the end is passed over, and so are
/// quotation marks.
fn spoken_end(text: &str) -> &str {
    let text =
        text.trim_end_matches(|letter: char| !is_spoken(letter) && !matches!(letter, ')' | '%'));
    let outside = match text.strip_suffix(')') {
        Some(inner) => inner.rfind('(').map_or(inner, |open| spoken_end(&inner[..open])),
        None => text,
    };
    if outside.is_empty() { text } else { outside }
}

fn ending(text: &str) -> Ending {
    let Some(last) = text.chars().next_back() else { return Ending::Vowel };
    match last {
        '가'..='힣' => hangul(last),
        '0'..='9' => numeral(last),
        _ => {
            let start = text.rfind(|letter: char| !letter.is_ascii_alphabetic());
            let word = match start {
                Some(at) => {
                    text[at..].trim_start_matches(|first: char| !first.is_ascii_alphabetic())
                }
                None => text,
            };
            latin(word)
        }
    }
}

/// The final consonant is the remainder of a syllable's place in the table of 28 finals.
fn hangul(syllable: char) -> Ending {
    match (syllable as u32 - '가' as u32) % 28 {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    }
}

/// 영 일 이 삼 사 오 육 칠 팔 구; ten and its powers end in a consonant as 영 does.
fn numeral(digit: char) -> Ending {
    match digit {
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// Words that are read otherwise than their last letters say.
const READINGS: [(&str, Ending); 8] = [
    ("init", Ending::Consonant),
    ("app", Ending::Consonant),
    ("web", Ending::Consonant),
    ("ms", Ending::Vowel),
    ("nginx", Ending::Vowel),
    ("node", Ending::Vowel),
    ("core", Ending::Vowel),
    ("hardware", Ending::Vowel),
];

fn latin(word: &str) -> Ending {
    let lower = word.to_ascii_lowercase();
    if let Some(&(_, ending)) = READINGS.iter().find(|(known, _)| *known == lower) {
        return ending;
    }
    let units = ["kib", "mib", "gib", "tib", "pib", "kb", "mb", "gb", "tb", "pb"];
    let Some(last) = word.chars().next_back() else { return Ending::Vowel };
    if units.contains(&lower.as_str()) {
        return Ending::Vowel;
    }
    if last.is_ascii_uppercase() || word.len() == 1 {
        // A letter is read by its name: 엘, 엠, 엔, 알.
        return match last.to_ascii_uppercase() {
            'L' | 'R' => Ending::Rieul,
            'M' | 'N' => Ending::Consonant,
            _ => Ending::Vowel,
        };
    }
    // A silent e, as in 파인 (pine) or 파일 (file).
    let heard = match lower.strip_suffix('e') {
        Some(short) if short.len() > 2 && short.ends_with(['n', 'm', 'l']) => short,
        _ => &lower,
    };
    match heard.chars().next_back() {
        Some('l') => Ending::Rieul,
        Some('n' | 'm') => Ending::Consonant,
        Some('g') if heard.ends_with("ng") => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_final_sound() {
        let table = [
            ("컨테이너", "컨테이너는 컨테이너가 컨테이너를 컨테이너와 컨테이너로"),
            ("가상 머신", "가상 머신은 가상 머신이 가상 머신을 가상 머신과 가상 머신으로"),
            ("커널", "커널은 커널이 커널을 커널과 커널로"),
            ("VM", "VM은 VM이 VM을 VM과 VM으로"),
            ("microVM", "microVM은 microVM이 microVM을 microVM과 microVM으로"),
            ("KSM", "KSM은 KSM이 KSM을 KSM과 KSM으로"),
            ("SQL", "SQL은 SQL이 SQL을 SQL과 SQL로"),
            ("CPU", "CPU는 CPU가 CPU를 CPU와 CPU로"),
            ("Docker", "Docker는 Docker가 Docker를 Docker와 Docker로"),
            ("Xen", "Xen은 Xen이 Xen을 Xen과 Xen으로"),
            ("Alpine", "Alpine은 Alpine이 Alpine을 Alpine과 Alpine으로"),
            ("QEMU/KVM", "QEMU/KVM은 QEMU/KVM이 QEMU/KVM을 QEMU/KVM과 QEMU/KVM으로"),
            ("gVisor", "gVisor는 gVisor가 gVisor를 gVisor와 gVisor로"),
            ("3", "3은 3이 3을 3과 3으로"),
            ("1", "1은 1이 1을 1과 1로"),
            ("12", "12는 12가 12를 12와 12로"),
            ("10,000", "10,000은 10,000이 10,000을 10,000과 10,000으로"),
            ("3개", "3개는 3개가 3개를 3개와 3개로"),
            ("0.9초", "0.9초는 0.9초가 0.9초를 0.9초와 0.9초로"),
            ("38\u{a0}ms", "38\u{a0}ms는 38\u{a0}ms가 38\u{a0}ms를 38\u{a0}ms와 38\u{a0}ms로"),
            (
                "64\u{a0}GiB",
                "64\u{a0}GiB는 64\u{a0}GiB가 64\u{a0}GiB를 64\u{a0}GiB와 64\u{a0}GiB로",
            ),
            ("68%", "68%는 68%가 68%를 68%와 68%로"),
            (
                "컨테이너(Docker Desktop)",
                "컨테이너(Docker Desktop)는 컨테이너(Docker Desktop)가 \
              컨테이너(Docker Desktop)를 컨테이너(Docker Desktop)와 컨테이너(Docker Desktop)로",
            ),
            ("init", "init은 init이 init을 init과 init으로"),
            ("‘nginx’", "‘nginx’는 ‘nginx’가 ‘nginx’를 ‘nginx’와 ‘nginx’로"),
        ];
        let kinds = [Josa::Topic, Josa::Subject, Josa::Object, Josa::With, Josa::Direction];
        for (word, expected) in table {
            assert_eq!(kinds.map(|josa| with(word, josa)).join(" "), expected);
        }
    }

    #[test]
    fn whatever_stands_before_a_particle_there_is_no_panic() {
        for word in ["", " ", "()", "(", ")", "((a)", "é", "日本", "…", "1)", "%", "-", "a-"] {
            assert!(with(word, Josa::Topic).starts_with(word));
        }
    }
}
