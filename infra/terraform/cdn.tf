# One origin for visitors: files from the bucket, /classify and /health from the API. The form's redirect
# then stays on the site, as `form-action 'self'` requires, and no CORS is needed.

locals {
  # AWS's own policies have the same ids in every account.
  # 1 s to 1 year, as Cache-Control says; gzip and Brotli.
  caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  # API Gateway answers only to its own name.
  all_viewer_except_host_header = "b689b0a8-53d0-40ab-baf2-38738e2966ac"
  read_methods                  = ["GET", "HEAD"]
  every_method                  = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = var.name
  description                       = "Signs requests to the bucket; it accepts no others."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_function" "viewer_request" {
  name    = "${var.name}-viewer-request"
  comment = "Maps folders to index.html; adds missing slashes."
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = file("${path.module}/functions/viewer-request.js")
}

resource "aws_cloudfront_distribution" "site" {
  #checkov:skip=CKV_AWS_68:A WAF costs more per month than everything else; waf_rate_limit enables it.
  #checkov:skip=CKV2_AWS_47:The WAF only counts requests; the function is Rust, without Log4j.
  #checkov:skip=CKV_AWS_86:An access log would store visitors' addresses; the site keeps nothing about them.
  #checkov:skip=CKV_AWS_310:One bucket and one API; a second origin would be a second site to maintain.
  #checkov:skip=CKV_AWS_374:Roadmaps are for everyone.
  #checkov:skip=CKV_AWS_174:TLS 1.2 with a custom domain; CloudFront decides for its own domain.
  #checkov:skip=CKV2_AWS_42:CloudFront's certificate until there is a domain; then certificate_arn.
  #checkov:skip=CKV_AWS_305:The function rewrites / to /index.html, as for every folder.
  enabled         = true
  comment         = var.name
  is_ipv6_enabled = true
  http_version    = "http2and3"
  price_class     = var.price_class
  aliases         = local.has_domain ? [var.domain_name] : []
  web_acl_id      = one(aws_wafv2_web_acl.site[*].arn)

  origin {
    origin_id                = "site"
    domain_name              = aws_s3_bucket.releases.bucket_regional_domain_name
    origin_path              = "/site"
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }

  origin {
    origin_id   = "api"
    domain_name = trimprefix(aws_apigatewayv2_api.site.api_endpoint, "https://")

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id           = "site"
    allowed_methods            = local.read_methods
    cached_methods             = local.read_methods
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.pages.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.viewer_request.arn
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = ["/classify", "/health"]

    content {
      path_pattern     = ordered_cache_behavior.value
      target_origin_id = "api"
      # Every method, so that the function answers a wrong one (405 with Allow), and not CloudFront.
      allowed_methods = local.every_method
      cached_methods  = local.read_methods
      # No redirect to HTTPS: it would come after the profile was sent unencrypted.
      viewer_protocol_policy     = "https-only"
      compress                   = true
      cache_policy_id            = local.caching_disabled
      origin_request_policy_id   = local.all_viewer_except_host_header
      response_headers_policy_id = aws_cloudfront_response_headers_policy.answers.id
    }
  }

  # For both origins; the function answers 404 only for unknown paths, and none of those is routed to it.
  # 403 is not mapped: it means a broken bucket policy or a visitor whom the WAF stopped, not a missing
  # page.
  custom_error_response {
    error_code            = 404
    response_code         = 404
    response_page_path    = "/404.html"
    error_caching_min_ttl = 10
  }

  # The function crashed, or an origin could not be reached. 503 is not mapped: it is the function's own
  # answer before the first release, which says so and keeps what the visitor typed.
  dynamic "custom_error_response" {
    for_each = [500, 502, 504]

    content {
      error_code            = custom_error_response.value
      response_code         = 503
      response_page_path    = "/503.html"
      error_caching_min_ttl = 1
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = !local.has_domain
    acm_certificate_arn            = var.certificate_arn
    ssl_support_method             = local.has_domain ? "sni-only" : null
    minimum_protocol_version       = local.has_domain ? "TLSv1.2_2021" : "TLSv1"
  }

  lifecycle {
    precondition {
      condition     = local.has_domain == (var.certificate_arn != null)
      error_message = "domain_name and certificate_arn go together: set both, or neither."
    }
  }
}
