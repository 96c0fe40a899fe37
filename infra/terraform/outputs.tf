output "name" {
  description = "The site's name; `cargo xtask destroy` asks for it."
  value       = var.name
}

output "site_url" {
  description = "The address of the site."
  value       = local.site_url
}

output "distribution_domain" {
  description = "CloudFront's name for the site; a custom domain points to it."
  value       = aws_cloudfront_distribution.site.domain_name
}

output "api_url" {
  description = "The API behind the site, for debugging."
  value       = aws_apigatewayv2_api.site.api_endpoint
}

output "releases_uri" {
  description = "The location of the releases, for site-gen's --to and --at."
  value       = local.releases_uri
}

output "profiles_uri" {
  description = "The location of the profiles that refreshes read."
  value       = local.profiles_uri
}

output "refresh_function" {
  description = "The function that refreshes; call it with {\"action\":\"refresh\"}."
  value       = aws_lambda_function.refresh.function_name
}

output "dashboard_url" {
  description = "The dashboard."
  value = join("", [
    "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}",
    "#dashboards/dashboard/${aws_cloudwatch_dashboard.site.dashboard_name}",
  ])
}

output "refresh_seed" {
  description = "For site-gen refresh --seed, so that a refresh on a machine agrees with the function."
  value       = tostring(var.refresh_seed)
}
