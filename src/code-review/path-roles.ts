/** What a path is for, by the conventions of languages and tools. */

const testPath =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|e2e|testdata|fixtures|__mocks__|__fixtures__)\/|(?:[._-](?:test|spec|e2e|cy)\.[cm]?[jt]sx?|(?:^|\/)test_[^/]+\.py|_test\.(?:py|go|rb|exs?|dart|cc|cpp)|(?:^|\/)conftest\.py|_spec\.rb|(?:Tests?|IT|Spec)\.(?:java|kt|cs|scala|swift))$/;

const documentPath = /\.(?:md|mdx|markdown|rst|adoc|txt)$/i;

const generatedPath =
  /(?:^|\/)(?:dist|build|out|vendor|node_modules|third_party|generated|__generated__|\.yarn)\/|\.min\.(?:js|css)$|\.(?:pb|generated|gen)\.[a-z]+$|_pb2(?:_grpc)?\.pyi?$|\.pb\.go$|\.snap$|\.map$/;

/** Programs that talk to whoever started them. */
const toolPath =
  /(?:^|\/)(?:bin|cli|cmd|scripts?|tools?|examples?|samples?|demos?|bench(?:marks?)?|docs?|hack|\.github)\/|(?:^|\/)(?:cli|main|manage|setup|conftest|gulpfile|gruntfile)\.[a-z]+$|\.config\.[cm]?[jt]s$/i;

/** Code whose behaviour tests are about. */
const sourcePath = /\.(?:[cm]?[jt]sx?|py|go|java|kt|rb|cs|rs|php|scala|swift|ex)$/;

/** A test, or something only tests use. */
export function isTestPath(path: string): boolean {
  return testPath.test(path);
}

/** A text for people. */
export function isDocumentPath(path: string): boolean {
  return documentPath.test(path) && !/(?:^|\/)(?:requirements[^/]*|robots)\.txt$/i.test(path);
}

/** Written by a tool, or by somebody else. */
export function isGeneratedPath(path: string): boolean {
  return generatedPath.test(path);
}

/** A program for the terminal, or an example. */
export function isToolPath(path: string): boolean {
  return toolPath.test(path);
}

/** Code that people wrote and that is no test. */
export function isSourcePath(path: string): boolean {
  return sourcePath.test(path) && !path.endsWith('.d.ts') && !isTestPath(path) && !isGeneratedPath(path);
}

/** The folder of a path, empty for the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
