import type { PlanId } from '@anjiao/shared/ids'
import Taro from '@tarojs/taro'

const storedAs = 'anjiao.signing'

/** What was read and ticked, while the browser has left to prove the phone. */
export interface KeptSignature {
  readonly planId: PlanId
  readonly sha256: string
  readonly consents: string[]
}

export const keepSignature = (signature: KeptSignature): void => Taro.setStorageSync(storedAs, signature)

/** What was kept for this plan, once. */
export function takeSignature(planId: PlanId): KeptSignature | undefined {
  const stored: unknown = Taro.getStorageSync(storedAs)
  Taro.removeStorageSync(storedAs)
  return isSignature(stored) && stored.planId === planId ? stored : undefined
}

function isSignature(stored: unknown): stored is KeptSignature {
  return typeof stored === 'object' && stored !== null && 'sha256' in stored && 'consents' in stored
}
