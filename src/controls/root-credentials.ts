/** Whether the root user can sign in at all: organisations can take its password and keys away. Unknown counts as yes. */
export function hasRootCredentials(summary: Readonly<Record<string, number>>): boolean {
  return summary['AccountPasswordPresent'] !== 0 || summary['AccountAccessKeysPresent'] !== 0;
}
