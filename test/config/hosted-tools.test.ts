import { describe, expect, it } from 'vitest';
import { mergeConfigs, parseConfig } from '../../src/config/index.ts';
import { allowedHostedTools } from '../../src/config/tool-environment.ts';
import type { HostedToolsConfig } from '../../src/contracts/external-tool.ts';

function hostedOf(organisation: string, repository: string): HostedToolsConfig {
  const [first, second] = [organisation, repository].map(text => {
    const { written, errors } = parseConfig(text, { file: 'devops.yml', ruleIds: [] });
    expect(errors).toEqual([]);
    return written;
  });
  const { config } = mergeConfigs({ organisation: first, repository: second, severityOf: () => undefined });
  return config.tools.hosted;
}

const off = { webSearch: false, vectorStores: [] };
const on = { webSearch: true, vectorStores: ['vs_a'] };

describe('hosted tools in the configuration', () => {
  it.each([
    ['nothing', '', '', off],
    ['other tools', '', 'tools: { http: {} }', off],
    ['the repository', '', 'tools: { hosted: { web-search: true, file-search: [vs_a] } }', on],
    ['the organisation', 'tools: { hosted: { web-search: true, file-search: [vs_a] } }', '', on],
    ['an organisation with tools of its own', 'tools: {}', 'tools: { hosted: { web-search: true } }', off],
    [
      'an organisation that the repository contradicts',
      'tools: { hosted: { file-search: [vs_a], web-search: true } }',
      'tools: { hosted: { file-search: [vs_b] } }',
      on,
    ],
  ])('are what %s says', (_who, organisation, repository, expected) => {
    expect(hostedOf(organisation, repository)).toEqual(expected);
  });

  it('take ids of vector stores only', () => {
    const text = 'tools: { hosted: { file-search: ["../files"] } }';
    expect(parseConfig(text, { file: 'devops.yml', ruleIds: [] }).errors).toHaveLength(1);
  });
});

describe('vector stores of a shared server', () => {
  const two = { webSearch: true, vectorStores: ['vs_a', 'vs_b'] };

  it.each([
    [undefined, []],
    ['vs_a', []],
    ['vs_b, vs_a', ['vs_a', 'vs_b']],
  ])('are searched when its owner allows every one: %s', (DEVOPS_VECTOR_STORES, vectorStores) => {
    const environment = { shared: true, variables: { DEVOPS_VECTOR_STORES } };
    expect(allowedHostedTools(two, environment)).toEqual({ webSearch: true, vectorStores });
  });

  it('need no permission where the process works for its owner', () => {
    expect(allowedHostedTools(two, { shared: false, variables: {} })).toEqual(two);
  });
});
