import type { Recognition } from '../clue.ts';
import { bundlers } from './bundlers.ts';
import { go } from './go.ts';
import { infrastructure } from './infrastructure.ts';
import { javascript } from './javascript.ts';
import { javascriptTests } from './javascript-tests.ts';
import { jsonReports } from './json-reports.ts';
import { jvm } from './jvm.ts';
import { linters } from './linters.ts';
import { machine } from './machine.ts';
import { native } from './native.ts';
import { otherTests } from './other-tests.ts';
import { packages } from './packages.ts';
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
  ...native,
  ...jvm,
  ...otherTests,
  ...jsonReports,
  ...linters,
  ...packages,
  ...infrastructure,
  ...machine,
];
