//! The preview server: rendered pages, and the handler of the deployed function behind the form.
//!
//! It listens on loopback only. Pages come from a folder, with the types, ranges and `304`s of `tower-http`'s
//! `ServeDir`. `/classify` and `/health` use [`Classifier::handle`], the code of the deployed function.
//! Headers and compression are those of production, as far as possible without TLS.

use std::future::Future;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use career_model::Model;
use classify::{Classifier, OPENAPI, limits};
use lambda_http::http::Response as FunctionResponse;
use tokio::net::TcpListener;
use tokio::signal;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Serves a rendered site and its form on 127.0.0.1 until Ctrl-C, and prints the address.
///
/// # Errors
/// A port that cannot be bound; the message mentions `--port`.
pub(crate) async fn run(model: Model, site_dir: PathBuf, port: u16) -> Result<()> {
    let classifier = Arc::new(Classifier::new(Some(Arc::new(model))));
    serve(site_dir, classifier, port, |address| {
        // Only the URL goes to stdout, so that a script can read it.
        let mut out = io::stdout().lock();
        let printed = writeln!(out, "http://{address}/").and_then(|()| out.flush());
        if printed.is_ok() {
            eprintln!("serving; press Ctrl-C to stop");
        }
    })
    .await
}

/// Serves a rendered site and its form on 127.0.0.1 until Ctrl-C.
///
/// Port 0 takes any free port; `on_ready` gets the address.
///
/// # Errors
/// A port that cannot be bound; the message mentions `--port`.
async fn serve(
    site_dir: PathBuf,
    classifier: Arc<Classifier>,
    port: u16,
    on_ready: impl FnOnce(SocketAddr),
) -> Result<()> {
    let interrupted = async {
        // If no handler for Ctrl-C can be installed, the signal ends the process anyway.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    serve_until(interrupted, site_dir, classifier, port, on_ready).await
}

/// Like [`serve`], but until `stop` is ready; running requests are finished.
///
/// # Errors
/// The errors of [`serve`].
async fn serve_until(
    stop: impl Future<Output = ()> + Send + 'static,
    site_dir: PathBuf,
    classifier: Arc<Classifier>,
    port: u16,
    on_ready: impl FnOnce(SocketAddr),
) -> Result<()> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| bind_error(port, error))?;
    on_ready(listener.local_addr().context("the address of the preview server is not known")?);
    axum::serve(listener, router(site_dir, classifier))
        .with_graceful_shutdown(stop)
        .await
        .context("the preview server stopped")
}

fn bind_error(port: u16, error: io::Error) -> anyhow::Error {
    let advice = match error.kind() {
        io::ErrorKind::AddrInUse => {
            "the port is in use; choose another one with --port, or use --port 0 for any free port"
        }
        io::ErrorKind::PermissionDenied => "permission denied; choose a port above 1023 with --port",
        _ => "the address cannot be bound; choose another port with --port",
    };
    anyhow::Error::new(error).context(format!("127.0.0.1:{port}: {advice}"))
}

fn router(site_dir: PathBuf, classifier: Arc<Classifier>) -> Router {
    let not_found = ServeFile::new(site_dir.join("404.html"));
    let pages = ServeDir::new(site_dir).not_found_service(not_found);
    let pages = ServiceBuilder::new().layer(middleware::from_fn(headers::files)).service(pages);
    Router::new()
        .route("/classify", any(function))
        .route("/health", any(function))
        .route("/openapi.json", get(|| async { ([(header::CONTENT_TYPE, "application/json")], OPENAPI) }))
        .with_state(classifier)
        .fallback_service(pages)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(headers::everywhere))
}

/// Passes a request to the function's handler, as a gateway would: the whole body, or just enough of it to
/// show that it is too long.
async fn function(State(classifier): State<Arc<Classifier>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let too_long = body.size_hint().lower() > limits::MAX_BODY_LEN as u64;
    let bytes = if too_long {
        vec![0; limits::MAX_BODY_LEN + 1]
    } else {
        // The header may be wrong or missing: a body that is longer gets the same answer.
        axum::body::to_bytes(body, limits::MAX_BODY_LEN)
            .await
            .map_or_else(|_| vec![0; limits::MAX_BODY_LEN + 1], Vec::from)
    };
    let request = lambda_http::Request::from_parts(parts, lambda_http::Body::Binary(bytes));
    let (parts, body) = classifier.handle(request).await.into_parts();
    FunctionResponse::from_parts(parts, Body::from(body.to_vec())).into_response()
}

mod headers;
#[cfg(test)]
mod tests;
