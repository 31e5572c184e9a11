import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { ApiError } from './api-error.ts'
import type { BillKind, BillMutation } from './bill-desk.ts'
import { allEntries, type BillEntry, beijingDay, dayBeginsMs } from './bill-entries.ts'
import { type BillTable, writeBill } from './bill-text.ts'
import type { Answer, Exchange } from './exchange.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { mutateEntries } from './mutate-entries.ts'
import { requireSubMerchant } from './partner-interfaces.ts'
import { billTypes, tradeBill } from './trade-bill.ts'
import type { World } from './world.ts'

const dayMs = 86_400_000
/** Made from nine, and surely there at ten the next morning. */
const madeAfterMs = dayMs + 10 * 3_600_000
/** 三个月内. */
const keptDays = 92

/** 申请交易账单: a service provider's own trades and those of its sub-merchants, or of the one it names. */
export function askTradeBill(world: World, exchange: Exchange): Answer {
  const type = exchange.query.get('bill_type') ?? 'ALL'
  const known = billTypes.find((each) => each === type)
  if (!known) throw queryError('bill_type', '账单类型')
  const named = exchange.query.get('sub_mchid')
  const subMchid = named === null ? undefined : requireSubMerchant(world.keys, named)
  return lay(world, exchange, 'trade', (entries, day) => {
    const ofDay = entries.filter(
      ({ atMs, order: { partner } }) =>
        beijingDay(atMs) === day && (subMchid === undefined || partner?.subMchid === subMchid),
    )
    return tradeBill(ofDay, known, dayBeginsMs(day) + madeAfterMs)
  })
}

/** 申请资金账单. Nothing ever moves on the other two accounts, and a sub-merchant's money on none of them. */
export function askFundFlowBill(world: World, exchange: Exchange): Answer {
  const account = exchange.query.get('account_type') ?? 'BASIC'
  if (!['BASIC', 'OPERATION', 'FEES'].includes(account)) throw queryError('account_type', '资金账户类型')
  return lay(world, exchange, 'fund-flow', (entries, day) =>
    fundFlowBill(account === 'BASIC' ? entries.filter(({ order }) => !order.partner) : [], day),
  )
}

function lay(
  world: World,
  { query }: Exchange,
  kind: BillKind,
  tableOf: (entries: readonly BillEntry[], day: string) => BillTable,
): Answer {
  const { bills, clock } = world
  const day = query.get('bill_date') ?? ''
  const pack = query.get('tar_type')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(dayBeginsMs(day)))
    throw queryError('bill_date', '账单日期')
  if (pack !== null && pack !== 'GZIP') throw queryError('tar_type', '压缩类型')

  const nowMs = clock.now().getTime()
  if (nowMs >= dayBeginsMs(day) + keptDays * dayMs) {
    throw new ApiError(400, 'INVALID_REQUEST', '仅支持三个月内的账单下载申请', 268435461)
  }
  if (nowMs < dayBeginsMs(day) + dayMs) throw noStatement()
  if (nowMs < dayBeginsMs(day) + madeAfterMs || bills.isBeingMade(day, kind)) {
    throw new ApiError(400, 'STATEMENT_CREATING', '账单生成中，请在上午10点以后再下载', 268435461)
  }
  const mutations = bills.mutationsOf(day, kind)
  const table = tableOf(mutatedOn(day, allEntries(world), mutations), day)
  if (table.rows.length === 0) throw noStatement()
  const how = new Set(mutations.map(({ mutate }) => mutate))
  const text = writeBill(table, how)
  const hash = createHash('sha1')
    .update(text)
    .update(how.has('wrong_hash') ? ' ' : '')
    .digest('hex')
  const token = bills.lay(pack === 'GZIP' ? gzipSync(text) : text, nowMs)
  const tartype = pack === 'GZIP' ? '&tartype=gzip' : ''
  return {
    status: 200,
    body: {
      hash_type: 'SHA1',
      hash_value: hash,
      download_url: `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${token}${tartype}`,
    },
  }
}

const mutatedOn = (
  day: string,
  entries: readonly BillEntry[],
  mutations: readonly BillMutation[],
): readonly BillEntry[] => [
  ...entries.filter(({ atMs }) => beijingDay(atMs) < day),
  ...mutateEntries(
    entries.filter(({ atMs }) => beijingDay(atMs) === day),
    mutations,
  ),
]

/** 下载账单: the one good answer that is not signed. */
export function downloadBill({ bills, clock }: World, { query }: Exchange): Answer {
  const file = bills.fetch(query.get('token') ?? '', clock.now().getTime())
  if (!file) throw new ApiError(400, 'INVALID_REQUEST', '下载地址已失效，请重新申请账单', 268435461)
  const type = query.get('tartype') === 'gzip' ? 'application/x-gzip' : 'text/plain'
  return { status: 200, headers: { 'content-type': type }, body: file, unsigned: true }
}

const noStatement = (): ApiError => new ApiError(400, 'NO_STATEMENT_EXIST', '账单文件不存在', 268435461)

function queryError(name: string, label: string): ApiError {
  const message = `输入源“/query/${name}”映射到值字段“${label}”规则校验失败`
  const detail = { field: `/query/${name}`, location: 'query', issue: message }
  return new ApiError(400, 'PARAM_ERROR', message, 268435461, detail)
}
