//! The base URL of a site.

use anyhow::{Result, ensure};

/// Scheme and host of a site, without a trailing slash.
pub struct BaseUrl(String);

impl BaseUrl {
    /// Parses a base URL.
    ///
    /// # Errors
    /// If the text is not a scheme and a host.
    pub fn new(text: &str) -> Result<BaseUrl> {
        let base = text.trim_end_matches('/');
        let host = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://")).unwrap_or("");
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        ensure!(
            !host.is_empty() && host.chars().all(is_host),
            "{text}: the base URL must be a scheme and a host without a path, such as https://example.org"
        );
        Ok(BaseUrl(base.to_owned()))
    }

    /// The absolute URL of a path.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}
