//! What the Lab shows as a picture: an SVG, a PNG, or on paper.

use js_sys::Uint8Array;
use yew::prelude::*;

use crate::app::part::{Brief, Wish};
use crate::catalog::{constants, reference};
use crate::scenario::{Scenario, link, typed};
use crate::text::Locale;
use crate::text::take::{Word, made_with};
use crate::web::picture::{Caption, Picture, picture};
use crate::web::{file, location, parts};

/// What the group needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PicturesProps {
    /// What is shown.
    pub brief: Brief,
    /// Told that the page goes to paper.
    pub sheet: Callback<()>,
}

/// Buttons for the forms of a picture, and for paper.
#[component]
pub fn Pictures(props: &PicturesProps) -> Html {
    let brief = props.brief.clone();
    let locale = brief.locale;
    let said = use_state_eq(String::new);
    let save = |png: bool| {
        let (brief, setter) = (brief.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (brief, setter) = (brief.clone(), setter.clone());
            yew::platform::spawn_local(async move {
                let name = taken(&brief, png).await;
                setter.set(name.map_or_else(
                    || Word::NoPicture.say(locale).to_owned(),
                    |name| crate::text::work::saved(&name, locale),
                ));
            });
        })
    };
    let print = {
        let sheet = props.sheet.clone();
        Callback::from(move |_: MouseEvent| {
            sheet.emit(());
            parts::wish(&Wish::Close);
        })
    };
    html! {
        <div class="pictures">
            <p class="soft">{ Word::PictureOf.say(locale) }</p>
            <div class="take-buttons">
                <button type="button" onclick={save(false)}>{ "SVG" }</button>
                <button type="button" onclick={save(true)}>{ "PNG" }</button>
                <button type="button" onclick={print}>{ Word::Print.say(locale) }</button>
            </div>
            <p class="take-status" role="status">{ (*said).clone() }</p>
        </div>
    }
}

/// Makes and saves the picture, and gives the name of its file.
async fn taken(brief: &Brief, png: bool) -> Option<String> {
    let picture = drawn(brief)?;
    let link = link::encode(&brief.scenario);
    let digest = link.rsplit_once('=').map_or("", |(_, digest)| digest);
    let (bytes, end) = if png {
        (picture.png().await?, "png")
    } else {
        (Uint8Array::from(picture.svg.as_bytes()), "svg")
    };
    let name = format!("strata-{digest}.{end}");
    file::save(&name, &bytes)?;
    Some(name)
}

const TITLE: &str = "#app .headline-words";
const WHY: &str = "#app .headline-why";

fn caption(text: String, size: f64, like: &'static str) -> Caption {
    Caption { text, size, like }
}

fn drawn(brief: &Brief) -> Option<Picture> {
    let text = |selector: &str| {
        let found = gloo::utils::document().query_selector(selector).ok().flatten();
        found.and_then(|found| found.text_content()).unwrap_or_default()
    };
    let above = [caption(text(TITLE), 22.0, TITLE), caption(text(WHY), 14.0, WHY)];
    let link = location::address(&link::encode(&brief.scenario));
    let version = env!("CARGO_PKG_VERSION");
    let below = [
        caption(made_with(version, brief.scenario.seed, brief.locale), 12.0, WHY),
        caption(link.clone(), 12.0, WHY),
    ];
    picture(&above, &below, &metadata(brief, &link))
}

/// What a program may want to know of a picture, as JSON.
fn metadata(brief: &Brief, link: &str) -> String {
    serde_json::json!({
        "program": "Strata",
        "version": env!("CARGO_PKG_VERSION"),
        "seed": brief.scenario.seed,
        "link": link,
        "code": typed::code(&brief.scenario),
        "at-seconds": brief.at.as_seconds(),
        "language": Locale::tag(brief.locale),
        "sources": sources(&brief.scenario),
    })
    .to_string()
}

/// The titles of everything that the constants of both machines were taken from.
pub fn sources(scenario: &Scenario) -> Vec<&'static str> {
    let mut sources: Vec<&'static str> = Vec::new();
    let all = constants();
    for side in scenario.machines() {
        let Ok(machine) = scenario.machine(side) else { continue };
        let guest = machine.guest.as_ref().map_or("", |guest| guest.id);
        let owners = [
            format!("platform.{}.", machine.platform.id),
            format!("image.{}.", machine.image.id),
            format!("host.{}.", machine.host.id),
            format!("guest.{guest}."),
        ];
        let used = all.iter().filter(|one| owners.iter().any(|owner| one.path.starts_with(owner)));
        for constant in used {
            let key = constant.value.source.reference;
            let title = reference(key).map_or(key, |reference| reference.title);
            if !sources.contains(&title) {
                sources.push(title);
            }
        }
    }
    sources
}
