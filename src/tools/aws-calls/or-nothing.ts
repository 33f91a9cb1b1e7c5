/** Awaits an answer that AWS gives as an error when there is nothing: undefined for errors of these names. */
export async function orNothing<T>(answer: Promise<T>, ...names: readonly string[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}
