import { documentsOpenedLater } from '../../src/platform/documents/documents.ts'

/** Stands for any worker that sets papers: answers how the PDF begins and how long it is. */
export async function handler(title: string): Promise<{ begins: string; bytes: number }> {
  const pdf = await documentsOpenedLater().setPaper(
    { title, under: '', parts: [{ kind: 'notice', text: '随本函数的字库与排字程序排成。' }] },
    { foot: '', createdAt: new Date(0) },
  )
  return { begins: Buffer.from(pdf.subarray(0, 5)).toString('latin1'), bytes: pdf.length }
}
