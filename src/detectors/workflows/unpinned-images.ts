import type { RawFinding, Span } from '../../contracts/detector.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Job } from './model/document.ts';
import { isComputedMatrix, matrixNodesAt, matrixPathOf } from './model/matrix.ts';
import { asMap, asScalar, entryOf, spanOfEntry, textOf, valueAt } from './model/yaml-access.ts';
import type { YamlEntry, YamlScalar } from './model/yaml-tree.ts';

/** Container images that can change without the workflow changing. */
export const unpinnedImages = defineWorkflowRule({
  id: 'unpinned-images',
  title: 'Container image not pinned',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-494'],
  owasp: ['A08'],
  what: 'Reports images of containers, services and Docker actions without a tag or with `latest`; with another tag but no digest as `info`.',
  why: 'Tags can be moved: whoever can push to the registry chooses what runs with the job’s token and secrets.',
  fix: 'Pin the digest: `image: node:22@sha256:…` (`docker buildx imagetools inspect node:22` shows it).',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainerimage',
    'https://docs.zizmor.sh/audits/#unpinned-images',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    container: node:latest\n    steps:\n      - run: make\n',
      ),
      actionExample('name: x\nruns:\n  using: docker\n  image: docker://alpine\n'),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    container:\n      image: node:22@sha256:01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b\n    steps:\n      - run: make\n',
      ),
    ],
  },
  onJob: job => imageEntries(job).flatMap(entry => checkEntry(entry, job)),
  onStep({ step }) {
    if (step.uses?.reference?.kind !== 'docker') return [];
    return checkImage(step.uses.reference.image, spanOfEntry(step.uses.entry));
  },
  onAction({ runs }) {
    const image = entryOf(runs, 'image');
    const text = textOf(image?.value);
    if (image === undefined || text?.startsWith('docker://') !== true) return [];
    return checkImage(text.slice('docker://'.length), spanOfEntry(image));
  },
});

function imageEntries(job: Job): readonly YamlEntry[] {
  const services = asMap(valueAt(job.map, 'services'))?.entries ?? [];
  const container = entryOf(job.map, 'container');
  return [...(container === undefined ? [] : [container]), ...services].flatMap(entry =>
    entry.value.kind === 'map' ? (entryOf(entry.value, 'image') ?? []) : [entry],
  );
}

function checkEntry(entry: YamlEntry, job: Job): readonly RawFinding[] {
  const scalar = asScalar(entry.value);
  if (scalar === undefined || scalar.text.trim() === '') return [];
  const span = spanOfEntry(entry);
  if (!scalar.text.includes('${{')) return checkImage(scalar.text.trim(), span);
  return checkExpression(scalar, span, job);
}

function checkExpression(scalar: YamlScalar, span: Span, job: Job): readonly RawFinding[] {
  const path = matrixPathOf(scalar.text);
  if (path === undefined || isComputedMatrix(job, path)) {
    return [{ ...span, severity: 'info', confidence: 'low', message: 'The image is computed.' }];
  }
  const [worst] = matrixNodesAt(job, path)
    .flatMap(node => (node.kind === 'scalar' && node.text !== '' ? checkImage(node.text, span) : []))
    .toSorted((a, b) => Number(a.severity !== undefined) - Number(b.severity !== undefined));
  return worst === undefined ? [] : [worst];
}

/** Longest image name that is looked at, UTF-16 code units; registries allow fewer. */
const maxImage = 1000;

function checkImage(text: string, span: Span): readonly RawFinding[] {
  const image = text.slice(0, maxImage);
  if (image.includes('@sha256:')) return [];
  if (/\$\{\{/.test(image.replace(/\$\{\{[^}]*\}\}(?=[/:])/g, ''))) {
    return [{ ...span, severity: 'info', confidence: 'low', message: 'The tag of the image is computed.' }];
  }
  const tag = /:([^:/]*)$/.exec(image)?.[1] ?? '';
  if (tag === '') return [{ ...span, message: 'The image has no tag.' }];
  if (tag === 'latest') return [{ ...span, message: 'The image is pinned to `latest`, which moves.' }];
  return [{ ...span, severity: 'info', message: 'The image is pinned to a tag, not to a SHA-256 digest.' }];
}
