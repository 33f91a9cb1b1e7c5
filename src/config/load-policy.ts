import type { Config } from '../contracts/config.ts';
import {
  configPath,
  formatConfigProblem,
  mergeConfigs,
  parseConfig,
  type RuleSeverities,
  type WrittenConfig,
} from './index.ts';

/** How long an organisation's file is remembered, milliseconds: it changes rarely and costs two calls. */
const organisationCacheMs = 5 * 60 * 1000;

/** Longest file that is read, characters; GitHub may have cut a longer one. */
const maxPolicyLength = 256_000;

/** Reads the organisation's file; undefined when there is none or it is out of reach. */
export type ReadOrganisationFile = (options: {
  readonly installationId: number;
  readonly owner: string;
}) => Promise<string | undefined>;

/** Makes a repository's policy from its file's text and its organisation's file. */
export type PolicyLoader = (options: {
  readonly installationId: number;
  readonly owner: string;
  readonly text: string | undefined;
}) => Promise<{ readonly config: Config; readonly warnings: readonly string[] }>;

/** A file with errors counts as absent, and the result says so: defaults are stricter than a guess. */
export function createPolicyLoader(options: {
  readonly readOrganisationFile: ReadOrganisationFile;
  readonly severityOf: RuleSeverities;
  readonly ruleIds: readonly string[];
  readonly now: () => Date;
}): PolicyLoader {
  const cache = new Map<string, { readonly until: number; readonly text: string | undefined }>();

  async function organisationText(installationId: number, owner: string): Promise<string | undefined> {
    const now = options.now().getTime();
    const known = cache.get(owner);
    if (known !== undefined && known.until > now) return known.text;
    const text = await options.readOrganisationFile({ installationId, owner });
    cache.set(owner, { until: now + organisationCacheMs, text });
    return text;
  }

  return async ({ installationId, owner, text }) => {
    const organisation = readFile(
      await organisationText(installationId, owner),
      `${owner}/.github: ${configPath}`,
      options.ruleIds,
    );
    const repository = readFile(text, configPath, options.ruleIds);
    const merged = mergeConfigs({
      organisation: organisation.written,
      repository: repository.written,
      severityOf: options.severityOf,
    });
    return {
      config: merged.config,
      warnings: [...organisation.warnings, ...repository.warnings, ...merged.warnings],
    };
  };
}

function readFile(
  text: string | undefined,
  file: string,
  ruleIds: readonly string[],
): { readonly written: WrittenConfig | undefined; readonly warnings: readonly string[] } {
  if (text === undefined) return { written: undefined, warnings: [] };
  if (text.length > maxPolicyLength) {
    const warning = `${file} on the default branch is longer than ${maxPolicyLength} characters, so it is not used.`;
    return { written: undefined, warnings: [warning] };
  }
  const { written, errors, warnings } = parseConfig(text, { file, ruleIds });
  const notes = warnings.map(formatConfigProblem);
  if (errors.length === 0) return { written, warnings: notes };
  return {
    written: undefined,
    warnings: [
      `${file} on the default branch has errors, so it is not used.`,
      ...errors.map(formatConfigProblem),
      ...notes,
    ],
  };
}
