import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { WantedMandate } from '@anjiao/shared/contract/debit'
import type { DebitBatch, NewDebitBatch } from '@anjiao/shared/contract/debit-batches'
import type { DebitBatchId, DebitLayoutId, HouseholdId, MoneyPlaceId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import { openFile } from '../../debit/batch/batch-file.ts'
import { auditDebits, bookDebits } from '../../debit/index.ts'
import { presets } from '../../debit/layout/presets.ts'
import { bytesText, textBytes } from '../../debit/layout/text-bytes.ts'
import { debitBatchesRoutes, debitLayoutsRoutes, debitRoutes } from '../../debit/routes.ts'
import { auditPayments } from '../../payments/index.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { deliverIn } from '../../reminders/delivery/deliver.ts'
import { yuan } from './given.ts'
import { givenCredits } from './given-credits.ts'
import { worldWithMessages } from './given-reminders.ts'
import { testAppid } from './world.ts'

let made = 0

export const aCard = '6222021234567890128'

/** What the bank answers about one line. */
export interface BankSays {
  readonly no: number
  readonly amount: string
  readonly code?: string
  readonly reason?: string
  readonly account?: string
}

/** A community that debits by files between bars, finance, a manager, and homes whose owners can be told by WeChat. */
export async function givenDebits(plain: World) {
  const { world, messages } = worldWithMessages(plain)
  const given = await givenCredits(world)
  const { community: communityId, inside } = given
  const [finance, manager] = [await given.staff('finance'), await given.staff('manager')]
  const asked = () => ({ world, idempotencyKey: `a-key-of-a-test-${++made}`, askedFrom: '' })

  const placeId = await inside(async ({ tx, community }) => {
    const { id } = await tx.one<{ id: MoneyPlaceId }>`
      insert into money_place (community_id, kind, name) values (${community}, 'bank', '代扣户') returning id`
    return id
  })
  const layout = async (purpose: 'out' | 'result'): Promise<DebitLayoutId> => {
    const body = presets.find((each) => each.purpose === purpose && each.separator === '|')
    if (!body) throw new Error('no preset')
    const { id } = await debitLayoutsRoutes['POST /v1/staff/communities/:communityId/debit-layouts']({
      ...asked(),
      caller: finance,
      params: { communityId },
      body: { ...body, name: `${body.name}${++made}` },
    })
    return id
  }
  const [fileLayoutId, resultLayoutId] = [await layout('out'), await layout('result')]
  const fee = await given.feeItem('物业服务费')

  const templateId = await given.template({
    title: '扣款提醒',
    fields: [{ key: 'amount1', label: '扣款金额', options: [] }],
  })
  await inside(
    ({ tx, now, community }) => tx.run`
      insert into notice_wording (community_id, kind, channel, appid, template_id, fields, text, published_at, published_by)
      values (${community}, 'debit', 'subscription', ${testAppid}, ${templateId}, '{"amount1": {"value": "amount"}}', '', ${now},
              'system:test')`,
  )

  const aMandate = (over: Partial<WantedMandate> = {}): WantedMandate => ({
    bankName: '中国工商银行',
    accountHolder: '王小明',
    account: aCard,
    limitFen: yuan('5000.00'),
    feeItemIds: [fee],
    ...over,
  })
  const home = (caller: Caller, householdId: HouseholdId) => ({
    ...asked(),
    caller,
    params: { communityId, householdId },
  })
  const read = (caller: Caller, householdId: HouseholdId, wanted = aMandate()) =>
    debitRoutes['POST /v1/communities/:communityId/households/:householdId/debit/paper']({
      ...home(caller, householdId),
      body: wanted,
    })
  const give = async (
    caller: Caller,
    householdId: HouseholdId,
    {
      wanted = aMandate(),
      consents = ['debit', 'own_account'],
    }: { wanted?: WantedMandate; consents?: string[] } = {},
  ) => {
    const { sha256 } = await read(caller, householdId, wanted)
    return debitRoutes['POST /v1/communities/:communityId/households/:householdId/debit/mandate']({
      ...home(caller, householdId),
      body: { ...wanted, sha256, consents },
    })
  }
  const withdraw = (caller: Caller, householdId: HouseholdId) =>
    debitRoutes['POST /v1/communities/:communityId/households/:householdId/debit/withdraw'](
      home(caller, householdId),
    )
  const own = (caller: Caller, householdId: HouseholdId) =>
    debitRoutes['GET /v1/communities/:communityId/households/:householdId/debit'](home(caller, householdId))

  /** A home that owes, whose owner has allowed debits, and to be told of `told` of them. */
  async function debtor({ owes = '100.00', due = '2026-10-31', told = 1, wanted = aMandate() } = {}) {
    const { householdId } = await given.household()
    const owner = await given.person({ householdId })
    for (let tap = 0; tap < told; tap++) await given.answers(owner.openid, { templateId, in: tap * 20 - 600 })
    const chargeId = await given.charge(householdId, { owes, due })
    await give(owner, householdId, { wanted })
    return { householdId, owner, chargeId }
  }

  const window = (over: Partial<NewDebitBatch> = {}) => ({
    debitOn: addDays(businessDateAt(world.clock.now()), 2),
    fromHour: 9,
    toHour: 17,
    ...over,
  })
  const preview = (over: Partial<NewDebitBatch> = {}) =>
    debitBatchesRoutes['GET /v1/staff/communities/:communityId/debits/preview']({
      ...asked(),
      caller: finance,
      params: { communityId },
      query: window(over),
    })
  const make = async (over: Partial<NewDebitBatch> = {}, caller = finance): Promise<DebitBatch> => {
    const { count, sumFen: seenFen } =
      over.seenCount === undefined ? await preview(over) : { count: 0, sumFen: yuan('0') }
    return debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches']({
      ...asked(),
      caller,
      params: { communityId },
      body: { ...window(over), placeId, fileLayoutId, resultLayoutId, seenCount: count, seenFen, ...over },
    })
  }
  const onBatch = (batchId: DebitBatchId, caller: Caller) => ({
    ...asked(),
    caller,
    params: { communityId, batchId },
  })
  const view = (id: DebitBatchId, caller = finance) =>
    debitBatchesRoutes['GET /v1/staff/communities/:communityId/debit-batches/:batchId'](onBatch(id, caller))
  const release = (id: DebitBatchId, caller = manager) =>
    debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches/:batchId/release'](
      onBatch(id, caller),
    )
  const file = async (id: DebitBatchId, caller = finance): Promise<string[]> => {
    const { url } = await debitBatchesRoutes[
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/file'
    ](onBatch(id, caller))
    const { bytes } = await openFile(world, url.split('/').at(-1) ?? '')
    return (bytesText(bytes, 'gbk') ?? '').trimEnd().split('\r\n')
  }
  const result = (id: DebitBatchId, text: string, caller = finance) =>
    debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches/:batchId/results']({
      ...onBatch(id, caller),
      body: textBytes(text, 'gbk') ?? new Uint8Array(),
    })
  const previewResult = (id: DebitBatchId, text: string) =>
    debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches/:batchId/results/preview']({
      ...onBatch(id, finance),
      body: textBytes(text, 'gbk') ?? new Uint8Array(),
    })
  /** A result in the bank's words, whole. */
  const bankFile = ({ number, debitOn }: DebitBatch, says: readonly BankSays[]): string => {
    const ok = says.filter(({ code = '0000' }) => code === '0000')
    const sum = (of: readonly BankSays[]) => (sumFen(of.map(({ amount }) => yuan(amount))) / 100).toFixed(2)
    return [
      [number, debitOn.replaceAll('-', ''), says.length, sum(says), ok.length, sum(ok)].join('|'),
      ...says.map(({ no, amount, code = '0000', reason = '', account = aCard }) =>
        [no, account, amount, code, reason].join('|'),
      ),
      '',
    ].join('\r\n')
  }

  return {
    ...given,
    world,
    messages,
    communityId,
    finance,
    manager,
    placeId,
    fileLayoutId,
    resultLayoutId,
    fee,
    templateId,
    aMandate,
    read,
    give,
    withdraw,
    own,
    debtor,
    preview,
    make,
    view,
    release,
    file,
    result,
    previewResult,
    bankFile,
    cancel: (id: DebitBatchId, reason = '重新做', caller = finance) =>
      debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches/:batchId/cancel']({
        ...onBatch(id, caller),
        body: { reason },
      }),
    close: (id: DebitBatchId, caller = finance) =>
      debitBatchesRoutes['POST /v1/staff/communities/:communityId/debit-batches/:batchId/close'](
        onBatch(id, caller),
      ),
    today: () => businessDateAt(world.clock.now()),
    /** Sends the messages whose turn has come. */
    tells: () => deliverIn(world, communityId, new Date(world.clock.now().getTime() + 3_600_000)),
    book: (id: DebitBatchId) => bookDebits(world, communityId, id),
    audited: async () => [
      ...(await given.books.audit()),
      ...(await inside(auditPayments)),
      ...(await inside(auditDebits)),
    ],
  }
}
