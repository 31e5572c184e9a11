import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulatedEnvironment } from '../src/local/emulated-environment.ts'
import { startEmulator } from '../src/local/emulator/index.ts'
import { startStorage } from '../src/local/storage/index.ts'
import { testWorld } from '../src/local/testing/world.ts'
import { bundle, bundleFunctions } from './bundle.ts'

const { appUrl } = await testWorld()
const emulator = await startEmulator()
const storage = await startStorage()
const folder = await mkdtemp(join(tmpdir(), 'anjiao-bundles-'))
beforeAll(() => bundleFunctions(folder))
afterAll(async () => {
  await emulator.close()
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

const environment = emulatedEnvironment(emulator, storage, {
  databaseUrl: appUrl,
  address: 'http://127.0.0.1:1',
  sessionSecret: 'a secret of thirty-two characters!',
  sealingKey: Buffer.alloc(32, 7).toString('base64'),
})

/** Calls a bundle as the cloud does: a process of its own, nothing beside it, the configuration in its environment. */
async function invoke(
  name: string,
  event: object | string,
  env: Record<string, string> = environment,
  file = 'index.js',
): Promise<unknown> {
  const script = join(folder, `${name}-caller.cjs`)
  await writeFile(
    script,
    `
    require('./${name}/${file}').handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 60000 })
      .then((answer) => { console.log('ANSWER' + JSON.stringify(answer)); process.exit(0) })`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...env, TZ: 'UTC' } })
  return JSON.parse(stdout.split('ANSWER')[1] ?? 'null')
}

const http = (method: string, path: string) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: {},
  isBase64Encoded: false,
  requestContext: { http: { method, path, sourceIp: '127.0.0.1' } },
})

describe('each bundle works alone', () => {
  it('api answers from the database', async () => {
    expect(await invoke('api', http('GET', '/v1/communities'))).toMatchObject({ statusCode: 200, body: '[]' })
  })

  it('wechatpay-notify refuses what is not signed', async () => {
    const path = `/wechatpay/notify/${emulator.merchant.mchid}`
    expect(await invoke('wechatpay-notify', http('POST', path))).toMatchObject({ statusCode: 401 })
    expect(await invoke('wechatpay-notify', http('POST', '/wechatpay/notify/1999999999'))).toMatchObject({
      statusCode: 404,
    })
  })

  it('wechat-events refuses what is not signed', async () => {
    expect(await invoke('wechat-events', http('GET', '/wechat/events'))).toMatchObject({ statusCode: 401 })
    expect(await invoke('wechat-events', http('POST', '/wechat/events'))).toMatchObject({ statusCode: 401 })
  })

  it('schedule does a task', async () => {
    expect(await invoke('schedule', { task: 'payment-sweep' })).toEqual({ task: 'payment-sweep', done: 0 })
  })

  it('jobs drains the queue', async () => {
    expect(await invoke('jobs', {})).toEqual({ done: 0 })
  })

  it('documents drains its queues, and sets a paper with what stands beside it', async () => {
    expect(await invoke('documents', {})).toEqual({ done: 0 })
    await bundle(
      join(import.meta.dirname, 'testing/set-a-paper.ts'),
      join(folder, 'documents/set-a-paper.js'),
    )
    const paper = await invoke('documents', '告知书', {}, 'set-a-paper.js')
    expect(paper).toMatchObject({ begins: '%PDF-', bytes: expect.any(Number) })
  })

  it('only documents carries the typesetter', async () => {
    await bundle(join(import.meta.dirname, 'testing/set-a-paper.ts'), join(folder, 'jobs/set-a-paper.js'))
    await expect(invoke('jobs', '告知书', {}, 'set-a-paper.js')).rejects.toThrow('typst-ts-node-compiler')
  })

  it('none starts in production with an emulator for WeChat', async () => {
    await expect(
      invoke('schedule', { task: 'audit' }, { ...environment, ANJIAO_MODE: 'production' }),
    ).rejects.toThrow('is not WeChat')
  })
})
