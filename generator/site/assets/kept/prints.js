/* What the name of a printed deck tells. */

const PRINTED = /^print\/(.+?)-([a-z0-9]+)(-low-ink)?\.pdf$/;

/**
 * Which deck a file is, on which paper, and whether with little ink; nothing for other files.
 * @param {string} path such as `print/kettle-on-a4-low-ink.pdf` @returns {{id: string, paper: string, lowInk: boolean} | undefined}
 */
export function printOf(path) {
  const [, id, paper, edition] = PRINTED.exec(path) ?? [];
  if (!id) return undefined;
  const name = paper.length === 2 ? paper.toUpperCase() : paper[0].toUpperCase() + paper.slice(1);
  return { id, paper: name, lowInk: Boolean(edition) };
}
