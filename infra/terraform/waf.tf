# Optional: one rule that blocks an address that sends too many requests. The API's throttle limits all
# visitors together, to protect the bill; this rule protects visitors from one who would use up the
# throttle.

resource "aws_wafv2_web_acl" "site" {
  #checkov:skip=CKV_AWS_192:The function is Rust; there is no Log4j to protect.
  #checkov:skip=CKV2_AWS_31:A request log would store visitors' addresses; the site keeps nothing about them.
  count    = var.waf_rate_limit == null ? 0 : 1
  provider = aws.us_east_1
  name     = var.name
  scope    = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "classify-rate"
    priority = 1

    action {
      block {
        custom_response {
          response_code = 429
        }
      }
    }

    statement {
      rate_based_statement {
        limit              = var.waf_rate_limit
        aggregate_key_type = "IP"

        scope_down_statement {
          byte_match_statement {
            search_string         = "/classify"
            positional_constraint = "EXACTLY"

            field_to_match {
              uri_path {}
            }

            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-classify-rate"
      # Samples would be whole requests, with addresses and headers.
      sampled_requests_enabled = false
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = false
  }
}
