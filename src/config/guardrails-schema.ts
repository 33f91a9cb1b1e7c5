import { z } from 'zod';
import { type ConfiguredGuardrail, guardrailPlaces } from '../contracts/guardrail.ts';
import { createSafePattern } from '../guardrails/safe-pattern/safe-pattern.ts';
import { needed, setting } from './setting.ts';

const pattern = z.string().superRefine((value, context) => {
  const made = createSafePattern(value);
  if ('problem' in made) context.addIssue({ code: 'custom', message: `the pattern ${made.problem}` });
});

const guardrailSchema = z
  .strictObject({
    places: needed(
      z.array(z.enum(guardrailPlaces)).min(1),
      'Where it stands: `input`, `output`, `tool-input`, `tool-output`.',
    ),
    tools: setting(z.array(z.string()).min(1).max(60), 'Only calls of these tools. Default: of every tool.'),
    always: setting(z.boolean(), 'Whether it holds for agents that do not name it.', true),
    action: setting(
      z.enum(['reject', 'stop']),
      '`reject` takes back this text or call and lets the model try again; `stop` ends the run.',
      'stop',
    ),
    message: needed(z.string().min(1).max(500), 'What the model or the person is told.'),
    patterns: setting(
      z.array(pattern).min(1).max(50),
      'Says no where one is found. Regular expressions without look-around and backreferences, which cannot run away.',
    ),
    'ignore-case': setting(z.boolean(), 'Whether patterns ignore upper and lower case.', true),
    rule: setting(
      z.string().min(1).max(4_000),
      'Says no where a model finds the text to break this rule. One request per text.',
    ),
    url: setting(
      z.url({ protocol: /^https$/ }),
      'Says no where this service does: it is sent the text, credentials masked, and answers `{"outcome": "allow" | "reject" | "stop"}`. Its host must be among DEVOPS_TOOL_HOSTS of the process.',
    ),
  })
  .superRefine(({ patterns, rule, url }, context) => {
    if ([patterns, rule, url].filter(way => way !== undefined).length !== 1)
      context.addIssue({ code: 'custom', message: 'it must have exactly one of patterns, rule and url' });
  });

/** `guardrails:` of the configuration: by a name that agent files can refer to. */
export const guardrailsSchema = z
  .record(z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/), guardrailSchema)
  .meta({ examples: [{}] });
export type WrittenGuardrails = z.infer<typeof guardrailsSchema>;

/** The organisation's guardrails hold as they are; a repository adds its own. */
export function mergeGuardrails(
  organisation: WrittenGuardrails = {},
  repository: WrittenGuardrails = {},
  refuse: (setting: string, kept: string) => void,
): readonly ConfiguredGuardrail[] {
  for (const name of Object.keys(repository))
    if (Object.hasOwn(organisation, name)) refuse(`guardrails.${name}`, 'its own');
  return Object.entries({ ...repository, ...organisation }).map(([name, written]) => ({
    name,
    places: written.places,
    tools: written.tools,
    always: written.always ?? true,
    action: written.action ?? 'stop',
    message: written.message,
    check: checkOf(written),
  }));
}

function checkOf({
  patterns,
  rule,
  url,
  'ignore-case': ignoreCase = true,
}: WrittenGuardrails[string]): ConfiguredGuardrail['check'] {
  if (patterns !== undefined) return { kind: 'pattern', patterns, ignoreCase };
  return rule === undefined ? { kind: 'endpoint', url: url ?? '' } : { kind: 'agent', rule };
}
