import { asSystem, type World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'

/** Ends a session: none of its refresh tokens works again. The access token in hand expires by itself within 15 minutes. */
export async function signOut(world: World, { family, personId }: Caller): Promise<void> {
  await asSystem(
    world,
    'sign-out',
    ({ tx }) => tx.run`delete from session where (family, person_id) = (${family}, ${personId})`,
  )
}
