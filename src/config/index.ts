export { type ConfigProblem, formatConfigProblem } from './config-problem.ts';
export { defaultConfig } from './default-config.ts';
export { mergeConfigs, type RuleSeverities } from './merge.ts';
export { parseConfig } from './parse.ts';
export { createPathFilter } from './path-filter.ts';
export type { WrittenConfig } from './schema.ts';

/** Where the file lives, in a repository and in an organisation's `.github` repository. */
export const configPath = '.github/devops.yml';
