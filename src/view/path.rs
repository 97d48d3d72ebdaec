//! Outlines for SVG: many rectangles in one path, so that a drawing of thousands has few nodes.
//!
//! Numbers are written in hundredths of a pixel by integer arithmetic: exact decimal expansion of
//! doubles was a large part of the time of a frame.

use super::machine::geometry::Block;

/// The text of a path's `d` attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline(String);

impl Outline {
    /// Adds a rectangle: left, top, width, height in CSS pixels.
    pub fn rectangle(&mut self, [x, y, width, height]: [f64; 4]) {
        self.command('M', &[x, y]);
        self.command('h', &[width]);
        self.command('v', &[height]);
        self.command('h', &[-width]);
        self.0.push('z');
    }

    /// Adds a block.
    pub fn block(&mut self, block: &Block) {
        self.rectangle([block.x, block.y, block.width, block.height]);
    }

    /// Adds a circle around a point.
    pub fn circle(&mut self, x: f64, y: f64, radius: f64) {
        let across = radius * 2.0;
        self.command('M', &[x - radius, y]);
        self.command('a', &[radius, radius, 0.0, 1.0, 0.0, across, 0.0]);
        self.command('a', &[radius, radius, 0.0, 1.0, 0.0, -across, 0.0]);
        self.0.push('z');
    }

    /// Adds a line between two points.
    pub fn line(&mut self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2]) {
        self.command('M', &[x, y]);
        self.command('L', &[to_x, to_y]);
    }

    /// As text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    fn command(&mut self, letter: char, numbers: &[f64]) {
        self.0.push(letter);
        for (place, &value) in numbers.iter().enumerate() {
            if place > 0 {
                self.0.push(' ');
            }
            self.number(value);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "drawings are small; saturates")]
    fn number(&mut self, value: f64) {
        let hundredths = libm::rint(value * 100.0) as i64;
        if hundredths < 0 {
            self.0.push('-');
        }
        let hundredths = hundredths.unsigned_abs();
        let mut digits = [0_u8; 20];
        let mut first = digits.len();
        let mut rest = hundredths / 100;
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.0.extend(digits[first..].iter().map(|&digit| char::from(digit)));
        let part = hundredths % 100;
        if part > 0 {
            self.0.push('.');
            self.0.push(char::from(b'0' + (part / 10) as u8));
            if !part.is_multiple_of(10) {
                self.0.push(char::from(b'0' + (part % 10) as u8));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_hundredths_without_needless_zeros() {
        let mut outline = Outline::default();
        outline.rectangle([0.0, 12.349, 100.5, 0.049]);
        outline.line([-3.25, 7.0], [1e3, -0.001]);
        assert_eq!(outline.into_string(), "M0 12.35h100.5v0.05h-100.5zM-3.25 7L1000 0");
    }
}
