import { resolve } from 'node:path';
import { type Severity, severities } from '../contracts/severity.ts';
import { ingestSarif } from '../results/sarif-ingest.ts';
import { choose } from './choice.ts';
import { chooseFormat } from './choose-format.ts';
import { UsageError } from './cli-error.ts';
import { type PolicyFile, readNamedFile } from './local-policy.ts';
import { type ResultFormat, resultFormats } from './report-result.ts';
import type { Terminal } from './terminal.ts';

/** The options of every command that ends in a review's result, as commander hands them over. */
export type ResultOptions = {
  readonly format?: string;
  readonly json?: boolean;
  readonly failOn?: string;
  readonly output?: string;
  readonly sarifIn?: readonly string[];
  readonly online?: boolean;
  readonly verifySecrets?: boolean;
  /** A file, or false for `--no-config`. */
  readonly config?: string | boolean;
};

/** What a SARIF file held. */
export type IngestedSarif = Extract<ReturnType<typeof ingestSarif>, { readonly kind: 'ingested' }>;

/** The same, checked. */
export type Reporting = {
  readonly format: ResultFormat;
  readonly failOn: Severity | 'never' | undefined;
  readonly output: string | undefined;
  /** Other scanners' results to report along. */
  readonly ingested: readonly IngestedSarif[];
  readonly named: PolicyFile | null | undefined;
  /** Whether OSV is asked about packages; a terminal asks nobody unless it is told to. */
  readonly online: boolean;
  /** Whether providers are asked about secrets that were found; never unless it is told to. */
  readonly verifySecrets: boolean;
};

const thresholds = [...severities, 'never'] as const;

/** @throws UsageError for the first option that cannot be used. */
export function readResultOptions(options: ResultOptions, terminal: Terminal): Reporting {
  const { failOn, config } = options;
  return {
    format: chooseFormat(options, resultFormats),
    failOn: failOn === undefined ? undefined : choose('--fail-on', failOn, thresholds),
    output: options.output,
    online: options.online === true,
    verifySecrets: options.verifySecrets === true,
    ingested: (options.sarifIn ?? []).map(file => readSarif(file, terminal)),
    named:
      typeof config === 'string'
        ? { file: config, text: readNamedFile(resolve(terminal.folder, config)) }
        : config === false
          ? null
          : undefined,
  };
}

function readSarif(file: string, terminal: Terminal): IngestedSarif {
  const ingested = ingestSarif(readNamedFile(resolve(terminal.folder, file)), {
    file,
    root: terminal.folder,
  });
  if (ingested.kind === 'ingested') return ingested;
  throw new UsageError(`--sarif-in: ${ingested.message}`);
}
