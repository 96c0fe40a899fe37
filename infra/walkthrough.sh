#!/usr/bin/env bash
# The steps of infra/README.md, with moto instead of AWS: `cargo xtask walk` runs this.
#
# AWS_ENDPOINT_URL is moto's, and TERRAFORM_FOLDER is a copy of infra/terraform. The commands are those of an
# operator on AWS, except for CloudFront and Lambda, which moto does not run.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${AWS_ENDPOINT_URL:?run it as: cargo xtask walk}" "${TERRAFORM_FOLDER:?run it as: cargo xtask walk}"
case $AWS_ENDPOINT_URL in
http://127.0.0.1:*) ;;
*) echo "walkthrough: $AWS_ENDPOINT_URL is not local, and the last step is destroy" >&2 && exit 1 ;;
esac

work=${TERRAFORM_FOLDER%/*}
site_gen=${CARGO_TARGET_DIR:-target}/release/site-gen
step() { printf '\n-- %s\n' "$*"; }
fail() { echo "walkthrough: $*" >&2 && exit 1; }
value() { terraform -chdir="$TERRAFORM_FOLDER" output -raw "$1"; }
# Fetches an object with a signed request, as CloudFront does: the buckets are private in moto, too.
fetch() {
    curl --fail --silent --show-error --aws-sigv4 "aws:amz:$AWS_REGION:s3" \
        --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" "$AWS_ENDPOINT_URL/${1#s3://}"
}

step "Dry run"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --dry-run

step "Deploy a site of synthetic people"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --yes
releases=$(value releases_uri) site=$(value site_url) profiles=$(value profiles_uri)

step "The bucket is private"
if curl --fail --silent "$AWS_ENDPOINT_URL/${releases#s3://}/current.json"; then
    fail "the bucket is public"
fi

step "The live release"
fetch "$releases/current.json" | tee "$work/first.json"
"$site_gen" releases --at "$releases"
fetch "$releases/site/index.html" >"$work/index.html"
grep -q '<form' "$work/index.html" || fail "the first page has no form"
fetch "$releases/site/sitemap.xml" >"$work/sitemap.xml"
grep -q "<loc>$site/" "$work/sitemap.xml" || fail "the sitemap does not contain $site"
pages=$(grep -o "<loc>[^<]*" "$work/sitemap.xml" | sed "s|<loc>$site/||")
count=0
for page in $pages; do
    fetch "$releases/site/${page}index.html" >"$work/page.html" ||
        fail "/$page is in the sitemap but not in the bucket"
    count=$((count + 1))
done
echo "$count pages of the sitemap are in the bucket"

step "A refresh with the same profiles: nothing changes"
seed=$(value refresh_seed)
"$site_gen" refresh --profiles "$profiles" --to "$releases" --base-url "$site" --seed "$seed"
live() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["live"]["release"])' "$1"; }
fetch "$releases/current.json" >"$work/second.json"
[ "$(live "$work/first.json")" = "$(live "$work/second.json")" ] ||
    fail "the same profiles made another release"

step "A second deploy: the live release stays"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --yes
fetch "$releases/current.json" >"$work/third.json"
[ "$(live "$work/first.json")" = "$(live "$work/third.json")" ] ||
    fail "the second deploy replaced the live release"

step "Destroy"
cargo xtask destroy --terraform "$TERRAFORM_FOLDER" --yes
if fetch "$releases/current.json" >"$work/gone.json" 2>&1; then fail "the bucket still exists"; fi
echo
echo "walkthrough: done"
