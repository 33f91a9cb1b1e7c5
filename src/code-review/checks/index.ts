import type { CodeCheck, CodeKind } from '../../contracts/code-review.ts';
import { binaryFile } from './binary-file.ts';
import { breakingExport } from './breaking-export.ts';
import { breakingOpenApi, breakingSchema } from './breaking-schema.ts';
import { conflictMarker } from './conflict-marker.ts';
import { debugLeftover } from './debug-leftover.ts';
import { focusedTest } from './focused-test.ts';
import { hugeFile } from './huge-file.ts';
import { lockFile } from './lock-file.ts';
import { missingTests } from './missing-tests.ts';
import { repositoryRule } from './repository-rule.ts';
import { riskyMigration } from './risky-migration.ts';
import { staleDocs } from './stale-docs.ts';

/** Every check by the kind it reports; a kind that is off is not looked for. */
export const codeChecks: readonly (readonly [CodeKind, CodeCheck])[] = [
  ['breaking-export', breakingExport],
  ['breaking-openapi', breakingOpenApi],
  ['breaking-schema', breakingSchema],
  ['risky-migration', riskyMigration],
  ['missing-tests', missingTests],
  ['conflict-marker', conflictMarker],
  ['debug-leftover', debugLeftover],
  ['focused-test', focusedTest],
  ['huge-file', hugeFile],
  ['binary-file', binaryFile],
  ['lock-file', lockFile],
  ['stale-docs', staleDocs],
  ['repository-rule', repositoryRule],
];
