//! Sorting of short lists.
//!
//! Why not the standard library's: it is made anew for each type, some four kilobytes each time,
//! and the page has a budget of bytes. Most lists here have a dozen entries.

/// Sorts a list of at most some hundreds; entries of which neither comes before the other stay in
/// their order. Takes time by the square of the length.
pub fn sort_short<T>(list: &mut [T], mut comes_before: impl FnMut(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && comes_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does_and_keeps_equals_in_order() {
        for length in 0..40_u64 {
            let scrambled = (0..length).map(|place| (place * 7919 % 13, place));
            let mut list: Vec<(u64, u64)> = scrambled.collect();
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_short(&mut list, |one, other| one.0 < other.0);
            assert_eq!(list, expected);
        }
    }
}
