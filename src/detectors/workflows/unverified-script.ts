import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { scalarPositions } from './model/scalar-positions.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Scripts from the network that run as they come. */
export const unverifiedScript = defineWorkflowRule({
  id: 'unverified-script',
  title: 'Script from the network run unseen',
  severity: 'medium',
  confidence: 'medium',
  cwe: ['CWE-494', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports downloads piped into a shell or interpreter: `medium` from addresses without encryption, branches of repositories and gists, `info` from other fixed addresses.',
  why: 'Whoever can change the file at that address, or the answer on its way, runs code in the job with its token and secrets.',
  fix: 'Install by an action pinned to a hash or by a package manager with a lock file, or download a fixed version and compare its checksum before running it.',
  references: [
    'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    'https://docs.github.com/en/actions/reference/security/secure-use',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: curl -sSL https://raw.githubusercontent.com/acme/tools/main/install.sh | bash\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          curl -sSLo tool.tgz https://example.com/tool-1.2.3.tgz\n          echo "$SUM  tool.tgz" | sha256sum -c -\n          tar xzf tool.tgz\n',
      ),
    ],
  },
  onStep: ({ step }, document) => {
    const { run } = step;
    if (run === undefined || !/https?:\/\//.test(run.script.text)) return [];
    const position = scalarPositions(run.script, document.file.text);
    // Continued lines as one, at equal length.
    const script = run.script.text.replace(/\\\r?\n/g, joint => ' '.repeat(joint.length));
    let at = 0;
    return script.split('\n').flatMap((line): readonly RawFinding[] => {
      const start = position(at + (line.length - line.trimStart().length));
      const last = Math.max(at, at + line.trimEnd().length - 1);
      at += line.length + 1;
      if (line.length > 2000 || /^\s*#/.test(line) || !(runsDownload(line) || runsSaved(line, script)))
        return [];
      const severity = isMutable(line) ? 'medium' : 'info';
      const message = 'What this address answers is run without a look at it.';
      return [
        {
          start,
          end: Math.max(start, position(last) + 1),
          severity,
          related: [spanOfEntry(run.entry)],
          message,
        },
      ];
    });
  },
});

const interpreter = String.raw`(?:sudo\s+(?:-\w+\s+)*)?(?:env\s+)?(?:\w+=\S*\s+)*(?:/\S*/)?(?:ba|z|da|k)?(?:sh|python\d?|node|perl|ruby|php)\b`;
const piped = new RegExp(String.raw`\b(?:curl|wget)\b[^|\n]*https?://[^|\n]*\|\s*${interpreter}`);
const substituted =
  /(?:\b(?:eval|source|(?:ba|z|da)?sh(?:\s+-\w*c)?)|^\s*\.)\s+(?:["']?\$\(|<\(|`)\s*(?:curl|wget)\b[^\n]*https?:\/\//;
const powershell =
  /(?:\b(?:irm|iwr|invoke-restmethod|invoke-webrequest)\b|downloadstring\s*\()[^\n]*https?:\/\/[^\n]*(?:\|\s*(?:iex|invoke-expression)\b|\))|(?:\biex|\binvoke-expression)\b[^\n]*(?:downloadstring|irm|iwr|invoke-webrequest|invoke-restmethod)[^\n]*https?:\/\//i;

function runsDownload(line: string): boolean {
  return (
    piped.test(line) ||
    substituted.test(line) ||
    (/iex|invoke-expression/i.test(line) && powershell.test(line))
  );
}

/** What a line saves to a file that the script runs without having checked it. */
function runsSaved(line: string, script: string): boolean {
  if (
    !/\b(?:curl|wget)\b/.test(line) ||
    /sha\d+sum|shasum|\bgpg\b|cosign|minisign|sha\d+\s+-c|Get-FileHash/i.test(script)
  )
    return false;
  const given = /(?:\s-\w*[oO]|\s--output(?:-document)?)[\s=]+["']?([\w./-]+)/.exec(line)?.[1];
  const remote = /\bwget\b|\s-\w*O\b|--remote-name/.test(line)
    ? /https?:\/\/[^\s"'?#]+\/([\w.-]+)/.exec(line)?.[1]
    : undefined;
  const name = [given, remote]
    .find(text => text !== undefined && !/^https?$/.test(text))
    ?.split('/')
    .at(-1);
  if (name === undefined || name.length < 2) return false;
  const file = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?:^|[\s;&|])(?:(?:ba|z)?sh|python\d?|node|perl|ruby|source|\.|pwsh|chmod\s+\S+)\s+(?:-\w+\s+)*["']?[\w./-]*${file}(?=["'\s;&|]|$)|(?:^|[\s;&|])\./${file}(?=["'\s;&|]|$)`,
    'm',
  ).test(script);
}

function isMutable(line: string): boolean {
  if (/http:\/\/(?!localhost|127\.)/.test(line)) return true;
  const hosted =
    /(?:raw\.githubusercontent\.com\/[^/\s]+\/[^/\s]+|github\.com\/[^/\s]+\/[^/\s]+\/raw|gitlab\.com\/[^\s]*\/raw|gist\.github(?:usercontent)?\.com\/[^/\s]+\/[^/\s]+(?:\/raw)?|cdn\.jsdelivr\.net\/gh\/[^\s@]+)[/@]?([^/\s"']*)/.exec(
      line,
    );
  return hosted !== null && !/^[0-9a-f]{40}$/i.test(hosted[1] ?? '');
}
