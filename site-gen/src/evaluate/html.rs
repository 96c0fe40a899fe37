//! An evaluation as a page with pictures.

use anyhow::Result;
use serde::Serialize;
use templates::{Chrome, templates};
use tera::Context;

use super::EvaluationReport;
use crate::pictures::{BarRow, Bars, IntervalRow, Intervals, Lines, Series, Unit};
use crate::views::number::{grouped, percent};

/// What the template says; every number is text.
#[derive(Debug, Serialize)]
struct EvaluationView {
    learned: String,
    asked: String,
    pages: String,
    stable: String,
    without_place: String,
    recall: Option<Intervals>,
    ablation: Option<Bars>,
    success: Option<Bars>,
    unique: Option<Lines>,
}

impl EvaluationReport {
    /// The report as a page with the site's look, in one file that loads nothing.
    ///
    /// # Errors
    /// A template that does not render: a mistake in this program.
    pub fn to_html(&self) -> Result<String> {
        let mut context = Context::new();
        context.insert("chrome", &Chrome::inlined());
        context.insert("report", &self.view());
        Ok(templates(None)?.render("evaluation.html", &context)?)
    }

    fn view(&self) -> EvaluationView {
        EvaluationView {
            learned: grouped(self.learned),
            asked: grouped(self.asked),
            pages: grouped(self.stability.len() as u64),
            stable: grouped(self.n_stable() as u64),
            without_place: percent((self.without_place * self.asked as f64).round() as u64, self.asked),
            recall: self.recall(),
            ablation: self.ablation(),
            success: self.success(),
            unique: self.unique(),
        }
    }

    fn recall(&self) -> Option<Intervals> {
        let row = |method: &super::MethodReport| {
            let recall = method.recall_5;
            let row = IntervalRow::new(method.name, recall.mean, recall.low, recall.high);
            match method.role {
                "ours" => row.ours(),
                "ceiling" => row.ceiling(),
                _ => row,
            }
        };
        let rows: Vec<IntervalRow> = self.methods.iter().map(row).collect();
        Intervals::new("recall", "Hidden skills found among five", "recall@5", Unit::Share, &rows)
    }

    fn ablation(&self) -> Option<Bars> {
        let whole = |name: &str| {
            self.methods.iter().find(|method| method.name == name).map(|method| method.recall_5.mean)
        };
        let all = whole(super::OUR_PAGE)
            .zip(whole(super::RANKED))
            .map(|(page, personal)| ("nothing", page, personal));
        let blocks =
            self.ablation.iter().map(|ablation| (ablation.without, ablation.page, ablation.personal));
        let row = |(name, page, personal): (&str, f64, f64)| {
            let bar = BarRow::new(&format!("without {name}"), &written(personal), personal);
            bar.second(&written(page), page)
        };
        let rows: Vec<BarRow> = all.into_iter().chain(blocks).map(row).collect();
        Bars::paired(
            "ablation",
            "Recall@5 without a block of inputs",
            ["ranked for the person", "the page"],
            &rows,
        )
    }

    fn success(&self) -> Option<Bars> {
        let row = |page: &super::PageSuccess| {
            let bar = BarRow::new(&page.path, &written(page.in_sample), page.in_sample);
            page.held_out.map_or(bar.clone(), |held_out| bar.second(&written(held_out), held_out))
        };
        let rows: Vec<BarRow> = self.seed_measures.full.pages.iter().map(row).collect();
        Bars::paired("success", "Success per page, ours", ["learned from", "not seen"], &rows)
    }

    fn unique(&self) -> Option<Lines> {
        let series = |name: &str, measures: &super::SeedMeasures| {
            let share = |pages: u64| pages as f64 / measures.pages.len().max(1) as f64;
            Series::new(
                name,
                measures.unique_clusters.iter().map(|(n, pages)| (*n as i32, share(*pages))).collect(),
            )
        };
        let both = [series("the seed's", &self.seed_measures.seed), series("ours", &self.seed_measures.full)];
        let title = "Share of pages whose top n skills no other page has";
        Lines::new("unique", title, ["n", "pages told apart"], Unit::Share, &both)
    }
}

fn written(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}
