import { z } from 'zod';

const name = /^[A-Za-z0-9_-]{1,255}$/;

/** By name: an ARN would carry a region of its own. */
export const cluster = z.string().regex(name, 'the name of a cluster').describe('Name of the cluster.');
export const service = z.string().regex(name, 'the name of a service').describe('Name of the service.');
