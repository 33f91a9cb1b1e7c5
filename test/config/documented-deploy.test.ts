import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';

const page = readFileSync('docs/deploying.md', 'utf8');
const blocks = marked
  .lexer(page)
  .flatMap(token => (token.type === 'code' && token['lang'] === 'yaml' ? [String(token['text'])] : []));

it('the three environments of docs/deploying.md can be copied as they are', () => {
  const block = blocks.find(text => text.includes('version: 1')) ?? '';
  const { config, errors, warnings } = parseConfig(block, { file: 'devops.yml', ruleIds: [] });
  expect([...errors, ...warnings]).toEqual([]);
  expect(config.deploy.environments.map(({ name, after }) => [name, after])).toEqual([
    ['preview', []],
    ['staging', []],
    ['production', ['staging']],
  ]);
});

it.each(blocks.filter(text => text.startsWith('runner:') || text.startsWith('verify:')))(
  'an environment with this is valid: %s',
  text => {
    const runner = text.startsWith('runner:') ? '' : '      runner: { type: event }\n';
    const indented = text.replaceAll(/^/gm, '      ');
    const file = `deploy:\n  environments:\n    staging:\n${runner}${indented}\n`;
    expect(parseConfig(file, { file: 'devops.yml', ruleIds: [] }).errors).toEqual([]);
  },
);
