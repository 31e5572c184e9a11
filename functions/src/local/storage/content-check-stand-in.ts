/** The harmless text that every virus scanner must find (EICAR test file, eicar.org), put together so that none finds it here. */
export const eicarText = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '-',
)

/** Stands in for a deployment's content check: refuses what holds the test text. */
export const verdictOn = (bytes: Buffer): { readonly verdict: 'pass' | 'refuse' } => ({
  verdict: bytes.includes(eicarText) ? 'refuse' : 'pass',
})
