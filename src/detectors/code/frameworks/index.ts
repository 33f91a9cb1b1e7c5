import type { FrameworkModel } from '../engine/model.ts';
import { browser } from './browser.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { flask } from './flask.ts';
import { go } from './go.ts';
import { goWeb } from './go-web.ts';
import { hono } from './hono.ts';
import { httpServer } from './http-server.ts';
import { java } from './java.ts';
import { koa } from './koa.ts';
import { nest } from './nest.ts';
import { netHttp } from './net-http.ts';
import { next } from './next.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { servlet } from './servlet.ts';
import { spring } from './spring.ts';
import { tornado } from './tornado.ts';

/** Every framework model; the first whose `entry` knows a function decides its parameters. */
export const frameworks: readonly FrameworkModel[] = [
  nest,
  next,
  express,
  koa,
  hono,
  browser,
  node,
  flask,
  fastapi,
  httpServer,
  tornado,
  django,
  python,
  netHttp,
  goWeb,
  go,
  spring,
  servlet,
  java,
];
