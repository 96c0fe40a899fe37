//! The smallest possible function with `lambda_http`, to compare the size and the start of ours with.
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
