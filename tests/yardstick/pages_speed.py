#!/usr/bin/env python3
"""Rendering time of 1,000 roadmaps and the pictures of their links, beside Hugo and Zola on similar pages.

    cargo build --release -p site-gen --bin site-gen
    cargo build --release -p site --example many_roadmaps -p charts --example cards
    python3 tests/yardstick/pages_speed.py --model model/model.bin [--hugo hugo] [--zola zola]
        [--font Inter.ttf]

The others get a page's data as site-gen published it (index.json beside each page) in front matter, with
percentages and lengths of bars already computed, and a template with the same markup. Hugo draws the same
texts and bars on the same scene. Zola draws no text. site-gen writes more: open data, comparisons, search,
feeds. Each runs `--runs` times into an empty folder. The fastest run counts, and ratios are of CPU time.
"""

import argparse
import json
import resource
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://example.org"


def fastest(runs, out, command, **options):
    """The least wall time and CPU time of the runs; CPU time matters on a machine with other load."""
    times, work = [], []
    for _ in range(runs):
        # Not deleted: ext4 searches the blocks of files deleted in the last minute, which slows the next run.
        if out.exists():
            out.rename(out.parent / "earlier" / f"{time.time_ns()}")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options
        )
        times.append(time.perf_counter() - start)
        assert done.returncode == 0, f"{command}: {done.stderr[-2000:]}"
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times), min(work)


def measured(out):
    """The number of pages and pictures in a folder, and their mean sizes."""
    html = list(out.rglob("*.html"))
    pages = [path.stat().st_size for path in html if path.parent.parent.parent.name == "roadmaps"]
    pictures = [path for path in out.rglob("*card*.png")]
    size = sum(path.stat().st_size for path in pictures) / max(len(pictures), 1)
    return len(html), len(pictures), sum(pages) / max(len(pages), 1), size


def item(found, of):
    share = found["people"] / of
    return {
        "id": found.get("id", ""),
        "name": found["name"],
        "people": found["people"],
        "of": of,
        "percent": f"{100 * share:.0f}%",
        "width": f"{100 * min(share, 1):.1f}",
        "times": f"{found['lift']:.1f}" if found.get("telling") else "",
    }


def facts(site):
    """The path and the data of each roadmap page."""
    for path in sorted(site.glob("roadmaps/*/*/index.json")):
        data = json.loads(path.read_text())
        # An address that moved has no data.
        if "people" not in data:
            continue
        stages = [
            {
                "key": stage,
                "items": [item(s, data["people"]) for s in data.get("skills", []) if s.get("stage") == stage],
            }
            for stage in ("start", "apart", "later")
        ]
        lists = {
            kind: [item(i, data["people"]) for i in data.get(kind, [])]
            for kind in ("courses", "certifications", "studies")
        }
        yield path.parent.relative_to(site), {
            "people": data["people"],
            "level": data["level"],
            "level_people": data["level_people"],
            "stages": stages,
            "next": data.get("next") or {},
            "neighbours": data.get("neighbours", []),
            **lists,
            "name": data["name"],
        }


