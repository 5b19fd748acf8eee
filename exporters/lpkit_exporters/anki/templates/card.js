(function () {
  "use strict";
  // Anki on the desktop keeps one document for all cards; AnkiDroid opens a new one for the back.
  // The session's storage outlives both; the window stands in where storage is denied.
  var memory = (window.lpkitShown = window.lpkitShown || {});

  function save(id, shown) {
    memory[id] = shown;
    try { sessionStorage.setItem("lpkit:" + id, JSON.stringify(shown)); } catch (denied) { /* the window has it */ }
  }

  function load(id) {
    try {
      var text = sessionStorage.getItem("lpkit:" + id);
      if (text) { return JSON.parse(text); }
    } catch (denied) { /* the window may have it */ }
    return memory[id] || null;
  }

  function all(card, selector) {
    return Array.prototype.slice.call(card.querySelectorAll(selector));
  }

  function rows(card) {
    return all(card, ".lp-options:not(.lp-short) li");
  }

  function rowOf(card, key) {
    return rows(card).filter(function (row) { return keyOf(row) === key; })[0];
  }

  function arrange(card, order) {
    order.forEach(function (key) {
      var row = rowOf(card, key);
      if (row) { row.parentNode.appendChild(row); }
    });
  }

  function keyOf(row) {
    return row.getAttribute("data-key");
  }

  function isFixed(row) {
    return row.hasAttribute("data-fixed");
  }

  function shuffled(keys) {
    for (var last = keys.length - 1; last > 0; last--) {
      var other = Math.floor(Math.random() * (last + 1));
      var kept = keys[last];
      keys[last] = keys[other];
      keys[other] = kept;
    }
    return keys;
  }

  function choose(card, row) {
    var id = card.getAttribute("data-lp-card");
    var shown = load(id) || { order: [] };
    shown.choice = keyOf(row);
    save(id, shown);
    rows(card).forEach(function (each) {
      each.classList.toggle("lp-chosen", each === row);
      each.setAttribute("aria-checked", String(each === row));
      each.tabIndex = each === row ? 0 : -1;
    });
  }

  function onClick(event) {
    var row = event.target.closest && event.target.closest(".lp-front .lp-options li");
    if (row) { choose(row.closest(".lp"), row); }
  }

  function onKey(event) {
    var card = document.querySelector(".lp-front[data-lp-card]");
    if (!card || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    if (/^(INPUT|TEXTAREA|SELECT|SUMMARY)$/.test(event.target.tagName) || event.target.isContentEditable) { return; }
    var offered = rows(card);
    var at = offered.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    var row = /^[1-9]$/.test(event.key) ? offered[event.key - 1] : null;
    if (at >= 0 && step) { row = offered[(at + step + offered.length) % offered.length]; }
    if (at >= 0 && (event.key === " " || event.key === "Enter")) { row = offered[at]; }
    if (row) {
      event.preventDefault();
      choose(card, row);
      row.focus();
    }
  }

  function openFront(card) {
    var free = shuffled(rows(card).filter(function (row) { return !isFixed(row); }).map(keyOf));
    var order = rows(card).map(function (row) { return isFixed(row) ? keyOf(row) : free.shift(); });
    save(card.getAttribute("data-lp-card"), { order: order, choice: null });
    arrange(card, order);
    card.classList.add("lp-live");
    var group = card.querySelector(".lp-options ol");
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-labelledby", "lp-asked");
    rows(card).forEach(function (row, place) {
      row.classList.add("tappable");
      row.setAttribute("role", "radio");
      row.setAttribute("aria-checked", "false");
      row.tabIndex = place ? -1 : 0;
    });
    if (!window.lpkitListens) {
      window.lpkitListens = true;
      document.addEventListener("click", onClick);
      document.addEventListener("keydown", onKey);
    }
  }

  function explain(card) {
    var left = 0;
    all(card, ".lp-whys li").forEach(function (why) {
      var row = rowOf(card, keyOf(why));
      var reason = why.querySelector(".lp-reason");
      if (row && reason) { row.appendChild(reason); } else { left += 1; }
    });
    var section = card.querySelector(".lp-whys");
    if (section && !left) { section.hidden = true; }
  }

  // The rest is folded; what was chosen, and why it is wrong, stands beside the answer.
  function showChoice(card, row) {
    var short = card.querySelector(".lp-short ol");
    if (short) { short.insertBefore(row.cloneNode(true), short.firstChild); }
  }

$said

  function openBack(card) {
    var shown = load(card.getAttribute("data-lp-card"));
    var result = card.querySelector(".lp-result");
    if (shown) { arrange(card, shown.order); }
    explain(card);
    var row = shown && shown.choice && rowOf(card, shown.choice);
    if (!row) { return; }
    var right = result.getAttribute("data-lp-answer");
    var places = rows(card).map(keyOf);
    var gap = result.hasAttribute("data-lp-scale")
      ? places.indexOf(shown.choice) - places.indexOf(right)
      : Number(shown.choice !== right);
    row.classList.add("lp-chosen");
    result.classList.add(gap ? "lp-wrong" : "lp-right");
    result.innerHTML = '<i lang="en" dir="ltr"></i>';
    result.firstChild.textContent = said(result, gap);
    if (gap) { showChoice(card, row); }
  }

  var card = document.querySelector(".lp[data-lp-card]");
  if (card && card.querySelector(".lp-options ol")) {
    if (card.classList.contains("lp-front")) { openFront(card); } else { openBack(card); }
  }
})();
