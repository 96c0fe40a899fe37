//! API Gateway: converts HTTP requests to events of payload format 2.0, and answers back to HTTP.

use serde_json::{Map, Value, json};

/// A request of a browser or a program.
#[derive(Clone, Debug)]
pub struct Request {
    /// `POST`.
    pub method: String,
    /// `/classify`.
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Request {
    /// A request without headers or body.
    pub fn new(method: &str, path: &str) -> Request {
        Request { method: method.to_owned(), path: path.to_owned(), headers: Vec::new(), body: String::new() }
    }

    /// `POST /classify` with JSON.
    pub fn json(body: &Value) -> Request {
        Request::new("POST", "/classify").header("content-type", "application/json").body(body.to_string())
    }

    /// `POST /classify` from a form.
    pub fn form(fields: &[(&str, &str)]) -> Request {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Request::new("POST", "/classify")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Request {
        self.body = body.into();
        self
    }

    /// The gateway's event for the function.
    pub fn to_event(&self) -> Value {
        let headers: Map<String, Value> =
            self.headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        let mut event = json!({
            "version": "2.0", "routeKey": "$default", "rawPath": self.path, "rawQueryString": "",
            "headers": headers,
            "requestContext": {
                "accountId": "123456789012", "apiId": "api",
                "domainName": "api.example", "domainPrefix": "api",
                "http": { "method": self.method, "path": self.path, "protocol": "HTTP/1.1",
                          "sourceIp": "192.0.2.1", "userAgent": "testsuite" },
                "requestId": "id", "routeKey": "$default", "stage": "$default",
                "time": "01/Jan/2026:00:00:00 +0000", "timeEpoch": 1_767_225_600_000_u64
            },
            "isBase64Encoded": false
        });
        if !self.body.is_empty() {
            event["body"] = json!(self.body);
        }
        event
    }
}

/// An answer of the function.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status code.
    pub status: u64,
    headers: Value,
    /// The body.
    pub body: String,
}

impl Response {
    /// From the function's answer.
    pub fn from_answer(answer: &Value) -> Response {
        assert_ne!(answer["isBase64Encoded"], json!(true), "text is sent as text");
        Response {
            status: answer["statusCode"].as_u64().expect("a status"),
            headers: answer["headers"].clone(),
            body: answer["body"].as_str().unwrap_or_default().to_owned(),
        }
    }

    /// A header by its lower-case name.
    pub fn header(&self, name: &str) -> &str {
        let headers = self.headers.as_object().expect("headers");
        headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .and_then(|(_, v)| v.as_str())
            .unwrap_or("")
    }

    /// `Location` without its fragment.
    pub fn location_path(&self) -> &str {
        self.header("location").split('#').next().unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}