# One template for Go and Tera; only the parts between % differ.
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%title% · Career roadmap</title>
<meta name="description" content="What %people% people with a background like this have learned: skills, \
courses, certifications, and the next step.">
<meta property="og:site_name" content="Career roadmap">
<meta property="og:type" content="website">
<meta property="og:title" content="%title%">
<meta property="og:url" content="%url%">
%card%
<link rel="canonical" href="%url%">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top"><div class="wrap top-row"><a class="brand" href="/"><span>Career roadmap</span></a><nav \
class="site-nav" aria-label="Site"><a href="/">Find yours</a><a href="/roadmaps/">Roadmaps</a></nav></div>\
</header>
<main id="content" tabindex="-1">
<h1><bdi>%title%</bdi></h1>
<p class="lede">What to learn next, counted: what <b>%people% people</b> of the %level% level have.</p>
<ol class="path">
%each stage in stages%
<li class="stage" id="%stage.key%"><ul class="shares">
%each item in stage.items%
%item%
%end%
</ul></li>
%end%
</ol>
%each list in lists%
<section><h2>%list.title%</h2><ul class="shares">
%each item in list.items%
%item%
%end%
</ul></section>
%end%
%next%
<section id="others"><h2>Other roadmaps</h2><ul class="others">
%others%
</ul></section>
</main>
<footer class="foot"><div class="wrap"><p>Every share here counts people: a roadmap needs at least 10 of \
them, and an item on it at least 5.</p></div></footer>
</body>
</html>
"""

ITEM = (
    '<li class="share" data-item="%id%"><bdi class="share-name">%name%</bdi>'
    '%if times%<span class="times">%times%×<span class="visually-hidden"> the level</span></span>%end%'
    '<span class="share-figure">%people% of %of% <b>%percent%</b></span>'
    '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect '
    'class="bar-track" y="2" width="100" height="6"/>'
    '<rect class="bar-fill" y="2" width="%width%" height="6"/></svg></li>'
)
CARD_TAGS = (
    '<meta property="og:image" content="{}"><meta property="og:image:type" content="image/png">'
    '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
)


def replaced(text, by):
    for key, value in by.items():
        text = text.replace(f"%{key}%", value)
    assert "%" not in text.replace("100%", ""), text[text.index("%") :][:80]
    return text


def hugo_template(with_cards):
    of_item = {
        key: "{{ ." + key + " }}" for key in ("id", "name", "people", "of", "percent", "width", "times")
    }
    entry = replaced(
        ITEM, {"if times": "{{ with .times }}", **of_item, "times": "{{ . }}", "end": "{{ end }}"}
    )
    page = PAGE.replace("%each item in stage.items%", "{{ range .items }}").replace(
        "%each item in list.items%", "{{ range .items }}"
    )
    draw = """{{- $filters := slice }}
{{- $serif := resources.Get "title.ttf" }}
{{- $filters = $filters | append (images.Text .Title (dict "color" "#1c2829" "size" 52 "x" 64 "y" 200 \
"font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%d people" (int .Params.people)) (dict "color" \
"#55625f" "size" 32 "x" 64 "y" 400 "font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%s" .Params.level) (dict "color" "#1c2829" "size" 28 \
"x" 372 "y" 438 "font" $serif)) }}
{{- $bar := resources.Get "bar.png" }}
{{- range $place, $item := first 5 .Params.top }}
{{- $y := add 152 (mul $place 82) }}
{{- $filters = $filters | append (images.Text $item.name (dict "color" "#1c2829" "size" 28 "x" 606 "y" $y \
"font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%d of %d" (int $item.people) (int $item.of)) (dict \
"color" "#55625f" "size" 23 "x" 980 "y" $y "font" $serif)) }}
{{- $filters = $filters | append (images.Overlay ($bar.Resize (printf "%dx12" (int $item.pixels))) 606 (add \
$y 41)) }}
{{- end }}
{{- $card := (resources.Get "scene.png") | images.Filter $filters }}"""
    return draw * with_cards + replaced(
        page,
        {
            "title": "{{ .Title }}",
            "people": "{{ .Params.people }}",
            "level": "{{ .Params.level }}",
            "url": "{{ .Permalink }}",
            "card": CARD_TAGS.format(
                '{{ ($card | resources.Copy (print .RelPermalink "card.png")).Permalink }}'
                if with_cards
                else BASE + "/card.png"
            ),
            "each stage in stages": "{{ range .Params.stages }}",
            "stage.key": "{{ .key }}",
            "each list in lists": "{{ range .Params.lists }}",
            "list.title": "{{ .title }}",
            "item": entry,
            "end": "{{ end }}",
            "next": (
                '{{ with .Params.next }}<section id="next"><h2>The next step</h2><p><a href="{{ .path '
                '}}">{{ .level }}: {{ .name }}</a> {{ .people }} people</p></section>{{ end }}'
            ),
            "others": (
                '{{ range .Params.neighbours }}<li><a href="{{ .path }}"><bdi>{{ .name }}</bdi></a>'
                "</li>\n{{ end }}"
            ),
        },
    )


def zola_template():
    of_item = {
        key: "{{ item." + key + " }}" for key in ("id", "name", "people", "of", "percent", "width", "times")
    }
    text = ITEM.replace("%if times%", "{§ if item.times §}").replace("%end%", "{§ endif §}")
    for key, value in of_item.items():
        text = text.replace(f"%{key}%", value)
    page = PAGE
    for key, value in {
        "title": "{{ page.title }}",
        "people": "{{ page.extra.people }}",
        "level": "{{ page.extra.level }}",
        "url": "{{ page.permalink | safe }}",
        "card": CARD_TAGS.format(BASE + "/card.png"),
        "each stage in stages": "{§ for stage in page.extra.stages §}",
        "stage.key": "{{ stage.key }}",
        "each item in stage.items": "{§ for item in stage.items §}",
        "each list in lists": "{§ for list in page.extra.lists §}",
        "each item in list.items": "{§ for item in list.items §}",
        "list.title": "{{ list.title }}",
        "item": text,
        "end": "{§ endfor §}",
        "next": (
            '{§ if page.extra.next.path §}<section id="next"><h2>The next step</h2><p><a href="{{ '
            'page.extra.next.path }}">{{ page.extra.next.level }}: {{ page.extra.next.name }}</a> {{ '
            "page.extra.next.people }} people</p></section>{§ endif §}"
        ),
        "others": (
            '{§ for other in page.extra.neighbours §}<li><a href="{{ other.path }}"><bdi>{{ '
            "other.name }}</bdi></a></li>\n{§ endfor §}"
        ),
    }.items():
        page = page.replace(f"%{key}%", value)
    assert "%" not in page.replace("100%", ""), page
    return page.replace("§", "%")


def params(found):
    titles = {
        "courses": "Courses they took",
        "certifications": "Certifications they hold",
        "studies": "What they studied",
    }
    top = [
        dict(i, pixels=max(12, round(i["people"] / i["of"] * 506))) for i in found["stages"][0]["items"][:5]
    ]
    lists = [{"title": title, "items": found[kind]} for kind, title in titles.items()]
    return {
        **{key: found[key] for key in ("people", "level", "stages", "next", "neighbours")},
        "lists": lists,
        "top": top,
    }


def toml(value):
    """A value as inline TOML; JSON's strings are TOML's."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def hugo_site(folder, pages, scene, font, with_cards):
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "config.toml", f'baseURL = "{BASE}/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n')
    write(folder / "layouts/roadmaps/single.html", hugo_template(with_cards))
    lists = '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}'
    write(folder / "layouts/_default/list.html", lists)
    write(folder / "layouts/index.html", lists)
    for path, found in pages:
        write(
            folder / f"content/{path}.md",
            json.dumps({"title": found["name"], **params(found)}, ensure_ascii=False) + "\n",
        )
        write(folder / f"content/{path.parent}/_index.md", '{"title": "Level"}\n')
    if with_cards:
        (folder / "assets").mkdir()
        shutil.copy(scene, folder / "assets/scene.png")
        shutil.copy(font, folder / "assets/title.ttf")
        # 12 pixels of the bars' colour.
        write_bar(folder / "assets/bar.png")


