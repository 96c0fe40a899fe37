//! The address of a site.

use anyhow::{Result, ensure};

/// Where the site lives: scheme and host, without a slash at the end.
pub struct BaseUrl(String);

impl BaseUrl {
    /// Parses an address.
    ///
    /// # Errors
    /// An address that is not a scheme and a host.
    pub fn new(text: &str) -> Result<BaseUrl> {
        let base = text.trim_end_matches('/');
        let host = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://")).unwrap_or("");
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        ensure!(
            !host.is_empty() && host.chars().all(is_host),
            "{text}: the site's address is a scheme and a host without a path, such as https://example.org"
        );
        Ok(BaseUrl(base.to_owned()))
    }

    /// The absolute URL of a path.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// Whether a text is the address of a site: a scheme and a host.
///
/// # Errors
/// What is wrong with it.
pub fn check_base_url(text: &str) -> Result<()> {
    BaseUrl::new(text).map(drop)
}
