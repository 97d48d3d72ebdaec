//! Words for the map of a sweep over two settings.

use super::josa::{Josa, with};
use super::number::{count, significant, times};
use super::page::words;
use super::{Locale, answer, name, parameter, pick, study};
use crate::experiment::Preference;
use crate::experiment::answer::Quantity;
use crate::scenario::study::map::{Along, Cell, EQUAL_UP_TO, Finding, STEPS};
use crate::scenario::study::sweep::Swept;
use crate::scenario::study::{Axis, Told, value};
use crate::scenario::{Side, Value};

words! {
    /// Name of the choice of a drawing.
    View => ("Drawn as", "그리는 방식"),
    /// Small multiples.
    Curves => ("Curves", "곡선"),
    /// The map.
    Map => ("Map", "지도"),
    /// The choice of what is mapped.
    Of => ("Mapped", "보는 값"),
    /// Who wins.
    Against => ("A against B", "A와 B 견주기"),
    /// Name of the legend.
    Legend => ("Legend", "범례"),
    /// Neither is ahead.
    Equal => ("about equal", "거의 같음"),
    /// No answer.
    Refused => ("no answer", "답 없음"),
    /// Not run yet.
    Open => ("not run yet", "아직 실행 안 함"),
    /// Only one machine has an answer.
    Alone => ("the only one with an answer", "혼자만 답이 있음"),
    /// The line.
    Turn => ("here the order turns", "순서가 바뀌는 곳"),
    /// Opens the scenario of the cell.
    OpenCell => ("Open this cell in the Lab", "이 칸을 실험실에서 열기"),
    /// A cell is open in the Lab.
    Opened => (
        "One cell of this map is open in the Lab; the sweep is still that of the scenario before.",
        "이 지도의 한 칸이 실험실에 열려 있습니다. 여기에는 열기 전 시나리오의 결과가 그대로 있습니다."
    ),
    /// How the map is used.
    Keys => (
        "Arrow keys go from cell to cell, Home and End along the row; Enter or a click opens the \
         cell in the Lab.",
        "화살표 키로 칸을 옮기고 Home과 End로 줄 끝까지 갑니다. Enter나 클릭은 그 칸을 실험실에서 \
         엽니다."
    ),
    /// Less is better.
    Less => ("less is better", "적을수록 좋음"),
    /// More is better.
    More => ("more is better", "많을수록 좋음"),
    /// Neither is better.
    Neither => ("who has less", "적은 쪽 표시"),
}

/// What is better of the quantity, for the legend.
#[must_use]
pub const fn preference(of: Preference, locale: Locale) -> &'static str {
    match of {
        Preference::Less => Word::Less,
        Preference::More => Word::More,
        Preference::Neither => Word::Neither,
    }
    .say(locale)
}

/// A name for the map.
#[must_use]
pub fn title(of: &Swept, quantity: Quantity, locale: Locale) -> String {
    let quantity = answer::quantity(quantity, locale);
    let [x, y] = [Some(&of.spec.axis), of.spec.by.as_ref()]
        .map(|axis| axis.map(|axis| study::axis(axis, locale)).unwrap_or_default());
    match locale {
        Locale::English => format!("{quantity}: {y} against {x}"),
        Locale::Korean => format!("{quantity}: {x} × {y}"),
    }
}

/// A ratio as it stands in a cell and in the legend.
#[must_use]
pub fn ratio(of: f64) -> String {
    let digits = if of >= 99.5 { 3 } else { 2 };
    if of < 1e4 { format!("{}×", significant(of, digits)) } else { "≫".to_owned() }
}

/// A step of the scale, for the legend.
#[must_use]
pub fn step(step: u8, locale: Locale) -> String {
    let [equal, low, high] = [EQUAL_UP_TO, STEPS[0], STEPS[1]].map(|of| significant(of, 3));
    match (step, locale) {
        (1, _) => format!("{equal}–{low}×"),
        (2, _) => format!("{low}–{high}×"),
        (_, Locale::English) => format!("over {high}×"),
        (_, Locale::Korean) => format!("{high}× 넘게"),
    }
}

