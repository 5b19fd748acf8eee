/* Scripts and styles that come once they are asked for. The page's policy lets no script name another: they wait in a
   template. */

/* Gives a promise for when all of them are there, in their order, or did not come. */
export function fetchFrom(template) {
  const parts = [...document.importNode(template.content, true).children];
  const ends = parts.map((part) => new Promise((end) => (part.onload = part.onerror = end)));
  for (const part of parts) part.async = false;
  document.head.append(...parts);
  return Promise.all(ends);
}
