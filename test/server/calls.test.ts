import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsPerEvent, type EventCalls, renderCalls } from './calls-per-event.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
let counted: readonly EventCalls[];
beforeAll(async () => {
  product = await startProduct();
  counted = await callsPerEvent(product);
}, 240_000);
afterAll(() => product.close());

describe('requests to GitHub', () => {
  it('are as many per event as the documentation says', () => {
    expect(readFileSync('docs/performance.md', 'utf8')).toContain(renderCalls(counted));
  });

  it.each([
    '`workflow_run.completed`, green',
    'an ordinary comment',
    '`push` to a branch',
    '`pull_request.labeled`',
  ])('are none for what changes nothing: %s', event => {
    expect(counted.find(calls => calls.event === event)?.operations).toEqual([]);
  });
});
