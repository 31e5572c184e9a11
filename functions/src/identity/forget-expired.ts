import type { PersonCtx } from '../platform/context.ts'

/** Deletes what has expired and can be of no use to anybody: sessions, refresh tokens, sign-ins that desktops asked for. */
export async function forgetExpired({ tx, now }: PersonCtx): Promise<void> {
  await tx.run`delete from refresh_token where expires_at <= ${now}`
  await tx.run`
    delete from session where not exists (select from refresh_token t where t.family = session.family)`
  await tx.run`delete from device_grant where expires_at <= ${now}`
  await tx.run`delete from device_code_lookup where window_ends_at <= ${now}`
}
