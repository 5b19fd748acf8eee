/** What the extension says where something is missing or fails: one line each, with what to do. */

/** Say that lpkit is nowhere. */
export function notFound(setting: string): string {
  return setting
    ? `There is no program at lpkit.path (${setting}). Correct the setting, or empty it to use the .venv of the workspace or PATH.`
    : "lpkit was not found. Install it with its extras lsp and serve into the .venv of the workspace, or set lpkit.path.";
}

/** Say why a process of lpkit ended, in its own words where it has some. */
export function ended(doing: string, code: number | null, said: string): string {
  const own = lastWords(said);
  return own ? `${doing}: ${own}` : `${doing}: lpkit ended${code === null ? "" : ` with code ${code}`} and said nothing.`;
}

/** Give the line in which lpkit says what is wrong: the last one of its own, else the last one. */
function lastWords(said: string): string {
  const lines = said.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const own = lines.filter((line) => line.startsWith("lpkit: ")).at(-1);
  return (own ?? lines.at(-1) ?? "").replace(/^lpkit: /, "");
}

/** Tell what is wrong with an id; undefined where nothing is. */
export function idFault(id: string): string | undefined {
  return /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(id)
    ? undefined
    : "Small letters and digits, in words joined by hyphens: quiet-a-noisy-alarm";
}
