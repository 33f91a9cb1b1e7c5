import { expect, it } from 'vitest';
import { cvssSeverity } from '../../src/clients/cvss.ts';

// Base scores of the examples of FIRST's own document (first.org/cvss/v3.1/examples).
it.each([
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'critical'], // 9.8
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 'medium'], // 6.4
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 'low'], // 3.1
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 'high'], // 7.5
  ['CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 'info'],
  ['CVSS:4.0/AV:N', undefined],
  ['CVSS:3.1/AV:N', undefined],
])('%s is %s', (vector, severity) => {
  expect(cvssSeverity(vector)).toBe(severity);
});
