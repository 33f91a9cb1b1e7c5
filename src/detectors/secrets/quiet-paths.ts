/** Files that machines write: locks, bundles, source maps, pictures, recorded snapshots, word lists. */
const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|pdm\.lock|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|conan\.lock|pubspec\.lock|paket\.lock|checksums?\.txt|SHA\d+SUMS)$|\.(?:map|svg|min\.(?:js|mjs|cjs|css)|bundle\.js|snap|po|pot|xlf|xliff|csv|tsv|pem\.pub|pub|crt|cer|woff2?|ipynb\.html)$/i;

/** Code that is never deployed: its secrets are most often made up. */
const tests =
  /(?:^|\/)(?:tests?|testing|__tests__|specs?|e2e|fixtures?|__fixtures__|__mocks__|mocks?|testdata|test-data|examples?|samples?|demos?|docs?|documentation|locales?|i18n|translations?)\/|[._-](?:test|spec|mock|fixture|stories|e2e)s?\.[a-z]{1,5}$|(?:^|\/)test_[^/]*\.py$|_test\.(?:go|py|rb|exs?|dart)$|Tests?\.(?:java|kt|cs|scala|swift)$|\.(?:example|sample|template|tmpl|dist)$/i;

/** Longest mean line of text that a person writes, characters. */
const longestMeanLine = 400;

/** True where a guess (a name and a random value) would be noise: generated files, tests, minified text. */
export function isQuietPath(path: string): boolean {
  return generated.test(path) || tests.test(path);
}

/** True for text without the line breaks that people make. */
export function isMinified(text: string): boolean {
  if (text.length < 4 * longestMeanLine) return false;
  let lines = 1;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) lines++;
  return text.length / lines > longestMeanLine;
}

/** Files in which an unquoted value is a literal rather than an expression. */
const data =
  /(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*|Containerfile|\.?npmrc|\.?pypirc|credentials)$|\.(?:ya?ml|json|toml|ini|cfg|conf|config|properties|xml|env|sh|bash|zsh|ps1|dockerfile)$/i;

/** True for configuration and scripts, where values stand without quotes. */
export function isDataPath(path: string): boolean {
  return data.test(path);
}
