# Headers of every page and every answer.

locals {
  hsts_seconds = 63072000 # two years

  # Pages are text, a stylesheet, their own scripts and a form. They need none of these. Not listed:
  # web-share, with which a phone shares a page, and features that Chromium lacks on some platforms
  # (bluetooth), because it logs an error.
  permissions_policy = join(", ", [for feature in [
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
    "serial", "usb", "xr-spatial-tracking",
  ] : "${feature}=()"])

  page_policy = join("; ", [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
}

# Two policies with one difference. The function's error page has its style inline and sends the content
# security policy that allows this; a header from CloudFront would break it.
resource "aws_cloudfront_response_headers_policy" "pages" {
  #checkov:skip=CKV_AWS_259:Two years with subdomains; only the domain's owner can allow preloading.
  name    = "${var.name}-pages"
  comment = "For files from the bucket."

  security_headers_config {
    content_security_policy {
      content_security_policy = local.page_policy
      override                = true
    }

    strict_transport_security {
      access_control_max_age_sec = local.hsts_seconds
      include_subdomains         = true
      preload                    = var.hsts_preload
      override                   = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "no-referrer"
      override        = true
    }
  }

  custom_headers_config {
    items {
      header   = "Permissions-Policy"
      value    = local.permissions_policy
      override = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "answers" {
  #checkov:skip=CKV_AWS_259:Two years with subdomains; only the domain's owner can allow preloading.
  name    = "${var.name}-answers"
  comment = "For answers of the function, which sends its own content security policy."

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = local.hsts_seconds
      include_subdomains         = true
      preload                    = var.hsts_preload
      override                   = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "no-referrer"
      override        = true
    }
  }

  custom_headers_config {
    items {
      header   = "Permissions-Policy"
      value    = local.permissions_policy
      override = true
    }
  }
}
