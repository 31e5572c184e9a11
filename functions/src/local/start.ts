/** `npm start`: the whole system on this machine. `-- --fresh` begins anew. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createWorld, eventsPath } from '../handlers/world.ts'
import { readConfig } from '../platform/config.ts'
import { logTo } from '../platform/log.ts'
import { buildPages } from './build-pages.ts'
import { localFolder, pagesFolder } from './checkout.ts'
import { emulatedEnvironment } from './emulated-environment.ts'
import { startEmulator } from './emulator/index.ts'
import { keepTime } from './keep-time.ts'
import { openLocalDatabase } from './open-database.ts'
import { freePort } from './postgres/server.ts'
import { sampleCommunity } from './sample/sample-community.ts'
import { startServer } from './server.ts'
import { startStorage } from './storage/index.ts'

interface Kept {
  readonly sessionSecret: string
  readonly port: number
  readonly emulatorPort: number
  readonly storagePort: number
  readonly sealingKey: string
}

const say = (line: string) => console.log(line)

const settingsFile = join(localFolder, 'settings.json')
const running = await runningAddress(settingsFile)
if (running) {
  say(`安缴已经在运行：${running}`)
  process.exit(0)
}

if (process.argv.includes('--fresh')) await rm(localFolder, { recursive: true, force: true })
await mkdir(localFolder, { recursive: true })
say('正在准备页面（第一次约半分钟）……')
await buildPages()
const kept = await keep(settingsFile)

say('正在启动数据库……')
const database = await openLocalDatabase()
const emulator = await startEmulator({
  port: kept.emulatorPort,
  dir: join(localFolder, 'wechat'),
  merchantName: '阳光物业服务有限公司',
  pushUrl: `http://127.0.0.1:${kept.port}${eventsPath}`,
})
const storage = await startStorage({
  port: kept.storagePort,
  folder: join(localFolder, 'storage'),
  clock: emulator.clock,
})
const address = `http://127.0.0.1:${kept.port}`
const world = createWorld(
  readConfig(
    emulatedEnvironment(emulator, storage, {
      databaseUrl: database.appUrl,
      address,
      sessionSecret: kept.sessionSecret,
      sealingKey: kept.sealingKey,
    }),
  ),
  {
    clock: emulator.clock,
    connections: 10,
    log: logTo((line) => void writeFile(join(localFolder, 'log.jsonl'), `${line}\n`, { flag: 'a' })),
  },
)
say('正在导入示例小区的业主档案与欠费明细……')
const people = await sampleCommunity(world, emulator)
const stopTime = await keepTime(world, database.appUrl)
const server = await startServer(world, kept.port, pagesFolder)

say(`
安缴 Anjiao 已启动：${address}

  登录时从名单里任选一位：
${people.map(({ name, note }) => `  · ${name}  ${note}`).join('\n')}

  第一次登录，先按页面提示关联手机号（三步）。
  可以试试：选欠费的业主 → 首页“去缴费” → 在模拟收银台确认支付 → 看结果和账单。
           首页“一次缴不了？可以分期” → 签协议 → 缴第一期。
           选周经理 → 员工工作台 → 待办申请、分期、困难减免、缴费提醒。选林会计 → 导入名册、出账。
  微信模拟器：${emulator.url}    日志：.local/log.jsonl
  按 Ctrl-C 停止；npm start -- --fresh 从头开始。
`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  say('正在停止……')
  server.close()
  server.closeAllConnections()
  await stopTime()
  await emulator.close()
  await storage.close()
  await world.database.close()
  await database.close()
  process.exit(0)
}

/** What must stay the same from one start to the next: bookmarks, sign-ins and callbacks hang on it. */
async function keep(path: string): Promise<Kept> {
  const before: Partial<Kept> = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text),
    () => ({}),
  )
  const port = await portOr(Number(process.env.PORT) || before.port)
  const now = {
    sessionSecret: before.sessionSecret ?? randomBytes(32).toString('hex'),
    port,
    emulatorPort: await portOr(before.emulatorPort),
    storagePort: await portOr(before.storagePort),
    sealingKey: before.sealingKey ?? randomBytes(32).toString('base64'),
  }
  await writeFile(path, JSON.stringify(now), { mode: 0o600 })
  return now
}

async function portOr(wanted: number | undefined): Promise<number> {
  if (!wanted) return freePort()
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
    probe.listen(wanted, '127.0.0.1')
  })
  return free ? wanted : freePort()
}

/** Where the system of this checkout answers, if it is running: two of them would write the same files. */
async function runningAddress(path: string): Promise<string | undefined> {
  const { port }: Partial<Kept> = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text),
    () => ({}),
  )
  if (!port) return undefined
  const address = `http://127.0.0.1:${port}`
  const answered = await fetch(`${address}/v1/client-config`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
  return answered ? address : undefined
}
