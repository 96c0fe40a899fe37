# A topic for the CloudWatch alarms of this account, encrypted with a key that they may use.
#
# CloudWatch may not use AWS's own key for SNS, and alarms would be lost silently. So the topic has its own
# key.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
}

data "aws_iam_policy_document" "key" {
  #checkov:skip=CKV_AWS_109:In a key's policy "*" is this key; the account's administrators must manage it.
  #checkov:skip=CKV_AWS_111:In a key's policy "*" is this key.
  #checkov:skip=CKV_AWS_356:In a key's policy "*" is this key.
  statement {
    sid       = "TheAccountManagesIt"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "AlarmsUseIt"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_kms_key" "topic" {
  count                   = var.encrypted ? 1 : 0
  description             = "Alarms of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_sns_topic" "alarms" {
  #checkov:skip=CKV_AWS_26:Encrypted unless encrypt_alarms is off; alarms hold no personal data.
  name              = var.name
  kms_master_key_id = one(aws_kms_key.topic[*].key_id)
}

data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "AlarmsOfThisAccount"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.topic.json
}

resource "aws_sns_topic_subscription" "email" {
  count     = var.email == null ? 0 : 1
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.email
}

variable "name" {
  description = "The topic's name."
  type        = string
}

variable "email" {
  description = "The address for alarms; null for none."
  type        = string
}

variable "encrypted" {
  description = "Whether the topic has its own key."
  type        = bool
}

output "arn" {
  description = "The topic that alarms publish to."
  value       = aws_sns_topic.alarms.arn
}
