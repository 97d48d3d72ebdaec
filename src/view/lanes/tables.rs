//! The table twins of the lanes: the distribution of each clock, and every bar that is drawn.

use yew::prelude::*;

use crate::app::Selection;
use crate::experiment::explain::{Displayed, Rank};
use crate::experiment::{ClockSummary, LaneSpan};
use crate::scenario::Side;
use crate::text::lab::{Label, figures, phase};
use crate::text::{Locale, name};
use crate::units::Span;
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};
use crate::view::number::Number;
use crate::view::subject::Subject;

/// What the tables need.
#[derive(Clone, PartialEq, Properties)]
pub struct LaneTablesProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The instances whose bars are drawn.
    pub shown: Vec<u32>,
    /// On which machine.
    pub side: Side,
    /// What is selected everywhere.
    pub selection: Selection,
    /// Language.
    pub locale: Locale,
}

/// Both tables, folded.
#[component]
pub fn LaneTables(props: &LaneTablesProps) -> Html {
    let LaneTablesProps { subject, shown, side, locale, selection } = props;
    let (subject, shown, side, locale) = (subject.clone(), shown.clone(), *side, *locale);
    let selection = *selection;
    let body = Callback::from(move |()| {
        let tables = html! {
            <>{ clocks(&subject, side, locale) }{ bars(&subject, &shown, selection, locale) }</>
        };
        framed(tables, locale)
    });
    html! { <Fold label={Label::AsTable.say(props.locale)} {body} /> }
}

fn clocks(subject: &Subject, side: Side, locale: Locale) -> Html {
    let span = |length: Span, of: &ClockSummary, rank: Rank| {
        let told = figures::seconds(length.as_seconds(), locale);
        html! { <Number {told} {side} of={Displayed::Clock(of.clock, rank)} {locale} /> }
    };
    let labels = [
        Label::ClockReached,
        Label::Fastest,
        Label::Half,
        Label::NineInTen,
        Label::NinetyNine,
        Label::Slowest,
    ];
    html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>
                { for subject.report.clocks.iter().filter(|of| of.count > 0).map(|of| html! {
                    <tr key={of.clock as usize}>
                        <th scope="row">{ name::clock(of.clock, locale) }</th>
                        <td>{ span(of.least, of, Rank::Least) }</td>
                        <td>{ span(of.p50, of, Rank::Half) }</td>
                        <td>{ span(of.p90, of, Rank::NineInTen) }</td>
                        <td>{ span(of.p99, of, Rank::NinetyNine) }</td>
                        <td>{ span(of.most, of, Rank::Most) }</td>
                    </tr>
                }) }
            </tbody>
            <tbody>
                <tr>
                    <th scope="row">{ Label::Events.say(locale) }</th>
                    <td colspan="5">{ figures::count(subject.report.events, locale) }</td>
                </tr>
                <tr>
                    <th scope="row">{ Label::Digest.say(locale) }</th>
                    <td colspan="5"><code class="digest">
                        { format!("{:016x}", subject.report.digest) }
                    </code></td>
                </tr>
            </tbody>
        </table>
    }
}

fn bars(subject: &Subject, shown: &[u32], selection: Selection, locale: Locale) -> Html {
    let chosen = |bar: &LaneSpan| match selection {
        Selection::Phase(phase) => phase == bar.phase,
        Selection::Instance { instance, .. } => instance == bar.instance,
        _ => false,
    };
    let rows = shown.iter().flat_map(|&instance| subject.report.lane(instance)).enumerate();
    let labels =
        [Label::Instance, Label::Phase, Label::Begin, Label::End, Label::Waited, Label::WaitedFor];
    html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>
                { for rows.map(|(index, bar)| html! {
                    <tr key={index} class={classes!(chosen(bar).then_some("chosen"))}>
                        <th scope="row">{ bar.instance + 1 }</th>
                        <td>{ phase(bar.phase, locale) }</td>
                        <td>{ figures::seconds(bar.begin.as_seconds(), locale) }</td>
                        <td>{ figures::seconds(bar.end.as_seconds(), locale) }</td>
                        <td>{ figures::seconds(bar.waited.as_seconds(), locale) }</td>
                        <td>{ super::reason(bar.wait, locale) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
