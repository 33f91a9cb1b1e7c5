import type { FrameworkModel } from '../engine/model.ts';

const locations = [
  'location',
  'window.location',
  'document.location',
  'self.location',
  'globalThis.location',
  'top.location',
];

/** What a page's address, opener and messages bring into the browser (html.spec.whatwg.org). */
export const browser: FrameworkModel = {
  language: 'javascript',
  sources: [
    {
      refs: locations.flatMap(name =>
        ['hash', 'search', 'href', 'pathname', 'toString()'].map(part => `${name}.${part}`),
      ),
      label: 'the page address',
    },
    {
      refs: ['document.URL', 'document.documentURI', 'document.referrer', 'document.baseURI'],
      label: 'the page address',
    },
    { refs: ['window.name', 'document.cookie'], label: 'browser data that others can set' },
    { refs: ['browser.message.data'], label: 'a message from another window' },
  ],
  entry({ passedTo }) {
    const type = passedTo?.arg(0)?.constant;
    return passedTo?.method === 'addEventListener' && type === 'message'
      ? [{ ref: 'browser.message' }]
      : undefined;
  },
};
