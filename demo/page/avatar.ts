import { type Html, html } from './html.ts';

/** Background colours dark enough for white initials (contrast at least 4.5). */
const colours = ['#0969da', '#1a7f37', '#8250df', '#bc4c00', '#bf3989', '#6639ba', '#57606a'];

/** An account's picture made of its initials; bots get a square one, as on GitHub. */
export function avatar(login: string, size: number): Html {
  const name = login.replace(/\[bot\]$/, '');
  const initials = name
    .split('-')
    .map(word => word[0]?.toUpperCase() ?? '')
    .join('')
    .slice(0, 2);
  const sum = Array.from(name).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const radius = login === name ? 20 : 9;
  return html`<svg class="avatar" width="${size}" height="${size}" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="${radius}" fill="${colours[sum % colours.length] ?? ''}"/><text x="20" y="26" text-anchor="middle" font-size="16" font-weight="600" fill="#fff">${initials}</text></svg>`;
}
