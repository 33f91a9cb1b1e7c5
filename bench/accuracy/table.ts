/** Prints rows under a header, columns padded to their widest cell; numbers stand to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [header, ...rows.map(row => row.map(String))];
  const widths = header.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)));
  const numeric = header.map((_, column) => rows.every(row => typeof row[column] === 'number'));
  for (const row of cells) {
    const line = row.map((cell, column) =>
      numeric[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(line.join('  ').trimEnd());
  }
}
