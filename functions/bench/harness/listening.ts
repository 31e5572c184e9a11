import type { Server } from 'node:http'

/** What a server process is told. */
export interface NotifyServer {
  readonly environment: Record<string, string>
  readonly connections: number
}

/** Lets a server listen on a free port of this machine, and answers which. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  return address.port
}
