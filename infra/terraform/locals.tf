data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  # Bucket names are global: the account and the region make them unique.
  bucket_suffix = "${local.account}-${var.region}"

  has_domain = var.domain_name != null
  host       = local.has_domain ? var.domain_name : aws_cloudfront_distribution.site.domain_name
  site_url   = "https://${local.host}"

  releases_uri = "s3://${aws_s3_bucket.releases.bucket}"
  profiles_uri = "s3://${aws_s3_bucket.profiles.bucket}/profiles/"
}
