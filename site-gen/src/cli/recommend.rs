//! `site-gen recommend`

use std::cell::RefCell;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Result, ensure};
use career_model::{Model, Profile};
use clap::Args;
use training::location::runtime;
use training::reading::{Consumer, Files, Person, Rejects, find_by_url, read_one};
use training::workflow::load;

use crate::advice::Advice;
use crate::cli::args::ReadingArgs;
use crate::progress::Terminal;

/// Recommend skills, courses and certifications to people.
#[derive(Debug, Args)]
pub(crate) struct Recommend {
    /// Folder that `train` wrote.
    #[arg(long, value_name = "MODEL_DIR")]
    pub model: PathBuf,
    /// Files of profiles.
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present = "profile")]
    pub profiles: Vec<PathBuf>,
    /// One person: a LinkedIn data export (ZIP or folder), a JSON Resume, or any file with one profile.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["profiles", "url"])]
    pub profile: Option<PathBuf>,
    /// Number of skills to recommend.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub top: usize,
    /// Only the person with this profile URL.
    #[arg(long, value_name = "PROFILE_URL")]
    pub url: Option<String>,
    /// Print one JSON object per person.
    #[arg(long)]
    pub json: bool,
    /// How the profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

impl Recommend {
    /// Prints recommendations.
    ///
    /// # Errors
    /// A model or profiles that cannot be read, or no profile with the URL.
    pub(crate) fn run(self) -> Result<()> {
        ensure!(self.top > 0, "--top 0 recommends nothing; use 1 or more");
        let model = runtime()?.block_on(load(&self.model))?;
        let mut out = BufWriter::new(io::stdout().lock());
        let reading = self.reading.reading()?;
        if let Some(path) = &self.profile {
            self.print(&model, &read_one(path, &reading)?, &mut out)?;
        } else if let Some(url) = &self.url {
            self.print(&model, &find_by_url(&self.profiles, &reading, url)?, &mut out)?;
        } else {
            let progress = Terminal::default();
            let mut files = Files::open(&self.profiles, &reading, &progress, Rejects::Report)?;
            // What is printed cannot be taken back.
            files.find_people()?;
            let out = RefCell::new(&mut out);
            let (printer, read) =
                files.read(|| Printer { verb: &self, model: &model, out: &out, printed: Ok(()) })?;
            printer.printed?;
            read.ensure_people(&self.profiles)?;
        }
        out.flush()?;
        Ok(())
    }

    fn print(&self, model: &Model, profile: &Profile, out: &mut impl Write) -> Result<()> {
        let advice = Advice::new(model, profile, self.top);
        if self.json {
            serde_json::to_writer(&mut *out, &advice.to_json())?;
            writeln!(out)?;
        } else {
            write!(out, "{}", advice.to_text())?;
        }
        Ok(())
    }
}

/// Prints the recommendations of every person.
struct Printer<'a, W> {
    verb: &'a Recommend,
    model: &'a Model,
    out: &'a RefCell<W>,
    printed: Result<()>,
}

impl<W: Write> Consumer for Printer<'_, W> {
    fn person(&mut self, person: Person<'_>) {
        if self.printed.is_ok() {
            self.printed = self.verb.print(self.model, person.profile, &mut *self.out.borrow_mut());
        }
    }
}
