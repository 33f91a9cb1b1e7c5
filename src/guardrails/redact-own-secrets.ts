/** Stands for a text that carries a secret of the process: a masked piece of it would still be a piece. */
const withheld = '«withheld: carries a secret of the server»';

/** A redactor that also knows the process's own secrets, in whatever form a text carries them. */
export function withOwnSecrets(
  redact: (path: string, text: string) => string,
  findSecrets: (text: string) => readonly string[],
): (path: string, text: string) => string {
  return (path, text) => (findSecrets(text).length > 0 ? withheld : redact(path, text));
}
