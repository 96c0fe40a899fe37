//! The report of an evaluation as a page with charts.

use anyhow::Result;
use career_model::Level;
use charts::{BarRow, Bars, IntervalRow, Intervals, Lines, Series, Unit};
use serde::Serialize;
use templates::english::{grouped, percent};
use templates::shown;
use templates::{Chrome, Language, Words, templates};
use tera::Context;

use crate::evaluate::experience::ExperienceBin;
use crate::evaluate::methods::{Method, Role};
use crate::evaluate::reference_measures::{PageReport, ReferenceMeasures};
use crate::evaluate::report::{EvaluationReport, MethodReport};
use crate::evaluate::silhouettes::{LevelSilhouettes, SilhouettePair};

/// Longest level and name of a page in a table.
const MAX_TITLE_CHARS: usize = 120;

/// The data of the template; most numbers are formatted.
#[derive(Debug, Serialize)]
struct EvaluationView {
    learned: String,
    asked: String,
    pages: String,
    stable: String,
    without_place: String,
    no_months: String,
    few_skills: String,
    senior_from: u32,
    senior_to: u32,
    catalogue: String,
    coverage: Vec<CoverageRow>,
    page_rows: Vec<PageRow>,
    recall: Option<Intervals>,
    ablation: Option<Bars>,
    success: Option<Bars>,
    success_rows: Vec<SuccessRow>,
    unique: Option<Lines>,
    silhouettes: Option<Bars>,
    stability: Option<Bars>,
    experience: Option<Bars>,
}

/// The coverage of a method.
#[derive(Debug, Serialize)]
struct CoverageRow {
    name: &'static str,
    skills: String,
    share: String,
}

/// The success of a model.
#[derive(Debug, Serialize)]
struct SuccessRow {
    name: &'static str,
    in_sample: String,
    held_out: String,
}

/// One of our pages.
#[derive(Debug, Serialize)]
struct PageRow {
    title: String,
    people: String,
    jaccard: String,
    in_sample: String,
    held_out: String,
}

impl EvaluationReport {
    /// The report as a self-contained page in the style of the site.
    ///
    /// # Errors
    /// A template that does not render: a bug.
    pub fn to_html(&self) -> Result<String> {
        let mut context = Context::new();
        context.insert("chrome", &Chrome::inlined());
        context.insert("report", &self.view());
        Ok(templates(None, Language::English)?.render("evaluation.html", &context)?)
    }

    fn view(&self) -> EvaluationView {
        EvaluationView {
            learned: grouped(self.learned),
            asked: grouped(self.asked),
            pages: grouped(self.pages().len() as u64),
            stable: grouped(self.n_stable() as u64),
            without_place: percent((self.without_place * self.asked as f64).round() as u64, self.asked),
            no_months: grouped(self.not_asked.no_months),
            few_skills: grouped(self.not_asked.too_few_skills),
            senior_from: *Level::Senior.months().start(),
            senior_to: *Level::Senior.months().end(),
            catalogue: grouped(self.catalogue),
            coverage: self.methods.iter().map(CoverageRow::of).collect(),
            page_rows: self.pages().iter().map(PageRow::of).collect(),
            recall: self.recall(),
            ablation: self.ablation(),
            success: self.success(),
            success_rows: [
                ("Reference method", &self.reference_measures.reference),
                ("Ours", &self.reference_measures.full),
            ]
            .map(|(name, own)| SuccessRow {
                name,
                in_sample: written(own.success_in_sample),
                held_out: written(own.success_held_out),
            })
            .into(),
            unique: self.unique(),
            silhouettes: self.silhouettes(),
            stability: self.stability(),
            experience: self.experience(),
        }
    }

    fn recall(&self) -> Option<Intervals> {
        let row = |method: &MethodReport| {
            let recall = method.recall_5;
            let row = IntervalRow::new(method.method.name(), recall.mean, recall.low, recall.high);
            match method.role {
                Role::Ours => row.ours(),
                Role::Ceiling => row.ceiling(),
                Role::Baseline => row,
            }
        };
        let rows: Vec<IntervalRow> = self.methods.iter().map(row).collect();
        let title = "Hidden skills found with five recommendations";
        Intervals::new(&english(), "recall", title, "recall@5", Unit::Share, &rows)
    }

