/** The app of one authority at one network: each has addresses of its own, so that a signature is checked with one secret. */
export interface CallbackKey {
  authorityId: string;
  channel: string;
}

/** Where the network sends what happens; people enter it there, and so does `subscribe` of the channel. */
export function callbackAddress(publicUrl: string, { authorityId, channel }: CallbackKey): string {
  return `${publicUrl}/hooks/${encodeURIComponent(authorityId)}/${encodeURIComponent(channel)}`;
}

/** Where the network tells that a person takes their login back. */
export function deauthoriseAddress(publicUrl: string, key: CallbackKey): string {
  return `${callbackAddress(publicUrl, key)}/deauthorise`;
}

/** Where the network passes on that a person wants their data deleted. */
export function deleteDataAddress(publicUrl: string, key: CallbackKey): string {
  return `${callbackAddress(publicUrl, key)}/delete-data`;
}

/** The page that tells a person how far the deletion is. */
export function deletionPageAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/hooks/deletions/${encodeURIComponent(code)}`;
}
