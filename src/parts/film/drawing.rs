//! The picture of a scene: hardware and kernels as in the picture of memory, and above them the
//! instances as they fare at the time of the clock, or the requests where they are.

use std::rc::Rc;

use yew::prelude::*;

use super::fill;
use super::geometry::{Picture, levels};
use super::requests::requests;
use crate::catalog::Kernel;
use crate::experiment::Film;
use crate::experiment::film::Lot;
use crate::model::{Layer, Machine, Owner};
use crate::text::Locale;
use crate::text::film::{Kind, Word, host, kind};
use crate::units::Time;
use crate::view::path::Outline;
use crate::view::theme::{Fill, owner_fill};

/// What is drawn.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// The machine.
    pub machine: Rc<Machine>,
    /// The film.
    pub film: Rc<Film>,
    /// The time of the clock.
    pub time: Time,
    /// Sizes.
    pub picture: Rc<Picture>,
    /// Size of letters against the usual 16 px.
    pub rem: f64,
    /// The instance that is picked.
    pub picked: Option<u32>,
    /// Language.
    pub locale: Locale,
}

/// A path with its fill and its pattern.
pub fn filled(key: usize, of: Fill, outline: Outline) -> Html {
    let path = AttrValue::from(outline.into_string());
    html! {
        <g key={key}>
            <path class={classes!("stratum", of.class)} d={path.clone()} />
            <path class="stratum-pattern" fill={of.pattern.unwrap_or("none")} d={path} />
        </g>
    }
}

/// What one press does, and two.
type Press = [Callback<MouseEvent>; 2];

/// The drawing; `name` says it in words.
pub fn drawing(drawn: &Drawn, node: NodeRef, name: String, [pick, look]: Press) -> Html {
    let picture = &drawn.picture;
    let view_box = format!("0 0 {:.1} {:.1}", picture.width, picture.height + 2.0);
    html! {
        <svg ref={node} role="img" aria-label={name} class="machine-drawing film-drawing"
            viewBox={view_box} width={picture.width.to_string()}
            height={(picture.height + 2.0).to_string()} onclick={pick} ondblclick={look}>
            <g>{ ground(drawn) }</g>
            <g>{ instances(drawn) }</g>
            <g>{ requests(drawn) }</g>
            <g>{ marks(drawn) }</g>
            <g>{ words(drawn) }</g>
        </svg>
    }
}

/// Hardware and kernels of all hosts, and the link between two.
fn ground(drawn: &Drawn) -> Html {
    let Drawn { picture, film, time, .. } = drawn;
    let mut hardware = Outline::default();
    for &(x, width) in &picture.hosts {
        hardware.rectangle([x, picture.hardware, width, picture.height - picture.hardware]);
    }
    let slabs = picture.hosts.iter().enumerate().map(|(at, &(x, width))| {
        let lot = host_lot(film, at, *time);
        let runs = kernel_runs(lot);
        let of = if runs { owner_fill(Owner::HostKernel) } else { fill::of(Kind::Lot(lot)) };
        let mut outline = Outline::default();
        outline.rectangle([x, picture.slab, width, picture.hardware - picture.slab]);
        filled(at, of, outline)
    });
    let mut carrier = Outline::default();
    if picture.slab > picture.carrier {
        for &(x, width) in &picture.hosts {
            carrier.rectangle([x, picture.carrier, width, picture.slab - picture.carrier]);
        }
    }
    html! {
        <>
            <path class="hardware-ground" d={hardware.into_string()} />
            <g>{ for slabs }</g>
            <g>{ filled(0, owner_fill(Owner::GuestKernel), carrier) }</g>
            <g>{ link(drawn) }</g>
        </>
    }
}

fn host_lot(film: &Film, at: usize, time: Time) -> Lot {
    film.hosts.get(at).map_or(Lot::Up, |life| life.at(time).lot)
}

/// Whether a kernel runs that fares so, or whose machine does.
const fn kernel_runs(lot: Lot) -> bool {
    lot.answers() || matches!(lot, Lot::Still | Lot::Stopping)
}

/// The words of hosts, hardware and carrier, above all else.
fn words(drawn: &Drawn) -> Html {
    let Drawn { picture, locale, rem, film, time, .. } = drawn;
    let middle = |top: f64, foot: f64| format!("{:.1}", f64::midpoint(top, foot) + 4.5 * rem);
    let several = picture.hosts.len() > 1;
    let hosts = picture.hosts.iter().enumerate().map(|(at, (x, _))| {
        let lot = host_lot(film, at, *time);
        let named = if several { host(at, *locale) } else { Word::Host.say(*locale).to_owned() };
        let told = match lot {
            Lot::Up => named,
            lot => format!("{named} · {}", kind(Kind::Lot(lot), *locale)),
        };
        html! {
            <text key={at} class={classes!("film-slab", (!kernel_runs(lot)).then_some("other"))}
                x={format!("{:.1}", x + 10.0)} y={middle(picture.slab, picture.hardware)}>
                { told }</text>
        }
    });
    let carried = picture.slab > picture.carrier && !several;
    html! {
        <>
            <g>{ for hosts }</g>
            <text class="film-slab" x="10" y={middle(picture.carrier, picture.slab)}>
                { if carried { Word::Carrier.say(*locale) } else { "" } }</text>
            <text class="hardware-word" x="10" y={middle(picture.hardware, picture.height)}>
                { if film.trips.is_empty() { Word::Hardware.say(*locale) } else { "" } }</text>
        </>
    }
}

