//! Who published each row.
//!
//! Short names stand here and not in the bibliography, which holds only what a constant names: no
//! constant comes from these publications' results.

use super::Check;

/// Authors or project, place and year, with the last of the rows that come from there.
const PUBLICATIONS: &[(u8, &str)] = &[
    (6, "Agache et al., NSDI 2020"),
    (7, "Kuenzer et al., EuroSys 2021"),
    (8, "Kata Containers, CI"),
    (9, "Cadden et al., EuroSys 2020"),
    (12, "Manco et al., SOSP 2017"),
    (13, "Firecracker, demo"),
    (14, "Red Hat, KSM, 2009"),
    (18, "Felter et al., 2014"),
    (19, "gVisor, performance guide"),
    (20, "Barham et al., SOSP 2003"),
    (21, "Harter et al., FAST 2016"),
    (22, "Clark et al., NSDI 2005"),
    (23, "Ao et al., EuroSys 2022"),
];

impl Check {
    /// Who published it; nothing for a row that has no entry yet.
    #[must_use]
    pub fn publication(&self) -> &'static str {
        let row = self.row.get(1..).and_then(|number| number.parse().ok()).unwrap_or(u8::MAX);
        PUBLICATIONS.iter().find(|(last, _)| row <= *last).map_or("", |(_, name)| name)
    }

    /// The publication, and its rows in the tables of published measurements.
    #[must_use]
    pub fn cited(&self) -> String {
        format!("{} ({})", self.publication(), self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Tolerance, row_ids};
    use super::*;

    #[test]
    fn every_row_names_its_publication() {
        for row in row_ids() {
            let check = Check {
                row,
                what: "",
                unit: "",
                expected: 1.0,
                tolerance: Tolerance::AtLeast,
                simulated: 1.0,
                source: "",
            };
            assert!(!check.publication().is_empty(), "{row}");
        }
    }
}
