//! Many runs of one scenario: compared, swept over a parameter, repeated with other seeds.
//!
//! A study changes parameters of a scenario, so it belongs here and not to `experiment`, which
//! knows machines only. Each study is a job: a value that is advanced by a budget of events, can
//! be cloned, tells how far it has come, and is cancelled by dropping it. What a study has found
//! so far can be read at any time, and how it was sliced never shows in the result.

mod asking;
pub mod axis;
pub mod compare;
pub mod map;
pub mod placement;
pub mod replicate;
pub mod statistics;
pub mod sweep;

use serde::{Deserialize, Serialize};

use super::{Problem, Side};
use crate::experiment::Answer;
use crate::experiment::answer::{Figure, Quantity};
use crate::model::Incompatible;

pub use axis::{Axis, AxisProblem};
pub use compare::{Compared, Comparison};
pub use map::Map;
pub use placement::{Placed, Placement};
pub use replicate::{Replicate, Replication};
pub use statistics::{Confidence, Estimate};
pub use sweep::{Sweep, Swept};

/// Why there are no figures where some were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// The scenario gives no machine to run.
    Problems(Vec<Problem>),
    /// The platform cannot run what was asked for.
    Refused(Incompatible),
}

/// The figures of one side, or why there are none.
pub type Told = Result<Vec<Figure>, Gap>;

/// The value of one quantity; `None` in a gap or where it was not told.
#[must_use]
pub fn value(told: &Told, quantity: Quantity) -> Option<f64> {
    let figures = told.as_ref().ok()?;
    figures.iter().find(|figure| figure.quantity == quantity).map(|figure| figure.value)
}

/// The figures of an answer; a refusal is a gap.
fn figures(outcome: &Result<Answer, Gap>) -> Told {
    match outcome {
        Ok(Answer { refused: Some(reason), .. }) => Err(Gap::Refused(*reason)),
        Ok(answer) => Ok(answer.figures.clone()),
        Err(gap) => Err(gap.clone()),
    }
}

/// What was asked for, or everything that was told, in the order in which it was told first.
fn quantities<'a>(
    wanted: &[Quantity],
    told: impl IntoIterator<Item = &'a [Told; 2]>,
) -> Vec<Quantity> {
    let mut found = wanted.to_vec();
    if wanted.is_empty() {
        for figure in told.into_iter().flatten().flatten().flatten() {
            if !found.contains(&figure.quantity) {
                found.push(figure.quantity);
            }
        }
    }
    found
}

/// Which side has less of it; `None` where they are equal or one is not told.
fn less(sides: &[Told; 2], quantity: Quantity) -> Option<Side> {
    let [a, b] = sides.each_ref().map(|told| value(told, quantity));
    match a?.total_cmp(&b?) {
        core::cmp::Ordering::Less => Some(Side::A),
        core::cmp::Ordering::Equal => None,
        core::cmp::Ordering::Greater => Some(Side::B),
    }
}
