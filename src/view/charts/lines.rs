//! Drawing of curves with plotters: grid, lines that differ by dash and mark, names at their ends.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::curve::{Line, Plot};
use super::draw::{Drawn, colour, dashes, pixel};
use crate::text::Locale;
use crate::units::sort_short;
use crate::view::theme::Palette;

/// What the drawing needs besides the plot.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Width in CSS pixels.
    pub width: f64,
    /// Size of the letters against the usual.
    pub rem: f64,
    /// Colours.
    pub palette: &'a Palette,
    /// Language.
    pub locale: Locale,
}

/// Lines with more points have no marks at them.
const MARKED_MOST: usize = 30;
/// Dash and gap of each machine's line in CSS pixels.
const DASHES: [(f64, f64); 2] = [(1.0, 0.0), (7.0, 4.0)];

/// Where the plot lies on the surface, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where x begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Place {
    fn at(&self, plot: &Plot, (x, y): (f64, f64)) -> (i32, i32) {
        let across = self.left + (self.right - self.left) * plot.x.position(x);
        let up = self.bottom - (self.bottom - self.top) * plot.y.position(y);
        (pixel(across), pixel(up))
    }
}

/// Draws the plot, and tells where it lies.
///
/// # Errors
/// Where the surface fails.
pub fn draw<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
) -> Result<Place, DrawingAreaErrorKind<B::ErrorType>> {
    root.fill(&colour(frame.palette.paper))?;
    let place = grid(root, frame, plot)?;
    marks(root, frame, plot, &place)?;
    for line in &plot.lines {
        band(root, frame, plot, &place, line)?;
    }
    for line in &plot.lines {
        one_line(root, frame, plot, &place, line)?;
    }
    end_names(root, frame, plot, &place)?;
    Ok(place)
}

fn grid<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
) -> Result<Place, DrawingAreaErrorKind<B::ErrorType>> {
    let palette = frame.palette;
    let (_, height) = root.dim_in_pixel();
    let font = ("sans-serif", 12.5 * frame.rem).into_font().color(&colour(palette.soft));
    let line = 17.0 * frame.rem;
    let (top, bottom) = (10.0, f64::from(height) - 2.0 * line - 8.0);
    let mut left = 20.0_f64;
    let mut labels = Vec::new();
    for value in plot.y.ticks(4.0) {
        let label = plot.y.tick(value, frame.locale);
        let (width, _) = root.estimate_text_size(&label, &font)?;
        left = left.max(f64::from(width) + 10.0);
        labels.push((value, label, width));
    }
    let place = Place { left, right: frame.width - 24.0 * frame.rem, top, bottom };
    for (value, label, width) in labels {
        let (_, y) = place.at(plot, (plot.x.low, value));
        let ends = vec![(pixel(left), y), (pixel(place.right), y)];
        root.draw(&PathElement::new(ends, colour(palette.rule)))?;
        let x = pixel(left - 6.0) - i32::try_from(width).unwrap_or(0);
        root.draw_text(&label, &font, (x, y - pixel(6.0 * frame.rem)))?;
    }
    let apart = 84.0 * frame.rem;
    let mut free = 0;
    for value in plot.x.ticks((place.right - place.left) / apart) {
        let (x, y) = place.at(plot, (value, plot.y.low));
        let label = plot.x.tick(value, frame.locale);
        let (width, _) = root.estimate_text_size(&label, &font)?;
        let width = i32::try_from(width).unwrap_or(0);
        let start = (x - width / 2).min(pixel(frame.width) - width - 2).max(0);
        root.draw(&PathElement::new(vec![(x, y), (x, y + 4)], colour(palette.soft)))?;
        if start >= free {
            root.draw_text(&label, &font, (start, y + 7))?;
            free = start + width + 8;
        }
    }
    let base = plot.y.low.max(0.0);
    let (_, y) = place.at(plot, (plot.x.low, base));
    let ends = vec![(pixel(left), y), (pixel(place.right), y)];
    root.draw(&PathElement::new(ends, colour(palette.soft)))?;
    let (width, _) = root.estimate_text_size(&plot.x_name, &font)?;
    let x = pixel(place.right) - i32::try_from(width).unwrap_or(0);
    root.draw_text(&plot.x_name, &font, (x.max(2), pixel(bottom + line + 7.0)))?;
    Ok(place)
}

