//! The job file as it is written: fields, their ranges, and messages for whoever wrote it.
//!
//! Each element of a list is checked as soon as it is read, so that the raw fields of a million
//! jobs never stand in memory together. Names stay slices of the text.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use strata::engine::Demand;
use strata::units::{Span, Time};

use super::file::Contention;

/// The largest real number of the file, and one over the smallest: the engine multiplies a few of
/// them and must not overflow.
const EXTENT: f64 = 1e60;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile<'a> {
    #[serde(borrow)]
    resources: List<Resource<'a>>,
    #[serde(borrow)]
    jobs: List<Job<'a>>,
}

/// The whole file, checked but for the names that steps use.
pub struct Parsed<'a> {
    pub resources: Vec<Resource<'a>>,
    pub jobs: Vec<Job<'a>>,
}

/// A resource and its name.
pub struct Resource<'a> {
    pub name: Cow<'a, str>,
    pub contention: Contention,
}

/// A job whose steps name resources.
pub struct Job<'a> {
    pub arrives: Time,
    pub steps: Vec<Action<'a>>,
}

/// What a step does, to a resource of this name.
pub enum Action<'a> {
    Delay(Span),
    Use(Cow<'a, str>, Demand),
    Hold(Cow<'a, str>, Span),
}

/// Reads the text.
///
/// # Errors
/// A line that says where the text is wrong, and what is wrong.
pub fn parse(text: &[u8]) -> Result<Parsed<'_>, String> {
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err("the file is empty; give an object with resources and jobs".into());
    }
    match serde_json::from_slice::<Object<RawFile<'_>>>(text) {
        Ok(Object(file)) => Ok(Parsed { resources: file.resources.0, jobs: file.jobs.0 }),
        Err(fault) => Err(fault.to_string().trim_start_matches('.').into()),
    }
}

/// An element of a list, made of raw fields.
trait Element<'de>: Sized {
    /// The name of the list in the file.
    const LIST: &'static str;
    type Raw: Deserialize<'de>;
    /// Checks the fields. A fault begins with the field, after a dot, or with a colon.
    fn check(raw: Self::Raw) -> Result<Self, String>;
}

/// A list that says in which element a fault is.
struct List<T>(Vec<T>);

impl<'de, T: Element<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Element<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a list of {}", T::LIST)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<T>, A::Error> {
        let mut elements = Vec::new();
        let place = |index: usize, fault: String| {
            let joint = if fault.starts_with(['.', ':']) { "" } else { ": " };
            A::Error::custom(format!(".{}[{index}]{joint}{fault}", T::LIST))
        };
        loop {
            let index = elements.len();
            match list.next_element::<Object<T::Raw>>() {
                Ok(Some(Object(raw))) => {
                    elements.push(T::check(raw).map_err(|fault| place(index, fault))?);
                }
                Ok(None) => return Ok(List(elements)),
                Err(fault) => return Err(place(index, fault.to_string())),
            }
        }
    }
}

/// Fields by name: where this is wanted, a list of values in the order of the fields would do for
/// serde, and is a fault of the file for us.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Object<T>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Object)
    }
}

/// A text of the file, borrowed unless it has escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// For fields that may be left out but, if given, must not be null.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(source: D) -> Result<Option<T>, D::Error> {
    T::deserialize(source).map(Some)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawResource<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(default, deserialize_with = "given")]
    capacity_per_s: Option<f64>,
}

impl<'a, 'de: 'a> Element<'de> for Resource<'a> {
    const LIST: &'static str = "resources";
    type Raw = RawResource<'a>;

    fn check(raw: RawResource<'a>) -> Result<Self, String> {
        let contention = match (raw.kind.as_ref(), raw.capacity_per_s) {
            ("fair", Some(capacity)) => {
                Contention::Fair { capacity: positive(".capacity_per_s", capacity)? }
            }
            ("fair", None) => {
                return Err(".capacity_per_s: is missing; a fair resource has one".into());
            }
            ("fifo", None) => Contention::Fifo,
            ("fifo", Some(_)) => {
                return Err(".capacity_per_s: a fifo resource has none; leave it out".into());
            }
            (kind, _) => {
                return Err(format!(".kind: {kind:?} is unknown; give \"fair\" or \"fifo\""));
            }
        };
        Ok(Self { name: raw.name, contention })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawJob<'a> {
    arrives_s: f64,
    #[serde(borrow)]
    steps: List<Action<'a>>,
}

