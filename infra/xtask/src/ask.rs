//! Questions to the user.

use std::io::{BufRead, stdin};

use anyhow::{Result, ensure};

/// Continues only after the expected answer.
///
/// # Errors
/// Another answer, or none.
pub(crate) fn expect(answer: &str, question: &str) -> Result<()> {
    println!("\n{question} Type `{answer}` to continue:");
    expect_from(&mut stdin().lock(), answer)
}

fn expect_from(input: &mut impl BufRead, answer: &str) -> Result<()> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    ensure!(line.trim() == answer, "nothing was done; use `--yes` to continue without a question");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::expect_from;

    #[test]
    fn only_the_exact_answer_continues() {
        assert!(expect_from(&mut &b"career-roadmap\n"[..], "career-roadmap").is_ok());
        for answer in [&b""[..], b"\n", b"y\n", b"career\n", b"Career-Roadmap\n"] {
            assert!(expect_from(&mut &answer[..], "career-roadmap").is_err());
        }
    }
}
