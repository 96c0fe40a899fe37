//! Reads the requirements of a binary from its ELF headers.

use anyhow::{Context, Result, bail, ensure};
use object::read::elf::FileHeader;
use object::{Endianness, elf};

/// The GLIBC version of Amazon Linux 2023, which is the base of `provided.al2023`.
pub(crate) const NEWEST_GLIBC: (u32, u32) = (2, 34);

/// A processor of Lambda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Architecture {
    /// Intel's and AMD's.
    X86_64,
    /// Graviton.
    Arm64,
}

impl Architecture {
    /// Lambda's name for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Architecture::X86_64 => "x86_64",
            Architecture::Arm64 => "arm64",
        }
    }

    /// Rust's name for Linux on it.
    pub(crate) fn target(self) -> &'static str {
        match self {
            Architecture::X86_64 => "x86_64-unknown-linux-gnu",
            Architecture::Arm64 => "aarch64-unknown-linux-gnu",
        }
    }

    /// The processor with this name in Lambda.
    pub(crate) fn named(name: &str) -> Option<Architecture> {
        [Architecture::X86_64, Architecture::Arm64].into_iter().find(|one| one.name() == name)
    }

    fn machine(self) -> elf::Machine {
        match self {
            Architecture::X86_64 => elf::EM_X86_64,
            Architecture::Arm64 => elf::EM_AARCH64,
        }
    }
}

/// Fails when Lambda cannot start the binary. Returns the newest GLIBC version that it requires, if any.
pub(crate) fn check(binary: &[u8], architecture: Architecture) -> Result<Option<(u32, u32)>> {
    let header = elf::FileHeader64::<Endianness>::parse(binary)
        .context("not a 64-bit ELF binary; Lambda runs Linux: build on Linux, or in a container")?;
    let endian = header.endian()?;
    ensure!(
        header.e_machine(endian) == architecture.machine(),
        "built for another processor than {}; select Lambda's processor with `--arch`",
        architecture.name()
    );
    let newest = glibc(header, endian, binary)?;
    if let Some((major, minor)) = newest.filter(|version| *version > NEWEST_GLIBC) {
        bail!(
            "requires GLIBC {major}.{minor}, but Lambda has {}.{}: build with an older GLIBC, e.g. in a \
             container of Amazon Linux 2023 or Debian 11",
            NEWEST_GLIBC.0,
            NEWEST_GLIBC.1
        );
    }
    Ok(newest)
}

fn glibc(
    header: &elf::FileHeader64<Endianness>,
    endian: Endianness,
    binary: &[u8],
) -> Result<Option<(u32, u32)>> {
    let sections = header.sections(endian, binary)?;
    let Some((mut libraries, strings)) = sections.gnu_verneed(endian, binary)? else { return Ok(None) };
    let strings = sections.strings(endian, binary, strings)?;
    let mut newest = None;
    while let Some((_, mut versions)) = libraries.next()? {
        while let Some(version) = versions.next()? {
            newest = newest.max(parsed(version.name(endian, strings)?));
        }
    }
    Ok(newest)
}

/// Parses `GLIBC_2.34`; the third number of `GLIBC_2.2.5` does not matter here.
fn parsed(name: &[u8]) -> Option<(u32, u32)> {
    let mut numbers = std::str::from_utf8(name).ok()?.strip_prefix("GLIBC_")?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Architecture, check, parsed};

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(parsed(b"GLIBC_2.2.5"), Some((2, 2)));
        assert!(parsed(b"GLIBC_2.34") > parsed(b"GLIBC_2.4"));
        assert_eq!(parsed(b"GCC_3.0"), None);
        assert_eq!(parsed(b"GLIBC_PRIVATE"), None);
    }

    /// This test is a binary of the machine that builds.
    #[cfg(all(target_os = "linux", target_arch = "x86_64", target_env = "gnu"))]
    #[test]
    fn another_processor_is_refused() {
        let this = std::fs::read(std::env::current_exe().expect("a path")).expect("readable");
        let error = check(&this, Architecture::Arm64).expect_err("x86_64 is not arm64");
        assert!(error.to_string().contains("another processor than arm64"), "{error:#}");
    }

    #[test]
    fn other_files_are_refused_with_advice() {
        let error = check(b"#!/bin/sh\n", Architecture::X86_64).expect_err("a script");
        assert!(error.to_string().contains("build on Linux"), "{error:#}");
    }
}