impl<'a, 'de: 'a> Element<'de> for Job<'a> {
    const LIST: &'static str = "jobs";
    type Raw = RawJob<'a>;

    fn check(raw: RawJob<'a>) -> Result<Self, String> {
        let arrives = Time::ZERO + span(".arrives_s", raw.arrives_s)?;
        Ok(Self { arrives, steps: raw.steps.0 })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep<'a> {
    #[serde(default, deserialize_with = "given")]
    delay_s: Option<f64>,
    #[serde(borrow, default, deserialize_with = "given", rename = "use")]
    uses: Option<Name<'a>>,
    #[serde(default, deserialize_with = "given")]
    amount: Option<f64>,
    #[serde(default, deserialize_with = "given")]
    cap_per_s: Option<f64>,
    #[serde(default, deserialize_with = "given")]
    weight: Option<f64>,
    #[serde(borrow, default, deserialize_with = "given")]
    hold: Option<Name<'a>>,
    #[serde(default, deserialize_with = "given")]
    for_s: Option<f64>,
}

impl<'a, 'de: 'a> Element<'de> for Action<'a> {
    const LIST: &'static str = "steps";
    type Raw = RawStep<'a>;

    fn check(raw: RawStep<'a>) -> Result<Self, String> {
        let extra = [
            ("amount", raw.amount, raw.uses.is_some()),
            ("cap_per_s", raw.cap_per_s, raw.uses.is_some()),
            ("weight", raw.weight, raw.uses.is_some()),
            ("for_s", raw.for_s, raw.hold.is_some()),
        ];
        let action = match (raw.delay_s, raw.uses, raw.hold) {
            (Some(delay), None, None) => Self::Delay(span(".delay_s", delay)?),
            (None, Some(Name(name)), None) => {
                let missing = ".amount: is missing; use needs one";
                let demand = Demand {
                    amount: amount(raw.amount.ok_or(missing)?)?,
                    cap: raw
                        .cap_per_s
                        .map_or(Ok(f64::INFINITY), |cap| positive(".cap_per_s", cap))?,
                    weight: raw.weight.map_or(Ok(1.0), |weight| positive(".weight", weight))?,
                };
                Self::Use(name, demand)
            }
            (None, None, Some(Name(name))) => {
                let length = raw.for_s.ok_or(".for_s: is missing; hold needs one")?;
                Self::Hold(name, span(".for_s", length)?)
            }
            (None, None, None) => {
                return Err(": does nothing; give one of delay_s, use and hold".into());
            }
            _ => return Err(": does several things; give one of delay_s, use and hold".into()),
        };
        match extra.into_iter().find(|(_, value, belongs)| value.is_some() && !belongs) {
            Some((field, ..)) => Err(format!(".{field}: does not belong to this kind of step")),
            None => Ok(action),
        }
    }
}

fn positive(field: &str, value: f64) -> Result<f64, String> {
    if value <= 0.0 {
        Err(format!("{field}: {value} is not positive; give more than zero"))
    } else if (1.0 / EXTENT..=EXTENT).contains(&value) {
        Ok(value)
    } else {
        Err(format!("{field}: {value:e} is out of range; give 1e-60 to 1e60"))
    }
}

fn not_negative(field: &str, value: f64) -> Result<f64, String> {
    if value < 0.0 {
        Err(format!("{field}: {value} is negative; give zero or more"))
    } else {
        Ok(value)
    }
}

fn amount(value: f64) -> Result<f64, String> {
    let value = not_negative(".amount", value)?;
    if value > EXTENT {
        return Err(format!(".amount: {value:e} is out of range; give at most 1e60"));
    }
    Ok(value)
}

fn span(field: &str, seconds: f64) -> Result<Span, String> {
    let span = Span::from_seconds(not_negative(field, seconds)?);
    if span.0 == u64::MAX {
        let most = u64::MAX / 1_000_000_000_000;
        return Err(format!("{field}: {seconds:e} s is beyond the clock; give at most {most}"));
    }
    Ok(span)
}
