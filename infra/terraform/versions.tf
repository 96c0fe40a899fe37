# Terraform 1.6 and OpenTofu 1.6 both work. No lock file is committed: one written on Linux has the checksums
# of Linux only, and `init` on a Mac would refuse it. Instead, the provider is pinned to a minor version.
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

# CloudFront's metrics and WAF rules exist in us-east-1 only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = { Project = var.name }
  }
}
