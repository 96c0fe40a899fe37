//! Metrics in CloudWatch's embedded metric format: members of the log line, and `_aws`, which declares them
//! as metrics. So one line serves as log and metrics, without calls to CloudWatch.
//!
//! See the "Embedded metric format specification" in the guide of Amazon CloudWatch:
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html>

use std::collections::BTreeMap;

use serde::Serialize;

/// The namespace in CloudWatch.
pub(crate) const NAMESPACE: &str = "CareerRoadmap";

/// The only dimension: the function's name.
const DIMENSION: &str = "Function";

/// Name and unit of a metric.
type Metric = (&'static str, &'static str);

pub(crate) const REFRESH_SUCCEEDED: Metric = ("RefreshSucceeded", "Count");
pub(crate) const REFRESH_FAILED: Metric = ("RefreshFailed", "Count");
pub(crate) const RELEASE_PUBLISHED: Metric = ("ReleasePublished", "Count");
pub(crate) const MODEL_AGE: Metric = ("ModelAgeSeconds", "Seconds");
pub(crate) const PAGES_WRITTEN: Metric = ("PagesWritten", "Count");
pub(crate) const DURATION: Metric = ("DurationMs", "Milliseconds");
pub(crate) const PEOPLE: Metric = ("PeopleLearnedFrom", "Count");

/// The metrics of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Metrics {
    #[serde(rename = "_aws")]
    aws: Aws,
    #[serde(rename = "Function")]
    function: String,
    #[serde(flatten)]
    values: BTreeMap<&'static str, u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Aws {
    /// Milliseconds since 1970.
    timestamp: u64,
    cloud_watch_metrics: [Directive; 1],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Directive {
    namespace: &'static str,
    dimensions: [[&'static str; 1]; 1],
    metrics: Vec<Definition>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Definition {
    name: &'static str,
    unit: &'static str,
}

impl Metrics {
    /// No metrics yet, of this function at this time.
    pub(crate) fn new(function: &str, timestamp_ms: u64) -> Metrics {
        let directive = Directive { namespace: NAMESPACE, dimensions: [[DIMENSION]], metrics: Vec::new() };
        let aws = Aws { timestamp: timestamp_ms, cloud_watch_metrics: [directive] };
        Metrics { aws, function: function.to_owned(), values: BTreeMap::new() }
    }

    /// Adds a metric.
    pub(crate) fn add(&mut self, (name, unit): Metric, value: u64) {
        let [directive] = &mut self.aws.cloud_watch_metrics;
        directive.metrics.push(Definition { name, unit });
        self.values.insert(name, value);
    }

    /// Whether no metric was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}
