/** Largest file that is looked at, bytes. */
const maxBytes = 1_048_576;
/** Lock files are long in large repositories, and quickly read for their size. */
const maxLockFileBytes = 8_388_608;

const lockFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|(?:poetry|uv|pdm|Pipfile|Cargo|Gemfile)\.lock|gems\.locked|go\.sum|(?:buildscript-)?gradle\.lockfile)$/;

/** Largest file of a path that is looked at, bytes of UTF-8; default of `AnalysisOptions.maxFileBytes`. */
export function largestFileBytes(path: string): number {
  return lockFile.test(path) ? maxLockFileBytes : maxBytes;
}
