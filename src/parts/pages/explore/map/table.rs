//! The map as a table: the same cells with both figures and who is ahead.

use yew::prelude::*;

use super::drawing::Mapped;
use crate::text::{map as text, study};
use crate::view::framed::framed;

/// The table twin.
pub fn table(mapped: &Mapped) -> Html {
    let locale = mapped.locale;
    let spec = &mapped.swept.spec;
    let by = spec.by.as_ref().map(|by| study::axis(by, locale)).unwrap_or_default();
    let corner = format!("{by} / {}", study::axis(&spec.axis, locale));
    let columns = mapped.map.columns;
    let cell = |row: usize, column: usize| {
        let cell = mapped.map.at(row, column);
        let verdict = text::verdict(cell, mapped.quantity.preference(), locale);
        let figures = mapped.swept.points.get(row * columns + column);
        let figures = figures.map(|point| text::figures(&point.sides, mapped.quantity, locale));
        html! {
            <td key={column}>
                { figures.map(|[a, b]| html! {
                    <>{ "A " }{ a }<br />{ "B " }{ b }<br /></>
                }) }
                <span class="note">{ verdict }</span>
            </td>
        }
    };
    let heads = mapped.labels[0].iter().enumerate();
    let table = html! {
        <table class="map-table">
            <thead><tr>
                <th scope="col">{ corner }</th>
                { for heads.map(|(at, label)| html! {
                    <th key={at} scope="col">{ label.clone() }</th>
                }) }
            </tr></thead>
            <tbody>
                { for mapped.labels[1].iter().enumerate().map(|(row, label)| html! {
                    <tr key={row}>
                        <th scope="row">{ label.clone() }</th>
                        { for (0..columns).map(|column| cell(row, column)) }
                    </tr>
                }) }
            </tbody>
        </table>
    };
    framed(table, locale)
}
