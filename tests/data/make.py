"""Writes the made files of `tests/data`: pages of eight kinds of site, and articles in formats of many documents.

    python tests/data/make.py

The articles are written for these tests and given to the public domain (CC0);
the sites, people and places are invented. Each page wraps one article in the
furniture of its kind of site; the article alone is its truth.
"""

import html
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

DATA = Path(__file__).parent
PAGES = DATA / "pages"
FORMATS = DATA / "formats"

ARTICLES = {
    "bridge": {
        "title": "Toll bridge misses its traffic forecast for a third year",
        "author": "Ruth Adeyemi",
        "date": "2023-09-14",
        "body": [
            "The Lanmouth toll bridge carried 8,200 vehicles a day in the year to June, the operator said on Thursday, a third less than the 12,500 that were forecast when the contract was signed in 2016.",
            "It is the third year in a row that traffic has stayed below the forecast. The operator, Estuary Crossings, blamed the pandemic and the new ferry, which does not charge lorries before six in the morning.",
            "“We never promised a number,” its managing director, Paul Hendry, told reporters. “The forecast was the council’s, not ours.” The council’s own documents, however, name the company as the author of the traffic study.",
            "Under the contract the council must pay the operator 3.4 million pounds if traffic stays below 9,000 vehicles a day for three years. Councillor Mina Rao, who leads the opposition, said that the clause should never have been signed. The leader of the council has not commented.",
            "A review that the council ordered in April found no evidence that drivers avoid the bridge because of its price. It recommended a lower toll for lorries all the same, and it expects a decision before the end of the year.",
        ],
    },
    "vaccine": {
        "title": "Hospitals in the north report fewer measles cases after vaccination drive",
        "author": "Tomas Lindqvist",
        "date": "2024-02-28",
        "body": [
            "Hospitals in the northern districts admitted 214 patients with measles in January, down from 530 in the same month of last year, the health ministry said on Wednesday.",
            "The ministry attributes the fall to a vaccination drive that reached about 190,000 children between August and November. Doctors at the university hospital in Rovik were more careful: cases had already begun to fall in July, a month before the drive started, they said.",
            "“Both things can be true,” said Elin Sand, who heads the hospital’s infection unit. “The drive did not start the decline, but without it the decline would probably have stopped in the autumn.”",
            "Vaccination rates are still below the 95 percent that is needed to stop an outbreak. In four of the eleven districts fewer than 80 percent of children under five have had both doses, and in one the rate has not risen since 2019.",
            "The ministry plans to send mobile teams to these districts in March. The nurses’ union supports the plan but says that neither the vehicles nor the staff for it have been paid for.",
        ],
    },
    "grid": {
        "title": "Why the islands’ power cable is late, and what it will cost",
        "author": "Jonah Pike",
        "date": "2022-11-03",
        "body": [
            "The cable that is to bring wind power from the Outer Sound islands to the mainland will be finished in 2027 at the earliest, two years later than planned. The grid company announced the delay in a letter to its regulator last week.",
            "Three things went wrong. The company that was to make the cable lost its only ship in a storm in March. The route had to be moved by eleven kilometres when divers found a reef that no chart shows. And the price of copper rose by 40 percent between the bid and the order.",
            "The letter puts the new cost at 780 million euros; in 2020 it was given as 610 million. Consumers will pay the difference through their bills, which comes to about nine euros for an average household each year until 2040.",
            "Energy economists disagree about whether the cable is still worth it. Hanna Weiss of the Institute for Networks argues that every year of delay costs the islands more than the cable itself would. Her colleague Peter Aldous thinks that batteries will have become cheaper than the cable before it is laid.",
            "The regulator could refuse the new budget, but hardly anybody expects that. It has never refused one before.",
        ],
    },
}

