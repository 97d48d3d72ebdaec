//! A picture of what the Lab shows, as one SVG that stands by itself.
//!
//! It is put together from the drawings as they stand in the page, with the style that the browser
//! computed for each shape written onto it, so that a picture cannot differ from what was seen. The
//! charts of the page are bitmaps and are put in as such.

use core::fmt::Write;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DomRect, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer,
};

/// What a style sheet says of a shape or a letter.
const STYLES: [&str; 16] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-opacity",
    "opacity",
    "display",
    "visibility",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "dominant-baseline",
    "paint-order",
];
/// Drawings, bitmaps and lines of text, in the order in which they are painted.
const SHOWN: &str = "#app .machines svg:not(.swatch), #app .machines canvas, #app .machines h3, \
                     #app .side-letter > span[aria-hidden], #app .kernel-count strong, \
                     #app .kernel-count span > span:not([aria-hidden])";
const MARGIN: f64 = 24.0;
const LINE: f64 = 22.0;
/// Between two rows of drawings.
const GAP: f64 = 20.0;

/// A line of text above or below the drawings.
#[derive(Clone, Debug)]
pub struct Caption {
    /// The text.
    pub text: String,
    /// Height of its letters in CSS pixels.
    pub size: f64,
    /// The letters of this element of the page.
    pub like: &'static str,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The text of the SVG.
    pub svg: String,
    width: f64,
    height: f64,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

fn style_of(element: &Element, name: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

/// The computed style of every shape of one drawing, written onto its copy.
fn styled(original: &Element) -> Option<Element> {
    let copy: Element = original.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (from, to) = (all(original, "*"), all(&copy, "*"));
    let pairs = from.iter().zip(&to).chain([(original, &copy)]);
    for (from, to) in pairs {
        for name in STYLES {
            let value = style_of(from, name);
            // An address of a pattern is that of the page, and must be that of the picture.
            let value = value
                .rsplit_once('#')
                .filter(|_| value.starts_with("url("))
                .map_or(value.clone(), |(_, id)| format!("url(#{}", id.replace(['"', '\''], "")));
            if !value.is_empty() {
                to.set_attribute(name, &value).ok()?;
            }
        }
        to.remove_attribute("class").ok()?;
        to.remove_attribute("aria-label").ok()?;
    }
    Some(copy)
}

/// The picture of the machines, their lanes and their charts, with captions above and below, and
/// what a program may want to know inside. `None` where there is nothing drawn.
#[must_use]
pub fn picture(above: &[Caption], below: &[Caption], metadata: &str) -> Option<Picture> {
    let root = document().document_element()?;
    let shown: Vec<(Element, DomRect)> = all(&root, SHOWN)
        .into_iter()
        .map(|element| (element.clone(), element.get_bounding_client_rect()))
        .filter(|(_, place)| place.width() > 0.0 && place.height() > 0.0)
        .collect();
    if !shown.iter().any(|(element, _)| element.matches(".machine-drawing").unwrap_or(false)) {
        return None;
    }
    let edge = |of: fn(&DomRect) -> f64, pick: fn(f64, f64) -> f64, from: f64| {
        shown.iter().map(|(_, place)| of(place)).fold(from, pick)
    };
    let packed = Packed::of(&shown);
    let left = edge(|of| of.left(), f64::min, f64::MAX);
    let right = edge(|of| of.right(), f64::max, f64::MIN);
    let head = MARGIN + above.iter().map(|of| of.size * 1.5).sum::<f64>();
    let (width, drawn) = (right - left + 2.0 * MARGIN, packed.height());
    let height = head + drawn + LINE + below.iter().map(|of| of.size * 1.5).sum::<f64>() + MARGIN;
    let serializer = XmlSerializer::new().ok()?;
    let (ink, paper) = (style_of(&root, "color"), ground());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         width=\"{width:.0}\" height=\"{height:.0}\" font-family=\"sans-serif\">\n\
         <metadata>{}</metadata>\n<rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n",
        escaped(metadata)
    );
    for defs in all(&root, "#app svg.patterns defs") {
        svg.push_str(&serializer.serialize_to_string(styled(&defs)?.as_ref()).ok()?);
    }
    let mut y = MARGIN;
    y = captions(&mut svg, above, y, &ink);
    for (element, place) in &shown {
        let at = (place.left() - left + MARGIN, packed.place(place.top()) + y);
        svg.push_str(&piece(element, place, at, &serializer)?);
        svg.push('\n');
    }
    captions(&mut svg, below, y + drawn + LINE, &ink);
    svg.push_str("</svg>\n");
    Some(Picture { svg, width, height })
}

/// Where the rows of a picture stand: tables and buttons that stood between them leave no gap.
struct Packed {
    /// Upper and lower ends of the rows, in the page.
    rows: Vec<(f64, f64)>,
}

impl Packed {
    fn of(shown: &[(Element, DomRect)]) -> Self {
        let mut ends: Vec<_> =
            shown.iter().map(|(_, place)| (place.top(), place.bottom())).collect();
        ends.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut rows: Vec<(f64, f64)> = Vec::new();
        for (top, bottom) in ends {
            match rows.last_mut() {
                Some(row) if top <= row.1 + GAP => row.1 = row.1.max(bottom),
                _ => rows.push((top, bottom)),
            }
        }
        Self { rows }
    }

