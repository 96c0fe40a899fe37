//! Crates depend only downwards. The table of layers is `infra/xtask/layers.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::closure::dependencies;
use crate::structure::finding::Finding;
use crate::structure::workspace::Member;

/// The layers from the bottom up, one a line.
const TABLE: &str = "infra/xtask/layers.txt";

/// Programs for the terminal: the only crates that may depend on [`TERMINAL`].
const TERMINAL_PROGRAMS: [&str; 2] = ["site-gen", "xtask"];

/// Crates for the terminal: arguments and progress bars. A library reports through a trait instead.
const TERMINAL: [&str; 2] = ["clap", "indicatif"];

/// What the scheduled function must not link, directly or not: it has no terminal, no server, no saved pages.
const NOT_IN_REFRESH: [&str; 4] = ["axum", "clap", "html5ever", "indicatif"];

/// The findings about all members.
pub(crate) fn check(root: &Path, members: &[Member]) -> Result<Vec<Finding>> {
    let text = fs::read_to_string(root.join(TABLE)).context(TABLE)?;
    let mut findings = upward_dependencies(root, members, &text);
    findings.extend(terminal_dependencies(root, members));
    let linked = dependencies("refresh")?;
    for name in NOT_IN_REFRESH.into_iter().filter(|name| linked.contains(*name)) {
        let message = format!(
            "refresh links {name}; `cargo tree -p refresh -e normal -i {name}` shows through which crate"
        );
        findings.push(Finding { file: PathBuf::from("functions/refresh/Cargo.toml"), line: 1, message });
    }
    Ok(findings)
}

/// The layer and the table's line of each crate; the bottom layer is 0.
fn layers(table: &str) -> BTreeMap<&str, (usize, usize)> {
    let lines = table.lines().enumerate().map(|(index, line)| {
        let names: Vec<&str> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        (index + 1, names)
    });
    let layers = lines.filter(|(_, names)| !names.is_empty()).enumerate();
    layers
        .flat_map(|(layer, (line, names))| names.into_iter().map(move |name| (name, (layer, line))))
        .collect()
}

fn upward_dependencies(root: &Path, members: &[Member], table: &str) -> Vec<Finding> {
    let layers = layers(table);
    let mut findings = Vec::new();
    for member in members {
        let Some((layer, _)) = layers.get(member.name.as_str()) else {
            let message = format!("list this crate in {TABLE}, above everything that it depends on");
            findings.push(Finding { file: manifest(member), line: 1, message });
            continue;
        };
        for dependency in &member.dependencies {
            if let Some((below, _)) = layers.get(dependency.as_str())
                && below >= layer
            {
                let message = format!(
                    "{} depends on {dependency}, which is not in a lower layer of {TABLE}; \
                     move what both need down, or move the crate in the table",
                    member.name
                );
                findings.push(dependency_finding(root, member, dependency, message));
            }
        }
    }
    for (name, (_, line)) in layers {
        if !members.iter().any(|member| member.name == name) {
            let message = format!("no member of the workspace is named {name}; remove it from the table");
            findings.push(Finding { file: PathBuf::from(TABLE), line, message });
        }
    }
    findings
}

fn terminal_dependencies(root: &Path, members: &[Member]) -> Vec<Finding> {
    let libraries = members.iter().filter(|member| !TERMINAL_PROGRAMS.contains(&member.name.as_str()));
    let uses = libraries.flat_map(|member| {
        let uses = member.dependencies.iter().filter(|name| TERMINAL.contains(&name.as_str()));
        uses.map(move |name| (member, name))
    });
    uses.map(|(member, name)| {
        let message =
            format!("a library does not use {name}; report through a trait, and let site-gen show it");
        dependency_finding(root, member, name, message)
    })
    .collect()
}

fn manifest(member: &Member) -> PathBuf {
    member.folder.join("Cargo.toml")
}

/// A finding at the line of the manifest that names the dependency.
fn dependency_finding(root: &Path, member: &Member, dependency: &str, message: String) -> Finding {
    let file = manifest(member);
    let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
    let names_it =
        |line: &str| line.strip_prefix(dependency).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
    let line = text.lines().position(names_it).map_or(1, |index| index + 1);
    Finding { file, line, message }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{terminal_dependencies, upward_dependencies};
    use crate::structure::workspace::Member;

    const TABLE: &str = "# bottom\nmodel\n\nstore pages # side by side\nprogram\n";

    fn member(name: &str, dependencies: &[&str]) -> Member {
        let dependencies = dependencies.iter().map(|name| (*name).to_owned()).collect();
        Member { name: name.to_owned(), folder: PathBuf::from(name), dependencies }
    }

    fn findings(members: &[Member]) -> Vec<String> {
        let root = tempfile::tempdir().expect("a folder");
        upward_dependencies(root.path(), members, TABLE).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn downward_dependencies_pass() {
        let members = [
            member("model", &["serde"]),
            member("store", &["model"]),
            member("pages", &["model"]),
            member("program", &["model", "pages", "store"]),
        ];
        assert_eq!(findings(&members), [""; 0]);
    }

    #[test]
    fn a_dependency_on_the_same_layer_or_a_higher_one_is_found() {
        let members = [
            member("model", &["program"]),
            member("store", &["pages"]),
            member("pages", &[]),
            member("program", &[]),
        ];
        let findings = findings(&members);
        assert_eq!(findings.len(), 2, "{findings:?}");
        assert!(findings[0].starts_with("model/Cargo.toml:1: model depends on program"), "{findings:?}");
        assert!(findings[1].starts_with("store/Cargo.toml:1: store depends on pages"), "{findings:?}");
    }

    #[test]
    fn every_member_is_listed_and_every_listed_crate_exists() {
        let members = [member("model", &[]), member("store", &[]), member("pages", &[]), member("new", &[])];
        let findings = findings(&members);
        assert_eq!(findings.len(), 2, "{findings:?}");
        assert!(findings[0].starts_with("new/Cargo.toml:1: list this crate"), "{findings:?}");
        assert!(
            findings[1].contains("layers.txt:5: no member of the workspace is named program"),
            "{findings:?}"
        );
    }

    #[test]
    fn only_programs_know_the_terminal() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("store")).expect("made");
        let manifest = "[dependencies]\nclap-of-thunder = \"1\"\nclap.workspace = true\n";
        fs::write(root.path().join("store/Cargo.toml"), manifest).expect("written");
        let members =
            [member("store", &["clap", "clap-of-thunder"]), member("site-gen", &["clap", "indicatif"])];
        let findings = terminal_dependencies(root.path(), &members);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert!(
            finding.to_string().starts_with("store/Cargo.toml:3: a library does not use clap"),
            "{finding}"
        );
    }
}
