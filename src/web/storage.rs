//! What is kept for the next visit: guarded, for storage may be full or forbidden.

use gloo::utils::window;
use web_sys::Storage;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser's room is used up.
    Full,
    /// The browser does not allow it.
    Forbidden,
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under a name.
#[must_use]
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&format!("strata.{name}")).ok()?
}

/// Keeps a text under a name.
///
/// # Errors
/// Why the browser did not keep it.
pub fn keep(name: &str, text: &str) -> Result<(), Refusal> {
    let storage = storage().ok_or(Refusal::Forbidden)?;
    storage.set_item(&format!("strata.{name}"), text).map_err(|_| Refusal::Full)
}
