import { placeFindings, type RuleFinding } from '../../../analysis/analyse-file.ts';
import { createLineIndex } from '../../../analysis/line-index.ts';
import { createSourceFile } from '../../../analysis/source-file.ts';
import type { RepositoryClient } from '../../../clients/github/repository-client.ts';
import type { FileToAnalyse } from '../../../contracts/analysis.ts';
import type { SourceFile, Span } from '../../../contracts/detector.ts';
import type { OutsideInput, OutsideResult, RepositoryFacts } from '../../../contracts/outside.ts';
import { isCommitHash } from '../../../detectors/workflows/model/action-reference.ts';
import { isActionsPath } from '../../../detectors/workflows/model/document.ts';
import { outsideWorkflowRules } from '../../../detectors/workflows/outside-rules.ts';
import { auditReferences } from '../../../detectors/workflows/references/audit-references.ts';
import {
  type RepositoryReference,
  referencesOf,
} from '../../../detectors/workflows/references/references-of.ts';
import { publicMessageOf } from '../../../errors.ts';

/** Most repositories asked about in one change. */
const maxRepositories = 50;

/** One changed workflow or action with what it uses on the changed lines. */
type Using = {
  readonly file: FileToAnalyse;
  readonly source: SourceFile;
  readonly references: readonly RepositoryReference[];
};

/** Audits what changed workflows and actions use against what GitHub knows about it. */
export async function auditActions(
  { files, disabledRules }: OutsideInput,
  github: Pick<RepositoryClient, 'repositoryFacts'>,
): Promise<OutsideResult> {
  const metas = outsideWorkflowRules.map(({ meta }) => meta).filter(({ id }) => !disabledRules.includes(id));
  const used = metas.length === 0 ? [] : files.filter(({ path }) => isActionsPath(path)).flatMap(readUsing);
  const facts = await readFacts(
    used.flatMap(({ references }) => references),
    github,
  );
  const placed = used.map(({ file, source }) => {
    const raw: RuleFinding[] = auditReferences(source, facts.known).findings.flatMap(({ rule, ...found }) => {
      const meta = metas.find(({ id }) => id === rule);
      return meta === undefined ? [] : [{ meta, found }];
    });
    return placeFindings(source, file.changedLines, raw, 'unchanged');
  });
  return {
    findings: placed.flatMap(({ findings }) => findings),
    ignored: placed.flatMap(({ ignored }) => ignored),
    notAnalysed: facts.gaps.map(reason => ({ path: null, reason })),
    warnings: facts.warnings,
  };
}

function readUsing(file: FileToAnalyse): readonly Using[] {
  const source = createSourceFile({ ...file, parseTree: () => undefined });
  try {
    const references = referencesOf(source).filter(reference => isChanged(reference, file));
    return references.length === 0 ? [] : [{ file, source, references }];
  } catch {
    // The analysis lists it as not readable.
    return [];
  }
}

function isChanged(span: Span, { text, changedLines }: FileToAnalyse): boolean {
  if (changedLines === 'all') return true;
  const lines = createLineIndex(text);
  const [start, end] = [lines.position(span.start).line, lines.position(span.end).line];
  return changedLines.some(range => range.start <= end && start <= range.end);
}

type Facts = {
  readonly known: ReadonlyMap<string, RepositoryFacts | 'unavailable'>;
  readonly gaps: readonly string[];
  readonly warnings: readonly string[];
};

async function readFacts(
  references: readonly RepositoryReference[],
  github: Pick<RepositoryClient, 'repositoryFacts'>,
): Promise<Facts> {
  const known = new Map<string, RepositoryFacts | 'unavailable'>();
  const gaps: string[] = [];
  const warnings: string[] = [];
  const byRepository = [...Map.groupBy(references, ({ repository }) => repository)];
  for (const [repository, uses] of byRepository.slice(0, maxRepositories)) {
    const commits = uses.map(({ ref }) => ref.toLowerCase()).filter(isCommitHash);
    const name = repository.replace(/[^\w./-]/g, '?').slice(0, 100);
    try {
      const facts = await github.repositoryFacts(repository, [...new Set(commits)]);
      if (facts !== 'not-visible') known.set(repository, facts);
      else
        warnings.push(
          `\`${name}\` is not visible to this token, so its refs and advisories were not checked.`,
        );
    } catch (error) {
      gaps.push(`the action \`${name}\` could not be checked: ${publicMessageOf(error)}`);
    }
  }
  if (byRepository.length > maxRepositories)
    gaps.push(`${byRepository.length - maxRepositories} further actions were not checked`);
  return { known, gaps, warnings };
}
