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

/** Keys of models and of what is stored: nothing that this process starts has a use for them. */
const ownSecretName = /(?:API_KEY|ENCRYPTION_KEY)$|^HF_TOKEN$/;

/** Takes them out of an environment that children inherit; call it after it was copied. */
export function withholdOwnSecrets(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) {
    if (ownSecretName.test(name)) delete environment[name];
  }
}
