import { describe, expect, it } from 'vitest';
import { detectors } from '../../src/detectors/index.ts';
import { createSecretRedactor } from '../../src/guardrails/redact-secrets.ts';

const redact = createSecretRedactor(detectors);
const secretRules = detectors.filter(({ meta }) => meta.family === 'secrets');

describe('the secret redactor', () => {
  it('leaves a text without secrets as it is, whatever its path', () => {
    const text = 'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n';
    for (const path of ['.github/workflows/ci.yml', 'src/a.ts', 'README.md'])
      expect(redact(path, text)).toBe(text);
  });

  it.each(secretRules.map(({ meta }) => ({ id: meta.id, example: meta.examples.bad[0] })))(
    'masks what $id finds',
    ({ example }) => {
      const { path, text } = example ?? { path: '', text: '' };
      const redacted = redact(path, text);
      expect(redacted).toContain('«masked»');
      expect(redacted).not.toBe(text);
    },
  );
});
