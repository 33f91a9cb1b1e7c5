import { callsPerEvent, renderCalls } from '../test/server/calls-per-event.ts';
import { startProduct } from '../test/server/start-product.ts';

/** Requests to GitHub for each event and command, counted by the stand-in. */
export async function calls(): Promise<object> {
  const product = await startProduct();
  try {
    const counted = await callsPerEvent(product);
    console.log(renderCalls(counted));
    return Object.fromEntries(
      counted.map(({ event, operations }) => [event, { count: operations.length, operations }]),
    );
  } finally {
    await product.close();
  }
}