/// The link between two hosts; thick while something is sent.
fn link(drawn: &Drawn) -> Html {
    let Drawn { picture, film, time, .. } = drawn;
    let [(x, width), (to, _)] = picture.hosts[..] else { return html! { <path d="" /> } };
    let busy = film.instances.iter().any(|life| {
        let now = life.at(*time).lot;
        matches!(now, Lot::Copied) || now == Lot::Still && !life.copied.is_empty()
    });
    let y = f64::midpoint(picture.hardware, picture.height);
    let mut line = Outline::default();
    line.line([x + width, y], [to, y]);
    html! {
        <path class={classes!("film-link", busy.then_some("busy"))} d={line.into_string()} />
    }
}

/// The instances of all hosts, one path for each lot.
fn instances(drawn: &Drawn) -> Html {
    let Drawn { picture, film, time, machine, .. } = drawn;
    let own = picture.carrier > picture.kernel;
    let foot = if own { picture.kernel } else { picture.carrier };
    let mut blocks = Lot::ALL.map(|_| Outline::default());
    let mut kernels = Outline::default();
    let mut ghosts = Outline::default();
    let tall = foot - picture.application;
    for column in &picture.columns {
        // A column that thousands share is still one block for each lot.
        let mut sizes = [[0.0; Lot::ALL.len()]; 2];
        let part = tall / f64::from(column.count.max(1));
        for instance in column.first..column.first + column.count {
            for level in levels(film, instance as usize, *time).into_iter().flatten() {
                let host = level.host.min(picture.hosts.len() - 1);
                sizes[host][level.lot as usize] += part * level.share;
                if own && kernel_runs(level.lot) && instance == column.first {
                    let x = picture.hosts[host].0 + column.x;
                    let size = picture.carrier - picture.kernel;
                    kernels.rectangle([x, picture.kernel, column.width, size]);
                }
            }
        }
        for (&(left, _), sizes) in picture.hosts.iter().zip(sizes) {
            let mut top = foot;
            for (outline, size) in blocks.iter_mut().zip(sizes).filter(|(_, size)| *size > 0.05) {
                top -= size;
                outline.rectangle([left + column.x, top, column.width, size]);
            }
        }
        if column.width >= 6.0 {
            for &(x, _) in &picture.hosts {
                let top = picture.application;
                ghosts.rectangle([x + column.x, top, column.width, picture.carrier - top]);
            }
        }
    }
    let kernel = match machine.platform.isolation.kernel {
        Kernel::Guest | Kernel::UserSpace => owner_fill(Owner::GuestKernel),
        Kernel::Host | Kernel::OneGuest => owner_fill(Owner::HostKernel),
    };
    html! {
        <>
            <path class="ghost" d={ghosts.into_string()} />
            <g>{ filled(0, kernel, kernels) }</g>
            <g class={classes!((!film.trips.is_empty()).then_some("film-still"))}>
                { for Lot::ALL.into_iter().zip(blocks).enumerate().map(|(at, (lot, outline))| {
                    filled(at, fill::of(Kind::Lot(lot)), outline)
                }) }
            </g>
        </>
    }
}

/// A jagged line across a width, as of something that broke.
fn crack(x: f64, y: f64, width: f64) -> Outline {
    let mut outline = Outline::default();
    let steps = (width / 7.0).clamp(4.0, 200.0);
    let (step, mut at, mut up) = (width / libm::floor(steps), x, true);
    while at + step <= x + width + 0.01 {
        let (from, to) = if up { (y + 4.0, y - 4.0) } else { (y - 4.0, y + 4.0) };
        outline.line([at, from], [at + step, to]);
        (at, up) = (at + step, !up);
    }
    outline
}

/// What was struck, and which instance is picked.
fn marks(drawn: &Drawn) -> Html {
    let Drawn { picture, film, machine, picked, .. } = drawn;
    let first = picture.column(0, 0).unwrap_or_default();
    let whole = picture.hosts.first().copied().unwrap_or_default();
    let middle = f64::midpoint;
    let host = middle(picture.slab, picture.hardware);
    let struck = film.struck.map(|layer| match (layer, machine.platform.isolation.kernel) {
        (Layer::Application, _) => (first, middle(picture.application, picture.kernel)),
        (Layer::Kernel, Kernel::Guest | Kernel::UserSpace) => {
            (first, middle(picture.kernel, picture.carrier))
        }
        (Layer::Kernel, Kernel::OneGuest) => (whole, middle(picture.carrier, picture.slab)),
        (Layer::Vmm, Kernel::OneGuest) | (Layer::Runtime, _) => (whole, picture.slab),
        (Layer::Vmm, _) => (first, picture.carrier),
        (Layer::Kernel | Layer::HostKernel, _) => (whole, host),
        (Layer::Hypervisor, _) => (whole, picture.hardware),
    });
    let crack = struck.map_or_else(Outline::default, |((x, width), y)| crack(x, y, width));
    let crack = crack.into_string();
    let mut ring = Outline::default();
    for at in 0..picture.hosts.len() {
        let column = picked.filter(|one| (*one as usize) < film.instances.len());
        if let Some(place) = column.and_then(|one| picture.frame(at, one)) {
            ring.rectangle(place);
        }
    }
    html! {
        <>
            <path class="film-crack-ground" d={crack.clone()} />
            <path class="film-crack" d={crack} />
            <path class="film-picked" d={ring.into_string()} />
        </>
    }
}
