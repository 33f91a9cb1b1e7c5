import type { Detector } from '../../contracts/detector.ts';
import { githubToken } from './github-token.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const secretDetectors: readonly Detector[] = [githubToken];
