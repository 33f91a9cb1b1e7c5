import type { Detector } from '../../contracts/detector.ts';
import { codeInjection } from './code-injection.ts';
import { commandInjection } from './command-injection.ts';
import { createCodeDetectors } from './define-code-rule.ts';
import { frameworks } from './frameworks/index.ts';
import { insecureRandomness } from './insecure-randomness.ts';
import { openRedirect } from './open-redirect.ts';
import { pathTraversal } from './path-traversal.ts';
import { sqlInjection } from './sql-injection.ts';
import { ssrf } from './ssrf.ts';
import { tlsVerificationDisabled } from './tls-verification-disabled.ts';
import { unsafeDeserialization } from './unsafe-deserialization.ts';
import { weakCipherUse } from './weak-cipher.ts';
import { weakHash } from './weak-hash.ts';
import { xss } from './xss.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const codeDetectors: readonly Detector[] = createCodeDetectors(
  [
    codeInjection,
    commandInjection,
    insecureRandomness,
    openRedirect,
    pathTraversal,
    sqlInjection,
    ssrf,
    tlsVerificationDisabled,
    unsafeDeserialization,
    weakCipherUse,
    weakHash,
    xss,
  ],
  frameworks,
);
