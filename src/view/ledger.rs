//! Memory and disk in figures: the table twin of a machine's drawing.

use yew::prelude::*;

use super::fold::Fold;
use super::framed::{framed, heads};
use super::machine::name_of;
use super::subject::{Moment, Subject};
use super::swatch::swatch;
use super::theme::owner_fill;
use crate::app::{Action, Dialog};
use crate::model::Owner;
use crate::scenario::Side;
use crate::text::Locale;
use crate::text::lab::{Label, figures};
use crate::units::Bytes;

/// What the tables need.
#[derive(Clone, PartialEq, Properties)]
pub struct LedgerProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state at the time of the clock.
    pub moment: Moment,
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
        Callback::from(move |()| memory_table(&subject, &moment, locale))
    };
    let sources = {
        let (act, side) = (props.act.clone(), props.side);
        Callback::from(move |_: MouseEvent| act.emit(Action::OpenDialog(Dialog::Sources(side))))
    };
    let disk = Callback::from(move |()| disk_table(&subject, locale));
    html! {
        <div class="ledger">
            <Fold label={Label::MemoryTable.say(locale)} body={memory} />
            <Fold label={Label::DiskTable.say(locale)} body={disk} />
            <button type="button" class="ask" aria-haspopup="dialog" onclick={sources}>
                { Label::SourcesTable.say(locale) }
            </button>
        </div>
    }
}

fn memory_table(subject: &Subject, moment: &Moment, locale: Locale) -> Html {
    let total = subject.machine.host.memory;
    let share = |held: Bytes| figures::percent(held.as_f64() / total.as_f64().max(1.0), locale);
    let used: Bytes = moment.0.by_owner.into_iter().sum();
    let memory = &subject.report.memory;
    let row = |key: &'static str, name: Html, held: Bytes| {
        html! {
            <tr key={key}>
                <th scope="row">{ name }</th>
                <td>{ figures::bytes(held, locale) }</td>
                <td>{ share(held) }</td>
            </tr>
        }
    };
    let owners = Owner::ALL.into_iter().filter(|whose| {
        moment.0.by_owner[whose.index()].max(subject.finish.by_owner[whose.index()]) > Bytes::ZERO
    });
    let extras = [
        ("reserved", Label::Reserved, memory.reserved),
        ("peak", Label::Peak, memory.peak),
        ("merged", Label::MergedSaving, memory.merged_saving),
        ("merging", Label::MergingBookkeeping, memory.merging_bookkeeping),
        ("ballooned", Label::Ballooned, memory.ballooned),
        ("swapped", Label::Swapped, memory.swapped),
    ];
    let extras = extras.into_iter().filter(|(key, _, held)| held.0 > 0 || *key == "reserved");
    let labels = [Label::Owner, Label::Resident, Label::Share];
    let table = html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>
                { for owners.map(|whose| html! {
                    <tr key={whose.index()}>
                        <th scope="row">{ swatch(owner_fill(whose)) }
                            { name_of(subject, whose, locale) }</th>
                        <td>{ figures::bytes(moment.0.by_owner[whose.index()], locale) }</td>
                        <td>{ share(moment.0.by_owner[whose.index()]) }</td>
                    </tr>
                }) }
                { row("free", html! { Label::Free.say(locale) }, total.saturating_sub(used)) }
                { row("total", html! { Label::Total.say(locale) }, total) }
            </tbody>
            <tbody>
                { for extras.map(|(key, label, held)| {
                    row(key, html! { label.say(locale) }, held)
                }) }
            </tbody>
        </table>
    };
    framed(table, locale)
}

fn disk_table(subject: &Subject, locale: Locale) -> Html {
    let disk = &subject.report.disk;
    let rows = [
        (Label::StoredOnce, figures::decimal_bytes(disk.shared, locale)),
        (Label::AddedByEach, figures::decimal_bytes(disk.each, locale)),
        (Label::Instance, figures::count(disk.instances.into(), locale)),
        (Label::Swapped, figures::decimal_bytes(disk.swapped, locale)),
        (Label::Used, figures::decimal_bytes(disk.used(), locale)),
        (Label::Free, figures::decimal_bytes(disk.free(), locale)),
        (Label::Total, figures::decimal_bytes(disk.total, locale)),
    ];
    let table = html! {
        <table>
            <tbody>
                { for rows.into_iter().map(|(label, amount)| html! {
                    <tr key={label as usize}>
                        <th scope="row">{ label.say(locale) }</th><td>{ amount }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    };
    framed(table, locale)
}
