import { isPlaceholder } from './placeholder.ts';

/** Passwords of tutorials, defaults of images, and names of things that stand where a password would. */
const weakWords =
  /^[<[{(%$]|[>\]})%]$|^(?:my|the|a|some|your|db|app|new|old)?[-_ ]?(?:pass(?:w(?:or)?d|phrase)?|pwd|pw|secret|token|api[-_]?key|key|user(?:name)?|admin|root|guest|test(?:ing|user)?|demo|foo|bar|baz|login|postgres|mysql|mongo|redis|rabbitmq|none|null|undefined|true|false|string|value|hidden|default|dev|local|abc|qwerty|letmein|hello|world|x+|y+|z+|\*+)(?:[-_]?(?:pass(?:w(?:or)?d)?|secret|token|here|value|\d{1,4}))?[!]?$/i;

/** False for a default, a tutorial's password, a placeholder, or a template that is filled in later. */
export function isRealPassword(password: string): boolean {
  return !weakWords.test(password) && !isTemplate(password) && !isPlaceholder(password);
}

/** Hosts that exist only on the developer's machine or in documentation (RFC 2606, RFC 6761). */
const unreachableHosts =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|example\b|(?:[\w-]+\.){0,4}(?:example|test|invalid|localhost|local)(?:[:/.]|$)|(?:[\w-]+\.){0,4}example\.(?:com|org|net)|host(?:name)?(?:[:/]|$)|server(?:[:/]|$)|domain\b|foo\b|bar\b)/i;

/** True for hosts that nobody else can reach. */
export function isUnreachableHost(host: string): boolean {
  return unreachableHosts.test(host);
}

/** `${PASSWORD}`, `{{ password }}`, `$(cat file)`, `%s`, `<password>`, `$PASSWORD`: filled in later. */
export function isTemplate(value: string): boolean {
  return /\$[{(]|^\$\w|\{\{|\{[A-Za-z_.$ ]{0,60}\}|\{\d\}|%[sdv(]|<[\w -]{1,60}>|\[[A-Z_ -]{3,40}\]|^%\w+%$|^#\{|^@/.test(
    value,
  );
}
