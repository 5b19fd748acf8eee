/* Listens to `lpkit serve`: loads this page anew once it is another, and lists the faults above it. */
(() => {
  "use strict";
  const { page, digest } = document.currentScript.dataset;
  const PLACE = "lpkit-serve";
  let panel = null;
  let folded = true;
  let listed = "";

  /* The address keeps the mode; the place on the page is kept here. */
  function again() {
    try {
      sessionStorage.setItem(PLACE, JSON.stringify([location.href, scrollX, scrollY]));
    } catch {
      // Without storage the browser's own memory of the place must do.
    }
    location.reload();
  }

  function back() {
    try {
      const [href, left, top] = JSON.parse(sessionStorage.getItem(PLACE)) ?? [];
      sessionStorage.removeItem(PLACE);
      if (href === location.href) scrollTo({ left, top, behavior: "instant" });
    } catch {
      // Nothing is kept, or nothing can be.
    }
  }

  function make(tag, name, ...children) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.append(...children);
    return node;
  }

  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const summary = ({ errors, others }) => [[errors, "error"], [others, "remark"]].filter(([count]) => count).map(([count, word]) => plural(count, word)).join(", ");

  function line({ severity, place, message, rule, help }) {
    const item = make("li", severity, make("p", "place", place || "lpkit"), make("p", "message", `${message} `, make("code", "", rule)));
    if (help) item.append(make("p", "help", help));
    return item;
  }

  /* Errors that are new unfold the list; remarks alone wait for a press. */
  function show(state) {
    const { faults, errors } = state;
    const known = JSON.stringify(faults.filter(({ severity }) => severity === "error"));
    if (known !== listed) folded = !errors;
    listed = known;
    panel?.remove();
    panel = null;
    if (!faults.length) return;
    const button = make("button", "", folded ? summary(state) : "Hide");
    button.type = "button";
    button.setAttribute("aria-expanded", String(!folded));
    button.addEventListener("click", () => fold(state, !folded));
    panel = make("aside", `lpkit-faults${folded ? " folded" : ""}${errors ? " bad" : ""}`, ...(folded ? [button] : whole(state, button)));
    panel.setAttribute("aria-label", "Faults of the packs");
    panel.addEventListener("keydown", ({ key }) => key === "Escape" && fold(state, true));
    document.body.append(panel);
  }

  function whole(state, button) {
    const { faults, stale, errors, others } = state;
    const parts = [make("header", "", make("h2", "", summary(state)), button)];
    if (stale) parts.push(make("p", "note", "The page behind is as it was before these errors."));
    const list = make("ol", "", ...faults.map(line));
    list.tabIndex = 0;
    list.setAttribute("role", "list");
    parts.push(list);
    const more = errors + others - faults.length;
    if (more) parts.push(make("p", "note", `${more} more: run lpkit check.`));
    return parts;
  }

  function fold(state, wanted) {
    folded = wanted;
    show(state);
    panel.querySelector("button").focus();
  }

  let source = null;

  function listen() {
    source?.close();
    source = new EventSource(`/-/events?page=${encodeURIComponent(page)}`);
    source.addEventListener("message", ({ data }) => {
      const state = JSON.parse(data);
      if (state.digest !== digest) again();
      else show(state);
    });
  }

  /* A browser grants few connections to a server: tabs that nobody sees leave theirs to others. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else listen();
  });
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("load", back);
  if (!document.hidden) listen();
})();
