# Terraform 1.6 and OpenTofu 1.6 both read this. No lock file is committed: one written on Linux holds the checksums of
# Linux only, and `init` on a Mac would refuse it. The provider is pinned to a minor version instead.
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

# CloudFront lives in us-east-1, wherever the rest is: its metrics and its WAF rules are there and nowhere else.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = { Project = var.name }
  }
}
