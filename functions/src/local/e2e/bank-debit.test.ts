import { addDays, businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { bytesText, textBytes } from '../../debit/layout/text-bytes.ts'
import { takeInTemplates } from '../../reminders/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleCounter } from '../sample/sample-counter.ts'
import { sampleWordings } from '../sample/sample-wordings.ts'
import { chooseFile, fileOf } from './files.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, anOwner, aColleague } = await sunshine()
const { address, world } = system
const { appid } = emulator.merchant

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleCounter)
  const listed = await world.wechatMp.templates()
  if (listed.kind !== 'ok') throw new Error('the emulator lists its templates')
  await given.inside((ctx) => takeInTemplates(ctx, appid, listed.templates))
  await given.inside((ctx) => sampleWordings(ctx, appid))
})

/** To a page of finance, on a device that knows what day it is: the day of a debit is reckoned from there. */
async function toStaffPage(page: Page, name: 'debits' | 'debit-layouts'): Promise<void> {
  await page.clock.setFixedTime(world.clock.now())
  await page.goto(`${address}/#/packages/staff/${name}/index`)
  await page.reload()
}

/** From the first page to an owner's own debits; what the way there says of them. */
async function toOwnDebits(owner: Page, said: string): Promise<void> {
  await owner.goto(`${address}/#/pages/home/index`)
  await owner.reload()
  await owner.getByRole('button', { name: '缴费记录' }).click()
  await owner.getByRole('button', { name: '银行代扣' }).filter({ hasText: said }).click()
  await owner.getByRole('heading', { level: 1, name: '银行代扣' }).waitFor()
}

/** Reads what it means, names a card, reads the whole text and ticks each consent: nothing is ticked beforehand. */
async function agree(owner: Page, card: string): Promise<void> {
  await toOwnDebits(owner, '随时能停')
  await owner.getByRole('button', { name: '我想办理' }).click()
  await owner.getByLabel('开户银行').fill('中国工商银行')
  await owner.getByLabel('卡号或存折账号').fill(card)
  await owner.getByLabel('每次最多扣多少').fill('5000')
  await owner.getByRole('checkbox', { name: '物业服务费' }).click()
  await owner.getByRole('button', { name: '下一步：看授权书' }).click()
  await owner.getByRole('heading', { name: '银行代扣授权书' }).waitFor()
  await owner.getByRole('checkbox', { name: '同意从这个账户代扣' }).click()
  await owner.getByRole('button', { name: '还有 1 项没有勾选', disabled: true }).waitFor()
  await owner.getByRole('checkbox', { name: '这个银行账户是我本人的' }).click()
  await owner.getByRole('button', { name: '同意并办理' }).click()
  await owner.getByText('办好了').waitFor()
  await owner.getByText('现在没有要扣的。').waitFor()
}

/** What the bank says of a file of two: the first was debited, the second was not. */
function answerTo(file: string): Uint8Array {
  const [head = [], first = [], second = []] = file.split('\r\n').map((line) => line.split('|'))
  const lines = [
    [...head, '1', first[3]],
    [first[0], first[1], first[3], '0000', ''],
    [second[0], second[1], second[3], '1001', '余额不足'],
  ]
  const bytes = textBytes(lines.map((line) => `${line.join('|')}\r\n`).join(''), 'gbk')
  if (!bytes) throw new Error('GBK has all of these words')
  return bytes
}