/// A machine is ahead, for the legend.
#[must_use]
pub fn ahead(side: Side, preference: Preference, locale: Locale) -> String {
    let letter = name::side(side);
    match (preference, locale) {
        (Preference::Neither, Locale::English) => format!("{letter} has less"),
        (Preference::Neither, Locale::Korean) => format!("{letter}가 적음"),
        (_, Locale::English) => format!("{letter} is ahead"),
        (_, Locale::Korean) => format!("{letter} 우세"),
    }
}

/// Where a cell lies.
#[must_use]
pub fn place(of: &Swept, row: usize, column: usize, locale: Locale) -> String {
    let at = |axis: &Axis, place: usize| {
        let value = axis.values.get(place)?;
        let value = parameter::value(axis.parameter, value, locale);
        Some(format!("{} {value}", study::axis(axis, locale)))
    };
    let by = of.spec.by.as_ref().and_then(|by| at(by, row));
    at(&of.spec.axis, column).into_iter().chain(by).collect::<Vec<_>>().join(" · ")
}

/// Both figures of a cell, or why there is none.
#[must_use]
pub fn figures(sides: &[Told; 2], quantity: Quantity, locale: Locale) -> [String; 2] {
    sides.each_ref().map(|told| match (value(told, quantity), told) {
        (Some(value), _) => answer::value(value, quantity.dimension(), locale),
        (None, Err(gap)) => study::gap(gap, locale),
        (None, Ok(_)) => Word::Refused.say(locale).to_owned(),
    })
}

/// Who is ahead in a cell, in words.
#[must_use]
pub fn verdict(cell: Cell, preference: Preference, locale: Locale) -> String {
    let (side, by) = match cell {
        Cell::Open => return Word::Open.say(locale).to_owned(),
        Cell::Refused => return Word::Refused.say(locale).to_owned(),
        Cell::Equal(_) => return Word::Equal.say(locale).to_owned(),
        Cell::Alone(side) => {
            let letter = name::side(side);
            return match locale {
                Locale::English => format!("only {letter} has an answer"),
                Locale::Korean => format!("{letter}만 답이 있음"),
            };
        }
        Cell::Ahead { side, ratio } => (side, ratio),
    };
    let ahead = ahead(side, preference, locale);
    if by < 1e4 { format!("{ahead}, {}", times(by, locale)) } else { ahead }
}

