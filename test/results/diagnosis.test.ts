import { describe, expect, it } from 'vitest';
import { analyseLog } from '../../src/diagnosis/analyse-log.ts';
import { renderDiagnosis } from '../../src/results/diagnosis.ts';

const mask = (text: string): string => text;

describe('a diagnosis as Markdown', () => {
  it('says what failed, the lines that matter, why and what to do', async () => {
    const log = [
      '##[group]Run npx tsc -p .',
      '##[endgroup]',
      "src/cart.ts(3,14): error TS2304: Cannot find name 'c'.",
      "src/cart.ts(9,7): error TS2322: Type 'number' is not assignable to type 'string'.",
      '##[error]Process completed with exit code 2.',
    ].join('\n');
    expect(renderDiagnosis(await analyseLog([log], { mask, job: 'build' }))).toMatchInlineSnapshot(`
      "### Type error

      In \`build\`, step \`Run npx tsc -p .\`.

      **Cannot find name 'c'.** at \`src/cart.ts:3:14\`

      \`\`\`text
      3 | src/cart.ts(3,14): error TS2304: Cannot find name 'c'.
      4 | src/cart.ts(9,7): error TS2322: Type 'number' is not assignable to type 'string'.
      \`\`\`

      The type checker found an error. Fix the type at the place named, or the declaration it disagrees with.

      <details><summary>2 problems</summary>

      - \`src/cart.ts:3:14\`: Cannot find name 'c'. (\`TS2304\`)
      - \`src/cart.ts:9:7\`: Type 'number' is not assignable to type 'string'. (\`TS2322\`)

      </details>

      <sub>type, told by tsc, line 3 of the log</sub>
      "
    `);
  });

  it('leaves nothing of the log’s text with a meaning of its own', async () => {
    const log =
      'FAIL\nError: @octocat closes #1 <img src=x> ![a](https://x.example/a.png) ```\n##[error]Process completed with exit code 1.';
    const text = renderDiagnosis(await analyseLog([log], { mask }));
    const prose = text.replaceAll(/(`{3,})[^]*?\1/g, '');
    expect(prose).not.toMatch(/@octocat|#1\b|<img|!\[a\]/);
  });

  it('is one sentence when nothing failed', async () => {
    const diagnosis = await analyseLog(['##[group]Run true\n##[endgroup]\n'], { mask });
    expect(renderDiagnosis(diagnosis)).toBe('Nothing failed.\n');
  });
});
