import { expect, it } from 'vitest'
import { givenCommunity } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { World } from '../context.ts'
import { logTo } from '../log.ts'
import { once } from './idempotency.ts'

const { world: bare } = await testWorld()
const reader = await (await givenCommunity(bare)).person()

it('what is done stays done when its reply cannot be kept: it is answered, and the key is not free again', async () => {
  const lines: string[] = []
  let gone = false
  const world: World = {
    ...bare,
    log: logTo((line) => lines.push(line)),
    database: {
      ...bare.database,
      transaction: (scope, work) =>
        gone ? Promise.reject(new Error('the connection is gone')) : bare.database.transaction(scope, work),
    },
  }
  const intention = { personId: reader.personId, key: 'one', route: 'POST /v1/bell', body: {} }
  const ring = () => {
    gone = true
    return Promise.resolve({ rung: true })
  }
  expect(await once(world, intention, ring)).toEqual({ rung: true })
  expect(lines.join()).toContain('a reply was not kept for a repeat')
  gone = false
  await expect(once(world, intention, ring)).rejects.toMatchObject({ code: 'still-working' })
})
