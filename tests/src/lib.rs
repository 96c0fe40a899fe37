//! The parts end-to-end tests are made of: the built programs, a Lambda Runtime API, API Gateway events.
//!
//! Everything runs on 127.0.0.1, every wait is bounded, and every process is stopped with its owner.

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
