import type { Detector } from '../../contracts/detector.ts';
import { encodedSecret } from './encoded-secret.ts';
import { genericSecret } from './generic-secret.ts';
import { providerSecrets } from './provider-secrets.ts';
import { splitSecret } from './split-secret.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const secretDetectors: readonly Detector[] = [
  ...providerSecrets,
  encodedSecret,
  genericSecret,
  splitSecret,
];
