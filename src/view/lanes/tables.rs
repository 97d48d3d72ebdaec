//! The table twins of the lanes: the distribution of each clock, and every bar that is drawn.

use yew::prelude::*;

use crate::text::lab::{Label, figures, phase};
use crate::text::{Locale, name};
use crate::units::Span;
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};
use crate::view::subject::Subject;

/// What the tables need.
#[derive(Clone, PartialEq, Properties)]
pub struct LaneTablesProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The instances whose bars are drawn.
    pub shown: Vec<u32>,
    /// Language.
    pub locale: Locale,
}

/// Both tables, folded.
#[component]
pub fn LaneTables(props: &LaneTablesProps) -> Html {
    let LaneTablesProps { subject, shown, locale } = props;
    let (subject, shown, locale) = (subject.clone(), shown.clone(), *locale);
    let body = Callback::from(move |()| {
        let tables = html! {
            <>{ clocks(&subject, locale) }{ bars(&subject, &shown, locale) }</>
        };
        framed(tables, locale)
    });
    html! { <Fold label={Label::AsTable.say(props.locale)} {body} /> }
}

fn clocks(subject: &Subject, locale: Locale) -> Html {
    let span = |span: Span| figures::seconds(span.as_seconds(), locale);
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
                        <td>{ span(of.least) }</td><td>{ span(of.p50) }</td>
                        <td>{ span(of.p90) }</td><td>{ span(of.p99) }</td>
                        <td>{ span(of.most) }</td>
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

fn bars(subject: &Subject, shown: &[u32], locale: Locale) -> Html {
    let rows = shown.iter().flat_map(|&instance| subject.report.lane(instance)).enumerate();
    let labels =
        [Label::Instance, Label::Phase, Label::Begin, Label::End, Label::Waited, Label::WaitedFor];
    html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>
                { for rows.map(|(index, bar)| html! {
                    <tr key={index}>
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
