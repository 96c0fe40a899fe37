#!/usr/bin/env python3
"""Compares the time of rendering 1,000 roadmaps with Hugo and Zola, also with link preview pictures.

    cargo build --release -p site-gen --example many_roadmaps --example cards --bin site-gen
    python3 tests/yardstick/pages_speed.py --model model/model.bin \\
        [--hugo hugo] [--zola zola] [--font Inter.ttf]

Hugo and Zola get the facts of a page as front matter, from the index.json that site-gen publishes beside the
page, with percentages and lengths of bars computed in advance, and a template of the same markup. Hugo draws
the same texts and bars onto the same picture. Zola draws no text. site-gen also writes open data,
comparisons, search and feeds. Each program runs `--runs` times into an empty folder. The fastest run counts,
and ratios are of processor time.
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
    """Seconds of the fastest run, and the least processor time, which other load hardly affects."""
    times, work = [], []
    for _ in range(runs):
        # Moved, not deleted: after a deletion, ext4 finds room for new files more slowly for a minute.
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


def measure(out):
    """The numbers of pages and pictures in a folder, and the mean sizes of roadmap pages and pictures."""
    html = list(out.rglob("*.html"))
    pages = [path.stat().st_size for path in html if path.parent.parent.parent.name == "roadmaps"]
    pictures = [path.stat().st_size for path in out.rglob("*card*.png")]
    page_size = sum(pages) / max(len(pages), 1)
    picture_size = sum(pictures) / max(len(pictures), 1)
    return len(html), len(pictures), page_size, picture_size


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
    """The path and the facts of each roadmap's page."""
    for path in sorted(site.glob("roadmaps/*/*/index.json")):
        data = json.loads(path.read_text())
        # A redirect has no facts.
        if "people" not in data:
            continue
        people = data["people"]
        skills = data.get("skills", [])
        stages = [
            {"key": stage, "items": [item(skill, people) for skill in skills if skill.get("stage") == stage]}
            for stage in ("start", "apart", "later")
        ]
        lists = {
            kind: [item(found, people) for found in data.get(kind, [])]
            for kind in ("courses", "certifications", "studies")
        }
        yield path.parent.relative_to(site), {
            "people": people,
            "level": data["level"],
            "level_people": data["level_people"],
            "stages": stages,
            "next": data.get("next") or {},
            "neighbours": data.get("neighbours", []),
            **lists,
            "name": data["name"],
        }


