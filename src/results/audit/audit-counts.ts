import { type AuditReport, auditSections, type Verdict, verdicts } from '../../contracts/audit.ts';

/** How many of each verdict. */
export type Counts = Readonly<Record<Verdict, number>>;

/** Counts verdicts, of controls or of resources. */
export function countVerdicts(of: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = Object.fromEntries(verdicts.map(verdict => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of of) counts[verdict]++;
  return counts;
}

/** One section's score: controls that pass of those that were decided. */
export type SectionScore = {
  readonly section: string;
  readonly counts: Counts;
  /** PASS of PASS, FAIL and ERROR in percent, rounded down; null where nothing was decided. */
  readonly percent: number | null;
};

/** The score of each section that was audited, then of the whole. An ERROR counts against it: it is no pass. */
export function scoresOf({ controls }: AuditReport): readonly SectionScore[] {
  const sections = auditSections
    .map(section => ({
      section: section as string,
      of: controls.filter(control => control.section === section),
    }))
    .filter(({ of }) => of.length > 0);
  return [...sections, { section: 'All', of: controls }].map(({ section, of }) => {
    const counts = countVerdicts(of);
    const decided = counts.PASS + counts.FAIL + counts.ERROR;
    return { section, counts, percent: decided === 0 ? null : Math.floor((100 * counts.PASS) / decided) };
  });
}

/** The denominator in one sentence: what was evaluated of what there is. */
export function denominatorOf({ controls, controlsInAll, regions }: AuditReport): string {
  const resources = controls.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  const enabled = regions.enabled === null ? 'unknown' : regions.enabled.length;
  return `${controls.length} of ${controlsInAll} controls, ${resources} results over resources, ${regions.scanned.length} of ${enabled} enabled regions.`;
}
