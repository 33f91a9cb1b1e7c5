import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GroupCommit } from '../../../src/runs/engine/group-commit.ts';

it('commits what is submitted in one turn together, and what comes during a commit in the next', async () => {
  const commits: number[][] = [];
  const first = Promise.withResolvers<void>();
  const group = new GroupCommit<number, number>(async items => {
    commits.push([...items]);
    if (commits.length === 1) await first.promise;
    return items;
  });
  const early = [group.submit([1]), group.submit([2, 3])];
  await new Promise(resolve => setImmediate(resolve));
  const late = [group.submit([4]), group.submit([5])];
  first.resolve();
  expect(await Promise.all([...early, ...late])).toEqual([[1], [2, 3], [4], [5]]);
  expect(commits).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

it('limits a commit to 500 items but never splits a submission', async () => {
  const sizes: number[] = [];
  const group = new GroupCommit<number, number>(async items => {
    sizes.push(items.length);
    return items;
  });
  const submissions = [400, 100, 1, 700, 2].map(length => Array.from({ length }, (_, index) => index));
  expect(await Promise.all(submissions.map(items => group.submit(items)))).toEqual(submissions);
  expect(sizes).toEqual([500, 1, 700, 2]);
});

it('gives everybody their own answers, and an error to those only whose items are refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
      async all => {
        const group = new GroupCommit<number, string>(async items => {
          if (items.includes(13)) throw new Error('refused');
          return items.map(String);
        });
        const answers = await Promise.allSettled(all.map(items => group.submit(items)));
        expect(answers.map(answer => (answer.status === 'fulfilled' ? answer.value : 'refused'))).toEqual(
          all.map(items => (items.includes(13) ? 'refused' : items.map(String))),
        );
      },
    ),
  );
});