COOKIES = '<div id="cookie-consent" class="cookie-banner" role="dialog"><p>We and our 842 partners store and access information on your device. You can change your mind at any time.</p><button>Accept all</button> <button>Reject</button></div>'
SHARE = '<ul class="social-share"><li><a href="#">Facebook</a></li><li><a href="#">X</a></li><li><a href="#">WhatsApp</a></li><li><a href="#">Copy link</a></li></ul>'
RELATED = '<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Ferry company cancels its winter timetable</a></li><li><a href="/2">Mayor denies that she knew of the letter</a></li><li><a href="/3">Ten photographs of a frozen lake</a></li></ul></aside>'
COMMENTS = '<section id="comments" class="comments"><h2>3 comments</h2><ol><li><cite>harbourman</cite><p>This is exactly what I said three years ago and nobody listened to me.</p></li><li><cite>Deb</cite><p>Nonsense. The figures in this article are wrong, the real number is twice as high.</p></li></ol><form><textarea>Leave a reply</textarea></form></section>'
FOOTER = '<footer><p>© {year} {site}. All rights reserved. Reproduction without permission is prohibited.</p><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/jobs">Jobs</a></li></ul></footer>'
NEWSLETTER = '<div class="newsletter-signup"><h4>Get our morning briefing</h4><p>Sign up for our free newsletter and never miss a story.</p><input type="email"><button>Subscribe</button></div>'
NAV = '<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li><li><a href="/business">Business</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>'


def meta(a, site, url, **extra):
    """Tags of the head as sites write them."""
    return (
        f'<meta charset="utf-8"><title>{html.escape(a["title"])} | {site}</title>'
        f'<meta property="og:title" content="{html.escape(a["title"])}"><meta property="og:site_name" content="{site}">'
        f'<meta property="og:url" content="{url}"><link rel="canonical" href="{url}">'
        + "".join(extra.values())
    )


def paragraphs(a, between=()):
    """The article's paragraphs, with furniture after the second and third."""
    made = [f"<p>{html.escape(p, quote=False)}</p>" for p in a["body"]]
    for place, piece in zip((2, 4), between, strict=False):
        made.insert(place, piece)
    return "".join(made)


def news_site(a, site, url):
    """A daily's page: JSON-LD, cookie banner, share bar, photograph with caption, related box, comments."""
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": a["title"],
            "datePublished": a["date"] + "T06:30:00+00:00",
            "dateModified": "2024-12-01T00:00:00+00:00",
            "author": {"@type": "Person", "name": a["author"]},
            "publisher": {"@type": "Organization", "name": site},
        }
    )
    head = meta(a, site, url, ld=f'<script type="application/ld+json">{ld}</script>')
    figure = '<figure><img src="a.jpg" alt=""><figcaption>A view of the works last spring. Photograph: J. Moss/Agency</figcaption></figure>'
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{COOKIES}<header><div class="logo">{site}</div>{NAV}</header><main><article><h1>{a["title"]}</h1><div class="byline">By <a rel="author" href="/a">{a["author"]}</a></div><time datetime="{a["date"]}">{a["date"]}</time>{SHARE}{figure}<div class="article-body">{paragraphs(a, (RELATED, NEWSLETTER))}</div>{SHARE}</article>{COMMENTS}</main>{FOOTER.format(site=site, year=2024)}</body></html>'


def blog(a, site, url):
    """A weblog: sidebar with recent posts and archives, tags, comments, no author tag."""
    sidebar = '<div id="secondary" class="sidebar widget-area"><div class="widget"><h2>Recent posts</h2><ul><li><a href="/p1">What I read in May</a></li><li><a href="/p2">On bread</a></li></ul></div><div class="widget"><h2>Archives</h2><ul><li>May 2024</li><li>April 2024</li></ul></div></div>'
    head = meta(
        a, site, url, date=f'<meta property="article:published_time" content="{a["date"]}T08:00:00Z">'
    )
    return f'<!doctype html><html lang="en"><head>{head}</head><body class="single-post"><div id="page"><div class="site-branding"><a href="/">{site}</a><p>Notes on infrastructure</p></div><div id="primary"><article class="post"><header class="entry-header"><h1 class="entry-title">{a["title"]}</h1><div class="entry-meta">Posted on <time class="entry-date" datetime="{a["date"]}">{a["date"]}</time> by <span class="author vcard"><a class="url fn n" href="/author">{a["author"]}</a></span></div></header><div class="entry-content">{paragraphs(a)}</div><footer class="entry-footer">Tags: <a rel="tag">energy</a>, <a rel="tag">roads</a></footer></article>{COMMENTS}</div>{sidebar}</div>{FOOTER.format(site=site, year=2024)}</body></html>'


