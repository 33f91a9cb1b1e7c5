import { Cron } from 'croner';
import { z } from 'zod';
import { glob, needed, setting } from '../setting.ts';

const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\[bot\])?$/);
const teamSlug = z.string().regex(/^[a-z0-9_][a-z0-9_-]*$/);

/** Who may do something. */
const allowedSchema = z.strictObject({
  role: setting(
    z.enum(['triage', 'write', 'maintain', 'admin']),
    'The least role in the repository.',
    'write',
  ),
  teams: setting(
    z.array(teamSlug).max(50),
    'Slugs of the organisation’s teams; with teams or users, only they.',
    [],
  ),
  users: setting(z.array(login).max(100), 'Logins; with teams or users, only they.', []),
});
export type WrittenAllowed = z.infer<typeof allowedSchema>;

/** A time in which nothing is deployed. */
export const freezeSchema = z.strictObject({
  cron: needed(
    z
      .string()
      .max(100)
      .superRefine((value, context) => {
        const problem = cronProblem(value);
        if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
      }),
    'Five-field cron of the starts, for example `0 16 * * 5` for Fridays at 16:00.',
  ),
  'time-zone': setting(
    z.string().refine(isTimeZone, 'is no IANA time zone such as Europe/Berlin'),
    'IANA time zone of the cron.',
    'UTC',
  ),
  minutes: needed(
    z.int().min(1).max(44_640),
    'How long each lasts, minutes; 3840 is Friday 16:00 to Monday 8:00.',
  ),
  reason: setting(z.string().max(200), 'Shown to those who ask meanwhile.', ''),
});
export type WrittenFreeze = z.infer<typeof freezeSchema>;

const confirmationSchema = z.strictObject({
  count: setting(z.int().min(1).max(10), 'Different people who must confirm.', 1),
  allowed: setting(allowedSchema, 'Who may confirm; never the one who asked.'),
  'expires-after-minutes': setting(z.int().min(1).max(10_080), 'Minutes until it lapses.', 60),
});

/** `gates:`, for all environments or for one. Whatever is left out is the more general value. */
export const gatesSchema = z.strictObject({
  allowed: setting(allowedSchema, 'Who may deploy, roll back, lock and unlock.'),
  checks: setting(
    z.union([z.enum(['required', 'all', 'none']), z.array(z.string().min(1).max(200)).min(1).max(50)]),
    'Checks that must be green on exactly the deployed commit: the base branch’s required ones, all, none, or those of the listed names.',
    'required',
  ),
  'ignored-checks': setting(z.array(z.string().max(200)).max(50), 'Names of checks that never count.', []),
  'no-checks': setting(
    z.enum(['allow', 'refuse']),
    'What a commit without any check means. Default: `refuse` in production, `allow` elsewhere.',
  ),
  approvals: setting(
    z.int().min(0).max(10),
    'Reviews that approve exactly the deployed commit, by others than the author. Default: 1 in production, 0 elsewhere.',
  ),
  outdated: setting(
    z.enum(['allow', 'warn', 'refuse', 'update']),
    'A commit behind its base: allowed, said, refused, or the branch updated and the deployment refused.',
    'warn',
  ),
  bases: setting(
    z.array(glob).max(20),
    'Base branches that pull requests may target. Empty: the default branch.',
    [],
  ),
  branches: setting(z.array(glob).max(20), 'Branches that may be deployed. Empty: all.', []),
  drafts: setting(z.boolean(), 'Also deploy draft pull requests.', false),
  forks: setting(
    z.enum(['refuse', 'with-review']),
    'Pull requests from forks: never, or by their exact commit and with an approval of it, even for a dry run.',
    'refuse',
  ),
  'verified-commits': setting(z.boolean(), 'Only commits whose signature GitHub verified.', false),
  'protection-rules': setting(
    z.boolean(),
    'Honour the protection rules of the GitHub environment of the same name.',
    true,
  ),
  freeze: setting(
    z.array(freezeSchema).max(50),
    'Times in which nothing is deployed; more than the general ones.',
    [],
  ),
  confirmation: setting(
    z.union([z.literal(false), confirmationSchema]),
    'A confirmation by `/devops approve` before it begins; `false`: none.',
    false,
  ),
});
export type WrittenGates = z.infer<typeof gatesSchema>;

function cronProblem(value: string): string | undefined {
  if (value.trim().split(/\s+/).length !== 5) return 'needs five fields: minute hour day month weekday';
  try {
    return new Cron(value, { mode: '5-part' }).nextRun() === null ? 'never comes true' : undefined;
  } catch {
    return 'is no cron expression';
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
