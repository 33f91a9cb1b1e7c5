/** Most paths taken from one issue. */
const maxPaths = 20;
/** Longest text that is looked through, characters. */
const maxText = 50_000;

/** A path as people and stack traces write one: folders, a file with an ending, perhaps line and column. */
const pathToken =
  /(?:[A-Za-z0-9_@.+-]{1,100}\/){1,20}[A-Za-z0-9_@+-][A-Za-z0-9_@.+-]{0,100}\.[A-Za-z][A-Za-z0-9]{0,9}(?![A-Za-z0-9/])/g;
/** A file without folders, in code marks or with a line: `app.ts`, `main.go:12`. */
const fileToken = /`([A-Za-z0-9_@+-][A-Za-z0-9_@.+-]{0,100}\.[A-Za-z][A-Za-z0-9]{0,9})(?::\d+){0,2}`/g;

/** Folders in which a path of a machine goes over into the repository's own. */
const notOurs = /^(?:node_modules|\.venv|venv|site-packages|vendor|usr|opt|home|var|tmp|private)$/;

/**
 * Paths of the repository that an issue may speak of, from its prose, code, stack traces and links, in order. Nothing
 * says that they exist. Absolute paths of other machines come as every ending of them that could be one of ours.
 */
export function mentionedPaths(text: string): readonly string[] {
  const clean = text
    .slice(0, maxText)
    .replaceAll('\\', '/')
    // A link into the repository: what follows `blob/<ref>/`.
    .replace(
      /https?:\/\/[^\s/]{1,200}\/[^\s/]{1,100}\/[^\s/]{1,100}\/(?:blob|tree|raw)\/[^\s/]{1,200}\//g,
      ' ',
    )
    .replace(/(?:https?|file):\/\/[^\s)"'>]{0,500}/g, ' ');
  const found = new Set<string>();
  for (const [token] of clean.matchAll(pathToken)) for (const path of readings(token)) found.add(path);
  for (const [, file] of clean.matchAll(fileToken)) if (file !== undefined) found.add(file);
  return [...found].slice(0, maxPaths);
}

function readings(token: string): readonly string[] {
  const parts = token.replace(/^(?:\.{1,2}\/)+/, '').split('/');
  if (parts.some(part => part === '..' || part === '' || part === '.')) return [];
  if (parts.includes('node_modules') || parts.includes('site-packages')) return [];
  if (!notOurs.test(parts[0] ?? '')) return [parts.join('/')];
  // `home/ada/project/src/a.ts`: where the repository begins is not said.
  return parts.slice(2, -1).map((_part, index) => parts.slice(index + 2).join('/'));
}
