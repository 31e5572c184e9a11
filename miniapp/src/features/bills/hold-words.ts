import type { Hold } from '@anjiao/shared/contract/billing'

/** What stays the pressing for a charge, in a few characters: `分期中`, `延期中`, `减免审核中`. */
export function holdWords({ matter, granted, waives }: Hold): string {
  switch (matter) {
    case 'plan':
      if (waives) return '缴完分期就免'
      return granted ? '分期中' : '分期审核中'
    case 'deferral':
      if (!granted) return '延期审核中'
      return '延期中'
    case 'relief':
      return granted ? '减免办理中' : '减免审核中'
    case 'paused':
      return '暂缓中'
    case 'dispute':
      return '异议处理中'
  }
}
