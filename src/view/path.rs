//! Outlines for SVG: many rectangles in one path, so that a drawing of thousands has few nodes.

use core::fmt::Write;

use super::machine::geometry::Block;

/// The text of a path's `d` attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline(String);

impl Outline {
    /// Adds a rectangle: left, top, width, height in CSS pixels.
    pub fn rectangle(&mut self, [x, y, width, height]: [f64; 4]) {
        let _ = write!(self.0, "M{x:.1} {y:.2}h{width:.1}v{height:.2}h-{width:.1}z");
    }

    /// Adds a block.
    pub fn block(&mut self, block: &Block) {
        self.rectangle([block.x, block.y, block.width, block.height]);
    }

    /// Adds a circle around a point.
    pub fn circle(&mut self, x: f64, y: f64, radius: f64) {
        let across = radius * 2.0;
        let _ = write!(
            self.0,
            "M{:.1} {y:.1}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z",
            x - radius
        );
    }

    /// Adds a line between two points.
    pub fn line(&mut self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2]) {
        let _ = write!(self.0, "M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}");
    }

    /// As text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}
