# The schedules of refreshes and reports. A report only says how old the live model is. It comes twice a
# day, because the alarm looks at whole days, and no day may pass without one.

locals {
  days = var.refresh_every_days == 1 ? "day" : "days"

  schedules = {
    refresh = {
      expression = coalesce(var.refresh_cron, "rate(${var.refresh_every_days} ${local.days})")
      input      = { action = "refresh" }
      # Nobody waits for it, so AWS may choose the time within an hour.
      window_minutes = 60
    }
    report = {
      expression     = "rate(12 hours)"
      input          = { action = "report" }
      window_minutes = 15
    }
  }
}

resource "aws_scheduler_schedule_group" "site" {
  name = var.name
}

resource "aws_scheduler_schedule" "of" {
  #checkov:skip=CKV_AWS_297:The schedule's input is one word; it is no secret.
  for_each            = local.schedules
  name                = each.key
  group_name          = aws_scheduler_schedule_group.site.name
  schedule_expression = each.value.expression

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = each.value.window_minutes
  }

  target {
    arn      = aws_lambda_function.refresh.arn
    role_arn = aws_iam_role.scheduler.arn
    input    = jsonencode(each.value.input)

    # For calls that Lambda did not accept. The scheduler does not see the result of an accepted call.
    retry_policy {
      maximum_retry_attempts       = 10
      maximum_event_age_in_seconds = 21600
    }

    dead_letter_config {
      arn = aws_sqs_queue.schedule_failed.arn
    }
  }
}

resource "aws_sqs_queue" "schedule_failed" {
  name                      = "${var.name}-schedule-failed"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 1209600 # 14 days, the maximum
}
