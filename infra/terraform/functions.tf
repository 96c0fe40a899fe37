# Each function is one binary named `bootstrap` on Amazon Linux 2023 (GLIBC 2.34).
#
# X-Ray is off (`PassThrough`): a trace of one function that calls S3 shows no more than its duration does,
# and would store requests in one more service.

resource "aws_lambda_function" "classify" {
  #checkov:skip=CKV_AWS_50:X-Ray is off; see the top of this file.
  #checkov:skip=CKV_AWS_115:The API's throttle is the limit; a reservation would take from other functions.
  #checkov:skip=CKV_AWS_116:Dead letter queues are for asynchronous calls; the API waits for the answer.
  #checkov:skip=CKV_AWS_117:It calls only S3; a VPC would need a NAT gateway or endpoints, and start slower.
  #checkov:skip=CKV_AWS_173:The environment names a bucket and a folder; it has no secret.
  #checkov:skip=CKV_AWS_272:The zip is built on the machine that deploys it; a signature would prove no more.
  function_name    = "${var.name}-classify"
  description      = "Answers a profile with its roadmap."
  role             = aws_iam_role.classify.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  filename         = var.classify_zip
  source_code_hash = filebase64sha256(var.classify_zip)
  memory_size      = var.classify_memory_mb
  timeout          = 5

  environment {
    variables = {
      RELEASES_URI = local.releases_uri
      # The model in the zip, if one was packaged. It answers while S3 is unavailable and before the first
      # release.
      MODEL_URI = "/var/task/model"
      # One file of root certificates instead of a folder, which took 8 of 26 ms of a start
      # (docs/function.md).
      SSL_CERT_FILE = "/etc/pki/tls/certs/ca-bundle.crt"
    }
  }

  tracing_config {
    mode = "PassThrough"
  }

  # If the first request came before our log group, Lambda would make one that keeps logs forever.
  depends_on = [aws_cloudwatch_log_group.function, aws_iam_role_policy.classify]
}

resource "aws_lambda_function" "refresh" {
  #checkov:skip=CKV_AWS_50:X-Ray is off; see the top of this file.
  #checkov:skip=CKV_AWS_116:Failed runs go to the on-failure destination below, with the reason.
  #checkov:skip=CKV_AWS_117:It calls only S3; a VPC would need a NAT gateway or endpoints.
  #checkov:skip=CKV_AWS_173:The environment names buckets and the site; it has no secret.
  #checkov:skip=CKV_AWS_272:The zip is built on the machine that deploys it; a signature would prove no more.
  function_name    = "${var.name}-refresh"
  description      = "Makes a new model and its pages from profiles."
  role             = aws_iam_role.refresh.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  filename         = var.refresh_zip
  source_code_hash = filebase64sha256(var.refresh_zip)
  memory_size      = var.refresh_memory_mb
  timeout          = 900

  # Two at once do no harm (one wins the claim), but cost twice.
  reserved_concurrent_executions = var.refresh_reserved_concurrency

  ephemeral_storage {
    size = 2048
  }

  environment {
    variables = {
      PROFILES_URI  = local.profiles_uri
      RELEASES_URI  = local.releases_uri
      SITE_BASE_URL = local.site_url
      REFRESH_SEED  = var.refresh_seed
    }
  }

  tracing_config {
    mode = "PassThrough"
  }

  depends_on = [aws_cloudwatch_log_group.function, aws_iam_role_policy.refresh]
}

# Set on the function, so that it applies to the schedule and to new profiles. A dead letter queue of the
# schedule would see only calls that never arrived, and Lambda accepts every asynchronous call.
resource "aws_lambda_function_event_invoke_config" "refresh" {
  function_name = aws_lambda_function.refresh.function_name
  # One retry, for temporary failures. A refusal by the gate comes out the same every time.
  maximum_retry_attempts = 1
  # A call waits while another runs (one at a time); six hours are 24 runs of the maximum length.
  maximum_event_age_in_seconds = 21600

  destination_config {
    on_failure {
      destination = aws_sqs_queue.refresh_failed.arn
    }
  }
}

resource "aws_sqs_queue" "refresh_failed" {
  name                      = "${var.name}-refresh-failed"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 1209600 # 14 days, the maximum
}

resource "aws_lambda_permission" "profiles" {
  statement_id  = "profiles"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.refresh.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.profiles.arn
  # Another account can take a bucket's name once it is free.
  source_account = local.account
}

resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:CloudWatch encrypts logs with its own keys; these hold nothing about a person.
  #checkov:skip=CKV_AWS_338:A month is enough to look into an alarm; a year would only cost more.
  for_each          = toset(["classify", "refresh"])
  name              = "/aws/lambda/${var.name}-${each.value}"
  retention_in_days = var.log_retention_days
}
