# One origin for visitors: files from the bucket, /classify and /health from the API. So the form's redirect
# stays on the site, as `form-action 'self'` requires, and no CORS is needed.

locals {
  # AWS's own policies have the same ids in every account. `caching_optimized` caches for 1 s to 1 year by
  # Cache-Control, with gzip and Brotli. API Gateway requires its own name as Host.
  caching_optimized             = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled              = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_viewer_except_host_header = "b689b0a8-53d0-40ab-baf2-38738e2966ac"
  read_methods                  = ["GET", "HEAD"]
  every_method                  = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = var.name
  description                       = "Signs requests to the bucket, which is private."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_function" "viewer_request" {
  name    = "${var.name}-viewer-request"
  comment = "Serves index.html of folders and adds missing slashes."
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = file("${path.module}/functions/viewer-request.js")
}

resource "aws_cloudfront_distribution" "site" {
  #checkov:skip=CKV_AWS_68:A WAF costs more than everything else; waf_rate_limit turns it on.
  #checkov:skip=CKV2_AWS_47:The WAF's one rule counts requests; the function is Rust, there is no Log4j.
  #checkov:skip=CKV_AWS_86:An access log would store visitors' addresses; the site keeps nothing about them.
  #checkov:skip=CKV_AWS_310:There is one bucket and one API; a second origin would be a second site to keep.
  #checkov:skip=CKV_AWS_374:Roadmaps are for everyone.
  #checkov:skip=CKV_AWS_174:TLS 1.2 with your own domain; CloudFront decides for its own domain.
  #checkov:skip=CKV2_AWS_42:CloudFront's certificate, unless domain_name and certificate_arn are set.
  #checkov:skip=CKV_AWS_305:The function rewrites / to /index.html as it does every folder.
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
      # Every method, so that the function answers a wrong one (405 with Allow), not CloudFront.
      allowed_methods = local.every_method
      cached_methods  = local.read_methods
      # A redirect would come after the profile was sent without encryption.
      viewer_protocol_policy     = "https-only"
      compress                   = true
      cache_policy_id            = local.caching_disabled
      origin_request_policy_id   = local.all_viewer_except_host_header
      response_headers_policy_id = aws_cloudfront_response_headers_policy.answers.id
    }
  }

  # For both origins. The function answers 404 for unknown paths only, and gets none of those. 403 is not
  # mapped: it means a broken bucket policy or a request that the WAF blocked, not a missing page.
  custom_error_response {
    error_code            = 404
    response_code         = 404
    response_page_path    = "/404.html"
    error_caching_min_ttl = 10
  }

  # The function crashed, or an origin could not be reached. 503 is not mapped: it is the function's own
  # answer before the first release, which explains itself and keeps the visitor's input.
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
