//! Where the blocks of a machine's drawing lie: areas proportional to resident memory.
//!
//! One scale holds for every machine on the page, so blocks can be compared across them by eye.
//! What belongs to the machine as a whole lies in slabs under all columns; what an instance holds
//! lies in its column. Too many instances for a column each share one, and areas still add up.

use crate::experiment::Snapshot;
use crate::model::{OWNERS, Owner};
use crate::units::Bytes;

/// Narrowest column, with its gap, that stands for one instance alone, in CSS pixels.
const NARROWEST: f64 = 3.5;
/// Width of a column that several instances share, in CSS pixels.
const SHARED: f64 = 3.0;
/// Columns that a machine with few instances is laid out for, so that they do not look like slabs.
const FEWEST: u32 = 6;

/// A column of the drawing: one instance, or several neighbours where they are too many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Left edge, in CSS pixels from the left edge of the drawing.
    pub x: f64,
    /// Width in CSS pixels, without the gap.
    pub width: f64,
    /// The first instance in it.
    pub first: u32,
    /// How many instances are in it.
    pub count: u32,
}

/// Columns for `count` instances over a drawing of this width in CSS pixels.
#[must_use]
pub fn columns(count: u32, width: f64) -> Vec<Column> {
    let pitch = width / f64::from(count.max(FEWEST));
    if pitch >= NARROWEST {
        let gap = (pitch * 0.14).clamp(1.0, 7.0);
        return (0..count)
            .map(|first| {
                let x = f64::from(first) * pitch + gap / 2.0;
                Column { x, width: pitch - gap, first, count: 1 }
            })
            .collect();
    }
    let bins = whole((width / SHARED).max(1.0)).min(count);
    let bin = width / f64::from(bins.max(1));
    let edge = |index: u32| {
        let share = u64::from(count) * u64::from(index) / u64::from(bins.max(1));
        u32::try_from(share).unwrap_or(count)
    };
    (0..bins)
        .map(|index| {
            let first = edge(index);
            let x = f64::from(index) * bin;
            Column { x, width: bin, first, count: edge(index + 1) - first }
        })
        .collect()
}

/// A whole number of pixels, which is never large.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(pixels: f64) -> u32 {
    pixels as u32
}

/// Whether this owner's memory is drawn as a slab under all columns, whoever holds it.
#[must_use]
pub fn lies_under_all(owner: Owner) -> bool {
    matches!(owner, Owner::HostKernel | Owner::Vmm | Owner::ImageCache | Owner::Merged)
}

/// What the slabs hold, by owner: all of the machine's own, and what the host keeps for instances.
#[must_use]
pub fn slab_bytes(snapshot: &Snapshot) -> [Bytes; OWNERS] {
    Owner::ALL.map(|owner| {
        let index = owner.index();
        if lies_under_all(owner) { snapshot.by_owner[index] } else { snapshot.host[index] }
    })
}

/// What the instances of one column hold, by owner, without what lies in slabs.
#[must_use]
pub fn column_bytes(snapshot: &Snapshot, column: &Column) -> [Bytes; OWNERS] {
    let mut held = [Bytes::ZERO; OWNERS];
    let range = column.first as usize..(column.first + column.count) as usize;
    for instance in snapshot.memory.get(range).unwrap_or(&[]) {
        for owner in Owner::ALL.into_iter().filter(|&owner| !lies_under_all(owner)) {
            held[owner.index()] += instance[owner.index()];
        }
    }
    held
}

/// Square pixels for each byte, such that this state just fills a drawing of this width and height.
#[must_use]
pub fn fitting_scale(snapshot: &Snapshot, width: f64, height: f64) -> f64 {
    let slabs: Bytes = slab_bytes(snapshot).into_iter().sum();
    let count = u32::try_from(snapshot.memory.len()).unwrap_or(u32::MAX);
    let tallest = columns(count, width)
        .iter()
        .map(|column| {
            let held: Bytes = column_bytes(snapshot, column).into_iter().sum();
            held.as_f64() / column.width
        })
        .fold(0.0, f64::max);
    height / (slabs.as_f64() / width + tallest).max(1.0)
}

/// One rectangle of the drawing, in CSS pixels; its area is its bytes times the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Whose memory.
    pub owner: Owner,
    /// How much.
    pub bytes: Bytes,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A machine at one moment, as rectangles.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Blocks under all columns, from the bottom upwards.
    pub slabs: Vec<Block>,
    /// Blocks in columns, column by column, each from the bottom upwards.
    pub blocks: Vec<Block>,
    /// Upper edge of the slabs: where the columns stand.
    pub ground: f64,
    /// Upper edge of each column.
    pub tops: Vec<f64>,
}

/// Lays a state out over a floor at `floor` CSS pixels from the top.
#[must_use]
pub fn picture(
    snapshot: &Snapshot,
    columns: &[Column],
    scale: f64,
    width: f64,
    floor: f64,
) -> Picture {
    let mut slabs = Vec::new();
    let ground = stack(&mut slabs, slab_bytes(snapshot), [0.0, width], floor, scale);
    let mut blocks = Vec::with_capacity(columns.len() * 4);
    let tops = columns
        .iter()
        .map(|column| {
            let held = column_bytes(snapshot, column);
            stack(&mut blocks, held, [column.x, column.width], ground, scale)
        })
        .collect();
    Picture { slabs, blocks, ground, tops }
}

