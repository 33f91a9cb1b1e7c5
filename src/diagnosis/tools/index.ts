import type { Recognition } from '../clue.ts';
import { bundlers } from './bundlers.ts';
import { functional } from './functional.ts';
import { go } from './go.ts';
import { infrastructure } from './infrastructure.ts';
import { javascript } from './javascript.ts';
import { javascriptTests } from './javascript-tests.ts';
import { jsonReports } from './json-reports.ts';
import { jvm } from './jvm.ts';
import { linters } from './linters.ts';
import { machine } from './machine.ts';
import { mobile } from './mobile.ts';
import { native } from './native.ts';
import { otherTests } from './other-tests.ts';
import { packages } from './packages.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';

/** Every program whose output is known. */
export const recognitions: readonly Recognition[] = [
  ...javascript,
  ...bundlers,
  ...javascriptTests,
  ...python,
  ...go,
  ...rust,
  ...mobile,
  ...functional,
  ...php,
  ...native,
  ...jvm,
  ...otherTests,
  ...jsonReports,
  ...linters,
  ...packages,
  ...infrastructure,
  ...machine,
];
