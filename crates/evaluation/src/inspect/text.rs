//! The report as text for a terminal.

use std::fmt::{self, Write};

use templates::english::{grouped, percent, plural};

use crate::inspect::chart::THRESHOLDS;
use crate::inspect::report::{ExperienceReport, ListReport, Report, selected, words};
use crate::inspect::strings::MIN_PEOPLE_SHOWN;

/// The longest bar of the histogram, in characters.
const BAR_CHARS: u64 = 50;

impl Report {
    /// The report as lines of text, without control characters.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut out);
        out
    }

    fn write_text(&self, out: &mut String) -> fmt::Result {
        for file in &self.files {
            let count = file.count(self.selection.is_some());
            write_records(out, &format!("{} ({})", file.name, file.format), &count, file.rejected)?;
        }
        let all = self.records_of_people();
        if self.files.len() > 1 || all.is_some() {
            let profiles = self.profiles;
            let one_each = || format!("{} {}", grouped(profiles), plural(profiles, "profile", "profiles"));
            write_records(out, "all files", &all.unwrap_or_else(one_each), self.rejected)?;
        }
        if let Some(counts) = &self.selection {
            writeln!(out, "{}", selected(counts))?;
        }
        if self.profiles > 0 {
            writeln!(out, "\n{:<22}{:>10}{:>8}", "Filled in", "people", "share")?;
            for field in &self.fields {
                let share = percent(field.people, self.profiles);
                writeln!(out, "  {:<20}{:>10}{share:>8}", words(field.field), grouped(field.people))?;
            }
            self.write_lists(out)?;
            write_experience(out, &self.experience)?;
        }
        if !self.reasons.is_empty() {
            writeln!(out, "\nRejected records, by reason")?;
            for reason in &self.reasons {
                writeln!(out, "{:>8}  {}", grouped(reason.records), reason.reason)?;
                writeln!(out, "{:>8}  first: {}", "", reason.first)?;
            }
        }
        Ok(())
    }

    fn write_lists(&self, out: &mut String) -> fmt::Result {
        writeln!(
            out,
            "\n{:<22}{:>10}{:>11}{:>11}{:>9}{:>9}",
            "Lists", "strings", "distinct", "seen once", "median", "longest"
        )?;
        for list in self.lists.iter().filter(|list| list.people > 0) {
            // The sign is right of the number, because the previous column is left of it.
            let more = if list.distinct_is_at_least { "+" } else { "" };
            writeln!(
                out,
                "  {:<20}{:>10}{:>11}{:>11}{:>9}{:>9}",
                words(list.field),
                grouped(list.strings),
                format!("{}{more}", grouped(list.distinct)),
                percent(list.seen_once, list.distinct),
                list.median_length,
                grouped(list.max_length),
            )?;
        }
        if let Some(list) = self.lists.iter().find(|list| list.distinct_is_at_least) {
            writeln!(out, "  + at least: counting new strings stopped at {}", grouped(list.distinct))?;
        }
        for list in self.lists.iter().filter(|list| list.people > 0) {
            writeln!(out, "\nCommonest {}, by people", words(list.field))?;
            for common in &list.commonest {
                let share = percent(common.people, self.profiles);
                writeln!(out, "{:>8}{share:>6}  {}", grouped(common.people), common.text)?;
            }
            writeln!(out, "  {}", list.left_out())?;
        }
        Ok(())
    }
}

impl ListReport {
    /// The numbers of strings that are not shown.
    pub(super) fn left_out(&self) -> String {
        let more = self.common - self.commonest.len() as u64;
        let kept = if self.distinct_is_at_least { "of those counted, " } else { "" };
        format!(
            "{kept}{} more that at least {MIN_PEOPLE_SHOWN} people have; \
             {} that fewer people have {} not shown",
            grouped(more),
            grouped(self.rare),
            plural(self.rare, "is", "are"),
        )
    }
}

fn write_records(out: &mut String, name: &str, count: &str, rejected: u64) -> fmt::Result {
    let records = plural(rejected, "record", "records");
    writeln!(out, "{name}: {count}, {} {records} rejected", grouped(rejected))
}

fn write_experience(out: &mut String, experience: &ExperienceReport) -> fmt::Result {
    if experience.people == 0 {
        return writeln!(out, "\nExperience: no person has months of experience");
    }
    writeln!(
        out,
        "\nExperience in months, of {} {}: median {}, most {}",
        grouped(experience.people),
        plural(experience.people, "person", "people"),
        experience.median_months,
        grouped(experience.longest_months.into()),
    )?;
    for (level, people) in experience.levels.named() {
        let share = percent(people, experience.people);
        writeln!(out, "{:>8}{share:>6}  {level}", grouped(people))?;
    }
    writeln!(out)?;
    let most = experience.bins.iter().map(|bin| bin.people).max().unwrap_or(0).max(1);
    let used = experience.bins.iter().rposition(|bin| bin.people > 0).map_or(0, |last| last + 1);
    for (bin, next) in experience.bins.iter().take(used).zip(1..) {
        // Rounded up, so that a single person is visible.
        let bar = "#".repeat(usize::try_from((bin.people * BAR_CHARS).div_ceil(most)).unwrap_or(0));
        let line = format!("  {:>9}{:>8}  {bar}", bin.label(), grouped(bin.people));
        writeln!(out, "{}", line.trim_end())?;
        let changes = ["senior from here", "expert after this month"];
        for (threshold, change) in THRESHOLDS.into_iter().zip(changes) {
            let is_in_bin = threshold > bin.from && bin.below.is_some_and(|below| threshold <= below);
            if is_in_bin && next < used {
                writeln!(out, "  ------------------- {threshold} months: {change}")?;
            }
        }
    }
    Ok(())
}
