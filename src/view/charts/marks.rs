//! The patterns of the drawings on canvas: marks on a grid, wherever an area covers them.
//!
//! Without them neighbouring layers of a chart would differ by colour and outline alone. They are
//! coarser than those of `patterns.rs`, for a canvas has no tiles to repeat.

use crate::model::Owner;

/// One mark: from a point of the grid to another point, in CSS pixels.
type Mark = [(f64, f64); 2];

/// Side of a grid's square in CSS pixels, and the marks in each.
pub(super) const fn marks(owner: Owner) -> (f64, &'static [Mark]) {
    match owner {
        Owner::HostKernel | Owner::GuestKernel => (9.0, &[[(4.0, 3.0), (6.0, 5.0)]]),
        Owner::Vmm => (10.0, &[[(0.0, 3.0), (5.0, 3.0)]]),
        Owner::ImageCache => (8.0, &[[(0.0, 4.0), (8.0, 4.0)]]),
        Owner::Merged => (10.0, &[[(1.0, 1.0), (9.0, 9.0)], [(9.0, 1.0), (1.0, 9.0)]]),
        Owner::GuestCache => (7.0, &[[(3.0, 3.0), (4.5, 3.0)]]),
        Owner::GuestFree => (14.0, &[[(1.0, 13.0), (13.0, 1.0)]]),
        Owner::Libraries => (8.0, &[[(4.0, 0.0), (4.0, 8.0)]]),
        Owner::GuestServices | Owner::Heap => (0.0, &[]),
    }
}

/// The marks that lie inside of an area between two edges, which have the same places across.
pub(super) fn inside(owner: Owner, upper: &[(i32, i32)], lower: &[(i32, i32)]) -> Vec<Mark> {
    let (grid, marks) = marks(owner);
    let (Some(first), Some(last)) = (upper.first(), upper.last()) else { return Vec::new() };
    if grid <= 0.0 {
        return Vec::new();
    }
    let covers = |(x, y): (f64, f64)| {
        // Beyond either end there is nothing to cover.
        if x < f64::from(first.0) {
            return false;
        }
        let at = upper.partition_point(|&(place, _)| f64::from(place) < x);
        let edges = upper.get(at).zip(lower.get(at));
        edges.is_some_and(|(high, low)| f64::from(high.1) < y && y < f64::from(low.1))
    };
    let top = upper.iter().map(|at| at.1).min().unwrap_or(0);
    let bottom = lower.iter().map(|at| at.1).max().unwrap_or(0);
    let mut found = Vec::new();
    let mut x = libm::floor(f64::from(first.0) / grid) * grid;
    while x < f64::from(last.0) {
        let mut y = libm::floor(f64::from(top) / grid) * grid;
        while y < f64::from(bottom) {
            let placed = marks.iter().map(|mark| mark.map(|(dx, dy)| (x + dx, y + dy)));
            found.extend(placed.filter(|[one, other]| covers(*one) && covers(*other)));
            y += grid;
        }
        x += grid;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_inside_of_their_area_and_fill_it() {
        let upper: Vec<_> = (0..=100).map(|x| (x, 20)).collect();
        let lower: Vec<_> = (0..=100).map(|x| (x, 20 + x / 2)).collect();
        let found = inside(Owner::Libraries, &upper, &lower);
        assert!(found.len() > 10, "{} marks", found.len());
        for (x, y) in found.into_iter().flatten() {
            assert!(y > 20.0 && y < 21.0 + x / 2.0, "({x}, {y})");
        }
    }

    #[test]
    fn layers_that_can_lie_on_each_other_have_other_marks() {
        for (at, one) in Owner::ALL.into_iter().enumerate() {
            for other in Owner::ALL.into_iter().skip(at + 1) {
                let both = [one, other];
                let kernels = both == [Owner::HostKernel, Owner::GuestKernel];
                let plain = both == [Owner::GuestServices, Owner::Heap];
                assert!(kernels || plain || marks(one) != marks(other), "{one:?} {other:?}");
            }
        }
    }
}
