# The HTTP API in front of classify. Visitors come through CloudFront. The API's own address works too: it
# needs no secret, because it gives nothing that the site does not. The throttle limits both.

resource "aws_apigatewayv2_api" "site" {
  name          = var.name
  description   = "Takes a profile and redirects to its roadmap."
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "classify" {
  api_id                 = aws_apigatewayv2_api.site.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.classify.invoke_arn
  payload_format_version = "2.0"
  # A little more than the function's timeout, so that the function times out first.
  timeout_milliseconds = 6000
}

# `$default` takes requests without a route of their own. The function answers them with 404, or with 405 and
# Allow.
resource "aws_apigatewayv2_route" "classify" {
  #checkov:skip=CKV_AWS_309:The form is for everyone; there is nothing behind it that would need a login.
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

  # Logs that there was a request and how it went, but no address, browser, path or query.
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