def table_layout(a, site, url):
    """A page of the year 2001: tables for layout, font tags, no tags in the head."""
    return f'<html><head><title>{a["title"]}</title><meta name="author" content="{a["author"]}"><meta name="date" content="{a["date"]}"></head><body bgcolor="#ffffff"><table width="100%"><tr><td width="120" valign="top"><a href="/">Home</a><br><a href="/news">News</a><br><a href="/links">Links</a></td><td><font size="5"><b>{a["title"]}</b></font><br><font size="2">by {a["author"]}</font><br>{paragraphs(a)}<hr><font size="1">Best viewed at 800 by 600</font></td></tr></table></body></html>'


def press_release(a, site, url):
    """A government's page: breadcrumb, feedback box, contacts below."""
    head = meta(
        a,
        site,
        url,
        author=f'<meta name="author" content="{a["author"]}">',
        date=f'<meta name="dcterms.issued" content="{a["date"]}">',
    )
    return f'<!doctype html><html lang="en"><head>{head}</head><body><a class="skip-link" href="#content">Skip to main content</a><div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></div><main id="content"><h1>{a["title"]}</h1><dl class="metadata"><dt>From:</dt><dd>{site}</dd><dt>Published</dt><dd><time datetime="{a["date"]}">{a["date"]}</time></dd></dl><div class="govspeak">{paragraphs(a)}</div></main><div class="feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div>{FOOTER.format(site=site, year=2024)}</body></html>'


def div_soup(a, site, url):
    """A page of a framework: nothing but div and span with meaningless classes, text in many layers."""
    body = "".join(
        f'<div class="x1a2"><div><span class="q9">{html.escape(p, quote=False)}</span></div></div>'
        for p in a["body"]
    )
    head = meta(
        a,
        site,
        url,
        author=f'<meta name="author" content="{a["author"]}">',
        date=f'<meta property="article:published_time" content="{a["date"]}">',
    )
    menu = "".join(
        f'<div class="m1"><a href="/{n}">{n}</a></div>' for n in ("World", "Markets", "Culture", "Opinion")
    )
    return f'<!doctype html><html lang="en"><head>{head}</head><body><div id="root"><div class="c0"><div class="m0">{menu}</div><div class="c1"><div class="t1"><h1>{a["title"]}</h1></div><div class="c2">{body}</div><div class="c3"><div><a href="/s">Subscribe for full access</a></div></div></div></div></div>{COOKIES}</body></html>'


def magazine(a, site, url):
    """A magazine: headings between paragraphs, a pull quote that repeats the text, a biography of the author."""
    pull = '<aside class="pullquote"><p>Three things went wrong.</p></aside>'
    head = meta(
        a,
        site,
        url,
        author=f'<meta name="author" content="{a["author"]}">',
        date=f'<meta itemprop="datePublished" content="{a["date"]}">',
    )
    bio = (
        f'<div class="author-bio"><p>{a["author"]} writes about energy. Follow him on social media.</p></div>'
    )
    return f'<!doctype html><html lang="en-US"><head>{head}</head><body>{NAV}<article itemscope itemtype="https://schema.org/Article"><header><h1 itemprop="headline">{a["title"]}</h1></header><section itemprop="articleBody">{paragraphs(a, (pull,))}</section>{bio}</article><section class="more"><h2>More from {site}</h2><article><h3><a href="/x">The town that moved uphill</a></h3><p>A short teaser of another story that has nothing to do with this one.</p></article></section>{FOOTER.format(site=site, year=2024)}</body></html>'


def latin1(a, site, url):
    """A page in Windows-1252 that calls itself Latin-1, with entities for quotation marks."""
    head = meta(
        a,
        site,
        url,
        author=f'<meta name="author" content="{a["author"]}">',
        date=f'<meta name="date" content="{a["date"]}">',
    ).replace("utf-8", "iso-8859-1")
    body = paragraphs(a).replace("“", "&ldquo;").replace("”", "&rdquo;")
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{NAV}<div id="content"><h1>{a["title"]}</h1>{body}</div>{RELATED}</body></html>'


