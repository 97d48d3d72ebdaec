//! What is shown, to take away: its link and its files.

use yew::prelude::*;

use super::Frame;
use crate::app::part::Brief;
use crate::app::work::Study;
use crate::parts::desk::Desk;
use crate::parts::take::TakeAway;
use crate::scenario::link;
use crate::text::work::Word;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TakeAwayDialogProps {
    /// What is shown.
    pub brief: Brief,
    /// Where files are asked for.
    pub desk: Desk,
}

/// The dialog.
#[component]
pub fn TakeAwayDialog(props: &TakeAwayDialogProps) -> Html {
    let TakeAwayDialogProps { brief, desk } = props;
    let locale = brief.locale;
    let link = link::encode(&brief.scenario);
    let study = (!brief.blocked).then_some(Study::Compared { link });
    html! {
        <Frame title={Word::TakeAway.say(locale)} {locale}>
            <TakeAway desk={desk.clone()} {study} trace={brief.scenario.mode.is_start()} {locale} />
        </Frame>
    }
}
