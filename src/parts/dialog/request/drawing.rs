//! The strata of one machine with the way of the request through them.
//!
//! It is hidden from readers of the screen, for the table beside it says the same.

use std::fmt::Write as _;

use yew::prelude::*;

use crate::model::Owner;
use crate::model::request::{StepKind, Stratum, WayStep};
use crate::text::{Locale, way as words};
use crate::view::theme::{Fill, owner_fill};

const WIDTH: f64 = 520.0;
const BAND: f64 = 46.0;
/// Room at the left for names.
const LEFT: f64 = 190.0;

const fn fill(of: Stratum) -> Fill {
    match of {
        Stratum::Application => owner_fill(Owner::Heap),
        Stratum::Kernel => owner_fill(Owner::GuestKernel),
        Stratum::Hypervisor => owner_fill(Owner::Vmm),
        Stratum::HostKernel => owner_fill(Owner::HostKernel),
        Stratum::Hardware => Fill { class: "fill-loader", pattern: None },
    }
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The drawing; the way is walked to the end of step `until`, and not at all without one.
pub fn drawing(
    strata: &[Stratum],
    steps: &[WayStep],
    kinds: &[StepKind],
    until: Option<StepKind>,
    locale: Locale,
) -> Html {
    let height = BAND * real(strata.len());
    let middle = |of: Stratum| {
        let place = strata.iter().position(|stratum| *stratum == of).unwrap_or(0);
        (real(place) + 0.5) * BAND
    };
    let pitch = (WIDTH - LEFT - 24.0) / real(kinds.len().max(2) - 1);
    let most = steps.iter().map(WayStep::total).fold(0.0, f64::max).max(1e-12);
    let points: Vec<(f64, f64, f64, bool)> = steps
        .iter()
        .map(|step| {
            // At one place in both drawings, so that who stands still is seen to.
            let at = kinds.iter().position(|kind| *kind == step.kind).unwrap_or(0);
            let walked = until.is_some_and(|last| step.kind <= last);
            let radius = 3.0 + 11.0 * libm::sqrt(step.total() / most);
            (LEFT + real(at) * pitch, middle(step.stratum), radius, walked)
        })
        .collect();
    let line = |walked: bool| {
        let through = points.iter().filter(|point| !walked || point.3);
        let mut path = String::new();
        for (x, y, ..) in through {
            path.push(if path.is_empty() { 'M' } else { 'L' });
            // Writing to a string cannot fail.
            let _ = write!(path, "{x:.1} {y:.1}");
        }
        path
    };
    let last = points.iter().rev().find(|point| point.3);
    html! {
        <svg class="way-drawing" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true">
            { for strata.iter().enumerate().map(|(at, stratum)| {
                let fill = fill(*stratum);
                let band = format!("M0 {:.0}h18v{BAND}h-18z", real(at) * BAND);
                html! {
                    <g key={at}>
                        <path class={classes!("way-band", fill.class)}
                            d={format!("M18 {:.0}H{WIDTH}v{BAND}H18z", real(at) * BAND)} />
                        <path class={classes!("stratum", fill.class)} d={band.clone()} />
                        <path class="stratum-pattern" d={band}
                            fill={fill.pattern.unwrap_or("none")} />
                        <line class="axis" x1="0" x2={WIDTH.to_string()}
                            y1={format!("{:.0}", real(at + 1) * BAND)}
                            y2={format!("{:.0}", real(at + 1) * BAND)} />
                        <text x="26" y={format!("{:.0}", (real(at) + 0.5) * BAND + 4.0)}>
                            { words::stratum(*stratum, locale) }
                        </text>
                    </g>
                }
            }) }
            <path class="way-path" d={line(false)} />
            <path class="way-walked" d={line(true)} />
            { for points.iter().enumerate().map(|(at, (x, y, radius, walked))| html! {
                <circle key={at} class={classes!("way-dot", (!walked).then_some("ahead"))}
                    cx={format!("{x:.1}")} cy={format!("{y:.1}")} r={format!("{radius:.1}")} />
            }) }
            <circle class="way-now" cx={format!("{:.1}", last.map_or(-50.0, |of| of.0))}
                cy={format!("{:.1}", last.map_or(-50.0, |of| of.1))}
                r={format!("{:.1}", last.map_or(1.0, |of| of.2 + 4.0))} />
        </svg>
    }
}
