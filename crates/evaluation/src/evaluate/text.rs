//! The report of an evaluation as text for a terminal.

use std::fmt::{self, Write as _};

use career_model::Level;
use templates::english::plural;
use templates::shown;

use crate::evaluate::silhouettes::published;
use crate::evaluate::{Ablation, EvaluationReport, Interval, ReferenceComparison, SilhouettePair};

/// Longest name of a page.
const MAX_NAME_CHARS: usize = 48;

impl EvaluationReport {
    /// The report as text for a terminal.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    fn write_text(&self, out: &mut String) -> fmt::Result {
        let (no_months, few) = (self.not_asked.no_months, self.not_asked.too_few_skills);
        writeln!(
            out,
            "{} people in the training set; {} test people, with 30% of their skills hidden\n\
             {} held-out people skipped: {no_months} without months of experience, \
             {few} with fewer than five skills",
            self.learned,
            self.asked,
            no_months + few
        )?;
        self.write_methods(out)?;
        writeln!(out, "\nwithout                page  person")?;
        for Ablation { without, page, personal } in &self.ablation {
            writeln!(out, "{without:<20}{page:>7.3}{personal:>8.3}")?;
        }
        self.write_reference_measures(out)?;
        self.write_silhouettes(out)?;
        self.write_pages(out)?;
        writeln!(out, "\nmonths of experience (bins of fewer than five people are not shown)")?;
        for bin in &self.experience {
            writeln!(out, "{:<48}{:>7}", bin.label(), bin.people)?;
        }
        Ok(())
    }

    fn write_methods(&self, out: &mut String) -> fmt::Result {
        writeln!(
            out,
            "\n{:<28}{:>9}  {:<16}{:>7}  {:<14}{:>10}{:>8}{:>9}{:>10}{:>8}",
            "method",
            "recall@5",
            "95% interval",
            "times",
            "95% interval",
            "recall@10",
            "hit@5",
            "nDCG@10",
            "coverage",
            "share"
        )?;
        for method in &self.methods {
            let between = |interval: Interval, digits: usize| {
                format!("{:.digits$} to {:.digits$}", interval.low, interval.high)
            };
            writeln!(
                out,
                "{:<28}{:>9.3}  {:<16}{:>7.2}  {:<14}{:>10.3}{:>8.3}{:>9.3}{:>10}{:>7.1}%",
                method.method,
                method.recall_5.mean,
                between(method.recall_5, 3),
                method.recall_5_ratio.mean,
                between(method.recall_5_ratio, 2),
                method.recall_10.mean,
                method.hit_5.mean,
                method.ndcg_10.mean,
                method.coverage,
                100.0 * method.coverage_share,
            )?;
        }
        writeln!(
            out,
            "coverage: different skills among the first five recommendations of all people, of {} skills \
             that at least three people of the training set have\n\
             {:.1}% of the test people have no roadmap: the model has none of their items",
            self.catalogue,
            100.0 * self.without_place
        )?;
        writeln!(out, "\nrecall@5 by level")?;
        for method in &self.methods {
            write!(out, "{:<28}", method.method)?;
            for level in &method.levels {
                write!(out, "  {} {:.3} ({})", level.level, level.recall_5.mean, level.asked)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn write_reference_measures(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "\n{:<30}{:>10}{:>8}", "the reference method's measures", "reference", "ours")?;
        let ReferenceComparison { reference, full } = &self.reference_measures;
        for (name, a, b) in [
            ("success, training set", reference.success_in_sample, full.success_in_sample),
            ("success, test set", reference.success_held_out, full.success_held_out),
        ] {
            writeln!(out, "{name:<30}{a:>10.3}{b:>8.3}")?;
        }
        for (n, pages) in &reference.unique_clusters {
            let ours = full.unique_clusters.get(n).copied().unwrap_or(0);
            writeln!(
                out,
                "{:<30}{:>10}{:>8}",
                format!("pages with unique top {n} skills"),
                format!("{pages}/{}", reference.pages.len()),
                format!("{ours}/{}", full.pages.len())
            )?;
        }
        Ok(())
    }

    fn write_silhouettes(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "\n{:<44}{:>7}{:>10}{:>22}", "mean silhouette", "own", "shuffled", "published")?;
        let mut line = |name: &str, beside: SilhouettePair, published: &str| {
            writeln!(out, "{name:<44}{:>7.3}{:>10.3}{published:>22}", beside.own, beside.shuffled)
        };
        for level in &self.silhouettes.reference {
            let name = format!("reference, {}, {} clusters", level.level, level.n_clusters);
            line(&format!("{name}, feature rows"), level.features, "")?;
            line(&format!("{name}, PCA"), level.components, &format!("{:.2}", level.published))?;
        }
        if let Some(ours) = self.silhouettes.ours {
            line("ours, all levels, unit vectors of interests", ours, "")?;
        }
        let [junior, senior, expert] = Level::ALL.map(published);
        writeln!(
            out,
            "shuffled: each item is assigned at random to as many people of the level\n\
             published: {junior}, {senior} and {expert} for juniors, seniors and experts, on the data of \
             the reference method's source, without a null"
        )
    }

    fn write_pages(&self, out: &mut String) -> fmt::Result {
        let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"));
        writeln!(
            out,
            "\n{:<50}{:<8}{:>7}{:>9}{:>10}{:>10}",
            "page", "level", "people", "Jaccard", "training", "test"
        )?;
        for page in self.pages() {
            writeln!(
                out,
                "{:<50}{:<8}{:>7}{:>9}{:>10}{:>10}",
                shown(&page.name, MAX_NAME_CHARS),
                page.level,
                page.people,
                share(page.jaccard),
                share(page.in_sample),
                share(page.held_out)
            )?;
        }
        let n = self.pages().len();
        writeln!(
            out,
            "{} of {n} {} stable (bootstrap Jaccard of 0.75 or more); training and test: success on the set, \
             not reported for fewer than five people",
            self.n_stable(),
            plural(n as u64, "page is", "pages are"),
        )
    }
}
