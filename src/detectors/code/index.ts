import type { Detector } from '../../contracts/detector.ts';
import { codeInjection } from './code-injection.ts';
import { commandInjection } from './command-injection.ts';
import { constantNonce } from './constant-nonce.ts';
import { dangerousFilePermissions } from './dangerous-file-permissions.ts';
import { debugMode } from './debug-mode.ts';
import { createCodeDetectors } from './define-code-rule.ts';
import { frameworks } from './frameworks/index.ts';
import { hardcodedCredentials } from './hardcoded-credentials.ts';
import { headerInjection } from './header-injection.ts';
import { insecureCookie } from './insecure-cookie.ts';
import { insecureRandomness } from './insecure-randomness.ts';
import { jwtMisuse } from './jwt-misuse.ts';
import { ldapInjection } from './ldap-injection.ts';
import { logInjection } from './log-injection.ts';
import { massAssignment } from './mass-assignment.ts';
import { missingAuthentication } from './missing-authentication.ts';
import { nosqlInjection } from './nosql-injection.ts';
import { openRedirect } from './open-redirect.ts';
import { pathTraversal } from './path-traversal.ts';
import { permissiveCors } from './permissive-cors.ts';
import { prototypePollution } from './prototype-pollution.ts';
import { redos } from './redos.ts';
import { regexInjection } from './regex-injection.ts';
import { serverSideTemplateInjection } from './server-side-template-injection.ts';
import { sqlInjection } from './sql-injection.ts';
import { ssrf } from './ssrf.ts';
import { tlsVerificationDisabled } from './tls-verification-disabled.ts';
import { unsafeDeserialization } from './unsafe-deserialization.ts';
import { weakCipherUse } from './weak-cipher.ts';
import { weakHash } from './weak-hash.ts';
import { weakKeySize } from './weak-key-size.ts';
import { xpathInjection } from './xpath-injection.ts';
import { xss } from './xss.ts';
import { xxe } from './xxe.ts';
import { zipSlip } from './zip-slip.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const codeDetectors: readonly Detector[] = createCodeDetectors(
  [
    codeInjection,
    commandInjection,
    constantNonce,
    dangerousFilePermissions,
    debugMode,
    hardcodedCredentials,
    headerInjection,
    insecureCookie,
    insecureRandomness,
    jwtMisuse,
    ldapInjection,
    logInjection,
    massAssignment,
    missingAuthentication,
    nosqlInjection,
    openRedirect,
    pathTraversal,
    permissiveCors,
    prototypePollution,
    redos,
    regexInjection,
    sqlInjection,
    ssrf,
    serverSideTemplateInjection,
    tlsVerificationDisabled,
    unsafeDeserialization,
    weakCipherUse,
    weakHash,
    weakKeySize,
    xpathInjection,
    xss,
    xxe,
    zipSlip,
  ],
  frameworks,
);
