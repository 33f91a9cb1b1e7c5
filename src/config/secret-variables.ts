/** Names of variables that hold secrets; those of tools do by their beginning, apart from the hosts they may go to. */
const secretName =
  /^DEVOPS_TOOL_(?!.*HOSTS?$)|(?:TOKEN|SECRET|PASSWORD|PRIVATE_KEY|API_KEY|ACCESS_KEY|ENCRYPTION_KEY)$/;

/** The secrets of an environment, by the names of its variables: what must never leave the process. */
export function secretVariables(
  variables: Readonly<Record<string, string | undefined>>,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    value !== undefined && value !== '' && secretName.test(name) ? [{ name, value }] : [],
  );
}
