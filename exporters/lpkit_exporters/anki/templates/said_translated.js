  var SAID = $words;

  function wordsFor(card) {
    var tag = card.lang.toLowerCase();
    while (tag && !SAID[tag]) { tag = tag.replace(/(^|-)[^-]*$$/, ""); }
    return SAID[tag || "en"];
  }

  // Of the forms of a language that one whose number is of the same kind.
  function form(words, forms, number) {
    var rules = new Intl.PluralRules(words.language);
    var place = words.samples.map(function (sample) { return rules.select(sample); }).indexOf(rules.select(number));
    return (forms[place] || forms[forms.length - 1]).replace("%(num)s", number);
  }

  function said(result, gap) {
    var words = wordsFor(result.closest(".lp"));
    result.firstChild.lang = words.language;
    result.firstChild.dir = words.direction;
    var scale = result.getAttribute("data-lp-scale");
    if (!gap) { return scale ? words.same : words.right; }
    if (!scale) { return words.wrong; }
    return form(words, words[scale][gap > 0 ? "generous" : "strict"], Math.abs(gap));
  }
