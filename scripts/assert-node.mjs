// npm scripts must run on the Node that the lockfile pins; `--ignore-scripts` silently falls back to the
// machine's own, and then every later failure points at the wrong thing.
const required = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major !== required) {
  console.error(
    `This project builds and tests on Node ${required}, but npm scripts run on ${process.version}.\n` +
      'Run `npm ci` without --ignore-scripts (the devDependency "node" installs the right one), then try again.',
  );
  process.exit(1);
}
