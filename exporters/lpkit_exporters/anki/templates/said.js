  function said(result, gap) {
    var scale = result.getAttribute("data-lp-scale");
    if (!gap) { return scale ? "As the expert has it." : "You chose right."; }
    if (!scale) { return "Not this one."; }
    var steps = Math.abs(gap);
    return "You were " + steps + " " + scale + (steps > 1 ? "s" : "") + (gap > 0 ? " too generous." : " too strict.");
  }
