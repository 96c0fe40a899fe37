//! The Lambda binary: sets up the runtime and the model sources, and serves the Runtime API.

use std::env;
use std::sync::Arc;

use classify::{Classifier, ModelSources, gateway};
use lambda_http::lambda_runtime::layers::TracingLayer;
use lambda_http::lambda_runtime::tower::ServiceExt;
use lambda_http::lambda_runtime::tower::layer::layer_fn;
use lambda_http::lambda_runtime::{LambdaEvent, LambdaInvocation, Runtime, service_fn};

fn main() -> Result<(), lambda_http::Error> {
    // Lambda sends one request at a time, and one thread starts fastest.
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
        // This layer runs between the delivery of an answer and the request for the next event: nobody waits
        // then, and Lambda does not freeze the process.
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
