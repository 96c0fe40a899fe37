//! Objects in a bucket.
