//! Memory and disk in figures: the table twin of a machine's drawing.

use yew::prelude::*;

use super::fold::Fold;
use super::framed::{framed, heads};
use super::machine::{name_of, room_for};
use super::number::Number;
use super::subject::{Moment, Subject};
use super::swatch::swatch;
use super::theme::owner_fill;
use crate::app::{Action, Dialog, Selection};
use crate::experiment::MemorySummary;
use crate::experiment::explain::Displayed;
use crate::experiment::start::Quantity;
use crate::model::Owner;
use crate::scenario::Side;
use crate::text::lab::{Label, figures};
use crate::text::{Locale, way, why};
use crate::units::Bytes;

/// What the tables need.
#[derive(Clone, PartialEq, Properties)]
pub struct LedgerProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state at the time of the clock.
    pub moment: Moment,
    /// What is selected everywhere.
    pub selection: Selection,
    /// Which of the two machines it is.
    pub side: Side,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// The tables, folded.
#[component]
pub fn Ledger(props: &LedgerProps) -> Html {
    let LedgerProps { subject, moment, locale, .. } = props;
    let (subject, moment, locale) = (subject.clone(), moment.clone(), *locale);
    let memory = {
        let (subject, moment) = (subject.clone(), moment.clone());
        let (selection, act, side) = (props.selection, props.act.clone(), props.side);
        Callback::from(move |()| memory_table(&subject, &moment, side, (selection, &act), locale))
    };
    let sources = {
        let (act, side) = (props.act.clone(), props.side);
        Callback::from(move |_: MouseEvent| act.emit(Action::OpenDialog(Dialog::Sources(side))))
    };
    let follow = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::OpenDialog(Dialog::Request)))
    };
    let disk = {
        let side = props.side;
        Callback::from(move |()| disk_table(&subject, side, locale))
    };
    html! {
        <div class="ledger">
            <Fold label={Label::MemoryTable.say(locale)} body={memory} />
            <Fold label={Label::DiskTable.say(locale)} body={disk} />
            <button type="button" class="ask" aria-haspopup="dialog" onclick={sources}>
                { Label::SourcesTable.say(locale) }
            </button>
            <button type="button" class="ask" aria-haspopup="dialog" onclick={follow}>
                { way::Word::Follow.say(locale) }
            </button>
        </div>
    }
}

fn memory_table(
    subject: &Subject,
    moment: &Moment,
    side: Side,
    (selection, act): (Selection, &Callback<Action>),
    locale: Locale,
) -> Html {
    let at = Some(moment.0.time);
    let number = |told: String, of: Option<Displayed>| match of {
        Some(of) => html! { <Number {told} {side} {of} {at} {locale} /> },
        None => html! { { told } },
    };
    let pick = |whose: Owner| {
        let (act, action) = (act.clone(), selection.toggled(Selection::Owner(whose)));
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let chosen = |whose: Owner| selection == Selection::Owner(whose);
    let total = subject.machine.host.memory;
    let share = |held: Bytes| figures::percent(held.as_f64() / total.as_f64().max(1.0), locale);
    let used: Bytes = moment.0.by_owner.into_iter().sum();
    let memory = &subject.report.memory;
    let row = |key: &'static str, name: Html, held: Bytes, of: Option<Displayed>| {
        html! {
            <tr key={key}>
                <th scope="row">{ name }</th>
                <td>{ number(figures::bytes(held, locale), of) }</td>
                <td>{ share(held) }</td>
            </tr>
        }
    };
    let owners = Owner::ALL.into_iter().filter(|whose| {
        moment.0.by_owner[whose.index()].max(subject.finish.by_owner[whose.index()]) > Bytes::ZERO
    });
    let labels = [Label::Owner, Label::Resident, Label::Share];
    let table = html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>
                { for owners.map(|whose| html! {
                    <tr key={whose.index()} class={classes!(chosen(whose).then_some("chosen"))}>
                        <th scope="row">
                            <button type="button" class="pick" onclick={pick(whose)}
                                aria-pressed={chosen(whose).to_string()}>
                                { swatch(owner_fill(whose)) }{ name_of(subject, whose, locale) }
                            </button>
                        </th>
                        <td>{ number(
                            figures::bytes(moment.0.by_owner[whose.index()], locale),
                            Some(Displayed::Held(whose)),
                        ) }</td>
                        <td>{ share(moment.0.by_owner[whose.index()]) }</td>
                    </tr>
                }) }
                { row("free", html! { Label::Free.say(locale) }, total.saturating_sub(used),
                    Some(Displayed::Free)) }
                { row("total", html! { Label::Total.say(locale) }, total, None) }
                { room(subject, moment, side, locale) }
            </tbody>
            <tbody>
                { for extras(memory).map(|(key, label, held, of)| {
                    row(key, html! { label.say(locale) }, held, Some(of))
                }) }
            </tbody>
        </table>
    };
    framed(table, locale)
}

