//! `cargo xtask package`: builds the functions' zips for Lambda.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::elf::{self, Architecture};
use crate::options::{Options, wrong_value};
use crate::run::{cargo, heading, target};
use crate::zip_file::{Kind, zipped};

/// A function: the name of its zip, and its names in cargo.
struct Function {
    name: &'static str,
    /// The package of the binary, and packages whose features its dependencies are built with, so that the
    /// crates that both need are built once.
    packages: &'static [&'static str],
    binary: &'static str,
    /// The cargo profile, which is also the name of the output folder.
    profile: &'static str,
}

const FUNCTIONS: [Function; 2] = [
    Function { name: "classify", packages: &["classify"], binary: "bootstrap", profile: "lambda" },
    Function { name: "refresh", packages: &["site-gen", "refresh"], binary: "refresh", profile: "release" },
];

/// The limit of a direct upload to Lambda, as Terraform does it, in bytes.
const LARGEST_ZIP: usize = 50 << 20;

/// The options of a package.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Package<'a> {
    /// Lambda's processor.
    pub(crate) architecture: Architecture,
    /// The folder of a model to bundle with classify.
    pub(crate) model: Option<&'a Path>,
    /// Only print what would be done.
    pub(crate) dry_run: bool,
}

/// The command.
pub(crate) fn command(args: &[&str]) -> Result<()> {
    let options = Options::parse(args, &["--arch", "--model"], &["--dry-run"])?;
    let package = Package {
        architecture: architecture(&options)?,
        model: options.value("--model").map(Path::new),
        dry_run: options.has("--dry-run"),
    };
    build(package).map(|_| ())
}

/// The value of `--arch`.
pub(crate) fn architecture(options: &Options) -> Result<Architecture> {
    let name = options.value("--arch").unwrap_or("x86_64");
    Architecture::named(name).ok_or_else(|| wrong_value("--arch", name, "x86_64 or arm64"))
}

/// The path of a function's zip.
pub(crate) fn zip_of(name: &str) -> PathBuf {
    target().join("package").join(format!("{name}.zip"))
}

/// Builds, checks and zips both functions. Returns their zips.
pub(crate) fn build(package: Package<'_>) -> Result<Vec<PathBuf>> {
    FUNCTIONS.iter().map(|function| one(function, package)).collect()
}

fn one(function: &Function, package: Package<'_>) -> Result<PathBuf> {
    heading(&format!("{} for {}", function.name, package.architecture.name()));
    let zip = zip_of(function.name);
    let target_name = package.architecture.target();
    let mut args = vec!["build", "--profile", function.profile, "--bin", function.binary];
    args.extend(function.packages.iter().flat_map(|package| ["-p", package]));
    // The machine's own target is built without `--target`, in the same folder as for the tests.
    let cross = !is_host(package.architecture);
    if cross {
        args.extend(["--target", target_name]);
    }
    if package.dry_run {
        println!("would run: cargo {}", args.join(" "));
        println!("would write: {}", zip.display());
        return Ok(zip);
    }
    let built = cargo(&args);
    let built = if cross {
        built.with_context(|| {
            format!(
                "building for another processor needs `rustup target add {target_name}` and a linker for it"
            )
        })
    } else {
        built
    };
    built?;
    let folder = if cross { target().join(target_name) } else { target() };
    let path = folder.join(function.profile).join(function.binary);
    let binary = fs::read(&path).with_context(|| path.display().to_string())?;
    let glibc = elf::check(&binary, package.architecture).with_context(|| path.display().to_string())?;
    let mut files = vec![("bootstrap", Kind::Program, binary)];
    if let Some(model) = package.model.filter(|_| function.name == "classify") {
        let file = model.join("model.bin");
        let bytes = fs::read(&file).with_context(|| {
            format!("{}: --model must be a folder written by `site-gen train --out`", file.display())
        })?;
        files.push(("model/model.bin", Kind::Data, bytes));
    }
    let bytes = zipped(&files)?;
    ensure!(
        bytes.len() <= LARGEST_ZIP,
        "{} would have {} bytes, but Lambda's limit is {LARGEST_ZIP}; leave out --model",
        zip.display(),
        bytes.len()
    );
    if let Some(folder) = zip.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&zip, &bytes).with_context(|| zip.display().to_string())?;
    let requirement =
        glibc.map_or_else(|| "no GLIBC".to_owned(), |(major, minor)| format!("GLIBC {major}.{minor}"));
    println!("{}: {} bytes, requires {requirement}", zip.display(), bytes.len());
    Ok(zip)
}

/// Whether this machine has Lambda's processor and system.
fn is_host(architecture: Architecture) -> bool {
    cfg!(all(target_os = "linux", target_env = "gnu"))
        && match architecture {
            Architecture::X86_64 => cfg!(target_arch = "x86_64"),
            Architecture::Arm64 => cfg!(target_arch = "aarch64"),
        }
}
