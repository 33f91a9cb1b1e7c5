/** Oldest Node that has what the product uses (`node:sqlite` without a flag), as in `engines`. */
const required = { major: 22, minor: 20 };

/** Ends the process with a sentence instead of a missing-module error when Node is too old. Called before any import. */
export function assertNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > required.major || (major === required.major && minor >= required.minor)) return;
  process.stderr.write(
    `Agentic DevOps needs Node ${required.major}.${required.minor} or newer; this is ${version}.\n`,
  );
  process.exit(1);
}
