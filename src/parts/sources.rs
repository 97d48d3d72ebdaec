//! Numbers from the world: constants of the catalogue, with range and source.
//!
//! Their notes are a file beside the page, fetched when a table is opened: they are as long as all
//! other words together.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::{Constant, constants, reference};
use crate::model::Machine;
use crate::text::lab::Label;
use crate::text::{Locale, evidence};
use crate::view::framed::{framed, heads};
use crate::web::page::fetch_text;

/// What a table of constants needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SourcesProps {
    /// The machine whose constants are shown; all constants without one.
    #[prop_or_default]
    pub machine: Option<Rc<Machine>>,
    /// Language.
    pub locale: Locale,
}

/// The constants of a machine's host, platform, guest and application, and the prices that belong
/// to none of them, under each group's name; or all constants.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let locale = props.locale;
    let notes = use_state_eq(String::new);
    let setter = notes.setter();
    use_effect_with((), move |()| {
        let told = Callback::from(move |text: Option<String>| {
            setter.set(text.unwrap_or_default());
        });
        fetch_text("./notes.txt", told);
    });
    let all = constants();
    let labels = [Label::Constant, Label::Value, Label::Range, Label::Source, Label::Standing];
    let table = html! {
        <table class="sources">
            { heads(&labels.map(|label| label.say(locale))) }
            { match &props.machine {
                Some(machine) => groups(&all, machine, &notes, locale),
                None => html! {
                    <tbody>
                        { for all.iter().map(|one| row(one, &one.path, &notes, locale)) }
                    </tbody>
                },
            } }
        </table>
    };
    framed(table, locale)
}

fn groups(all: &[Constant], machine: &Machine, notes: &str, locale: Locale) -> Html {
    let guest = machine.guest.as_ref().map(|guest| (format!("guest.{}.", guest.id), guest.name));
    let groups = [
        (format!("platform.{}.", machine.platform.id), machine.platform.name),
        (format!("image.{}.", machine.image.id), machine.image.name),
        (format!("host.{}.", machine.host.id), machine.host.name),
        ("price.".to_owned(), Label::Prices.say(locale)),
    ];
    let group = |(prefix, name): (String, &'static str)| {
        let rows = all.iter().filter_map(|constant| {
            let path = constant.path.strip_prefix(&prefix)?;
            Some(row(constant, path, notes, locale))
        });
        html! {
            <tbody key={prefix.clone()}>
                <tr><th scope="rowgroup" colspan="5">{ name }</th></tr>
                { for rows }
            </tbody>
        }
    };
    html! { <>{ for guest.into_iter().chain(groups).map(group) }</> }
}

/// The note of one constant: a line of its path, a tab and the note.
fn note<'a>(notes: &'a str, path: &str) -> &'a str {
    let of = |line: &'a str| line.strip_prefix(path)?.strip_prefix('\t');
    notes.lines().find_map(of).unwrap_or_default()
}

/// One constant: its value, its range, its source.
fn row(constant: &Constant, path: &str, notes: &str, locale: Locale) -> Html {
    let value = &constant.value;
    let source = value.source;
    let title = reference(source.reference).map(|reference| reference.title);
    html! {
        <tr key={constant.path.clone()}>
            <th scope="row"><code>{ path }</code>
                <p class="note" lang="en">{ note(notes, &constant.path).to_owned() }</p></th>
            <td>{ evidence::typical(value, locale) }</td>
            <td>{ evidence::range(value) }</td>
            <td lang="en">{ title.unwrap_or(source.reference) }{ " " }{ source.row }</td>
            <td>{ evidence::mark(source.standing) }{ " " }
                { evidence::standing(source.standing, locale) }</td>
        </tr>
    }
}
