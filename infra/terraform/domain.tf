# Optional: the records of a domain whose zone is in Route 53. With another DNS provider, point a CNAME (or
# ALIAS) to the output `distribution_domain`.

resource "aws_route53_record" "site" {
  for_each = local.has_domain && var.hosted_zone_id != null ? toset(["A", "AAAA"]) : toset([])
  zone_id  = var.hosted_zone_id
  name     = var.domain_name
  type     = each.value

  alias {
    name                   = aws_cloudfront_distribution.site.domain_name
    zone_id                = aws_cloudfront_distribution.site.hosted_zone_id
    evaluate_target_health = false
  }
}
