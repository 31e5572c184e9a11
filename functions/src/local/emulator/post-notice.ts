/** WeChat waits five seconds for an acknowledgement. */
const patienceMs = 5_000

interface Posted {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Posts over real HTTP. What was answered, or null when nothing came back in time. */
export async function post(
  notifyUrl: string,
  { headers, body }: Posted,
): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const response = await fetch(notifyUrl, {
      method: 'POST',
      headers: { ...headers },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return null
  }
}
