import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoxAction, boxText, pressedBoxes, readBox } from '../../src/contracts/dashboard.ts';

const action: fc.Arbitrary<BoxAction> = fc.oneof(
  fc.constant<BoxAction>({ kind: 'refresh' }),
  fc.constant<BoxAction>({ kind: 'unlock', environment: null }),
  fc
    .stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/)
    .map(environment => ({ kind: 'unlock' as const, environment })),
  fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.stringMatching(/^[0-9a-f]{16}$/))
    .map(([pullRequest, fingerprint]) => ({ kind: 'dismiss' as const, pullRequest, fingerprint })),
  fc.integer({ min: 1, max: 2 ** 40 }).map(workflowRun => ({ kind: 'rerun' as const, workflowRun })),
);

const text = (it: BoxAction): string => boxText(it, 'Do it');
const line = (box: string, isChecked: boolean): string => `- [${isChecked ? 'x' : ' '}] ${box}`;

describe('a box', () => {
  it('is read back as the action it was made from', () => {
    fc.assert(
      fc.property(action, it => {
        expect(readBox(text(it))).toEqual(it);
      }),
    );
  });

  it.each([
    '',
    'refresh ',
    'unlock:',
    'unlock:../etc',
    'unlock:a b',
    'dismiss:0:abcdef',
    'dismiss:1:zz',
    'rerun:01',
    'deploy:production',
    'approve:1',
  ])('is not read from %j', key => {
    expect(readBox(`Do it <!-- devops:box ${key} -->`)).toBeUndefined();
  });
});

describe('the boxes that an edit pressed', () => {
  it('are exactly those that were open before and are checked after', () => {
    const boxes = fc.uniqueArray(fc.tuple(action.map(text), fc.boolean(), fc.boolean()), {
      selector: ([key]) => key,
      maxLength: 8,
    });
    fc.assert(
      fc.property(boxes, entries => {
        const before = entries.map(([key, was]) => line(key, was)).join('\n');
        const after = entries.map(([key, , is]) => line(key, is)).join('\n');
        const pressed = entries.filter(([, was, is]) => !was && is).map(([key]) => key);
        expect(pressedBoxes(before, after)).toEqual(pressed);
      }),
    );
  });

  it('are none when nothing was open before, whatever the new text says', () => {
    fc.assert(
      fc.property(fc.array(action.map(text)), fc.string(), (keys, noise) => {
        const after = [noise, ...keys.map(key => line(key, true))].join('\n');
        expect(pressedBoxes(noise.replaceAll('devops:box', ''), after)).toEqual([]);
      }),
    );
  });

  it.each([
    ['in a quote', '> - [x] Do it <!-- devops:box refresh -->'],
    ['in code', '    - [x] Do it <!-- devops:box refresh -->'],
    ['with something after it', '- [x] Do it <!-- devops:box refresh --> now'],
    ['that does not exist', '- [x] Do it <!-- devops:box deploy:production -->'],
  ])('are not a box %s', (_name, after) => {
    expect(pressedBoxes(after.replace('[x]', '[ ]'), after)).toEqual([]);
  });

  it('are none whose words the same edit changed', () => {
    const before = '- [ ] Unlock `production` <!-- devops:box unlock:production -->';
    const after = '- [x] Bring this up to date now <!-- devops:box unlock:production -->';
    expect(pressedBoxes(before, after)).toEqual([]);
    expect(pressedBoxes(before, before.replace('[ ]', '[x]'))).toHaveLength(1);
  });

  it('are at most ten', () => {
    const lines = (mark: boolean) =>
      Array.from({ length: 20 }, (_, index) =>
        line(text({ kind: 'rerun', workflowRun: index + 1 }), mark),
      ).join('\n');
    expect(pressedBoxes(lines(false), lines(true))).toHaveLength(10);
  });
});
