// What a page can do beyond links and forms: keys, and staying up to date without taking anything from its reader.
"use strict";

(() => {
  // A page that has heard nothing for so long says that it may be out of date: three beats of the server.
  const staleAfter = 30_000;
  let heard = Date.now();
  let began = "";

  const isField = (element) => element instanceof HTMLElement && element.matches("input, select, textarea");
  const live = () => document.getElementById("live");

  // Whether the reader has typed, chosen or ticked something in the part that would be shown anew.
  const isTouched = () => {
    const part = live();
    if (!part) return false;
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

  const key = (element) => element?.id || element?.getAttribute("href") || "";

  document.addEventListener("htmx:beforeSwap", (event) => {
    const fresh = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").getElementById("live");
    // Signed out, or gone: what stands there is left until the reader asks again.
    if (!fresh) event.detail.shouldSwap = false;
    if (isTouched()) {
      event.detail.shouldSwap = false;
      document.body.classList.add("changed");
      return;
    }
    const part = live();
    began = part?.contains(document.activeElement) ? key(document.activeElement) : "";
    open = [...(part?.querySelectorAll("details") ?? [])].map((details) => details.open);
  });
  let open = [];

  document.addEventListener("htmx:afterSwap", (event) => {
    // A beat swaps nothing: only a page that was asked for does.
    if (!event.detail.xhr) return;
    [...(live()?.querySelectorAll("details") ?? [])].forEach((details, place) => { if (open[place]) details.open = true; });
    open = [];
    if (!began) return;
    const again = [...(live()?.querySelectorAll("a, button, [id]") ?? [])].find((element) => key(element) === began);
    began = "";
    again?.focus({ preventScroll: true });
  });

  const hear = () => {
    heard = Date.now();
    document.body.classList.remove("stale");
  };
  for (const name of ["htmx:sseOpen", "htmx:sseMessage", "htmx:sseBeforeMessage"]) document.addEventListener(name, hear);
  setInterval(() => {
    if (document.querySelector("[sse-connect]") && Date.now() - heard > staleAfter) document.body.classList.add("stale");
  }, 1_000);

  // The visitor's own clock, where it shows another time than the ceremony's.
  const ownTime = document.querySelector(".own-time");
  const shown = document.querySelector(".clock time")?.getAttribute("datetime") ?? "";
  const offset = /([+-])(\d\d):(\d\d)$/.exec(shown);
  if (ownTime && offset) {
    const moment = new Date(shown);
    const minutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
    const isSame = minutes === -moment.getTimezoneOffset();
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
    });
    if (!isSame) ownTime.textContent = `${ownTime.dataset.words} ${format.format(moment)}`;
  }

  // On a small screen the desks' records would fill it before the page begins.
  if (window.matchMedia("(max-width: 60rem)").matches) document.querySelector("details.records")?.removeAttribute("open");

  // Keys. Letters count only while nobody types.
  let first = "";
  let place = -1;

  const rows = () => [...document.querySelectorAll("main tbody tr, main article.slip")];

  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    place = Math.min(all.length - 1, Math.max(0, place + step));
    all.forEach((row) => row.classList.remove("here"));
    all[place].classList.add("here");
    (all[place].querySelector("th a, td a, a") ?? all[place]).focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && isField(document.activeElement)) return document.activeElement.blur();
    if (isField(document.activeElement) && document.activeElement.type !== "checkbox") return;
    const pressed = first ? `${first} ${event.key}` : event.key;
    first = "";
    if (pressed === "g") { first = "g"; return; }
    if (pressed === "j") return move(1);
    if (pressed === "k") return move(-1);
    if (pressed === "x") { rows()[place]?.querySelector("input[type=checkbox]")?.click(); return; }
    const wanted = pressed === "?" ? "g k" : pressed;
    const target = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === wanted);
    if (!target) return;
    event.preventDefault();
    if (isField(target)) target.focus(); else target.click();
  });
})();
