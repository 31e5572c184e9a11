import type { Failure } from '../../platform/failure'
import { Loaded, type LoadedProps } from '../../ui/loaded'
import { SignIn } from './sign-in'

interface SignedInProps<T> extends LoadedProps<T> {
  of: LoadedProps<T>['of'] & { readonly failure: Failure | undefined }
}

/** Draws what has been loaded, like `Loaded`; where nobody is signed in, the way to sign in instead of a refusal. */
export function SignedIn<T>(props: SignedInProps<T>) {
  const { of } = props
  return of.failure?.code === 'not-signed-in' ? <SignIn onDone={of.reload} /> : <Loaded {...props} />
}
