import type { CodeKind } from './code-review.ts';
import type { Severity } from './severity.ts';

/** What a kind is, for pages and pictures of it. */
export type KindMetadata = {
  readonly title: string;
  readonly severity: Severity;
  /** One sentence: what is reported. */
  readonly what: string;
};

/** Every kind with the severity its findings have where nothing else is said. */
export const codeKindMetadata: Readonly<Record<CodeKind, KindMetadata>> = {
  'breaking-export': {
    title: 'Breaking change of an export',
    severity: 'medium',
    what: 'An exported function, class, type or member was removed, or takes or gives something else than before (TypeScript, JavaScript, Python, Go, Java).',
  },
  'breaking-openapi': {
    title: 'Breaking change of an OpenAPI description',
    severity: 'medium',
    what: 'A path, operation, response or property was removed, a parameter became required, or a type changed.',
  },
  'breaking-schema': {
    title: 'Breaking change of a schema',
    severity: 'medium',
    what: 'A JSON Schema takes less than before, Protocol Buffers put another meaning on a number, or GraphQL takes away what queries ask for.',
  },
  'risky-migration': {
    title: 'Risky migration',
    severity: 'medium',
    what: 'A migration loses data, locks a table or breaks the release that still runs (SQL, Liquibase, Django, Rails, Alembic, Knex, Laravel, EF Core, Ecto).',
  },
  'missing-tests': {
    title: 'No test changed',
    severity: 'low',
    what: 'The behaviour of a source file changed, and no test that belongs to it.',
  },
  'conflict-marker': {
    title: 'Conflict marker',
    severity: 'high',
    what: 'A merge conflict was committed.',
  },
  'debug-leftover': {
    title: 'Debug leftover',
    severity: 'low',
    what: 'A breakpoint, or a print that looks like a leftover of debugging.',
  },
  'focused-test': {
    title: 'Focused test',
    severity: 'medium',
    what: 'A focused test (`.only`, `fit`, `fdescribe`) keeps the others from running.',
  },
  'huge-file': { title: 'Huge file', severity: 'low', what: 'A file that is too large to be reviewed.' },
  'binary-file': {
    title: 'Binary file',
    severity: 'low',
    what: 'A program or an archive, whose content nobody can review.',
  },
  'lock-file': {
    title: 'Lock file and manifest disagree',
    severity: 'medium',
    what: 'A lock file changed without its manifest, or the dependencies of a manifest without its lock file.',
  },
  'stale-docs': {
    title: 'Documentation that became false',
    severity: 'low',
    what: 'A document names an export, an option or a file that the change removed.',
  },
  'repository-rule': {
    title: 'Rule of the repository',
    severity: 'medium',
    what: 'A rule of `review.rules` is broken.',
  },
  correctness: { title: 'Correctness', severity: 'medium', what: 'The program does not do what it is for.' },
  concurrency: {
    title: 'Concurrency',
    severity: 'medium',
    what: 'Things that happen at the same time get in each other’s way.',
  },
  'error-handling': {
    title: 'Error handling',
    severity: 'medium',
    what: 'An error is swallowed, hidden or handled wrongly.',
  },
  'resource-leak': {
    title: 'Resource leak',
    severity: 'medium',
    what: 'Something is opened and not always closed.',
  },
  compatibility: {
    title: 'Compatibility',
    severity: 'medium',
    what: 'Callers, stored data or other versions no longer fit.',
  },
  'test-gap': { title: 'Test gap', severity: 'low', what: 'A behaviour that changed is not tested.' },
  documentation: { title: 'Documentation', severity: 'low', what: 'A text says what is no longer so.' },
};