/// Piles blocks up from `floor`; tells how high the pile is.
fn stack(
    into: &mut Vec<Block>,
    held: [Bytes; OWNERS],
    [x, width]: [f64; 2],
    floor: f64,
    scale: f64,
) -> f64 {
    let mut y = floor;
    for owner in Owner::ALL {
        let bytes = held[owner.index()];
        if bytes > Bytes::ZERO {
            let height = bytes.as_f64() * scale / width;
            y -= height;
            into.push(Block { owner, bytes, x, y, width, height });
        }
    }
    y
}

/// A round amount of memory whose square in the key is easy to see, with the square's side.
#[must_use]
pub fn key_square(scale: f64) -> (Bytes, f64) {
    let mut amount = Bytes::mib(1);
    while libm::sqrt(amount.as_f64() * scale) < 17.0 && amount < Bytes::gib(1 << 14) {
        amount = amount * 2;
    }
    (amount, libm::sqrt(amount.as_f64() * scale))
}

/// Moves labels apart: positions at least `distance` from each other within the limits, in the
/// same order (which must be ascending), each as near to its wish as one pass allows.
#[must_use]
pub fn spread_labels(wishes: &[f64], distance: f64, [top, bottom]: [f64; 2]) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::with_capacity(wishes.len());
    for &wish in wishes {
        let least = places.last().map_or(top, |last| last + distance);
        places.push(wish.max(least));
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - distance;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Time;

    fn state(instances: usize) -> Snapshot {
        let mut host = [Bytes::ZERO; OWNERS];
        host[Owner::HostKernel.index()] = Bytes::mib(400);
        host[Owner::ImageCache.index()] = Bytes::mib(90);
        let mut each = [Bytes::ZERO; OWNERS];
        each[Owner::Vmm.index()] = Bytes::mib(35);
        each[Owner::GuestKernel.index()] = Bytes::mib(60);
        each[Owner::GuestServices.index()] = Bytes::mib(120);
        each[Owner::Heap.index()] = Bytes::mib(12);
        let memory = vec![each; instances];
        let mut by_owner = host;
        for held in &memory {
            for (sum, &bytes) in by_owner.iter_mut().zip(held) {
                *sum += bytes;
            }
        }
        Snapshot { time: Time::ZERO, activities: vec![], memory, host, by_owner, ready: 0 }
    }

    fn drawn(instances: usize) -> (Snapshot, Picture, f64) {
        let snapshot = state(instances);
        let scale = fitting_scale(&snapshot, 500.0, 280.0);
        let columns = columns(u32::try_from(instances).unwrap(), 500.0);
        let picture = picture(&snapshot, &columns, scale, 500.0, 300.0);
        (snapshot, picture, scale)
    }

    #[test]
    fn areas_are_proportional_to_bytes_and_blocks_sum_to_what_is_resident() {
        for instances in [1, 12, 100, 200, 1000, 10_000] {
            let (snapshot, picture, scale) = drawn(instances);
            let all = picture.slabs.iter().chain(&picture.blocks);
            for block in all.clone() {
                let area = block.width * block.height;
                assert!((area / (block.bytes.as_f64() * scale) - 1.0).abs() < 1e-9);
            }
            let sum: Bytes = all.map(|block| block.bytes).sum();
            assert_eq!(sum, snapshot.by_owner.into_iter().sum(), "{instances} instances");
        }
    }

    #[test]
    fn the_busiest_state_fills_the_height_and_nothing_leaves_it() {
        for instances in [1, 12, 40, 250, 10_000] {
            let (_, picture, _) = drawn(instances);
            let top = picture.tops.iter().copied().fold(f64::MAX, f64::min);
            assert!((top - 20.0).abs() < 1e-6, "{instances}: {top}");
        }
    }

    #[test]
    fn columns_do_not_overlap_and_hold_each_instance_once() {
        for count in [0, 1, 5, 12, 40, 143, 200, 999, 10_000] {
            let columns = columns(count, 500.0);
            let mut next = 0;
            let mut edge = 0.0;
            for column in &columns {
                assert_eq!(column.first, next);
                assert!(column.x >= edge - 1e-9 && column.width >= 1.0);
                next += column.count;
                edge = column.x + column.width;
            }
            assert_eq!(next, count);
            assert!(edge <= 500.0 + 1e-9);
        }
    }

    #[test]
    fn blocks_of_one_pile_lie_on_each_other_without_a_gap() {
        let (_, picture, _) = drawn(12);
        for pair in picture.slabs.windows(2) {
            assert!((pair[0].y - (pair[1].y + pair[1].height)).abs() < 1e-9);
        }
        for pair in picture.blocks.windows(2).filter(|pair| pair[0].x.total_cmp(&pair[1].x).is_eq())
        {
            assert!((pair[0].y - (pair[1].y + pair[1].height)).abs() < 1e-9);
        }
    }

    #[test]
    fn labels_keep_their_distance_and_their_order() {
        let places = spread_labels(&[10.0, 12.0, 13.0, 80.0, 99.0], 16.0, [0.0, 100.0]);
        for pair in places.windows(2) {
            assert!(pair[1] - pair[0] >= 16.0 - 1e-9);
        }
        assert!(places[4] <= 100.0);
    }

    #[test]
    fn the_key_is_a_power_of_two_with_a_square_that_can_be_seen() {
        let (_, _, scale) = drawn(12);
        let (amount, side) = key_square(scale);
        assert!(amount.0.is_power_of_two() && (17.0..35.0).contains(&side));
    }
}
