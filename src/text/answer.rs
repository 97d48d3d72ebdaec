//! Words for answers: quantities, mechanisms, and numbers with their units.

use super::{Locale, limit, number, pick};
use crate::app::QUESTIONS;
use crate::experiment::answer::{Dimension, Mechanism, Quantity};
use crate::units::{Bytes, Span};

pub mod compatibility;
pub mod elasticity;
pub mod incident;
pub mod maintenance;
pub mod mobility;
pub mod pressure;
pub mod start;
pub mod throughput;
pub mod told;

/// Name of a quantity, as over a column or an axis.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    match quantity {
        Quantity::Start(of) => start::quantity(of, locale),
        // A program that answers no other question has no words for one.
        _ if !QUESTIONS => "",
        Quantity::Throughput(of) => throughput::quantity(of, locale),
        Quantity::Pressure(of) => pressure::quantity(of, locale),
        Quantity::Elasticity(of) => elasticity::quantity(of, locale),
        Quantity::Mobility(of) => mobility::quantity(of, locale),
        Quantity::Maintenance(of) => maintenance::quantity(of, locale),
        Quantity::Incident(of) => incident::quantity(of, locale),
        Quantity::Compatibility(of) => compatibility::quantity(of, locale),
    }
}

/// Why something comes out as it does.
#[must_use]
pub fn mechanism(mechanism: Mechanism, locale: Locale) -> String {
    match mechanism {
        Mechanism::Start(of) => start::mechanism(of, locale),
        _ if !QUESTIONS => String::new(),
        Mechanism::Throughput(of) => throughput::mechanism(of, locale).to_owned(),
        Mechanism::Pressure(of) => pressure::mechanism(of, locale).to_owned(),
        Mechanism::Elasticity(of) => elasticity::mechanism(of, locale).to_owned(),
        Mechanism::Mobility(of) => mobility::mechanism(of, locale).to_owned(),
        Mechanism::Maintenance(of) => maintenance::mechanism(of, locale).to_owned(),
        Mechanism::Incident(of) => incident::mechanism(of, locale).to_owned(),
        Mechanism::Compatibility(of) => compatibility::mechanism(of, locale).to_owned(),
    }
}

/// A number with its unit, as people read it.
#[must_use]
pub fn value(value: f64, dimension: Dimension, locale: Locale) -> String {
    match dimension {
        Dimension::Time => number::span(Span::from_seconds(value), locale),
        Dimension::Memory => number::bytes(Bytes::from_f64(value), locale),
        Dimension::Rate => format!("{}/s", number::significant(value, 3)),
        Dimension::Bandwidth => {
            format!("{}/s", number::decimal_bytes(Bytes::from_f64(value), locale))
        }
        Dimension::Share => number::percent(value, locale),
        Dimension::Factor => format!("{}×", number::significant(value, 3)),
        Dimension::Count => number::significant(value, 4),
        Dimension::Cores => {
            let cores = number::significant(value, 3);
            pick(locale, "{} cores", "코어 {}개").replace("{}", &cores)
        }
        Dimension::InstanceHours => {
            let hours = number::significant(value, 3);
            pick(locale, "{} instance-hours", "{} 인스턴스·시간").replace("{}", &hours)
        }
        Dimension::Truth if value > 0.0 => pick(locale, "yes", "예").to_owned(),
        Dimension::Truth => pick(locale, "no", "아니요").to_owned(),
    }
}
