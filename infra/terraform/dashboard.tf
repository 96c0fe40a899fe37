locals {
  cdn = ["DistributionId", aws_cloudfront_distribution.site.id, "Region", "Global"]

  # One graph per question; each is [title, region, statistic, metrics].
  dashboard_graphs = [
    ["Requests to the site", "us-east-1", "Sum", [
      concat(["AWS/CloudFront", "Requests"], local.cdn),
    ]],
    ["Errors of the site, percent", "us-east-1", "Average", [
      concat(["AWS/CloudFront", "4xxErrorRate"], local.cdn),
      concat(["AWS/CloudFront", "5xxErrorRate"], local.cdn),
    ]],
    ["Submitted profiles, and errors", var.region, "Sum", [
      ["AWS/ApiGateway", "Count", "ApiId", aws_apigatewayv2_api.site.id],
      ["AWS/ApiGateway", "4xx", "ApiId", aws_apigatewayv2_api.site.id],
      ["AWS/ApiGateway", "5xx", "ApiId", aws_apigatewayv2_api.site.id],
    ]],
    ["Time to an answer, ms, p99", var.region, "p99", [
      ["AWS/ApiGateway", "Latency", "ApiId", aws_apigatewayv2_api.site.id],
      ["AWS/Lambda", "Duration", "FunctionName", aws_lambda_function.classify.function_name],
    ]],
    ["Refreshes", var.region, "Sum", [
      for metric in ["RefreshSucceeded", "RefreshFailed", "ReleasePublished", "PagesWritten"] :
      ["CareerRoadmap", metric, "Function", aws_lambda_function.refresh.function_name]
    ]],
    ["Time of a refresh, ms", var.region, "Maximum", [
      ["CareerRoadmap", "DurationMs", "Function", aws_lambda_function.refresh.function_name],
    ]],
    ["Age of the live model, s", var.region, "Maximum", [
      ["CareerRoadmap", "ModelAgeSeconds", "Function", aws_lambda_function.refresh.function_name],
    ]],
    ["Errors of functions", var.region, "Sum", [
      ["AWS/Lambda", "Errors", "FunctionName", aws_lambda_function.classify.function_name],
      ["AWS/Lambda", "Errors", "FunctionName", aws_lambda_function.refresh.function_name],
      ["AWS/Lambda", "Throttles", "FunctionName", aws_lambda_function.classify.function_name],
    ]],
  ]
}

resource "aws_cloudwatch_dashboard" "site" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = [
      for place, graph in local.dashboard_graphs : {
        type   = "metric"
        x      = 12 * (place % 2)
        y      = 6 * floor(place / 2)
        width  = 12
        height = 6
        properties = {
          title   = graph[0]
          region  = graph[1]
          stat    = graph[2]
          metrics = graph[3]
          period  = 300
          view    = "timeSeries"
        }
      }
    ]
  })
}
