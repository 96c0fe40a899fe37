# Everything has a default: `terraform apply` without a variable gives a whole site on CloudFront's own domain.

variable "name" {
  description = "Before the name of everything that is created; one site in an account has one name."
  type        = string
  default     = "career-roadmap"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "name: 3 to 20 of a-z, 0-9 and -, beginning with a letter; the buckets' names are made from it."
  }
}

variable "region" {
  description = "Where buckets and functions live. CloudFront is everywhere."
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
  description = "What the zips were built for: x86_64 or arm64."
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
  description = "Memory of classify. Lambda gives CPU in proportion, so less memory is a slower start."
  type        = number
  default     = 256
}

variable "refresh_memory_mb" {
  description = "Memory of refresh. New accounts may not go above 3008."
  type        = number
  default     = 3008
}

variable "refresh_reserved_concurrency" {
  description = "1: one refresh at a time. -1: no reservation, for accounts whose limit is the 10 that AWS wants left unreserved."
  type        = number
  default     = 1

  validation {
    condition     = contains([-1, 1], var.refresh_reserved_concurrency)
    error_message = "refresh_reserved_concurrency: 1, or -1 for no reservation."
  }
}

variable "refresh_seed" {
  description = "Seed of every random number of a training run; the same profiles and seed give the same model."
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
  description = "Days between refreshes. The alarm on an old model goes off after twice as many."
  type        = number
  default     = 7

  validation {
    condition     = var.refresh_every_days >= 1 && floor(var.refresh_every_days) == var.refresh_every_days
    error_message = "refresh_every_days: a whole number, at least 1."
  }
}

variable "refresh_cron" {
  description = "A schedule of EventBridge Scheduler, e.g. cron(30 3 ? * SUN *), in place of rate(refresh_every_days days); keep refresh_every_days true to it, the alarm counts by it."
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
  description = "Whether the domain may be put on browsers' preload lists. Hard to take back: set it when every subdomain has had HTTPS for long."
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
    condition     = var.certificate_arn == null || can(regex("^arn:[a-z-]+:acm:us-east-1:", var.certificate_arn))
    error_message = "certificate_arn: CloudFront takes certificates of us-east-1 only."
  }
}

variable "hosted_zone_id" {
  description = "The Route 53 zone that gets the domain's A and AAAA records; null when DNS is elsewhere."
  type        = string
  default     = null
}

variable "throttle_rate" {
  description = "Requests a second that the API takes from all visitors together."
  type        = number
  default     = 50
}

variable "throttle_burst" {
  description = "Requests that the API takes at once."
  type        = number
  default     = 100
}

variable "waf_rate_limit" {
  description = "Requests to /classify that one address may send in 5 minutes; null for no WAF, which costs about 6 USD a month before the first request."
  type        = number
  default     = null

  validation {
    condition     = var.waf_rate_limit == null ? true : var.waf_rate_limit >= 10
    error_message = "waf_rate_limit: at least 10, AWS's smallest; or null."
  }
}

# Who is told.

variable "alarm_email" {
  description = "Who gets the alarms; AWS sends a mail to confirm first. null: the topic has no subscriber."
  type        = string
  default     = null
}

variable "encrypt_alarms" {
  description = "Whether the alarms' topic has a KMS key of its own, for about 1 USD a month."
  type        = bool
  default     = true
}

variable "p99_latency_ms" {
  description = "The alarm on slow answers: the 99th percentile, cold starts included."
  type        = number
  default     = 1000
}
