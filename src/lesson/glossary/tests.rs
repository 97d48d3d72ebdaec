//! The glossary is whole, and finds its terms in texts.

use super::*;

/// The keys of the terms that a text uses for the first time, with the words that name them.
fn marked(text: &str, locale: Locale) -> Vec<(String, String)> {
    let mut already = BTreeSet::new();
    let pieces = glossary().mark(text, locale, &mut already);
    let whole: String = pieces
        .iter()
        .map(|piece| match *piece {
            Piece::Plain(text) | Piece::Term { text, .. } => text,
        })
        .collect();
    assert_eq!(whole, text, "nothing is lost");
    let terms = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Plain(_) => None,
        Piece::Term { term, text } => Some((term.key.clone(), text.to_owned())),
    });
    terms.collect()
}

fn check(text: &str, locale: Locale, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    assert_eq!(marked(text, locale), expected, "{text}");
}

#[test]
fn the_glossary_holds_together() {
    if let Err(faults) = Glossary::read(include_str!("terms.toml")) {
        panic!("{faults}");
    }
}

#[test]
fn it_has_the_words_that_a_learner_meets() {
    assert!(glossary().terms.len() >= 45);
    let drawn = glossary().terms.iter().filter(|term| !term.stack.is_empty()).count();
    assert!(drawn >= 12, "{drawn} drawings");
}

#[test]
fn a_term_is_explained_in_plain_and_few_words() {
    for term in &glossary().terms {
        assert!(term.means.en.len() <= 420, "{}", term.key);
        assert!(term.means.en.trim_end().ends_with('.'), "{}", term.key);
        assert!(term.means.ko.trim_end().ends_with('.'), "{}", term.key);
        assert!(!term.see.is_empty(), "{} stands alone", term.key);
    }
}

#[test]
fn the_longest_form_wins_and_each_term_is_marked_once() {
    check(
        "The guest kernel is a kernel, and a guest kernel is no guest.",
        Locale::English,
        &[("guest-kernel", "guest kernel"), ("kernel", "kernel"), ("guest", "guest")],
    );
}

#[test]
fn english_words_have_edges_and_plurals() {
    check(
        "Containers contain; a containership does not.",
        Locale::English,
        &[("container", "Containers")],
    );
    check(
        "The host’s image-layer.",
        Locale::English,
        &[("host", "host"), ("image", "image"), ("layer", "layer")],
    );
}

#[test]
fn letters_that_stand_for_words_keep_their_capitals() {
    check("KSM merges; ksm is nothing.", Locale::English, &[("page-sharing", "KSM")]);
}

#[test]
fn a_korean_word_carries_its_particles() {
    check(
        "컨테이너는 커널을 공유합니다.",
        Locale::Korean,
        &[("container", "컨테이너"), ("kernel", "커널")],
    );
    check(
        "VM에서만은 게스트 커널이 따로 있습니다.",
        Locale::Korean,
        &[("vm", "VM"), ("guest-kernel", "게스트 커널")],
    );
    check(
        "하이퍼바이저마다 다르며, 벌룬까지도 그렇습니다.",
        Locale::Korean,
        &[("hypervisor", "하이퍼바이저"), ("balloon", "벌룬")],
    );
}

#[test]
fn a_korean_word_inside_another_is_left_alone() {
    check("슈퍼호스트와 호스팅은 다른 말입니다.", Locale::Korean, &[]);
}

#[test]
fn terms_that_were_met_before_stay_plain() {
    let mut already = BTreeSet::from(["container".to_owned()]);
    let pieces = glossary().mark("A container", Locale::English, &mut already);
    assert_eq!(pieces, [Piece::Plain("A container")]);
}

#[test]
fn a_search_finds_names_of_either_language_before_those_that_only_speak_of_it() {
    let first = |text: &str, locale| glossary().find(text, locale).first().map(|of| of.key.clone());
    assert_eq!(first("balloon", Locale::English).as_deref(), Some("balloon"));
    assert_eq!(first("balloon", Locale::Korean).as_deref(), Some("balloon"));
    assert_eq!(first("벌룬", Locale::English).as_deref(), Some("balloon"));
    assert_eq!(first("KSM", Locale::Korean).as_deref(), Some("page-sharing"));
    assert!(glossary().find("xyzzy", Locale::English).is_empty());
    assert_eq!(glossary().find("", Locale::Korean).len(), glossary().terms.len());
}

#[test]
fn the_list_is_in_the_order_of_each_language() {
    let initials = |locale: Locale| {
        let terms = glossary().sorted(locale).into_iter();
        terms.map(|term| initial(term.name.say(locale), locale)).collect::<Vec<_>>()
    };
    for locale in Locale::ALL {
        assert!(initials(locale).is_sorted());
    }
    assert_eq!(initial("꾸러미", Locale::Korean), 'ㄱ');
    assert_eq!(initial("하이퍼바이저", Locale::Korean), 'ㅎ');
}

#[test]
fn a_fault_is_told_with_its_place() {
    let term = |key: &str, rest: &str| {
        format!("[[term]]\nkey = \"{key}\"\nname = {{ en = \"{key}\", ko = \"{key}\" }}\n{rest}\n")
    };
    let means = "means = { en = \"A.\", ko = \"가.\" }";
    let read = |text: String| Glossary::read(&format!("[boxes]\n{text}")).expect_err("a fault");
    let both = [term("a", means), term("a", means)].concat();
    assert!(read(both).contains("a: this key is used twice"));
    let lost = term("a", &format!("{means}\nsee = [\"b\"]"));
    assert!(read(lost).contains("a: see b leads nowhere"));
    let mute = term("a", "means = \"A.\"");
    assert!(read(mute).contains("lacks a language"));
    let boxed = term("a", &format!("{means}\nstack = [\"*roof\"]"));
    assert!(read(boxed).contains("there is no box roof"));
}
