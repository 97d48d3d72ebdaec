//! Patterns and hatchings that drawings refer to, defined once for the page.
//!
//! Colour alone tells nothing: owners and phases differ by pattern, reasons to wait by hatching.

use yew::prelude::*;

/// One pattern: its name, the side of its tile in CSS pixels, and the path in it.
struct Tile {
    id: &'static str,
    size: &'static str,
    path: &'static str,
    class: &'static str,
}

const fn tile(
    id: &'static str,
    size: &'static str,
    class: &'static str,
    path: &'static str,
) -> Tile {
    Tile { id, size, path, class }
}

const TILES: [Tile; 15] = [
    tile("pattern-kernel", "8", "tile-kernel", "M2 2h1.8v1.8h-1.8zM6 6h1.8v1.8h-1.8z"),
    tile("pattern-weave", "8", "tile-line", "M0 2h4M4 6h4"),
    tile("pattern-level", "6", "tile-line", "M0 3h6"),
    tile("pattern-cross", "7", "tile-line", "M0 0l7 7M7 0l-7 7"),
    tile("pattern-dots", "6", "tile-dot", "M1 1h1.3v1.3h-1.3zM4 4h1.3v1.3h-1.3z"),
    tile("pattern-sparse", "10", "tile-line", "M0 10l10 -10"),
    tile("pattern-upright", "6", "tile-line", "M3 0v6"),
    tile("hatch-launcher", "9", "hatch-dot", "M1 1h2v2h-2zM5.5 5.5h2v2h-2z"),
    tile("hatch-cores", "7", "hatch", "M-1 8l9 -9M-1 1l2 -2M6 8l2 -2"),
    tile("hatch-disk", "7", "hatch", "M-1 -1l9 9M-1 6l2 2M6 -1l2 2"),
    tile("hatch-link", "6", "hatch", "M0 3h6"),
    tile("hatch-lock", "7", "hatch", "M0 0l7 7M7 0l-7 7"),
    tile("hatch-image", "6", "hatch", "M3 0v6"),
    tile("hatch-side", "5", "hatch-ground", "M-1 6l7 -7M-1 1l2 -2M4 6l2 -2"),
    tile("hatch-memory", "8", "hatch", "M0 6l2 -4l4 4l2 -4"),
];

/// The definitions, in a drawing without size.
pub fn patterns() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                { for TILES.iter().map(|tile| html! {
                    <pattern key={tile.id} id={tile.id} width={tile.size} height={tile.size}
                        patternUnits="userSpaceOnUse">
                        <path class={tile.class} d={tile.path} />
                    </pattern>
                }) }
            </defs>
        </svg>
    }
}
