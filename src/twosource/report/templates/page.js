"use strict";
(() => {
  const find = (name) => document.getElementById(name);
  const tools = find("tools"), search = find("q"), count = find("count"), help = find("help");
  const fields = { q: search, v: find("fv"), s: find("fs"), r: find("fr"), k: find("fk"), y: find("fy") };
  const cards = document.getElementsByTagName("article");
  const held = [...document.querySelectorAll("main noscript")];
  const parts = [...document.querySelectorAll(".part")];
  const texts = new Map();
  const fold = document.querySelector("#v-one-source > details");
  let current = null;
  let opened = false;

  // what a large report holds back: drawn when there is time, and at once when somebody asks for it
  const draw = (holder) => {
    if (holder.isConnected) holder.outerHTML = holder.textContent;
  };

  const drawAll = () => {
    for (const holder of held.splice(0)) draw(holder);
    for (const note of document.querySelectorAll(".held")) note.remove();
  };

  const spare = window.requestIdleCallback || ((act) => setTimeout(act, 30));
  const drawInTime = () => {
    const holder = held.shift();
    if (!holder) return drawAll();
    draw(holder);
    spare(drawInTime);
  };

  const seek = (name) => {
    const found = find(name);
    if (found || !/^[\w.~-]+$/.test(name)) return found;
    const at = held.findIndex((holder) => holder.textContent.includes(` id="${name}"`));
    if (at === -1) return null;
    draw(held.splice(at, 1)[0]);
    return find(name);
  };

  const textOf = (card) => {
    let text = texts.get(card);
    if (text === undefined) texts.set(card, (text = card.textContent.toLowerCase()));
    return text;
  };

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const source = fields.s.selectedIndex > 0 ? String(fields.s.selectedIndex - 1) : "";
    const year = /^\d{4}$/.test(fields.y.value.trim()) ? fields.y.value.trim() : "";
    const active = words.length > 0 || year !== "" || ["v", "s", "r", "k"].some((key) => fields[key].value);
    let left = 0;
    if (active) drawAll();
    for (const card of cards) {
      const data = card.dataset;
      const fits = (!fields.v.value || data.v === fields.v.value) &&
        (!fields.r.value || data.r === fields.r.value) &&
        (!fields.k.value || data.k === fields.k.value) &&
        (!year || (data.y !== undefined && data.y.slice(0, 4) <= year && year <= data.y.slice(-4))) &&
        (!source || data.s.split(" ").includes(source)) &&
        words.every((word) => textOf(card).includes(word));
      if (card.hidden === fits) card.hidden = !fits;
      if (fits) left += 1;
    }
    for (const part of parts) {
      const own = part.getElementsByTagName("article");
      let seen = 0;
      for (const card of own) if (!card.hidden) seen += 1;
      part.hidden = active && seen === 0;
      const many = part.querySelector(".many");
      many.textContent = seen === own.length ? String(seen) : `${seen} of ${own.length}`;
    }
    if (fold && active && !fold.open) { fold.open = true; opened = true; }
    if (fold && !active && opened) { fold.open = false; opened = false; }
    find("nothing").hidden = left > 0 || !active;
    find("reset").disabled = !active;
    count.textContent = active ? `${left} of ${cards.length} findings` : "";
    return active;
  };

  const remember = () => {
    const state = new URLSearchParams();
    for (const [key, field] of Object.entries(fields)) if (field.value) state.set(key, field.value);
    const text = state.toString();
    history.replaceState(null, "", text ? `#?${text}` : location.pathname + location.search);
  };

  const recall = () => {
    if (!location.hash.startsWith("#?")) return false;
    const state = new URLSearchParams(location.hash.slice(2));
    for (const [key, field] of Object.entries(fields)) {
      field.value = state.get(key) || "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    apply();
    return true;
  };

  const mark = (card) => {
    if (current) current.classList.remove("at");
    current = card;
    if (card) card.classList.add("at");
  };

  const reveal = (target) => {
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      if (node.hidden) clear();
    }
    if (target.tagName === "ARTICLE") mark(target);
    settle(target, 12);
  };

  // parts off the screen get their true height when they come near, which moves the target
  const settle = (target, tries) => {
    target.scrollIntoView({ block: "start" });
    const top = target.getBoundingClientRect().top;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (tries && Math.abs(target.getBoundingClientRect().top - top) > 1) settle(target, tries - 1);
    }));
  };

  const clear = () => {
    for (const field of Object.values(fields)) {
      if (field.tagName === "INPUT") field.value = ""; else field.selectedIndex = 0;
    }
    apply();
  };

  const follow = () => {
    if (recall()) return;
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* the bare text is tried */ }
    const target = name && seek(name);
    if (target) reveal(target);
  };

  const step = (list, by) => {
    const seen = [...list].filter((item) => item.offsetParent !== null || item.getClientRects().length);
    if (!seen.length) return;
    const at = current ? seen.indexOf(current) : -1;
    const next = at === -1 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    mark(seen[next]);
    const focus = seen[next].tagName === "DETAILS" ? seen[next].firstElementChild : seen[next];
    if (focus.tagName === "ARTICLE") focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    settle(seen[next], 3);
  };

  const say = (text) => { count.textContent = text; };

  const copy = (card) => {
    const link = location.href.split("#")[0] + "#" + card.id;
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(link).then(() => say("Link copied"), () => say(link));
  };

  const toggle = (card) => {
    const folds = [...card.getElementsByTagName("details")];
    const open = folds.some((item) => !item.open);
    for (const item of folds) item.open = open;
  };

  const keys = {
    j: () => step(cards, 1),
    k: () => step(cards, -1),
    "]": () => step(document.querySelectorAll(".src"), 1),
    "[": () => step(document.querySelectorAll(".src"), -1),
    o: () => current && toggle(current),
    c: () => current && copy(current),
    u: () => { mark(null); scrollTo(0, 0); },
    "/": () => search.focus(),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      apply();
      remember();
      search.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !find("single").checked) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) { event.preventDefault(); act(); }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!link) return;
    if (link.classList.contains("perma")) copy(link.closest("article"));
    const target = seek(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (target) setTimeout(() => reveal(target));
  });

  let wait = 0;
  for (const field of [search, fields.y]) {
    field.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(() => { apply(); remember(); }, 120);
    });
  }
  for (const key of ["v", "s", "r", "k"]) {
    fields[key].addEventListener("change", () => { apply(); remember(); });
  }
  find("reset").addEventListener("click", () => { clear(); remember(); search.focus(); });
  find("keys").addEventListener("click", () => help.showModal());

  let folded = [];
  addEventListener("beforeprint", () => {
    drawAll();
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const item of folded) item.open = true;
  });
  addEventListener("afterprint", () => {
    for (const item of folded) item.open = false;
  });
  addEventListener("hashchange", follow);
  document.addEventListener("toggle", (event) => {
    if (event.target.className !== "src") return;
    for (const holder of event.target.querySelectorAll(":scope > noscript")) draw(holder);
  }, true);
  addEventListener("load", () => spare(drawInTime));

  tools.hidden = false;
  follow();
})();
