//! What is shown, to take away: its link, its picture, its numbers; and what was kept, to open.

mod kept;
mod open;
pub mod passed;
pub mod picture;

use yew::prelude::*;

use self::kept::Kept;
use self::open::Open;
use self::passed::PassOn;
use self::picture::Pictures;
use super::Frame;
use crate::app::part::{Brief, Dialog, Wish};
use crate::app::work::Study;
use crate::parts::desk::Desk;
use crate::parts::take::TakeAway;
use crate::scenario::link;
use crate::text::take::Word;
use crate::web::parts;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TakeAwayDialogProps {
    /// What is shown.
    pub brief: Brief,
    /// Where files are asked for.
    pub desk: Desk,
    /// Told that the page goes to paper.
    pub sheet: Callback<()>,
}

/// The dialog.
#[component]
pub fn TakeAwayDialog(props: &TakeAwayDialogProps) -> Html {
    let TakeAwayDialogProps { brief, desk, .. } = props;
    let locale = brief.locale;
    let link = link::encode(&brief.scenario);
    let study = (!brief.blocked).then(|| Study::Compared { link: link.clone() });
    let section = |title: Word, body: Html| {
        html! {
            <section class="take-section">
                <h3>{ title.say(locale) }</h3>
                { body }
            </section>
        }
    };
    let embed = Callback::from(|_: MouseEvent| parts::wish(&Wish::Show(Dialog::Embed)));
    html! {
        <Frame title={Word::Title.say(locale)} wide=true {locale}>
            <div class="take-sections">
                { section(Word::PassOn, html! {
                    <PassOn scenario={brief.scenario.clone()} {locale} />
                }) }
                { section(Word::Kept, html! { <Kept link={link.clone()} {locale} /> }) }
                { section(Word::OpenOne, html! { <Open {locale} /> }) }
                { section(Word::Picture, html! {
                    <Pictures brief={brief.clone()} sheet={props.sheet.clone()} />
                }) }
                { section(Word::Numbers, html! {
                    <TakeAway desk={desk.clone()} {study} trace={brief.scenario.mode.is_start()}
                        {locale} />
                }) }
                { section(Word::InPage, html! {
                    <div class="take-buttons">
                        <button type="button" onclick={embed}>{ Word::Embed.say(locale) }</button>
                    </div>
                }) }
            </div>
        </Frame>
    }
}
