output "name" {
  description = "The site's name; `cargo xtask destroy` asks for it."
  value       = var.name
}

output "site_url" {
  description = "The URL of the site."
  value       = local.site_url
}

output "distribution_domain" {
  description = "CloudFront's name for the site, for the DNS records of your own domain."
  value       = aws_cloudfront_distribution.site.domain_name
}

output "api_url" {
  description = "The API behind the site, for debugging."
  value       = aws_apigatewayv2_api.site.api_endpoint
}

output "releases_uri" {
  description = "The location of releases, for site-gen's --to and --at."
  value       = local.releases_uri
}

output "profiles_uri" {
  description = "The location of the profiles that refresh reads."
  value       = local.profiles_uri
}

output "refresh_function" {
  description = "The function that refreshes; invoke it with {\"action\":\"refresh\"}."
  value       = aws_lambda_function.refresh.function_name
}

output "dashboard_url" {
  description = "The dashboard in CloudWatch."
  value       = "${local.cloudwatch_url}#dashboards/dashboard/${aws_cloudwatch_dashboard.site.dashboard_name}"
}

output "refresh_seed" {
  description = "The seed for site-gen refresh --seed, so that its model is the same as the function's."
  value       = tostring(var.refresh_seed)
}
