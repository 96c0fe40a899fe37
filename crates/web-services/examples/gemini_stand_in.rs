//! The tests' stand-in for Gemini as a program: prints its URL on a line, then serves until it is stopped.
//! `--fail-share 0.2` fails a fifth of the calls.

#[path = "../tests/stand_in/mod.rs"]
mod stand_in;

use std::io::Write as _;

use stand_in::StandIn;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let server = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => StandIn::with_script([]),
        ["--fail-share", share] => match share.parse() {
            Ok(share) if (0.0..=1.0).contains(&share) => StandIn::with_fail_share(share),
            _ => return Err("--fail-share takes a number from 0 to 1, such as 0.2".to_owned()),
        },
        _ => return Err("usage: gemini_stand_in [--fail-share SHARE]".to_owned()),
    };
    let mut out = std::io::stdout();
    writeln!(out, "{}", server.url()).and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    loop {
        std::thread::park();
    }
}
