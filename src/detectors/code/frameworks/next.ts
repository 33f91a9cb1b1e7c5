import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

/** Next.js route handlers, server components and server actions (nextjs.org/docs/app/api-reference). */
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
      ],
      label: 'an HTTP request value',
    },
  ],
  aliases: { 'next.context.res': 'express.response' },
  entry({ code }) {
    const [first, second] = code.parameters;
    if (first === undefined) return undefined;
    const isHandler = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|middleware)$/.test(code.name);
    if (/^NextRequest\b/.test(first.annotation) || isHandler)
      return second === undefined ? [request] : [request, context];
    if (
      code.name === 'getServerSideProps' ||
      code.name === 'getInitialProps' ||
      first.annotation.startsWith('GetServerSidePropsContext')
    )
      return [context];
    if (/^FormData\b/.test(first.annotation)) return [{ label: 'a submitted form' }];
    return undefined;
  },
};

const request: ParameterModel = { ref: 'next.request' };
const context: ParameterModel = { ref: 'next.context' };
