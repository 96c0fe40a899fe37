#!/usr/bin/env bash
# Walks through infra/README.md as an operator does, with moto in place of AWS. `cargo xtask walk` runs it.
#
# AWS_ENDPOINT_URL must be moto's address, and TERRAFORM_FOLDER a copy of infra/terraform. All other
# commands are those that an operator runs on AWS. The script leaves out CloudFront and Lambda, because moto
# runs neither.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${AWS_ENDPOINT_URL:?run it as: cargo xtask walk}" "${TERRAFORM_FOLDER:?run it as: cargo xtask walk}"
case $AWS_ENDPOINT_URL in
http://127.0.0.1:*) ;;
*) echo "walkthrough: $AWS_ENDPOINT_URL is not on this machine; the walk ends with a destroy" >&2 && exit 1 ;;
esac

work=${TERRAFORM_FOLDER%/*}
site_gen=${CARGO_TARGET_DIR:-target}/release/site-gen
step() { printf '\n-- %s\n' "$*"; }
fail() { echo "walkthrough: $*" >&2 && exit 1; }
value() { terraform -chdir="$TERRAFORM_FOLDER" output -raw "$1"; }
# Fetches an object with a signed request, as CloudFront does: the buckets are private on moto, too.
fetch() {
    curl --fail --silent --show-error --aws-sigv4 "aws:amz:$AWS_REGION:s3" \
        --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" "$AWS_ENDPOINT_URL/${1#s3://}"
}

step "Dry run"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --dry-run

step "One command, from an account to a site (synthetic people)"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --yes
releases=$(value releases_uri) site=$(value site_url) profiles=$(value profiles_uri)

step "Private to strangers"
if curl --fail --silent "$AWS_ENDPOINT_URL/${releases#s3://}/current.json"; then
    fail "anybody can read the bucket"
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
        fail "/$page is in the sitemap and not in the bucket"
    count=$((count + 1))
done
echo "$count pages of the sitemap are in the bucket"

step "The same profiles again: nothing changes"
"$site_gen" refresh --profiles "$profiles" --to "$releases" --base-url "$site" --seed "$(value refresh_seed)"
live() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["live"]["release"])' "$1"; }
fetch "$releases/current.json" >"$work/second.json"
[ "$(live "$work/first.json")" = "$(live "$work/second.json")" ] ||
    fail "the same profiles made another release"

step "Deploy again: the live release stays"
cargo xtask deploy --terraform "$TERRAFORM_FOLDER" --yes
fetch "$releases/current.json" >"$work/third.json"
[ "$(live "$work/first.json")" = "$(live "$work/third.json")" ] ||
    fail "deploying again replaced the live release"

step "Destroy"
cargo xtask destroy --terraform "$TERRAFORM_FOLDER" --yes
if fetch "$releases/current.json" >"$work/gone.json" 2>&1; then fail "the bucket is still there"; fi
echo
echo "walkthrough: done"
