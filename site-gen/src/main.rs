//! `site-gen`: the program. See `site-gen --help`.

use std::io;
use std::process::ExitCode;

use clap::Parser;
use site_gen::cli::{Cli, Command};
use site_gen::commands::{
    collect, demo, evaluate, inspect, publish, recommend, refresh, releases, render, rollback, sample, serve,
    topics, train,
};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Demo(args) => demo::run(args),
        Command::Sample(args) => sample::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Collect(args) => collect::run(&args),
        Command::Topics(args) => topics::run(&args),
        Command::Train(args) => train::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Render(args) => render::run(&args),
        Command::Recommend(args) => recommend::run(&args),
        Command::Serve(args) => serve::run(args),
        Command::Refresh(args) => refresh::run(&args),
        Command::Publish(args) => publish::run(&args),
        Command::Rollback(args) => rollback::run(&args),
        Command::Releases(args) => releases::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whoever read our output has enough of it (`site-gen … | head`): not a failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        json.or_else(|| cause.downcast_ref::<io::Error>().map(io::Error::kind))
    };
    error.chain().any(|cause| kind(cause) == Some(io::ErrorKind::BrokenPipe))
}
