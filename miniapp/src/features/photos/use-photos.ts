import type { PhotoId } from '@anjiao/shared/ids'
import { photoLimits } from '@anjiao/shared/photo-limits'
import { useRef, useState } from 'react'
import { call } from '../../platform/call'
import { failureOf } from '../../platform/failure'
import { takePictures } from '../../platform/photos'
import type { NotTaken, Picture, PicturesWanted } from '../../platform/picture'
import { putFile } from '../../platform/put-file'
import type { HomeAddress } from '../../routes'

/** A photo on its way: chosen, sent straight into the store, and known to the server when it is there. */
export interface Photo {
  readonly key: number
  readonly picture: Picture
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** How much has left the phone, from 0 to 1. */
  readonly share: number
  readonly photoId: PhotoId | undefined
  /** Why it failed. */
  readonly sentence: string | undefined
}

/** The photos of a form. They go one after another, so that a slow line brings the first ones whole. */
export function usePhotos(home: HomeAddress) {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [refused, setRefused] = useState<NotTaken>()
  const line = useRef(Promise.resolve())
  const removed = useRef(new Set<number>())

  const change = (key: number, part: Partial<Photo>) =>
    setPhotos((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))

  const send = async (key: number, picture: Picture) => {
    if (removed.current.has(key)) return
    change(key, { state: 'sending', share: 0, sentence: undefined })
    try {
      const photoId = await store(home, picture, (share) => change(key, { share }))
      if (removed.current.has(key)) void discard(home, photoId)
      else change(key, { state: 'sent', photoId })
    } catch (error) {
      change(key, { state: 'failed', sentence: failureOf(error).sentence })
    }
  }

  const queue = (key: number, picture: Picture) => {
    line.current = line.current.then(() => send(key, picture))
  }

  const add = async (from: PicturesWanted['from']) => {
    const taken = await takePictures({ from, atMost: photoLimits.perSubject - photos.length })
    setRefused(taken.refused)
    const added = taken.pictures.map((picture): Photo => ({ ...fresh, key: ++lastKey, picture }))
    setPhotos((before) => [...before, ...added])
    for (const { key, picture } of added) queue(key, picture)
  }

  const remove = ({ key, photoId }: Photo) => {
    removed.current.add(key)
    setPhotos((before) => before.filter((photo) => photo.key !== key))
    if (photoId !== undefined) void discard(home, photoId)
  }

  return {
    photos,
    refused,
    add: (from: PicturesWanted['from']) => void add(from),
    retry: ({ key, picture }: Photo) => {
      change(key, { state: 'waiting' })
      queue(key, picture)
    },
    remove,
    removeAll: () => photos.forEach(remove),
    /** What goes with the form. */
    photoIds: photos.flatMap(({ photoId }) => (photoId === undefined ? [] : [photoId])),
    isSending: photos.some(({ state }) => state === 'waiting' || state === 'sending'),
    hasFailed: photos.some(({ state }) => state === 'failed'),
  }
}

export type Photos = ReturnType<typeof usePhotos>

let lastKey = 0
const fresh = { state: 'waiting', share: 0, photoId: undefined, sentence: undefined } as const

async function store(
  { communityId, householdId }: HomeAddress,
  { contentType, bytes }: Picture,
  onSent: (share: number) => void,
): Promise<PhotoId> {
  const params = { communityId, householdId }
  const { photoId, url, headers } = await call(
    'POST /v1/communities/:communityId/households/:householdId/photos',
    { params, body: { contentType, bytes: bytes.byteLength } },
  )
  await putFile({ url, headers, bytes }, onSent)
  await call('POST /v1/communities/:communityId/households/:householdId/photos/:photoId/arrived', {
    params: { ...params, photoId },
  })
  return photoId
}

/** What cannot be deleted now is deleted by the server, since nothing was ever sent with it. */
const discard = ({ communityId, householdId }: HomeAddress, photoId: PhotoId): Promise<unknown> =>
  call('DELETE /v1/communities/:communityId/households/:householdId/photos/:photoId', {
    params: { communityId, householdId, photoId },
  }).catch(() => undefined)
