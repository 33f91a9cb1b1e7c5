/** Documents of AWS whose parameter is a program; what is put in would be run. */
const scriptDocuments =
  /^AWS-(?:Run(?:Shell|PowerShell)Script|RunRemoteScript|RunDocument|RunAnsiblePlaybook|ApplyAnsiblePlaybooks|RunSaltState|InstallPowerShellModule|ApplyChefRecipes)$/;
/** Parameters that hold a program in any document. */
const scriptParameter = /^(?:commands?|scripts?|source-?info|run-?commands?|playbook\w*)$/i;

/**
 * Whether a document of Systems Manager runs whatever it is given, and in which parameter. Nothing here sends such
 * documents, neither deployments nor tools.
 *
 * @param parameters Names of the parameters that it declares.
 */
export function runsScripts(
  name: string,
  parameters: readonly string[],
): { readonly parameter: string | undefined } | undefined {
  const parameter = parameters.find(one => scriptParameter.test(one));
  const shortName = name.split('/').at(-1) ?? name;
  return scriptDocuments.test(shortName) || parameter !== undefined ? { parameter } : undefined;
}