/// Upright lines at values that are to be seen, named at their upper end.
fn marks<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
    place: &Place,
) -> Drawn<B> {
    let font = ("sans-serif", 12.5 * frame.rem).into_font().color(&colour(frame.palette.ink));
    let style = ShapeStyle::from(&colour(frame.palette.ink)).stroke_width(1);
    for mark in &plot.marks {
        let (x, _) = place.at(plot, (mark.x, plot.y.low));
        let ends = [(x, pixel(place.top)), (x, pixel(place.bottom))];
        for dash in dashes(&ends, (2.0, 3.0)) {
            root.draw(&PathElement::new(dash, style))?;
        }
        let (width, _) = root.estimate_text_size(&mark.label, &font)?;
        let width = i32::try_from(width).unwrap_or(0);
        let beside = if x + width + 8 > pixel(place.right) { x - width - 5 } else { x + 5 };
        root.draw_text(&mark.label, &font, (beside, pixel(place.top)))?;
    }
    Ok(())
}

fn band<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
    place: &Place,
    line: &Line,
) -> Drawn<B> {
    let style = ShapeStyle::from(&colour(frame.palette.lines[line.side.min(1)])).stroke_width(1);
    for &(x, low, high) in &line.band {
        let ((x, bottom), (_, top)) = (place.at(plot, (x, low)), place.at(plot, (x, high)));
        root.draw(&PathElement::new(vec![(x, bottom), (x, top)], style))?;
        for y in [bottom, top] {
            root.draw(&PathElement::new(vec![(x - 3, y), (x + 3, y)], style))?;
        }
    }
    Ok(())
}

fn one_line<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
    place: &Place,
    line: &Line,
) -> Drawn<B> {
    let side = line.side.min(1);
    let ink = colour(frame.palette.lines[side]);
    let style = ShapeStyle::from(&ink).stroke_width(frame.palette.line);
    let points: Vec<(i32, i32)> = line.points.iter().map(|&point| place.at(plot, point)).collect();
    for dash in dashes(&points, DASHES[side]) {
        root.draw(&PathElement::new(dash, style))?;
    }
    if points.len() > MARKED_MOST {
        return Ok(());
    }
    for &(x, y) in &points {
        if side == 0 {
            root.draw(&Circle::new((x, y), 3, ShapeStyle::from(&ink).filled()))?;
        } else {
            let corners = [(x - 3, y - 3), (x + 3, y + 3)];
            let ground = ShapeStyle::from(&colour(frame.palette.paper)).filled();
            root.draw(&Rectangle::new(corners, ground))?;
            root.draw(&Rectangle::new(corners, style))?;
        }
    }
    Ok(())
}

/// The letter of the machine at the end of each line, none over another.
fn end_names<B: DrawingBackend>(
    root: &DrawingArea<B, Shift>,
    frame: &Frame<'_>,
    plot: &Plot,
    place: &Place,
) -> Drawn<B> {
    let font = ("sans-serif", 14.0 * frame.rem).into_font().color(&colour(frame.palette.ink));
    let line = pixel(16.0 * frame.rem);
    let mut named = [false; 2];
    let ends = plot.lines.iter().filter_map(|curve| {
        let side = curve.side.min(1);
        let last = *curve.points.last()?;
        (!core::mem::replace(&mut named[side], true)).then(|| (place.at(plot, last), side))
    });
    // From below, each above those that stand already: the order of the letters is the curves'.
    let mut ends: Vec<((i32, i32), usize)> = ends.collect();
    sort_short(&mut ends, |((_, one), _), ((_, other), _)| one > other);
    let mut above = i32::MAX;
    for ((x, y), side) in ends {
        let y = y.min(above);
        above = y - line;
        let letter = if side == 0 { "A" } else { "B" };
        root.draw_text(letter, &font, (x + 8, y - line / 2 + 1))?;
    }
    Ok(())
}