/// What is told of the whole run besides.
fn extras(memory: &MemorySummary) -> impl Iterator<Item = (&'static str, Label, Bytes, Displayed)> {
    let figure = |of: Quantity| Displayed::Figure(of.into());
    let all = [
        ("reserved", Label::Reserved, memory.reserved, figure(Quantity::Reserved)),
        ("peak", Label::Peak, memory.peak, Displayed::Peak),
        ("merged", Label::MergedSaving, memory.merged_saving, figure(Quantity::MergedSaving)),
        (
            "merging",
            Label::MergingBookkeeping,
            memory.merging_bookkeeping,
            Displayed::MergingBookkeeping,
        ),
        ("ballooned", Label::Ballooned, memory.ballooned, Displayed::Ballooned),
        ("swapped", Label::Swapped, memory.swapped, figure(Quantity::Swapped)),
    ];
    all.into_iter().filter(|(key, _, held, _)| held.0 > 0 || *key == "reserved")
}

/// How many more instances would fit, once it is known what one takes.
fn room(subject: &Subject, moment: &Moment, side: Side, locale: Locale) -> Html {
    let more = room_for(subject).filter(|_| moment.0.time >= subject.report.ended);
    let Some(more) = more else { return html! { <tr key="room" hidden=true /> } };
    let told = figures::count(more, locale);
    html! {
        <tr key="room">
            <th scope="row">{ why::displayed(Displayed::Room, locale) }</th>
            <td><Number {told} {side} of={Displayed::Room} {locale} /></td>
            <td />
        </tr>
    }
}

fn disk_table(subject: &Subject, side: Side, locale: Locale) -> Html {
    let disk = &subject.report.disk;
    let figure = |of: Quantity| Some(Displayed::Figure(of.into()));
    let rows = [
        (
            Label::StoredOnce,
            figures::decimal_bytes(disk.shared, locale),
            Some(Displayed::DiskShared),
        ),
        (Label::AddedByEach, figures::decimal_bytes(disk.each, locale), figure(Quantity::DiskEach)),
        (Label::Instance, figures::count(disk.instances.into(), locale), None),
        (Label::Swapped, figures::decimal_bytes(disk.swapped, locale), figure(Quantity::Swapped)),
        (Label::Used, figures::decimal_bytes(disk.used(), locale), figure(Quantity::Disk)),
        (Label::Free, figures::decimal_bytes(disk.free(), locale), Some(Displayed::DiskFree)),
        (Label::Total, figures::decimal_bytes(disk.total, locale), None),
    ];
    let number = |told: String, of: Option<Displayed>| match of {
        Some(of) => html! { <Number {told} {side} {of} {locale} /> },
        None => html! { { told } },
    };
    let table = html! {
        <table>
            <tbody>
                { for rows.into_iter().map(|(label, amount, of)| html! {
                    <tr key={label as usize}>
                        <th scope="row">{ label.say(locale) }</th><td>{ number(amount, of) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    };
    framed(table, locale)
}