    fn ablation(&self) -> Option<Bars> {
        let whole = |method: Method| {
            self.methods.iter().find(|report| report.method == method).map(|report| report.recall_5.mean)
        };
        let all = whole(Method::Page)
            .zip(whole(Method::PersonalRanking))
            .map(|(page, personal)| ("all inputs".to_owned(), page, personal));
        let blocks = self
            .ablation
            .iter()
            .map(|ablation| (format!("without {}", ablation.without), ablation.page, ablation.personal));
        let row = |(name, page, personal): (String, f64, f64)| {
            let bar = BarRow::new(&name, &written(personal), personal);
            bar.second(&written(page), page)
        };
        let rows: Vec<BarRow> = all.into_iter().chain(blocks).map(row).collect();
        Bars::paired(
            &english(),
            "ablation",
            "Recall@5 without one block of inputs",
            ["ranking for each person", "the page"],
            &rows,
        )
    }

    fn success(&self) -> Option<Bars> {
        let row = |page: &PageReport| {
            let in_sample = page.in_sample?;
            let bar = BarRow::new(&page.title(), &written(in_sample), in_sample);
            Some(page.held_out.map_or(bar.clone(), |held_out| bar.second(&written(held_out), held_out)))
        };
        let rows: Vec<BarRow> = self.pages().iter().filter_map(row).collect();
        Bars::paired(&english(), "success", "Success per page, ours", ["training", "test"], &rows)
    }

    fn stability(&self) -> Option<Bars> {
        let row = |page: &PageReport| {
            let jaccard = page.jaccard?;
            Some(BarRow::new(&page.title(), &format!("{jaccard:.2}"), jaccard))
        };
        let rows: Vec<BarRow> = self.pages().iter().filter_map(row).collect();
        Bars::new(&english(), "stability", "Bootstrap Jaccard of every page", &rows)
    }

    fn silhouettes(&self) -> Option<Bars> {
        let bar = |name: &str, own: f64| BarRow::new(name, &decimals(own), own);
        let both = |name: &str, SilhouettePair { own, shuffled }: SilhouettePair| {
            bar(name, own).second(&decimals(shuffled), shuffled)
        };
        let level = |level: &LevelSilhouettes| {
            [
                both(&format!("Reference method, {}, feature rows", level.level), level.features),
                both(&format!("Reference method, {}, PCA", level.level), level.components),
                bar(&format!("Reference method as published, {}", level.level), level.published),
            ]
        };
        let ours = self.silhouettes.ours.map(|own| both("Ours, all levels", own));
        let rows: Vec<BarRow> = self.silhouettes.reference.iter().flat_map(level).chain(ours).collect();
        Bars::paired(&english(), "silhouettes", "Mean silhouettes", ["people", "shuffled people"], &rows)
    }

    fn experience(&self) -> Option<Bars> {
        let most = self.experience.iter().map(|bin| bin.people).max().unwrap_or(1);
        let row = |bin: &ExperienceBin| {
            BarRow::new(&bin.label(), &grouped(bin.people), bin.people as f64 / most as f64)
        };
        let rows: Vec<BarRow> = self.experience.iter().map(row).collect();
        Bars::new(&english(), "experience", "People by months of experience", &rows)
    }

    fn unique(&self) -> Option<Lines> {
        let series = |name: &str, measures: &ReferenceMeasures| {
            let share = |pages: u64| pages as f64 / measures.pages.len().max(1) as f64;
            Series::new(
                name,
                measures.unique_clusters.iter().map(|(n, pages)| (*n as i32, share(*pages))).collect(),
            )
        };
        let reference = series("reference method", &self.reference_measures.reference);
        let both = [reference, series("ours", &self.reference_measures.full)];
        let title = "Share of pages with unique top n skills";
        Lines::new(&english(), "unique", title, ["n", "unique pages"], Unit::Share, &both)
    }
}

/// Reports for operators are in English only.
fn english() -> Words {
    Words::of(Language::English)
}

fn written(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

/// `−0.123`: three decimals.
fn decimals(number: f64) -> String {
    format!("{number:.3}").replace('-', "−")
}

/// A value, or a dash for none.
fn or_dash(share: Option<f64>, write: fn(f64) -> String) -> String {
    share.map_or_else(|| "–".to_owned(), write)
}

impl CoverageRow {
    fn of(method: &MethodReport) -> CoverageRow {
        CoverageRow {
            name: method.method.name(),
            skills: grouped(method.coverage),
            share: written(method.coverage_share),
        }
    }
}

impl PageRow {
    fn of(page: &PageReport) -> PageRow {
        PageRow {
            title: shown(&page.title(), MAX_TITLE_CHARS),
            people: grouped(page.people),
            jaccard: or_dash(page.jaccard, |jaccard| format!("{jaccard:.2}")),
            in_sample: or_dash(page.in_sample, written),
            held_out: or_dash(page.held_out, written),
        }
    }
}
