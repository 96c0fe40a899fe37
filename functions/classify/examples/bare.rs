//! The least a function can be with `lambda_http`: the yardstick for the size and the start of ours.
//!
//! Built and compared by `cargo xtask bench`.

use lambda_http::{Body, Error, Request, Response, run, service_fn};

fn main() -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(run(service_fn(answer)))
}

async fn answer(_: Request) -> Result<Response<Body>, Error> {
    Ok(Response::new(Body::from("ok")))
}
