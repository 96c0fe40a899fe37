# Everything has a default: `terraform apply` without variables makes a complete site on CloudFront's own
# domain.

variable "name" {
  description = "The prefix of all names; every site in an account needs its own."
  type        = string
  default     = "career-roadmap"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "name: 3 to 20 of a-z, 0-9 and -, starting with a letter; bucket names contain it."
  }
}

variable "region" {
  description = "The region of buckets and functions. CloudFront is global."
  type        = string
  default     = "us-east-1"
}

variable "force_destroy" {
  description = "Whether `destroy` may delete buckets that hold files, with all their versions."
  type        = bool
  default     = false
}

# The functions.

variable "architecture" {
  description = "The architecture that the zips were built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture: x86_64 or arm64."
  }
}

variable "classify_zip" {
  description = "The zip of the function that answers visitors; `cargo xtask package` writes it."
  type        = string
  default     = "../../target/package/classify.zip"
}

variable "refresh_zip" {
  description = "The zip of the function that refreshes models and pages; `cargo xtask package` writes it."
  type        = string
  default     = "../../target/package/refresh.zip"
}

variable "classify_memory_mb" {
  description = "Memory of classify. Lambda gives CPU in proportion, so less memory means a slower start."
  type        = number
  default     = 256
}

variable "refresh_memory_mb" {
  description = "Memory of refresh. New accounts may not go above 3008."
  type        = number
  default     = 3008
}

variable "refresh_reserved_concurrency" {
  description = "1: one refresh at a time. -1: no reservation, for accounts with a limit of only 10."
  type        = number
  default     = 1

  validation {
    condition     = contains([-1, 1], var.refresh_reserved_concurrency)
    error_message = "refresh_reserved_concurrency: 1, or -1 for no reservation."
  }
}

variable "refresh_seed" {
  description = "The random seed of training; the same profiles and seed give the same model."
  type        = number
  default     = 1
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}

# The schedule.

variable "refresh_every_days" {
  description = "Days between refreshes. The alarm on an old model fires after twice as many."
  type        = number
  default     = 7

  validation {
    condition     = var.refresh_every_days >= 1 && floor(var.refresh_every_days) == var.refresh_every_days
    error_message = "refresh_every_days: a whole number, at least 1."
  }
}

variable "refresh_cron" {
  # Keep refresh_every_days in line with it, because the alarm on an old model uses that number.
  description = "An EventBridge schedule instead of refresh_every_days, e.g. cron(30 3 ? * SUN *)."
  type        = string
  default     = null
}

# What visitors reach.

variable "price_class" {
  description = "CloudFront's edges: PriceClass_100 (North America, Europe), PriceClass_200, PriceClass_All."
  type        = string
  default     = "PriceClass_100"
}

variable "hsts_preload" {
  description = "Whether browsers may preload HSTS. Hard to undo: all subdomains must have HTTPS."
  type        = bool
  default     = false
}

variable "domain_name" {
  description = "A domain of your own, e.g. roadmap.example.org; null for CloudFront's."
  type        = string
  default     = null

  validation {
    condition     = var.domain_name == null || can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.domain_name))
    error_message = "domain_name: a host name without https:// and without a slash."
  }
}

variable "certificate_arn" {
  description = "The domain's certificate in ACM, in us-east-1 whatever the region."
  type        = string
  default     = null

  validation {
    condition = (
      var.certificate_arn == null || can(regex("^arn:[a-z-]+:acm:us-east-1:", var.certificate_arn))
    )
    error_message = "certificate_arn: CloudFront accepts only certificates in us-east-1."
  }
}

variable "hosted_zone_id" {
  description = "The Route 53 zone for the domain's A and AAAA records; null if DNS is elsewhere."
  type        = string
  default     = null
}

variable "throttle_rate" {
  description = "Requests per second that the API accepts from all visitors together."
  type        = number
  default     = 50
}

variable "throttle_burst" {
  description = "Requests that the API accepts at once."
  type        = number
  default     = 100
}

variable "waf_rate_limit" {
  description = "Requests to /classify per address in 5 minutes; null for no WAF (about 6 USD a month)."
  type        = number
  default     = null

  validation {
    condition     = var.waf_rate_limit == null ? true : var.waf_rate_limit >= 10
    error_message = "waf_rate_limit: at least 10, AWS's minimum; or null."
  }
}

# Alarms.

variable "alarm_email" {
  description = "The address for alarms; AWS sends a confirmation mail first. null: no subscriber."
  type        = string
  default     = null
}

variable "encrypt_alarms" {
  description = "Whether the alarms' topic has its own KMS key, for about 1 USD a month."
  type        = bool
  default     = true
}

variable "p99_latency_ms" {
  description = "Threshold of the alarm on slow answers: the 99th percentile, with cold starts."
  type        = number
  default     = 1000
}
