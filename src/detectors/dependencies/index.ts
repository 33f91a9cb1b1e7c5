import type { Detector } from '../../contracts/detector.ts';
import { dependencyAlias } from './dependency-alias.ts';
import { dependencyAnyVersion } from './dependency-any-version.ts';
import { dependencyConfusion } from './dependency-confusion.ts';
import { dependencyDowngrade } from './dependency-downgrade.ts';
import { dependencyForeignRegistry } from './dependency-foreign-registry.ts';
import { dependencyInsecureTransport } from './dependency-insecure-transport.ts';
import { dependencyInstallScript } from './dependency-install-script.ts';
import { dependencyIntegrityChanged } from './dependency-integrity-changed.ts';
import { dependencyIntegrityMissing } from './dependency-integrity-missing.ts';
import { dependencyMutableSource } from './dependency-mutable-source.ts';
import { dependencyReplaced } from './dependency-replaced.ts';
import { dependencySourceChanged } from './dependency-source-changed.ts';
import { dependencyTyposquat } from './dependency-typosquat.ts';
import { lockFileWithoutManifest } from './lock-file-without-manifest.ts';

/** The rules of this family; a test proves that this and the folder agree. */
export const dependencyDetectors: readonly Detector[] = [
  dependencyAlias,
  dependencyAnyVersion,
  dependencyConfusion,
  dependencyDowngrade,
  dependencyForeignRegistry,
  dependencyInsecureTransport,
  dependencyInstallScript,
  dependencyIntegrityChanged,
  dependencyIntegrityMissing,
  dependencyMutableSource,
  dependencyReplaced,
  dependencySourceChanged,
  dependencyTyposquat,
  lockFileWithoutManifest,
];
