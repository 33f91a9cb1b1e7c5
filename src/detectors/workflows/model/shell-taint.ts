/** Longest script whose variables are followed, in characters. */
const maxScript = 20_000;

/** Filters behind which no more than a few harmless characters are left. */
const cleaning =
  /\btr\s+-(?:cd|dc)\b|\bgrep\s+-\w*[oEqcx]|\bsed\b[^|\n]{0,80}\[\^|\bwc\b|\b(?:sha\d*|md5)sum\b|\bbase64\b|\bcksum\b|printf\s+['"]?%[qd]|@sh\b|\burlencode|@uri\b/;

const assignment =
  /^\s*(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)?|\$(?:env:)?)?([A-Za-z_]\w*)\s*=(.*)$/;

/** Names of variables with a stranger's text: those given, and those that the script assigns from them. */
export function taintedVariables(script: string, given: readonly string[]): ReadonlySet<string> {
  const tainted = new Set(given);
  if (tainted.size === 0 || script.length > maxScript) return tainted;
  for (const line of script.split('\n')) {
    const match = assignment.exec(line);
    const [, name, value = ''] = match ?? [];
    if (name === undefined) continue;
    if (mentions(value, tainted) && !cleaning.test(value)) tainted.add(name);
    else if (!given.includes(name)) tainted.delete(name);
  }
  return tainted;
}

/** Whether a line uses one of these variables: `$X`, `${X…}`, `$env:X`, `%X%`, `process.env.X`, `os.environ["X"]`. */
export function mentions(text: string, variables: ReadonlySet<string>): boolean {
  if (variables.size === 0) return false;
  for (const [, name = ''] of text.matchAll(
    /(?:\$\{?(?:env:)?|%|process\.env\.|process\.env\[['"]|environ(?:\.get\(|\[)['"]|getenv\(['"])([A-Za-z_]\w*)/gi,
  )) {
    if (variables.has(name)) return true;
  }
  return false;
}

/** Whether the shell puts one of these variables into a word as it is written, quotes included. */
export function expands(word: string, variables: ReadonlySet<string>): boolean {
  const open = word.startsWith("'") ? word.replace(/'[^']*'/g, '') : word;
  for (const [, name = ''] of open.matchAll(/(?:\$\{?(?:env:)?|%)([A-Za-z_]\w*)/gi)) {
    if (variables.has(name)) return true;
  }
  return false;
}

/** Whether the script writes this output (`*`: any) from a line that uses one of the variables. */
export function writesOutput(script: string, output: string, variables: ReadonlySet<string>): boolean {
  if (script.length > maxScript || !/GITHUB_OUTPUT|set-output/i.test(script)) return false;
  const name = output === '*' ? String.raw`[\w-]+` : output.replace(/[^\w-]/g, '');
  const written = new RegExp(String.raw`(?:^|[\s"'=:])${name}(?:=|<<|::|"\s*,)`, 'i');
  const lines = script.split('\n');
  return lines.some((line, index) => {
    if (!written.test(line) || cleaning.test(line)) return false;
    const text = line.includes('<<') ? lines.slice(index, index + 5).join('\n') : line;
    return mentions(text, variables);
  });
}
