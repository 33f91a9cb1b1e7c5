import { z } from 'zod';
import type { TriageConfig } from '../contracts/triage.ts';
import { createSafePattern } from '../guardrails/safe-pattern/safe-pattern.ts';
import { defaultConfig } from './default-config.ts';
import { glob, needed, setting } from './setting.ts';

const { triage } = defaultConfig;

const pattern = z
  .string()
  .min(1)
  .max(500)
  .superRefine((value, context) => {
    const made = createSafePattern(value);
    if ('problem' in made) context.addIssue({ code: 'custom', message: `the pattern ${made.problem}` });
  });
const labelName = z.string().min(1).max(50);
const labelGlobs = z.array(glob).max(50);
const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/);
const mention = z.string().regex(/^@?[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9_-]{1,100})?$/);
const share = z.number().min(0).max(1);

const ruleSchema = z
  .strictObject({
    title: setting(pattern, 'Regular expression found in the title.'),
    body: setting(pattern, 'Regular expression found in the text.'),
    text: setting(pattern, 'Regular expression found in title or text.'),
    paths: setting(
      z.array(glob).min(1).max(50),
      'Globs, one of which matches a path that the issue mentions.',
    ),
    labels: setting(z.array(labelName).max(10), 'Labels to set, as far as the repository has them.', []),
    assign: setting(z.array(login).max(10), 'Logins to assign.', []),
    mention: setting(z.array(mention).max(5), 'People and teams (`octo/team`) to name in the comment.', []),
  })
  .superRefine(({ title, body, text, paths, labels, assign, mention: named }, context) => {
    if ([title, body, text, paths].every(condition => condition === undefined))
      context.addIssue({ code: 'custom', message: 'it needs a condition: title, body, text or paths' });
    if ([labels, assign, named].every(action => (action ?? []).length === 0))
      context.addIssue({ code: 'custom', message: 'it needs something to do: labels, assign or mention' });
  });

const staleSchema = z.strictObject({
  days: needed(z.int().min(7).max(3650), 'Days without activity until an issue is told to be stale.'),
  'close-after-days': setting(
    z.union([z.literal(false), z.int().min(1).max(3650)]),
    'Days after the notice until it is closed as not planned; `false`: never.',
    false,
  ),
  label: setting(labelName, 'Label to set, if the repository has it.', 'stale'),
  'exempt-labels': setting(z.array(labelName).max(50), 'Issues with one of these labels are left alone.', [
    'pinned',
    'security',
  ]),
  'exempt-assigned': setting(z.boolean(), 'Leave assigned issues and those of a milestone alone.', true),
});

