import { defineSecret } from './define-secret.ts';

export const pypiToken = defineSecret({
  id: 'pypi-token',
  provider: 'PyPI',
  kind: 'API token',
  formats: ['pypi-AgEIcHlwaS5vcmc{base64url:50+}', 'pypi-AgENdGVzdC5weXBpLm9yZw{base64url:50+}'],
  can: 'publish releases of the packages it covers',
  revoke: 'at pypi.org/manage/account/token',
  references: ['https://pypi.org/help/#apitoken'],
});
