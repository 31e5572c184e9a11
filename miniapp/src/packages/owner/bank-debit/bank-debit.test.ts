import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aMandatePaper, anOwnDebit, noDebits, someDebits } from '../../../pages/testing/debit-fixtures'
import {
  type Answer,
  aMe,
  homePath,
  homeQuery,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/bank-debit/index?${homeQuery}`
const own = `GET ${homePath}/debit`
const paper = `POST ${homePath}/debit/paper`
const give = `POST ${homePath}/debit/mandate`
const withdraw = `POST ${homePath}/debit/withdraw`
const card = '6222 0212 3456 7890 128'

async function opened(instead: Readonly<Record<string, Answer>> = {}) {
  const served = ownerServer({ [paper]: aMandatePaper, ...instead })
  return { weapp: await launchWeapp({ dist, open, server: served.server }), ...served }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** To the text that is agreed to. */
async function toPaper({ weapp }: Opened): Promise<void> {
  await weapp.tap('我想办理')
  await weapp.type('开户银行', '中国工商银行')
  await weapp.type('卡号或存折账号', card)
  await weapp.type('每次最多扣多少', '5000')
  await weapp.tap('物业服务费')
  await weapp.tap('下一步：看授权书')
}

test('an owner reads the whole text and ticks each consent by hand before anything is given', async () => {
  let given = false
  const page = await opened({
    [own]: () => (given ? someDebits({ debits: [] }) : noDebits()),
    [give]: () => {
      given = true
      return someDebits({ debits: [] })
    },
  })
  const { weapp, askedFor } = page
  expect(weapp.has('不办也没关系')).toBe(true)
  await toPaper(page)
  const wanted = {
    bankName: '中国工商银行',
    accountHolder: '王小明',
    account: card.replaceAll(' ', ''),
    limitFen: 500_000,
    feeItemIds: [1],
  }
  expect(askedFor(paper).map(({ body }) => body)).toEqual([wanted])
  expect(weapp.has('一、您同意什么')).toBe(true)

  await weapp.tap('还有 2 项没有勾选')
  expect(askedFor(give)).toEqual([])
  await weapp.tap('我看过上面的全文')
  await weapp.tap('还有 1 项没有勾选')
  expect(askedFor(give)).toEqual([])
  await weapp.tap('这个银行账户是我本人的')
  await weapp.tap('同意并办理')
  expect(askedFor(give).map(({ body }) => body)).toEqual([
    { ...wanted, sha256: aMandatePaper.sha256, consents: ['debit', 'own_account'] },
  ])
  expect(weapp.has('办好了')).toBe(true)
  expect(weapp.lines.join('')).not.toContain('6222')
  expect(weapp.complaints).toEqual([])
})

test('a number that cannot be an account goes no further; a refusal is told as it is', async () => {
  const page = await opened({
    [give]: new Refused(409, 'debit-not-offered', '本小区还没有开通银行代扣。'),
  })
  const { weapp, askedFor } = page
  await weapp.tap('我想办理')
  await weapp.type('开户银行', '工行')
  await weapp.type('卡号或存折账号', '6222021234567890127')
  await weapp.type('每次最多扣多少', '5000')
  await weapp.tap('物业服务费')
  expect(weapp.has('这个号码好像不对')).toBe(true)
  await weapp.tap('下一步：看授权书')
  expect(askedFor(paper)).toEqual([])

  await weapp.type('卡号或存折账号', card)
  await weapp.tap('下一步：看授权书')
  await weapp.tap('我看过上面的全文')
  await weapp.tap('这个银行账户是我本人的')
  await weapp.tap('同意并办理')
  expect(weapp.has('本小区还没有开通银行代扣。')).toBe(true)
})

test('what will be taken when stands first, what became of others with plain reasons below', async () => {
  const { weapp } = await opened({ [own]: someDebits() })
  for (const words of [
    '2026年11月26日 9 点到 17 点',
    '自己先缴了，就不会再扣',
    '中国工商银行 尾号 0128',
    '银行说：余额不足',
    '超过业主定的每次限额',
    '已扣成',
  ])
    expect(weapp.has(words), words).toBe(true)
})

test('one press stops it, and says what follows, also for what the bank already has', async () => {
  let stopped = false
  const debits = [anOwnDebit({ state: 'sent' })]
  const { weapp, askedFor } = await opened({
    [own]: () => (stopped ? noDebits({ debits }) : someDebits({ debits })),
    [withdraw]: () => {
      stopped = true
      return noDebits({ debits })
    },
  })
  await weapp.tap('停止代扣')
  expect(askedFor(withdraw)).toHaveLength(1)
  expect(weapp.has('已停止代扣')).toBe(true)
  expect(weapp.has('有一笔已经交给银行')).toBe(true)
})

test('where the community does not debit, other ways are named', async () => {
  const { weapp } = await opened({ [own]: noDebits({ offered: false }) })
  expect(weapp.has('本小区还没有开通银行代扣')).toBe(true)
  expect(weapp.has('我想办理')).toBe(false)
})

test('the way to it stands with the payments, for the owner alone and only where it is offered', async () => {
  const payments = `/pages/payments/index?${homeQuery}`
  const owner = await launchWeapp({ dist, open: payments, server: ownerServer().server })
  await owner.tap('银行代扣')
  expect(owner.path).toBe('packages/owner/bank-debit/index')

  const without = ownerServer({ [own]: noDebits({ offered: false }) })
  const notOffered = await launchWeapp({ dist, open: payments, server: without.server })
  expect(notOffered.has('银行代扣')).toBe(false)

  const households = aMe().households.map((household) => ({ ...household, relation: 'tenant' as const }))
  const other = ownerServer({ 'GET /v1/me': aMe({ households }) })
  const tenant = await launchWeapp({ dist, open: payments, server: other.server })
  expect(tenant.has('银行代扣')).toBe(false)
  expect(other.askedFor(own)).toEqual([])
})
