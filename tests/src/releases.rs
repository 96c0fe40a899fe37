//! Writes releases by hand: only the objects that the function reads.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::function::Environment;
use crate::moto::Moto;

/// A store of releases.
pub trait ReleaseStore {
    /// Writes a whole object.
    fn put(&self, key: &str, bytes: &[u8]);

    /// Publishes a model: writes the model, then the pointer. `id` has 16 hexadecimal digits.
    fn publish(&self, id: &str, model: &[u8]) {
        let sha256: String = Sha256::digest(model).iter().map(|byte| format!("{byte:02x}")).collect();
        let live = json!({
            "release": id, "sequence": 1, "model_sha256": sha256, "inputs": "none",
            "published_at": "2026-01-01T00:00:00Z",
        });
        let pointer = json!({ "live": live });
        self.put(&format!("releases/{id}/model.bin"), model);
        self.put("current.json", pointer.to_string().as_bytes());
    }
}

/// Releases in a folder.
#[derive(Debug)]
pub struct Folder(TempDir);

impl Folder {
    /// An empty store.
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().expect("a folder"))
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Default for Folder {
    fn default() -> Folder {
        Folder::new()
    }
}

impl ReleaseStore for Folder {
    fn put(&self, key: &str, bytes: &[u8]) {
        let path: PathBuf = self.path().join(key);
        fs::create_dir_all(path.parent().expect("above")).expect("a folder");
        // Atomic: a reader sees the old file or the new one.
        let beside = path.with_extension("new");
        fs::write(&beside, bytes).expect("written");
        fs::rename(&beside, &path).expect("renamed");
    }
}

/// Releases in a bucket of a running moto.
#[derive(Debug)]
pub struct Bucket<'m> {
    moto: &'m Moto,
    name: &'static str,
}

impl<'m> Bucket<'m> {
    /// An empty store.
    pub fn new(moto: &'m Moto, name: &'static str) -> Bucket<'m> {
        moto.create_bucket(name);
        Bucket { moto, name }
    }

    /// The environment in which a function reads it: location, endpoint, and credentials as in Lambda.
    pub fn environment(&self) -> Environment {
        Environment::default()
            .set("RELEASES_URI", format!("s3://{}/live", self.name))
            .set("AWS_ENDPOINT_URL_S3", self.moto.url())
            .set("AWS_ACCESS_KEY_ID", "testing")
            .set("AWS_SECRET_ACCESS_KEY", "testing")
            .set("AWS_SESSION_TOKEN", "testing")
    }

    /// Deletes an object.
    pub fn delete(&self, key: &str) {
        self.send("DELETE", key, b"");
    }

    fn send(&self, method: &str, key: &str, body: &[u8]) {
        let reply = self.moto.send_bytes(method, &format!("/{}/live/{key}", self.name), &[], body);
        assert!(reply.status < 300, "{} {}", reply.status, reply.body);
    }
}

impl ReleaseStore for Bucket<'_> {
    fn put(&self, key: &str, bytes: &[u8]) {
        self.send("PUT", key, bytes);
    }
}
