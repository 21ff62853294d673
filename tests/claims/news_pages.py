"""Pages as newspapers, magazines, weblogs and agencies lay them out, all made up.

What belongs to the article is between "[[" and "]]"; `article_of` takes the marks out.
"""

import re

NEWSPAPER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Harbour fee divides the town | The Coast Courier</title>
<meta property="og:description" content="A description that nobody reads on the page itself.">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour fee",
"articleBody": "The body of the article stands here again, because search engines read
it."}</script>
<script>window.dataLayer = ["The reader said that it rains."];</script></head><body>
<div id="cookie-banner" class="cookie-consent"><p>We use cookies because they help us to improve
our site. By clicking accept you agree to that.</p><button>Accept all</button></div>
<header class="site-header"><a href="/">The Coast Courier</a><nav class="main-nav"><ul>
<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="story"><header><p class="kicker"><a href="/town">Town</a></p>
<h1>Harbour fee divides the town</h1>
<p class="standfirst">Skippers and shopkeepers cannot agree on who should pay for the quay.</p>
<div class="byline">By <a href="/ann">Ann Lee</a>, harbour correspondent</div>
<time datetime="2026-03-01">1 March 2026, 7.30am</time></header>
<figure><img src="quay.jpg" alt="The quay at dawn."><figcaption>The quay at dawn, where repairs
began
in January. Photograph: Bo Li/The Coast Courier</figcaption></figure>
<div class="article-body">
<p>[[The town should not charge small boats for the new quay, because their owners have paid for it
with their taxes.]] [[That is what most skippers say.]]</p>
<p>[[“Nobody asked us,” said <a href="/dunn">Rita Dunn</a>, who has fished here for 40 years.]]
[[“The fee will finish the small boats.”]]</p>
<aside class="related"><h3>Related</h3><ul><li><a href="/a">Quay repairs began late, and cost more
than planned</a></li><li><a href="/b">Why the ferry was cancelled</a></li></ul></aside>
<p><a href="/c">Read more: the long history of the quay and those who paid for it</a></p>
<p>[[However, the harbour office insists that the fee is fair.]] [[It raised 40,000 pounds in its
first year.]]</p>
<div class="newsletter-signup"><h4>Morning Tide</h4><p>Get the news of the coast in your inbox every
morning. You can unsubscribe at any time.</p><form><input type="email"><button>Sign
up</button></form>
</div>
<blockquote class="pullquote"><p>The fee will finish the small boats</p></blockquote>
<h2>What comes next</h2>
<p>[[The council will vote in May.]] [[Two things speak for a delay:]]</p>
<ul><li>[[the repairs are not finished;]]</li><li>[[the ferry company has not been
heard.]]</li></ul>
<div class="ad-slot">Advertisement</div>
</div>
<section class="author-box"><img src="ann.jpg" alt=""><p>Ann Lee has written about harbours since
2009. She lives on a boat.</p></section>
<div class="tags"><a href="/t/harbour">Harbour</a> <a href="/t/fees">Fees</a></div></article>
<section id="comments" class="comments"><h2>Comments (2)</h2><div class="comment"><p>I think the fee
is robbery, because boats use no road.</p></div><div class="comment"><p>Nonsense! Everybody has to
pay.</p></div></section></main>
<footer><p>The Coast Courier is a member of the Press Council. All rights reserved.</p></footer>
</body></html>"""

MAGAZINE = """<html><head><title>Why night trains are back - Rails &amp; Roads</title></head><body>
<div class="css-1a2b3c"><div class="css-9z8y7x"><a href="/">Rails &amp; Roads</a>
<a href="/subscribe">Subscribe for £1 a week</a> <a href="/login">Log in</a></div>
<div class="css-77"><h1 class="css-0h1">Why night trains are back</h1>
<div class="css-5b">By <span>Carl Dale</span></div><div class="css-5b">5 min read</div>
<div class="css-2p"><p class="css-p">[[Ten years ago, the night train seemed dead.]] [[Railways had
sold their sleeping cars, since budget airlines were cheaper.]]</p></div>
<div class="css-ad"><span>Advertisement</span></div>
<div class="css-2p"><p class="css-p">[[Now the sleepers are full.]] [[According to the operators,
bookings have doubled since 2019.]]</p>
<p class="css-p"><em>Sign up for our weekly letter on travel and get it every Friday.</em></p>
<p class="css-p">[[Critics, however, doubt that the boom will last.]] [[A night train carries few
passengers, so it earns little.]]</p></div>
<div class="css-img"><img src="x.jpg"><div class="css-cap image__caption">Passengers board a
sleeper in Vienna. © Dora Wolf</div></div>
<div class="css-2p"><p class="css-p">[[The answer may be simple: longer trains.]]</p></div>
<div class="css-rec recommended-stories"><h3>More stories</h3><div><a href="/1">The last ferry</a>
<p>It sails once a week, because nobody pays for more.</p></div><div><a href="/2">Slow roads</a>
<p>Speed limits save lives, researchers say.</p></div></div></div>
<div class="css-f">© 2026 Rails &amp; Roads Ltd. <a href="/terms">Terms of use</a></div></div>
</body></html>"""

WEBLOG = """<!DOCTYPE html><html><head><title>Homework helps nobody &#8211; A Teacher Writes</title>
<style>.entry-content { color: black }</style></head><body class="single-post has-sidebar">
<div id="page"><a class="skip-link" href="#content">Skip to content</a>
<div id="masthead"><h1 class="site-title"><a href="/">A Teacher Writes</a></h1>
<p class="site-description">Notes from a classroom.</p></div>
<div id="content"><div id="primary"><article id="post-12" class="post">
<h1 class="entry-title">Homework helps nobody</h1>
<div class="entry-meta">Posted on <a href="/12">3 March 2026</a> by Eva Moss</div>
<div class="entry-content"><p>[[Homework should be abolished.]] [[For example, my pupils copy it
from
each other on the bus.]]</p>
<div class="wp-caption"><img src="bus.jpg"><p class="wp-caption-text">My pupils on the bus, or
rather
their bags.</p></div>
<p>[[Of course, some parents like it.]] [[But they do not have to read it.]]</p>
<p><strong>[[Nobody learns anything after nine in the evening.]]</strong></p>
<table><tr><th>Class</th><th>Copied</th></tr><tr><td>7a</td><td>80 %</td></tr></table>
<pre><code>if homework: copy()</code></pre>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Email</a></li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><p><a href="/9">Why I gave up
marking</a></p></div></div>
<div class="author-bio"><p>Eva Moss teaches mathematics. She has three cats.</p></div></article>
<div id="comments" class="comments-area"><ol class="comment-list"><li><div
class="comment-body"><p>You
are right, because I copied it too.</p></div></li></ol><p>Leave a Reply</p></div></div>
<div id="secondary" class="widget-area sidebar"><p>Subscribe to this blog, because I post
rarely.</p>
</div></div></div></body></html>"""

AGENCY = """<!DOCTYPE html><html><head><title>Dam talks collapse in Hillport</title></head><body>
<div class="Page-header"><a href="/">World</a><a href="/us">U.S.</a></div>
<div class="Page-content"><div class="Page-main"><h1 class="Page-headline">Dam talks collapse in
Hillport</h1><div class="Page-byline">By BO LI and ANN LEE</div>
<div class="Page-actions share-bar"><span>Share</span><a href="#">Copy link</a></div>
<div class="Image"><img src="d.jpg"><div class="Image-caption caption">1 of 3 | Delegates leave the
hall after talks on the dam in Hillport, Monday, March 2, 2026. (AP Photo/Bo Li)</div></div>
<div class="RichText StoryBody"><p>[[HILLPORT (AP) — Talks on the dam collapsed on Monday, and both
sides blamed each other.]]</p><p>[[The foreign minister said her country would not wait any
longer.]]</p><div class="Promo related-story"><p>Farmers fear for their harvest as the river dries
up.</p></div><p>[[“We have waited for ten years,” she told reporters.]]</p>
<p>[[Her rival's envoys deny that they delayed the talks.]]</p>
<p>___</p><p>Associated writer Carl Dale in Dalemouth contributed to this report.</p></div>
<div class="Tags tags"><a href="/h">Hillport</a></div></div>
<div class="Page-aside sidebar"><h2>Most read</h2><ol><li><a href="/1">Storm kills two, officials
say</a></li><li><a href="/2">Team wins cup because rival forgot boots</a></li></ol></div></div>
<div class="Page-footer footer"><p>The agency is independent, because its members own it.</p>
<p>Copyright 2026 The Agency. All rights reserved.</p></div></body></html>"""

PAGES = {"newspaper": NEWSPAPER, "magazine": MAGAZINE, "weblog": WEBLOG, "agency": AGENCY}


def article_of(marked: str) -> tuple[str, list[str]]:
    """Give a page without the marks, and the sentences of its article as a reader sees them."""
    sentences = re.findall(r"\[\[(.*?)\]\]", marked, re.DOTALL)
    shown = [" ".join(re.sub(r"<[^>]*>", "", sentence).split()) for sentence in sentences]
    return re.sub(r"\[\[|\]\]", "", marked), shown
