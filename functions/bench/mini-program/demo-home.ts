import { readFile } from 'node:fs/promises'
import type { PersonId } from '@anjiao/shared/ids'
import type { Server } from '../../../miniapp/harness/network.ts'
import { apiHandler } from '../../src/handlers/api.ts'
import { signAccessToken } from '../../src/identity/session/access-token.ts'
import { sampleRoll } from '../../src/local/checkout.ts'
import { fillBillsAndOrders } from '../books/bills-and-orders.ts'
import { apiEvent } from '../harness/gateway-events.ts'
import type { Bench } from '../harness/scenario.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'

/** A home with a long history, and somebody who owns it and is staff, for the pages to show. */
export interface DemoHome {
  /** The address of a page, with every parameter that any page reads. */
  readonly address: (page: string) => string
  /** The API as it is deployed, on a database of its own. */
  readonly server: Server
  readonly token: string
  readonly close: () => Promise<void>
}

const months = 60

export async function demoHome(bench: Bench): Promise<DemoHome> {
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const database = await server.prepare('demo_home', async (client) => {
    const homes = { communities: 1, households: 200, merchant }
    await fillBillsAndOrders(client, { ...homes, paidMonths: months, openMonths: months })
    await client.query(`
      insert into staff (community_id, person_id, name, roles) values (1, 1, '林会计', '{administrator}');
      update payment_attempt set next_query_at = '2999-01-01' where next_query_at is not null`)
  })
  const world = benchWorld(environmentOf(database.appUrl, merchant), 4)
  const api = apiHandler(world)
  const token = await signAccessToken(world, {
    personId: 1 as PersonId,
    appid: merchant.appid,
    openid: 'openid-1',
    family: '00000000-0000-4000-8000-000000000000',
  })
  const demoServer: Server = async ({ method, path, header, body }) => {
    const reply = await api(apiEvent(method, path, header, body), {})
    const { statusCode, body: text = '' } = reply as { statusCode: number; body?: string }
    return { status: statusCode, body: text === '' ? undefined : JSON.parse(text) }
  }
  const rollId = await uploadRoll(demoServer, token)
  const query = `community=1&household=1&charge=${months + 1}&attempt=${months}&roll=${rollId}`
  return {
    address: (page) => `/${page}?${query}`,
    server: demoServer,
    token,
    async close() {
      await world.database.close()
      await server.drop(database)
    },
  }
}

/** The sample company's roll, rejected rows and all. */
async function uploadRoll(server: Server, token: string): Promise<number> {
  const { status, body } = await server({
    method: 'POST',
    origin: '',
    path: '/v1/staff/communities/1/rolls?fileName=sunshine-garden.xlsx',
    header: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': 'bench-roll',
    },
    body: await readFile(sampleRoll),
  })
  if (status !== 200) throw new Error(`the sample roll was answered ${status} ${JSON.stringify(body)}`)
  return (body as { id: number }).id
}
