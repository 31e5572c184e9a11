import type { Merchant, PartnerMerchant } from './config.ts'
import { asObject, asText, type JsonObject } from './json-shape.ts'

export const isPartner = (merchant: Merchant): merchant is PartnerMerchant => 'spMchid' in merchant

/** 商户号 that the money is booked under: the sub-merchant's, where there is one. */
export const bookedUnder = (merchant: Merchant): string =>
  isPartner(merchant) ? merchant.subMchid : merchant.mchid

/** AppID of the mini-program that people pay in. */
export const paidIn = (merchant: Merchant): string =>
  isPartner(merchant) ? (merchant.subAppid ?? merchant.spAppid) : merchant.appid

/** Which merchant a message of WeChat's is about, as the message says. */
export interface Named {
  /** Whose money it is. */
  readonly mchid: string
  /** Under which service provider. */
  readonly spMchid?: string
}

/** Reads which merchant an order or a refund names, in direct or in partner words. */
export function readNamed(told: JsonObject | undefined): Named | undefined {
  if (told?.sp_mchid === undefined) {
    const mchid = asText(told?.mchid, 32)
    return mchid === undefined ? undefined : { mchid }
  }
  const mchid = asText(told.sub_mchid, 32)
  const spMchid = asText(told.sp_mchid, 32)
  return mchid && spMchid ? { mchid, spMchid } : undefined
}

/** Reads in which mini-program somebody paid, and who: of a sub-merchant's own mini-program, under that. */
export function readPayer(told: JsonObject | undefined): { appid: string; openid: string } | undefined {
  const payer = asObject(told?.payer)
  const isOfSub = told?.sub_appid !== undefined
  const appid = asText(told?.sub_appid ?? told?.sp_appid ?? told?.appid, 32)
  const openid = asText(isOfSub ? payer?.sub_openid : (payer?.sp_openid ?? payer?.openid), 128)
  return appid && openid ? { appid, openid } : undefined
}

/** The part of a merchant that reading takes: the key, and whose messages they are among others under the same key. */
export interface Reader {
  readonly apiV3Key: string
  readonly spMchid?: string
  readonly subMchid?: string
}

/**
 * Whether a message is for this sub-merchant of this service provider, whose keys serve all of its others too. A direct
 * merchant has its keys to itself; which merchant a message of its own names is for the books to compare.
 */
export const isFor = ({ spMchid, subMchid }: Reader, named: Named): boolean =>
  named.spMchid === spMchid && (subMchid === undefined || named.mchid === subMchid)
