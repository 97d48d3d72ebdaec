//! Published figures that disagree: on one line by size, with their conditions, each to be taken
//! over where it is a value for a constant.

use yew::prelude::*;

use crate::app::part::Wish;
use crate::catalog::published::{Claimed, Disagreement, Published, disagreements};
use crate::catalog::{Phase, Unit, reference};
use crate::experiment::explain::Displayed;
use crate::model::Owner;
use crate::scenario::why::Influence;
use crate::scenario::{Amount, Scenario};
use crate::text::why::{Word, published as words};
use crate::text::{Locale, evidence, number};
use crate::view::framed::{framed, heads};
use crate::web::parts;

/// Whether a group is about a number, or about one of the constants behind it.
fn concerns(of: &Disagreement, number: Displayed, found: &[Influence]) -> bool {
    let adopts = |path: &str| {
        of.published.iter().any(|one| one.adopts.is_some_and(|(adopted, _)| adopted == path))
    };
    let direct = match number {
        Displayed::Phase(_, Phase::Firmware) => of.of == Claimed::Firmware,
        Displayed::Phase(_, Phase::Kernel) => of.of == Claimed::KernelBoot,
        Displayed::Phase(_, Phase::Init) => of.of == Claimed::UserSpace,
        Displayed::Held(Owner::Vmm) | Displayed::HeldEach(Owner::Vmm) => {
            matches!(of.of, Claimed::VmmMemory | Claimed::ContainerMemory)
        }
        _ => false,
    };
    direct || found.iter().any(|influence| adopts(&influence.constant.path))
}

/// The groups that are about a number; nothing where there are none.
pub fn published(scenario: &Scenario, of: Displayed, found: &[Influence], locale: Locale) -> Html {
    let groups: Vec<&Disagreement> =
        disagreements().iter().filter(|group| concerns(group, of, found)).collect();
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section class="why-section">
            <h3>{ Word::Published.say(locale) }</h3>
            { for groups.into_iter().map(|group| self::group(scenario, group, locale)) }
        </section>
    }
}

fn group(scenario: &Scenario, group: &Disagreement, locale: Locale) -> Html {
    let words = [Word::Value, Word::Conditions, Word::Adopt];
    let table = html! {
        <table class="why-table">
            { heads(&words.map(|word| word.say(locale))) }
            <tbody>{ for group.published.iter().enumerate().map(|(at, of)| {
                row(scenario, at, of, group.unit, locale)
            }) }</tbody>
        </table>
    };
    html! {
        <div class="why-published" key={group.of as usize}>
            <h4>{ words::claimed(group.of, locale) }</h4>
            <p>{ words::reason(group.of, locale) }</p>
            { plot(group, locale) }
            { framed(table, locale) }
        </div>
    }
}

fn row(scenario: &Scenario, key: usize, of: &Published, unit: Unit, locale: Locale) -> Html {
    let title = reference(of.source.reference).map_or(of.source.reference, |found| found.title);
    let adopt = of.adopts.map(|(path, value)| {
        let used = scenario.overridden(path).is_some_and(|said| said.to_bits() == value.to_bits());
        let take = Callback::from(move |_: MouseEvent| {
            let (path, value) = (path.to_owned(), Some(Amount(value)));
            parts::wish(&Wish::SetConstant { path, value });
        });
        let told = number::significant(of.value, 3);
        html! {
            <>
                <button type="button" onclick={take} aria-pressed={used.to_string()}
                    aria-label={format!("{} {told} ({path})", Word::Adopt.say(locale))}>
                    { if used { Word::Adopted.say(locale) } else { Word::Adopt.say(locale) } }
                </button>
                <p class="note"><code>{ path }</code></p>
            </>
        }
    });
    html! {
        <tr {key}>
            <th scope="row">{ number::significant(of.value, 3) }{ "\u{a0}" }
                { evidence::unit(unit, locale) }</th>
            <td><span lang="en">{ of.conditions }</span>
                <p class="note">
                    { evidence::mark(of.source.standing) }{ " " }
                    { evidence::standing(of.source.standing, locale) }{ " · " }
                    <span lang="en">{ title }{ " " }{ of.source.row }</span>
                </p></td>
            <td>{ adopt.unwrap_or_default() }</td>
        </tr>
    }
}

/// All figures of a group on one logarithmic line.
fn plot(group: &Disagreement, locale: Locale) -> Html {
    let values = group.published.iter().map(|of| of.value);
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(0.0, f64::max);
    let [from, to] = [low, high].map(libm::log10);
    let place = |value: f64| {
        let part = if to > from { (libm::log10(value) - from) / (to - from) } else { 0.5 };
        format!("{:.2}%", 2.0 + part * 96.0)
    };
    let ends = [low, high].map(|end| {
        format!("{} {}", number::significant(end, 3), evidence::unit(group.unit, locale))
    });
    html! {
        <div class="why-plot">
            <svg aria-hidden="true" width="100%" height="24">
                <line x1="2%" x2="98%" y1="12" y2="12" />
                { for group.published.iter().enumerate().map(|(at, of)| html! {
                    <circle key={at} cx={place(of.value)} cy="12" r="6"
                        class={classes!(of.adopts.is_some().then_some("adoptable"))} />
                }) }
            </svg>
            <p class="why-ends" aria-hidden="true"><span>{ ends[0].clone() }</span>
                <span>{ ends[1].clone() }</span></p>
        </div>
    }
}
