# Two buckets with different readers: `releases` holds files that are or will be public; `profiles` holds
# people's profiles, which only refresh may read.
#
# Both are encrypted with S3's own keys. A KMS key would cost a KMS request per object and a dollar a month,
# and would keep out nobody whom the policies let in. An object's ETag would no longer be the MD5 of its
# bytes.

resource "aws_s3_bucket" "releases" {
  #checkov:skip=CKV2_AWS_61:Both have a lifecycle configuration below; checkov does not see through for_each.
  #checkov:skip=CKV_AWS_18:An access log would store visitors' addresses; the site keeps nothing about them.
  #checkov:skip=CKV_AWS_144:All files can be made again from the profiles; versions protect against mistakes.
  #checkov:skip=CKV_AWS_145:S3's own keys; see the top of this file.
  #checkov:skip=CKV2_AWS_62:Nothing waits for objects in this bucket; the function reads the pointer itself.
  bucket        = "${var.name}-releases-${local.bucket_suffix}"
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket" "profiles" {
  #checkov:skip=CKV2_AWS_61:Both have a lifecycle configuration below; checkov does not see through for_each.
  #checkov:skip=CKV_AWS_18:CloudTrail records reads; a bucket for access logs would need protection itself.
  #checkov:skip=CKV_AWS_144:Copies of people's profiles in a second region are a risk, not a safeguard.
  #checkov:skip=CKV_AWS_145:S3's own keys; see the top of this file.
  bucket        = "${var.name}-profiles-${local.bucket_suffix}"
  force_destroy = var.force_destroy
}

locals {
  buckets = {
    releases = aws_s3_bucket.releases
    profiles = aws_s3_bucket.profiles
  }
}

resource "aws_s3_bucket_versioning" "of" {
  for_each = local.buckets
  bucket   = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "of" {
  for_each = local.buckets
  bucket   = each.value.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# No ACLs: only the policy below grants access.
resource "aws_s3_bucket_ownership_controls" "of" {
  for_each = local.buckets
  bucket   = each.value.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "of" {
  for_each = local.buckets
  bucket   = each.value.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# How long a version lives after it was overwritten or deleted. A pruned release can be restored for a
# month; a deleted profile must be gone sooner.
resource "aws_s3_bucket_lifecycle_configuration" "of" {
  for_each = { releases = 30, profiles = 7 }
  bucket   = local.buckets[each.key].id

  # S3 requires versioning before rules about versions.
  depends_on = [aws_s3_bucket_versioning.of]

  rule {
    id     = "old-versions"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days = each.value
    }

    # A deleted object without versions leaves a marker, which slows down listings.
    expiration {
      expired_object_delete_marker = true
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}

data "aws_iam_policy_document" "bucket" {
  for_each = local.buckets

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [each.value.arn, "${each.value.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  statement {
    sid       = "Tls12OrNewer"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [each.value.arn, "${each.value.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }

  dynamic "statement" {
    for_each = each.key == "releases" ? [true] : []

    content {
      sid       = "CloudFrontReadsPublicFiles"
      actions   = ["s3:GetObject"]
      resources = ["${each.value.arn}/site/*"]

      principals {
        type        = "Service"
        identifiers = ["cloudfront.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceArn"
        values   = [aws_cloudfront_distribution.site.arn]
      }
    }
  }

  # With this right S3 answers 404 for a missing file; without it 403, so a mistyped address would appear
  # forbidden. `IfExists`, because a read of one object has no prefix to compare. CloudFront cannot list
  # with it: every path that it requests begins with /site, and a listing is a request to the bucket itself.
  dynamic "statement" {
    for_each = each.key == "releases" ? [true] : []

    content {
      sid       = "CloudFrontIsToldWhatIsMissing"
      actions   = ["s3:ListBucket"]
      resources = [each.value.arn]

      principals {
        type        = "Service"
        identifiers = ["cloudfront.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceArn"
        values   = [aws_cloudfront_distribution.site.arn]
      }

      condition {
        test     = "StringLikeIfExists"
        variable = "s3:prefix"
        values   = ["site/*"]
      }
    }
  }
}

resource "aws_s3_bucket_policy" "of" {
  for_each = local.buckets
  bucket   = each.value.id
  policy   = data.aws_iam_policy_document.bucket[each.key].json

  # Setting a policy and a public access block at the same time is a conflict in S3.
  depends_on = [aws_s3_bucket_public_access_block.of]
}

# New profiles start a refresh when they arrive, not a week later. Ten files start ten runs, one after
# another; the first that sees all ten publishes, and the others have nothing to do.
resource "aws_s3_bucket_notification" "profiles" {
  bucket = aws_s3_bucket.profiles.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.refresh.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "profiles/"
  }

  # S3 checks its permission to call Lambda before it accepts the notification.
  depends_on = [aws_lambda_permission.profiles]
}