def write_bar(path):
    import struct
    import zlib

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\x0a\x5c\x52" * 12 for _ in range(12))
    header = struct.pack(">IIBBBBB", 12, 12, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def zola_site(folder, pages):
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "config.toml", f'base_url = "{BASE}"\ncompile_sass = false\nbuild_search_index = false\n')
    write(folder / "templates/page.html", zola_template())
    write(
        folder / "templates/section.html",
        '{% for page in section.pages %}<li><a href="{{ page.path }}">{{ page.title }}</a></li>{% endfor %}',
    )
    write(folder / "templates/index.html", "{{ section.title }}")
    write(folder / "content/_index.md", '+++\ntitle = "Roadmaps"\n+++\n')
    write(folder / "content/roadmaps/_index.md", '+++\ntitle = "Roadmaps"\n+++\n')
    for path, found in pages:
        extra = "".join(f"{key} = {toml(value)}\n" for key, value in params(found).items())
        write(
            folder / f"content/{path}.md",
            f"+++\ntitle = {json.dumps(found['name'], ensure_ascii=False)}\n[extra]\n{extra}+++\n",
        )
        write(folder / f"content/{path.parent}/_index.md", '+++\ntitle = "Level"\n+++\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--target", type=Path, default=ROOT / "target/release")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--zola", default=shutil.which("zola"))
    parser.add_argument(
        "--font", type=Path, help="a TrueType font for Hugo's pictures; without it Hugo draws none"
    )
    parser.add_argument("--work", type=Path, default=ROOT / "target/pages-speed")
    at = parser.parse_args()
    shutil.rmtree(at.work / "earlier", ignore_errors=True)
    (at.work / "earlier").mkdir(parents=True)
    many, site = at.work / "model", at.work / "site"
    subprocess.run([at.target / "examples/many_roadmaps", at.model, str(at.count), many], check=True)
    cards = at.work / "cards"
    subprocess.run([at.target / "examples/cards", cards, str(at.count)], check=True)
    render = [at.target / "site-gen", "render", "--model", many, "--out", site, "--languages", "en"]

    def told(name, seconds_and_work, out, roadmaps=at.count):
        seconds, work = seconds_and_work
        html, pictures, size, png = measured(out)
        print(
            f"{name:34} {seconds:6.2f} s  {work:6.2f} s of processors, {1000 * work / roadmaps:7.2f} ms a "
            f"roadmap  {html:6} pages, {html / seconds:5.0f} a second  "
            f"{pictures:5} pictures  {size / 1000:5.1f} kB a roadmap's page  {png / 1000:5.1f} kB a picture",
            flush=True,
        )
        return work / roadmaps

    plain = told("site-gen, everything but pictures", fastest(at.runs, site, render), site)
    whole = told("site-gen, everything", fastest(at.runs, site, [*render, "--base-url", BASE]), site)
    pages = list(facts(site))
    assert len(pages) == at.count, f"{len(pages)} pages with facts"
    out = at.work / "out"
    if at.hugo:
        folder = at.work / "hugo"
        hugo = [at.hugo, "--source", folder, "--destination", out, "--quiet"]
        hugo_site(folder, pages, None, None, False)
        theirs = told("Hugo, roadmaps' pages", fastest(at.runs, out, hugo), out)
        print(
            f"Hugo takes {theirs / plain:.2f} times the work for a roadmap's page as site-gen for it and "
            f"all around it"
        )
        if at.font:
            # A hundred are enough, because each takes equally long.
            drawn = pages[:100]
            hugo_site(folder, drawn, cards / "scene.png", at.font, True)
            # Hugo's cache of pictures is deleted before the run.
            empty = ["sh", "-c", f"rm -rf '{folder}/resources' && exec \"$@\"", "sh", *map(str, hugo)]
            theirs = told(
                f"Hugo, {len(drawn)} of them with pictures", fastest(1, out, empty), out, len(drawn)
            )
            print(
                f"Hugo takes {theirs / whole:.0f} times the work for a roadmap's page and picture as "
                f"site-gen for these and all around them"
            )
    if at.zola:
        folder = at.work / "zola"
        zola_site(folder, pages)
        build = [at.zola, "--root", folder, "build", "--output-dir", out]
        theirs = told("Zola, roadmaps' pages", fastest(at.runs, out, build), out)
        print(
            f"Zola takes {theirs / plain:.2f} times the work for a roadmap's page as site-gen for it and "
            f"all around it"
        )


if __name__ == "__main__":
    main()
