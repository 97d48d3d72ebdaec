//! The numbers behind a machine: every constant of its catalogue entries, with range and source.

use yew::prelude::*;

use super::subject::Subject;
use crate::catalog::{Constant, constants, reference};
use crate::text::lab::Label;
use crate::text::{Locale, evidence};

/// The constants of this machine's host, platform, guest and application, and the prices that
/// belong to none of them; under each group's name.
pub fn sources_table(subject: &Subject, locale: Locale) -> Html {
    let machine = &subject.machine;
    let guest = machine.guest.as_ref().map(|guest| (format!("guest.{}.", guest.id), guest.name));
    let groups = [
        (format!("platform.{}.", machine.platform.id), machine.platform.name),
        (format!("image.{}.", machine.image.id), machine.image.name),
        (format!("host.{}.", machine.host.id), machine.host.name),
        ("price.".to_owned(), Label::Prices.say(locale)),
    ];
    let all = constants();
    let heads = [Label::Constant, Label::Value, Label::Range, Label::Source, Label::Standing];
    html! {
        <div class="table-frame" tabindex="0" role="group"
            aria-label={Label::AsTable.say(locale)}>
            <table class="sources">
                <thead><tr>
                    { for heads.into_iter().map(|label| html! {
                        <th key={label as usize} scope="col">{ label.say(locale) }</th>
                    }) }
                </tr></thead>
                { for guest.into_iter().chain(groups).map(|(prefix, name)| {
                    group(&all, &prefix, name, locale)
                }) }
            </table>
        </div>
    }
}

fn group(all: &[Constant], prefix: &str, name: &str, locale: Locale) -> Html {
    let rows = all.iter().filter_map(|constant| {
        let path = constant.path.strip_prefix(prefix)?;
        Some(row(constant, path, locale))
    });
    html! {
        <tbody key={prefix.to_owned()}>
            <tr><th scope="rowgroup" colspan="5">{ name }</th></tr>
            { for rows }
        </tbody>
    }
}

/// One constant: its value, its range, its source.
pub fn row(constant: &Constant, path: &str, locale: Locale) -> Html {
    let value = constant.value;
    let source = value.source;
    let title = reference(source.reference).map(|reference| reference.title);
    html! {
        <tr key={constant.path.clone()}>
            <th scope="row"><code>{ path }</code>
                <p class="note" lang="en">{ value.note }</p></th>
            <td>{ evidence::typical(value, locale) }</td>
            <td>{ evidence::range(value) }</td>
            <td lang="en">{ title.unwrap_or(source.reference) }{ " " }{ source.row }</td>
            <td>{ evidence::mark(source.standing) }{ " " }
                { evidence::standing(source.standing, locale) }</td>
        </tr>
    }
}