/** `triage:` as written. */
export const triageSchema = z.strictObject({
  enabled: setting(
    z.boolean(),
    'Triage issues. On as soon as there is a `triage` section; without one, only reports of vulnerabilities and pasted secrets are answered.',
    true,
  ),
  confidence: setting(
    share,
    'Least confidence, 0 to 1, of a label that no rule asks for. Below it nothing is changed.',
    triage.confidence,
  ),
  model: setting(
    z.boolean(),
    'Ask the configured model where the built-in rules leave a kind of label open. It can only choose among the repository’s labels of that kind.',
    triage.model,
  ),
  labels: setting(
    z.strictObject({
      type: setting(labelGlobs, 'Labels that say what an issue is.', triage.labels.type),
      area: setting(labelGlobs, 'Labels that say what it is about.', triage.labels.area),
      priority: setting(labelGlobs, 'Labels that say how urgent it is.', triage.labels.priority),
    }),
    'Globs over label names: which of the repository’s labels are of a kind. No label is ever made, and none that a person set is changed.',
  ),
  rules: setting(
    z.array(ruleSchema).max(100),
    'Rules of your own. A rule applies when everything it names holds; patterns ignore upper and lower case and have no look-around and backreferences, so that they cannot run away.',
    [],
  ),
  missing: setting(
    z.strictObject({
      enabled: setting(z.boolean(), 'Ask, once, for what is missing.', true),
      sections: setting(
        z.array(z.string().min(2).max(100)).max(20),
        'Headings that must have text under them, beside those that the repository’s issue forms and templates require.',
        [],
      ),
      labels: setting(
        z.array(labelName).max(20),
        'Ask for `sections` on issues with one of these labels only. Empty: on all.',
        [],
      ),
    }),
    'Information that an issue should have.',
  ),
  duplicates: setting(
    z.strictObject({
      enabled: setting(z.boolean(), 'Suggest likely duplicates. Nothing is closed.', true),
      issues: setting(
        z.int().min(10).max(2000),
        'Newest issues that are compared.',
        triage.duplicates.issues,
      ),
      similarity: setting(share, 'Least similarity of the words, 0 to 1.', triage.duplicates.similarity),
    }),
    'Likely duplicates.',
  ),
  embeddings: setting(
    z.strictObject({
      model: needed(
        z.string().min(1).max(200),
        '`<provider>/<model>` of an OpenAI-compatible endpoint, for example `openai/text-embedding-3-small`.',
      ),
      similarity: setting(share, 'Least similarity of the meaning, 0 to 1.', 0.9),
    }),
    'Compares issues by meaning as well. Titles and texts, credentials masked, are sent to the provider.',
  ),
  owners: setting(
    z.enum(['off', 'name', 'mention', 'assign']),
    'Owners of mentioned paths by CODEOWNERS: not told, named, mentioned (which notifies them), or assigned.',
    triage.owners,
  ),
  security: setting(
    z.strictObject({
      enabled: setting(z.boolean(), 'Answer reports of vulnerabilities with the private channel.', true),
      contact: setting(
        z.string().min(3).max(300),
        'Where reports go: an address or a sentence. Default: the repository’s security policy.',
      ),
    }),
    'Reports of vulnerabilities, and credentials in issues.',
  ),
  stale: setting(
    z.union([z.literal(false), staleSchema]),
    'Issues that nobody touches; looked at by a `schedule` entry with `run: stale`.',
    false,
  ),
});
type Written = z.infer<typeof triageSchema>;

/** The repository's section, else the organisation's; without either only reports are answered. */
export function mergeTriage(
  organisation: Written | undefined,
  repository: Written | undefined,
): TriageConfig {
  const written = repository ?? organisation;
  const base = defaultConfig.triage;
  if (written === undefined) return base;
  const { labels, missing, duplicates, security, embeddings, stale } = written;
  return {
    enabled: written.enabled ?? true,
    confidence: written.confidence ?? base.confidence,
    model: written.model ?? base.model,
    labels: {
      type: labels?.type ?? base.labels.type,
      area: labels?.area ?? base.labels.area,
      priority: labels?.priority ?? base.labels.priority,
    },
    rules: (written.rules ?? []).map(rule => ({
      title: rule.title,
      body: rule.body,
      text: rule.text,
      paths: rule.paths ?? [],
      labels: rule.labels ?? [],
      assign: rule.assign ?? [],
      mention: (rule.mention ?? []).map(name => (name.startsWith('@') ? name : `@${name}`)),
    })),
    missing: {
      enabled: missing?.enabled ?? base.missing.enabled,
      sections: missing?.sections ?? [],
      labels: missing?.labels ?? [],
    },
    duplicates: {
      enabled: duplicates?.enabled ?? base.duplicates.enabled,
      issues: duplicates?.issues ?? base.duplicates.issues,
      similarity: duplicates?.similarity ?? base.duplicates.similarity,
    },
    embeddings: embeddings && { model: embeddings.model, similarity: embeddings.similarity ?? 0.9 },
    owners: written.owners ?? base.owners,
    security: {
      enabled: security?.enabled ?? base.security.enabled,
      contact: security?.contact ?? organisation?.security?.contact,
    },
    stale: staleOf(stale),
  };
}

function staleOf(written: Written['stale']): TriageConfig['stale'] {
  if (written === undefined || written === false) return undefined;
  const closeAfterDays = written['close-after-days'] ?? false;
  return {
    days: written.days,
    closeAfterDays: closeAfterDays === false ? null : closeAfterDays,
    label: written.label ?? 'stale',
    exemptLabels: written['exempt-labels'] ?? ['pinned', 'security'],
    exemptAssigned: written['exempt-assigned'] ?? true,
  };
}
