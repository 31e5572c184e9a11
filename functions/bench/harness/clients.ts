/** Works through a list with several clients at once, each taking the next piece when it is done with one. Answers pieces per second. */
export async function perSecond<Piece>(
  clients: number,
  pieces: Iterable<Piece>,
  work: (piece: Piece, client: number) => Promise<unknown>,
): Promise<number> {
  const left = pieces[Symbol.iterator]()
  let done = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let next = left.next(); !next.done; next = left.next()) {
        await work(next.value, client)
        done++
      }
    }),
  )
  return done / ((performance.now() - start) / 1_000)
}
