//! `site-gen recommend`

use std::io::{self, BufWriter, Write};

use anyhow::{Result, ensure};
use career_model::{Model, Profile};

use crate::advice::Advice;
use crate::cli::RecommendArgs;
use crate::commands::runtime;
use crate::reading::{find_by_url, read_one, read_profiles};
use crate::workflow::load;

/// Says what people should learn next.
///
/// # Errors
/// A model or profiles that cannot be read, or nobody with the URL asked for.
pub fn run(args: &RecommendArgs) -> Result<()> {
    ensure!(args.top > 0, "--top 0 recommends nothing; give 1 or more");
    let model = runtime()?.block_on(load(&args.model))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let reading = args.reading.reading()?;
    if let Some(path) = &args.profile {
        print(&model, &read_one(path, &reading)?, args, &mut out)?;
    } else if let Some(url) = &args.url {
        print(&model, &find_by_url(&args.profiles, &reading, url)?, args, &mut out)?;
    } else {
        let mut printed = Ok(());
        read_profiles(&args.profiles, &reading, |person| {
            if printed.is_ok() {
                printed = print(&model, person.profile, args, &mut out);
            }
        })?;
        printed?;
    }
    out.flush()?;
    Ok(())
}

fn print(model: &Model, profile: &Profile, args: &RecommendArgs, out: &mut impl Write) -> Result<()> {
    let advice = Advice::new(model, profile, args.top);
    if args.json {
        serde_json::to_writer(&mut *out, &advice.to_json())?;
        writeln!(out)?;
    } else {
        write!(out, "{}", advice.to_text())?;
    }
    Ok(())
}
