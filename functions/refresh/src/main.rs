//! The Lambda binary: reads the settings of the environment and passes events to the library.

use std::sync::Arc;

use lambda_http::lambda_runtime::{self, LambdaEvent, service_fn};
use refresh::Function;
use serde_json::Value;

fn main() -> Result<(), lambda_http::Error> {
    // Lambda sends one event at a time; the fit has its own threads.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let function = Arc::new(Function::from_env().await);
        let handler = service_fn(move |event: LambdaEvent<Value>| {
            let function = Arc::clone(&function);
            async move {
                let result = function.handle(&event.payload, &event.context).await;
                result.log();
                result.into_answer()
            }
        });
        lambda_runtime::run(handler).await
    })
}
