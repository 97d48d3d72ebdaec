//! A place to paste a measurement, and what it says beside the model.

use yew::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::catalog::Unit;
use crate::catalog::published::{Claimed, disagreements};
use crate::scenario::measurement::{Measurement, Reading, Subject, read};
use crate::scenario::why::explain;
use crate::scenario::{Scenario, Side};
use crate::text::why::{Word, measurement as words};
use crate::text::{Locale, answer};
use crate::units::Time;
use crate::view::framed::{framed, heads};

/// What the place needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MeasureProps {
    /// What is asked for.
    pub scenario: Scenario,
    /// Which machine it is held against.
    pub side: Side,
    /// Language.
    pub locale: Locale,
}

/// The field, and what was understood of what is in it.
#[component]
pub fn Measure(props: &MeasureProps) -> Html {
    let MeasureProps { scenario, side, locale } = props;
    let locale = *locale;
    let text = use_state_eq(String::new);
    let typed = {
        let setter = text.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
            setter.set(field.map_or_else(String::new, |field| field.value()));
        })
    };
    let told = if text.trim().is_empty() {
        Html::default()
    } else {
        match read(&text) {
            Ok(measurement) => table(scenario, *side, &measurement, locale),
            Err(problem) => html! {
                <p class="why-problem">{ words::problem(&problem, locale) }</p>
            },
        }
    };
    html! {
        <section class="why-section">
            <h3>{ Word::Measure.say(locale) }</h3>
            <label for="why-paste">{ Word::Paste.say(locale) }</label>
            <textarea id="why-paste" rows="4" spellcheck="false" autocomplete="off" oninput={typed}
                aria-describedby="why-stays" />
            <p id="why-stays" class="hint">{ Word::PasteStays.say(locale) }</p>
            <div role="status">{ told }</div>
        </section>
    }
}

fn table(scenario: &Scenario, side: Side, of: &Measurement, locale: Locale) -> Html {
    let labels = [Word::Measured, Word::Amount, Word::Model, Word::Difference];
    let assumed = of.assumed.map(|unit| words::assumed(unit, locale));
    let rows = of.readings.iter().enumerate().map(|(at, reading)| {
        let model = reading
            .subject
            .displayed()
            .and_then(|of| explain(scenario, side, of, Time::NEVER))
            .map(|told| told.value);
        row(at, reading, model, locale)
    });
    let table = html! {
        <table class="why-table">
            { heads(&labels.map(|word| word.say(locale))) }
            <tbody>{ for rows }</tbody>
        </table>
    };
    html! {
        <>
            <p class="why-tool">{ words::tool(of.tool) }</p>
            <p class="hint" hidden={assumed.is_none()}>{ assumed.unwrap_or_default() }</p>
            { framed(table, locale) }
        </>
    }
}

fn row(key: usize, of: &Reading, model: Option<f64>, locale: Locale) -> Html {
    let told = model.map(|value| answer::value(value, words::dimension(of.subject), locale));
    let difference = model.map(|value| words::difference(of, value, locale));
    let place =
        published_range(of.subject).map(|range| words::place(of.value, range, of.subject, locale));
    html! {
        <tr {key}>
            <th scope="row">{ words::subject(of.subject, locale) }
                <p class="note">{ of.command.clone().unwrap_or_default() }</p></th>
            <td>{ words::value(of, locale) }
                <p class="note">{ place.unwrap_or_default() }</p></td>
            <td>{ told.unwrap_or_else(|| "–".to_owned()) }</td>
            <td>{ difference.unwrap_or_else(|| "–".to_owned()) }</td>
        </tr>
    }
}

/// The least and the most that was published of what was measured, in seconds or bytes.
fn published_range(of: Subject) -> Option<[f64; 2]> {
    let claimed = match of {
        Subject::Firmware => Claimed::Firmware,
        Subject::Kernel => Claimed::KernelBoot,
        Subject::UserSpace => Claimed::UserSpace,
        Subject::Command => Claimed::ContainerStart,
        Subject::Used => Claimed::GuestMemory,
        _ => return None,
    };
    let group = disagreements().iter().find(|group| group.of == claimed)?;
    let scale = if group.unit == Unit::Mebibytes { 1_048_576.0 } else { 1e-3 };
    let (first, last) = (group.published.first()?, group.published.last()?);
    Some([first.value * scale, last.value * scale])
}
