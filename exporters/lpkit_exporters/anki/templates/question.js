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

  function rows(card) {
    return Array.prototype.slice.call(card.querySelectorAll(".lp-options li"));
  }

  function arrange(card, order) {
    order.forEach(function (key) {
      var row = card.querySelector('.lp-options li[data-key="' + key + '"]');
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
    shown.choice = row.getAttribute("data-key");
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
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) { return; }
    var all = rows(card);
    var at = all.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    var row = /^[1-9]$/.test(event.key) ? all[event.key - 1] : null;
    if (at >= 0 && step) { row = all[(at + step + all.length) % all.length]; }
    if (at >= 0 && (event.key === " " || event.key === "Enter")) { row = all[at]; }
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
    card.querySelector(".lp-options ol").setAttribute("role", "radiogroup");
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
    Array.prototype.forEach.call(card.querySelectorAll(".lp-whys li"), function (why) {
      var row = card.querySelector('.lp-options li[data-key="' + why.getAttribute("data-key") + '"]');
      var reason = why.querySelector(".lp-reason");
      if (row && reason) { row.appendChild(reason); } else { left += 1; }
    });
    var section = card.querySelector(".lp-whys");
    if (section && !left) { section.hidden = true; }
  }

  function openBack(card) {
    var shown = load(card.getAttribute("data-lp-card"));
    var result = card.querySelector(".lp-result");
    if (shown) { arrange(card, shown.order); }
    explain(card);
    if (!shown || !shown.choice) { return; }
    var right = shown.choice === result.getAttribute("data-lp-answer");
    var row = card.querySelector('.lp-options li[data-key="' + shown.choice + '"]');
    if (!row) { return; }
    row.classList.add("lp-chosen");
    result.classList.add(right ? "lp-right" : "lp-wrong");
    // The options below say which one is right; a long answer need not stand there twice.
    result.innerHTML = right ? "<i>You chose right.</i>" : "<i>Not this one.</i>";
  }

  var card = document.querySelector(".lp[data-lp-card]");
  if (card && card.querySelector(".lp-options ol")) {
    if (card.classList.contains("lp-front")) { openFront(card); } else { openBack(card); }
  }
})();
