# The permissions. infra/tests/check_roles.py has the same as a table and fails on any additional right:
# change both.

data "aws_iam_policy_document" "lambda_may_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# classify reads the pointer and models. It cannot list, write, or read a profile; for a missing key it gets
# 403.

resource "aws_iam_role" "classify" {
  name               = "${var.name}-classify"
  assume_role_policy = data.aws_iam_policy_document.lambda_may_assume.json
}

data "aws_iam_policy_document" "classify" {
  statement {
    sid     = "ReadTheLiveModel"
    actions = ["s3:GetObject"]
    resources = [
      "${aws_s3_bucket.releases.arn}/current.json",
      "${aws_s3_bucket.releases.arn}/releases/*/model.bin",
    ]
  }

  statement {
    sid       = "Log"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function["classify"].arn}:*"]
  }
}

resource "aws_iam_role_policy" "classify" {
  name   = "classify"
  role   = aws_iam_role.classify.id
  policy = data.aws_iam_policy_document.classify.json
}

# refresh reads profiles, writes releases, and deletes only old releases: a published address is never lost.

resource "aws_iam_role" "refresh" {
  name               = "${var.name}-refresh"
  assume_role_policy = data.aws_iam_policy_document.lambda_may_assume.json
}

data "aws_iam_policy_document" "refresh" {
  statement {
    sid       = "ListProfiles"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.profiles.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["profiles/*"]
    }
  }

  statement {
    sid       = "ReadProfiles"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.profiles.arn}/profiles/*"]
  }

  # Without a condition on the prefix, so that S3 answers 404 instead of 403 for a pointer that does not
  # exist yet.
  statement {
    sid       = "ListReleases"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.releases.arn]
  }

  statement {
    sid     = "ReadAndWriteReleases"
    actions = ["s3:GetObject", "s3:PutObject"]
    resources = [
      "${aws_s3_bucket.releases.arn}/current.json",
      "${aws_s3_bucket.releases.arn}/permalinks.json",
      "${aws_s3_bucket.releases.arn}/releases/*",
      "${aws_s3_bucket.releases.arn}/site/*",
    ]
  }

  # Only `site-gen refresh --forget`, run by an operator, writes it.
  statement {
    sid       = "ReadForgotten"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.releases.arn}/forgotten.json"]
  }

  statement {
    sid       = "PruneReleases"
    actions   = ["s3:DeleteObject"]
    resources = ["${aws_s3_bucket.releases.arn}/releases/*"]
  }

  statement {
    sid       = "SayWhatFailed"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.refresh_failed.arn]
  }

  statement {
    sid       = "Log"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.function["refresh"].arn}:*"]
  }
}

resource "aws_iam_role_policy" "refresh" {
  name   = "refresh"
  role   = aws_iam_role.refresh.id
  policy = data.aws_iam_policy_document.refresh.json
}

# The scheduler calls refresh, and stores the calls that failed.

data "aws_iam_policy_document" "scheduler_may_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    # Only for schedules of this account and group, not for everyone who names the role.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_scheduler_schedule_group.site.arn]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name               = "${var.name}-scheduler"
  assume_role_policy = data.aws_iam_policy_document.scheduler_may_assume.json
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    sid       = "CallRefresh"
    actions   = ["lambda:InvokeFunction"]
    resources = [aws_lambda_function.refresh.arn]
  }

  statement {
    sid       = "KeepWhatFailed"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.schedule_failed.arn]
  }
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "scheduler"
  role   = aws_iam_role.scheduler.id
  policy = data.aws_iam_policy_document.scheduler.json
}
