import type { ChargeId } from '@anjiao/shared/ids'
import { givenCommunity } from '../../local/testing/given.ts'
import type { WechatWorld } from '../../local/testing/wechat-world.ts'
import { startPayment } from '../../payments/start-payment.ts'

let intentions = 0

/** A home that owes, and whoever pays for it by WeChat as people do: through the emulator. */
export async function aPayingHome(
  { world, emulator, account }: Pick<WechatWorld, 'world' | 'emulator' | 'account'>,
  ...owes: string[]
) {
  const given = await givenCommunity(world, undefined, account)
  // All communities of a test have one merchant, and so one company.
  await given.inside(
    ({ tx, community }) => tx.run`
      update community set company_id = (select company_id from merchant where mchid = ${account.mchid}) where id = ${community}`,
  )
  const { householdId } = await given.household()
  const charges: ChargeId[] = []
  for (const each of owes) charges.push(await given.charge(householdId, { owes: each }))
  const payer = await given.person({ householdId })
  emulator.control.addPerson({ name: payer.openid, phone: '13800000000', openid: payer.openid })

  /** Pays one charge; answers the number of the order. */
  async function pay(at: number): Promise<string> {
    const chargeId = charges[at]
    if (chargeId === undefined) throw new Error(`no charge ${at}`)
    const started = await startPayment(world, payer, {
      communityId: given.community,
      householdId,
      choice: { kind: 'charges', chargeIds: [chargeId] },
      intentKey: `intention-${++intentions}`,
    })
    emulator.control.pay({
      prepay_id: started.payParams.package.replace('prepay_id=', ''),
      openid: payer.openid,
      outcome: 'ok',
      payParams: { appId: started.appId, ...started.payParams },
    })
    const order = emulator.control.orders().at(-1)
    if (!order) throw new Error('nothing was ordered')
    return order.outTradeNo
  }
  return { ...given, householdId, charges, payer, pay }
}
