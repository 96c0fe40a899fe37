# The HTTP API in front of classify. Visitors come through CloudFront. The API's own address answers too: it
# needs no secret, gives nothing that the site does not give, and has the same throttle.

resource "aws_apigatewayv2_api" "site" {
  name          = var.name
  description   = "Answers a profile with its roadmap."
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "classify" {
  api_id                 = aws_apigatewayv2_api.site.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.classify.invoke_arn
  payload_format_version = "2.0"
  # Slightly more than the function's own timeout, so that the function's timeout is the visible one.
  timeout_milliseconds = 6000
}

# `$default` has all other requests: the function answers them itself, with 404, or 405 and Allow.
resource "aws_apigatewayv2_route" "classify" {
  #checkov:skip=CKV_AWS_309:The form is for everyone; nothing behind it needs a login.
  for_each  = toset(["POST /classify", "GET /health", "$default"])
  api_id    = aws_apigatewayv2_api.site.id
  route_key = each.value
  target    = "integrations/${aws_apigatewayv2_integration.classify.id}"
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.site.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = var.throttle_rate
    throttling_burst_limit = var.throttle_burst
  }

  # Records that a request was made and how it went: no address, no browser, no path, no query.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format = jsonencode({
      requestId         = "$context.requestId"
      time              = "$context.requestTimeEpoch"
      routeKey          = "$context.routeKey"
      status            = "$context.status"
      responseLatency   = "$context.responseLatency"
      integrationStatus = "$context.integrationStatus"
    })
  }
}

resource "aws_lambda_permission" "api" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.classify.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.site.execution_arn}/*"
}

resource "aws_cloudwatch_log_group" "api" {
  #checkov:skip=CKV_AWS_158:CloudWatch encrypts logs with its own keys; these hold nothing about a person.
  #checkov:skip=CKV_AWS_338:A month is enough to look into an alarm; a year would only cost more.
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention_days
}
