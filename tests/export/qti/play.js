// Play an item with qti-components: `begin` shows it, `ready` tells whether it is there, `play` chooses each option in
// turn and tells what the player then holds and shows.
globalThis.judge = {
  begin(xml) {
    const player = document.createElement("qti-item");
    const container = document.createElement("item-container");
    container.itemXML = xml;
    player.append(container);
    document.body.replaceChildren(player);
  },
  item: () => document.querySelector("item-container")?.shadowRoot?.querySelector("qti-assessment-item"),
  ready: () => globalThis.judge.item()?.variables?.some((one) => one.identifier === "SCORE") ?? false,
  async play() {
    const item = globalThis.judge.item();
    const played = {};
    for (const choice of item.querySelectorAll("qti-simple-choice")) {
      item.updateResponseVariable("RESPONSE", choice.identifier);
      await item.processResponse();
      const shown = [...item.querySelectorAll("qti-modal-feedback")].filter((one) => one.showStatus === "on");
      played[choice.identifier] = {
        score: Number(item.variables.find((one) => one.identifier === "SCORE").value),
        said: shown.map((one) => one.getAttribute("identifier")),
        text: choice.textContent.trim(),
      };
    }
    return played;
  },
};
