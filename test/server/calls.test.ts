import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsPerEvent, renderCalls } from './calls-per-event.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** What costs and writes nothing. */
const free = [
  '`workflow_run.completed`, green',
  'an ordinary comment',
  '`push` to a branch',
  '`pull_request.labeled`',
];

describe('requests to GitHub', () => {
  // Once more, because what a server retries under load is not of the event.
  it('are as many per event as the documentation says, and none for what changes nothing', {
    timeout: 240_000,
    retry: 1,
  }, async () => {
    const counted = await callsPerEvent(product);
    const [, section = ''] = readFileSync('docs/performance.md', 'utf8').split('## Calls per event\n');
    const documented = section.split('\n## ')[0]?.split('\n') ?? [];
    expect(documented.filter(line => line.startsWith('|')).join('\n')).toBe(renderCalls(counted));
    for (const event of free)
      expect([event, counted.find(calls => calls.event === event)?.operations]).toEqual([event, []]);
  });
});
