import { z } from 'zod';
import { severities } from '../contracts/severity.ts';
import { awsSchema } from './aws-schema.ts';
import { ciSchema } from './ci-schema.ts';
import { codeReviewSettings, rulesSchema } from './code-review-schema.ts';
import { defaultConfig } from './default-config.ts';
import { deploySchema } from './deploy/schema.ts';
import { guardrailsSchema } from './guardrails-schema.ts';
import { modelSchema, providersSchema } from './model-schema.ts';
import { scheduleSchema } from './schedule-schema.ts';
import { glob, setting } from './setting.ts';
import { toolsSchema } from './tools-schema.ts';
import { triageSchema } from './triage-schema.ts';

const { review, dependencies, bots } = defaultConfig;

const severity = z.enum(severities);

const pathGlob = glob.meta({ examples: ['vendor/**', 'test/fixtures/**', '**/*.snap'] });

const reviewSchema = z.strictObject({
  enabled: setting(z.boolean(), 'Review pull requests of this repository.', review.enabled),
  drafts: setting(z.boolean(), 'Also review draft pull requests.', review.drafts),
  bots: setting(
    z.union([z.boolean(), z.array(z.string().regex(/^[a-z0-9-]+$/)).max(50)]),
    'Review pull requests opened by bots: true, false, or a list of app slugs such as `dependabot`.',
    review.bots,
  ),
  'fail-on': setting(
    z.enum([...severities, 'never']),
    'The check fails when a finding is at least this severe.',
    review.failOn,
  ),
  'report-from': setting(
    severity,
    'Findings below this severity are counted but not shown.',
    review.reportFrom,
  ),
  exclude: setting(
    z.array(pathGlob).max(100),
    'Globs of paths whose findings are counted but not shown. Read from the default branch, so a pull request cannot hide its own findings.',
    review.exclude,
  ),
  rules: setting(
    rulesSchema,
    'Rules by id: `off`, or the severity their findings get; `devops rules` lists the ids. Or a list, whose entries are rules of your own in plain language (`paths`, `rule`, perhaps `pattern`) and severities (`id`, `severity`).',
    review.rules,
  ),
  sarif: setting(
    z.enum(['auto', 'off']),
    'Upload SARIF where code scanning is enabled (`auto`), or never.',
    review.sarif,
  ),
  comment: setting(
    z.enum(['findings', 'always', 'never']),
    'Comment on the pull request when there is something to say, always, or never (the check always reports).',
    review.comment,
  ),
  forks: setting(
    z.strictObject({
      model: setting(
        z.enum(['off', 'on-request']),
        'Ask the model about pull requests from forks: never, or when a maintainer comments `/devops review`.',
        review.forks.model,
      ),
    }),
    'Pull requests from forks. The deterministic rules always run.',
  ),
  online: setting(
    z.boolean(),
    'Ask GitHub and OSV about the actions and packages that a change brings in: advisories, licences, commits of forks. A service that does not answer makes the review incomplete.',
    review.online,
  ),
  ...codeReviewSettings,
});

const licences = z
  .array(
    z
      .string()
      .regex(/^[A-Za-z0-9.+-]+(?: WITH [A-Za-z0-9.-]+)?$/, 'must be an SPDX id such as Apache-2.0')
      .meta({ examples: ['MIT', 'Apache-2.0', 'AGPL-3.0-only'] }),
  )
  .max(200);

const dependenciesSchema = z.strictObject({
  osv: setting(
    z.boolean(),
    'Ask OSV (api.osv.dev) about known vulnerabilities where the repository has no dependency review of GitHub. It is told the names and versions of the packages that the change adds or raises.',
    dependencies.osv,
  ),
  licences: setting(
    z.strictObject({
      allow: setting(
        licences,
        'SPDX ids that packages may have; all others are reported.',
        dependencies.licences.allow,
      ),
      deny: setting(
        licences,
        'SPDX ids that packages must not have, even where `allow` names them.',
        dependencies.licences.deny,
      ),
    }),
    'Licences that packages which a change adds may have. Without it, any.',
  ),
});

/** `.github/devops.yml` as written: everything may be left out, nothing unknown may be added. */
export const writtenConfigSchema = z
  .strictObject({
    version: setting(z.literal(1), 'Version of this format.', 1),
    review: setting(reviewSchema, 'The security review of pull requests.'),
    dependencies: setting(dependenciesSchema, 'Packages that a change brings in.'),
    model: setting(modelSchema, 'The model that explains and ranks findings. Optional.'),
    aws: setting(
      awsSchema,
      'The AWS account that agents and commands read, and change after an approval. See docs/aws.md.',
    ),
    deploy: setting(deploySchema, 'Deployments by comment and by event.'),
    providers: setting(
      providersSchema,
      'Places to ask models at, by a name of your choice; a model is then `<provider>/<model>`. `openai`, `anthropic`, `google` and `huggingface` need no entry.',
    ),
    tools: setting(
      toolsSchema,
      'HTTP endpoints, MCP servers and searches of a model’s provider as tools of agents. See docs/tools.md.',
    ),
    guardrails: setting(
      guardrailsSchema,
      'Guardrails of your own, by name, beside the built-in ones of every agent.',
    ),
    ci: setting(ciSchema, 'What is said and done when CI fails. See docs/diagnosis.md.'),
    triage: setting(
      triageSchema,
      'What is done about issues. Without this section only reports of vulnerabilities are answered. See docs/triage.md.',
    ),
    schedule: setting(scheduleSchema, 'What the App’s server does at set times. See docs/schedules.md.', []),
    bots: setting(
      z.strictObject({
        allow: setting(
          z.array(z.int().positive()).max(50),
          'Numeric ids of the GitHub Apps whose comments may carry commands.',
          bots.allow,
        ),
      }),
      'Which bots may give commands.',
    ),
  })
  .meta({ title: 'Agentic DevOps configuration', description: 'Settings in .github/devops.yml.' });

/** A parsed file before defaults and merging. */
export type WrittenConfig = z.infer<typeof writtenConfigSchema>;
