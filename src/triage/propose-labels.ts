import picomatch from 'picomatch';
import type { LabelKind, LabelProposal, RepositoryLabel, TriageConfig } from '../contracts/triage.ts';
import { bareLabel, type IssueType, plainLabel, typeOfLabel } from './label-name.ts';
import { type Evidence, ownWork, type Sign, sign, typeSigns } from './type-signs.ts';

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
    return labels.filter(({ name }) => matches(name) || matches(plainLabel(name)));
  };
  return { type: of('type'), area: of('area'), priority: of('priority') };
}

/** Never the topmost priority: who opens an issue does not wake people up. */
const priorities: readonly { readonly names: RegExp; readonly signs: readonly Sign[] }[] = [
  {
    names: /^(?:high|p1|major|important|important soon|hoch|haute|alta|élevée|高)$/,
    signs: [
      sign(
        'title',
        3,
        'the title speaks of lost data',
        String.raw`data loss|loses? (?:all )?(?:my |our |the )?data|corrupt(?:s|ed|ion)?|datenverlust`,
      ),
      sign(
        'title',
        3,
        'the title speaks of an outage',
        String.raw`(?:production|prod|site|service) (?:is )?down|outage`,
      ),
      sign('title', 1.5, 'the title speaks of a crash', 'crash(?:es|ed)?|regression'),
      sign('body', 1.5, 'it blocks somebody', 'blocks? (?:our|the) release|release blocker|no workaround'),
    ],
  },
  {
    names: /^(?:low|p3|p4|minor|trivial|backlog|niedrig|basse|baja|低)$/,
    signs: [
      sign(
        'title',
        3,
        'the title speaks of a small thing',
        'typos?|cosmetic|nitpick|minor|tippfehler|coquille|faute de frappe',
      ),
    ],
  },
];

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
  const found = (signs: readonly Sign[]): readonly Evidence[] =>
    signs.filter(({ in: where, pattern }) => pattern.test(texts[where]));
  const candidates = {
    type: ownWork.test(issue.title) ? [] : typeCandidates(choices.type, issue.title, found),
    area: choices.area.map(({ name }) => [name, areaEvidence(name, issue)] as const),
    priority: choices.priority.map(({ name }) => {
      const entry = priorities.find(({ names }) => names.test(bareLabel(name)));
      return [name, found(entry?.signs ?? [])] as const;
    }),
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

type Candidate = readonly [label: string, evidence: readonly Evidence[]];

/**
 * One label for each type that the repository has one for: where several mean the same, the one whose name the title
 * holds, else the most usual one.
 */
function typeCandidates(
  labels: readonly RepositoryLabel[],
  title: string,
  found: (signs: readonly Sign[]) => readonly Evidence[],
): readonly Candidate[] {
  const known = labels.flatMap(({ name }) => {
    const meaning = typeOfLabel(name);
    return meaning === undefined ? [] : [{ name, ...meaning }];
  });
  const types: readonly IssueType[] = [...new Set(known.map(({ type }) => type))];
  return types.flatMap((type): readonly Candidate[] => {
    const own = known.filter(label => label.type === type).toSorted((a, b) => a.rank - b.rank);
    const chosen = own.find(({ name }) => title.toLowerCase().includes(bareLabel(name))) ?? own[0];
    return chosen === undefined ? [] : [[chosen.name, found(typeSigns[type])]];
  });
}

/** Areas whose names say little when they stand in a title. */
const everyday = new Set(
  'api app apps build ci client code common core data docs error errors general misc other performance security server support test tests testing tools ui user users web'.split(
    ' ',
  ),
);

function areaEvidence(
  label: string,
  { title, paths }: { readonly title: string; readonly paths: readonly string[] },
): readonly Evidence[] {
  const name = bareLabel(label);
  if (name.length < 2) return [];
  const text = title.toLowerCase();
  const inPath = paths.some(path => path.toLowerCase().split(/[/.]/).includes(name));
  const words = ` ${text.split(/[^\p{L}\p{N}-]+/u).join(' ')} `;
  const isPrefix = text.startsWith(`${name}:`) || text.includes(`[${name}]`) || text.startsWith(`${name}(`);
  const isNamed = words.includes(` ${name} `);
  return [
    ...(inPath ? [{ weight: 3, reason: 'a mentioned path is in it' }] : []),
    ...(isPrefix ? [{ weight: 3, reason: 'the title says so' }] : []),
    ...(!isPrefix && isNamed
      ? [{ weight: everyday.has(name) || name.length < 5 ? 1.5 : 2.5, reason: 'the title names it' }]
      : []),
  ];
}

function best(kind: LabelKind, candidates: readonly Candidate[]): readonly LabelProposal[] {
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
