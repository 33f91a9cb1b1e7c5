import { z } from 'zod';
import { createRunEngine } from '../../../src/runs/engine/run-engine.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { createRunStore } from '../../../src/storage/run-store.ts';
import { quick } from './backend.ts';
import { dyingStore, dyingWorld } from './dying.ts';
import { carryOutExample, outsideWorld } from './outside-world.ts';
import { runRequest } from './run-requests.ts';

/** What a test tells this process, as JSON in its first argument. */
const instructionsSchema = z.object({
  location: z.union([z.object({ dataDir: z.string() }), z.object({ databaseUrl: z.string() })]),
  /** Ids to enqueue, one request at a time; each is printed on standard output once it is acknowledged. */
  enqueue: z.array(z.string()).default([]),
  /** As many more, named `delivery-0` and on. */
  deliveries: z.number().default(0),
  /** Directory of the outside world; without it no run is carried out. */
  world: z.string().optional(),
  leaseMs: z.number().default(60_000),
  /** Kills itself with SIGKILL at this boundary, counted from 1 over storage calls and effects. */
  dieAt: z.number().optional(),
});

const instructions = instructionsSchema.parse(JSON.parse(process.argv[2] ?? ''));
const database = await openDatabase(instructions.location, quick.logger);
let boundary = 0;
const pass = () => {
  boundary += 1;
  if (boundary === instructions.dieAt) process.kill(process.pid, 'SIGKILL');
};
const engine = createRunEngine({
  ...quick,
  runs: dyingStore(createRunStore(database), pass),
  leaseMs: instructions.leaseMs,
});
if (instructions.world !== undefined) {
  const world = dyingWorld(outsideWorld(instructions.world), pass);
  await engine.start(context => carryOutExample(context, world));
}
const deliveries = Array.from({ length: instructions.deliveries }, (_, index) => `delivery-${index}`);
await Promise.all(
  [...instructions.enqueue, ...deliveries].map(async id => {
    const [answer] = await engine.enqueue([runRequest(id)]);
    process.stdout.write(`${answer} ${id}\n`);
  }),
);
if (instructions.world === undefined) await database.close();
else process.stdout.write('working\n');
process.on('SIGTERM', () => {
  void engine.stop({ timeoutMs: 5_000 }).then(() => database.close());
});
