import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.ts';
import { labelChoices, proposeLabels } from '../../src/triage/propose-labels.ts';
import { recogniseSecurityReport } from '../../src/triage/security-report.ts';
import { type TriageCase, triageCases } from './blind/issues.ts';
import { secondTriageCases } from './blind/second.ts';

const { labels: globs, confidence } = defaultConfig.triage;

/** What triage would do with the built-in rules alone: a report of a vulnerability gets no label. */
function verdictOf({ title, body, repository, paths = [] }: TriageCase) {
  const security = recogniseSecurityReport({ title, body }).kind === 'report';
  const choices = labelChoices(
    repository.map(name => ({ name, description: null })),
    globs,
  );
  const labels = security
    ? []
    : proposeLabels({ title, body, labels: [], paths }, choices)
        .filter(proposal => proposal.confidence >= confidence)
        .map(({ label }) => label);
  return { security, labels };
}

describe('issues as people write them', () => {
  it.each([...triageCases, ...secondTriageCases].map(example => [example.title, example] as const))(
    '%s',
    (_, example) => {
      const { security, labels } = verdictOf(example);
      expect({
        security,
        missed: example.labels.filter(label => !labels.includes(label) && !example.may?.includes(label)),
        wrong: labels.filter(label => !example.labels.includes(label) && !example.may?.includes(label)),
      }).toEqual({ security: example.security ?? false, missed: [], wrong: [] });
    },
  );
});
