//! A sweep over two settings as a map: a cell for each pair of values, read with the pointer or the
//! arrow keys, and opened in the Lab with a click or Enter.
//!
//! One element has the focus and the cells have none: thousands of stops would keep a keyboard from
//! passing. What the cell under the cursor says stands below the map and is told.

mod drawing;
mod legend;
mod table;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use self::drawing::{Layout, Mapped};
use crate::experiment::answer::Quantity;
use crate::parts::desk::{Look, Looking};
use crate::parts::settings::segments;
use crate::scenario::study::Swept;
use crate::scenario::{Scenario, Side, link};
use crate::text::lab::Label;
use crate::text::map::{self as text, Word};
use crate::text::{Locale, name};
use crate::view::fold::Fold;
use crate::web::location;
use crate::web::size::use_room;

/// What the map needs.
#[derive(Clone, Properties)]
pub struct MapProps {
    /// What was found by now.
    pub swept: Rc<Swept>,
    /// What is looked at.
    pub quantity: Quantity,
    /// How it is looked at.
    pub look: Looking,
    /// Language.
    pub locale: Locale,
}

impl PartialEq for MapProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.swept, &other.swept)
            && self.quantity == other.quantity
            && *self.look == *other.look
            && self.locale == other.locale
    }
}

/// The map.
#[component]
pub fn MapView(props: &MapProps) -> Html {
    let MapProps { swept, quantity, look, locale } = props;
    let (quantity, locale) = (*quantity, *locale);
    let ruler = use_node_ref();
    let room = use_room(ruler.clone(), ());
    let mapped = {
        let swept = Rc::clone(swept);
        // What was mapped is kept until there is something else, so its address tells it apart.
        let key = (Rc::as_ptr(&swept), quantity, look.of, locale);
        use_memo(key, move |&(_, quantity, of, locale)| Mapped::new(swept, quantity, of, locale))
    };
    let layout = Layout::new(&mapped, room.width.max(200.0), room.rem);
    let map = &mapped.map;
    let cell = (look.cell.0.min(map.rows - 1), look.cell.1.min(map.columns - 1));
    let title = text::title(swept, quantity, locale);
    let findings = map.findings(swept, quantity);
    let findings = findings.iter().map(|of| text::finding(of, swept, quantity, locale));
    let node = use_node_ref();
    let table = {
        let mapped = Rc::clone(&mapped);
        Callback::from(move |()| table::table(&mapped))
    };
    let point = at_pointer(&node, layout);
    let moved = {
        let (look, point) = (look.clone(), point.clone());
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse"
                && let Some(cell) = point(&event)
            {
                look.set(Look { cell, ..(*look).clone() });
            }
        })
    };
    let click = {
        let (look, swept) = (look.clone(), Rc::clone(swept));
        Callback::from(move |event: MouseEvent| match point(&event) {
            Some(at) if at == cell => open(&look, &swept, at),
            // A finger reads a cell first, and opens it with a second touch.
            Some(at) => look.set(Look { cell: at, ..(*look).clone() }),
            None => {}
        })
    };
    let keys = keys(look, &mapped, cell);
    let press = {
        let (look, swept) = (look.clone(), Rc::clone(swept));
        Callback::from(move |_: MouseEvent| open(&look, &swept, cell))
    };
    html! {
        <figure class="map" aria-label={title.clone()}>
            <figcaption>
                <h3>{ title.clone() }</h3>
                <ul class="turns">
                    { for findings.enumerate().map(|(at, told)| html! {
                        <li key={at}>{ told }</li>
                    }) }
                </ul>
            </figcaption>
            { choice(look, locale) }
            <div class="ruler" ref={ruler} />
            <div class="map-frame" role="application" tabindex="0" aria-label={title}
                aria-describedby="map-told map-keys" onkeydown={keys} onpointermove={moved}
                onclick={click}>
                <svg ref={node} aria-hidden="true" width={layout.width.to_string()}
                    height={layout.height.to_string()}>
                    { drawing::draw(&mapped, &layout) }
                    { drawing::cursor(&layout, cell) }
                </svg>
            </div>
            <p class="map-told" id="map-told" role="status">
                { text::told(swept, cell, quantity, map.at(cell.0, cell.1), locale) }
            </p>
            <p class="map-foot">
                <button type="button" onclick={press}>{ Word::OpenCell.say(locale) }</button>
                <span class="hint" id="map-keys">{ Word::Keys.say(locale) }</span>
            </p>
            { legend::legend(&mapped) }
            <Fold label={Label::AsTable.say(locale)} body={table} />
        </figure>
    }
}

/// The cell under the pointer.
fn at_pointer(
    node: &NodeRef,
    layout: Layout,
) -> impl Fn(&MouseEvent) -> Option<(usize, usize)> + Clone + 'static {
    let node = node.clone();
    move |event: &MouseEvent| {
        let bounds = node.cast::<Element>()?.get_bounding_client_rect();
        let [x, y] = [event.client_x(), event.client_y()].map(f64::from);
        layout.cell_at(x - bounds.left(), y - bounds.top())
    }
}

/// What the keys do on the map.
fn keys(
    look: &Looking,
    mapped: &Rc<Mapped>,
    (row, column): (usize, usize),
) -> Callback<KeyboardEvent> {
    let (look, mapped) = (look.clone(), Rc::clone(mapped));
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (rows, columns) = (mapped.map.rows, mapped.map.columns);
        let (more, less) = ((row + 1).min(rows - 1), row.saturating_sub(1));
        let (up, down) = if mapped.upwards { (more, less) } else { (less, more) };
        let cell = match event.key().as_str() {
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, (column + 1).min(columns - 1)),
            "ArrowUp" => (up, column),
            "ArrowDown" => (down, column),
            "Home" => (row, 0),
            "End" => (row, columns - 1),
            "Enter" => {
                event.prevent_default();
                event.stop_propagation();
                open(&look, &mapped.swept, (row, column));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        look.set(Look { cell, ..(*look).clone() });
    })
}

/// The scenario of a cell.
fn scenario(swept: &Swept, (row, column): (usize, usize)) -> Option<Scenario> {
    let value = swept.spec.axis.values.get(column)?;
    Some(swept.spec.at(u32::try_from(row).ok()?, value))
}

/// Opens a cell in the Lab by its link: one step of undo there, and one of Back in the browser.
fn open(look: &Looking, swept: &Swept, cell: (usize, usize)) {
    let Some(scenario) = scenario(swept, cell) else { return };
    let links = [&scenario, &swept.spec.scenario].map(|of| AttrValue::from(link::encode(of)));
    let address = links[0].clone();
    look.set(Look { cell, opened: Some(links), ..(**look).clone() });
    location::go(&address);
}

/// The choice of what is mapped.
fn choice(look: &Looking, locale: Locale) -> Html {
    let own = Side::BOTH.map(|side| name::side(side).to_owned());
    let names: Vec<String> =
        [Word::Against.say(locale).to_owned()].into_iter().chain(own).collect();
    let chosen = look.of.map_or(0, |side| side.index() + 1);
    let choose = {
        let look = look.clone();
        Callback::from(move |place: usize| {
            let of = place.checked_sub(1).and_then(|place| Side::BOTH.get(place)).copied();
            look.set(Look { of, ..(*look).clone() });
        })
    };
    html! {
        <div class="study-view">
            <span aria-hidden="true">{ Word::Of.say(locale) }</span>
            { segments(Word::Of.say(locale), &names, chosen, &choose) }
        </div>
    }
}
