// What a page can do beyond links and forms: keys, and staying up to date without taking anything from its reader.
"use strict";

(() => {
  // A page that has heard nothing for so long says that it may be out of date: three beats of the server.
  const staleAfter = 30_000;
  let heard = Date.now();

  const isField = (element) => element instanceof HTMLElement && element.matches("input, select, textarea");

  // Whether the reader has typed, chosen or ticked something in the part that would be shown anew.
  const isTouched = (part) => {
    return [...part.querySelectorAll("input, select, textarea")].some((field) => {
      if (field === document.activeElement) return true;
      if (field.type === "hidden" || field.type === "submit") return false;
      if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
      if (field.tagName === "SELECT") {
        const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
        return field.value !== (chosen?.value ?? "");
      }
      return field.value !== field.defaultValue;
    });
  };

  // The part that is shown anew, by its name: a page may have several that are renewed by themselves.
  let renewed = "live";
  const live = () => document.getElementById(renewed);

  // What can be reached by keyboard in it, and what an element there is known by: one that says the same as others is known by its place
  // among them.
  const reachable = () => [...(live()?.querySelectorAll("a, button, summary, [tabindex], [id]") ?? [])];
  const said = (element) => element.id || element.getAttribute("href") || `${element.tagName} ${element.textContent}`;
  const alike = (element) => reachable().filter((other) => said(other) === said(element));

  // What the part looked like before it is shown anew.
  let began = null;
  let open = [];
  let scrolled = [];
  const scrolls = () => [...(live()?.querySelectorAll(".scroll") ?? [])];

  document.addEventListener("htmx:beforeSwap", (event) => {
    renewed = event.detail.target.id;
    const fresh = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").getElementById(renewed);
    // Signed out, or the server has failed: what stands there is left, and said to be old, until the reader asks again. What is gone, or
    // not for this reader any more, does not go on being shown.
    if (!fresh) {
      event.detail.shouldSwap = false;
      if (event.detail.xhr.status === 404) live()?.replaceChildren();
      document.body.classList.add("changed");
      return;
    }
    const part = live();
    // The page around it was renewed meanwhile.
    if (!part || isTouched(part)) {
      event.detail.shouldSwap = false;
      if (part) document.body.classList.add("changed");
      return;
    }
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    began = focused && { said: said(focused), place: alike(focused).indexOf(focused) };
    scrolled = scrolls().map((box) => box.scrollLeft);
    open = [...part.querySelectorAll("details")].map((details) => details.open);
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    [...(live()?.querySelectorAll("details") ?? [])].forEach((details, place) => { if (open[place]) details.open = true; });
    scrolls().forEach((box, place) => { box.scrollLeft = scrolled[place] ?? 0; });
    open = [];
    // Which row is meant is known by where the focus is, and not by a number that may now be another row's.
    place = -1;
    tellOwnTime();
    if (!began) return;
    const same = reachable().filter((element) => said(element) === began.said);
    (same[began.place] ?? same[0])?.focus({ preventScroll: true });
    began = null;
  });

  const hear = () => {
    heard = Date.now();
    document.body.classList.remove("stale");
  };
  document.addEventListener("chancery:heard", hear);
  setInterval(() => {
    if (document.querySelector("[data-feed]") && Date.now() - heard > staleAfter) document.body.classList.add("stale");
  }, 1_000);

  // The visitor's own clock, where it shows another time than the ceremony's.
  const tellOwnTime = () => {
    const ownTime = document.querySelector(".own-time");
    const shown = document.querySelector(".clock time")?.getAttribute("datetime") ?? "";
    const offset = /([+-])(\d\d):(\d\d)$/.exec(shown);
    if (!ownTime || !offset) return;
    const moment = new Date(shown);
    const minutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
    });
    const isSame = minutes === -moment.getTimezoneOffset();
    ownTime.textContent = isSame ? "" : `${ownTime.dataset.words} ${format.format(moment)}`;
  };
  tellOwnTime();

  // Who types is there: a session does not end as idle under a long form.
  const wakeAfter = 300_000;
  let woken = Date.now();
  document.addEventListener("input", () => {
    if (Date.now() - woken < wakeAfter) return;
    woken = Date.now();
    fetch("/keys", { method: "HEAD" }).catch(() => { /* The server is away: the page says so by itself. */ });
  });

  // On a small screen the desks' records would fill it before the page begins.
  if (window.matchMedia("(max-width: 60rem)").matches) document.querySelector("details.records")?.removeAttribute("open");

  // Keys. Letters count only while nobody types, and can be turned off: they are in the way of those who speak to their machine.
  const lettersOff = "__Host-letters=off";
  const remembered = () => document.cookie.split("; ").includes(lettersOff);
  const letters = document.querySelector("#letters");
  if (letters) {
    letters.closest(".scripted")?.classList.remove("scripted");
    letters.checked = letters.defaultChecked = !remembered();
    letters.addEventListener("change", () => {
      document.cookie = `${lettersOff}; Path=/; Secure; SameSite=Strict; Max-Age=${letters.checked ? 0 : 31_536_000}`;
    });
  }
  // Two letters belong together only where the second comes soon.
  const soon = 1_500;
  let first = "";
  let firstAt = 0;
  let place = -1;

  const rows = () => [...document.querySelectorAll("main tbody tr, main article.slip")];

  const here = () => {
    const row = rows().indexOf(document.activeElement?.closest("main tbody tr, main article.slip"));
    return row < 0 ? place : row;
  };

  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    place = Math.min(all.length - 1, Math.max(0, here() + step));
    all.forEach((row) => row.classList.remove("here"));
    all[place].classList.add("here");
    (all[place].querySelector("th a, td a, a") ?? all[place]).focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && isField(document.activeElement)) return document.activeElement.blur();
    if (isField(document.activeElement) && document.activeElement.type !== "checkbox") return;
    if (remembered()) return;
    const pressed = first && Date.now() - firstAt < soon ? `${first} ${event.key}` : event.key;
    first = "";
    if (pressed === "g") { [first, firstAt] = ["g", Date.now()]; return; }
    if (pressed === "j") return move(1);
    if (pressed === "k") return move(-1);
    if (pressed === "x") { rows()[here()]?.querySelector("input[type=checkbox]")?.click(); return; }
    const wanted = pressed === "?" ? "g k" : pressed;
    const target = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === wanted);
    if (!target) return;
    event.preventDefault();
    if (isField(target)) target.focus(); else target.click();
  });
})();
