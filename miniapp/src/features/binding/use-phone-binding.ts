import { useEffect, useState } from 'react'
import { call, type Reply } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import { returnedCode } from './returned-code'

/** Binds the phone that WeChat vouches for, and with it the homes registered under it. */
export function usePhoneBinding() {
  const [bound, setBound] = useState<Reply<'POST /v1/me/phone'>>()
  const [refused, setRefused] = useState(false)
  const { run, busy, failure } = useMutation((code: string, intention) => {
    setRefused(false)
    return call('POST /v1/me/phone', { body: { code } }, { intention })
  })
  const bind = (code: string) => void run(code).then(setBound)

  useEffect(() => {
    const code = returnedCode('phone')
    if (code !== undefined) void run(code).then(setBound)
  }, [run])

  return { bound, bind, busy, failure, refused, refuse: () => setRefused(true) }
}
