//! The command line. A verb is one file in `cli/`, with its arguments and its run, and one line in [`verbs!`].

mod args;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Learn from the profiles of people who made it in tech, and give everyone else a roadmap.
#[derive(Debug, Parser)]
#[command(name = "site-gen", version, about, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Declares each verb's module, its variant of [`Command`] and its run. `cargo fmt` does not look into a macro;
/// `cargo xtask check` formats the files of verbs.
macro_rules! verbs {
    ($($module:ident::$Verb:ident,)+) => {
        $(mod $module;)+

        /// The verbs.
        #[derive(Debug, Subcommand)]
        #[allow(clippy::large_enum_variant, missing_docs, reason = "there is one; each verb has its own text")]
        pub(crate) enum Command {
            $($Verb($module::$Verb),)+
        }

        impl Command {
            /// Runs the verb.
            ///
            /// # Errors
            /// As the verb's own run.
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
  site-gen demo                                             a working site from synthetic profiles
  site-gen demo --profiles people.jsonl                     the same from yours
  site-gen sample --profiles 1000 --seed 1 --out people.jsonl
  site-gen inspect people.csv.gz                            what is in this file?
  site-gen train --profiles people.jsonl --out model
  site-gen train --profiles 'export-*.json.gz' --select successful-tech --out model
  site-gen topics --profiles people.jsonl --out topics      then edit topics/skills.csv, and
  site-gen train --profiles people.jsonl --topics topics --out model
  site-gen evaluate --profiles people.jsonl                 do the recommendations hold on unseen people?
  site-gen render --model model --out site
  site-gen serve --model model --site site
  site-gen recommend --model model --profiles people.jsonl --url https://profiles.example/42
  site-gen recommend --model model --profile Basic_LinkedInDataExport.zip
  site-gen refresh --profiles s3://profiles/profiles --to s3://releases --base-url https://example.org
  site-gen releases --at s3://releases
  site-gen rollback --at s3://releases

Places may be folders or s3://bucket/prefix, wherever a path is asked for.

Profiles may be JSON Lines, Bright Data people profiles (JSON, JSON Lines, CSV), the Stack Overflow
Developer Survey (survey_results_public.csv), or one person's LinkedIn data export (ZIP or folder) or
JSON Resume; gzip and zstd too. The content decides.

Exit codes: 0 done, 1 failed, 2 wrong usage.";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Args, Command, CommandFactory};

    use super::Cli;
    use super::args::{ReadingArgs, ServiceArgs, TopicArgs};

    fn headed(command: &Command) -> BTreeSet<String> {
        let headed = command.get_arguments().filter(|arg| arg.get_help_heading().is_some());
        headed.map(|arg| arg.get_id().to_string()).collect()
    }

    /// A heading goes on to whatever is declared after it.
    #[test]
    fn shared_headings_hold_shared_arguments_only() {
        let cli = Cli::command();
        let own = |name| headed(cli.find_subcommand(name).expect("a command"));
        let reading = headed(&ReadingArgs::augment_args(Command::new("reading")));
        let services = headed(&ServiceArgs::augment_args(Command::new("services")));
        for name in ["demo", "inspect", "recommend"] {
            assert_eq!(own(name), reading, "{name}");
        }
        let topics = headed(&TopicArgs::augment_args(Command::new("topics")));
        for name in ["train", "topics"] {
            assert_eq!(own(name), &(&reading | &services) | &topics, "{name}");
        }
    }
}
