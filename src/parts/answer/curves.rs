//! The curves of two answers.

use std::rc::Rc;

use yew::prelude::*;

use crate::experiment::answer::Quantity;
use crate::experiment::{elasticity, incident, maintenance, mobility};
use crate::text::{Locale, answer as words};
use crate::view::answer::Both;
use crate::view::charts::curve::{Curve, Line, Plot, Scale};
use crate::view::theme::Shown;

/// Whether a quantity is the time of the scene.
const fn is_clock(of: Quantity) -> bool {
    matches!(
        of,
        Quantity::Elasticity(elasticity::Quantity::Moment)
            | Quantity::Mobility(mobility::Quantity::Elapsed)
            | Quantity::Maintenance(maintenance::Quantity::Elapsed)
            | Quantity::Incident(incident::Quantity::Elapsed)
    )
}

/// The curves of both machines, those of the same quantities in one drawing.
pub fn curves(both: &Both, theme: Shown, locale: Locale) -> Html {
    let mut axes: Vec<(Quantity, Quantity)> = Vec::new();
    for series in both.answers.iter().flat_map(|answer| &answer.series) {
        if !axes.contains(&(series.x, series.y)) && !series.points.is_empty() {
            axes.push((series.x, series.y));
        }
    }
    let plot = |(x, y): (Quantity, Quantity)| {
        let lines = both.answers.iter().enumerate().flat_map(|(side, answer)| {
            let same = answer.series.iter().filter(move |series| (series.x, series.y) == (x, y));
            same.map(move |series| Line { side, points: series.points.clone(), band: Vec::new() })
        });
        let lines: Vec<Line> = lines.collect();
        let (across, up) = (Scale::of_x(&lines, x.dimension()), Scale::of_y(&lines, y.dimension()));
        let x_name = words::quantity(x, locale).to_owned();
        Plot { lines, x: across, y: up, x_name, marks: Vec::new() }
    };
    // What runs to the right is named beside it, and above only where that tells two apart.
    let title = |(x, y): (Quantity, Quantity)| {
        let [x_name, y_name] = [x, y].map(|of| words::quantity(of, locale));
        let alone = axes.iter().filter(|(_, other)| *other == y).count() == 1;
        if alone { y_name.to_owned() } else { format!("{y_name} · {x_name}") }
    };
    html! {
        <div class="curves" hidden={axes.is_empty()}>
            { for axes.iter().map(|&(x, y)| html! {
                <Curve key={format!("{}-{}", x.key(), y.key())}
                    title={title((x, y))} plot={Rc::new(plot((x, y)))}
                    names={both.names.clone()} {theme} {locale} clocked={is_clock(x)} />
            }) }
        </div>
    }
}
