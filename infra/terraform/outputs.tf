output "name" {
  description = "The site's name; `cargo xtask destroy` asks for it."
  value       = var.name
}

output "site_url" {
  description = "Where visitors go."
  value       = local.site_url
}

output "distribution_domain" {
  description = "CloudFront's name for the site; what a domain of one's own points to."
  value       = aws_cloudfront_distribution.site.domain_name
}

output "api_url" {
  description = "The API behind the site, for looking into trouble."
  value       = aws_apigatewayv2_api.site.api_endpoint
}

output "releases_uri" {
  description = "For site-gen's --to and --at."
  value       = local.releases_uri
}

output "profiles_uri" {
  description = "Where profiles are put to be refreshed from."
  value       = local.profiles_uri
}

output "refresh_function" {
  description = "The function that refreshes; call it with {\"action\":\"refresh\"}."
  value       = aws_lambda_function.refresh.function_name
}

output "dashboard_url" {
  description = "Everything at a glance."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.site.dashboard_name}"
}

output "refresh_seed" {
  description = "For site-gen refresh --seed, so that a refresh from here and one in the function agree."
  value       = tostring(var.refresh_seed)
}
