// Hears that the ceremony has changed, and renews what of the page depends on it. The pages of one browser share one connection: the first to
// have the lock holds it and passes on what it hears; when that page is closed, another takes its place.
"use strict";

(() => {
  const place = document.querySelector("[data-feed]");
  if (!place) return;
  const anything = "*";
  const address = new URL(place.dataset.feed, location.href);
  // What somebody else hears who signs in with the same browser is none of this page's business.
  const name = `chancery-feed-${document.querySelector("input[name=token]")?.value ?? ""}`;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;

  // The last entry of which this page has heard.
  let heard = Number(address.searchParams.get("after"));
  // From which entry on it has asked what it missed; null where it has asked nothing.
  let asked = null;
  let leads = false;
  // Of the page that holds the connection: the entry after which it has heard everything, and what that was.
  let from = heard;
  let told = [];
  const mostTold = 200;

  const depends = (part, kinds) => {
    const words = (part.dataset.renews ?? anything).split(" ");
    return kinds.includes(anything) || words.includes(anything) || words.some((word) => kinds.includes(word));
  };

  const hear = (news) => {
    document.dispatchEvent(new CustomEvent("chancery:heard"));
    if (news.beat) return;
    // What it has asked for it is told even where it has heard of something later meanwhile.
    const isAnswer = news.since !== undefined;
    if (isAnswer && news.since !== asked) return;
    if (isAnswer) asked = null;
    else if (news.entry < heard || (news.entry === heard && !news.kinds.includes(anything))) return;
    heard = Math.max(heard, news.entry);
    const parts = [...document.querySelectorAll("[data-renews]")].filter((part) => depends(part, news.kinds));
    // What is renewed with the part around it is not asked for by itself.
    for (const part of parts) {
      if (!parts.some((other) => other !== part && other.contains(part))) htmx.trigger(part, "changed");
    }
  };

  const tell = (news) => {
    if (!news.beat) {
      told.push(news);
      while (told.length > mostTold) from = told.shift().entry;
    }
    channel?.postMessage({ news });
    hear(news);
  };

  // A page that was opened while another holds the connection, and is older than what was told by then.
  const catchUp = (entry) => {
    const last = told.at(-1)?.entry ?? from;
    if (entry >= last) return;
    const missed = told.filter((news) => news.entry > entry).flatMap((news) => news.kinds);
    channel?.postMessage({ news: { entry: last, since: entry, kinds: entry < from ? [anything] : [...new Set(missed)] } });
  };

  const ask = () => {
    asked = heard;
    channel?.postMessage({ after: asked });
  };

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.news) hear(data.news);
      if (leads && data.after !== undefined) catchUp(data.after);
      // The page that held the connection is gone: what it did not pass on any more the next one knows.
      if (data.leads) ask();
    };
  }

  // Tries again by itself while the server is away; where it was turned away it asks again more and more seldom.
  const longest = 64_000;
  const connect = (pause) => {
    address.searchParams.set("after", String(heard));
    const source = new EventSource(address);
    source.onopen = () => { pause = 500; tell({ beat: true }); };
    source.addEventListener("beat", () => tell({ beat: true }));
    source.addEventListener("changed", (event) => tell(JSON.parse(event.data)));
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, pause, Math.min(longest, pause * 2));
    };
  };

  const lead = () => {
    leads = true;
    from = heard;
    connect(500);
    channel?.postMessage({ leads });
    // The lock is held for as long as the page is open.
    return new Promise(() => { /* never done */ });
  };

  if (channel && navigator.locks) {
    navigator.locks.request(name, lead);
    ask();
  } else {
    lead();
  }
})();
