# Works with Terraform 1.6 and OpenTofu 1.6. No lock file is committed: one written on Linux has only
# checksums for Linux, and `init` on a Mac would refuse it. The provider is pinned to a minor version
# instead.
terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { Project = var.name }
  }
}

# CloudFront's metrics and WAF rules are only in us-east-1, whatever the region of the rest.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = { Project = var.name }
  }
}