describe('bank debits in the browser', { timeout: 180_000 }, () => {
  it('owners agree, finance makes a batch, a second person lets it go once they are told; the bank debits one and not the other, who then stops it', async () => {
    const day = addDays(businessDateAt(world.clock.now()), 1)
    const debitOn = addDays(day, 2)
    await emulator.control.moveClock({ set: `${day}T10:00:00+08:00` })

    const finance = await aColleague('林会计')
    await toStaffPage(finance, 'debit-layouts')
    for (const preset of ['交给银行的文件：竖线分隔', '银行返回的结果：竖线分隔']) {
      await finance.getByRole('button', { name: preset }).click()
      await finance.getByRole('button', { name: '试一下' }).click()
      await finance.getByRole('button', { name: '保存，以后建批次可用' }).click()
      await finance.getByRole('button', { name: '照这个另做一种' }).first().waitFor()
    }

    const { page: owner, complaints } = await anOwner('程懿志')
    await agree(owner, '6222021234567890128')
    await owner.getByRole('button', { name: '要，请提醒我' }).click()
    await owner.getByRole('button', { name: '允许' }).click()
    await owner.getByText('到时在微信里给您').waitFor()
    const { page: other, complaints: complaintsOfOther } = await anOwner('江雨艳')
    await agree(other, '6222600260001072444')
    // A third one said yes to no message in WeChat, and their carrier takes no SMS for them.
    const { page: unheard, complaints: complaintsOfUnheard } = await anOwner('段兰')
    await agree(unheard, '6228480402564890018')
    emulator.control.setSmsPhone({ phone: '15898599579', state: 'blacklisted' })

    await toStaffPage(finance, 'debits')
    await finance.getByRole('button', { name: '建一批' }).click()
    await finance.getByRole('button', { name: '看名单' }).click()
    await finance.getByRole('button', { name: '建批次，通知 3 户' }).click()
    const asked = finance.getByRole('dialog', { name: '建这一批？' })
    await asked.getByText('共 5,331.96 元').waitFor()
    await asked.getByRole('button', { name: '建批次' }).click()
    await finance.getByText('这一批是您建的，要由另一位财务或项目经理核对放行。').waitFor()
    expect(await finance.getByRole('button', { name: '核对放行' }).count()).toBe(0)

    const manager = await aColleague('周经理')
    await toStaffPage(manager, 'debits')
    await manager.getByRole('button', { name: /^\d{16}$/ }).click()
    const release = async () => {
      await manager.getByRole('button', { name: '核对放行' }).click()
      const question = manager.getByRole('dialog', { name: '核对放行' })
      await question.getByRole('button', { name: '核对放行' }).click()
    }
    await release()
    await manager.getByText('通知正在发出，还没到').waitFor()
    await system.run('deliver')
    await system.drainJobs()
    expect(emulator.control.messages({}).map(({ data }) => Object.values(data))).toEqual([
      expect.arrayContaining(['¥2405.34', formatDate(debitOn), '0128']),
    ])
    await toOwnDebits(owner, '尾号 0128')
    await owner.getByText('准备扣款').waitFor()
    await owner.getByText(`${formatDate(debitOn)} 9 点到 17 点`).waitFor()
    // One home is still to be told: the batch waits for it until a day before the debit, and goes without it.
    await manager.reload()
    await manager.getByText('还没有通知到').waitFor()
    await release()
    await manager.getByText('通知正在发出，还没到').waitFor()
    await emulator.control.moveClock({ set: `${addDays(day, 1)}T09:01:00+08:00` })
    await release()
    await manager.getByText('已放行，待交银行').waitFor()
    await manager.getByText('没有提前 24 小时通知到').waitFor()

    await finance.reload()
    await finance.getByRole('button', { name: '取文件' }).click()
    const last = finance.getByRole('dialog', { name: '取出文件？' })
    const bytes = await fileOf(finance, '/debit-files/', () =>
      last.getByRole('button', { name: '取文件' }).click(),
    )
    const file = bytesText(bytes, 'gbk') ?? ''
    expect(file.split('\r\n').slice(1)).toEqual([
      '1|6222021234567890128|程懿志|2405.34',
      '3|6222600260001072444|江雨艳|2058.57',
      '',
    ])
    await finance.getByText('已交银行，等结果').waitFor()

    await emulator.control.moveClock({ set: `${debitOn}T18:00:00+08:00` })
    await finance.clock.setFixedTime(world.clock.now())
    await finance.reload()
    const buffer = Buffer.from(answerTo(file))
    await chooseFile(finance, '选结果文件', { name: '结果.txt', mimeType: 'text/plain', buffer })
    await finance.getByText('余额不足（1001）').waitFor()
    expect((await given.books.balances()).bank).toBeUndefined()
    await finance.getByRole('button', { name: '确认导入' }).click()
    await finance.getByText('已有结果').waitFor()
    await audited()
    expect((await given.books.balances()).bank).toBe(240_534)

    await toOwnDebits(owner, '尾号 0128')
    await owner.getByText('已扣成').waitFor()
    await owner.goto(`${address}/#/pages/payments/index?community=${given.community}&household=1`)
    await owner.getByRole('button', { name: '2,405.34' }).filter({ hasText: '银行代扣' }).waitFor()

    await toOwnDebits(unheard, '尾号 0018')
    await unheard.getByText('这次不扣了').waitFor()
    await unheard.getByText('没有提前 24 小时通知到').waitFor()
    await toOwnDebits(other, '尾号 2444')
    await other.getByText('银行说：余额不足').waitFor()
    await other.getByRole('button', { name: '停止代扣' }).click()
    await other.getByText('已停止代扣').waitFor()
    await toStaffPage(finance, 'debits')
    await finance.getByRole('button', { name: '建一批' }).click()
    await finance.getByRole('button', { name: '看名单' }).click()
    await finance.getByText('没有到期的账单，或已经缴清').waitFor()
    expect(await finance.getByText('尾号 2444').locator('visible=true').count()).toBe(0)
    expect([...complaints, ...complaintsOfOther, ...complaintsOfUnheard]).toEqual([])
    await audited()
  })
})
