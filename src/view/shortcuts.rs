//! The keys of the page. Keys without a modifier can be switched off, and never act in a field.

use yew::prelude::*;

use super::program::Program;
use crate::app::Action;
use crate::web::keys::{Focus, use_keys};

/// Listens to the keys of the page.
#[hook]
pub fn use_shortcuts(program: &Program, help: Callback<()>) {
    let (act, single) = (program.act.clone(), program.keys);
    // Before a room a full stop blanks the screen, as remotes have it.
    let presenting = program.state.frame.presenting;
    use_keys((single, presenting), move |event, focus| {
        let modified = event.ctrl_key() || event.meta_key();
        let key = event.key();
        if modified && focus != Focus::Field && key.eq_ignore_ascii_case("z") {
            act.emit(if event.shift_key() { Action::Redo } else { Action::Undo });
            return true;
        }
        if modified || event.alt_key() || !single || focus == Focus::Field {
            return false;
        }
        let action = match key.as_str() {
            "?" => {
                help.emit(());
                return true;
            }
            " " if focus == Focus::Page => Action::TogglePlay,
            "." if !presenting => Action::TogglePlay,
            "ArrowLeft" => Action::StepBack,
            "ArrowRight" => Action::StepForward,
            "Home" if focus == Focus::Page => Action::ToBeginning,
            "End" if focus == Focus::Page => Action::ToEnd,
            _ => return false,
        };
        act.emit(action);
        true
    });
}