    fn height(&self) -> f64 {
        self.rows.last().map_or(0.0, |last| self.place(last.1))
    }

    /// Where something at this height of the page stands in the picture.
    fn place(&self, y: f64) -> f64 {
        let above = self.rows.iter().take_while(|row| row.0 <= y);
        let mut from = 0.0;
        let mut place = 0.0;
        for &(top, bottom) in above {
            place = from + (y - top);
            from += bottom - top + GAP;
        }
        place
    }
}

/// The colour that the page is painted on.
fn ground() -> String {
    let body: &Element = &gloo::utils::body();
    style_of(body, "background-color")
}

fn captions(svg: &mut String, of: &[Caption], mut y: f64, ink: &str) -> f64 {
    for Caption { text, size, like } in of {
        y += size * 1.5;
        let like = document().query_selector(like).ok().flatten();
        let family = like.map_or_else(String::new, |like| style_of(&like, "font-family"));
        // Writing to a text cannot fail.
        let _ = writeln!(
            svg,
            "<text x=\"{MARGIN}\" y=\"{:.1}\" font-size=\"{size}\" fill=\"{ink}\" \
             font-family=\"{}\">{}</text>",
            y - size * 0.5,
            escaped(&family),
            escaped(text)
        );
    }
    y
}

/// One drawing, bitmap or line of text in its place.
fn piece(
    element: &Element,
    place: &DomRect,
    (x, y): (f64, f64),
    serializer: &XmlSerializer,
) -> Option<String> {
    let (width, height) = (place.width(), place.height());
    if let Some(canvas) = element.dyn_ref::<HtmlCanvasElement>() {
        let address = canvas.to_data_url().ok()?;
        return Some(format!(
            "<image x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" \
             href=\"{address}\"/>"
        ));
    }
    if element.tag_name().eq_ignore_ascii_case("svg") {
        let copy = styled(element)?;
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            copy.set_attribute(name, &format!("{value:.1}")).ok()?;
        }
        return serializer.serialize_to_string(copy.as_ref()).ok();
    }
    let style = |name: &str| escaped(&style_of(element, name));
    let baseline = y + height * 0.76;
    Some(format!(
        "<text x=\"{x:.1}\" y=\"{baseline:.1}\" font-family=\"{}\" font-size=\"{}\" \
         font-weight=\"{}\" fill=\"{}\">{}</text>",
        style("font-family"),
        style("font-size"),
        style("font-weight"),
        style("color"),
        escaped(element.text_content().unwrap_or_default().trim()),
    ))
}

impl Picture {
    /// The picture as the bytes of a PNG with twice as many dots as the screen has pixels.
    pub async fn png(&self) -> Option<js_sys::Uint8Array> {
        let image = HtmlImageElement::new().ok()?;
        let text = js_sys::encode_uri_component(&self.svg);
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
        JsFuture::from(image.decode()).await.ok()?;
        let canvas: HtmlCanvasElement =
            document().create_element("canvas").ok()?.dyn_into().ok()?;
        let (width, height) = (self.width * 2.0, self.height * 2.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size in pixels"
        )]
        {
            canvas.set_width(width as u32);
            canvas.set_height(height as u32);
        }
        let context: CanvasRenderingContext2d =
            canvas.get_context("2d").ok().flatten()?.dyn_into().ok()?;
        context
            .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
            .ok()?;
        let address = canvas.to_data_url_with_type("image/png").ok()?;
        let coded = address.strip_prefix("data:image/png;base64,")?;
        let bytes = window().atob(coded).ok()?;
        // One letter stands for one byte.
        let bytes: Vec<u8> = bytes.chars().filter_map(|byte| u8::try_from(byte).ok()).collect();
        Some(js_sys::Uint8Array::from(bytes.as_slice()))
    }
}
