/** What kind of secret a name announces. */
export type SecretKind = 'password' | 'token';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const passwordWords = wordSet('password passwd passphrase pwd passw pass passcode dbpassword userpassword');
const tokenWords = wordSet(
  `secret secrets token credential credentials bearer authorization apikey apitoken apisecret authtoken authkey
  accesstoken accesskey refreshtoken bottoken secretkey privatekey clientsecret appsecret appkey sharedkey
  subscriptionkey encryptionkey signingkey licensekey`,
);
/** `key` says nothing alone; behind one of these it does. */
const keyQualifiers = wordSet(
  `api access secret private auth encryption signing master service account shared license licence app application
  client subscription admin storage crypto crypt aes hmac jwt session cookie write server functions rest rpc cipher
  deploy`,
);
/** Words that may follow without changing what the name means. */
const harmlessSuffixes = wordSet(
  `value prod production dev development staging stage live test sandbox default env str string text plain raw base
  b hex encoded old new secondary v qa uat const var key header bearer here main root admin local`,
);
/** Words that make the whole name harmless, wherever they stand. */
const harmlessWords = wordSet(
  `public pub csrf xsrf authenticity forgery antiforgery nonce publishable idempotency keyword cancellation cancel
  translation locale lexer parser tokenizer syntax separator delimiter css sort partition primary foreign cache
  checksum digest sha md hash hashed fingerprint commit revision integrity encrypted sealed mask masked regex
  regexp pattern vault`,
);
/** Words before `token` that make it a place in a list or the number of an attempt. */
const placeWords = wordSet('next continuation pagination starting resume sync idempotent');
/** Words by which a name says that its value is none: test doubles and counter-examples. */
const doubleWords = wordSet(
  'non not wrong invalid fake bad bogus dummy mock mocked stub example sample placeholder unused mismatched',
);

/** The kind of secret that a left side such as `clientSecret` or `apiToken string` announces, if any. */
export function secretKindOf(name: string): SecretKind | undefined {
  for (const part of name.split(/[\s:]+/)) {
    const kind = kindOfWords(wordsOf(part));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** `clientSecretValue`, `CLIENT_SECRET`, `client-secret` → `client`, `secret`, `value`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '');
}

function kindOfWords(words: readonly string[]): SecretKind | undefined {
  if (words.some(word => harmlessWords.has(word) || doubleWords.has(word))) return undefined;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index] ?? '';
    if (passwordWords.has(word)) return 'password';
    if (word === 'token' && placeWords.has(words[index - 1] ?? '')) return undefined;
    if (tokenWords.has(word)) return 'token';
    if (word === 'key' && keyQualifiers.has(words[index - 1] ?? '')) return 'token';
    if (!harmlessSuffixes.has(word)) return undefined;
  }
  return undefined;
}
