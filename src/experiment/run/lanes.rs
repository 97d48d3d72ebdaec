//! Draws the lanes while a run goes on: one bar for each phase, one for each pure wait.

use super::instance::Instance;
use crate::catalog::Phase;
use crate::experiment::report::{LaneSpan, Wait};
use crate::units::{Span, Time};

/// Bars in the order in which they ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    pub(super) spans: Vec<LaneSpan>,
}

impl Lanes {
    /// A phase begins, unless it goes on.
    pub(super) fn enter(&mut self, number: u32, one: &mut Instance, phase: Phase, now: Time) {
        if one.phase != phase {
            self.close(number, one, now);
            one.phase = phase;
        }
    }

    /// The bar that is being drawn ends; what was lost most is what it waited for.
    pub(super) fn close(&mut self, number: u32, one: &mut Instance, now: Time) {
        let length = now.since(one.bar);
        if length > Span::ZERO {
            let [cores, disk, link] = one.lost;
            let waited = (cores + disk + link).min(length);
            let wait = if waited <= NOTICEABLE {
                None
            } else if cores >= disk && cores >= link {
                Some(Wait::Cores)
            } else if disk >= link {
                Some(Wait::Disk)
            } else {
                Some(Wait::Link)
            };
            let waited = if wait.is_some() { waited } else { Span::ZERO };
            let phase = one.phase;
            self.spans.push(LaneSpan {
                instance: number,
                phase,
                begin: one.bar,
                end: now,
                waited,
                wait,
            });
        }
        one.bar = now;
        one.lost = [Span::ZERO; 3];
    }

    /// Since `from` nothing was done but to wait.
    pub(super) fn waited(
        &mut self,
        number: u32,
        one: &mut Instance,
        wait: Wait,
        from: Time,
        now: Time,
    ) {
        let waited = now.since(from);
        if waited <= NOTICEABLE {
            return;
        }
        self.close(number, one, from);
        let phase = one.phase;
        self.spans.push(LaneSpan {
            instance: number,
            phase,
            begin: from,
            end: now,
            waited,
            wait: Some(wait),
        });
        one.bar = now;
    }
}

/// Rounding to picoseconds is no wait: below a nanosecond nothing was lost.
const NOTICEABLE: Span = Span(1_000);
