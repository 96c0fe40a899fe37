//! Reads the profile of one person.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use career_model::Profile;
use profile_data::{Identity, Record, canonical_address, expand_paths, open_profiles};

use super::ReadSettings;
use crate::location;

/// The newest profile with this address, in any spelling.
///
/// # Errors
/// A path that cannot be read, or no profile with the URL.
pub fn find_by_url(paths: &[PathBuf], settings: &ReadSettings, url: &str) -> Result<Profile> {
    let address = canonical_address(url);
    let is_asked = |profile: &Profile| {
        let own = profile.url.as_deref();
        own == Some(url) || (address.is_some() && own.and_then(canonical_address) == address)
    };
    let mut found: Option<(u16, Profile)> = None;
    let local = location::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        for record in open_profiles(path, &settings.options)? {
            if let Record::Accepted { profile, snapshot_day, .. } = record?
                && is_asked(&profile)
                && found.as_ref().is_none_or(|(day, _)| snapshot_day >= *day)
            {
                found = Some((snapshot_day, profile));
            }
        }
    }
    if let Some((_, profile)) = found {
        return Ok(profile);
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    bail!("{}: no profile has the URL given with --url; it must be a record's `url`", names.join(", "))
}

/// The newest profile in a file with exactly one person.
///
/// # Errors
/// A path that cannot be read, a record that cannot be read, or not exactly one person.
pub fn read_one(path: &Path, settings: &ReadSettings) -> Result<Profile> {
    let mut found: Option<(u16, Profile)> = None;
    let local = location::local(&[path.to_owned()])?;
    let [file] = local.paths.as_slice() else {
        bail!("{}: more than one file; use --profiles instead of --profile", path.display())
    };
    for record in open_profiles(file, &settings.options)? {
        match record? {
            Record::Rejected(rejected) => bail!("{}: {rejected}", path.display()),
            Record::Accepted { profile, snapshot_day, .. } => {
                if let Some((day, before)) = &found {
                    if !Identity::of(before).is_same_person(&Identity::of(&profile)) {
                        bail!("{}: more than one person; use --profiles instead of --profile", path.display())
                    }
                    if snapshot_day < *day {
                        continue;
                    }
                }
                found = Some((snapshot_day, profile));
            }
        }
    }
    found.map(|(_, profile)| profile).with_context(|| format!("{}: no profile found", path.display()))
}
