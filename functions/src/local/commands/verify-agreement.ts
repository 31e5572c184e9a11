/** `npm run verify -- FILE.pdf`: whether a file is, byte for byte, an agreement that was signed here. Exit code 1 when it is not. */
import { readFile } from 'node:fs/promises'
import { businessDateAt, formatDate, timeOfDayAt } from '@anjiao/shared/calendar'
import { verifyAgreement } from '../../plans/index.ts'
import { commandWorld } from './command-world.ts'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('npm run verify -- FILE.pdf')
  process.exit(1)
}
const pdf = await readFile(path).catch((error: unknown) => {
  console.error(`读不到文件 ${path}：${error instanceof Error ? error.message : ''}`)
  process.exit(1)
})
const { world, close } = await commandWorld()
try {
  const found = await verifyAgreement(world, pdf)
  if (found?.textHolds) {
    const { community, number, signedAt, phoneMasked, sha256 } = found
    console.log(`${community} 协议 ${number}，与签署后出具的文件一字不差。`)
    console.log(
      `签署时间 ${formatDate(businessDateAt(signedAt))} ${timeOfDayAt(signedAt)}，签署手机号 ${phoneMasked}`,
    )
    console.log(`文本摘要 SHA-256 ${sha256}`)
  } else {
    console.error('这份文件不是本系统出具的协议，或者出具以后被改动过。')
    process.exitCode = 1
  }
} finally {
  await close()
}
