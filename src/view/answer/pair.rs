//! A table of two machines' numbers, with two bars to one scale in each row.
//!
//! The bars are drawing and nothing else: what they show stands in the row as numbers and as the
//! letter of the machine that has more.

use yew::prelude::*;

use crate::experiment::answer::{Dimension, Quantity};
use crate::experiment::explain::Displayed;
use crate::scenario::Side;
use crate::text::page::Word;
use crate::text::{Locale, answer as words, number};
use crate::view::number::Number;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// What it is about.
    pub name: String,
    /// Both values; `None` where a machine has none.
    pub values: [Option<f64>; 2],
    /// Unit.
    pub dimension: Dimension,
    /// The length of the scale; `None` for the larger of the two.
    pub most: Option<f64>,
    /// What can be asked about, where the values are figures of the answers.
    pub of: Option<Quantity>,
    /// Heading over rows that follow each other with the same one.
    pub group: Option<String>,
}

/// Numbers of two machines side by side, under a title and a head of the first column.
pub fn table(
    (title, head): (Word, Word),
    rows: &[PairRow],
    names: &[String; 2],
    locale: Locale,
) -> Html {
    self::rows(title.say(locale), head.say(locale), rows, names, locale)
}

/// As [`table`], with words of elsewhere.
pub fn rows(
    title: &str,
    head: &'static str,
    rows: &[PairRow],
    names: &[String; 2],
    locale: Locale,
) -> Html {
    let letters = ["A", "B"].into_iter();
    let groups: Vec<&String> = rows.iter().filter_map(|row| row.group.as_ref()).collect();
    let headed = groups.windows(2).any(|pair| pair[0] != pair[1]);
    let mut before: Option<&String> = None;
    let rows = rows.iter().enumerate().flat_map(|(index, row)| {
        let heading = row.group.as_ref().filter(|group| headed && before != Some(group));
        before = row.group.as_ref();
        let heading = heading.map(|group| {
            html! {
                <tr key={format!("g{index}")} class="pair-group">
                    <th scope="rowgroup" colspan="5">{ group.clone() }</th>
                </tr>
            }
        });
        heading.into_iter().chain([pair_row(index, row, locale)])
    });
    let rows: Vec<Html> = rows.collect();
    html! {
        <section class="pair" hidden={rows.is_empty()} aria-label={title.to_owned()}>
            <h2>{ title.to_owned() }</h2>
            <table>
                <thead><tr>
                    <th scope="col">{ head }</th>
                    { for letters.zip(names).enumerate().map(|(side, (letter, name))| {
                        html! {
                            <th key={letter} scope="col">
                                { sample(side) }
                                <span class="pair-letter">{ letter }</span>{ " " }
                                <span class="pair-name">{ name.clone() }</span>
                            </th>
                        }
                    }) }
                    <th scope="col" class="pair-drawn">{ Word::Drawn.say(locale) }</th>
                    <th scope="col" class="pair-more">{ Word::More.say(locale) }</th>
                </tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </section>
    }
}

fn pair_row(index: usize, row: &PairRow, locale: Locale) -> Html {
    let value = |side: Side| {
        let told = row.values[side.index()].map(|value| words::value(value, row.dimension, locale));
        match (told, row.of) {
            (Some(told), Some(of)) => {
                let of = Displayed::Figure(of);
                html! { <Number {told} {side} {of} {locale} /> }
            }
            (told, _) => html! { { told.unwrap_or_else(|| "–".to_owned()) } },
        }
    };
    html! {
        <tr key={index}>
            <th scope="row">{ row.name.clone() }</th>
            <td>{ value(Side::A) }</td>
            <td>{ value(Side::B) }</td>
            <td class="pair-drawn">{ bars(row) }</td>
            <td class="pair-more">{ more(row, locale) }</td>
        </tr>
    }
}

/// Which machine has more, and how many times as much.
fn more(row: &PairRow, locale: Locale) -> Html {
    let [Some(a), Some(b)] = row.values else { return html! { "" } };
    let told = [a, b].map(|value| words::value(value, row.dimension, locale));
    if told[0] == told[1] {
        return html! { { Word::Same.say(locale) } };
    }
    let (letter, large, small) = if a > b { ("A", a, b) } else { ("B", b, a) };
    let ratio = large / small;
    let digits = if (1.095..9.95).contains(&ratio) { 2 } else { 3 };
    let ratio = (small > 0.0 && ratio < 9999.5)
        .then(|| format!("{}×", number::significant(ratio, digits)))
        .map(|told| if told == "1×" { "≈".to_owned() } else { told });
    html! {
        <><strong>{ letter }</strong>{ " " }<span>{ ratio }</span></>
    }
}

fn bars(row: &PairRow) -> Html {
    let largest = row.values.iter().flatten().copied().fold(0.0, f64::max);
    let most = row.most.unwrap_or(largest).max(f64::MIN_POSITIVE);
    let width = |side: usize| {
        let share = row.values[side].map_or(0.0, |value| (value / most).clamp(0.0, 1.0));
        format!("{:.2}%", share * 100.0)
    };
    html! {
        <svg class="pair-bars" aria-hidden="true" width="100%" height="20">
            <line x1="0.5" x2="0.5" y1="0" y2="20" />
            <rect class="bar-a" x="0" y="1" width={width(0)} height="8" />
            <rect class="bar-b" x="0" y="11" width={width(1)} height="8" />
            <rect class="bar-pattern" x="0" y="11" width={width(1)} height="8"
                fill="url(#hatch-side)" />
        </svg>
    }
}

/// How the bars and lines of a machine look.
pub fn sample(side: usize) -> Html {
    let (class, dashes) = if side == 0 { ("line-a", "none") } else { ("line-b", "7 4") };
    html! {
        <svg class="sample" aria-hidden="true" viewBox="0 0 26 10" width="26" height="10">
            <line class={class} stroke-dasharray={dashes} x1="0" x2="26" y1="5" y2="5" />
        </svg>
    }
}
