//! The share link: a scenario as the fragment of an address, readable, versioned, checksummed.
//!
//! `#/lab?v=1&n=200&a.platform=xen-pv&c=5d0f3c2a`: a flat list of what differs from the default,
//! so that a link is short, can be read, and stays the same when a parameter is added. What is
//! left out means the default of version 1, which never changes. The last field is the CRC-32 of
//! all that stands between `?` and it; it is the last field in every version to come, so that a
//! damaged link can be told from one of the future.

use super::field::{format_value, key};
use super::overrides::key_of;
use super::{PARAMETERS, Scenario, Side};

pub use super::field::FieldProblem;

/// The highest version that is read. It is written where machines are held, which the first did not
/// know; every other link is still one of the first.
pub const VERSION: u32 = 2;
/// No link is longer, in bytes.
pub const LENGTH_MOST: usize = 6000;

const ROUTE: &str = "/lab?";
const CHECKSUM: &str = "&c=";

/// Why a link says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// No scenario in it: the default is meant, and nothing is wrong.
    #[error("no scenario")]
    Empty,
    /// The address of something else.
    #[error("not a share link")]
    NotOurs,
    /// Longer than any link that was ever written.
    #[error("a link of {length} bytes, but none has more than {LENGTH_MOST}")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// The end is missing.
    #[error("the link was cut off")]
    Truncated,
    /// The checksum does not fit.
    #[error("the link was changed on its way")]
    Damaged,
    /// Written by a later version of the program.
    #[error("a link of version {found}, but this program reads {known}")]
    FutureVersion {
        /// The version that it says.
        found: u32,
        /// The highest that is read.
        known: u32,
    },
}

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The scenario; it may have problems of its own, as if it had been typed.
    pub scenario: Scenario,
    /// Fields that were not understood.
    pub problems: Vec<FieldProblem>,
}

/// The fragment of the address that leads to a scenario, with its `#`.
#[must_use]
pub fn encode(scenario: &Scenario) -> String {
    let held = Side::HELD.into_iter().any(|side| scenario.is_held(side));
    let mut fields = vec![format!("v={}", if held { VERSION } else { 1 })];
    for row in PARAMETERS {
        for &side in row.sides() {
            if !row.is_default(scenario, side)
                && let Some(value) = (row.chosen)(scenario, side)
            {
                fields.push(format!("{}={}", key(row, side), format_value(&value)));
            }
        }
    }
    let constants = scenario.overrides.iter();
    fields.extend(constants.map(|of| format!("{}={}", key_of(&of.path), of.value)));
    let held = scenario.held_fields(|row, said| !row.is_default(said, Side::A));
    fields.extend(held.iter().map(|(key, value)| format!("{key}={}", format_value(value))));
    let fields = fields.join("&");
    let checksum = crc32(fields.as_bytes());
    format!("#{ROUTE}{fields}{CHECKSUM}{checksum:08x}")
}

/// Reads the fragment of an address, with or without its `#`.
///
/// # Errors
/// If it holds no scenario that can be relied on. Nothing of a damaged link is used.
pub fn decode(fragment: &str) -> Result<Decoded, LinkError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    if matches!(text, "" | "/" | "/lab" | "/lab?") {
        return Err(LinkError::Empty);
    }
    let fields = text.strip_prefix(ROUTE).ok_or(LinkError::NotOurs)?;
    if fragment.len() > LENGTH_MOST {
        return Err(LinkError::TooLong { length: fragment.len() });
    }
    let (fields, checksum) = fields.rsplit_once(CHECKSUM).ok_or(LinkError::Truncated)?;
    if checksum.len() < 8 {
        return Err(LinkError::Truncated);
    }
    if format!("{:08x}", crc32(fields.as_bytes())) != checksum {
        return Err(LinkError::Damaged);
    }
    let (version, rest) = fields.split_once('&').unwrap_or((fields, ""));
    let found = version.strip_prefix("v=").and_then(|digits| digits.parse::<u32>().ok());
    match found {
        Some(1..=VERSION) => Ok(decode_fields(rest)),
        Some(found @ 3..) => Err(LinkError::FutureVersion { found, known: VERSION }),
        Some(0) | None => Err(LinkError::NotOurs),
    }
}

/// The CRC-32 that every other tool computes (polynomial 0x04C11DB7, reflected), bit by bit: a link
/// is short, and the tables of a quick one weigh 16 KiB that no compression makes smaller.
fn crc32(bytes: &[u8]) -> u32 {
    let rest = bytes.iter().fold(u32::MAX, |rest, &byte| {
        (0..8).fold(rest ^ u32::from(byte), |rest, _| {
            (rest >> 1) ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    });
    !rest
}

fn decode_fields(fields: &str) -> Decoded {
    let mut scenario = Scenario::default();
    let mut problems = Vec::new();
    for field in fields.split('&').filter(|field| !field.is_empty()) {
        let (key, value) = field.split_once('=').unwrap_or((field, ""));
        problems.extend(scenario.set_field(key, value).err());
    }
    Decoded { scenario, problems }
}
