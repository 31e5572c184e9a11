import { ensureBuilt } from './ensure-built.ts'

/** Tests read what the phone would get, so it is built from the sources they stand beside. */
export default async function setup(): Promise<void> {
  await ensureBuilt('weapp')
  await ensureBuilt('h5')
}
