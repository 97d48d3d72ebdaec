//! What an answer says in detail: its tables, its remarks, and the marks of its run.

use yew::prelude::*;

use crate::experiment::answer::{Cell, Label as RowLabel, Mechanism, Table};
use crate::scenario::Side;
use crate::text::lab::Label;
use crate::text::page::Word;
use crate::text::{Locale, answer as words, number};
use crate::view::answer::Both;
use crate::view::framed::framed;

/// The tables of both machines: side by side, or once where they are the same.
pub fn tables(both: &Both, locale: Locale) -> Html {
    let mut titles: Vec<Mechanism> = Vec::new();
    for table in both.answers.iter().flat_map(|answer| &answer.tables) {
        if !titles.contains(&table.title) && !table.rows.is_empty() {
            titles.push(table.title);
        }
    }
    let of = |side: Side, title: Mechanism| {
        let tables = &both.answers[side.index()].tables;
        tables.iter().find(|table| table.title == title && !table.rows.is_empty())
    };
    let one = |(at, title): (usize, Mechanism)| {
        let pair = Side::BOTH.map(|side| of(side, title));
        let same = pair[0] == pair[1];
        let shown = Side::BOTH.into_iter().zip(pair).filter(|(side, _)| !same || *side == Side::A);
        html! {
            <section key={at} class="detail">
                <h2>{ words::mechanism(title, locale) }</h2>
                <div class={classes!("detail-tables", same.then_some("single"))}>
                    { for shown.filter_map(|(side, table)| {
                        let name = if same {
                            Word::SameOnBoth.say(locale).to_owned()
                        } else {
                            format!("{side:?} {}", both.names[side.index()])
                        };
                        table.map(|table| one_table(side, table, &name, locale))
                    }) }
                </div>
            </section>
        }
    };
    html! { <div class="details">{ for titles.into_iter().enumerate().map(one) }</div> }
}

fn one_table(side: Side, table: &Table, name: &str, locale: Locale) -> Html {
    // Words begin where their column begins, numbers end where it ends.
    let kind = |at: usize| {
        let first = table.rows.first().and_then(|row| row.cells.get(at));
        matches!(first, Some(Cell::Mechanism(_) | Cell::Name(_))).then_some("text")
    };
    // A proper name is written as its owners write it.
    let proper = |label: &RowLabel| matches!(label, RowLabel::Name(_)).then_some("proper");
    let table = html! {
        <table>
            <caption>{ name.to_owned() }</caption>
            <thead><tr>
                <td></td>
                { for table.columns.iter().enumerate().map(|(at, &column)| html! {
                    <th key={at} scope="col" class={kind(at)}>
                        { words::quantity(column, locale) }
                    </th>
                }) }
            </tr></thead>
            <tbody>{ for table.rows.iter().enumerate().map(|(index, row)| html! {
                <tr key={index}>
                    <th scope="row" class={proper(&row.label)}>
                        { label(&row.label, locale) }
                    </th>
                    { for row.cells.iter().enumerate().map(|(at, cell)| {
                        let dimension = table.columns.get(at).map(|of| of.dimension());
                        html! { <td key={at} class={kind(at)}>{ match (cell, dimension) {
                            (Cell::Value(value), Some(dimension)) => {
                                words::value(*value, dimension, locale)
                            }
                            (Cell::Value(value), None) => number::significant(*value, 4),
                            (Cell::Mechanism(of), _) => words::mechanism(*of, locale),
                            (Cell::Name(name), _) => name.clone(),
                            (Cell::Empty, _) => "–".to_owned(),
                        } }</td> }
                    }) }
                </tr>
            }) }</tbody>
        </table>
    };
    html! { <div key={side.index()}>{ framed(table, locale) }</div> }
}

fn label(of: &RowLabel, locale: Locale) -> String {
    match of {
        RowLabel::Number(number) => number::count(u64::from(*number), locale),
        RowLabel::Name(name) => name.clone(),
        RowLabel::Mechanism(of) => words::mechanism(*of, locale),
    }
}

/// What is to be said besides, of both machines or of one.
pub fn remarks(both: &Both, locale: Locale) -> Html {
    let [a, b] = both.answers.each_ref().map(|answer| &answer.remarks);
    let shared = a.iter().filter(|remark| b.contains(remark));
    let shared = shared.map(|remark| (Word::Both.say(locale).to_owned(), *remark));
    let own = [(a, b, Side::A), (b, a, Side::B)].into_iter().flat_map(|(of, other, side)| {
        let own = of.iter().filter(|remark| !other.contains(remark));
        own.map(move |remark| (format!("{side:?}"), *remark))
    });
    let all: Vec<(String, Mechanism)> = shared.chain(own).collect();
    html! {
        <section class="remarks" hidden={all.is_empty()}>
            <h2>{ Word::Remarks.say(locale) }</h2>
            <ul>{ for all.into_iter().enumerate().map(|(index, (whose, remark))| html! {
                <li key={index}><span class="whose">{ whose }</span>
                    <span>{ words::mechanism(remark, locale) }</span></li>
            }) }</ul>
        </section>
    }
}

/// Events and digests, by which two runs can be compared across machines.
pub fn foot(both: &Both, locale: Locale) -> Html {
    html! {
        <p class="answer-foot">
            { for Side::BOTH.map(|side| {
                let answer = &both.answers[side.index()];
                html! {
                    <span key={side.index()}>
                        { format!("{side:?} · {} {} · {} ", Label::Events.say(locale),
                            number::count(answer.events, locale), Label::Digest.say(locale)) }
                        <code class="digest">{ format!("{:016x}", answer.digest) }</code>
                    </span>
                }
            }) }
        </p>
    }
}
