import type {
  IssueFacts,
  LabelProposal,
  LikelyDuplicate,
  RepositoryLabel,
  TriageConfig,
  TriageMemory,
} from '../contracts/triage.ts';
import { type OwnersRule, ownersOf } from '../parsers/code-owners.ts';
import { applyRules } from './apply-rules.ts';
import type { IssueTemplate } from './issue-template.ts';
import { missingInformation } from './missing-information.ts';
import { labelChoices, openKinds } from './propose-labels.ts';
import type { SecurityVerdict } from './security-report.ts';

/** Owners of paths that the issue mentions. */
export type MentionedOwners = { readonly path: string; readonly owners: readonly string[] };

/** What triage says in the issue's one comment; each part may be empty. */
export type TriageNotes = {
  readonly security: boolean;
  /** A credential stands in the issue. */
  readonly secret: boolean;
  readonly missing: readonly string[];
  readonly duplicates: readonly LikelyDuplicate[];
  readonly owners: readonly MentionedOwners[];
  /** Whether owners are told by name only, or notified. */
  readonly notifiesOwners: boolean;
  /** From rules: people and teams with `@`. */
  readonly mention: readonly string[];
};

/** Everything that is to be done about one issue. */
export type TriagePlan = {
  readonly labels: readonly string[];
  readonly assign: readonly string[];
  readonly notes: TriageNotes;
  readonly memory: TriageMemory;
};

/** Most owners and people that one issue calls for. */
const maxPeople = 5;

/**
 * Decides what to do about an issue from what is known of it. Pure. What people did stands: labels and assignees are
 * only added, and none that was there before and is gone; nothing is asked for twice.
 */
export function decideTriage(facts: {
  readonly issue: IssueFacts;
  readonly config: TriageConfig;
  readonly memory: TriageMemory;
  readonly labels: readonly RepositoryLabel[];
  readonly security: SecurityVerdict;
  readonly hasSecret: boolean;
  readonly templates: readonly IssueTemplate[];
  readonly proposals: readonly LabelProposal[];
  readonly duplicates: readonly LikelyDuplicate[];
  /** Mentioned paths that the repository has. */
  readonly paths: readonly string[];
  readonly owners: readonly OwnersRule[];
}): TriagePlan {
  const { issue, config, memory } = facts;
  const isReport = facts.security.kind === 'report' && config.security.enabled;
  const secret = facts.hasSecret && config.security.enabled;
  const none: TriagePlan = {
    labels: [],
    assign: [],
    notes: { ...noNotes, security: isReport, secret },
    memory,
  };
  // A report is not made more visible than it is: nothing else is said or set.
  if (isReport || !config.enabled) return none;
  const rules = applyRules(config.rules, { ...issue, paths: facts.paths });
  const labels = labelsToSet(facts, rules.labels);
  const owners = config.owners === 'off' ? [] : mentionedOwners(facts.paths, facts.owners);
  const assign = assigneesToSet(facts, [
    ...rules.assign,
    ...(config.owners === 'assign' ? owners.flatMap(entry => entry.owners.flatMap(loginOf)) : []),
  ]);
  const all = [...issue.labels, ...labels];
  const missing = stillMissing(facts, all);
  return {
    labels,
    assign,
    notes: {
      security: false,
      secret,
      missing,
      duplicates: facts.duplicates,
      owners,
      notifiesOwners: config.owners === 'mention',
      mention: rules.mention.slice(0, maxPeople),
    },
    memory: {
      ...memory,
      labelled: [...new Set([...memory.labelled, ...labels])],
      assigned: [...new Set([...memory.assigned, ...assign])],
      asked: [...new Set([...memory.asked, ...missing])],
      answered: memory.answered || (memory.asked.length > 0 && missing.length === 0),
    },
  };
}

export const noNotes: TriageNotes = {
  security: false,
  secret: false,
  missing: [],
  duplicates: [],
  owners: [],
  notifiesOwners: false,
  mention: [],
};

type Facts = Parameters<typeof decideTriage>[0];

/** Existing labels only, spelled as the repository does; none that triage set before and somebody took off. */
function labelsToSet(
  { issue, config, memory, labels, proposals }: Facts,
  fromRules: readonly string[],
): readonly string[] {
  const exact = new Map(labels.map(({ name }) => [name.toLowerCase(), name]));
  const choices = labelChoices(labels, config.labels);
  const ruled = fromRules.flatMap(name => exact.get(name.toLowerCase()) ?? []);
  // Of a kind that rules or people decided about, nothing further is set.
  const open = openKinds([...issue.labels, ...ruled], choices);
  const proposed = proposals
    .filter(({ kind, confidence }) => open.includes(kind) && confidence >= config.confidence)
    // Whoever proposed it: only a label of that kind, and of the repository.
    .filter(({ kind, label }) => choices[kind].some(({ name }) => name === label));
  const wanted = [...ruled, ...proposed.map(({ label }) => label)];
  return [...new Set(wanted)].filter(name => !issue.labels.includes(name) && !memory.labelled.includes(name));
}

function assigneesToSet({ issue, memory }: Facts, wanted: readonly string[]): readonly string[] {
  const known = [...issue.assignees, ...memory.assigned].map(login => login.toLowerCase());
  // Somebody takes care of it already.
  if (issue.assignees.length > 0) return [];
  return [...new Set(wanted)].filter(login => !known.includes(login.toLowerCase())).slice(0, maxPeople);
}

function mentionedOwners(paths: readonly string[], rules: readonly OwnersRule[]): readonly MentionedOwners[] {
  return paths
    .map(path => ({ path, owners: ownersOf(path, rules) }))
    .filter(({ owners }) => owners.length > 0)
    .slice(0, maxPeople);
}

/** Owners who are people; teams and addresses cannot be assigned. */
function loginOf(owner: string): readonly string[] {
  const login = /^@(?<login>[^/]+)$/.exec(owner)?.groups?.['login'];
  return login === undefined ? [] : [login];
}

/** Asked for once: what was asked for before is repeated while it is missing, nothing new is added to it. */
function stillMissing(
  { issue, config, memory, templates }: Facts,
  labels: readonly string[],
): readonly string[] {
  if (!config.missing.enabled || memory.answered) return [];
  const applies =
    config.missing.labels.length === 0 || config.missing.labels.some(label => labels.includes(label));
  const missing = missingInformation({
    body: issue.body,
    templates,
    sections: applies ? config.missing.sections : [],
  });
  return memory.asked.length === 0 ? missing : missing.filter(heading => memory.asked.includes(heading));
}
