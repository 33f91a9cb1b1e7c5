import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botComments, openPullRequest, review } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const path = '.github/devops/rules/own.yml';
const rules = `rules:
  - id: no-legacy
    message: The legacy module is not used here.
    severity: high
    languages: [javascript]
    pattern: legacy.encrypt($X)
`;

describe('own rules of a repository', () => {
  it('are those of the default branch, and a change cannot take them away', async () => {
    const scenario = openPullRequest(product, {
      base: { [path]: rules },
      files: { [path]: 'rules:\n  - id: other\n', 'src/a.ts': 'legacy.encrypt(a);\n' },
    });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('failure');
    const body = botComments(scenario.repository)[0]?.body ?? '';
    expect(body).toContain('custom/no-legacy');
    expect(body).toContain('devops-config');
  });

  it('that a change brings are checked, not used', async () => {
    const scenario = openPullRequest(product, {
      files: { [path]: rules, 'src/a.ts': 'legacy.encrypt(a);\n' },
    });
    expect((await review(product, scenario)).fields.conclusion).toBe('success');
  });

  it('that cannot be used are told about', async () => {
    const scenario = openPullRequest(product, {
      base: { [path]: rules.replace('legacy.encrypt($X)', '"if if"') },
      files: { 'src/a.ts': 'legacy.encrypt(a);\n', 'run.yml': 'password: example\n' },
    });
    const check = await review(product, scenario);
    expect(JSON.stringify(check.fields)).toContain('An own rule is not used');
  });
});

describe('a comment that asks to ignore a finding', () => {
  const ignored = '// devops: ignore[custom/no-legacy] known';

  it('counts when the base has it, and the finding is counted', async () => {
    const base = `${ignored}\nlegacy.encrypt(a);\n`;
    const scenario = openPullRequest(product, {
      base: { [path]: rules, 'src/a.ts': base },
      files: { 'src/a.ts': base.replace('(a)', '(b)') },
    });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('success');
    expect(JSON.stringify(check.fields)).toContain('1 not shown');
  });

  it('does not count when the change brings it', async () => {
    const scenario = openPullRequest(product, {
      base: { [path]: rules, 'src/a.ts': 'x();\n' },
      files: { 'src/a.ts': `${ignored}\nlegacy.encrypt(a);\n` },
    });
    expect((await review(product, scenario)).fields.conclusion).toBe('failure');
  });
});