def wire(a, site, url):
    """A wire story on a portal: links to other stories between the paragraphs, a video box, most-read list."""
    inline = '<p class="inline-link"><strong>READ MORE: <a href="/r">Five things to know this morning</a></strong></p>'
    video = '<div class="video-player"><div class="video-title">Watch: our correspondent explains</div></div>'
    popular = '<div class="most-read"><h3>Most read</h3><ol><li><a href="/1">Storm warning for the coast</a></li><li><a href="/2">Football results</a></li></ol></div>'
    head = meta(
        a,
        site,
        url,
        author=f'<meta name="author" content="{a["author"]}">',
        date=f'<meta property="article:published_time" content="{a["date"]}T10:00:00Z">',
    )
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{NAV}{COOKIES}<div class="layout"><div class="story"><h1>{a["title"]}</h1>{SHARE}<div class="story-body">{paragraphs(a, (inline, video))}</div></div>{popular}</div>{FOOTER.format(site=site, year=2024)}</body></html>'


KINDS = {
    "news-site": (news_site, "bridge", "The Lanmouth Courier"),
    "blog": (blog, "grid", "Lines and Pipes"),
    "table-layout": (table_layout, "vaccine", None),
    "press-release": (press_release, "vaccine", "Ministry of Health"),
    "div-soup": (div_soup, "bridge", "Daily Ledger"),
    "magazine": (magazine, "grid", "Networks Quarterly"),
    "latin1": (latin1, "bridge", "Estuary Times"),
    "wire": (wire, "vaccine", "Portal One"),
}


