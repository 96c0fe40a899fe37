//! The Lambda binary: a runtime, the model, and the handler behind the Runtime API.

use std::env;
use std::sync::Arc;

use classify::{Classifier, gateway};
use lambda_http::lambda_runtime::{self, LambdaEvent, service_fn};

fn main() -> Result<(), lambda_http::Error> {
    // One request at a time is all that Lambda sends; one thread is the quickest start.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let uri = env::var("MODEL_URI").unwrap_or_default();
        let classifier = Arc::new(Classifier::from_uri(&uri).await);
        let handler = service_fn(move |event: LambdaEvent<gateway::Event>| {
            let classifier = Arc::clone(&classifier);
            async move {
                let response = classifier.handle(gateway::request(event.payload)).await;
                Ok::<_, lambda_http::Error>(gateway::Answer::from(response))
            }
        });
        lambda_runtime::run(handler).await
    })
}
