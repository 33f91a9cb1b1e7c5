import { z } from 'zod';

export const documentName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{3,128}$/, 'the name of a document')
  .describe('Name of the document.');
