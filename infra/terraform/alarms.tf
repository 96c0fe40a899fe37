# infra/README.md says what each alarm means and what to do. A test compares its table with these alarms.

module "alarm_topic" {
  source    = "./alarm_topic"
  name      = "${var.name}-alarms"
  email     = var.alarm_email
  encrypted = var.encrypt_alarms
}

# CloudFront's metrics are in us-east-1, and an alarm can notify only a topic in its own region.
module "alarm_topic_us_east_1" {
  count     = var.region == "us-east-1" ? 0 : 1
  source    = "./alarm_topic"
  name      = "${var.name}-alarms-cdn"
  email     = var.alarm_email
  encrypted = var.encrypt_alarms

  providers = {
    aws = aws.us_east_1
  }
}

locals {
  alarm_topic     = module.alarm_topic.arn
  cdn_alarm_topic = var.region == "us-east-1" ? module.alarm_topic.arn : module.alarm_topic_us_east_1[0].arn

  day_s = 86400

  # Each of these alarms if it is above zero within five minutes.
  counted = {
    classify-errors = {
      text       = "classify panicked, ran out of memory or out of time."
      namespace  = "AWS/Lambda"
      metric     = "Errors"
      statistic  = "Sum"
      dimensions = { FunctionName = aws_lambda_function.classify.function_name }
    }
    refresh-errors = {
      text       = "A refresh failed, or the gate refused to publish; the live release is untouched."
      namespace  = "AWS/Lambda"
      metric     = "Errors"
      statistic  = "Sum"
      dimensions = { FunctionName = aws_lambda_function.refresh.function_name }
    }
    refresh-failed-queue = {
      text       = "A refresh failed twice; the message in the queue says why."
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesVisible"
      statistic  = "Maximum"
      dimensions = { QueueName = aws_sqs_queue.refresh_failed.name }
    }
    schedule-failed-queue = {
      text       = "The scheduler could not call refresh; the message in the queue says why."
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesVisible"
      statistic  = "Maximum"
      dimensions = { QueueName = aws_sqs_queue.schedule_failed.name }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "counted" {
  for_each            = local.counted
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  dimensions          = each.value.dimensions
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [local.alarm_topic]
  ok_actions          = [local.alarm_topic]
}

# Failed answers of the API: from the function (503 without a model, 502 after a crash) and from API Gateway.
resource "aws_cloudwatch_metric_alarm" "api_5xx" {
  alarm_name          = "${var.name}-api-5xx"
  alarm_description   = "Visitors who submit the form get errors."
  namespace           = "AWS/ApiGateway"
  metric_name         = "5xx"
  dimensions          = { ApiId = aws_apigatewayv2_api.site.id }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  # One can be chance; three in five minutes are not.
  threshold          = 3
  treat_missing_data = "notBreaching"
  alarm_actions      = [local.alarm_topic]
  ok_actions         = [local.alarm_topic]
}

resource "aws_cloudwatch_metric_alarm" "p99" {
  alarm_name          = "${var.name}-p99"
  alarm_description   = "One answer in a hundred takes too long."
  namespace           = "AWS/ApiGateway"
  metric_name         = "Latency"
  dimensions          = { ApiId = aws_apigatewayv2_api.site.id }
  extended_statistic  = "p99"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.p99_latency_ms
  treat_missing_data  = "notBreaching"
  # With few requests, the 99th percentile would be the slowest one: a cold start.
  evaluate_low_sample_count_percentiles = "ignore"
  alarm_actions                         = [local.alarm_topic]
  ok_actions                            = [local.alarm_topic]
}

resource "aws_cloudwatch_metric_alarm" "cdn_5xx" {
  provider            = aws.us_east_1
  alarm_name          = "${var.name}-cdn-5xx"
  alarm_description   = "Pages do not reach visitors."
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"
  dimensions          = { DistributionId = aws_cloudfront_distribution.site.id, Region = "Global" }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1 # percent of requests
  treat_missing_data  = "notBreaching"
  alarm_actions       = [local.cdn_alarm_topic]
  ok_actions          = [local.cdn_alarm_topic]
}

# CloudWatch looks back at most seven days, so it cannot count "no refresh for two weeks". So the function
# reports the age of the live model twice a day, and a day without a report is as bad as an old model.
resource "aws_cloudwatch_metric_alarm" "model_age" {
  alarm_name          = "${var.name}-model-age"
  alarm_description   = "The live model is older than twice the schedule, or its age was not reported."
  namespace           = "CareerRoadmap"
  metric_name         = "ModelAgeSeconds"
  dimensions          = { Function = aws_lambda_function.refresh.function_name }
  statistic           = "Maximum"
  period              = local.day_s
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2 * var.refresh_every_days * local.day_s
  treat_missing_data  = "breaching"
  alarm_actions       = [local.alarm_topic]
  ok_actions          = [local.alarm_topic]
}
