# Two buckets: `releases` holds files that are public or will be; `profiles` holds people's profiles, which
# only refresh may read.
#
# Both are encrypted with S3's own keys. A KMS key would cost a dollar a month and a request to KMS for each
# object, would keep out nobody with access by policy, and an object's ETag would no longer be the MD5 of its
# bytes.

resource "aws_s3_bucket" "releases" {
  #checkov:skip=CKV2_AWS_61:Its rules are in aws_s3_bucket_lifecycle_configuration.of, behind a for_each.
  #checkov:skip=CKV_AWS_18:An access log would store visitors' addresses; the site keeps nothing about them.
  #checkov:skip=CKV_AWS_144:Every file can be rebuilt from the profiles; versions protect from mistakes.
  #checkov:skip=CKV_AWS_145:S3's own keys; the top of this file explains why.
  #checkov:skip=CKV2_AWS_62:Nothing waits for an object in this bucket; the function polls the pointer.
  bucket        = "${var.name}-releases-${local.bucket_suffix}"
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket" "profiles" {
  #checkov:skip=CKV2_AWS_61:Its rules are in aws_s3_bucket_lifecycle_configuration.of, behind a for_each.
  #checkov:skip=CKV_AWS_18:CloudTrail records access; a bucket of logs would need its own protection.
  #checkov:skip=CKV_AWS_144:Copies of people's profiles in a second region are a risk, not a safeguard.
  #checkov:skip=CKV_AWS_145:S3's own keys; the top of this file explains why.
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

# No ACLs: only the policies below grant rights.
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

# The days that a version is kept after it was overwritten or deleted. A pruned release can be restored for a
# month. A deleted profile must disappear sooner.
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

    # A deleted object without versions leaves a marker that slows down lists.
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

  # With this right, S3 answers 404 for a missing file, without it 403, and a mistyped address would look
  # forbidden. `IfExists`, because a read of one object has no prefix to compare. CloudFront cannot list the
  # bucket with it: every path that it requests begins with /site, and a list is a request to the bucket
  # itself.
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

  # S3 refuses a policy and a public access block at the same time.
  depends_on = [aws_s3_bucket_public_access_block.of]
}

# New profiles start a refresh at once. Ten files start ten runs, one after another: the first run that sees
# all ten publishes, and the others find nothing to do.
resource "aws_s3_bucket_notification" "profiles" {
  bucket = aws_s3_bucket.profiles.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.refresh.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "profiles/"
  }

  # S3 checks the permission when the notification is created.
  depends_on = [aws_lambda_permission.profiles]
}
