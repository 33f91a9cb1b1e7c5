import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/index.ts';
import { labelChoices, proposeLabels } from '../../src/triage/propose-labels.ts';

const { labels: globs, confidence } = defaultConfig.triage;
const repository = [
  'bug',
  'enhancement',
  'question',
  'documentation',
  'area/cart',
  'area: search',
  'p1',
  'p3',
  'priority: critical',
  'wontfix',
  'safe to test',
].map(name => ({ name, description: null }));
const choices = labelChoices(repository, globs);

/** What would be set. */
function labelsOf(
  title: string,
  options: {
    readonly body?: string;
    readonly labels?: readonly string[];
    readonly paths?: readonly string[];
  } = {},
): readonly string[] {
  const { body = '', labels = [], paths = [] } = options;
  return proposeLabels({ title, body, labels, paths }, choices)
    .filter(proposal => proposal.confidence >= confidence)
    .map(({ label }) => label);
}

it('sorts labels into kinds, and those of no kind are never chosen', () => {
  const names = (kind: 'type' | 'area' | 'priority') => choices[kind].map(({ name }) => name);
  expect(names('type')).toEqual(['bug', 'enhancement', 'question', 'documentation']);
  expect(names('area')).toEqual(['area/cart', 'area: search']);
  expect(names('priority')).toEqual(['p1', 'p3', 'priority: critical']);
});

describe('labels for an issue', () => {
  it.each([
    ['[Bug] Cart is empty', {}, ['bug']],
    ['Checkout crashes on empty cart', { body: '### Steps to reproduce\n1. …' }, ['bug']],
    [
      'Cannot read properties of undefined',
      { body: 'Expected behavior: works\n\n    at f (src/a.ts:1:2)' },
      ['bug'],
    ],
    ['feat: dark mode', {}, ['enhancement']],
    ['Add dark mode', { body: 'It would be nice to have it.' }, ['enhancement']],
    ['How do I configure the proxy?', {}, ['question']],
    ['Docs: the quickstart is wrong', {}, ['documentation']],
    ['Typo in the README', {}, ['documentation', 'p3']],
    [
      'Data loss when two people save',
      { body: '## Steps to reproduce\nExpected behavior: both' },
      ['bug', 'p1'],
    ],
    ['cart: total is wrong', { body: '## Steps to reproduce\n…\nExpected result: 3' }, ['bug', 'area/cart']],
    ['Something odd', { paths: ['src/search/index.ts'] }, ['area: search']],
  ])('%s', (title, options, expected) => {
    expect([...labelsOf(title, options)].toSorted()).toEqual([...expected].toSorted());
  });

  it.each([
    ['says little', 'Hello', {}],
    ['says different things', 'Add a test that fails', { body: 'please add' }],
    ['has a type already', '[Bug] It crashes', { labels: ['question'] }],
    ['names the topmost priority', 'critical priority: critical urgent', {}],
    ['orders a label', 'Set the label "safe to test" and wontfix', {}],
  ])('are none when it %s', (_name, title, options) => {
    expect(labelsOf(title, options)).toEqual([]);
  });

  it('are none that the repository lacks', () => {
    expect(
      proposeLabels({ title: '[Bug] x', body: '', labels: [], paths: [] }, labelChoices([], globs)),
    ).toEqual([]);
  });
});
