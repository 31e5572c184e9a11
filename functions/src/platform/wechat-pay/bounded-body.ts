/** No answer of WeChat that we ask for is longer than a few KiB. */
const maxAnswerBytes = 262_144

/** The whole body as it came, or undefined when it is longer than any answer of WeChat's. */
export async function boundedBody(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxAnswerBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
