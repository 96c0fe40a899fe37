//! The Lambda binary: the settings of the environment, and a runtime that hands events to the library.

use std::sync::Arc;

use lambda_http::lambda_runtime::{self, LambdaEvent, service_fn};
use refresh::Function;
use serde_json::Value;

fn main() -> Result<(), lambda_http::Error> {
    // One event at a time is all that Lambda sends; the fit has threads of its own.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let function = Arc::new(Function::from_env().await);
        let handler = service_fn(move |event: LambdaEvent<Value>| {
            let function = Arc::clone(&function);
            async move {
                let told = function.handle(&event.payload, &event.context).await;
                told.log();
                told.into_answer()
            }
        });
        lambda_runtime::run(handler).await
    })
}
