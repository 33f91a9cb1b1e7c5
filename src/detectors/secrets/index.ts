import type { Detector } from '../../contracts/detector.ts';
import { genericSecret } from './generic-secret.ts';
import { providerSecrets } from './provider-secrets.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const secretDetectors: readonly Detector[] = [...providerSecrets, genericSecret];
