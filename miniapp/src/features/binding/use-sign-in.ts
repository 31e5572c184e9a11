import { useEffect, useState } from 'react'
import { clientConfig } from '../../platform/client-config'
import { goToPeoplePage } from '../../platform/login'
import { signInWith } from '../../platform/session'
import { useMutation } from '../../platform/use-mutation'
import { returnedCode } from './returned-code'

/**
 * Signing in where it does not happen by itself, that is in a browser: leaves for the page on which one picks who one
 * is, and takes up the code with which it sends the person back.
 */
export function useSignIn(done: () => void) {
  const [elsewhere, setElsewhere] = useState(false)
  const {
    run: takeCode,
    busy,
    failure,
  } = useMutation(async (code: string) => {
    await signInWith(code)
    done()
  })
  const leave = useMutation(async (_: 'leave') => {
    const { peoplePageUrl } = await clientConfig()
    if (peoplePageUrl === null) setElsewhere(true)
    else goToPeoplePage(peoplePageUrl, 'login')
  })

  useEffect(() => {
    const code = returnedCode('login')
    if (code !== undefined) void takeCode(code)
  }, [takeCode])

  return {
    signIn: () => void leave.run('leave'),
    busy: busy || leave.busy,
    failure: failure ?? leave.failure,
    /** This browser has no way to sign in: it has to be done in WeChat. */
    elsewhere,
  }
}
