/** The number that a literal of Go or Java stands for: decimal, hexadecimal, octal (`0644`, `0o644`), binary. */
export function numberOf(text: string): number {
  const plain = text.replace(/_/g, '');
  const digits = /^0[xXbBoO]/.test(plain) ? plain.replace(/[lL]$/, '') : plain.replace(/[lLfFdD]$/, '');
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return Number(digits);
}
