//! The Lambda binary: a runtime, the models' places, and the handler behind the Runtime API.

use std::env;
use std::sync::Arc;

use classify::{Classifier, ModelSources, gateway};
use lambda_http::lambda_runtime::layers::TracingLayer;
use lambda_http::lambda_runtime::tower::ServiceExt;
use lambda_http::lambda_runtime::tower::layer::layer_fn;
use lambda_http::lambda_runtime::{LambdaEvent, LambdaInvocation, Runtime, service_fn};

fn main() -> Result<(), lambda_http::Error> {
    // One request at a time is all that Lambda sends; one thread is the quickest start.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let sources = ModelSources::from_env(|name| env::var(name).ok()).await;
        let classifier = Arc::new(Classifier::start(sources).await);
        let followed = Arc::clone(&classifier);
        let handler = service_fn(move |event: LambdaEvent<gateway::Event>| {
            let classifier = Arc::clone(&classifier);
            async move {
                let response = classifier.handle(gateway::request(event.payload)).await;
                Ok::<_, lambda_http::Error>(gateway::Answer::from(response))
            }
        });
        // This layer ends when the answer is delivered, and the next event is asked for when it has ended: in between
        // nobody waits, and Lambda does not freeze the process.
        let settle = layer_fn(|service| {
            let followed = Arc::clone(&followed);
            ServiceExt::<LambdaInvocation>::then(service, async move |delivered| {
                followed.settle().await;
                delivered
            })
        });
        Runtime::new(handler).layer(TracingLayer::new()).layer(settle).run().await
    })
}
