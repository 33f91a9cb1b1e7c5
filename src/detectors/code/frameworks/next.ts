import type { Parameter } from '../engine/ir.ts';
import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

/**
 * Next.js route handlers, server components and server actions (nextjs.org/docs/app/api-reference), and the loaders of
 * React Router, Remix, SvelteKit and Astro.
 */
export const next: FrameworkModel = {
  language: 'javascript',
  sources: [
    {
      refs: [
        'json()',
        'text()',
        'formData()',
        'nextUrl',
        'url',
        'headers',
        'cookies',
        'body',
        'query',
        'arrayBuffer()',
        'blob()',
      ].map(name => `next.request.${name}`),
      label: 'an HTTP request value',
    },
    {
      refs: [
        'next/headers.headers()',
        'next/headers.cookies()',
        'next/navigation.useSearchParams()',
        'next/navigation.useParams()',
        'next/router.useRouter().query',
        'react-router-dom.useParams()',
        'react-router-dom.useSearchParams()',
        'next.context.params',
        'next.context.query',
        'next.context.req',
        'next.context.searchParams',
        ...['params', 'searchParams', 'url', 'cookies', 'request.url'].map(
          name => `loader.arguments.${name}`,
        ),
      ],
      label: 'an HTTP request value',
    },
  ],
  aliases: { 'next.context.res': 'express.response', 'loader.arguments.request': 'next.request' },
  entry({ code, passedTo }) {
    const [first, second] = code.parameters;
    if (first === undefined) return undefined;
    const isHandler =
      /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|middleware)$/.test(code.name) ||
      // Workers export `fetch`; Deno and Bun are given a function.
      (/^req(?:uest)?$/.test(first.name) && (code.name === 'fetch' || passedTo?.method === 'serve'));
    if (/^NextRequest\b/.test(first.annotation) || isHandler)
      return second === undefined ? [request] : [request, context];
    if (
      code.name === 'getServerSideProps' ||
      code.name === 'getInitialProps' ||
      first.annotation.startsWith('GetServerSidePropsContext')
    )
      return [context];
    if (isPage(code.exported, first)) return [context];
    if (
      /^(?:Loader|Action|ClientLoader|ClientAction)(?:Function)?Args\b|^(?:Route\.)?(?:Loader|Action)Args\b|^RequestEvent\b|^APIContext\b/.test(
        first.annotation,
      ) ||
      (/^(?:loader|action|load)$/.test(code.name) && hasField(first, /^(?:request|params|url)$/))
    )
      return [{ ref: 'loader.arguments' }];
    if (/^FormData\b/.test(first.annotation)) return [{ label: 'a submitted form' }];
    return undefined;
  },
};

const request: ParameterModel = { ref: 'next.request' };
const context: ParameterModel = { ref: 'next.context' };

/** A server component is given the parts of the address, in the newest versions as promises. */
function isPage(exported: boolean, first: Parameter): boolean {
  return (
    /\b(?:searchParams|params)\??\s*:|^PageProps\b/.test(first.annotation) ||
    (exported && hasField(first, /^searchParams$/))
  );
}

function hasField({ target }: Parameter, name: RegExp): boolean {
  return target.kind === 'fields' && target.fields.some(({ key }) => key !== undefined && name.test(key));
}