/// Everything about a cell, for the line under the map.
#[must_use]
pub fn told(
    of: &Swept,
    (row, column): (usize, usize),
    quantity: Quantity,
    cell: Cell,
    locale: Locale,
) -> String {
    let place = place(of, row, column, locale);
    let verdict = verdict(cell, quantity.preference(), locale);
    let columns = of.spec.axis.values.len();
    match of.points.get(row * columns + column) {
        Some(point) => {
            let [a, b] = figures(&point.sides, quantity, locale);
            format!("{place}: A {a}, B {b}. {}.", capital(&verdict))
        }
        None => format!("{place}: {verdict}."),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Something that holds for a part of the map, in a sentence.
#[must_use]
pub fn finding(finding: &Finding, of: &Swept, quantity: Quantity, locale: Locale) -> String {
    let preference = quantity.preference();
    let axes = |along: Along| {
        let by = of.spec.by.as_ref().unwrap_or(&of.spec.axis);
        if along == Along::Columns { (&of.spec.axis, by) } else { (by, &of.spec.axis) }
    };
    let at = |along: Along, value: &Value| {
        let (varied, other) = axes(along);
        let value = parameter::value(varied.parameter, value, locale);
        let any = if other.row().range().is_some() { "얼마든" } else { "무엇이든" };
        let other = match locale {
            Locale::English => format!("whatever {} is", study::axis(other, locale)),
            Locale::Korean => {
                format!("{} {any}", with(&study::axis(other, locale), Josa::Subject))
            }
        };
        (format!("{} {value}", study::axis(varied, locale)), other)
    };
    match *finding {
        Finding::Everywhere(side) => {
            let ahead = sentence(side, preference, locale);
            match locale {
                Locale::English => format!("{ahead} everywhere on this map."),
                Locale::Korean => format!("이 지도 어디서나 {ahead}."),
            }
        }
        Finding::UpTo(along, value, side) => {
            let (at, other) = at(along, &Value::Number(value));
            let ahead = sentence(side, preference, locale);
            match locale {
                Locale::English => format!("Up to {at}, {ahead} {other}."),
                Locale::Korean => {
                    format!("{at}까지는 {other} {ahead}.")
                }
            }
        }
        Finding::From(along, value, side) => {
            let (at, other) = at(along, &Value::Number(value));
            let ahead = sentence(side, preference, locale);
            match locale {
                Locale::English => format!("From {at} on, {ahead} {other}."),
                Locale::Korean => {
                    format!("{at}부터는 {other} {ahead}.")
                }
            }
        }
        Finding::At(along, place, side) => {
            let value = axes(along).0.values.get(place).cloned().unwrap_or(Value::Off);
            let (at, other) = at(along, &value);
            let ahead = sentence(side, preference, locale);
            match locale {
                Locale::English => format!("With {at}, {ahead} {other}."),
                Locale::Korean => {
                    format!("{at}에서는 {other} {ahead}.")
                }
            }
        }
        Finding::Moves { between } => moves(between, of, locale),
        Finding::Tally { .. } => tally(finding, preference, locale),
    }
}

fn sentence(side: Side, preference: Preference, locale: Locale) -> String {
    let letter = name::side(side);
    match (preference, locale) {
        (Preference::Neither, Locale::English) => format!("{letter} has less"),
        (Preference::Neither, Locale::Korean) => {
            format!("{} 더 적습니다", with(letter, Josa::Subject))
        }
        (_, Locale::English) => format!("{letter} is ahead"),
        (_, Locale::Korean) => format!("{} 앞섭니다", with(letter, Josa::Subject)),
    }
}

fn moves([first, last]: [u64; 2], of: &Swept, locale: Locale) -> String {
    let axis = &of.spec.axis;
    let by = of.spec.by.as_ref().unwrap_or(axis);
    let [low, high] = [by.values.first(), by.values.last()].map(|value| {
        value.map(|value| parameter::value(by.parameter, value, locale)).unwrap_or_default()
    });
    let later = last > first;
    let [first, last] =
        [first, last].map(|at| parameter::value(axis.parameter, &Value::Number(at), locale));
    let (axis, by) = (study::axis(axis, locale), study::axis(by, locale));
    match locale {
        Locale::English => {
            let word = if later { "later" } else { "sooner" };
            format!(
                "The more {by}, the {word} it turns: at {axis} {first} with {low}, at {last} with \
                 {high}."
            )
        }
        Locale::Korean => {
            let word = if later { "늦게" } else { "일찍" };
            format!(
                "{} 클수록 더 {word} 바뀝니다. {low}일 때 {axis} {first}, {high}일 때 {last}입니다.",
                with(&by, Josa::Subject)
            )
        }
    }
}

fn tally(finding: &Finding, preference: Preference, locale: Locale) -> String {
    let Finding::Tally { ahead: [a, b], equal, refused, of } = *finding else {
        return String::new();
    };
    let word = pick(
        locale,
        if preference == Preference::Neither { "has less" } else { "is ahead" },
        if preference == Preference::Neither { "적음" } else { "우세" },
    );
    let number = |of: usize| count(of as u64, locale);
    let more = |many: usize, english: &str, korean: &str| match (many, locale) {
        (0, _) => String::new(),
        (_, Locale::English) => format!(", {english} in {}", number(many)),
        (_, Locale::Korean) => format!(", {korean} {}칸", number(many)),
    };
    let equal = more(equal, "about equal", "거의 같음");
    let refused = more(refused, "no answer", "답 없음");
    let [a, b, of] = [a, b, of].map(number);
    match locale {
        Locale::English => format!("Of {of} cells: A {word} in {a}, B in {b}{equal}{refused}."),
        Locale::Korean => format!("{of}칸 가운데 A {word} {a}칸, B {word} {b}칸{equal}{refused}."),
    }
}
