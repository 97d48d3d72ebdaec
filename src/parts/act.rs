//! What the Lab's own components ask for, where they are shown by the program of parts: what only
//! the page can do becomes a wish.

use yew::Callback;

use crate::app::Action;
use crate::app::part::{Turn, Wish};
use crate::web::parts;

fn wish_of(action: &Action) -> Option<Wish> {
    Some(match *action {
        Action::Set { side, parameter, ref value } => {
            Wish::Set { side, parameter, value: value.clone() }
        }
        Action::Drag { side, parameter, ref value } => {
            Wish::Drag { side, parameter, value: value.clone() }
        }
        Action::EndGesture => Wish::EndGesture,
        Action::OpenDialog(dialog) => Wish::Show(dialog),
        Action::Select(selection) => Wish::Select(selection),
        Action::TogglePlay => Wish::Clock(Turn::TogglePlay),
        Action::Seek(time) => Wish::Clock(Turn::Seek(time)),
        Action::StepForward => Wish::Clock(Turn::StepForward),
        Action::StepBack => Wish::Clock(Turn::StepBack),
        Action::ToBeginning => Wish::Clock(Turn::ToBeginning),
        Action::ToEnd => Wish::Clock(Turn::ToEnd),
        Action::SetSpeed(speed) => Wish::Clock(Turn::SetSpeed(speed)),
        _ => return None,
    })
}

/// Sends an action to the page.
pub fn act() -> Callback<Action> {
    Callback::from(|action| {
        if let Some(wish) = wish_of(&action) {
            parts::wish(&wish);
        }
    })
}
