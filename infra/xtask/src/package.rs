//! `cargo xtask package`: the functions' zips, ready for Lambda.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::elf::{self, Architecture};
use crate::options::{Options, wrong_value};
use crate::run::{cargo, heading, target};
use crate::zip_file::{Kind, zipped};

/// A function: its zip's name, and what cargo calls it.
struct Function {
    name: &'static str,
    package: &'static str,
    binary: &'static str,
    /// What cargo is asked for, and the folder it builds into.
    profile: &'static str,
}

const FUNCTIONS: [Function; 2] = [
    Function { name: "classify", package: "classify", binary: "bootstrap", profile: "lambda" },
    Function { name: "refresh", package: "refresh", binary: "refresh", profile: "release" },
];

/// What Lambda takes from a direct upload, which is what Terraform makes.
const LARGEST_ZIP: usize = 50 << 20;

/// What to package.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Package<'a> {
    /// The processor that Lambda shall have.
    pub(crate) architecture: Architecture,
    /// A model's folder, for classify to fall back on.
    pub(crate) model: Option<&'a Path>,
    /// Only say what would be done.
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

/// What `--arch` says.
pub(crate) fn architecture(options: &Options) -> Result<Architecture> {
    let name = options.value("--arch").unwrap_or("x86_64");
    Architecture::named(name).ok_or_else(|| wrong_value("--arch", name, "x86_64 or arm64"))
}

/// Where a function's zip is.
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
    let mut args =
        vec!["build", "--profile", function.profile, "-p", function.package, "--bin", function.binary];
    // The machine's own target is built without naming it, in the folder that the tests use too.
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
            format!("{}: --model is a folder that `site-gen train --out` wrote", file.display())
        })?;
        files.push(("model/model.bin", Kind::Data, bytes));
    }
    let bytes = zipped(&files)?;
    ensure!(
        bytes.len() <= LARGEST_ZIP,
        "{} would be {} bytes, and Lambda takes {LARGEST_ZIP}; leave --model out",
        zip.display(),
        bytes.len()
    );
    if let Some(folder) = zip.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&zip, &bytes).with_context(|| zip.display().to_string())?;
    let asks = glibc.map_or_else(|| "no GLIBC".to_owned(), |(major, minor)| format!("GLIBC {major}.{minor}"));
    println!("{}: {} bytes, asks for {asks}", zip.display(), bytes.len());
    Ok(zip)
}

/// Whether the machine that builds is what Lambda shall have.
fn is_host(architecture: Architecture) -> bool {
    cfg!(all(target_os = "linux", target_env = "gnu"))
        && match architecture {
            Architecture::X86_64 => cfg!(target_arch = "x86_64"),
            Architecture::Arm64 => cfg!(target_arch = "aarch64"),
        }
}
