//! The command line. To add a verb: a file in `cli/` with its arguments and its run, and a line in
//! [`verbs!`].

mod args;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Train a model on profiles of people with a career in tech, and publish roadmaps for everyone else.
#[derive(Debug, Parser)]
#[command(name = "site-gen", version, about, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// The verb.
    #[command(subcommand)]
    pub command: Command,
}

/// Declares each verb's module, its variant of [`Command`] and its run. `cargo fmt` does not find modules
/// that a macro declares; `cargo xtask check` runs rustfmt on the verbs' files.
macro_rules! verbs {
    ($($module:ident::$Verb:ident,)+) => {
        $(mod $module;)+

        /// The verbs.
        #[derive(Debug, Subcommand)]
        #[allow(clippy::large_enum_variant, missing_docs, reason = "one value; each verb has its own text")]
        pub(crate) enum Command {
            $($Verb($module::$Verb),)+
        }

        impl Command {
            /// Runs the verb.
            ///
            /// # Errors
            /// The errors of the verb's run.
            pub(crate) fn run(self) -> Result<()> {
                match self {
                    $(Command::$Verb(verb) => verb.run(),)+
                }
            }
        }
    };
}

verbs! {
    demo::Demo,
    sample::Sample,
    inspect::Inspect,
    collect::Collect,
    topics::Topics,
    train::Train,
    evaluate::Evaluate,
    render::Render,
    recommend::Recommend,
    serve::Serve,
    refresh::Refresh,
    publish::Publish,
    rollback::Rollback,
    releases::Releases,
}

const EXAMPLES: &str = "\
Examples:
  site-gen demo                                             serve a site from synthetic profiles
  site-gen demo --profiles people.jsonl                     serve a site from your profiles
  site-gen sample --profiles 1000 --seed 1 --out people.jsonl
  site-gen inspect people.csv.gz                            report the contents of a file
  site-gen train --profiles people.jsonl --out model
  site-gen train --profiles 'export-*.json.gz' --select successful-tech --out model
  site-gen topics --profiles people.jsonl --out topics      write topics/skills.csv for editing
  site-gen train --profiles people.jsonl --topics topics --out model
  site-gen evaluate --profiles people.jsonl                 measure recall on held-out people
  site-gen render --model model --out site
  site-gen serve --model model --site site
  site-gen recommend --model model --profiles people.jsonl --url https://profiles.example/42
  site-gen recommend --model model --profile Basic_LinkedInDataExport.zip
  site-gen refresh --profiles s3://profiles/profiles --to s3://releases --base-url https://example.org
  site-gen releases --at s3://releases
  site-gen rollback --at s3://releases

Use a folder or s3://bucket/prefix wherever an option takes a path.

Formats of profiles: JSON Lines, Bright Data people profiles (JSON, JSON Lines, CSV), the Stack Overflow
Developer Survey (survey_results_public.csv), a LinkedIn data export (ZIP or folder), JSON Resume; each also
compressed with gzip or zstd. The format is detected from the content.

Exit codes: 0 success, 1 failure, 2 wrong usage.";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Args, Command, CommandFactory};

    use super::Cli;
    use super::args::ReadingArgs;
    use super::args::services::ServiceArgs;
    use super::args::topics::TopicArgs;

    fn with_heading(command: &Command) -> BTreeSet<String> {
        let with_heading = command.get_arguments().filter(|arg| arg.get_help_heading().is_some());
        with_heading.map(|arg| arg.get_id().to_string()).collect()
    }

    /// In clap, a heading applies to all arguments declared after it.
    #[test]
    fn headings_of_shared_arguments_apply_only_to_them() {
        let cli = Cli::command();
        let own = |name| with_heading(cli.find_subcommand(name).expect("a command"));
        let reading = with_heading(&ReadingArgs::augment_args(Command::new("reading")));
        let services = with_heading(&ServiceArgs::augment_args(Command::new("services")));
        for name in ["demo", "inspect", "recommend"] {
            assert_eq!(own(name), reading, "{name}");
        }
        let topics = with_heading(&TopicArgs::augment_args(Command::new("topics")));
        for name in ["train", "topics"] {
            assert_eq!(own(name), &(&reading | &services) | &topics, "{name}");
        }
    }
}
