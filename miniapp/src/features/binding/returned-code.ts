import { takeReturnedCode } from '../../platform/login'

let waiting: ReturnType<typeof takeReturnedCode>

/** The code of this kind with which the browser came back from the people page, once. Another kind stays for whom it is. */
export function returnedCode(kind: 'login' | 'phone'): string | undefined {
  waiting = takeReturnedCode() ?? waiting
  if (waiting?.kind !== kind) return undefined
  const { code } = waiting
  waiting = undefined
  return code
}
