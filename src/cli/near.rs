//! The nearest of a list to a name that is not in it.

/// The nearest candidate, if it is near enough to have been meant.
pub(super) fn nearest<T: AsRef<str>>(
    name: &str,
    candidates: impl IntoIterator<Item = T>,
) -> Option<String> {
    let most = name.chars().count().div_ceil(3);
    candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate.as_ref()), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.as_ref().to_owned())
}

/// How many letters must be inserted, left out, exchanged, or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let mut above = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, with) in other.iter().enumerate() {
            let exchanged = last[column] + usize::from(letter != with);
            let mut fewest = exchanged.min(last[column + 1] + 1).min(line[column] + 1);
            let swapped =
                row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *with;
            if swapped {
                let two_above: &Vec<usize> = &above;
                fewest = fewest.min(two_above[column - 1] + 1);
            }
            line.push(fewest);
        }
        above = core::mem::replace(&mut last, line);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        let list = ["docker", "docker-desktop", "firecracker", "kata"];
        assert_eq!(nearest("dokcer", list), Some("docker".to_owned()));
        assert_eq!(nearest("firecraker", list), Some("firecracker".to_owned()));
        assert_eq!(nearest("kat", list), Some("kata".to_owned()));
        assert_eq!(nearest("vmware", list), None);
        assert_eq!(
            (distance("", "abc"), distance("ab", "ba"), distance("kitten", "sitting")),
            (3, 1, 3)
        );
    }
}
