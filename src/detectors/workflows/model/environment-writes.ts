/** A line of a script that writes to one of the runner's environment files. */
export type EnvironmentWrite = {
  readonly file: 'GITHUB_ENV' | 'GITHUB_PATH';
  /** Whether what is written depends on anything but the script's own text. */
  readonly dynamic: boolean;
};

/** `$GITHUB_ENV`, `${GITHUB_ENV}`, `$env:GITHUB_ENV`, `%GITHUB_ENV%`, quoted or not. */
const target = String.raw`["']?(?:\$\{?(?:env:)?|%)(GITHUB_ENV|GITHUB_PATH)\b[}%]?["']?`;
const writers = [
  new RegExp(String.raw`>>?\s*${target}`, 'i'),
  new RegExp(String.raw`\btee\s+(?:-a\s+|--append\s+)?${target}`, 'i'),
  new RegExp(
    String.raw`\b(?:Out-File|Add-Content|Set-Content|Tee-Object|sponge|ac|sc)\b[^|;\n]*?${target}`,
    'i',
  ),
];

/** Variables of the runner that a stranger has no say in. */
const trustedVariables =
  /\$(?:\{?(?:env:)?(?:HOME|RUNNER_(?:TEMP|TOOL_CACHE|OS|ARCH)|GITHUB_(?:SHA|RUN_ID|RUN_NUMBER|RUN_ATTEMPT|REPOSITORY_OWNER|ENV|PATH))\b\}?)|%(?:USERPROFILE|RUNNER_TEMP|GITHUB_ENV|GITHUB_PATH)%/gi;

/** Longest line whose parts are told apart; a longer one counts as not fixed. */
const maxLine = 1000;
/** Most lines that a block or here-document is followed. */
const maxBlock = 200;

/** Writes to `GITHUB_ENV` and `GITHUB_PATH` in a script of any of the runner's shells. */
export function environmentWritesOf(script: string): readonly EnvironmentWrite[] {
  if (!/GITHUB_(?:ENV|PATH)/i.test(script)) return [];
  const lines = logicalLines(script);
  return lines.flatMap((line, index) => {
    const match = matchWriter(line);
    if (match === undefined) return [];
    const file = match.file.toUpperCase() === 'GITHUB_PATH' ? 'GITHUB_PATH' : 'GITHUB_ENV';
    return [{ file, dynamic: writtenText(lines, index, match).some(isDynamic) } as const];
  });
}

type WriterMatch = { readonly file: string; readonly before: string; readonly after: string };

function matchWriter(line: string): WriterMatch | undefined {
  const named = /GITHUB_(?:ENV|PATH)/i.exec(line);
  if (named === null) return undefined;
  if (line.length > maxLine) return { file: named[0], before: '$(long)', after: '' };
  for (const writer of writers) {
    const match = writer.exec(line);
    if (match?.[1] === undefined) continue;
    const end = match.index + match[0].length;
    // `Add-Content $env:GITHUB_ENV "a=b"` has its value on either side of the file.
    const inside = match[0].startsWith('>') ? '' : match[0].replace(new RegExp(target, 'i'), ' ');
    return { file: match[1], before: `${line.slice(0, match.index)} ${inside}`, after: line.slice(end) };
  }
  return undefined;
}

/** The parts of the script whose output the write takes. */
function writtenText(lines: readonly string[], index: number, match: WriterMatch): readonly string[] {
  const before = lastStatement(match.before);
  const heredoc = /<<-?\s*(["']?)(\w+)\1/.exec(`${match.before} ${match.after}`);
  if (heredoc?.[2] !== undefined) {
    const body = bodyOf(lines, index, heredoc[2]);
    return heredoc[1] === '' ? body.map(line => `echo ${line}`) : [];
  }
  if (/^\s*(?:\}|\)|done|fi|esac)\s*$/.test(before)) return blockBefore(lines, index);
  const behind = /^\s*(?:-\S+\s+)*(?!-)(?:["'$\w].*)?$/.test(match.after) ? match.after : '';
  return [`${before} ${behind}`];
}

/** The last command of a line: what stands before it is not written. */
function lastStatement(text: string): string {
  const braces = text.lastIndexOf('{');
  if (/\}\s*$/.test(text) && braces !== -1) return text.slice(braces + 1).replace(/\}\s*$/, '');
  const parts = withoutStrings(text).split(/;|&&|\|\|/);
  const last = parts.at(-1) ?? '';
  return last.trim() === '' ? text : text.slice(text.length - last.length);
}

/** Strings blanked out at equal length, so that separators inside do not count. */
function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, string => ' '.repeat(string.length));
}

function bodyOf(lines: readonly string[], index: number, delimiter: string): readonly string[] {
  const following = lines.slice(index + 1, index + 1 + maxBlock);
  const end = following.findIndex(line => line.trim() === delimiter);
  return end === -1 ? following : following.slice(0, end);
}

/** From the line that opens the block, as far as can be told, to its end. */
function blockBefore(lines: readonly string[], index: number): readonly string[] {
  const before = lines.slice(Math.max(index - maxBlock, 0), index);
  const start = before.findLastIndex(line => /^\s*(?:\{|\(|for\b|while\b|if\b|case\b)/.test(line));
  return before.slice(start + 1);
}

/** Commands that print their arguments and nothing else. */
const printing =
  /^\s*(?:[({]\s*)?(?:echo|printf|Write-Output|Write-Host|Add-Content|Out-File|Set-Content|ac|sc|print)\b/i;

function isDynamic(text: string): boolean {
  const line = text.trim();
  if (line === '' || line.startsWith('#')) return false;
  const known = line.replace(trustedVariables, '');
  if (/\$\{\{/.test(known)) return true;
  const open = known.replace(/'[^']*'/g, '');
  if (/\$[\w{(]|`\S|%\w+%|![A-Za-z_]\w*!/.test(open)) return true;
  // A string by itself is what PowerShell prints; any other command decides for itself what it prints.
  return !printing.test(known) && !/^["'@]/.test(line);
}

/** Lines with continuations (`\`, PowerShell's backtick, cmd's `^`) joined. */
function logicalLines(script: string): readonly string[] {
  return script.replace(/[\\`^][ \t]*\r?\n/g, ' ').split(/\r?\n/);
}