def write_pages():
    """Each kind of page with its truth."""
    truth = {}
    for name, (make, article, site) in KINDS.items():
        a = ARTICLES[article]
        url = f"https://{name}.example/{article}"
        (PAGES / f"{name}.html").write_bytes(
            make(a, site, url).encode("cp1252" if name == "latin1" else "utf-8")
        )
        truth[name] = {
            "title": a["title"],
            "author": a["author"],
            "published": a["date"],
            "name": site,
            "text": a["body"],
        }
    (PAGES / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n")


def write_collections():
    """The three articles in files that hold many documents."""
    records = [
        {
            "id": key,
            "title": a["title"],
            "author": a["author"],
            "date": a["date"],
            "source": "Test Wire",
            "url": f"https://wire.example/{key}",
            "text": "\n\n".join(a["body"]),
        }
        for key, a in ARTICLES.items()
    ]
    (FORMATS / "articles.jsonl").write_text(
        "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    )
    import csv

    with (FORMATS / "articles.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(records[0]))
        writer.writeheader()
        writer.writerows(records)
    items = "".join(
        f"<item><title>{html.escape(r['title'])}</title><link>{r['url']}</link><dc:creator>{r['author']}</dc:creator><pubDate>{r['date']}T00:00:00Z</pubDate><content:encoded><![CDATA[{paragraphs(ARTICLES[r['id']])}]]></content:encoded></item>"
        for r in records
    )
    (FORMATS / "feed.rss").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Test Wire</title><link>https://wire.example/</link><language>en</language>{items}</channel></rss>\n'
    )
    entries = "".join(
        f'<entry><title>{html.escape(r["title"])}</title><link href="{r["url"]}"/><id>{r["url"]}</id><author><name>{r["author"]}</name></author><published>{r["date"]}T00:00:00Z</published><updated>{r["date"]}T00:00:00Z</updated><content type="html">{html.escape(paragraphs(ARTICLES[r["id"]]))}</content></entry>'
        for r in records
    )
    (FORMATS / "feed.atom").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Test Wire</title><id>https://wire.example/</id><updated>2024-03-01T00:00:00Z</updated>{entries}</feed>\n'
    )


def write_mail():
    """A newsletter in two versions, and a reply in plain text."""
    a = ARTICLES["grid"]
    letter = EmailMessage()
    letter["From"] = "Jonah Pike <jonah@lines.example>"
    letter["To"] = "reader@mail.example"
    letter["Subject"] = a["title"]
    letter["Date"] = "Thu, 03 Nov 2022 07:00:00 +0000"
    letter["List-Id"] = "Lines and Pipes <lines.example>"
    letter.set_content(
        "View this email in your browser ( https://lines.example/v )\n\n"
        + "\n\n".join(a["body"])
        + "\n\nUnsubscribe ( https://lines.example/u )\n",
        cte="quoted-printable",
    )
    letter.add_alternative(
        f'<html><body><table width="600"><tr><td><p><a href="https://lines.example/v">View this email in your browser</a></p></td></tr><tr><td><img src="https://lines.example/pixel.gif">{paragraphs(a)}</td></tr><tr><td><p>You are receiving this email because you signed up. <a href="https://lines.example/u">Unsubscribe</a></p></td></tr></table></body></html>',
        subtype="html",
        cte="quoted-printable",
    )
    letter.set_boundary("=-test-boundary-1")
    (FORMATS / "newsletter.eml").write_bytes(letter.as_bytes())
    reply = EmailMessage()
    reply["From"] = "Mina Rao <mina@council.example>"
    reply["Subject"] = "Re: the bridge"
    reply["Date"] = "Fri, 15 Sep 2023 09:30:00 +0100"
    reply.set_content(
        "The clause was signed in 2016 by the former leader. The council has paid nothing so far.\n\nOn Thu, 14 Sep 2023, Ruth Adeyemi wrote:\n> Has the council paid the operator?\n> And who signed the clause?\n\n-- \nMina Rao\nCouncillor for the east ward\n",
        cte="quoted-printable",
    )
    (FORMATS / "reply.eml").write_bytes(reply.as_bytes())


def write_archives():
    """A book of three chapters, a ZIP of several formats, a web archive, and a page saved by a browser."""
    stamp = (2024, 1, 1, 0, 0, 0)
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:

        def put(name, data):
            archive.writestr(zipfile.ZipInfo(name, stamp), data)

        put("mimetype", "application/epub+zip")
        put(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="{key}" href="{key}.xhtml" media-type="application/xhtml+xml"/>' for key in ARTICLES
        )
        refs = "".join(f'<itemref idref="{key}"/>' for key in ARTICLES)
        put(
            "OPS/book.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Three reports</dc:title><dc:creator>Ruth Adeyemi</dc:creator><dc:creator>Jonah Pike</dc:creator><dc:language>en</dc:language><dc:date>2024-05-01</dc:date><dc:publisher>Test Press</dc:publisher></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest><spine><itemref idref="nav"/>{refs}</spine></package>',
        )
        put(
            "OPS/nav.xhtml",
            '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li>Contents</li></ol></nav></body></html>',
        )
        for key, a in ARTICLES.items():
            put(
                f"OPS/{key}.xhtml",
                f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{a["title"]}</h1>{paragraphs(a)}</body></html>',
            )
    (FORMATS / "book.epub").write_bytes(book.getvalue())
    mixed = io.BytesIO()
    with zipfile.ZipFile(mixed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("pages/wire.html", "formats/reply.eml", "formats/harbour.docx", "formats/harbour.txt"):
            archive.writestr(zipfile.ZipInfo(name, stamp), (DATA / name).read_bytes())
        archive.writestr(zipfile.ZipInfo("photo.jpg", stamp), b"\xff\xd8")
        archive.writestr(zipfile.ZipInfo("__MACOSX/._wire.html", stamp), b"\0")
    (FORMATS / "mixed.zip").write_bytes(mixed.getvalue())
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (FORMATS / "crawl.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, status, kind, data in (
            (
                "https://news-site.example/bridge",
                "200 OK",
                "text/html; charset=utf-8",
                (PAGES / "news-site.html").read_bytes(),
            ),
            ("https://news-site.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://news-site.example/gone", "404 Not Found", "text/html", b"<p>Gone</p>"),
            (
                "https://reports.example/harbour.pdf",
                "200 OK",
                "application/pdf",
                (FORMATS / "harbour.pdf").read_bytes(),
            ),
        ):
            head = StatusAndHeaders(
                status, [("Content-Type", kind), ("Content-Length", str(len(data)))], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(data),
                    http_headers=head,
                    warc_headers_dict={
                        "WARC-Date": "2024-05-03T00:00:00Z",
                        "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{len(data):012}>",
                    },
                )
            )
    saved = FORMATS / "saved"
    (saved / "Report_files").mkdir(parents=True, exist_ok=True)
    page = (PAGES / "table-layout.html").read_text()
    (saved / "Report.html").write_text(
        "<!-- saved from url=(0034)https://old.example/reports/measles -->\n" + page
    )
    (saved / "Report_files" / "ad.html").write_text(
        "<html><body><article><p>Buy a boat today. It is cheaper than you think.</p></article></body></html>"
    )


if __name__ == "__main__":
    write_pages()
    write_collections()
    write_mail()
    write_archives()
