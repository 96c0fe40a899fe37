# Both functions are one binary named `bootstrap` on Amazon Linux 2023 (GLIBC 2.34).
#
# X-Ray is off (`PassThrough`): a trace of one function that calls S3 shows no more than its duration, and
# would store requests.

resource "aws_lambda_function" "classify" {
  #checkov:skip=CKV_AWS_50:X-Ray is off; the top of this file explains why.
  #checkov:skip=CKV_AWS_115:The API's throttle is the limit; a reservation would limit other functions.
  #checkov:skip=CKV_AWS_116:A dead letter queue is for asynchronous calls; the API waits for its answer.
  #checkov:skip=CKV_AWS_117:It only calls S3; a VPC would need a NAT gateway or endpoints, and start slower.
  #checkov:skip=CKV_AWS_173:The environment names a bucket and a folder; there is no secret in it.
  #checkov:skip=CKV_AWS_272:The zip is built and deployed on one machine; signing it would prove nothing.
  function_name    = "${var.name}-classify"
  description      = "Takes a profile and redirects to its roadmap."
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
      # The model in the zip, if there is one: for requests while S3 fails, or before the first release.
      MODEL_URI = "/var/task/model"
      # One file of root certificates. A folder of them took 8 of 26 ms of a start (docs/releases.md).
      SSL_CERT_FILE = "/etc/pki/tls/certs/ca-bundle.crt"
    }
  }

  tracing_config {
    mode = "PassThrough"
  }

  # If the first request came before our log group, Lambda would create one that keeps logs forever.
  depends_on = [aws_cloudwatch_log_group.function, aws_iam_role_policy.classify]
}

resource "aws_lambda_function" "refresh" {
  #checkov:skip=CKV_AWS_50:X-Ray is off; the top of this file explains why.
  #checkov:skip=CKV_AWS_116:Failed runs go to the destination in aws_lambda_function_event_invoke_config.
  #checkov:skip=CKV_AWS_117:It only calls S3; a VPC would need a NAT gateway or endpoints.
  #checkov:skip=CKV_AWS_173:The environment names buckets and the site; there is no secret in it.
  #checkov:skip=CKV_AWS_272:The zip is built and deployed on one machine; signing it would prove nothing.
  function_name    = "${var.name}-refresh"
  description      = "Trains a new model on the profiles and publishes its pages."
  role             = aws_iam_role.refresh.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  filename         = var.refresh_zip
  source_code_hash = filebase64sha256(var.refresh_zip)
  memory_size      = var.refresh_memory_mb
  timeout          = 900

  # Two runs at once would do no harm (one of them gets the lease), but cost twice and report a false failure.
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

# On the function, so that it covers the schedule and new profiles. A dead letter queue of the schedule would
# get only calls that never arrived, and Lambda accepts every asynchronous call.
resource "aws_lambda_function_event_invoke_config" "refresh" {
  function_name = aws_lambda_function.refresh.function_name
  # One retry, for temporary failures. The gate would refuse again, however often it is tried.
  maximum_retry_attempts = 1
  # A call waits while another runs. Six hours are 24 of the longest runs.
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
  # A bucket's name can be taken by another account once it is free.
  source_account = local.account
}

resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:CloudWatch encrypts logs with its own keys; these hold nothing about a person.
  #checkov:skip=CKV_AWS_338:A month is enough to look into an alarm; a year would only cost more.
  for_each          = toset(["classify", "refresh"])
  name              = "/aws/lambda/${var.name}-${each.value}"
  retention_in_days = var.log_retention_days
}