# The template for both, with placeholders between %.
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%title% · Career roadmap</title>
<meta name="description" content="What %people% people with a background like this have learned: \
skills, courses, certifications, and the next step.">
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
<header class="top"><div class="wrap top-row">\
<a class="brand" href="/"><span>Career roadmap</span></a>\
<nav class="site-nav" aria-label="Site"><a href="/">Find yours</a><a href="/roadmaps/">Roadmaps</a></nav>\
</div></header>
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
<footer class="foot"><div class="wrap"><p>Every share here counts people: \
a roadmap needs at least 10 of them, and an item on it at least 5.</p></div></footer>
</body>
</html>
"""

ITEM = (
    '<li class="share" data-item="%id%"><bdi class="share-name">%name%</bdi>'
    '%if times%<span class="times">%times%×<span class="visually-hidden"> the level</span></span>%end%'
    '<span class="share-figure">%people% of %of% <b>%percent%</b></span>'
    '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="bar-track" y="2" width="100" height="6"/>'
    '<rect class="bar-fill" y="2" width="%width%" height="6"/></svg></li>'
)
CARD_TAGS = (
    '<meta property="og:image" content="{}"><meta property="og:image:type" content="image/png">'
    '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
)


ITEM_KEYS = ("id", "name", "people", "of", "percent", "width", "times")


def fill(text, values):
    """Replaces every placeholder."""
    for key, value in values.items():
        text = text.replace(f"%{key}%", value)
    assert "%" not in text.replace("100%", ""), text[text.index("%") :][:80]
    return text


# Draws a card with Hugo's filters of images.
HUGO_CARD = """{{- $filters := slice }}
{{- $serif := resources.Get "title.ttf" }}
{{- $filters = $filters | append (images.Text .Title \
(dict "color" "#1c2829" "size" 52 "x" 64 "y" 200 "font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%d people" (int .Params.people)) \
(dict "color" "#55625f" "size" 32 "x" 64 "y" 400 "font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%s" .Params.level) \
(dict "color" "#1c2829" "size" 28 "x" 372 "y" 438 "font" $serif)) }}
{{- $bar := resources.Get "bar.png" }}
{{- range $place, $item := first 5 .Params.top }}
{{- $y := add 152 (mul $place 82) }}
{{- $filters = $filters | append (images.Text $item.name \
(dict "color" "#1c2829" "size" 28 "x" 606 "y" $y "font" $serif)) }}
{{- $filters = $filters | append (images.Text (printf "%d of %d" (int $item.people) (int $item.of)) \
(dict "color" "#55625f" "size" 23 "x" 980 "y" $y "font" $serif)) }}
{{- $filters = $filters | append \
(images.Overlay ($bar.Resize (printf "%dx12" (int $item.pixels))) 606 (add $y 41)) }}
{{- end }}
{{- $card := (resources.Get "scene.png") | images.Filter $filters }}"""

HUGO_CARD_URL = '{{ ($card | resources.Copy (print .RelPermalink "card.png")).Permalink }}'

HUGO_NEXT = (
    '{{ with .Params.next }}<section id="next"><h2>The next step</h2>'
    '<p><a href="{{ .path }}">{{ .level }}: {{ .name }}</a> {{ .people }} people</p></section>{{ end }}'
)
HUGO_OTHERS = (
    '{{ range .Params.neighbours }}<li><a href="{{ .path }}"><bdi>{{ .name }}</bdi></a></li>\n{{ end }}'
)


def hugo_template(with_cards):
    keys = {key: "{{ ." + key + " }}" for key in ITEM_KEYS}
    entry = fill(ITEM, {**keys, "if times": "{{ with .times }}", "times": "{{ . }}", "end": "{{ end }}"})
    page = fill(
        PAGE,
        {
            "title": "{{ .Title }}",
            "people": "{{ .Params.people }}",
            "level": "{{ .Params.level }}",
            "url": "{{ .Permalink }}",
            "card": CARD_TAGS.format(HUGO_CARD_URL if with_cards else BASE + "/card.png"),
            "each stage in stages": "{{ range .Params.stages }}",
            "stage.key": "{{ .key }}",
            "each item in stage.items": "{{ range .items }}",
            "each list in lists": "{{ range .Params.lists }}",
            "each item in list.items": "{{ range .items }}",
            "list.title": "{{ .title }}",
            "item": entry,
            "end": "{{ end }}",
            "next": HUGO_NEXT,
            "others": HUGO_OTHERS,
        },
    )
    return HUGO_CARD * with_cards + page


# § stands for Tera's %, which marks placeholders here.
ZOLA_NEXT = (
    '{§ if page.extra.next.path §}<section id="next"><h2>The next step</h2>'
    '<p><a href="{{ page.extra.next.path }}">{{ page.extra.next.level }}: {{ page.extra.next.name }}</a> '
    "{{ page.extra.next.people }} people</p></section>{§ endif §}"
)
ZOLA_OTHERS = (
    "{§ for other in page.extra.neighbours §}"
    '<li><a href="{{ other.path }}"><bdi>{{ other.name }}</bdi></a></li>\n{§ endfor §}'
)


def zola_template():
    keys = {key: "{{ item." + key + " }}" for key in ITEM_KEYS}
    entry = fill(ITEM, {**keys, "if times": "{§ if item.times §}", "end": "{§ endif §}"})
    page = fill(
        PAGE,
        {
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
            "item": entry,
            "end": "{§ endfor §}",
            "next": ZOLA_NEXT,
            "others": ZOLA_OTHERS,
        },
    )
    return page.replace("§", "%")


def params(found):
    """The front matter of a page."""
    titles = {
        "courses": "Courses they took",
        "certifications": "Certifications they hold",
        "studies": "What they studied",
    }
    first = found["stages"][0]["items"][:5]
    top = [{**entry, "pixels": max(12, round(entry["people"] / entry["of"] * 506))} for entry in first]
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
        front_matter = json.dumps({"title": found["name"], **params(found)}, ensure_ascii=False)
        write(folder / f"content/{path}.md", f"{front_matter}\n")
        write(folder / f"content/{path.parent}/_index.md", '{"title": "Level"}\n')
    if with_cards:
        (folder / "assets").mkdir()
        shutil.copy(scene, folder / "assets/scene.png")
        shutil.copy(font, folder / "assets/title.ttf")
        write_bar(folder / "assets/bar.png")


def write_bar(path):
    """Writes a picture of 12 × 12 pixels in the bars' colour."""
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
    link = '<li><a href="{{ page.path }}">{{ page.title }}</a></li>'
    write(folder / "templates/section.html", "{% for page in section.pages %}" + link + "{% endfor %}")
    write(folder / "templates/index.html", "{{ section.title }}")
    write(folder / "content/_index.md", '+++\ntitle = "Roadmaps"\n+++\n')
    write(folder / "content/roadmaps/_index.md", '+++\ntitle = "Roadmaps"\n+++\n')
    for path, found in pages:
        extra = "".join(f"{key} = {toml(value)}\n" for key, value in params(found).items())
        write(folder / f"content/{path}.md", f"+++\ntitle = {toml(found['name'])}\n[extra]\n{extra}+++\n")
        write(folder / f"content/{path.parent}/_index.md", '+++\ntitle = "Level"\n+++\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--target", type=Path, default=ROOT / "target/release")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--zola", default=shutil.which("zola"))
    parser.add_argument("--font", type=Path, help="a TrueType font; without it, Hugo draws no pictures")
    parser.add_argument("--work", type=Path, default=ROOT / "target/pages-speed")
    args = parser.parse_args()
    shutil.rmtree(args.work / "earlier", ignore_errors=True)
    (args.work / "earlier").mkdir(parents=True)
    many, site = args.work / "model", args.work / "site"
    subprocess.run([args.target / "examples/many_roadmaps", args.model, str(args.count), many], check=True)
    cards = args.work / "cards"
    subprocess.run([args.target / "examples/cards", cards, str(args.count)], check=True)
    render = [args.target / "site-gen", "render", "--model", many, "--out", site, "--languages", "en"]

    def show(name, seconds_and_work, out, roadmaps=args.count):
        """Prints a row and returns the processor time for each roadmap."""
        seconds, work = seconds_and_work
        html, pictures, page_size, picture_size = measure(out)
        print(
            f"{name:34} {seconds:6.2f} s  {work:6.2f} s of processors, "
            f"{1000 * work / roadmaps:7.2f} ms for each roadmap  "
            f"{html:6} pages, {html / seconds:5.0f} per second  {pictures:5} pictures  "
            f"{page_size / 1000:5.1f} kB per roadmap page  {picture_size / 1000:5.1f} kB per picture",
            flush=True,
        )
        return work / roadmaps

    plain = show("site-gen, everything but pictures", fastest(args.runs, site, render), site)
    whole = show("site-gen, everything", fastest(args.runs, site, [*render, "--base-url", BASE]), site)
    pages = list(facts(site))
    assert len(pages) == args.count, f"{len(pages)} pages with facts"
    out = args.work / "out"
    if args.hugo:
        folder = args.work / "hugo"
        hugo = [args.hugo, "--source", folder, "--destination", out, "--quiet"]
        hugo_site(folder, pages, None, None, False)
        theirs = show("Hugo, roadmap pages", fastest(args.runs, out, hugo), out)
        print(f"Hugo needs {theirs / plain:.2f} times site-gen's time, for roadmap pages only")
        if args.font:
            # A hundred are enough, because each takes the same time.
            drawn = pages[:100]
            hugo_site(folder, drawn, cards / "scene.png", args.font, True)
            # Empties Hugo's cache of pictures, too.
            empty = ["sh", "-c", f"rm -rf '{folder}/resources' && exec \"$@\"", "sh", *map(str, hugo)]
            name = f"Hugo, {len(drawn)} of them with pictures"
            theirs = show(name, fastest(1, out, empty), out, len(drawn))
            print(
                f"Hugo needs {theirs / whole:.0f} times site-gen's time, for roadmap pages with pictures only"
            )
    if args.zola:
        folder = args.work / "zola"
        zola_site(folder, pages)
        build = [args.zola, "--root", folder, "build", "--output-dir", out]
        theirs = show("Zola, roadmap pages", fastest(args.runs, out, build), out)
        print(f"Zola needs {theirs / plain:.2f} times site-gen's time, for roadmap pages only")


if __name__ == "__main__":
    main()
