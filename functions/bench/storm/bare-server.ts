import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { bareReader } from '../crypto/bare.ts'
import { answer } from '../harness/in-process.ts'
import { listening, type NotifyServer } from '../harness/listening.ts'
import type { Merchant } from '../harness/merchant.ts'
import { settleByHand } from './settle-by-hand.ts'

/** The floor: node:http, verify, decrypt, the same SQL by hand. No other check, no log, no failure foreseen. */
answer(({ environment, connections, merchant }: NotifyServer & { readonly merchant: Merchant }) => {
  const read = bareReader(merchant)
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: connections })
  const server = createServer((request, response) => {
    void take(request).then(() => response.writeHead(204).end())
  })
  async function take(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const payment = read({ body: Buffer.concat(chunks), headers: request.headers })
    const client = await pool.connect()
    await settleByHand(client, merchant.mchid, payment)
    client.release()
  }
  return listening(server)
})
