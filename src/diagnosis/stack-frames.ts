import type { Place } from '../contracts/diagnosis.ts';
import { placeOf } from './clue.ts';
import { isForeign } from './test-report.ts';

/** Lines before and after the first error in which frames are taken for its stack. */
export const frameReach = 25;

/**
 * Frames of stacks: Node's and browsers' `at f (path:1:2)` and `❯ path:1:2`, Python's `File "path", line 1`, the JVM's
 * `at a.B.c(B.java:1)`, Go's `path.go:1 +0x1d`, Rust's `at ./path.rs:1:2`, .NET's `in path:line 1`, Ruby's `path.rb:1:in`,
 * PHP's `#0 path.php(1)`.
 */
const frames: readonly RegExp[] = [
  /^\s*(?:at |❯ )(?:[^()]*\()?(?:async )?(?:file:\/\/)?(?<path>(?:[A-Za-z]:)?[^\s():]+\.\w+):(?<line>\d+):(?<column>\d+)\)?/,
  /^\s*File "(?<path>[^"<>]+)", line (?<line>\d+)/,
  /^(?<path>[\w./-]+\.py):(?<line>\d+): (?:in |\w+(?:Error|Exception)\b)/,
  /^\s*at [\w$.<>]+\((?<path>\w+\.(?:java|kt|scala|groovy)):(?<line>\d+)\)/,
  /^\s+(?<path>\S+\.go):(?<line>\d+)(?: \+0x[0-9a-f]+)?$/,
  /^\s+at .+ in (?<path>\S+):line (?<line>\d+)$/,
  /^\s*(?:# |from )?(?<path>[\w./-]+\.rb):(?<line>\d+):in /,
  /^#\d+ (?<path>[\w./-]+\.php)\((?<line>\d+)\)/,
];

/** The repository's own place that a line of a stack names. */
export function frameIn(text: string): Place | undefined {
  if (text.length > 500) return undefined;
  for (const pattern of frames) {
    const groups = pattern.exec(text)?.groups;
    const path = groups?.['path'];
    if (path === undefined) continue;
    return isForeign(path) ? undefined : placeOf(path, groups?.['line'], groups?.['column']);
  }
  return undefined;
}
