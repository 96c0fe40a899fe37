//! Helpers of the end-to-end tests: the built programs, a Lambda Runtime API, API Gateway events.
//!
//! All servers run on 127.0.0.1, all waits are bounded, and all processes are stopped on drop.

pub mod built;
pub mod faulty_proxy;
pub mod function;
pub mod gateway;
pub mod gemini;
pub mod http_client;
pub mod moto;
pub mod program;
pub mod refresh_function;
pub mod releases;
pub mod runtime_api;
pub mod site;
pub mod visitor;
