import picomatch from 'picomatch';
import type { LabelKind, LabelProposal, RepositoryLabel, TriageConfig } from '../contracts/triage.ts';

/** The repository's labels of each kind: the only ones that triage may ever set without a rule. */
export type LabelChoices = Readonly<Record<LabelKind, readonly RepositoryLabel[]>>;

/** Sorts the repository's labels into kinds by the configured globs; upper and lower case are the same. */
export function labelChoices(
  labels: readonly RepositoryLabel[],
  globs: TriageConfig['labels'],
): LabelChoices {
  const of = (kind: LabelKind): readonly RepositoryLabel[] => {
    const patterns = globs[kind];
    if (patterns.length === 0) return [];
    // A colon or a blank is an ordinary character of a label's name, and `*` also stands for a slash in it.
    const matches = picomatch([...patterns], { nocase: true, bash: true, dot: true });
    return labels.filter(({ name }) => matches(name));
  };
  return { type: of('type'), area: of('area'), priority: of('priority') };
}

type Evidence = { readonly weight: number; readonly reason: string };
type Sign = Evidence & { readonly in: 'title' | 'body'; readonly pattern: RegExp };

/** What says that an issue is of a type, by the type's usual names. */
const types: readonly { readonly names: RegExp; readonly signs: readonly Sign[] }[] = [
  {
    names: /^(?:(?:type|kind|t)[:/ -]+)?(?:bugs?|defect|regression)$/i,
    signs: [
      sign('title', 4, 'the title says so', /^\W{0,3}(?:bug|defect|regression)\b/i),
      sign(
        'title',
        2,
        'the title tells of a failure',
        /\b(?:crash(?:es|ed)?|fails?|failing|broken|throws?|does ?n[o']t work|not working|error|exception|regression|hangs?|wrong)\b/i,
      ),
      sign('body', 2, 'it has steps to reproduce', /^#{1,4}\s.{0,20}\b(?:repro\w*|steps)\b/im),
      sign(
        'body',
        1.5,
        'it tells expected from actual behaviour',
        /\b(?:expected|actual) (?:behaviou?r|result|output)\b/i,
      ),
      sign(
        'body',
        1.5,
        'it has a stack trace',
        /^\s+at \S.{0,200}[:(]\d+|^Traceback \(most recent call last\)|\bpanicked at\b|^goroutine \d+ \[/m,
      ),
    ],
  },
  {
    names: /^(?:(?:type|kind|t)[:/ -]+)?(?:enhancement|feature|feature[- _]request|improvement|proposal)s?$/i,
    signs: [
      sign('title', 4, 'the title says so', /^\W{0,3}(?:feature|feat|enhancement|proposal|rfc|idea)\b/i),
      sign(
        'title',
        2.5,
        'the title asks for something new',
        /^\W{0,3}(?:add|support|allow|enable|provide|introduce|implement)\b/i,
      ),
      sign(
        'body',
        1.5,
        'it wishes for something',
        /\b(?:would be (?:nice|great|useful|helpful)|it'd be (?:nice|great)|i would like|i'd like|please (?:add|support)|feature request)\b/i,
      ),
      sign(
        'body',
        2,
        'it describes a solution and alternatives',
        /^#{1,4}\s.{0,30}\b(?:alternatives|proposed solution|describe the solution|motivation)\b/im,
      ),
    ],
  },
  {
    names: /^(?:(?:type|kind|t)[:/ -]+)?(?:questions?|support|help)$/i,
    signs: [
      sign('title', 4, 'the title says so', /^\W{0,3}question\b/i),
      sign(
        'title',
        3,
        'the title asks a question',
        /^\W{0,3}(?:how|what|why|where|when|can i|is it|is there|does)\b.{0,200}\?\s*$|^\W{0,3}how (?:do|to|can|should)\b/i,
      ),
      sign('title', 1, 'the title ends in a question mark', /\?\s*$/),
    ],
  },
  {
    names: /^(?:(?:type|kind|t)[:/ -]+)?(?:documentation|docs?)$/i,
    signs: [
      sign('title', 4, 'the title says so', /^\W{0,3}(?:docs?|documentation)\b/i),
      sign(
        'title',
        2.5,
        'the title speaks of the documentation',
        /\b(?:documentation|docs|readme|typos?|changelog|tutorial)\b/i,
      ),
    ],
  },
];

/** Never the topmost priority: who opens an issue does not wake people up. */
const priorities: readonly { readonly names: RegExp; readonly signs: readonly Sign[] }[] = [
  {
    names: /^(?:(?:priority|prio|severity)[:/ -]+)?(?:high|p1|major|important)$/i,
    signs: [
      sign(
        'title',
        3,
        'the title speaks of lost data',
        /\bdata loss\b|\bloses? (?:all )?(?:my |our |the )?data\b|\bcorrupt(?:s|ed|ion)?\b/i,
      ),
      sign(
        'title',
        3,
        'the title speaks of an outage',
        /\b(?:production|prod|site|service) (?:is )?down\b|\boutage\b/i,
      ),
      sign('title', 1.5, 'the title speaks of a crash', /\bcrash(?:es|ed)?\b|\bregression\b/i),
      sign(
        'body',
        1.5,
        'it blocks somebody',
        /\b(?:blocks? (?:our|the) release|release blocker|no workaround)\b/i,
      ),
    ],
  },
  {
    names: /^(?:(?:priority|prio|severity)[:/ -]+)?(?:low|p3|p4|minor|trivial)$/i,
    signs: [
      sign('title', 3, 'the title speaks of a small thing', /\btypos?\b|\bcosmetic\b|\bnitpick\b|\bminor\b/i),
    ],
  },
];

function sign(where: Sign['in'], weight: number, reason: string, pattern: RegExp): Sign {
  return { in: where, weight, reason, pattern };
}

/** Longest body that is looked through, characters. */
const maxBody = 20_000;

/**
 * Proposes at most one label of each kind that no label of the issue is of yet, from the repository's own labels.
 * Confidence halves its distance to 1 with every unit by which the best label's signs outweigh the next one's.
 */
export function proposeLabels(
  issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
    readonly paths: readonly string[];
  },
  choices: LabelChoices,
): readonly LabelProposal[] {
  const texts = { title: issue.title, body: issue.body.slice(0, maxBody) };
  const named = (
    table: typeof types,
    labels: readonly RepositoryLabel[],
  ): readonly (readonly [string, readonly Evidence[]])[] =>
    labels.map(({ name }) => {
      const entry = table.find(({ names }) => names.test(name));
      return [name, (entry?.signs ?? []).filter(({ in: where, pattern }) => pattern.test(texts[where]))];
    });
  const candidates = {
    type: named(types, choices.type),
    area: choices.area.map(({ name }) => [name, areaEvidence(name, issue)] as const),
    priority: named(priorities, choices.priority),
  };
  return openKinds(issue.labels, choices).flatMap(kind => best(kind, candidates[kind]));
}

/** The kinds of which the issue has no label yet: what people chose stands. */
export function openKinds(labels: readonly string[], choices: LabelChoices): readonly LabelKind[] {
  const kinds: readonly LabelKind[] = ['type', 'area', 'priority'];
  return kinds.filter(
    kind => choices[kind].length > 0 && !choices[kind].some(({ name }) => labels.includes(name)),
  );
}

function areaEvidence(
  label: string,
  { title, paths }: { readonly title: string; readonly paths: readonly string[] },
): readonly Evidence[] {
  const name = (/[^:/]+$/.exec(label)?.[0] ?? '').trim().toLowerCase();
  if (name.length < 2) return [];
  const inPath = paths.some(path => path.toLowerCase().split(/[/.]/).includes(name));
  const words = title.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  const isPrefix = title.toLowerCase().startsWith(`${name}:`) || title.toLowerCase().includes(`[${name}]`);
  return [
    ...(inPath ? [{ weight: 3, reason: 'a mentioned path is in it' }] : []),
    ...(isPrefix ? [{ weight: 3, reason: 'the title says so' }] : []),
    ...(!isPrefix && words.includes(name) ? [{ weight: 1.5, reason: 'the title names it' }] : []),
  ];
}

function best(
  kind: LabelKind,
  candidates: readonly (readonly [string, readonly Evidence[]])[],
): readonly LabelProposal[] {
  const weighed = candidates
    .map(([label, evidence]) => ({
      label,
      weight: evidence.reduce((sum, { weight }) => sum + weight, 0),
      reasons: evidence.map(({ reason }) => reason),
    }))
    .toSorted((a, b) => b.weight - a.weight);
  const [first, second] = weighed;
  if (first === undefined || first.weight === 0) return [];
  const confidence = 1 - 0.5 ** (first.weight - (second?.weight ?? 0));
  if (confidence <= 0) return [];
  return [
    { kind, label: first.label, confidence, reason: [...new Set(first.reasons)].slice(0, 2).join(', ') },
  ];
}
