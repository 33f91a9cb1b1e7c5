import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule } from './model/define-workflow-rule.ts';
import { entryOf, spanOfEntry, textOf } from './model/yaml-access.ts';
import type { YamlMap } from './model/yaml-tree.ts';

/** Fewest days a release must be out: most compromised releases are found within a week. */
const fewestDays = 7;

/** Updates to releases that nobody has had time to look at. */
export const dependabotCooldown = defineWorkflowRule({
  id: 'dependabot-cooldown',
  title: 'Dependabot updates without a waiting time',
  severity: 'medium',
  confidence: 'high',
  cwe: ['CWE-1357'],
  owasp: ['A06'],
  what: 'Reports Dependabot updates without `cooldown.default-days`, or with fewer than 7 days.',
  why: 'A compromised release is usually taken down within days. An update that waits does not pick it up.',
  fix: 'Set `cooldown: { default-days: 7 }`; security updates do not wait for it.',
  references: [
    'https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#cooldown-',
    'https://docs.zizmor.sh/audits/#dependabot-cooldown',
  ],
  examples: {
    bad: [
      {
        path: '.github/dependabot.yml',
        text: 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule:\n      interval: daily\n',
      },
    ],
    good: [
      {
        path: '.github/dependabot.yml',
        text: 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule:\n      interval: daily\n    cooldown:\n      default-days: 7\n',
      },
    ],
  },
  onDependabot: config => config.updates.flatMap(checkUpdate),
});

function checkUpdate(update: YamlMap): readonly RawFinding[] {
  const cooldown = entryOf(update, 'cooldown');
  const grouped = entryOf(update, 'multi-ecosystem-group') !== undefined;
  if (cooldown === undefined) {
    const [first] = update.entries;
    // Groups over several ecosystems do not honour the waiting time.
    if (first === undefined || grouped) return [];
    return [{ ...spanOfEntry(first), related: [update], message: 'Updates are taken the day they appear.' }];
  }
  if (grouped) {
    const message = 'The waiting time does not work with a group over several ecosystems.';
    return [{ ...spanOfEntry(cooldown), severity: 'info', message }];
  }
  const days = entryOf(cooldown.value, 'default-days');
  if (days === undefined) {
    return [{ ...spanOfEntry(cooldown), message: 'The waiting time has no `default-days`.' }];
  }
  const count = Number(textOf(days.value));
  if (!Number.isFinite(count) || count >= fewestDays) return [];
  return [{ ...spanOfEntry(days), message: `The waiting time is shorter than ${fewestDays} days.` }];
}
